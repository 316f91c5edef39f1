"""曾广福 was paid for, and it should have been 解小燕. The day is closed: 红冲, and the money stays for her."""

from pathlib import Path

import pytest

from tests.factories import Place

WRONG = "3418211002012410000001"


@pytest.fixture
def next_day(counter: Place) -> Place:
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.refuses("reverse_same_day", "reverse", WRONG, "--reason", "选错人")
    counter.says("day", "count", "--fen", 58_000)
    assert counter.json("day", "close")["clean"] is True
    counter.refuses("day_not_open", "reverse", WRONG, "--reason", "选错人")
    counter.now = "2023-11-16T09:00:00"
    counter.says("day", "open", "--float-fen", 20_000)
    return counter


def closes(place: Place) -> list[dict[str, object]]:
    with place.desk() as desk:
        return list(desk.db.query("SELECT * FROM closes"))


def test_carried_over_no_money_moves(next_day: Place, tmp_path: Path):
    before = closes(next_day)
    next_day.refuses("void_after_close", "void", WRONG, "--reason", "选错人")
    said = next_day.says("reverse", WRONG, "--reason", "同名", "--to", "r8")
    assert "抽屉里的钱不动" in said and "转入 解小燕 380.00 元" in said
    assert next_day.json("find", "曾广福")[0]["status"] == "unpaid"
    assert next_day.json("find", "解小燕")[0]["status"] == "paid"
    assert closes(next_day) == before

    # Nothing of it can be had twice.
    next_day.refuses("already_reversed", "reverse", WRONG, "--reason", "再来")
    next_day.refuses("nothing_to_refund", "refund", "request", WRONG, "--reason", "错误缴费", "--evidence", "凭据")
    next_day.refuses("void_carried", "void", "3418211002012410000002", "--reason", "退钱")
    assert [day["taken_fen"] for day in next_day.json("remit", "list")] == [38_000]
    next_day.says("red-slip", WRONG, "--pdf", tmp_path / "红冲.pdf")
    assert "已红冲" in next_day.says("explain", WRONG)

    # The day's four figures agree: one receipt, one person, one record, and money that came the day before.
    next_day.says("day", "count", "--fen", 20_000)
    closed = next_day.json("day", "close")
    assert (closed["clean"], closed["people"], closed["cash_fen"]) == (True, 1, 0)
    assert closed["perpetual_fen"] == 76_000


def test_what_is_left_over_is_asked_back_from_the_county(next_day: Place):
    done = next_day.json("reverse", WRONG, "--reason", "同名", "--to", "r2")
    assert (done["carried"]["total_fen"], done["refund_fen"]) == (3_800, 34_200)
    request = done["refund"]
    next_day.refuses("refund_pending", "refund", "request", WRONG, "--reason", "错误缴费", "--evidence", "凭据")
    # What is reversed stays reversed: withdrawn, the 342 yuan would belong to nobody.
    next_day.refuses("refund_behind_reversal", "refund", "withdraw", request, "--reason", "写错联系人")
    assert [(each["request"], each["amount_fen"]) for each in next_day.json("refund", "list")] == [(request, 34_200)]


def test_it_is_not_carried_to_whoever_cannot_be_paid_for(next_day: Place):
    reverse = ("reverse", WRONG, "--reason", "同名", "--to")
    next_day.refuses("outcome_refuse", *reverse, "r7")
    next_day.refuses("carry_same", *reverse, "r1")
    next_day.says("pay", "r3", "--cash-fen", 38_000)
    next_day.refuses("already_paid", *reverse, "r3")
    # 38 yuan do not pay 380.
    next_day.says("pay", "r2", "--cash-fen", 3_800)
    next_day.says("day", "count", "--fen", 61_800)
    next_day.says("day", "close")
    next_day.says("day", "open", "--float-fen", 0)
    next_day.refuses("carry_short", "reverse", "3418211002012410000003", "--reason", "同名", "--to", "r4")
    # Refused as it was, nothing is reversed.
    assert next_day.json("find", "曾广福")[0]["status"] == "paid"


def test_what_is_asked_back_is_not_handed_back_as_well(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("refund", "request", WRONG, "--reason", "错误缴费", "--evidence", "凭据")
    counter.refuses("refund_pending", "void", WRONG, "--reason", "当面退钱")
