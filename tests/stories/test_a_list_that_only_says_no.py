"""The roster says 否 under 上年参保. Never insured, or no longer? Nobody guesses: the counter asks."""

from tests.factories import Place, enter, villager


def test_never_or_lapsed_is_asked(point: Place):
    with point.desk() as desk:
        enter(desk, [villager("查新民", last_year="not_insured")])
    point.says("day", "open", "--float-fen", 20_000)

    asked = point.json("due", "r1")
    assert asked["outcome"] == "refer"
    assert "last_year" in [question["id"] for question in asked["questions"]]
    point.refuses("outcome_refer", "pay", "r1", "--cash-fen", 38_000)

    # The list is the county's word: the counter cannot turn a no into a yes.
    point.refuses("fact_contradicts_roster", "pay", "r1", "--cash-fen", 38_000, "--fact", "last_year=insured")
    told = ("--fact", "last_year=never", "--fact", "registered=true")
    assert point.json("pay", "r1", "--cash-fen", 38_000, *told)["total_fen"] == 38_000
