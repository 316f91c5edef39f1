"""`pack confirm`: the county's answer goes into its own file whole, or the file stays as it was."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.packs.confirm import Answer, settle
from app.packs.reading import load_bytes
from app.packs.renew import renew
from app.packs.sources import find
from tests.factories import run_here, sentence_of
from tests.facts import listed, stated
from tests.policy.edited import PACK, changed, own_copy

TOLD = ("--answer", "每人1020元", "--by", "县医保局", "--on", "2024-03-01", "--source", "函〔2024〕7号")
LATE_NEWBORN: dict[str, Any] = stated(
    enrolment="newborn", birth_date="2024-02-01", event_date="2024-02-01", paid_on="2024-09-01", last_year="never",
)  # fmt: skip


def case(id: str, facts: dict[str, Any], **expect: Any) -> dict[str, Any]:
    return {"id": id, "facts": facts, "expect": expect, "clause": "四(一)"}


def with_cases(file: Path, *worked: dict[str, Any]) -> Path:
    file.with_name("cases.json").write_text(json.dumps(worked, ensure_ascii=False), encoding="utf-8")
    return file


def answer(question: str) -> Answer:
    return Answer(question=question, answer="a", by="b", on=date(2024, 3, 1), source="c")


def test_the_price_the_county_names_is_charged_from_then_on(tmp_path: Path) -> None:
    """郎溪 三(一): 640 is only a floor, so 1020 is nobody's figure until the county says so."""
    file = with_cases(own_copy(tmp_path), case("n1", LATE_NEWBORN, outcome="refer", due_fen=None))
    assert run_here("pack", "check", file).code == 0
    done = run_here("pack", "confirm", file, "full_financing", *TOLD, "--set", "prices.full.yuan=1020")
    assert done.code == 0, done.err
    assert "筹资总额：1020元（未确认，不收）（待县级确认） → 1020元（三(一)）" in done.out
    assert '结果（outcome）原定 "refer"（先问县级，不收），现在算出 "collect"（收款）' in done.out
    assert "应缴，分（due_fen）原定 null，现在算出 102000" in done.out
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    full = told["prices"]["full"]
    assert (full["yuan"], full["confirmed"]) == (1020, True)
    assert not {"silent", "question"} & set(full)
    assert "full_financing" not in {each["id"] for each in told["question"]}
    assert told["confirmed"][-1] | {"text": ""} == {
        "id": "full_financing", "text": "", "answer": "每人1020元", "by": "县医保局", "on": date(2024, 3, 1),
        "source": "函〔2024〕7号", "places": ["prices.full"],
    }  # fmt: skip
    assert run_here("pack", "check", file).code == 1, "the case still says what was true before"
    with_cases(file, case("n1", LATE_NEWBORN, outcome="collect", due_fen=102000))
    assert run_here("pack", "check", file).code == 0


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    file = own_copy(tmp_path)
    settled = settle(find(file), answer=answer("remittance"), sets=["remittance.within_days=3"])
    before, after = file.read_text(encoding="utf-8").splitlines(), settled.data.decode().splitlines()
    gone = [line for line in before if line not in after]
    assert [each.place for each in settled.changes] == ["remittance", "confirmed.remittance", "question.remittance"]
    assert {line.partition(" = ")[0] for line in gone} <= {"question", "id", "text", "default"}
    assert [line for line in before if line.startswith("#")] == [line for line in after if line.startswith("#")]


