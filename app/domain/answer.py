"""What `assess` answers with: an outcome, the amounts, the period, and the steps that lead there."""

from datetime import date
from typing import Any, Literal

from msgspec import Struct

from app.domain.policy import Policy

Outcome = Literal[
    "collect", "collect_zero", "register_first", "refer", "refuse", "refuse_duplicate", "not_open", "warn_no_benefit"
]
Effect = Literal["price", "subsidy", "loses", "window", "period", "refuse", "ask"]


class Step(Struct, frozen=True):
    """One thing the explanation says: which clause, what (a code of `wording.py`), with which numbers.

    `numbers` holds plain JSON values: fen, ISO dates, names and ids of the pack. `fen`: the amount it is about.
    """

    clause: str
    code: str
    numbers: dict[str, Any]
    effect: Effect
    fen: int | None = None


class Question(Struct, frozen=True):
    """What is still open: a question of the pack with the default in force, or a fact to ask for (id: its name)."""

    id: str
    text: str
    default: str


class Assessment(Struct, frozen=True, kw_only=True):
    """Design §3. Amounts in fen, null where nothing can be said; `clause` is that of the deciding rule.

    `policy` is kept so that the explanation can be worded; it is not part of the answer (`assessment.to_json` is).
    """

    policy: Policy
    outcome: Outcome
    eligible: bool
    steps: tuple[Step, ...]
    questions: tuple[Question, ...] = ()
    price_fen: int | None = None
    due_fen: int | None = None
    subsidy_fen: int | None = None
    category: str | None = None
    benefit_start: date | None = None
    benefit_end: date | None = None
    waiting: str | None = None
    retroactive_from: date | None = None
    enrolment: str | None = None

    @property
    def headline(self) -> str:
        """One line for the counter and the receipt, 低保对象：标准 380 元，资助 342 元，个人缴 38 元（三(二)2）."""
        from app.domain.wording import headline

        return headline(self)

    @property
    def clause(self) -> str:
        """The clause of the deciding step: the last one that is not about a losing category or the period."""
        deciding = [step.clause for step in self._weighing() if step.effect not in ("loses", "period", "window")]
        return (deciding or [self.steps[-1].clause])[-1]

    @property
    def asking(self) -> Step:
        """The step that ends the matter: the last that asks or refuses, otherwise the last of all."""
        ends = [step for step in self._weighing() if step.effect in ("ask", "refuse")]
        return (ends or [self.steps[-1]])[-1]

    def _weighing(self) -> list[Step]:
        """The steps that may decide: registering is only the matter where nothing else stands in the way."""
        first = self.outcome == "register_first"
        return [step for step in self.steps if first or step.code != "register_first"]
