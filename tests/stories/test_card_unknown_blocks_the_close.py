"""The line broke while the card was in the terminal. Nobody knows whether it was charged: nobody charges it again."""

import pytest

from tests.factories import Place


@pytest.fixture
def card(counter: Place) -> str:
    """The id of a card with an unknown result, for the couple r1 and r3."""
    begun = counter.json("card", "begin", "r1", "r3", "--terminal", "10023387")
    assert begun["total_fen"] == 76_000
    counter.says("card", "unknown", begun["card"], "--reason", "打单时断线")
    return str(begun["card"])


def test_nobody_is_charged_twice_and_the_day_stays_open(counter: Place, card: str):
    for words in (
        ("pay", "r1", "--cash-fen", 38_000),
        ("pay", "r3", "r4", "--pos", "--terminal", "T1", "--reference", "A1"),
        ("card", "begin", "r3"),
    ):
        said = counter.refuses("card_pending", *words)
        assert "760 元" in said and "没有再收款" in said
    # Not under the card's own id either.
    counter.refuses("id_reused", "pay", "r1", "r3", "--cash-fen", 76_000, "--id", card)

    counter.says("day", "count", "--fen", 20_000)
    assert "1 笔刷卡" in counter.refuses("cards_open", "day", "close", "--reason", "明天再说")
    assert "结果不明" in counter.says("card", "list")
    # It counts on neither side.
    assert counter.json("remit", "list") == []


def test_it_had_been_charged(counter: Place, card: str):
    done = counter.json("card", "approved", card.lower(), "--terminal", "10023387", "--reference", "202311150007")
    assert done["total_fen"] == 76_000
    # The same again gives the same receipts, another slip for it is refused.
    again = counter.json("card", "approved", card, "--terminal", "10023387", "--reference", "202311150007")
    assert again == done
    counter.refuses(
        "card_is_settled", "card", "approved", card, "--terminal", "10023387", "--reference", "202311150008"
    )
    counter.refuses("card_is_settled", "card", "declined", card, "--reason", "搞错")
    counter.says("day", "count", "--fen", 20_000)
    assert counter.json("day", "close")["pos_fen"] == 76_000


def test_it_had_not_been_charged(counter: Place, card: str):
    counter.refuses("reason_missing", "card", "declined", card, exit_code=2)
    # The id as a clerk types it, in small letters.
    counter.says("card", "declined", card.lower(), "--reason", "银行说没有这笔")
    assert counter.says("card", "list") == "没有要弄清的刷卡。\n"
    counter.refuses("card_is_settled", "card", "approved", card, "--terminal", "T1", "--reference", "A1")
    counter.says("pay", "r1", "r3", "--cash-fen", 76_000)


def test_a_person_named_twice_is_not_charged_twice(counter: Place):
    counter.refuses("person_twice", "card", "begin", "r1", "R1", exit_code=2)
    number = counter.json("find", "曾广福")[0]["resident"]
    counter.refuses("person_twice", "card", "begin", "r1", number, exit_code=2)
    counter.refuses("card_nothing_due", "card", "begin", "r5")