def test_an_amount_nobody_named_keeps_the_question_open(tmp_path: Path) -> None:
    file = own_copy(tmp_path)
    refused = run_here("pack", "confirm", file, "orphans", *TOLD)
    assert (refused.code, refused.out) == (2, "")
    assert "人员类别“孤儿”，资助多少元（subsidy）现在是 undetermined" in sentence_of(refused.err, "confirm_unsettled")
    assert file.read_bytes() == packs.pack_bytes(PACK)
    sets = ("--set", "category.孤儿.subsidy=full", "--set", "category.事实无人抚养儿童.subsidy=full")
    assert run_here("pack", "confirm", file, "orphans", *TOLD, *sets).code == 0
    known = load_bytes(file.read_bytes(), "x")
    assert known.category_of["孤儿"].subsidy == "full"
    assert known.category_of["孤儿"].question is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nothing", *TOLD), "question_unknown"),
        (("full_financing", *TOLD, "--set", "prices.full.colour=1"), "place_unknown"),
        (("full_financing", *TOLD, "--set", "prices.full.yuan=many"), "place_value_invalid"),
        (("full_financing", *TOLD, "--set", "prices.full.yuan"), "set_invalid"),
        (("full_financing", *TOLD, "--set", "prices.full.yuan=100"), "confirm_spoils"),
        (("full_financing", *TOLD, "--set", "category.低保对象.subsidy=395"), "confirm_spoils"),
        (("full_financing", "--answer", "1020"), "confirm_incomplete"),
        (("full_financing", *TOLD[:-1], " "), "confirm_incomplete"),
        (("--review", "prices.full"), "review_unknown"),
        ((), "confirm_nothing"),
        (("--set", "prices.full.yuan=1020"), "confirm_nothing"),
        (("full_financing", *TOLD[:4], "--on", "2024-02-30", *TOLD[6:]), "answer_day_invalid"),
    ],
)
def test_a_mistake_leaves_the_file_as_it_was(tmp_path: Path, words: tuple[str, ...], code: str) -> None:
    file = own_copy(tmp_path)
    refused = run_here("pack", "confirm", file, *words)
    assert (refused.code, refused.out) == (2, "")
    sentence_of(refused.err, code)
    assert file.read_bytes() == packs.pack_bytes(PACK)
    assert [each.name for each in file.parent.iterdir()] == ["pack.toml"]


@pytest.mark.parametrize("name", [PACK, f"resources/policy/{PACK}/pack.toml"])
def test_the_program_s_own_packs_are_not_changed(name: str) -> None:
    before = packs.pack_bytes(PACK)
    refused = run_here("pack", "confirm", name, "full_financing", *TOLD)
    assert refused.code == 2
    sentence_of(refused.err, "pack_shipped")
    assert packs.pack_bytes(PACK) == before


def test_what_has_been_looked_at_is_ticked_off(tmp_path: Path) -> None:
    file = own_copy(tmp_path, renew(find(PACK), year=2025).data)
    left = len(find(file).policy().reviews)
    words = ("--review", "prices.individual", "--review", "notice", "--set", "prices.individual.yuan=400")
    words += ("--set", "prices.full.yuan=1040")
    done = run_here("pack", "confirm", file, *words, "--json")
    assert done.code == 0, done.err
    assert done.json["reviews_left"] == left - 2
    pack = find(file).policy()
    assert (pack.prices.individual.yuan, pack.prices.individual.confirmed) == (400, True)
    assert not {"prices.individual", "notice"} & {each.place for each in pack.reviews}


def test_a_price_with_an_open_question_is_not_confirmed_by_looking_at_it(tmp_path: Path) -> None:
    file = own_copy(tmp_path, renew(find(PACK), year=2025).data)
    assert run_here("pack", "confirm", file, "--review", "prices.full").code == 0
    full = find(file).policy().prices.full
    assert full is not None and not full.confirmed


def test_answering_a_question_ticks_it_off_too(tmp_path: Path) -> None:
    file = own_copy(tmp_path, renew(find(PACK), year=2025).data)
    settled = settle(find(file), answer=answer("remittance"))
    new = load_bytes(settled.data, "x")
    assert "question.remittance" not in {each.place for each in new.reviews}


def test_a_floor_the_county_has_named_is_a_figure(tmp_path: Path) -> None:
    file = own_copy(tmp_path, changed("prices.full.at_least=true"))
    settled = settle(find(file), answer=answer("full_financing"), sets=["prices.full.yuan=1050"])
    full = load_bytes(settled.data, "x").prices.full
    assert full is not None and (full.yuan, full.at_least, full.confirmed) == (1050, False, True)


