"""What the readers of TOML and of its values say, said to an official: the readers speak English, to programmers."""

import re

SPELLINGS = (
    ("Invalid date or datetime", "没有这一天，日期应写作四位年-两位月-两位日，不加引号"),
    ("Expected '=' after a key", "键后面缺少等号"),
    ("Expected newline or end of document", "一行里多写了东西，一行只写一个值；文字要加引号"),
    ("Cannot overwrite a value", "同一个键写了两次"),
    ("Cannot declare", "同一个表写了两次，或与前面的键重名"),
    ("Unclosed array", "方括号没有配对"),
    ("Unclosed inline table", "花括号没有配对"),
    ("Unterminated string", "引号没有配对"),
    ("Expected ']'", "表名的方括号没有配对"),
    ("Illegal character", "有不该出现的字符，例如引号没有配对"),
    ("Invalid initial character for a key part", "键只能用字母、数字、下划线和连字符"),
    ("Invalid statement", "这一行看不懂，应写作 键 = 值"),
    ("Invalid value", "值看不懂：文字要加引号，日期和数字不加"),
)
TYPES = {
    "int": "整数",
    "str": "加引号的文字",
    "bool": "true 或 false",
    "date": "日期",
    "datetime": "日期加时间",
    "float": "带小数点的数",
    "array": "方括号里的一列值",
    "object": "一张表",
    "null": "空",
}
EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
ENUM = re.compile(r"Invalid enum value (.+)")


def spelling(message: str) -> str:
    """What is wrong with the writing of a file, from tomllib's message."""
    return next((said for begin, said in SPELLINGS if message.startswith(begin)), "这一行的写法不对")


def mismatch(message: str) -> str:
    """What is wrong with a value, from msgspec's message (without its path)."""
    expected, enum = EXPECTED.search(message), ENUM.search(message)
    if expected:
        return f"应是{_types(expected[1])}，写成了{_types(expected[2])}"
    if enum:
        return f"不能写 {enum[1]}"
    return "应是日期，写作四位年-两位月-两位日，不加引号" if "RFC3339" in message else "不合要求"


def _types(names: str) -> str:
    return "或".join(TYPES.get(name.strip(), name.strip()) for name in names.split("|"))
