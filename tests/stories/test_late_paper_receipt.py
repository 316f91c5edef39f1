"""On a round 王会计 wrote a receipt by hand; two days later it is entered with its own date and number, by two."""

import pytest

from tests.clerks import At
from tests.factories import CLERK, Place
from tests.till_places import OTHER

LATE = ("pay", "r1", "--cash-fen", 38_000, "--paper", "sj-0007", "--paper-on")


def test_entered_once_by_two(wang: At):
    assert "第二个人" in wang.refuses("late_needs_second", *LATE, "2023-11-13")
    wang.refuses("second_is_operator", *LATE, "2023-11-13", "--second", CLERK)
    paid = wang.json(*LATE, "2023-11-13", "--second", OTHER)["payments"][0]
    # The same paper is not entered for somebody else, in whatever letters.
    said = wang.refuses(
        "paper_used", "pay", "r3", *LATE[2:4], "--paper", "SJ-0007", *LATE[6:], "2023-11-13", "--second", OTHER
    )
    assert paid["receipt"] in said
    with wang.place.desk(CLERK) as desk:
        (row,) = desk.db.query("SELECT paid_on, paper, paper_on, state, day FROM payment_states")
        (override,) = desk.db.query("SELECT what, second, by FROM overrides")
        (opened,) = desk.db.query("SELECT date FROM days")
    assert row == {"paid_on": "2023-11-13", "paper": "SJ-0007", "paper_on": "2023-11-13", "state": "active", "day": 1}
    assert override == {"what": "late", "second": OTHER, "by": CLERK}
    # The money is in the drawer of the day it was entered, and its paper is no receipt to print.
    assert opened["date"] == "2023-11-15"
    wang.says("day", "count", "--fen", 58_000)
    closed = wang.json("day", "close")
    assert (closed["clean"], closed["unprinted"]) == (True, [])


def test_void_frees_the_paper(wang: At):
    paid = wang.json(*LATE, "2023-11-13", "--second", OTHER)["payments"][0]
    wang.says("void", paid["payment"], "--reason", "录错人")
    wang.says("pay", "r3", "--cash-fen", 38_000, "--paper", "SJ-0007", "--paper-on", "2023-11-13", "--second", OTHER)


@pytest.mark.parametrize(
    ("code", "paper", "on", "exit_code"),
    [
        ("paper_number", "收 7", "2023-11-13", 2),
        ("paper_ahead", "SJ7", "2023-11-16", 2),
        ("outcome_not_open", "SJ7", "2023-09-13", 1),
    ],
)
def test_what_cannot_have_been_written(counter: Place, code: str, paper: str, on: str, exit_code: int):
    words = ("pay", "r1", "--cash-fen", 38_000, "--paper", paper, "--paper-on", on, "--second", "赵村长")
    counter.refuses(code, *words, exit_code=exit_code)


def test_where_there_is_one_clerk_a_witness_is_named(counter: Place):
    counter.refuses("paper_incomplete", *LATE[:-1], exit_code=2)
    counter.refuses("second_missing", *LATE, "2023-11-13", "--second", " ", exit_code=2)
    counter.says(*LATE, "2023-11-13", "--second", "赵村长")