def test_cases_that_come_out_otherwise_are_listed_and_do_not_stop_the_answer(tmp_path: Path) -> None:
    orphan = stated(categories=[listed("孤儿")])
    file = with_cases(own_copy(tmp_path), case("o1", orphan, outcome="refer"))
    sets = ["category.孤儿.subsidy=full", "category.事实无人抚养儿童.subsidy=full"]
    settled = settle(find(file), answer=answer("orphans"), sets=sets)
    assert [(each.case, each.field, each.got) for each in settled.differences] == [("o1", "outcome", "collect_zero")]


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    file = own_copy(tmp_path, packs.pack_bytes(PACK).replace(b"\n", b"\r\n"))
    data = settle(find(file), answer=answer("remittance"), sets=["remittance.within_days=3"]).data
    assert data.count(b"\n") == data.count(b"\r\n")
    with pytest.raises(WrongUse):
        settle(find(file), answer=answer("nothing"))


WAITS = (
    "continuity.fixed_months=3", "continuity.months_each=1", "continuity.variable_from=2", "continuity.long_years=4",
    "continuity.long_least_months=6", "continuity.never=refer", "continuity.window_from=paid", "continuity.clause=四",
    "continuity.question=remittance",
)  # fmt: skip


def test_half_an_answer_does_not_close_the_question(tmp_path: Path) -> None:
    """The question asks from which year and what of those who never were insured; only the year is answered."""
    file = own_copy(tmp_path, changed(*WAITS))
    year = ("--set", "continuity.counts_from=2023", "--set", "remittance.within_days=3")
    refused = run_here("pack", "confirm", file, "remittance", *TOLD, *year)
    said = sentence_of(refused.err, "confirm_unsettled")
    assert "断保等待，从未参保的（never）现在是 refer" in said and "--set continuity.never=" in said
    assert file.read_bytes() == changed(*WAITS)
    whole = run_here("pack", "confirm", file, "remittance", *TOLD, *year, "--set", "continuity.never=none")
    assert whole.code == 0, whole.err


def test_the_county_may_say_that_it_decides_case_by_case(tmp_path: Path) -> None:
    file = own_copy(tmp_path, changed(*WAITS))
    same = run_here("pack", "confirm", file, "remittance", *TOLD, "--set", "continuity.never=refer")
    assert same.code == 0, same.err
    continuity = find(file).policy().continuity
    assert continuity is not None and (continuity.never, continuity.question) == ("refer", None)
    assert run_here("pack", "check", file).code == 0


def test_without_a_value_to_blame_it_is_not_the_value_that_is_blamed(tmp_path: Path) -> None:
    file = own_copy(tmp_path, changed("prices.full.minimum=1020"))
    spoilt = run_here("pack", "confirm", file, "full_financing", *TOLD, "--set", "prices.full.yuan=1000")
    assert "--set 写的值" in sentence_of(spoilt.err, "confirm_spoils")
    data = changed(
        "prices.fiscal.yuan=700", "prices.fiscal.at_least=true", "prices.fiscal.clause=三(一)", "prices.full.yuan=1080"
    )
    assert settle(find(own_copy(tmp_path / "b", data)), answer=answer("full_financing")).changes


@pytest.mark.parametrize(
    ("day", "code"),
    [("2024/11/1", "answer_day_invalid"), ("2024-11-31", "answer_day_invalid"), ("2999-11-01", "answer_day_ahead")],
)
def test_the_day_of_an_answer(tmp_path: Path, day: str, code: str) -> None:
    file = own_copy(tmp_path)
    refused = run_here("pack", "confirm", file, "full_financing", *TOLD[:4], "--on", day, *TOLD[6:])
    assert refused.code == 2
    said = sentence_of(refused.err, code)
    assert day in said
    assert file.read_bytes() == packs.pack_bytes(PACK)
