"""Our own count of who has paid, from lines alone: it shares no table and no query with the program."""

from collections.abc import Iterable, Iterator

from app.domain import journal as entries
from app.domain.journal import Entry

ENDS = ("payment_voided", "payment_reversed")


def paid(lines: Iterable[bytes]) -> dict[str, str]:
    """Who was paid for by these entries: the person of each payment."""
    return {entry.body["payment"]: entry.body["person"] for entry in _flat(lines) if entry.kind == "payment"}


def ended(lines: Iterable[bytes]) -> set[str]:
    """The payments that these entries end."""
    return {entry.body["payment"] for entry in _flat(lines) if entry.kind in ENDS}


def _flat(lines: Iterable[bytes]) -> Iterator[Entry]:
    """The entries; in place of one that carries another, that other."""
    for entry in map(entries.parse, lines):
        yield entries.parse(entry.body["line"].encode()) if entry.kind == "entry_carried" else entry


def standing(lines: Iterable[tuple[str, str, bytes]]) -> dict[str, list[tuple[str, str, str]]]:
    """Who has paid: point, journal and payment of each payment that stands, from (point, journal, line) in order."""
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    over: set[tuple[str, str]] = set()
    for point, journal, line in lines:
        entry = entries.parse(line)
        if entry.kind == "payment":
            taken[point, entry.body["payment"]] = (entry.body["person"], journal)
        elif entry.kind in ENDS:
            over.add((point, entry.body["payment"]))
    found: dict[str, list[tuple[str, str, str]]] = {}
    for (point, payment), (person, journal) in taken.items():
        if (point, payment) not in over:
            found.setdefault(person, []).append((point, journal, payment))
    return found
