"""随县 wants takings in the bank as they are taken (within_days 0): with yesterday's in the drawer no cash is taken."""

from tests.factories import Place


def test_first_the_bank_then_the_next_family(suixian: Place):
    suixian.says("pay", "r1", "--cash-fen", 35_000)
    suixian.says("pay", "r3", "--cash-fen", 35_000)
    suixian.says("day", "count", "--fen", 70_000)
    assert suixian.json("day", "close")["clean"] is True

    suixian.now = "2022-11-16T08:30:00"
    suixian.says("day", "open", "--float-fen", 0)
    said = suixian.refuses("cash_limit", "pay", "r4", "--cash-fen", 35_000)
    assert "2022-11-15 收的现金要当天解缴（七(四)；六第1段）" in said
    # Half of it in the bank is not all of it.
    suixian.says("remit", "add", "A1", "--fen", 30_000, "--on", "2022-11-16", "--bank", "信用社", "--day", "1=300")
    suixian.refuses("cash_limit", "pay", "r4", "--cash-fen", 35_000)
    suixian.refuses("slip_used", "remit", "add", "a1", "--fen", 40_000, "--on", "2022-11-16", "--bank", "信用社")
    suixian.says("remit", "add", "A2", "--fen", 40_000, "--on", "2022-11-16", "--bank", "信用社")
    suixian.says("pay", "r4", "--cash-fen", 35_000)


def test_a_day_left_open_overnight_is_no_way_round(suixian: Place):
    suixian.says("pay", "r1", "--cash-fen", 35_000)
    suixian.now = "2022-11-16T08:30:00"
    suixian.refuses("cash_limit", "pay", "r3", "--cash-fen", 35_000)
    suixian.refuses("nothing_to_remit", "remit", "add", "A1", "--fen", 35_000, "--on", "2022-11-16", "--bank", "信用社")
    by_day = ("remit", "add", "A1", "--fen", 35_000, "--on", "2022-11-16", "--bank", "信用社", "--day")
    suixian.refuses("day_not_closed_yet", *by_day, 1)
    suixian.refuses("nothing_to_remit", *by_day, 7)
