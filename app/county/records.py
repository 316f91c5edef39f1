"""What the county remembers of journals, entries and files: the queries, in the words of the verbs."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Table, func, select, update

from app.county import schema
from app.county.database import in_chunks, put_rows
from app.domain.journal import UNKNOWN_KIND
from app.domain.syncfile import Header


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolled journal: one device of one point. `held` and `head` are the last contiguous entry stored; `noted` is
    up to where doubles.py has looked."""

    point: str
    journal: str
    name: str
    device: int
    renewal: int
    public_key: str
    seal_key: str
    pack: str
    pack_hash: str
    previous_journal: str | None
    previous_seq: int | None
    previous_head: str | None
    proof: str
    enrolled_at: str
    enrolled_by: str
    arrivals: int
    held: int
    head: str
    noted: int | None = None


class Fork(msgspec.Struct, frozen=True, kw_only=True):
    """Where a file's history leaves the one that the county holds: the first seq that differs and both hashes there."""

    seq: int
    held_hash: str
    other_hash: str
    other_last: int
    other_head: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A file that waits for an earlier one."""

    sha256: str
    name: str
    first_seq: int
    last_seq: int


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """An entry stored but not taken into the accounts; `facts` fill the sentence of `code`, `at` is since when."""

    seq: int
    code: str
    facts: dict[str, Any]
    at: str


class Paid(NamedTuple):
    """A payment that the county has: in which journal, and what an end of it must cite."""

    journal: str
    person: str
    year: int
    due_fen: int


class Reversal(NamedTuple):
    """A reversal that the county has: in which journal, and for which payment, if any, the money stays."""

    journal: str
    carried_to: str | None
    amount_fen: int


def _journal(row: Row[Any]) -> Journal:
    return Journal(**row._mapping)


def journals(connection: Connection, *, point: str | None = None) -> list[Journal]:
    """All enrolled journals, or those of one point, by point, device and renewal."""
    table = schema.journals
    query = select(table).order_by(table.c.point, table.c.device, table.c.renewal, table.c.enrolled_at)
    if point is not None:
        query = query.where(table.c.point == point)
    return [_journal(row) for row in connection.execute(query)]


def journal(connection: Connection, point: str, journal_id: str) -> Journal | None:
    """One enrolled journal, None where it is not."""
    table = schema.journals
    query = select(table).where(table.c.point == point, table.c.journal == journal_id)
    row = connection.execute(query).first()
    return _journal(row) if row else None


def add_journal(connection: Connection, enrolled: Journal) -> None:
    """Enrol a journal."""
    connection.execute(schema.journals.insert(), [msgspec.structs.asdict(enrolled)])


def set_held(connection: Connection, enrolled: Journal, *, held: int, head: str) -> None:
    """Move a journal's highest contiguous entry."""
    table = schema.journals
    where = (table.c.point == enrolled.point, table.c.journal == enrolled.journal)
    connection.execute(update(table).where(*where).values(held=held, head=head))


def hashes(connection: Connection, enrolled: Journal, *, first: int, last: int) -> dict[int, str]:
    """The hashes of the entries first..last that the county holds, by seq."""
    table = schema.entries
    query = select(table.c.seq, table.c.hash).where(
        table.c.point == enrolled.point, table.c.journal == enrolled.journal, table.c.seq.between(first, last)
    )
    return {row.seq: row.hash for row in connection.execute(query)}


def stored(connection: Connection, enrolled: Journal, *, first: int, last: int) -> list[tuple[int, str, bytes]]:
    """Seq, hash and line of the entries first..last that the county holds."""
    table = schema.entries
    query = (
        select(table.c.seq, table.c.hash, table.c.line)
        .where(table.c.point == enrolled.point, table.c.journal == enrolled.journal, table.c.seq.between(first, last))
        .order_by(table.c.seq)
    )
    return [(row.seq, row.hash, row.line) for row in connection.execute(query)]


def put_file(
    connection: Connection, header: Header, *, sha256: str, name: str, status: str, code: str | None, at: str, by: str
) -> None:
    """Remember a file and what became of it: taken, waiting or refused (with `code`)."""
    arrival = arrivals(connection, header.point) + 1
    what = (header.number, name, header.first_seq, header.last_seq, status, code, at, by)
    put_rows(connection, schema.files, [(header.point, header.journal, sha256, arrival, *what)])


def arrivals(connection: Connection, point: str) -> int:
    """How many times a file of this point has come so far."""
    table = schema.files
    newest = connection.execute(select(func.max(table.c.arrival)).where(table.c.point == point)).scalar_one()
    return newest or 0


def give_up(connection: Connection, header: Header, sha256: str, *, code: str) -> None:
    """A waiting file that can no longer be read is not waited for."""
    table = schema.files
    where = (table.c.point == header.point, table.c.journal == header.journal, table.c.sha256 == sha256)
    connection.execute(update(table).where(*where).values(status="refused", code=code))


def put_fork(connection: Connection, sender: Journal, fork: Fork, *, sha256: str, at: str) -> None:
    """Keep both heads of a journal that tells two stories."""
    row = (sender.point, sender.journal, sha256, fork.seq, fork.held_hash, fork.other_hash, sender.held, sender.head)
    put_rows(connection, schema.forks, [(*row, fork.other_last, fork.other_head, at)])


def waiting(connection: Connection, enrolled: Journal) -> list[Waiting]:
    """The files of a journal that wait for an earlier one, in the order they can be taken."""
    table = schema.files
    query = (
        select(table.c.sha256, table.c.name, table.c.first_seq, table.c.last_seq)
        .where(table.c.point == enrolled.point, table.c.journal == enrolled.journal, table.c.status == "waiting")
        .order_by(table.c.first_seq, table.c.last_seq, table.c.sha256)
    )
    return [Waiting(**row._mapping) for row in connection.execute(query)]


