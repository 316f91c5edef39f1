"""What the terms of a rule lead to: the day somebody pays under them, or where it ends."""

from datetime import date

from msgspec import Struct

from app.domain.answer import Outcome, Step
from app.domain.policy import Terms


class Timing(Struct, frozen=True):
    """The terms somebody pays under on that day, counting from `event`; `outcome` where it ends there.

    `late`: outside every window, by a rule for late and special enrolment.
    """

    outcome: Outcome | None
    terms: Terms | None
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...] = ()
    event: date | None = None
    late: bool = False


def under(terms: Terms, rule: str, step: Step, question: str | None, event: date | None = None) -> Timing:
    """What the terms of a rule lead to, with the step that got there and the step that ends there."""
    questions = (question, terms.question)
    numbers = {"rule": rule, "why": terms.why}
    if terms.decision == "refuse":
        return Timing("refuse", None, (step, Step(terms.clause, "terms_refuse", numbers, "refuse")), questions)
    if terms.decision == "refer":
        return Timing("refer", None, (step, Step(terms.clause, "terms_refer", numbers, "ask")), questions)
    if terms.decision == "hold":
        return Timing(None, terms, (step, Step(terms.clause, "terms_hold", numbers, "ask")), questions, event)
    return Timing(None, terms, (step,), questions, event)
