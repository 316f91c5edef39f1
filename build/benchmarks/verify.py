"""Checking a journal of 643,118 payments, against a bare SHA-256 loop over the same lines of the same database.

The entries are chained as the program chains them, and their bodies are those of payments that were really taken at
the roster point, with number, receipt and payment id counted on. Projections are left empty: the check does not read
them.
"""

import hashlib
import shutil
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks import payments, people
from benchmarks.measure import Figure, compare
from benchmarks.size import Size

from app.desk import ids
from app.desk.day import open_day
from app.domain import journal as entries
from app.domain.journal import Entry
from app.store import database, journal
from app.store.journal import Head

AIM = 2.0
SAMPLES = 300
MAKERS = (
    "app/store/migrations.py", "app/store/journal.py", "app/domain/journal.py", "app/desk/collect.py",
    "build/benchmarks/verify.py", "build/benchmarks/payments.py",
)  # fmt: skip


def measure(size: Size) -> list[Figure]:
    with people.opened(journal_point(size.people, size.journal)) as desk:
        bare = desk.connect().conn

        def ours(number: int) -> None:
            found = journal.verify(desk.db)
            if found.broken or found.entries < size.journal:
                raise SystemExit(f"账簿不完好：{found}")

        def loop(number: int) -> None:
            for (line,) in bare.execute("SELECT line FROM journal ORDER BY journal, seq"):
                hashlib.sha256(line).hexdigest()

        note = "参照：从同一个数据库读出同样的行，只算 SHA-256"
        found = compare(f"核对整本账簿，{size.journal:,} 笔", ours, loop, aim=AIM, rounds=3, warm=False, note=note)
        bare.close()
    return [found]


def journal_point(people_count: int, count: int) -> Path:
    """The data folder of a point whose journal holds `count` payments."""
    return people.kept(f"journal-{count}", MAKERS, lambda folder: _make(folder, people_count, count))


def _make(folder: Path, people_count: int, count: int) -> None:
    bodies = _real_bodies(people_count)
    desk = people.new_point(folder)
    with database.writing(desk.db):
        head = journal.head(desk.db, desk.journal)
        for number, body in enumerate(islice(cycle(bodies), count), start=1):
            line = _line(head, body, number)
            head = Head(head.seq + 1, entries.digest(line))
            desk.db.conn.execute(
                "INSERT INTO journal (journal, seq, line, hash) VALUES (?, ?, ?, ?)",
                (desk.journal, head.seq, line, head.hash),
            )
    database.close(desk.db)


def _line(head: Head, body: dict[str, Any], number: int) -> bytes:
    """The line after `head`: the payment in `body`, as the number-th of its own kind."""
    changed = {"payment": ids.nth(body["payment"], number), "receipt": f"{body['receipt'][:-6]}{number:06d}"}
    at, by = entries.stamp(people.NOW), people.CLERK
    return entries.line(Entry(seq=head.seq + 1, at=at, by=by, kind="payment", body=body | changed, prev=head.hash))


def _real_bodies(people_count: int) -> list[dict[str, Any]]:
    """Bodies of payments as the counter writes them."""
    with people.scratch() as place:
        shutil.copytree(people.roster_point(people_count), place / "point")
        with people.opened(place / "point") as desk:
            open_day(desk, 0)
            for handle in payments.payable(desk, SAMPLES, seed=3):
                payments.pay(desk, handle)
            stored = journal.lines(desk.db, desk.journal)
            found = (entries.parse(line) for _, line, _ in stored)
            return [entry.body for entry in found if entry.kind == "payment"]
