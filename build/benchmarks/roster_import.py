"""Importing a roster of 60,000 rows from .xlsx, against a bare read and a bare insert of the same columns.

Ours reads in a child process under limits, checks every row, makes the search columns, holds the rows against the
roster and keeps eleven indexes. The reference reads the file with the same library, and inserts the columns that ours
would store, made beforehand, into an encrypted table without indexes.
"""

import secrets
from operator import itemgetter
from pathlib import Path
from typing import Any

import python_calamine
from benchmarks import people
from benchmarks.measure import Figure, compare
from benchmarks.size import Size

from app.desk import demo_roster, load_roster
from app.desk.desk import Desk
from app.store import database, roster
from app.store.search_keys import search_columns

AIM = 4.0


def measure(size: Size) -> list[Figure]:
    with people.scratch() as place:
        file = place / "名册.xlsx"
        rounds = 7 if size.rounds >= 7 else 3
        points = [people.new_point(place / f"point{number}") for number in range(rounds + 1)]
        demo_roster.write(file, size.import_rows, seed=people.SEED, policy=points[0].policy)
        stored = _stored(points[0], file)

        def ours(number: int) -> None:
            done = load_roster.load_roster(points[number], load_roster.preview(points[number], file))
            if done.added != size.import_rows:
                raise SystemExit(f"导入的行数不对：{done}")

        def bare(number: int) -> None:
            read_and_insert(file, stored, place / f"bare{number}.db")

        note = f"参照：calamine 读出，executemany 把同样的 {len(roster.ALL)} 列写入没有索引的加密表"
        found = compare(f"导入名册 {size.import_rows:,} 行", ours, bare, aim=AIM, rounds=rounds, note=note)
        for desk in points:
            database.close(desk.db)
    return [found]


def _stored(desk: Desk, file: Path) -> list[tuple[Any, ...]]:
    """The columns that an import of `file` stores, row by row, with the hash of the file as ours has it."""
    found = load_roster.preview(desk, file)
    return [itemgetter(*roster.ALL)(row | search_columns(row) | {"source": found.digest}) for row in found.added]


def read_and_insert(file: Path, rows: list[tuple[Any, ...]], to: Path) -> None:
    """Read all cells of the file, and insert `rows`."""
    python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    db = database.connect(to, secrets.token_bytes(32))
    db.conn.execute(f"CREATE TABLE roster (id INTEGER PRIMARY KEY, {', '.join(roster.ALL)})")
    with database.writing(db):
        insert = f"INSERT INTO roster ({', '.join(roster.ALL)}) VALUES ({', '.join('?' * len(roster.ALL))})"
        db.conn.executemany(insert, rows)
    db.conn.close()
