"""The county's tables. Every key of what points send begins with the point, so that PostgreSQL can be sharded by it.

Besides what is kept of files and journals there is one table for each projection of domain.journal, with (point,
journal) before its key: the same function of the same entries as at the point (design §2).
"""

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from app.domain import tables

VERSION = 4

metadata = MetaData()

# SQLite's STRICT tables know INTEGER but not BIGINT.
_BIG = BigInteger().with_variant(Integer(), "sqlite")
# Everywhere in the order of code points, as SQLite has it, whatever order of words a PostgreSQL was set up with.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_TYPES: dict[str, TypeEngine[Any]] = {"INTEGER": _BIG, "TEXT": _TEXT, "BLOB": LargeBinary()}


def _column(name: str, kind: str, *, key: bool = False, optional: bool = False) -> Column[Any]:
    return Column(name, _TYPES[kind], primary_key=key, nullable=optional, autoincrement=False)


def _table(name: str, key: str, columns: str = "", *, compact: bool = False) -> Table:
    """A table from short notation: "name:INTEGER" (TEXT where none is given), a trailing "?" for what may be null.

    `compact` keeps SQLite's rows in the key's own tree: right for short rows, wrong for long ones.
    """
    parts = [(text, True) for text in key.split()] + [(text, False) for text in columns.split()]
    made = []
    for text, is_key in parts:
        field, _, kind = text.rstrip("?").partition(":")
        made.append(_column(field, kind or "TEXT", key=is_key, optional=text.endswith("?")))
    return Table(name, metadata, *made, sqlite_strict=True, sqlite_with_rowid=not compact)


settings = _table("settings", "name", "value")
packs = _table("packs", "hash", "id added_at")

# `held` and `head` are the highest contiguous entry the county has stored and its hash: what a reply acknowledges.
# `arrivals` is how many files of the point had come when the journal was enrolled; files.arrival counts on from it.
# `noted` is up to where doubles.py has looked.
journals = _table(
    "journals",
    "point journal",
    "name device:INTEGER renewal:INTEGER public_key seal_key pack pack_hash previous_journal? previous_seq:INTEGER? "
    "previous_head? proof enrolled_at enrolled_by arrivals:INTEGER held:INTEGER head noted:INTEGER?",
)
entries = _table("entries", "point journal seq:INTEGER", "hash line:BLOB")
# An entry that was stored but not taken into the accounts; `facts` (JSON) fills the sentence of `code`.
quarantine = _table("quarantine", "point journal seq:INTEGER", "code facts at", compact=True)
# Another history of a journal: the first seq that differs, both hashes there, and the other file's last seq and head.
forks = _table(
    "forks",
    "point journal sha256",
    "seq:INTEGER held_hash other_hash held:INTEGER held_head other_last:INTEGER other_head at",
    compact=True,
)
# `status`: taken, waiting (for an earlier file) or refused (`code` says why). The files themselves lie in files/.
files = _table(
    "files",
    "point journal sha256",
    "arrival:INTEGER number:INTEGER name first_seq:INTEGER last_seq:INTEGER status code? at by",
    compact=True,
)
replies = _table("replies", "point journal number:INTEGER", "acknowledged_to:INTEGER sha256? at by", compact=True)


# A journal that is trusted no more: its PC was stolen, its key was shown to somebody. Its files are kept, not taken.
revocations = _table("revocations", "point journal", "reason at by", compact=True)
# Journals whose season is over, up to the entry held then.
releases = _table("releases", "point journal", "upto:INTEGER head at by", compact=True)
# Who lives where: the roster that goes down to a point. `number` rises with each change of a point's roster, so that a
# device gets what is new since the number it took last; `content` (JSON, a Resident) is null for one taken off.
residents = _table("residents", "point person", "number:INTEGER content?")
# What a point is to work with from its next reply on: the pack by its hash, the people it is to reach.
sendings = _table("sendings", "point", "pack_hash? target:INTEGER? at by", compact=True)

OWNER = ("point", "journal")


def own_columns(table: tables.Table) -> list[str]:
    """The columns of a projection after (point, journal); one of that name in the entry itself says the same."""
    return [name for name in table.columns if name not in OWNER]


def _projection(table: tables.Table) -> Table:
    owner = [_column(name, "TEXT", key=True) for name in OWNER]
    own = [
        _column(name, table.columns[name], key=name in table.key, optional=name not in table.key)
        for name in own_columns(table)
    ]
    return Table(table.name, metadata, *owner, *own, sqlite_strict=True, sqlite_with_rowid=len(own) > 9)


projections: dict[str, Table] = {name: _projection(table) for name, table in tables.TABLES.items()}
payments, voids, reversals = (projections[name] for name in ("payments", "voids", "reversals"))

# One person paid twice, at whatever points; a void of a renewed journal cites a payment of the old one.
Index("payments_person", payments.c.person, payments.c.year)
# Of whoever has several payments for a year, all of them (doubles.py).
twice = _table("twice", "point journal payment", "person year:INTEGER", compact=True)
Index("payments_receipt", payments.c.point, payments.c.receipt)
Index("voids_payment", voids.c.point, voids.c.payment)
Index("reversals_payment", reversals.c.point, reversals.c.payment)

# -- the county's books (docs/decisions/0038): lists of other offices, the cases that follow, and what was decided --

# A list by the SHA-256 of its file; `kind`: tax, employee, category, elsewhere, towns. The same file twice is one list.
lists = _table(
    "lists", "kind sha256", "name read:INTEGER taken:INTEGER rejected:INTEGER whole:INTEGER at by", compact=True
)
# The tax bureau's payments received. `mark`: paid or refund, amounts always above zero; `voucher`: the 电子税票号.
tax_rows = _table(
    "tax_rows",
    "person year:INTEGER voucher mark",
    "amount_fen:INTEGER remitted_on? received_on? online:INTEGER name sha256",
)
employees = _table("employees", "person", "name employer since? until? sha256")
# `whole` marks lists that name everybody of the category: whoever is not on them is not of it.
category_rows = _table("category_rows", "person category", "name recognised_on? removed_on? whole:INTEGER sha256")
paid_elsewhere = _table("paid_elsewhere", "person year:INTEGER", "name place paid_on? sha256")
# The first nine digits of its points' codes are a town, all twelve a point; a target is people, null where unknown.
towns = _table("towns", "code", "name target:INTEGER?", compact=True)
# What a pack says, of those that did not come with the program.
pack_texts = _table("pack_texts", "hash", "toml:BLOB")

# A case belongs to the point of the payment, request or task it is about. Its state is read off `ended_at` and the
# decisions (cases.py); `facts` (JSON) fill the sentences of its kind.
cases = _table(
    "cases",
    "point case_id",
    "kind person year:INTEGER name payment? facts proposal found_at ended_at? ended_why?",
)
case_decisions = _table("case_decisions", "point case_id number:INTEGER", "decision note at by")

Index("tax_rows_year", tax_rows.c.year, tax_rows.c.person)
