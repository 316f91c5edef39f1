"""A pack with a mistake is refused whole, with the line and a sentence an official understands."""

from collections.abc import Callable

import pytest

from app import packs
from app.domain.errors import WrongUse

GOOD = packs.pack_bytes("langxi-2024").decode()
Edit = Callable[[str], str]


def line(text: str, of: str) -> int:
    """The line on which `of` first stands."""
    return text[: text.index(of)].count("\n") + 1


def refused(text: str) -> WrongUse:
    with pytest.raises(WrongUse) as caught:
        packs.load_bytes(text.encode(), "郎溪.toml")
    assert caught.value.code == "pack_invalid"
    assert caught.value.exit_code == 2
    return caught.value


def replaced(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (
            "subsidy = 342",
            "subsidy = 342\ncolour = 1",
            "colour = 1",
            "人员类别“低保对象”，colour：没有这个名称，这一块里可以写：clause（出自通知哪一条）",
        ),
        ("subsidy = 342", "subsidy = 395", "subsidy = 395", "低保对象 资助 395 元，高于个人缴费 380 元"),
        ("subsidy = 342", "subsidy = -1", "subsidy = -1", "不能是负数"),
        ("subsidy = 342", 'subsidy = "most"', 'subsidy = "most"', "资助多少元（subsidy）：不能写 most，可以写：整数"),
        ("subsidy = 342", "subsidy = 342.5", "subsidy = 342.5", "资助多少元（subsidy）：应写整数，不加引号、不写单位"),
        ("yuan = 380", 'yuan = "380"', 'yuan = "380"', "标准，个人缴费，每人多少元（yuan）：数字不加引号，写成 380"),
        ("opens = 2023-10-01", 'opens = "soon"', 'opens = "soon"', "缴费期“集中征缴期”，第一天（opens）：应写日期"),
        ("closes = 2023-12-31", "closes = 2023-09-30", "closes = 2023-09-30", "截止日期早于开始日期"),
        ('id = "migrant"', 'id = "collection"', 'id = "migrant"', "编号 collection 出现了两次"),
        ('name = "孤儿"', 'name = "特困人员"', 'name = "孤儿"', "人员类别 特困人员 出现了两次"),
        ('limit = "3m"', 'limit = "3 months"', 'limit = "3 months"', "期限 3 months 不对"),
        ('question = "orphans"', 'question = "orphan"', 'question = "orphan"', "没有在 [[question]] 里列出"),
        ('payers = ["migrant_worker"]', 'payers = ["migrants"]', 'payers = ["migrants"]', "不认识 migrants"),
        ('hukou = ["local"]', 'hukou = ["here"]', 'hukou = ["local"]', "不认识 here"),
        ('code = "341821"', 'code = "34182"', 'code = "341821"', "应为 6 位数字"),
        ("base = 2023-08-31", "base = 2024-08-31", "until = 2023-12-31", "早于认定基准日期"),
        ("yuan = 1020", "yuan = 300", "yuan = 1020", "低于个人缴费"),
        (
            '[[question]]\nid = "orphans"',
            '[[question]]\nid = "hukou"\ntext = "a"\ndefault = "b"\n\n[[question]]\nid = "orphans"',
            'id = "hukou"',
            "这是一项事实的名字",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_line(old: str, new: str, at: str, says: str) -> None:
    text = replaced(old, new)
    error = refused(text)
    assert says in str(error)
    assert error.facts["line"] == line(text if at in text else GOOD, at)


def test_a_missing_clause_is_named_with_the_line_of_its_table() -> None:
    text = replaced('identifier = "县民政局"\nclause = "三(二)2"', 'identifier = "县民政局"')
    error = refused(text)
    assert "人员类别“低保对象”：缺少 clause（出自通知哪一条）" in str(error)
    before = text[: text.index('name = "低保对象"')]
    assert error.facts["line"] == before.count("\n"), "the line of its [[category]]"


def test_an_empty_clause_is_no_clause() -> None:
    text = replaced('clause = "三(二)2"', 'clause = " "')
    error = refused(text)
    assert error.facts["line"] == line(text, 'clause = " "')
    assert "没有写明出自通知哪一条" in str(error)


def test_an_unknown_table_is_named() -> None:
    text = GOOD + "\n[weather]\nsunny = true\n"
    error = refused(text)
    assert "weather：没有这个名称，政策包里可以写：id（编号）" in str(error)
    assert error.facts["line"] == line(text, "[weather]")


def test_broken_toml_is_named_with_its_line() -> None:
    text = replaced("subsidy = 342", "subsidy = = 342")
    assert refused(text).facts["line"] == line(text, "subsidy = =")


def test_an_unfinished_file_is_named_at_its_end() -> None:
    assert refused('id = "x').facts["line"] == 1


def test_a_file_in_another_encoding_is_named_at_the_first_such_line() -> None:
    with pytest.raises(WrongUse) as caught:
        packs.load_bytes('id = "a"\ntitle = "郎溪"\n'.encode("gb18030"), "x.toml")
    assert caught.value.facts["line"] == 2
    assert "UTF-8" in str(caught.value)


def test_a_rule_nobody_falls_under_is_missing() -> None:
    start = GOOD.index('[[late]]\nid = "others"')
    text = GOOD[:start] + GOOD[GOOD.index("[[late]]", start + 1) :]
    assert "缺少适用于其他所有人的逾期规则" in str(refused(text))


def test_the_last_scope_takes_everyone_left() -> None:
    text = replaced('decision = "refuse"\nclause = "二"', 'decision = "refuse"\nage_under = 90\nclause = "二"')
    assert "最后一条 [[scope]] 不能有条件" in str(refused(text))


def test_a_price_that_is_not_there_cannot_be_paid() -> None:
    start = GOOD.index("[prices.full]")
    text = GOOD[:start] + GOOD[GOOD.index("# ──", start) :]
    assert "按筹资总额缴费，但 [prices.full] 没有写" in str(refused(text))


def test_a_limit_needs_to_say_what_follows() -> None:
    text = replaced('event = "birth"\nlimit = "3m"', 'limit = "3m"')
    assert "有期限，就要写明 event" in str(refused(text))


def test_an_unknown_pack_names_the_known_ones() -> None:
    with pytest.raises(WrongUse) as caught:
        packs.load("nowhere-2024")
    assert caught.value.code == "pack_unknown"
    assert "langxi-2024" in str(caught.value)


def test_a_pack_id_is_never_a_path() -> None:
    with pytest.raises(WrongUse):
        packs.pack_bytes("../policy/langxi-2024")
