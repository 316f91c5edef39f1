"""名册外: somebody who is on no list yet, entered at the counter from the document in hand (D, "person missing").

The identity is checked as a roster's row would be. No category can be given here: those come from the departments'
dated lists. The journal says who entered whom, so that the county can confirm it.
"""

from datetime import date

import msgspec

from app.desk.desk import Desk
from app.desk.residents import handle
from app.domain.errors import Refused
from app.domain.identity import Document, parse
from app.domain.resident import Resident
from app.domain.roster_columns import ALIASES
from app.domain.roster_row import Row, read_resident
from app.store import roster
from app.store.database import writing


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the document and what the person says; texts as they are typed, "" where nothing is known."""

    name: str
    document: str
    birth_date: str = ""
    household: str = ""
    head: str = ""
    relation: str = ""
    group: str = ""
    phone: str = ""
    hukou: str = ""
    last_year: str = ""
    note: str = ""


def read_document(desk: Desk, number: str) -> Document:
    """A document number, checked before anything else is asked.

    Raises Refused: as `identity.parse`, resident_known (the number is on the roster).
    """
    document = parse(number, today=desk.clock().date())
    _refuse_known(desk, document.number)
    return document


def add_resident(desk: Desk, stated: Stated) -> str:
    """Enter one person; returns the handle.

    Raises Refused: resident_not_added (with everything that is wrong), resident_known (the number is on the roster).
    """
    resident = _read(desk, stated, desk.clock().date())
    _refuse_known(desk, resident.document_number)
    with writing(desk.db):
        added, _, _ = roster.sort_out(desk.db, [resident])
        roster.save(desk.db, added, [])
        desk.write("resident_added", {"person": resident.key, "resident": msgspec.to_builtins(resident)})
    found = roster.by_number(desk.db, resident.document_number)
    if found is None:
        raise Refused("resident_unknown", asked=resident.name)
    return handle(found[0])


def _refuse_known(desk: Desk, number: str) -> None:
    known = roster.by_number(desk.db, number)
    if known is not None:
        raise Refused("resident_known", name=known[1].name, handle=handle(known[0]))


def _read(desk: Desk, stated: Stated, today: date) -> Resident:
    cells = dict.fromkeys(ALIASES, "") | msgspec.structs.asdict(stated)
    reasons: list[str] = []
    resident = read_resident(Row(cells, reasons), desk.policy.canonical_category, today)
    if resident is None:
        raise Refused("resident_not_added", why="".join(dict.fromkeys(reasons)))
    return resident
