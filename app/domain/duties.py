"""What a pack says about handling money and paper: channels, receipts, refunds, remittance, reports, targets.

The other half of a pack, who pays what and when, is policy.py.
"""

from datetime import date
from typing import Literal

from msgspec import Struct


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value with its source. `clause` keeps the notice's own numbering, e.g. 三(二)2; several: with a semicolon."""

    clause: str
    silent: bool = False
    question: str | None = None


class Channel(Said, frozen=True, kw_only=True):
    """Whether the notice lists a method at a channel. Not listed: refused until the county confirms it here.

    `why`: said with a refusal, e.g. that the notice has done away with it.
    """

    channel: str
    methods: tuple[str, ...]
    listed: bool
    why: str | None = None


class Receipt(Said, frozen=True, kw_only=True):
    """The paper handed out, which is no tax or fiscal voucher, and its wording.

    `paper`: a 收款凭据 of our own, or forms numbered beforehand by the tax bureau or the county (domain C10, C12).
    `one_per` household: a family's receipts, one for each, may stand on one sheet.
    """

    title: str
    disclaimer: str
    formal: str
    paper: Literal["own", "prenumbered"] = "own"
    one_per: Literal["person", "household"] = "person"


class Refund(Said, frozen=True, kw_only=True):
    """A reason for giving a premium back. What happens from `before` on is `after`: unless a notice refuses, refer."""

    reason: str
    aliases: tuple[str, ...] = ()
    decision: Literal["refund", "refer", "refuse"]
    before: date | None = None
    after: Literal["refer", "refuse"] = "refer"


class Remittance(Said, frozen=True, kw_only=True):
    """How soon takings must be paid in (days after the payment, 0: the same day) and the most held. Null: not set."""

    within_days: int | None = None
    held_yuan: int | None = None


class Report(Said, frozen=True, kw_only=True):
    """Something due to someone: by a date, or (`when`) as often as the notice says."""

    what: str
    to: str
    due: date | None = None
    when: str | None = None


class Target(Said, frozen=True, kw_only=True):
    """People a town is to insure: in all, of these exempt, the others. `aliases`: other names of the same row."""

    town: str
    aliases: tuple[str, ...] = ()
    total: int
    exempt: int
    others: int


class TargetRule(Said, frozen=True, kw_only=True):
    """How a town's target follows from last year's people: kept, or made `permille` of it where fewer were insured
    than live there (1015 is a growth of 1.5%, rounded half up). A figure in `[[target]]` goes before it.
    """

    permille: int


class TaskFormula(Said, frozen=True, kw_only=True):
    """A village's task: `base` people less those the notice leaves out; the figure the county sets goes before it.

    `less` maps the key under which a number is given to what it counts.
    """

    base: str
    less: dict[str, str]
    settled_by: str


class MethodAnswer(Struct, frozen=True):
    """Whether a method may be used at a channel, by which clause, whether that is only a default, and why not."""

    listed: bool
    clause: str
    silent: bool
    question: str | None = None
    why: str | None = None
