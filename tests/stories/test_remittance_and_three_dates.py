"""随县: taken on the 15th, paid in on the 16th, received on the 17th; cover that follows the money follows the 17th."""

from datetime import date

import pytest

from app.desk.benefit import Benefit, benefit
from app.store import counter as counter_store
from tests.factories import Place, enter, villager

NUMBER = "3418211002012310000001"
NEWBORN = ("--fact", "enrolment=newborn", "--fact", "registered=true", "--fact", "event_date=2023-01-10")
CASH = ("--bank", "信用社", "--on")


@pytest.fixture
def newborn(suixian: Place) -> str:
    """In June of the benefit year: the receipt of a child of January, whose cover follows the money (四¶2)."""
    close(suixian, 0)
    suixian.now = "2023-06-15T09:00:00"
    suixian.says("day", "open", "--float-fen", 0)
    with suixian.desk() as desk:
        enter(desk, [villager("单小满", birth=date(2023, 1, 10), order=3, last_year="never")])
        enter(desk, [villager("单大满", birth=date(2023, 1, 10), order=4, last_year="never")])
    return pay(suixian, "单小满")


def pay(place: Place, name: str) -> str:
    """Pay for a newborn; the receipt's number."""
    handle = place.json("find", name)[0]["resident"]
    return str(place.json("pay", handle, "--cash-fen", 35_000, *NEWBORN)["payments"][0]["receipt"])


def covered(place: Place, receipt: str) -> Benefit:
    with place.desk() as desk:
        row = counter_store.by_receipt(desk.db, receipt)
        assert row is not None
        return benefit(desk, row)


def close(place: Place, fen: int) -> None:
    place.says("day", "count", "--fen", fen)
    assert place.json("day", "close")["clean"] is True


def test_the_start_follows_the_money(suixian: Place, newborn: str):
    before = covered(suixian, newborn)
    assert (before.provisional, before.remitted_on, before.received_on) == (True, None, None)
    close(suixian, 35_000)
    suixian.now = "2023-06-17T09:00:00"
    # Two slips make one day: while one of them is on the way nothing is received.
    suixian.says("remit", "add", "J1", "--fen", 20_000, *CASH, "2023-06-16", "--day", "2=200")
    assert covered(suixian, newborn).remitted_on is None
    suixian.says("remit", "add", "J2", "--fen", 15_000, *CASH, "2023-06-16")
    suixian.says("remit", "arrived", "j1", "--on", "2023-06-17")
    half = covered(suixian, newborn)
    assert (half.remitted_on, half.received_on, half.provisional) == (date(2023, 6, 16), None, True)
    suixian.says("remit", "arrived", "J2", "--on", "2023-06-17")
    after = covered(suixian, newborn)
    assert (after.paid_on, after.remitted_on, after.received_on) == (
        date(2023, 6, 15), date(2023, 6, 16), date(2023, 6, 17),
    )  # fmt: skip
    assert (after.provisional, after.starts) == (False, date(2023, 6, 17))


def test_money_carried_over_keeps_its_dates(suixian: Place, newborn: str):
    """It went to the bank with the payment it was taken for."""
    close(suixian, 35_000)
    suixian.now = "2023-06-17T09:00:00"
    suixian.says("remit", "add", "J1", "--fen", 35_000, *CASH, "2023-06-16")
    suixian.says("remit", "arrived", "J1", "--on", "2023-06-17")
    suixian.says("day", "open", "--float-fen", 0)
    right = suixian.json("find", "单大满")[0]["resident"]
    done = suixian.json("reverse", newborn, "--reason", "同名", "--to", right, *NEWBORN)
    carried = covered(suixian, done["carried"]["payments"][0]["receipt"])
    assert (carried.remitted_on, carried.received_on) == (date(2023, 6, 16), date(2023, 6, 17))


def test_slips_that_cannot_be(suixian: Place, newborn: str):
    close(suixian, 35_000)
    suixian.now = "2023-06-17T09:00:00"
    add = ("remit", "add", "J1", "--fen", 35_000, *CASH)
    assert "300 元，与所选账日应解缴的 350 元不符" in suixian.refuses(
        "remit_differs", *add[:4], 30_000, *add[5:], "2023-06-16"
    )
    suixian.refuses("remit_too_early", *add, "2023-06-14")
    suixian.refuses("remit_ahead", *add, "2023-06-18")
    suixian.refuses("bank_missing", "remit", "add", "J1", "--fen", 1, "--on", "2023-06-16", "--bank", " ", exit_code=2)
    suixian.refuses("remit_too_much", *add, "2023-06-16", "--day", "2=351")
    for day, code in (
        ("2=0", "remit_zero"),
        ("²", "day_unreadable"),
        ("2=", "amount_unreadable"),
        ("-1", "day_unreadable"),
    ):
        suixian.refuses(code, *add, "2023-06-16", "--day", day, exit_code=2)
    twice = ("--day", "2=200", "--day", "2=150")
    suixian.refuses("remit_day_twice", *add, "2023-06-16", *twice, exit_code=2)
    suixian.says(*add, "2023-06-16")
    suixian.refuses("nothing_to_remit", "remit", "add", "J2", *add[3:], "2023-06-16")
    suixian.refuses("arrived_early", "remit", "arrived", "J1", "--on", "2023-06-15")
    suixian.refuses("slip_unknown", "remit", "arrived", "J9", "--on", "2023-06-17")
    suixian.says("remit", "arrived", "J1", "--on", "2023-06-16")
    suixian.refuses("arrived_already", "remit", "arrived", "J1", "--on", "2023-06-17")


def test_the_cash_of_an_abandoned_journal_can_be_paid_in(suixian: Place, newborn: str):
    """The computer broke with the day open; the folder goes on in a new journal, and the cash is still there."""
    (suixian.folder / "journal.key").unlink()
    suixian.says("day", "open", "--float-fen", 0)
    suixian.now = "2023-06-16T09:00:00"
    again = suixian.json("find", "单大满")[0]["resident"]
    suixian.refuses("cash_limit", "pay", again, "--cash-fen", 35_000, *NEWBORN)
    suixian.says("remit", "add", "J1", "--fen", 35_000, *CASH, "2023-06-16")
    pay(suixian, "单大满")
    assert [day["taken_fen"] for day in suixian.json("remit", "list")] == [35_000]
