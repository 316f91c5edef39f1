"""An unknown pack, category, enrolment or field, an impossible date, a wrong type, an unknown key, a duplicate id: one
sentence with the place, exit 2, and nothing loaded or answered by halves."""

import json
from pathlib import Path
from typing import Any

import pytest

from app import packs
from tests.factories import run_here, sentence_of
from tests.facts import listed, stated
from tests.policy.edited import PACK, changed, own_copy


def asked(*people: dict[str, Any], pack: str = PACK) -> Any:
    return run_here("assess", "--pack", pack, "--json", stdin=json.dumps(people, ensure_ascii=False))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"categories": [listed("土豪")]}, "土豪"),
        ({"enrolment": "tourist"}, "enrolment"),
        ({"colour": "red"}, "colour"),
        ({"paid_on": "2023-02-30"}, "paid_on"),
        ({"registered": "yes"}, "registered"),
    ],
)
def test_one_wrong_person_means_no_answers(told: dict[str, Any], says: str) -> None:
    answer = asked(stated(), stated(**told))
    assert (answer.code, answer.out) == (2, "")
    said = sentence_of(answer.err, "facts_invalid")
    assert said.startswith("第 2 人：") and says in said


def test_an_unknown_pack() -> None:
    answer = asked(stated(), pack="nowhere-2024")
    assert (answer.code, answer.out) == (2, "")
    assert PACK in sentence_of(answer.err, "pack_unknown")


def broken(kind: str) -> bytes:
    good = packs.pack_bytes(PACK)
    return {
        "type": good.replace(b"yuan = 380", b'yuan = "380"', 1),
        "key": good.replace(b"yuan = 380", b"yuan = 380\ncolour = 1", 1),
        "date": good.replace(b"opens = 2023-10-01", b"opens = 2023-02-30", 1),
        "id": good.replace(b'id = "migrant"', b'id = "collection"', 1),
        "category": changed("late.dynamic.categories=土豪"),
        "enrolment": changed("late.released.payers=tourist"),
    }[kind]


@pytest.mark.parametrize("kind", ["type", "key", "date", "id", "category", "enrolment"])
@pytest.mark.parametrize("verb", ["show", "questions", "new"])
def test_a_broken_pack_is_not_used_for_anything(tmp_path: Path, verb: str, kind: str) -> None:
    file = own_copy(tmp_path, broken(kind))
    words = ("new", "--from", file, "--year", "2025", "--out", tmp_path) if verb == "new" else (verb, file)
    answer = run_here("pack", *words)
    assert (answer.code, answer.out) == (2, "")
    said = sentence_of(answer.err, "pack_invalid")
    assert str(file) in said and "行" in said
    assert [each.name for each in tmp_path.iterdir()] == [PACK]


@pytest.mark.parametrize("kind", ["type", "key", "date", "id", "category", "enrolment"])
def test_check_names_the_place_and_ends_with_2(tmp_path: Path, kind: str) -> None:
    answer = run_here("pack", "check", own_copy(tmp_path, broken(kind)))
    assert answer.code == 2
    assert "行" in sentence_of(answer.err, "pack_unsound" if answer.out else "pack_invalid")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"opens = 2023-10-01", b"opens = 2023-02-30", "没有 2023-02-30 这一天"),
        (b"yuan = 380", b'yuan = "380"', "数字不加引号，写成 380"),
        (b"yuan = 380", b"yuan 380", "名称后面少了等号"),
        (b"yuan = 380", b"yuan = 380\nyuan = 390", "yuan 在同一块里写了两次，第 "),
        (b"yuan = 380", b"yuan = [380", "方括号没有配对"),
        (b'decision = "accept"', b'decision = "perhaps"', "不能写 perhaps，可以写：accept（可以）、hold（"),
        (b"opens = 2023-10-01", b'opens = "2023-13-01"', "应写日期（如 2024-10-08），不加引号"),
        (b"yuan = 380", b"yuan = " + b"[" * 5000, "括号套得太深"),
    ],
)
def test_what_is_wrong_is_said_in_the_officials_language(tmp_path: Path, old: bytes, new: bytes, says: str) -> None:
    file = own_copy(tmp_path, packs.pack_bytes(PACK).replace(old, new, 1))
    answer = run_here("pack", "check", file)
    assert answer.code == 2
    assert says in sentence_of(answer.err, "pack_unsound" if answer.out else "pack_invalid")


def test_a_byte_order_mark_of_notepad_does_no_harm(tmp_path: Path) -> None:
    file = own_copy(tmp_path, b"\xef\xbb\xbf" + packs.pack_bytes(PACK))
    assert run_here("pack", "check", file).code == 0
    assert run_here("pack", "questions", file).code == 0


def test_the_line_an_official_looks_for(tmp_path: Path) -> None:
    file = own_copy(tmp_path, changed("category.低保对象.subsidy=395"))
    line = file.read_text(encoding="utf-8").splitlines().index("subsidy = 395") + 1
    answer = run_here("pack", "check", file)
    assert answer.code == 2
    assert f"第 {line} 行：低保对象 资助 395 元，高于个人缴费 380 元" in answer.out.splitlines()


@pytest.mark.parametrize("verb", ["check", "show", "questions"])
def test_a_file_that_is_not_there(tmp_path: Path, verb: str) -> None:
    answer = run_here("pack", verb, tmp_path / "none.toml")
    assert (answer.code, answer.out) == (2, "")
    sentence_of(answer.err, "pack_missing")
