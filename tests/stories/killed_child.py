"""The child of test_killed_at_any_moment.py: a nursery that loads the program once and forks a taker of payments
on demand.

Standard input: "FOLDER PIPE-FD FIRST-ORDER" per line; standard output: the taker's process id per line. Each taker
opens the
point anew with the clerk's passphrase and takes order after order, writing one line for each that was acknowledged.
"""

import os
import sys
from pathlib import Path

from app.desk import ids
from app.desk.collect import collect
from app.desk.open_point import open_point
from app.domain.payment import Tender
from app.store import database
from tests.factories import PASSPHRASE

FAMILY = 2


def order_id(order: int) -> str:
    """The id of an order, made before the work: the same order after a restart has the same id. Room for a family."""
    return ids.nth("01HF7YAT000000000000000000", order * 16)


def people(order: int) -> list[str]:
    """Whom an order is for: usually one person, every fifth time two; nobody stands in two orders."""
    first = order * FAMILY + 1
    return [f"r{first}", f"r{first + 1}"] if order % 5 == 0 else [f"r{first}"]


def tender(order: int) -> Tender:
    """Every third order is paid by card."""
    if order % 3 == 0:
        return Tender(method="pos", terminal="T1", reference=f"R{order:08d}")
    return Tender(method="cash", cash_fen=100_000)


def take_payments(folder: Path, tell: int, order: int) -> None:
    """Open the point and take orders from this one on, until somebody kills us."""
    desk = open_point(folder, operator=None, passphrase=PASSPHRASE)
    os.write(tell, b"open\n")
    while True:
        done = collect(desk, people(order), tender(order), batch=order_id(order))
        for paid in done.payments:
            os.write(tell, f"paid {order} {paid.payment} {paid.receipt} {paid.resident}\n".encode())
        order += 1
        if order % 10 == 0:
            database.checkpoint(desk.db)


def main() -> None:
    """Fork a taker for each line."""
    for line in sys.stdin:
        folder, tell, order = line.rsplit(" ", 2)
        child = os.fork()
        if child == 0:
            take_payments(Path(folder), int(tell), int(order))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main()
