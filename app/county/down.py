"""What a reply brings down besides acknowledging: roster changes, people who paid elsewhere, the pack, the target, the
point's other devices.

Roster changes go on from what the device says it took; all the rest is told as it stands, so that a lost reply needs no
special care.
"""

from itertools import takewhile
from typing import Literal

from sqlalchemy import Connection, and_, func, or_, select

from app.county import lineage, records, release, residents, revoke, schema
from app.county.active import STANDS, with_ends
from app.county.records import Journal
from app.county.sendings import text_of
from app.domain.syncfile import Changes, HeldEntry, Pack, PaidElsewhere, Record, Sibling, Target, Wanted

# The years that a paid_elsewhere record takes.
_YEARS = range(2000, 3000)


def records_down(connection: Connection, to: Journal) -> list[Record]:
    """The records for one device, beyond county, ack and rejected."""
    return [
        *_held(connection, to),
        *_wanted(connection, to),
        *_roster(connection, to),
        *_elsewhere(connection, to),
        *_sending(connection, to),
        *_siblings(connection, to),
        *release.released(connection, to),
    ]


def _held(connection: Connection, to: Journal) -> list[Record]:
    """What the county holds of the journals that this one continues, and the backup it was made from had not yet.

    Only where those are no longer heard of (their machines are gone) and the backup is of the same history.
    """
    return [each for heir, before in _gone_before(connection, to) for each in _lacking(connection, to, heir, before)]


def _lacking(connection: Connection, to: Journal, heir: Journal, before: Journal) -> list[Record]:
    if not _goes_on(connection, heir, before):
        return []
    first = max(heir.previous_seq or 0, _restored(connection, to, before)) + 1
    lines = records.stored(connection, before, first=first, last=before.held)
    return [HeldEntry(journal=before.journal, line=line.decode()) for _, _, line in lines]


def _goes_on(connection: Connection, heir: Journal, before: Journal) -> bool:
    """Whether the county sees that the history it holds is the one the heir began from. A backup may have had more than
    has come here; and of two machines that wrote one journal (a cloned disk) this may be the other one's."""
    known = heir.previous_seq or 0
    return records.hashes(connection, before, first=known, last=known).get(known) == heir.previous_head


def _wanted(connection: Connection, to: Journal) -> list[Record]:
    """What lost machines had and never handed over, and the backup still has, or what came back from a county that
    has since been restored itself."""
    return [
        Wanted(journal=before.journal, after=before.held)
        for heir, before in lineage.before(connection, to)
        if max(heir.previous_seq or 0, _restored(connection, heir, before), _restored(connection, to, before))
        > before.held
    ]


def _restored(connection: Connection, to: Journal, of: Journal) -> int:
    """Up to which entry of a journal before it this device says it has been restored."""
    table = schema.projections["restorations"].c
    query = select(func.coalesce(func.max(table.upto), 0))
    query = query.where(table.point == to.point, table.journal == to.journal, table.of == of.journal)
    return int(connection.execute(query).scalar_one())


def _gone_before(connection: Connection, to: Journal) -> list[tuple[Journal, Journal]]:
    """The journals before this one, each with the one that went on from it, as far back as their machines are gone:
    what they paid comes back as their own entries where it is of one history."""

    def is_gone(pair: tuple[Journal, Journal]) -> bool:
        heir, before = pair
        return not records.heard_since(connection, before, heir.arrivals)

    return list(takewhile(is_gone, lineage.before(connection, to)))


def _roster(connection: Connection, to: Journal) -> list[Record]:
    found = residents.changes(connection, to.point, after=_taken(connection, to))
    if not found:
        return []
    return [Changes(upto=residents.last_number(connection, to.point)), *found]


def _taken(connection: Connection, to: Journal) -> int:
    """Up to which number this journal has taken changes of this store: a restored one counts changes again.

    A renewed journal may be an old backup: it is sent all again.
    """
    table, settings = schema.projections["changes_taken"].c, schema.settings.c
    store = select(settings.value).where(settings.name == "store").scalar_subquery()
    query = select(func.coalesce(func.max(table.upto), 0))
    query = query.where(table.point == to.point, table.journal == to.journal, table.store == store)
    return int(connection.execute(query).scalar_one())


def _elsewhere(connection: Connection, to: Journal) -> list[PaidElsewhere]:
    """People of this point's roster who paid online, at another point or at another device of this one."""
    found = (*_paid_online(connection, to), *_paid_at_others(connection, to))
    # One line of a year that no reply can name would keep the point from taking the reply, and every one after it.
    return [each for each in found if each.year in _YEARS]


def _paid_online(connection: Connection, to: Journal) -> list[PaidElsewhere]:
    other, here = schema.paid_elsewhere.c, schema.residents.c
    query = (
        select(other.person, other.year, other.paid_on)
        .join(schema.residents, and_(here.person == other.person, here.point == to.point))
        .where(here.content.is_not(None))
        .order_by(other.person, other.year)
    )
    return [_record(row.person, row.year, "online", row.paid_on) for row in connection.execute(query)]


def _paid_at_others(connection: Connection, to: Journal) -> list[PaidElsewhere]:
    """By payment: the device drops those which it has itself, from a machine before it."""
    paid, here = schema.payments.c, schema.residents.c
    gone = [(heir, before) for heir, before in _gone_before(connection, to) if _goes_on(connection, heir, before)]
    own = [to.journal, *(before.journal for _, before in gone)]
    source = with_ends(schema.payments.join(schema.residents, and_(here.person == paid.person, here.point == to.point)))
    query = (
        select(paid.person, paid.year, paid.paid_on, paid.payment)
        .select_from(source)
        .where(STANDS, here.content.is_not(None), or_(paid.point != to.point, paid.journal.not_in(own)))
        .order_by(paid.person, paid.year, paid.payment)
    )
    return [_record(row.person, row.year, "other_point", row.paid_on, row.payment) for row in connection.execute(query)]


def _record(
    person: str, year: int, where: Literal["online", "other_point"], paid_on: str | None, payment: str | None = None
) -> PaidElsewhere:
    kind, number = person.split(":", 1)
    return PaidElsewhere(
        document_type=kind, document_number=number, year=year, where=where, paid_on=paid_on, payment=payment
    )


def _sending(connection: Connection, to: Journal) -> list[Record]:
    table = schema.sendings
    row = connection.execute(select(table).where(table.c.point == to.point)).first()
    if row is None:
        return []
    found: list[Record] = []
    if row.pack_hash is not None:
        policy_id, toml = text_of(connection, row.pack_hash)
        found.append(Pack(id=policy_id, hash=row.pack_hash, toml=toml))
    if row.target is not None:
        found.append(Target(year=_year(connection, to), people=row.target))
    return found


def _year(connection: Connection, to: Journal) -> int:
    return residents.policy_of(connection, to.point).benefit_year


def _siblings(connection: Connection, to: Journal) -> list[Record]:
    """The other devices that are trusted and alive: an export is sealed to them too, so no key left behind is named."""
    return [
        Sibling(device=each.device, journal=each.journal, sign_key=each.public_key, seal_key=each.seal_key)
        for each in records.journals(connection, point=to.point)
        if each.device != to.device and revoke.why(connection, each) is None and not lineage.gone(connection, each)
    ]
