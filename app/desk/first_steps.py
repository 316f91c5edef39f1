"""The way to the first payment at a new point: which step comes next, until somebody has been paid for.

What has been done is read from the store itself, so nothing is lost by closing the window in between.
"""

from collections.abc import Container

import msgspec

from app.desk import print_setup, recovery
from app.desk.desk import Desk
from app.store import counter, roster

BEFORE = 4
"""Steps that come before a real point exists: where, which notice, who, the recovery sheet (`desk.set_up`)."""
REAL = ("roster", "printing", "day", "payment")
PRACTICE = ("roster", "day", "payment")
ALL = BEFORE + len(REAL)


class FirstStep(msgspec.Struct, frozen=True, kw_only=True):
    """The next thing to do: recovery, roster, printing, day or payment; the how-manieth of how many steps it is.

    A recovery sheet that is missing outside of setting up is no step among others: its number is 0.
    """

    name: str
    number: int
    of: int


def first_step(desk: Desk, *, later: Container[str] = ()) -> FirstStep | None:
    """The next step, None once anybody has been paid for and the recovery sheet is there.

    `later`: steps put off for now; the recovery sheet may be, for nobody waits at the counter until it is printed.
    """
    paid = counter.any_payment(desk.db)
    if "recovery" not in later and recovery.missing(desk):
        setting_up = not paid and not desk.point.practice
        return FirstStep(name="recovery", number=BEFORE if setting_up else 0, of=ALL if setting_up else 0)
    if paid:
        return None
    steps, before = (PRACTICE, 0) if desk.point.practice else (REAL, BEFORE)
    done = {
        "roster": roster.count(desk.db) > 0,
        "printing": print_setup.chosen(desk),
        "day": counter.open_day(desk.db, desk.journal) is not None,
        "payment": False,
    }
    name = next(step for step in steps if not done[step])
    return FirstStep(name=name, number=before + steps.index(name) + 1, of=before + len(steps))


def print_later(desk: Desk) -> None:
    """Set up no printer for now: receipts become PDF files, as they do where nothing is set up."""
    print_setup.save(desk, print_setup.load(desk))
