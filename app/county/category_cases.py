"""Was the category at payment the one of the dated lists? Asked of the same rules that priced the payment.

The database finds the few payments whose category is not the list's; the rules of each payment's own pack then say
what would have been due with the list's categories on the day it was paid. A pack never reprices what is paid (design
§2 rule 8): what comes out is a proposal.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, or_, select

from app.county import schema, whole_lists
from app.county.active import STANDS, with_ends
from app.county.case_kinds import Found, category_text
from app.county.database import in_chunks
from app.county.pack_texts import Policies
from app.county.schema import category_rows, payments
from app.domain import journal
from app.domain.assessment import Assessment, assess
from app.domain.errors import WrongUse
from app.domain.facts import Facts
from app.domain.policy import Policy
from app.domain.resident import CategoryRecord

Listed = dict[str, list[CategoryRecord]]
Days = dict[str, date]


def categories_differ(connection: Connection) -> Iterator[Found]:
    """Payments that the lists would have priced or named otherwise."""
    whole = whole_lists.listed_on(connection)
    rows = list(connection.execute(_candidates()))
    policies, listed = Policies(connection), _listed(connection, {row.person for row in rows})
    for row in rows:
        entry = journal.parse(bytes(row.line))
        policy = policies.of(row.pack_hash)
        if policy is not None:
            answer = _with_lists(policy, entry.body.get("facts"), listed.get(row.person, []), whole)
            yield from _case(row, answer)


def _candidates() -> Select[Any]:
    """Payments that stand, with their entries, where a list names another category or a whole list not the person."""
    p, c, e = payments.c, category_rows.c, schema.entries
    another = select(c.person).where(c.person == p.person, or_(p.category.is_(None), c.category != p.category))
    whole = select(c.category).where(c.whole == 1)
    named = select(c.person).where(c.person == p.person, c.category == p.category)
    missing = and_(p.category.in_(whole), ~named.exists())
    of_entry = and_(e.c.point == p.point, e.c.journal == p.journal, e.c.seq == p.seq)
    columns = (p.person, p.year, p.point, p.name, p.payment, p.receipt, p.due_fen, p.category, p.pack_hash, e.c.line)
    on_list = p.person.in_(select(c.person))
    return (
        select(*columns)
        .select_from(with_ends(payments.join(e, of_entry)))
        .where(STANDS, or_(and_(on_list, another.exists()), missing))
        .order_by(p.point, p.journal, p.seq)
    )


def _listed(connection: Connection, people: set[str]) -> Listed:
    found: Listed = {}
    c = category_rows.c
    for chunk in in_chunks(sorted(people)):
        query = select(c.person, c.category, c.recognised_on, c.removed_on).where(c.person.in_(chunk))
        for person, name, recognised_on, removed_on in connection.execute(query.order_by(c.person, c.category)):
            record = CategoryRecord(name, _day(recognised_on), _day(removed_on))
            found.setdefault(person, []).append(record)
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _with_lists(policy: Policy, told: Any, listed: list[CategoryRecord], whole: Days) -> Assessment | None:
    """The answer for the payment's own facts, but the lists' categories; None where the facts make no sense.

    Whoever is missing from a list that names everybody (`whole`) has that category no longer, unless recognised later.
    """
    try:
        facts = Facts.from_json(told)
    except WrongUse:
        return None
    known = [(name, each) for each in listed if (name := policy.canonical_category(each.name)) is not None]
    records = tuple(CategoryRecord(name, each.recognised_on, each.removed_on) for name, each in known)
    replaced = {each.name for each in records}
    ended = {policy.canonical_category(name): day for name, day in whole.items()}
    kept = tuple(
        each
        for each in facts.categories or ()
        if each.name not in replaced and not (each.name in ended and whole_lists.speaks_of(ended[each.name], each))
    )
    try:
        return assess(policy, msgspec.structs.replace(facts, categories=(*kept, *records)))
    except WrongUse:
        return None


def _case(row: Any, answer: Assessment | None) -> Iterator[Found]:
    should = answer.due_fen if answer is not None and answer.eligible else None
    category = answer.category if answer is not None else None
    if should == row.due_fen and category == row.category:
        return
    difference = None if should is None else should - row.due_fen
    yield Found(
        family="category",
        kind="category_differs",
        person=row.person,
        year=row.year,
        point=row.point,
        name=row.name,
        subject=row.payment,
        payment=row.payment,
        facts={
            "receipt": row.receipt,
            "due": row.due_fen,
            "category": category_text(row.category),
            "should_category": category_text(category) if should is not None else "待核定",
            "should": should,
            "difference": difference,
        },
        proposal=_proposal(difference),
    )


def _proposal(difference_fen: int | None) -> str:
    if difference_fen is None:
        return "look"
    if not difference_fen:
        return "correct"
    return "give_back" if difference_fen < 0 else "collect_more"
