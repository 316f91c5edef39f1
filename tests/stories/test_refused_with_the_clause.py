"""What a notice does not settle or does not list is refused with the sentence and its clause; what the payer can
tell is asked."""

from datetime import date
from pathlib import Path

import pytest

from tests.factories import CLERK, Place, enter, villager


def point_of(folder: Path, pack: str, code: str, on: str) -> Place:
    """A practice point under another county's notice, with an ordinary resident (r1) and one in full subsidy (r2)."""
    place = Place(folder, now=f"{on}T09:30:00")
    made = ("point", "create", "--pack", pack, "--point", code, "--name", "村", "--operator", CLERK)
    place.says(*made, "--practice", "--on", on)
    place.lighten()
    with place.desk() as desk:
        enter(desk, [villager("曾广福"), villager("仇长生", order=1, category="特困人员")])
    place.says("day", "open", "--float-fen", 0)
    return place


@pytest.mark.parametrize("pack, code", [("yixian-2024", "341023100201"), ("xingguo-2024", "360732200201")])
def test_a_village_that_may_not_take_money(tmp_path: Path, pack: str, code: str):
    place = point_of(tmp_path / "point", pack, code, "2023-11-15")
    assert place.json("due", "r1")["due_fen"] == 38_000
    for money, word in (
        (("--cash-fen", 38_000), "现金"), (("--pos", "--terminal", "T1", "--reference", "123456"), "POS"),
    ):  # fmt: skip
        said = place.refuses("method_not_listed", "pay", "r1", *money)
        assert word in said and "没有列出" in said and "（五" in said
    assert place.json("find", "曾广福")[0]["status"] == "unpaid"
    # Confirming that nothing is due takes no money and is no such method.
    assert place.json("pay", "r2", "--cash-fen", 0)["payments"][0]["receipt"].endswith("900001")


def test_a_question_is_asked_and_the_answer_declared(counter: Place):
    assert counter.json("find", "查新民")[0]["status"] == "refer"
    asked = counter.json("due", "r6")
    assert asked["outcome"] == "refer"
    assert [question["id"] for question in asked["questions"]] == ["registered"]
    said = counter.refuses("outcome_refer", "pay", "r6", "--cash-fen", 38_000)
    assert "是否已经办理参保登记" in said

    assert counter.json("due", "r6", "--fact", "registered=false")["outcome"] == "register_first"
    counter.refuses("outcome_register_first", "pay", "r6", "--cash-fen", 38_000, "--fact", "registered=false")
    assert counter.json("due", "r6", "--fact", "registered=true")["due_fen"] == 38_000
    counter.says("pay", "r6", "--cash-fen", 38_000, "--fact", "registered=true")
    assert counter.json("find", "查新民")[0]["status"] == "paid"


def test_a_fact_that_is_none(counter: Place):
    for fact in ("registered", "=true"):
        counter.refuses("fact_invalid", "due", "r6", "--fact", fact, exit_code=2)
    counter.refuses("facts_invalid", "due", "r6", "--fact", "registered=maybe", exit_code=2)
    assert counter("due", "r6", "--fact", "shoe_size=42").code == 2


def test_employee_insurance_elsewhere(counter: Place):
    assert counter.json("find", "区志强")[0]["status"] == "refused"
    assert "二" in counter.refuses("outcome_refuse", "pay", "r7", "--cash-fen", 38_000)


def test_outside_the_window(counter: Place):
    assert counter.json("due", "r1", "--on", "2023-09-30")["outcome"] == "not_open"
    assert counter.json("due", "r1", "--on", "2023-10-01")["outcome"] == "collect"
    assert counter.json("due", "r1", "--on", "2023-12-31")["outcome"] == "collect"
    assert counter.json("due", "r1", "--on", "2024-01-01")["outcome"] == "refer"
    migrant = ("--fact", "enrolment=migrant_worker")
    assert counter.json("due", "r1", "--on", "2024-02-29", *migrant)["outcome"] == "collect"
    # Nobody is charged for a day that is not today.
    counter.now = "2024-01-02T09:00:00"
    counter.refuses("outcome_refer", "pay", "r1", "--cash-fen", 38_000)
    assert counter.json("pay", "r1", "--cash-fen", 38_000, *migrant)["total_fen"] == 38_000


def test_nothing_to_pay_is_confirmed_with_a_number_of_its_own_kind(counter: Place, tmp_path: Path):
    assert counter.json("find", "仇长生")[0]["status"] == "zero"
    assert counter.json("due", "r5")["outcome"] == "collect_zero"
    # With a paying neighbour in one go: one receipt of each series, and nothing of the zero one in the drawer.
    done = counter.json("pay", "r5", "r1", "--cash-fen", 40_000)
    assert [(p["receipt"][-6:], p["due_fen"]) for p in done["payments"]] == [("900001", 0), ("000001", 38_000)]
    assert (done["total_fen"], done["change_fen"]) == (38_000, 2_000)
    counter.refuses("already_paid", "pay", "r5", "--cash-fen", 0)
    counter.json("receipt", done["payments"][0]["receipt"], "--pdf", tmp_path / "zero.pdf")
    counter.says("day", "count", "--fen", 58_000)
    closed = counter.json("day", "close")
    assert (closed["people"], closed["receipts"], closed["records"], closed["clean"]) == (2, 2, 2, True)


def test_a_waiting_period_is_said_before_paying_and_stands_on_the_receipt(tmp_path: Path):
    """方太乡: who pays after the window waits 90 days. (A practice point may take it, under the mark of a draft.)"""
    from app.desk.print_receipt import view

    place = point_of(tmp_path / "point", "xingguo-2024", "360732200201", "2024-03-01")
    asked = place.json("due", "r2")
    assert (asked["outcome"], asked["waiting"]) == ("collect_zero", "90d")
    assert "90" in place.says("due", "r2")
    number = place.json("pay", "r2", "--cash-fen", 0)["payments"][0]["receipt"]
    with place.desk() as desk:
        page = view(desk, number)
    assert page.draft and page.practice
    assert page.waiting == "90d" and page.benefit_start == date.fromisoformat(asked["benefit_start"])
    assert "90" in page.waiting_note
