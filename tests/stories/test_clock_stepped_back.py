"""The battery of the clock is empty: the computer shows a day last week. No payment until somebody says that it is
right."""

from tests.factories import Place


def test_clock_stepped_back_and_confirmed(counter: Place, tmp_path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    counter.now = "2023-11-08T09:30:00"
    said = counter.refuses("clock_back", "pay", "r3", "--cash-fen", 38_000)
    assert "2023-11-08 09:30" in said and "2023-11-15 09:30" in said
    counter.refuses("clock_back", "void", paid["payment"], "--reason", "重复")
    # Looking people up goes on.
    assert counter.json("find", "zgf")[0]["status"] == "paid"

    # A reprint is journalled with the wrong time, and must not make the wrong time the right one.
    counter.says("receipt", paid["receipt"], "--pdf", tmp_path / "1.pdf")
    counter.refuses("clock_back", "pay", "r3", "--cash-fen", 38_000)

    counter.refuses("reason_missing", "clock", "confirm", "--reason", " ", exit_code=2)
    counter.refuses("clock_back", "pay", "r3", "--cash-fen", 38_000)
    assert "2023-11-08 09:30" in counter.says("clock", "confirm", "--reason", "昨天误设了日期")
    counter.says("pay", "r3", "--cash-fen", 38_000)

    # Confirmed is that step, not the next one.
    counter.now = "2023-11-07T09:30:00"
    counter.refuses("clock_back", "pay", "r4", "--cash-fen", 38_000)
    assert counter.json("verify")["ok"] is True


def test_a_few_minutes_are_no_matter(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.now = "2023-11-15T09:25:01"
    counter.says("pay", "r3", "--cash-fen", 38_000)
    # Small steps do not add up: it is the latest time shown that counts.
    counter.now = "2023-11-15T09:24:59"
    counter.refuses("clock_back", "pay", "r4", "--cash-fen", 38_000)


def test_confirming_a_right_clock_writes_nothing(counter: Place):
    entries = counter.json("verify")["entries"]
    counter.says("clock", "confirm", "--reason", "看看")
    assert counter.json("verify")["entries"] == entries


def test_a_day_cannot_be_opened_with_a_clock_gone_back(counter: Place):
    counter.says("day", "count", "--fen", 20_000)
    counter.says("day", "close")
    counter.now = "2023-11-08T09:30:00"
    counter.refuses("clock_back", "day", "open", "--float-fen", 0)
