"""What the reader of TOML says, said to an official: it speaks English, to programmers, and names the consequence of a
full-width comma rather than the comma.
"""

import re
from datetime import date

SPELLINGS = (
    ("Invalid date or datetime", "没有这一天，日期写成 2024-10-08 这样，不加引号"),
    ("Expected '=' after a key", "名称后面少了等号，应写成 名称 = 值"),
    ("Expected newline or end of document", "一行里多写了东西：一行只写一个值，文字要加英文双引号"),
    ("Unclosed array", "方括号没有配对，或两个词之间少了英文逗号"),
    ("Unclosed inline table", "花括号没有配对"),
    ("Unterminated string", "引号没有配对"),
    ("Expected ']", "块名的方括号没有配对"),
    ("Illegal character", "引号没有配对：开头的英文双引号没有结尾"),
    ("Unescaped '\\'", "文字里的反斜杠 \\ 要写成两个 \\\\"),
    ("Invalid initial character for a key part", "名称只能用字母、数字、下划线和连字符"),
    ("Invalid statement", "这一行看不懂，应写成 名称 = 值；说明文字前面加 #"),
    ("Invalid value", "值看不懂：文字要加英文双引号，日期和数字不加"),
)
# Characters a Chinese keyboard gives where the file needs the plain ones.
PLAIN = dict(zip("＝，、：［］【】｛｝＃．－", "=,,=[][]{}#.-", strict=True))
QUOTES = "“”‘’＂"
FULL_DIGITS = re.compile("[０-９]+")
DATE = re.compile(r"(\d{4})[年/.\-](\d{1,2})[月/.\-](\d{1,2})日?$")
YES, NO = ("true", "yes", "是", "对", "有"), ("false", "no", "否", "不", "没有", "无")
AMOUNT = re.compile(r"(\d+)\s*([^\d\s.\-:_,]+)$")
WORD = re.compile(r"[^\W\d][\w*]*$")
# A line in which a key or a list was meant, rather than a sentence without its #.
HAN, MEANT = re.compile("[一-鿿]"), re.compile(r"[=＝：\[\]［］【】]")
STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')


def spelling(message: str, line: str) -> str:
    """What is wrong with the writing of a line, from tomllib's message and the line itself."""
    return character(line) or _value(line) or _list(message, line) or _said(message)


def _said(message: str) -> str:
    return next((said for begin, said in SPELLINGS if message.startswith(begin)), "这一行的写法不对")


def character(line: str, *, colon: str = "=") -> str | None:
    """The first character of the wrong width outside quotes, with the right one; `colon`: what a “：” should be."""
    bare = STRINGS.sub("", line)
    if HAN.search(bare) and not MEANT.search(bare):
        return None
    digits = FULL_DIGITS.search(bare)
    if digits:
        return f"数字“{digits[0]}”是全角的，请改成半角：{int(digits[0])}"
    if "\u3000" in bare:
        return "有一个全角空格，请改成半角空格"
    for each in bare:
        if each in QUOTES:
            return '引号是全角（中文）的，请改成英文的 "'
        if each in PLAIN:
            plain = colon if each == "：" else PLAIN[each]
            return f"“{each}”是全角（中文）的，请改成英文的 {plain}"
    return None


def _value(line: str) -> str | None:
    """The right form of a value that was meant."""
    value = STRINGS.sub("", line).partition("=")[2].strip()
    found, amount = DATE.fullmatch(value), AMOUNT.fullmatch(value)
    if found:
        return _date(value, *(int(each) for each in found.groups()))
    if value.lower() in YES:
        return f"“{value}”应写成 true（是），小写，不加引号"
    if value.lower() in NO:
        return f"“{value}”应写成 false（否），小写，不加引号"
    if amount:
        return f"数字后面不写“{amount[2]}”，只写 {int(amount[1])}"
    if value.isdecimal() and value.startswith("0") and len(value) > 1:
        return f'数字前面不写 0；是代码的，加英文双引号："{value}"'
    return f'文字要加英文双引号："{value}"' if WORD.fullmatch(value) else None


def _date(value: str, year: int, month: int, day: int) -> str | None:
    try:
        right = date(year, month, day)
    except ValueError:
        return f"没有 {value} 这一天"
    return f"日期“{value}”应写成 {right}，不加引号"


def _list(message: str, line: str) -> str | None:
    missing = message.startswith("Unclosed array") and re.search(r'"\s*"', STRINGS.sub('""', line))
    return "方括号里两个词之间少了英文逗号 ," if missing else None
