"""How far a long work is, as a value: what the verbs tell and the window shows."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

# Often: wherever progress is told, the window may go first.
EVERY = 10
T = TypeVar("T")


class Progress(msgspec.Struct, frozen=True):
    """`what` is being done, in words that follow 正在; how much of it is `done`, `of` how much (None where nobody can
    know, or where there is nothing to count), counted in `unit`.

    `last`: nothing can stop it any more; a work that is to be stopped must be so before it tells this.
    """

    what: str
    done: int = 0
    of: int | None = None
    unit: str = ""
    last: bool = False


Tick = Callable[[Progress], None]
"""Told now and then. It raises Refused cancelled where the work is to stop; whoever is told that leaves no trace."""


def silent(_progress: Progress) -> None:
    """For whoever does not want to be told."""


def counted(each: Iterable[T], tick: Tick, what: str, of: int | None, unit: str) -> Iterator[T]:
    """The same things one by one; every few of them, how many have gone by is told."""
    for number, one in enumerate(each):
        if number % EVERY == 0:
            tick(Progress(what, number, of, unit))
        yield one
