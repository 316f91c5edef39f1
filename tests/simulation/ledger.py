"""Our own count of who has paid, from lines alone: it shares no table and no query with the program."""

from collections.abc import Iterable, Iterator

from app.domain import journal as entries
from app.domain.journal import Entry


def paid_of(entry: Entry) -> Iterator[tuple[str, bool]]:
    """The person that an entry says has paid."""
    if entry.kind == "payment":
        yield entry.body["person"], True


def ends_of(entry: Entry) -> Iterator[tuple[str, bool]]:
    """The person whose payment an entry ends."""
    if entry.kind in ("payment_voided", "payment_reversed"):
        yield entry.body["person"], False


def ended(lines: Iterable[bytes]) -> set[str]:
    """The payments that these entries end."""
    found = map(entries.parse, lines)
    return {entry.body["payment"] for entry in found if entry.kind in ("payment_voided", "payment_reversed")}


def standing(lines: Iterable[tuple[str, str, bytes]]) -> dict[str, list[tuple[str, str, str]]]:
    """Who has paid: point, journal and payment of each payment that stands, from (point, journal, line) in order."""
    paid: dict[tuple[str, str], tuple[str, str]] = {}
    ended: set[tuple[str, str]] = set()
    for point, journal, line in lines:
        entry = entries.parse(line)
        if entry.kind == "payment":
            paid[point, entry.body["payment"]] = (entry.body["person"], journal)
        elif entry.kind in ("payment_voided", "payment_reversed"):
            ended.add((point, entry.body["payment"]))
    found: dict[str, list[tuple[str, str, str]]] = {}
    for (point, payment), (person, journal) in paid.items():
        if (point, payment) not in ended:
            found.setdefault(person, []).append((point, journal, payment))
    return found
