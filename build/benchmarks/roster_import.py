"""Importing a roster of 60,000 rows from .xlsx, against a bare read and a bare insert of the same cells.

Ours reads in a child process under limits, checks every row, makes the search columns and keeps ten indexes. The
reference reads with the same library and inserts the cells as text into an encrypted table without any index.
"""

import secrets
from pathlib import Path

import python_calamine
from benchmarks import people
from benchmarks.measure import Figure, compare
from benchmarks.size import Size

from app.desk import demo_roster, load_roster
from app.store import database

AIM = 4.0


def measure(size: Size) -> list[Figure]:
    with people.scratch() as place:
        file = place / "名册.xlsx"
        desk = people.new_point(place / "maker")
        demo_roster.write(file, size.import_rows, seed=people.SEED, policy=desk.policy)
        database.close(desk.db)
        rounds = 7 if size.rounds >= 7 else 3
        points = [people.new_point(place / f"point{number}") for number in range(rounds + 1)]

        def ours(number: int) -> None:
            done = load_roster.load_roster(points[number], load_roster.preview(points[number], file))
            if done.added + done.rejected != size.import_rows:
                raise SystemExit(f"导入的行数不对：{done}")

        def bare(number: int) -> None:
            read_and_insert(file, place / f"bare{number}.db")

        note = "参照：calamine 读出，executemany 写入没有索引的加密表"
        return [compare(f"导入名册 {size.import_rows:,} 行", ours, bare, aim=AIM, rounds=rounds, note=note)]


def read_and_insert(file: Path, to: Path) -> None:
    """The sheet's cells, read and inserted as they are."""
    rows = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    header, *people_rows = rows
    columns = [f"c{number}" for number in range(len(header))]
    db = database.connect(to, secrets.token_bytes(32))
    db.conn.execute(f"CREATE TABLE roster (id INTEGER PRIMARY KEY, {', '.join(c + ' TEXT' for c in columns)})")
    with database.writing(db):
        insert = f"INSERT INTO roster ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        db.conn.executemany(insert, people_rows)
    db.conn.close()
