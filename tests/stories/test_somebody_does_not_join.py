"""At the door 解小燕 says no, and later that she is away: the latest reason stands, and paying is open to her still."""

from app.store import corrections
from tests.factories import Place


def test_the_latest_reason_stands_also_under_a_clock_set_back(counter: Place):
    counter.says("decline", "r8", "--reason", "unwilling", "--note", "嫌贵")
    counter.now = "2023-11-10T09:30:00"
    counter.says("clock", "confirm", "--reason", "电池换过")
    assert "外出，联系不上" in counter.says("decline", "r8", "--reason", "away")
    with counter.desk() as desk:
        ((_, said),) = corrections.declined(desk.db).items()
    assert (said["reason"], said["note"]) == ("away", "")

    counter.says("pay", "r8", "--cash-fen", 38_000)
    counter.refuses("already_paid", "decline", "r8", "--reason", "moved")
