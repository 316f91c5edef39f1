"""After the season: a veteran, a newborn, somebody released. The counter hears it and takes what is settled."""

import json
from datetime import date

import pytest

from app.domain.resident import Resident
from app.store import journal
from tests.factories import Place, enter, villager

VETERAN = ("--fact", "enrolment=veteran", "--fact", "event_date=2024-01-10")
NEWBORN = ("--fact", "enrolment=newborn", "--fact", "registered=true", "--fact", "last_year=never")
RELEASED = ("--fact", "enrolment=released", "--fact")


@pytest.fixture
def spring(point: Place) -> Place:
    """The counter of 郎溪县 in May of the benefit year, the season long over; r1 a man of 1990, r2 born in March."""
    child = Resident(
        name="单小满",
        document_type="birth_certificate",
        document_number="R340123456",
        birth_date=date(2024, 3, 1),
        sex="female",
        household="0001",
        head="曾建国",
        relation="女",
    )
    with point.desk() as desk:
        enter(desk, [villager("曾建国", birth=date(1990, 3, 3)), child])
    point.now = "2024-05-20T09:30:00"
    point.says("day", "open", "--float-fen", 20_000)
    return point


def test_nobody_pays_by_merely_coming_late(spring: Place):
    assert spring.json("due", "r1")["outcome"] == "refer"
    spring.refuses("outcome_refer", "pay", "r1", "--cash-fen", 38_000)


def test_a_veteran_pays_and_is_covered_from_the_next_day(spring: Place):
    told = spring.json("due", "r1", *VETERAN)
    assert (told["outcome"], told["due_fen"], told["benefit_start"]) == ("collect", 38_000, "2024-05-21")
    paid = spring.json("pay", "r1", "--cash-fen", 40_000, *VETERAN)
    assert (paid["total_fen"], paid["change_fen"]) == (38_000, 2_000)


def test_the_record_keeps_what_was_said_and_why(spring: Place):
    spring.says("pay", "r1", "--cash-fen", 38_000, *VETERAN)
    with spring.desk() as desk:
        kept = [json.loads(line) for _, line, _ in journal.lines(desk.db, desk.journal)]
    (body,) = (entry["body"] for entry in kept if entry["kind"] == "payment")
    assert (body["facts"]["enrolment"], body["facts"]["event_date"]) == ("veteran", "2024-01-10")
    assert body["pack_hash"] == desk.policy.hash
    assert {"code", "clause", "numbers"} <= set(body["steps"][0])
    assert "late_event" in [step["code"] for step in body["steps"]]


def test_without_the_day_of_discharge_it_is_asked_for(spring: Place):
    """郎溪 四(二): the day changes nothing for the price, but whether it lies in this year is an open question."""
    told = spring.json("due", "r1", "--fact", "enrolment=veteran")
    assert told["outcome"] in ("collect", "refer")
    assert told["outcome"] == "collect" or "event_date" in [question["id"] for question in told["questions"]]


def test_a_newborn_in_time_is_covered_from_birth(spring: Place):
    told = spring.json("due", "r2", *NEWBORN)
    assert (told["outcome"], told["due_fen"], told["benefit_start"]) == ("collect", 38_000, "2024-03-01")
    assert spring.json("pay", "r2", "--cash-fen", 38_000, *NEWBORN)["total_fen"] == 38_000


def test_a_newborn_too_late_waits_for_the_county_to_type_the_price(spring: Place):
    spring.now = "2024-06-03T09:30:00"
    told = spring.json("due", "r2", *NEWBORN)
    assert (told["outcome"], told["due_fen"]) == ("refer", None)
    assert "full_financing" in [question["id"] for question in told["questions"]]
    spring.refuses("outcome_refer", "pay", "r2", "--cash-fen", 102_000, *NEWBORN)


@pytest.mark.parametrize(("released", "outcome"), [("2024-02-20", "collect"), ("2024-02-19", "refer")])
def test_three_months_after_release_decide(spring: Place, released: str, outcome: str):
    assert spring.json("due", "r1", *RELEASED, f"event_date={released}")["outcome"] == outcome


def test_a_grown_man_is_no_newborn(spring: Place):
    told = spring.json("due", "r1", "--fact", "enrolment=newborn")
    assert (told["outcome"], told["due_fen"]) == ("refer", None)


def test_a_day_that_is_none_and_a_fact_said_twice_are_refused(spring: Place):
    said = spring.refuses(
        "facts_invalid", "due", "r1", "--fact", "enrolment=veteran", "--fact", "event_date=2024-02-30", exit_code=2
    )
    assert "event_date 不是真实存在的日期" in said
    spring.refuses("fact_twice", "due", "r1", *VETERAN, "--fact", "enrolment=newborn", exit_code=2)
