"""Two windows print one receipt in the same moment: one page is the original, the other says 补打."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from app.desk.desk import Desk
from app.desk.print_receipt import print_receipt
from tests.factories import Place

PRINTS = 4


def test_only_one_page_is_the_original(counter: Place, tmp_path: Path):
    (paid,) = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"]
    with counter.desk() as desk, ThreadPoolExecutor(PRINTS) as windows:
        pages = [tmp_path / f"{place}.pdf" for place in range(PRINTS)]
        copies = list(windows.map(lambda page: _print(desk, paid["receipt"], page), pages))
        printed = desk.db.conn.execute("SELECT count(*) FROM prints").fetchone()[0]

    assert sorted(copies) == list(range(PRINTS))
    assert printed == PRINTS
    assert all(page.read_bytes().startswith(b"%PDF-") for page in pages)


def _print(desk: Desk, receipt: str, page: Path) -> int:
    own = replace(desk, db=desk.connect())
    try:
        return print_receipt(own, receipt, page).copy
    finally:
        own.db.conn.close()
