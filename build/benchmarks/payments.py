"""Taking payments one after the other in an open session; as a script, the session whose data syncs are counted.

The script says on standard output where each payment begins and ends, so that a system call trace can tell which
syncs lie between.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

# ruff: noqa: E402
from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.due import due
from app.desk.order import may_tick
from app.domain.errors import Refused
from app.domain.payment import Collected, Tender
from app.store import roster

BEGIN, END = b"BEGIN", b"END"
CASH = Tender(method="cash", cash_fen=100_000)


def payable(desk: Desk, count: int, *, seed: int) -> list[str]:
    """Handles of `count` different people, from all over the roster, who can pay now."""
    return [handle for handle, _ in zip(_payable(desk, seed), range(count), strict=False)]


def _payable(desk: Desk, seed: int) -> Iterator[str]:
    people = list(range(1, roster.count(desk.db) + 1))
    Random(seed).shuffle(people)
    return (f"r{number}" for number in people if may_tick(due(desk, f"r{number}")))


def pay(desk: Desk, handle: str) -> Collected:
    """One person pays cash."""
    return collect(desk, [handle], CASH)


def main(folder: str, count: str) -> None:
    from benchmarks import people

    with people.opened(Path(folder)) as desk:
        with suppress(Refused):  # another session has opened the day
            open_day(desk, 20_000)
        handles = payable(desk, int(count), seed=2)
        for handle in handles:
            os.write(1, BEGIN)
            pay(desk, handle)
            os.write(1, END)


if __name__ == "__main__":
    main(*sys.argv[1:])
