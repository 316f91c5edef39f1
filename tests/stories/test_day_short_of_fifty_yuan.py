"""At the close fifty yuan are missing: the day can be closed with the reason, and is not clean."""

from tests.factories import Place


def test_day_short_of_fifty_yuan(counter: Place):
    counter.says("pay", "r1", "r3", "--cash-fen", 80_000)
    # A blind count: what should be there is not said.
    said = counter.says("day", "count", "--fen", 91_000, "--notes", "100x9,10x1")
    assert said == "已登记点钞 910.00 元。\n"

    said = counter.refuses("difference_needs_reason", "day", "close")
    assert "款项比凭据少 50 元" in said
    # Nothing was closed: a payment still goes through, and then the count no longer holds.
    counter.says("pay", "r4", "--cash-fen", 38_000)
    counter.refuses("day_not_counted", "day", "close", "--reason", "找零多给")

    counter.says("day", "count", "--fen", 129_000)
    counter.refuses("difference_needs_reason", "day", "close", "--reason", "   ")
    closed = counter.json("day", "close", "--reason", "找零多给一张五十元")
    assert (closed["expected_fen"], closed["counted_fen"], closed["difference_fen"]) == (134_000, 129_000, -5_000)
    assert (closed["clean"], closed["reason"]) == (False, "找零多给一张五十元")
    assert closed["differences"] == ["款项比凭据少 50 元"]
    assert len(closed["unprinted"]) == 3

    counter.refuses("day_not_open", "pay", "r8", "--cash-fen", 38_000)
    counter.refuses("day_not_open", "day", "close")


def test_fifty_yuan_too_many_need_a_reason_too(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 63_000)
    assert "款项比凭据多 50 元" in counter.refuses("difference_needs_reason", "day", "close")
    assert counter.json("day", "close", "--reason", "少找零")["difference_fen"] == 5_000


def test_a_void_after_the_count_asks_for_another_count(counter: Place):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    counter.says("day", "count", "--fen", 58_000)
    counter.says("void", paid["payment"], "--reason", "重复")
    counter.refuses("day_not_counted", "day", "close")
    counter.says("day", "count", "--fen", 20_000)
    assert counter.json("day", "close")["clean"] is True


def test_the_day_is_opened_once_and_before_money_is_taken(point: Place):
    point.refuses("day_not_open", "day", "count", "--fen", 0)
    point.refuses("day_not_open", "day", "close")
    point.refuses("amount_negative", "day", "open", "--float-fen", -1, exit_code=2)
    point.says("day", "open", "--float-fen", 0)
    assert "2023-11-15" in point.refuses("day_already_open", "day", "open", "--float-fen", 0)
    point.refuses("day_not_counted", "day", "close")
    point.refuses("notes_differ", "day", "count", "--fen", 1_000, "--notes", "100x1")
    point.refuses("notes_invalid", "day", "count", "--fen", 1_000, "--notes", "7x1", exit_code=2)
    point.refuses("amount_negative", "day", "count", "--fen", -1, exit_code=2)
    # A day on which nobody came closes clean.
    point.says("day", "count", "--fen", 0)
    assert point.json("day", "close")["clean"] is True
