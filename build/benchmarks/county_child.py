"""One side of the county's measurement as a process of its own, so that its peak memory is its own.

    python county_child.py SIDE FOLDER SEASON POINTS [URL]

SIDE is ours, bare or sheets; FOLDER is for its own files, SEASON has the points' files (or their workbooks). It reads
commands from standard input, one a line, and answers each with one line of JSON: [seconds, what was found].
"""

import hashlib
import json
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

# ruff: noqa: E402
from benchmarks.county_files import Season
from sqlalchemy import Connection, select

from app.county import database, office, postgres, records, schema
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import reconcile
from app.devices import envelope
from app.domain import syncfile
from app.domain.journal import Entry, stamp
from tests.factories_journal import NOON

Answer = tuple[float, Any]
# What depends on when and how often files came, not on what they say.
_PASSING = {"settings", "packs", "files"}


def timed(work: Callable[[], Any]) -> Answer:
    start = perf_counter()
    found = work()
    return perf_counter() - start, found


class Ours:
    """The county itself: receive, reconcile."""

    def __init__(self, folder: Path, season: Season, url: str | None) -> None:
        self.season = season
        self.county = _county(folder, season, postgres.connect(url) if url else None)
        for request in season.requests:
            enrol(self.county, request, fingerprint=None, now=NOON)

    def go(self, first: int, last: int) -> Answer:
        seconds, done = timed(lambda: receive(self.county, self.season.files[first:last], now=NOON))
        return seconds, [done.accepted, done.duplicate, done.quarantined, len(done.rejected)]

    def reconcile(self) -> Answer:
        seconds, done = timed(lambda: reconcile(self.county, now=NOON))
        return seconds, [done.active_payments, len(done.conflicts)]

    def content(self) -> Answer:
        """A hash over every row that must not depend on how often a file came."""
        whole = hashlib.sha256()
        with self.county.engine.begin() as connection:
            for name, table in schema.metadata.tables.items():
                if name not in _PASSING:
                    query = select(table).order_by(*table.primary_key)
                    for row in connection.execution_options(yield_per=5_000).execute(query):
                        whole.update(repr((name, *map(_plain, row))).encode())
        return 0.0, whole.hexdigest()

    def copy(self, first: int, last: int) -> Answer:
        """COPY of the rows that these files became into tables with the same keys and indexes, a transaction a file."""
        return sum(self._copy_point(path) for path in self.season.requests[first:last]), None

    def _copy_point(self, request: Path) -> float:
        point = envelope.read_request(request).request.point
        tables = [schema.entries, *schema.projections.values()]
        with self.county.engine.begin() as connection:
            found = {table: connection.execute(select(table).where(table.c.point == point)).all() for table in tables}
            for table in tables:
                connection.exec_driver_sql(
                    f"CREATE TABLE IF NOT EXISTS bare_{table.name} (LIKE {table.name} INCLUDING INDEXES)"
                )
        start = perf_counter()
        with self.county.engine.begin() as connection:
            for table, rows in found.items():
                if rows:
                    _copy(connection, table, rows)
        return perf_counter() - start


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _copy(connection: Connection, table: Any, rows: Any) -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY bare_{table.name} FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types([postgres.type_of(column) for column in table.columns])
        for row in rows:
            copy.write_row(row)


class Bare:
    """Only what cannot be left out: decrypt, parse, insert entries and payments under their keys, no other index."""

    def __init__(self, folder: Path, season: Season, url: str | None) -> None:
        import msgspec

        self.season, self.decoder = season, msgspec.json.Decoder(Entry)
        folder.mkdir(parents=True)
        self.engine = database.connect(folder / "bare.db", bytes(32))
        self.wide = [column.name for column in schema.payments.columns]
        with self.engine.begin() as connection:
            connection.exec_driver_sql(
                "CREATE TABLE entries (point, journal, seq INTEGER, hash, line, PRIMARY KEY (point, journal, seq))"
            )
            columns = ", ".join(self.wide)
            connection.exec_driver_sql(f"CREATE TABLE payments ({columns}, PRIMARY KEY (point, journal, payment))")

    def go(self, first: int, last: int) -> Answer:
        seconds, _ = timed(lambda: [self._file(path) for path in self.season.files[first:last]])
        return seconds, None

    def _file(self, path: Path) -> None:
        opened = envelope.open(path.read_bytes(), keys=self.season.keys)
        owner, lines = (opened.header.point, opened.header.journal), list(syncfile.lines(opened.payload))
        found = [self.decoder.decode(line) for line in lines]
        entries = [(*owner, entry.seq, entry.prev, line) for entry, line in zip(found, lines, strict=True)]
        paid = [self._row(owner, entry) for entry in found if entry.kind == "payment"]
        marks = ", ".join("?" * len(self.wide))
        with self.engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", entries)
            connection.exec_driver_sql(f"INSERT INTO payments VALUES ({marks})", paid)

    def _row(self, owner: tuple[str, str], entry: Entry) -> tuple[Any, ...]:
        body, payer = entry.body, entry.body["resident"]
        known = {"point": owner[0], "journal": owner[1], "seq": entry.seq, "at": entry.at, "by": entry.by}
        known |= {"name": payer["name"], "household": payer["household"], "group_name": payer["group"]}
        known |= {"batch": body["batch"]["id"], "hash8": entry.prev[:8]}
        return tuple([known[name] if name in known else body[name] for name in self.wide])


class Sheets:
    """What an office does by hand: read every village's workbook, add up what was taken, look for people paid twice."""

    def __init__(self, folder: Path, season: Season, url: str | None) -> None:
        self.files = sorted(season.folder.glob("*.xlsx"))
        self.seen: set[str] = set()
        self.fen = 0

    def go(self, first: int, last: int) -> Answer:
        seconds, _ = timed(lambda: [self._add(path) for path in self.files[first:last]])
        return seconds, self.fen

    def _add(self, path: Path) -> None:
        import openpyxl

        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows: Iterator[tuple[Any, ...]] = book.worksheets[0].iter_rows(values_only=True)
        heading = list(next(rows))
        person, fen = heading.index("person"), heading.index("due_fen")
        for row in rows:
            self.seen.add(row[person])
            self.fen += row[fen]
        book.close()


def _county(folder: Path, season: Season, engine: Any) -> County:
    (folder / "files").mkdir(parents=True)
    engine = engine or database.connect(folder / "county.db", bytes(32))
    settings = {"version": str(schema.VERSION), "name": "测量", "practice": "1", "store": "0" * 32}
    database.make(engine, settings)
    with engine.begin() as connection:
        records.add_packs(connection, office.bundled_packs(), at=stamp(NOON))
    kept = settings | {"keys": envelope.to_bytes(season.keys).decode()}
    return County(folder, settings=kept, engine=engine, operator="测量")


def peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(side: str, folder: str, season: str, points: str, *url: str) -> None:
    work = {"ours": Ours, "bare": Bare, "sheets": Sheets}[side](
        Path(folder), Season(Path(season), int(points)), url[0] if url else None
    )
    print("ready", flush=True)
    for line in sys.stdin:
        verb, *numbers = line.split()
        answer = (0.0, peak_mib()) if verb == "peak" else getattr(work, verb)(*map(int, numbers))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
