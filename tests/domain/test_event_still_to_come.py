"""A discharge dated after the payment has not happened: asked about, not priced."""

from app import packs
from app.domain.assessment import assess
from app.domain.facts import Facts


def test_a_discharge_next_week() -> None:
    told = {
        "birth_date": "1975-05-20", "hukou": "local", "categories": [], "enrolment": "veteran", "last_year": "insured",
        "registered": True, "other_cover": None, "event_date": "2024-03-08", "paid_on": "2024-03-01",
    }  # fmt: skip
    answer = assess(packs.load("langxi-2024"), Facts.from_json(told))
    assert (answer.outcome, answer.eligible, answer.due_fen, answer.benefit_start) == ("refer", False, None, None)
    assert answer.steps[-1].code == "event_ahead"
