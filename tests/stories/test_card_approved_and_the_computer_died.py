"""The slip is in the clerk's hand and typed in; before the receipt is there the power goes."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.desk import card as cards
from tests.factories import CLERK, Place


class PowerCut(BaseException):
    """Nothing in the program expects it."""


@pytest.fixture
def card(counter: Place) -> str:
    """A card of r1, approved on the terminal; the computer died between the approval and the payment."""
    with counter.desk(CLERK) as desk:
        begun = cards.begin(desk, ["r1"])
        looks = iter([desk.clock()])

        def clock() -> datetime:
            for moment in looks:
                return moment
            raise PowerCut

        with pytest.raises(PowerCut):
            cards.approved(replace(desk, clock=clock), begun.card, terminal="T1", reference="A0001")
        assert not desk.db.conn.in_transaction
    return begun.card


def test_the_approval_is_not_forgotten(counter: Place, card: str):
    assert "已扣款，还没有记成缴费" in counter.says("card", "list")
    assert counter.json("find", "曾广福")[0]["status"] == "unpaid"
    counter.refuses("card_pending", "pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 20_000)
    counter.refuses("cards_open", "day", "close")
    # Its slip pays for nobody else meanwhile.
    counter.refuses("reference_pending", "pay", "r3", "--pos", "--terminal", "T1", "--reference", "a0001")

    done = counter.json("card", "approved", card, "--terminal", "T1", "--reference", "A0001")
    assert [paid["due_fen"] for paid in done["payments"]] == [38_000]
    counter.says("day", "count", "--fen", 20_000)
    assert counter.json("day", "close")["clean"] is True


def test_taken_back_on_the_terminal_its_slip_is_worth_nothing(counter: Place, card: str):
    counter.says("card", "cancelled", card, "--reason", "本人改付现金")
    said = counter.refuses("reference_cancelled", "pay", "r3", "--pos", "--terminal", "T1", "--reference", "A0001")
    assert "没有钱" in said
    counter.says("pay", "r1", "--cash-fen", 38_000)


def test_a_card_of_the_old_journal_is_cleared_up_in_the_new_one(counter: Place, card: str):
    """The computer was broken for good: the restored folder goes on in a new journal."""
    (counter.folder / "journal.key").unlink()
    counter.says("day", "open", "--float-fen", 0)
    counter.refuses("card_pending", "pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 0)
    counter.refuses("cards_open", "day", "close")
    counter.says("card", "approved", card, "--terminal", "T1", "--reference", "A0001")
    counter.says("day", "count", "--fen", 0)
    assert counter.json("day", "close")["pos_fen"] == 38_000
    with counter.desk() as desk:
        assert cards.open_cards(desk) == []
