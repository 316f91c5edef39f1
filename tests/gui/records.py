"""What the journal says after a story, and a point with two clerks and more than one day."""

from dataclasses import replace
from typing import Any

from app.desk.day import close_day, count_day, open_day
from app.domain import journal as entries
from app.gui.window import Window
from app.store import journal
from tests import factories
from tests.gui.places import CLERK, PASSPHRASE, Place

OTHER, OTHERS = "陈会计", "陈会计的口令"


def records(window: Window, kind: str) -> list[dict[str, Any]]:
    """The bodies of all entries of one kind, in order."""
    assert window.session is not None
    desk = window.session.desk
    parsed = (entries.parse(stored) for _, stored, _ in journal.lines(desk.db, desk.journal))
    return [entry.body for entry in parsed if entry.kind == kind]


def with_colleague(place: Place) -> Place:
    """The same point with a second clerk."""
    factories.Place(place.folder, passphrase=PASSPHRASE).lighten(**{OTHER: OTHERS})
    return place


def signed_in(place: Place, name: str, passphrase: str) -> Window:
    """The window with this clerk signed in; the caller closes it."""
    window = Window(replace(place.entry, clerks=(CLERK, OTHER)))
    window.show()
    window.sign_in(name, passphrase)
    window.settle()
    return window


def next_day(window: Window, fen: int) -> None:
    """Close the open day by a count that agrees, and open another."""
    assert window.session is not None
    desk = window.session.desk
    count_day(desk, fen)
    close_day(desk)
    open_day(desk, 20_000)
    window.session.refresh()
