"""The rules of one county and one benefit year, as values: what a rule pack says, nothing computed.

A pack file (`resources/policy/<id>/pack.toml`) is read straight into these structs, so this file is also the reference
of the rule language (docs/decisions/0010-rules-language.md). Amounts in a pack are whole yuan, as in a notice; all that
is computed from them is fen. Every value carries the clause it comes from. `silent` says that the notice does not
settle the value and the one given is a default; `question` names the open question the county has yet to answer.
"""

from datetime import date
from typing import Literal

from msgspec import Struct, field

from app.domain.duties import (
    Channel,
    MethodAnswer,
    Receipt,
    Refund,
    Remittance,
    Report,
    Said,
    Target,
    TargetRule,
    TaskFormula,
)
from app.domain.notice import Clause, Confirmation, Notice, OpenQuestion, Region, Review

Decision = Literal["accept", "hold", "refer", "refuse"]
Start = Literal["year_start", "event", "next_day", "month_first", "received", "paid"]


class Benefit(Said, frozen=True, kw_only=True):
    """The period this year's premium buys, first and last day inside."""

    starts: date
    ends: date


class Price(Said, frozen=True, kw_only=True):
    """A premium in yuan a person. An unconfirmed one is never charged: the case is referred.

    `at_least`: the notice gives a floor (不低于), not a figure. `minimum`: no lower one may stand here (a higher rule).
    """

    yuan: int
    confirmed: bool = True
    at_least: bool = False
    minimum: int | None = None


