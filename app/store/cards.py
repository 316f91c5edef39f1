"""Cards whose result is not certain yet, or that were approved and not entered as payments. Answers, no decisions."""

from typing import Any

import msgspec
from sqlite_utils import Database


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt to pay by card.

    `result`: intended | unknown | approved | declined | cancelled (撤销, taken back on the terminal).
    `posted`: the payments of this card are in the journal. `people`: the persons' keys.
    """

    card: str
    journal: str
    seq: int
    day: int
    total_fen: int
    terminal: str | None
    reference: str | None
    at: str
    by: str
    result: str
    posted: bool
    people: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find out or to enter what became of it."""
        return not self.posted and self.result not in ("declined", "cancelled")


# The latest answer, under whichever journal: a renewed one clears up the cards of its predecessor. Journals are few, so
# they come first: answers are found by journal and card only.
_CARDS = """
SELECT c.card, c.journal, c.seq, c.day, c.total_fen, coalesce(r.terminal, c.terminal) AS terminal,
  r.reference, c.at, c.by,
  coalesce(r.result, 'intended') AS result,
  EXISTS (SELECT 1 FROM batches b WHERE b.batch = c.card) AS posted,
  (SELECT group_concat(person, char(10)) FROM card_people p WHERE p.journal = c.journal AND p.card = c.card) AS people
FROM cards c LEFT JOIN card_results r ON r.card = c.card AND (r.journal, r.seq) = (
  SELECT x.journal, x.seq FROM openings o CROSS JOIN card_results x ON x.journal = o.journal AND x.card = c.card
  ORDER BY o.renewal DESC, x.seq DESC LIMIT 1)
"""


def _cards(db: Database, where: str, args: tuple[Any, ...]) -> list[Card]:
    rows = db.query(f"{_CARDS} WHERE {where} ORDER BY c.journal, c.seq", args)
    return [
        Card(**row | {"posted": bool(row["posted"]), "people": tuple(sorted(row["people"].split("\n")))})
        for row in rows
    ]


def card(db: Database, card_id: str) -> Card | None:
    """One card by its id."""
    return next(iter(_cards(db, "c.card = ?", (card_id,))), None)


def of_day(db: Database, journal: str, day: int) -> list[Card]:
    """Every card of a day, in order."""
    return _cards(db, "c.journal = ? AND c.day = ?", (journal, day))


def open_cards(db: Database) -> list[Card]:
    """Every card that still waits for somebody, oldest first."""
    return [
        each for each in _cards(db, "NOT EXISTS (SELECT 1 FROM batches b WHERE b.batch = c.card)", ()) if each.is_open
    ]


def last_terminal(db: Database, journal: str) -> str:
    """The terminal that answered last, "" where none has."""
    query = "SELECT terminal FROM card_results WHERE journal = ? AND terminal IS NOT NULL ORDER BY seq DESC LIMIT 1"
    row = db.conn.execute(query, (journal,)).fetchone()
    return str(row[0]) if row else ""


def open_for(db: Database, person: str) -> Card | None:
    """The open card of a person, None where there is none."""
    where = "c.card IN (SELECT card FROM card_people WHERE person = ?)"
    return next((each for each in _cards(db, where, (person,)) if each.is_open), None)


def with_reference(db: Database, reference: str) -> list[Card]:
    """The cards whose latest result bears this reference: approved, or cancelled after that."""
    return _cards(db, "r.reference = ?", (reference,))
