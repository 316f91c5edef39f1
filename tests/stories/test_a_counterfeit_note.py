"""At the count one fifty turns out to be counterfeit: no money, a line of its own, and a loss two people answer for."""

from tests.clerks import At
from tests.factories import CLERK
from tests.till_places import OTHER


def test_it_is_not_money_and_is_not_forgotten(wang: At, li: At):
    wang.says("pay", "r1", "--cash-fen", 38_000)
    said = wang.says("day", "count", "--fen", 53_000, "--notes", "100x5,10x3", "--counterfeit", "50x1")
    assert said == "已登记点钞 530.00 元，另有假币 50 元 × 1。\n"
    wang.refuses("difference_needs_second", "day", "close", "--reason", "收到假币一张")
    closed = wang.json("day", "close", "--reason", "收到假币一张", "--second", OTHER)
    assert (closed["difference_fen"], closed["clean"], closed["second"]) == (-5_000, False, OTHER)
    with wang.place.desk(CLERK) as desk:
        (row,) = desk.db.query("SELECT counted_fen, bad_fen, bad FROM counts")
    assert row == {
        "counted_fen": 53_000, "bad_fen": 5_000, "bad": '[{"fen":5000,"kind":"counterfeit","pieces":1}]'
    }  # fmt: skip


def test_a_slip_of_the_finger_is_no_truckload_of_false_money(wang: At):
    counted = ("day", "count", "--fen", 20_000)
    wang.refuses("amount_too_large", *counted, "--counterfeit", "100x99999999999999999", exit_code=2)
    wang.refuses("notes_invalid", *counted, "--torn", "7x1", exit_code=2)
    # A recount is a record of its own.
    wang.says(*counted, "--torn", "10x1")
    wang.says(*counted)
    assert wang.json("day", "close")["clean"] is True