def known_packs(connection: Connection) -> frozenset[str]:
    """The hashes of the rule packs that this county knows."""
    return frozenset(connection.execute(select(schema.packs.c.hash)).scalars())


def packs_known_as(connection: Connection, pack_id: str) -> list[str]:
    """The hashes known under this pack id, the latest taken into use last."""
    table = schema.packs
    query = select(table.c.hash).where(table.c.id == pack_id).order_by(table.c.added_at, table.c.hash)
    return list(connection.execute(query).scalars())


def add_packs(connection: Connection, packs: Iterable[tuple[str, str]], *, at: str) -> None:
    """Know these rule packs (hash, id) from now on."""
    known = known_packs(connection)
    put_rows(connection, schema.packs, [(digest, pack_id, at) for digest, pack_id in packs if digest not in known])


def quarantined(
    connection: Connection, enrolled: Journal, *, first: int = 1, last: int | None = None
) -> list[Quarantined]:
    """The quarantined entries first..last of a journal (all that the county holds, if not told), by seq."""
    table = schema.quarantine
    end = enrolled.held if last is None else last
    query = (
        select(table.c.seq, table.c.code, table.c.facts, table.c.at)
        .where(table.c.point == enrolled.point, table.c.journal == enrolled.journal, table.c.seq.between(first, end))
        .order_by(table.c.seq)
    )
    return [
        Quarantined(seq=row.seq, code=row.code, facts=msgspec.json.decode(row.facts), at=row.at)
        for row in connection.execute(query)
    ]


def points_short_of(connection: Connection, packs: frozenset[str]) -> list[str]:
    """The points of which a payment was quarantined for want of one of these packs (hashes)."""
    table = schema.quarantine
    query = select(table.c.point, table.c.facts).where(table.c.code == "payment_pack_unknown")
    rows = [(row.point, msgspec.json.decode(row.facts)) for row in connection.execute(query)]
    # Before facts held the hash, only the payment itself said which pack it was.
    return sorted({point for point, facts in rows if "pack_hash" not in facts or facts["pack_hash"] in packs})


def points_with_kinds(connection: Connection, kinds: Iterable[str]) -> list[str]:
    """The points of which an entry was quarantined because its kind, one of these, was not known then."""
    table = schema.quarantine
    query = select(table.c.point, table.c.facts).where(table.c.code == "entry_invalid")
    wanted = {f"{UNKNOWN_KIND}{kind}" for kind in kinds}
    rows = connection.execute(query)
    return sorted({row.point for row in rows if msgspec.json.decode(row.facts)["problem"] in wanted})


def next_reply(connection: Connection, enrolled: Journal) -> tuple[int, str | None]:
    """The next reply's number for this journal, and the SHA-256 of the file before it."""
    table = schema.replies
    query = (
        select(table.c.number, table.c.sha256)
        .where(table.c.point == enrolled.point, table.c.journal == enrolled.journal)
        .order_by(table.c.number.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return (row.number + 1, row.sha256) if row else (1, None)


def put_reply(connection: Connection, enrolled: Journal, number: int, *, sha256: str | None, at: str, by: str) -> None:
    """Remember a reply; its SHA-256 is there once the file is written."""
    row = (enrolled.point, enrolled.journal, number, enrolled.held, sha256, at, by)
    put_rows(connection, schema.replies, [row])


def payments_known(connection: Connection, point: str, payments: Iterable[str]) -> dict[str, Paid]:
    """Which of these payments the county has of this point."""
    rows = _of_payments(connection, schema.payments, point, payments, Paid._fields)
    return {payment: Paid(*values) for payment, *values in rows}


def reversals_known(connection: Connection, point: str, payments: Iterable[str]) -> dict[str, Reversal]:
    """Which of these payments of this point are reversed, and how."""
    rows = _of_payments(connection, schema.reversals, point, payments, Reversal._fields)
    return {payment: Reversal(*values) for payment, *values in rows}


def _of_payments(
    connection: Connection, table: Table, point: str, payments: Iterable[str], names: Iterable[str]
) -> Iterator[Row[Any]]:
    """Payment and the named columns of a table's rows about these payments of a point."""
    columns = [table.c.payment, *(table.c[name] for name in names)]
    for chunk in in_chunks(payments):
        yield from connection.execute(select(*columns).where(table.c.point == point, table.c.payment.in_(chunk)))


def receipts_known(connection: Connection, point: str, receipts: Iterable[str]) -> set[str]:
    """Which of these receipt numbers the county has of this point."""
    table = schema.payments
    return {
        receipt
        for chunk in in_chunks(receipts)
        for receipt in connection.execute(
            select(table.c.receipt).where(table.c.point == point, table.c.receipt.in_(chunk))
        ).scalars()
    }


def ended_known(connection: Connection, point: str, payments: Iterable[str]) -> set[str]:
    """Which of these payments of this point are void or reversed."""
    wanted = list(payments)
    return {
        payment
        for table in (schema.voids, schema.reversals)
        for chunk in in_chunks(wanted)
        for payment in connection.execute(
            select(table.c.payment).where(table.c.point == point, table.c.payment.in_(chunk))
        ).scalars()
    }


def heard_since(connection: Connection, enrolled: Journal, arrivals: int) -> bool:
    """Whether a file of this journal came after so many arrivals at its point."""
    table = schema.files
    query = select(func.count()).where(
        table.c.point == enrolled.point, table.c.journal == enrolled.journal, table.c.arrival > arrivals
    )
    return bool(connection.execute(query).scalar_one())