class Prices(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person pays (`individual`), and the full financing some late cases pay; null where no case needs it.

    `fiscal` is what the budgets add for each person: never charged, kept so that the three can be held together.
    """

    individual: Price
    full: Price | None = None
    fiscal: Price | None = None


class Terms(Said, frozen=True, kw_only=True):
    """What holds for one who pays under a rule.

    `decision`: accept; hold (may join, but the county must settle a point first); refer (permission open); refuse.
    `start`: when cover begins before any wait. `wait` counts from the payment: "0", "90d", "3m". `why` is said with a
    refusal or a referral. `recognised_later`: categories recognised after the pack's last day count here all the same.
    """

    decision: Decision
    price: Literal["individual", "full"] = "individual"
    subsidies: bool = True
    start: Start = "year_start"
    wait: str = "0"
    retroactive: bool = False
    recognised_later: bool = False
    why: str | None = None


class Window(Said, frozen=True, kw_only=True):
    """A time in which payers may pay without further conditions, both days inside. Payers "*" are everyone.

    `opens` null: no first day is known. `last_year` gives other terms for some (insured, never, lapsed). Those in
    `not_for` have rules of their own and are not meant.
    """

    id: str
    name: str
    payers: tuple[str, ...]
    opens: date | None = None
    closes: date
    terms: Terms
    last_year: dict[str, Terms] = field(default_factory=dict)
    not_for: tuple[str, ...] = ()


class Late(Said, frozen=True, kw_only=True):
    """What holds outside every window for some enrolments ("*": those without a rule of their own).

    `event` and `limit` ("90d", "3m"; last day inside) choose `within` or `over`; without a limit `within` holds.
    An event before `event_from` has the terms `earlier`; one before `not_before` is not what the rule is about and is
    referred, nothing priced. After the payment day `closes` the terms are `closed`. `categories` are those whose
    recognition is the event. `bring` says what shows the event at the counter; null where the notice names nothing.
    """

    id: str
    name: str
    payers: tuple[str, ...]
    within: Terms
    event: Literal["event", "birth", "recognition"] | None = None
    limit: str | None = None
    over: Terms | None = None
    event_from: date | None = None
    earlier: Terms | None = None
    not_before: date | None = None
    closes: date | None = None
    closed: Terms | None = None
    categories: tuple[str, ...] = ()
    bring: str | None = None


class Continuity(Said, frozen=True, kw_only=True):
    """Waits of those who missed the season or let years of cover lapse (国办发〔2024〕38号, from 2025 on).

    Who pays by a `Late` rule or has missed a year waits `fixed_months`; each missed year from the
    `variable_from`-th on adds `months_each`, each repaid year takes as much off what was added. A break of
    `long_years` or more never waits less than `long_least_months`. Years before `counts_from` are not counted.
    `exempt` and `exempt_categories` wait as their own terms say. `never`: one who never was insured pays in the season
    and waits the fixed part ("fixed"), does not wait ("none"), or the county must say ("refer").
    In a window the wait counts from the payment or from the first day of the year (`window_from`).
    """

    fixed_months: int
    months_each: int
    variable_from: int
    long_years: int
    long_least_months: int
    never: Literal["fixed", "none", "refer"]
    window_from: Literal["paid", "year_start"]
    counts_from: int | None = None
    exempt: tuple[str, ...] = ()
    exempt_categories: tuple[str, ...] = ()


class Category(Said, frozen=True, kw_only=True):
    """A group of subsidised persons: yuan a person, all of the price ("full"), 0, or an amount nobody has set yet.

    Ages are completed years on the payment date, the birthday inside (notices say 满…周岁 and name no other date).
    """

    name: str
    subsidy: int | Literal["full", "undetermined"]
    aliases: tuple[str, ...] = ()
    funder: str | None = None
    identifier: str | None = None
    age_from: int | None = None
    age_under: int | None = None
    not_covered_by: tuple[str, ...] = ()


class Stacking(Said, frozen=True, kw_only=True):
    """Several categories at once: the highest counts, subsidies are never added.

    `undetermined`: beside a known lower amount an unset one is referred ("refer"), or the known one is taken ("known").
    """

    rule: Literal["highest"]
    undetermined: Literal["refer", "known"] = "refer"


class Recognition(Said, frozen=True, kw_only=True):
    """Which day decides whether a category counts.

    `base`: one who had the category on that day keeps it, even if removed before paying; without a base the day of
    payment decides. `until`: the last recognition that counts.
    """

    base: date | None = None
    until: date | None = None


class Scope(Said, frozen=True, kw_only=True):
    """Who may join: the first entry whose conditions all hold decides. No conditions: everyone (left)."""

    id: str
    who: str
    decision: Literal["accept", "refer", "refuse"]
    hukou: tuple[str, ...] = ()
    enrolments: tuple[str, ...] = ()
    residence_permit: bool | None = None
    long_term_resident: bool | None = None
    age_under: int | None = None


class OtherCover(Said, frozen=True, kw_only=True):
    """What another cover means for this one."""

    kinds: tuple[str, ...]
    decision: Literal["accept", "refer", "refuse", "refuse_duplicate"]


class Registration(Said, frozen=True, kw_only=True):
    """Who must register before paying, unless already registered, and where; `bring`: with which papers.

    `open_for`: whom the question is about; without any it is about everyone who registers.
    """

    last_year: tuple[str, ...]
    where: str
    bring: str | None = None
    open_for: tuple[str, ...] = ()


class PackFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole pack.toml."""

    id: str
    title: str
    benefit_year: int
    status: Literal["final", "draft"]
    copied_from: str | None = None
    region: Region
    notice: Notice
    clauses: tuple[Clause, ...] = field(name="clause", default=())
    benefit: Benefit
    prices: Prices
    windows: tuple[Window, ...] = field(name="window")
    lates: tuple[Late, ...] = field(name="late")
    year_over: Terms
    continuity: Continuity | None = None
    categories: tuple[Category, ...] = field(name="category")
    stacking: Stacking
    recognition: Recognition
    scopes: tuple[Scope, ...] = field(name="scope")
    covers: tuple[OtherCover, ...] = field(name="other_cover")
    registration: Registration
    channels: tuple[Channel, ...] = field(name="channel")
    receipt: Receipt
    refunds: tuple[Refund, ...] = field(name="refund", default=())
    remittance: Remittance
    reports: tuple[Report, ...] = field(name="report", default=())
    targets: tuple[Target, ...] = field(name="target", default=())
    target_rule: TargetRule | None = None
    task: TaskFormula | None = None
    open_questions: tuple[OpenQuestion, ...] = field(name="question", default=())
    confirmed: tuple[Confirmation, ...] = field(name="confirmed", default=())
    reviews: tuple[Review, ...] = field(name="review", default=())
    department_phone: str | None = None


class Policy(PackFile, frozen=True, kw_only=True, eq=False):
    """A pack in force: the file's values, its SHA-256, and indexes made once so that a person costs no search.

    Made by `app.packs`; two policies are the same when their hashes are.
    """

    hash: str
    category_of: dict[str, Category]
    rank_of: dict[str, int]
    late_of: dict[str, Late]
    cover_of: dict[str, OtherCover]
    question_of: dict[str, OpenQuestion]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Policy) and self.hash == other.hash

    def __hash__(self) -> int:
        return hash(self.hash)

    def __repr__(self) -> str:
        return f"Policy({self.id}, {self.hash[:8]})"

    @property
    def region_code(self) -> str:
        return self.region.code

    @property
    def price_fen(self) -> int:
        """The individual premium in fen."""
        return self.prices.individual.yuan * 100

    def canonical_category(self, name: str) -> str | None:
        """The pack's own name for a category or one of its aliases; None where the pack does not know it."""
        found = self.category_of.get(name)
        return found.name if found else None

    def method_listed(self, *, channel: str = "village", method: str) -> MethodAnswer:
        """Whether `method` (cash, pos, qr …) may be used at `channel`; what no entry names is not listed."""
        for entry in self.channels:
            if entry.channel == channel and method in entry.methods:
                return MethodAnswer(entry.listed, entry.clause, entry.silent, entry.question, entry.why)
        return MethodAnswer(False, self.channels[0].clause, True)
