"""Where a pack comes from, what the county has said to it since, and what is still open.

The rules themselves are policy.py and duties.py.
"""

from datetime import date

from msgspec import Struct


class Region(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The county: its name and the first six digits of its 区划代码."""

    name: str
    code: str


class Notice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text the pack was made from. `number` and `issued_on` are null where the text at hand does not show them."""

    title: str
    issuer: str
    number: str | None = None
    issued_on: date | None = None
    bases: tuple[str, ...] = ()


class Clause(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One clause of the notice, by its own numbering, and what it is about in the pack's words.

    `rule` false: nothing in it for this program (an appeal, the work of an office); then no value need cite it.
    """

    ref: str
    about: str
    rule: bool = True


class Review(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something an official must look at again because the pack was copied from another year or from a template.

    `place` is the value in dotted form, entries of a list by their id or name: category.低保对象.subsidy.
    """

    place: str
    text: str


class Confirmation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An open question the county has answered: by whom, when, in which document; `places`: the values it was about."""

    id: str
    text: str
    answer: str
    by: str
    on: date
    source: str
    places: tuple[str, ...] = ()


class OpenQuestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the county has yet to confirm, and the default in force until then."""

    id: str
    text: str
    default: str
