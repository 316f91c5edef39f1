"""The tables that follow from the journal: their names, keys and columns, and what an entry does to them.

A table holds what happened, never a state that another row can contradict: whether a payment is void, a card posted or
a sheet of paper used is read off the rows that are there (design §2). Amounts are fen, days the numbers of account
days, moments ISO texts.
"""

from typing import Any

import msgspec


class Table(msgspec.Struct, frozen=True):
    """A projection: its key and columns as they stand at a point; the county puts (point, journal) before the key."""

    name: str
    key: tuple[str, ...]
    columns: dict[str, str]


class Put(msgspec.Struct, frozen=True):
    """A new row of `table`: `row` holds key and values. A row of that key already there is the entry's fault."""

    table: str
    row: dict[str, Any]


class Drop(msgspec.Struct, frozen=True):
    """Take the row with this key out of `table`."""

    table: str
    key: dict[str, Any]


Effect = Put | Drop


def _table(name: str, key: str, *, numbers: str = "", texts: str = "") -> Table:
    columns = dict.fromkeys(numbers.split(), "INTEGER") | dict.fromkeys(texts.split(), "TEXT")
    return Table(name, tuple(key.split()), columns)


# Roster changes of the county's replies that were taken; the county sends on from there.
_EXCHANGE = (
    _table("changes_taken", "seq", numbers="seq upto", texts="store at by"),
    # Entries of the journal before this one that the county held and a backup lacked.
    _table("restorations", "seq", numbers="seq upto", texts="of at by"),
    # Entries of the journal before this one that the county lacks and that go up again inside this one.
    _table("carried_entries", "of of_seq", numbers="of_seq seq", texts="of"),
    _table("packs_taken", "seq", numbers="seq", texts="pack pack_hash before at by"),
)

_PAYMENTS = (
    _table(
        "openings",
        "seq",
        numbers="seq device renewal practice year",
        texts="point name pack pack_hash previous",
    ),
    _table(
        "payments",
        "payment",
        numbers="seq day year price_fen subsidy_fen due_fen",
        texts="payment at by paid_on batch person name household group_name category method terminal reference "
        "receipt benefit_start benefit_end waiting pack_hash hash8",
    ),
    _table("batches", "batch", numbers="day people total_fen tendered_fen change_fen", texts="batch digest"),
    _table("active", "person year", numbers="year", texts="person payment"),
    _table("receipts", "receipt", numbers="day serial amount_fen", texts="receipt payment kind"),
    _table("prints", "receipt copy", numbers="copy seq", texts="receipt at by"),
    # A print that did not come out (paper jam, no paper, power cut): its receipt waits to be printed again.
    _table("print_failures", "receipt copy", numbers="copy seq", texts="receipt reason at by"),
)

_CORRECTIONS = (
    _table("voids", "payment", numbers="seq day", texts="payment at by reason"),
    # 红冲 after the close: a negative entry that cites the payment; no money leaves the drawer.
    _table(
        "reversals",
        "payment",
        numbers="seq day amount_fen",
        texts="payment receipt person name reason carried_to at by",
    ),
    # Money for the county to give back. A request ends by being withdrawn here; the county's answer comes with a reply.
    _table(
        "refunds",
        "request",
        numbers="seq day amount_fen",
        texts="request payment receipt person name reason decision evidence contact at by",
    ),
    _table("refund_ends", "request", numbers="seq", texts="request reason at by"),
    # What the county is asked to look into (a category recognised after the payment); nothing is paid back for it.
    _table("tasks", "seq", numbers="seq", texts="payment receipt person name kind category evidence at by"),
    _table("late_papers", "payment", texts="payment paper paper_on second"),
    _table("declines", "seq", numbers="seq", texts="person reason note at by"),
    # Whatever went through only on a second person's word, for an inspection.
    _table("overrides", "seq", numbers="seq day", texts="what second reason at by"),
)

_DAYS = (
    _table("days", "day", numbers="day float_fen", texts="date at by"),
    _table("handovers", "seq", numbers="seq day counted_fen expected_fen", texts="giver taker notes reason at by"),
    _table("counts", "seq", numbers="seq day counted_fen bad_fen", texts="notes bad at by"),
    _table(
        "closes",
        "day",
        numbers="day seq expected_fen counted_fen difference_fen pos_fen people receipts records clean perpetual_fen "
        "handed_fen",
        texts="reason second at by",
    ),
)

_CARDS = (
    _table("cards", "card", numbers="seq day total_fen", texts="card terminal at by"),
    _table("card_people", "card person", texts="card person"),
    _table("card_results", "card seq", numbers="seq", texts="card result terminal reference reason at by"),
    # What the terminal's own settlement slip says of a day, beside what the journal says.
    _table(
        "settlements",
        "slip",
        numbers="seq day count amount_fen expected_count expected_fen",
        texts="slip terminal settled_on reason at by",
    ),
)

_REMITTANCE = (
    # 上解: a deposit slip of cash, or a terminal's settlement. `of` is the journal of the day it covers.
    _table("remittances", "slip", numbers="seq amount_fen", texts="slip method remitted_on bank at by"),
    _table("remitted_days", "slip of day", numbers="day amount_fen", texts="slip of"),
    # 入库、到账: the bank has it.
    _table("arrivals", "slip", numbers="seq", texts="slip received_on at by"),
)

_PAPER = (
    _table("stocks", "stock", numbers="seq first last width", texts="stock form code issued_on issuer at by"),
    _table("sheet_uses", "code number", numbers="number copy seq", texts="code receipt"),
    _table("sheet_ends", "code number", numbers="number seq copies", texts="code state reason at by"),
    _table("sheet_marks", "seq", numbers="seq number", texts="code at by"),
    _table(
        "stock_settlements",
        "seq",
        numbers="seq first last used void lost returned",
        texts="code settled_on receiver at by",
    ),
)

TABLES: dict[str, Table] = {
    table.name: table for table in (*_EXCHANGE, *_PAYMENTS, *_CORRECTIONS, *_DAYS, *_CARDS, *_REMITTANCE, *_PAPER)
}
