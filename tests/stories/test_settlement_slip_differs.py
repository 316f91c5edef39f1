"""In the evening the terminal prints its settlement slip, and it does not say what the journal says."""

import pytest

from tests.factories import Place

SLIP = ("day", "settle", "--terminal", "T1", "--batch")


@pytest.fixture
def two_cards(counter: Place) -> Place:
    counter.says("pay", "r1", "r3", "--pos", "--terminal", "T1", "--reference", "A1")
    counter.says("pay", "r4", "--pos", "--terminal", "t1", "--reference", "A2")
    return counter


def test_the_same_terminal_however_typed(two_cards: Place):
    done = two_cards.json(*SLIP, "000012", "--count", 2, "--fen", 114_000)
    assert (done["expected_count"], done["expected_fen"]) == (2, 114_000)
    two_cards.refuses("slip_used", *SLIP, "000012", "--count", 2, "--fen", 114_000)
    two_cards.says("day", "count", "--fen", 20_000)
    assert two_cards.json("day", "close")["unsettled_terminals"] == []


def test_a_difference_wants_its_reason_and_spoils_the_day(two_cards: Place):
    said = two_cards.refuses("slip_differs", *SLIP, "B1", "--count", 1, "--fen", 76_000)
    assert "结算单 1 笔 760 元，程序里记着 2 笔 1140 元" in said
    two_cards.says(*SLIP, "B1", "--count", 1, "--fen", 76_000, "--reason", "第二笔终端上没有")
    two_cards.says("day", "count", "--fen", 20_000)
    assert "终端 T1" in two_cards.refuses("difference_needs_reason", "day", "close")
    assert two_cards.json("day", "close", "--reason", "已联系收单行")["clean"] is False


def test_two_slips_a_day_add_up(two_cards: Place):
    two_cards.says(*SLIP, "B1", "--count", 2, "--fen", 114_000)
    two_cards.says("pay", "r8", "--pos", "--terminal", "T1", "--reference", "A3")
    second = two_cards.json(*SLIP, "B2", "--count", 1, "--fen", 38_000)
    assert (second["expected_count"], second["expected_fen"]) == (1, 38_000)
    two_cards.says("day", "count", "--fen", 20_000)
    assert two_cards.json("day", "close")["clean"] is True


def test_what_the_terminal_has_settled_is_not_voided(two_cards: Place):
    paid = two_cards.json("find", "曾䶮")[0]["resident"]
    two_cards.says(*SLIP, "B1", "--count", 2, "--fen", 114_000)
    number = "3418211002012410000003"
    said = two_cards.refuses("void_settled", "void", number, "--reason", "选错人")
    assert "没有作废" in said and "红冲" in said
    # What came after the slip can still be taken back on the terminal.
    two_cards.says("pay", "r8", "--pos", "--terminal", "T1", "--reference", "A3")
    two_cards.says("void", "3418211002012410000004", "--reason", "选错人")
    # The next day the settled one is reversed and carried to whom it was meant for; its money goes on as it was.
    two_cards.says("day", "count", "--fen", 20_000)
    assert two_cards.json("day", "close")["clean"] is True
    two_cards.says("day", "open", "--float-fen", 0)
    done = two_cards.json("reverse", number, "--reason", "同名", "--to", "r8")
    assert done["carried"]["total_fen"] == 38_000 and done["refund"] is None
    two_cards.refuses("reference_used", "pay", paid, "--pos", "--terminal", "T1", "--reference", "A2")


def test_what_no_slip_can_say(two_cards: Place):
    two_cards.refuses("count_wrong", *SLIP, "B1", "--count", -1, "--fen", 0, exit_code=2)
    two_cards.refuses("count_wrong", *SLIP, "B1", "--count", 10**20, "--fen", 0, exit_code=2)
    two_cards.refuses("day_unknown", *SLIP, "B1", "--count", 2, "--fen", 114_000, "--day", 10**20)
    two_cards.refuses("settled_early", *SLIP, "B1", "--count", 2, "--fen", 114_000, "--on", "2023-11-14")
    two_cards.refuses("settled_ahead", *SLIP, "B1", "--count", 2, "--fen", 114_000, "--on", "2023-11-16")
    two_cards.refuses("card_number", *SLIP, "6222_0212_3456_7890", "--count", 2, "--fen", 114_000)
