"""A cases.json with a mistake: the sample, its line and what to write, in the official's language."""

import json
from pathlib import Path
from typing import Any

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.packs import cases
from app.packs.verbs import pack_check
from tests.factories import run_here, sentence_of
from tests.facts import listed, stated
from tests.policy.edited import own_copy


def case(
    id: Any = "1", *, expect: dict[str, Any] | None = None, facts: dict[str, Any] | None = None, **more: Any
) -> Any:
    told = {"outcome": "collect"} if expect is None else expect
    return {"id": id, "clause": "三(一)", "facts": stated() if facts is None else facts, "expect": told} | more


def beside(tmp_path: Path, data: bytes) -> Path:
    file = own_copy(tmp_path)
    file.with_name("cases.json").write_bytes(data)
    return file


def written(*told: Any) -> bytes:
    """One sample a line, the first on line 2."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in told)
    return f"[\n{lines}\n]\n".encode()


def found(tmp_path: Path, *told: Any, severe: bool = True) -> list[str]:
    check = pack_check(beside(tmp_path, written(*told)))
    assert check.ok == (not severe)
    return [f"{each.line} {each.problem}" for each in check.findings if each.file and each.severe == severe]


GOOD = written(case())


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", 1, "文件是空的"),
        (GOOD.decode().encode("gb18030").replace(b'"1"', '"一"'.encode("gb18030")), 2, "不是 UTF-8 文字"),
        (GOOD.replace(b"}\n]", b"},\n]"), 2, "样例 1：最后一项后面多了一个逗号"),
        (GOOD.replace(b'"collect"}', b'"collect",}'), 2, "样例 1：最后一项后面多了一个逗号"),
        (GOOD.replace(b'"1"', "“1”".encode()), 2, '引号是全角（中文）的，请改成英文的 "'),
        (GOOD.replace(b'"id":', '"id"：'.encode()), 2, "“：”是全角（中文）的，请改成英文的 :"),
        (GOOD.replace(b', "clause"', b' "clause"'), 2, "少了英文逗号"),
        (GOOD.rstrip()[:-1], 2, "结尾少了 ] 或 }"),
        (b'{"id": "1"}', 1, "样例要放在一对方括号 [ ] 里"),
        (b"[" * 100_000, 1, "括号套得太深"),
    ],
)
def test_a_file_that_is_no_list_of_samples(tmp_path: Path, data: bytes, line: int, says: str) -> None:
    refused = run_here("pack", "check", beside(tmp_path, data))
    assert refused.code == 2
    said = sentence_of(refused.err, "cases_invalid")
    assert f"第 {line} 行：" in said and says in said


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert run_here("pack", "check", beside(tmp_path, b"\xef\xbb\xbf" + GOOD)).code == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (case(7), '样例 7：编号（id）要放在英文双引号里："7"'),
        ({key: value for key, value in case("7").items() if key != "clause"}, "样例 7：缺少 clause（出自通知哪一条）"),
        (case("7", claus="三"), "样例 7：没有 claus 这个名称，最像的是 clause"),
        (case("7", expect={}), "样例 7：应得的结果（expect）是空的"),
        (case("7", expect={"outcom": "collect"}), "样例 7：结果里没有 outcom，最像的是 结果（outcome）"),
        (case("7", expect={"outcome": "collekt"}), "不能是 collekt，可以写：collect（收款）"),
        (case("7", expect={"due_fen": "40000"}), '应缴，分（due_fen）要写整数，不加引号，写成了 "40000"'),
        (case("7", expect={"benefit_start": "2024/1/1"}), "待遇第一天（benefit_start）要写成加引号的日期"),
        (case("7", expect={"eligible": "是"}), "能参保（eligible）要写 true（是）或 false（否）"),
        (case("7", facts=stated(categories=[listed("土豪")])), "样例 7：政策包里没有“土豪”这一类人员"),
        (case("7", facts=stated(enrolment="tourist")), "（enrolment） 不能是 'tourist'，可以写：ordinary（一般居民）"),
        (case("7", facts=stated(birthdate="1968-03-12")), "最像的是 birth_date（出生日期）"),
        (case("7", ask="weather"), "样例 7：没有“weather”这一类问题"),
        (case("1"), "样例 1：这个编号第 2 行已经用过"),
    ],
)  # fmt: skip
def test_a_sample_that_cannot_be_meant(tmp_path: Path, wrong: Any, says: str) -> None:
    (said,) = found(tmp_path, case(), wrong, case("9"))
    assert said.startswith("3 ") and says in said, said


def test_a_clause_nobody_listed_is_something_to_look_at(tmp_path: Path) -> None:
    assert found(tmp_path, case(clause="九十(九)"), severe=False) == [
        "2 样例 1：条款 九十(九) 不在政策包的 [[clause]] 条款清单里"
    ]


def test_the_other_samples_are_worked_all_the_same(tmp_path: Path) -> None:
    file = beside(tmp_path, written(case(expect={"outcom": 1}), case("2", expect={"outcome": "refer"})))
    told = run_here("pack", "check", file)
    assert told.code == 2
    assert "cases.json 第 2 行：样例 1：结果里没有 outcom" in told.out
    assert '样例 2：结果（outcome）应为 "refer"（先问县级，不收），算出 "collect"（收款）' in told.out
    assert "（cases.json）" in sentence_of(told.err, "pack_unsound")


def test_a_difference_alone_ends_with_1(tmp_path: Path) -> None:
    assert run_here("pack", "check", beside(tmp_path, written(case(expect={"outcome": "refer"})))).code == 1


def test_a_pack_in_force_without_samples_is_told_so(tmp_path: Path) -> None:
    told = run_here("pack", "check", own_copy(tmp_path))
    assert told.code == 0
    assert "还没有样例（cases.json）" in told.out


def test_the_unknown_category_names_its_sample() -> None:
    worked = cases.read(written(case("甲", facts=stated(categories=[listed("土豪")]))), "x")
    with pytest.raises(WrongUse) as caught:
        cases.run(packs.load("langxi-2024"), worked)
    assert str(caught.value).startswith("样例 甲：")
