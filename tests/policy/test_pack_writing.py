"""A line that is no TOML: the line to change, and what to write there, not what the reader of TOML stumbled over."""

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.packs.codes import PAYERS
from app.packs.reading import unreadable
from tests.policy.edited import changed, found

GOOD = packs.pack_bytes("langxi-2024").decode()


def refused(text: str) -> WrongUse:
    with pytest.raises(WrongUse) as caught:
        packs.load_bytes(text.encode(), "郎溪.toml")
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("yuan = 380", "yuan ＝ 380", "“＝”是全角（中文）的，请改成英文的 ="),
        ("yuan = 380", "yuan：380", "“：”是全角（中文）的，请改成英文的 ="),
        ("yuan = 380", "yuan = ３８０", "数字“３８０”是全角的，请改成半角：380"),
        ("yuan = 380", "yuan = 380元", "数字后面不写“元”，只写 380"),
        ("yuan = 380", "yuan = 0380", "数字前面不写 0"),
        ("yuan = 380", "yuan　= 380", "有一个全角空格"),
        ("opens = 2023-10-01", "opens = 2023年10月1日", "应写成 2023-10-01，不加引号"),
        ("opens = 2023-10-01", "opens = 2023/10/1", "应写成 2023-10-01，不加引号"),
        ("opens = 2023-10-01", "opens = 2023-10-1", "应写成 2023-10-01，不加引号"),
        ("opens = 2023-10-01", "opens = 2023-10-38", "没有 2023-10-38 这一天"),
        ('decision = "accept"', "decision = “accept”", '引号是全角（中文）的，请改成英文的 "'),
        ('decision = "accept"', "decision = accept", '文字要加英文双引号："accept"'),
        ("listed = true", "listed = True", "“True”应写成 true（是）"),
        ("listed = true", "listed = 是", "“是”应写成 true（是）"),
        ("listed = true", "listed = 否", "“否”应写成 false（否）"),
        ('methods = ["cash", "pos"]', 'methods = ["cash"，"pos"]', "“，”是全角（中文）的，请改成英文的 ,"),
        ('methods = ["cash", "pos"]', 'methods = ["cash" "pos"]', "少了英文逗号"),
        ("yuan = 380", "这是标准，照通知", "说明文字前面加 #"),
    ],
)
def test_the_character_or_the_right_form_is_named(old: str, new: str, says: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    error = refused(text)
    assert says in str(error)
    assert text.splitlines()[error.facts["line"] - 1].strip() == new.strip()


def test_what_stands_in_quotes_and_comments_may_be_full_width() -> None:
    packs.load_bytes(GOOD.replace("yuan = 380", "yuan = 380 # 三百八，见“三（一）”", 1).encode(), "x")


def test_one_bracket_too_few_is_named_where_it_stands() -> None:
    text = GOOD.replace("[[category]]", "[category]", 1)
    error = refused(text)
    assert "[category] 应写成 [[category]]" in str(error)
    assert text.splitlines()[error.facts["line"] - 1] == "[category]"


def test_a_forgotten_header_is_thought_of() -> None:
    error = refused(GOOD.replace("[window.terms]\n", "", 1))
    assert "写了两次" in str(error) and "少了一行块名" in str(error)


def test_all_values_of_a_wrong_shape_are_named_at_once() -> None:
    text = GOOD.replace("subsidy = 342", 'subsidiy = "342"').replace("yuan = 380", 'yuan = "380"', 1)
    text = text.replace('payers = ["migrant_worker"]', 'payers = "migrant_worker"', 1)
    said = [each.problem for each in unreadable(text.encode(), "x")]
    assert len(said) == 3, said
    assert said[0].endswith("数字不加引号，写成 380")
    assert said[1].endswith('要放在方括号里：["migrant_worker"]')
    assert said[2].endswith("没有这个名称，最像的是 subsidy（资助多少元）")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('status = "final"', 'status = "正式"', "可以写：final（正式）、draft（征求意见稿）"),
        ('subsidy = "full"', 'subsidy = "Full"', "不能写 Full，最像的是 full，可以写：整数"),
        ("subsidy = 342", 'subsidy = "342"', "数字不加引号，写成 342"),
        ('rule = "highest"', 'rule = "sum"', "可以写：highest（就高不就低，不相加）"),
        ('code = "341821"', "code = 341821", '要放在英文双引号里："341821"'),
        ("listed = true", 'listed = "true"', "应写true（是）或 false（否），不加引号"),
    ],
)
def test_the_choices_stand_with_their_chinese(old: str, new: str, says: str) -> None:
    assert old in GOOD
    assert any(says in each.problem for each in unreadable(GOOD.replace(old, new, 1).encode(), "x"))


def test_words_of_a_list_stand_with_their_chinese() -> None:
    (said,) = found(changed("late.released.payers=刑满释放"), severe=True)
    assert all(f"{code}（{chinese}）" in said for code, chinese in PAYERS.items())
    (told,) = found(changed("late.released.payers=刑满释放人员"), severe=True)
    assert told.startswith("不认识 刑满释放人员，应写代号 released")
