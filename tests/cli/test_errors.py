"""Wrong use and refusals: one line of Chinese on standard error with its code, nothing on standard output, exit 2
or 1."""

from pathlib import Path

import pytest

from tests.factories import CLERK, CODE, NAME, PACK, Place, run_here, sentence_of


@pytest.mark.parametrize(
    "words, said",
    [
        ("frobnicate", "没有“frobnicate”这个命令"),
        ("day frobnicate", "没有“frobnicate”这个命令"),
        ("day", "没有写要做什么"),
        ("day open", "缺少 --float-fen"),
        ("day open --float-fen many", "--float-fen 的值不对"),
        ("find", "缺少 TEXT"),
        ("find a b", "参数的个数不对"),
        ("find x --colour red", "没有 --colour 这个选项"),
        ("find x --limit 0", "--limit 的值不对"),
        ("pay r1 --cash-fen", "--cash-fen 后面要写一个值"),
        ("due r1 --on 2023-13-01", "--on 的值不对"),
        ("point create --device 10", "--device 的值不对"),
        ("demo-roster x.csv --people 0", "--people 的值不对"),
        ("receipt 1", "缺少 --pdf"),
        ("void x", "缺少 --reason"),
        ("assess", "缺少 --pack"),
    ],
)
def test_a_command_that_cannot_be_understood(words: str, said: str):
    answer = run_here(*words.split())
    assert (answer.code, answer.out) == (2, "")
    assert said in sentence_of(answer.err, "usage")


def test_help_is_no_error():
    for words in ((), ("pay",), ("county", "receive")):
        answer = run_here(*words, "--help")
        assert (answer.code, answer.err) == (0, "")
        assert any("\u4e00" <= character <= "\u9fff" for character in answer.out)


VERBS = (
    ("find", "x"), ("due", "r1"), ("day", "open", "--float-fen", 0), ("day", "count", "--fen", 0), ("day", "close"),
    ("pay", "r1", "--cash-fen", 0), ("receipt", "1", "--pdf", "x.pdf"), ("void", "x", "--reason", "y"), ("export", "."),
    ("import", "x"), ("verify",), ("roster", "import", "x.csv"), ("point", "request", "x.json"),
    ("clock", "confirm", "--reason", "x"), ("clerk", "add", "x"),
)  # fmt: skip
COUNTY_VERBS = (
    ("county", "enrol", "x"), ("county", "receive", "x"), ("county", "reply", "--point", CODE, "."),
    ("county", "reconcile"),
)  # fmt: skip


def test_a_folder_of_the_other_kind(point: Place, office: Place):
    for verb in VERBS:
        office.refuses("folder_of_county", *verb, exit_code=2)
    for verb in COUNTY_VERBS:
        point.refuses("not_a_county", *verb, exit_code=2)
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK, "--practice")
    office.refuses("folder_of_county", *made, exit_code=2)
    point.refuses("folder_in_use", "county", "create", "--name", "县", "--practice", exit_code=2)


def test_a_folder_with_nothing_in_it(tmp_path: Path):
    nowhere = Place(tmp_path / "nothing")
    for verb in VERBS:
        nowhere.refuses("no_point", *verb)
    for verb in COUNTY_VERBS:
        nowhere.refuses("not_a_county", *verb, exit_code=2)
    assert not nowhere.folder.exists()


def test_options_stand_before_or_after_the_verb(counter: Place):
    given = {"CUNJIAO_PASSPHRASE": counter.passphrase, "CUNJIAO_NOW": str(counter.now)}
    found = counter.json("find", "zgf")
    for words in (
        ("--data", counter.folder, "--json", "find", "zgf"),
        ("find", "zgf", "--json", "--data", counter.folder),
        ("--json", "find", "--data", counter.folder, "zgf", "--operator", CLERK),
        ("--operator", CLERK, "find", "--json", "zgf", "--data", counter.folder),
    ):
        answer = run_here(*words, environment=given)
        assert (answer.code, answer.json) == (0, found)
    closed = ("day", "--data", counter.folder, "count", "--fen", 20_000, "--json")
    assert run_here(*closed, environment=given).json["counted_fen"] == 20_000


def test_a_point_that_cannot_be_made(tmp_path: Path):
    made = ("point", "create", "--name", NAME, "--practice")
    place = Place(tmp_path / "point")
    place.refuses("operator_missing", *made, "--pack", PACK, "--point", CODE, exit_code=2)
    for code in ("12", "34182110020x", "３４１８２１１００２０１"):
        place.refuses("point_code", *made, "--pack", PACK, "--point", code, "--operator", CLERK, exit_code=2)
    place.refuses("pack_unknown", *made, "--pack", "x", "--point", CODE, "--operator", CLERK, exit_code=2)
    assert not place.folder.exists()
    (tmp_path / "file").write_text("")
    beneath = Place(tmp_path / "file" / "point")
    beneath.refuses("folder_unwritable", *made, "--pack", PACK, "--point", CODE, "--operator", CLERK)


def test_the_clock_of_practice_must_be_a_time(counter: Place):
    counter.refuses("now_invalid", "verify", CUNJIAO_NOW="tomorrow", exit_code=2)
    # A bare date is noon; an offset is turned into China's time.
    assert counter("verify", CUNJIAO_NOW="2023-11-15").code == 0
    assert counter("verify", CUNJIAO_NOW="2023-11-15T01:30:00+00:00").code == 0


def test_people_who_are_not_there(counter: Place):
    for resident in ("r999", "r0", "341821200001010011", "R123456789"):
        counter.refuses("resident_unknown", "due", resident)
        counter.refuses("resident_unknown", "pay", resident, "--cash-fen", 38_000)
    said = counter.refuses("resident_unknown", "due", "341821200001010011")
    assert "341821200001010011" not in said
    counter.refuses("amount_negative", "pay", "r1", "--cash-fen", -1, exit_code=2)


def test_amounts_with_too_many_zeros(counter: Place):
    huge = 99_999_999_999_999_999_999_999
    counter.refuses("amount_too_large", "pay", "r1", "--cash-fen", huge, exit_code=2)
    counter.refuses("amount_too_large", "day", "count", "--fen", huge, exit_code=2)
    counter.says("day", "count", "--fen", 20_000)
    counter.says("day", "close")
    counter.refuses("amount_too_large", "day", "open", "--float-fen", huge, exit_code=2)


def test_facts_nested_without_end(point: Place):
    answer = point("assess", "--pack", "langxi-2024", stdin="[" * 100_000)
    assert answer.code == 2
    assert sentence_of(answer.err, "facts_invalid")


def test_a_receipt_does_not_take_a_device_s_place(counter: Place):
    (paid,) = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"]
    counter.refuses("cannot_write", "receipt", paid["receipt"], "--pdf", "/dev/null")
    assert counter.json("receipt", paid["receipt"], "--pdf", counter.folder / "1.pdf")["copy"] == 0
