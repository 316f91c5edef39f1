"""Python's garbage collector: paused while a roster is read or a report is made, and kept to one thread beside a
window.

A roster is millions of strings and rows and not one cycle: the collector would walk all of them again and again, for
nothing, and take a tenth to two thirds of the time. While it walks, every other thread stands still, the window's too:
for that, it does not walk them afterwards either. They are freed like everything without a cycle, when nobody needs
them any more.

Left to itself it walks on whichever thread makes an object more than it allows, and what it finds ends there. Objects
of Qt must end on the thread they belong to: a timer that ended elsewhere is called once more, and the program crashes.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _State:
    """`pauses` under way in all threads, and whether only `collect_if_due` collects."""

    # Two threads pause at the same time; adding one is more than one step, and a pause miscounted would never end.
    counting = threading.Lock()
    pauses = 0
    on_one_thread = False


@contextmanager
def paused() -> Iterator[None]:
    """No collections in the meantime, in any thread, and none ever of what has come into being until the end. Also a
    decorator."""
    running = gc.isenabled()
    gc.disable()
    _count(1)
    try:
        yield
    finally:
        _count(-1)
        if running or _State.on_one_thread:
            gc.freeze()
        if running:
            gc.enable()


def _count(pauses: int) -> None:
    with _State.counting:
        _State.pauses += pauses


def on_one_thread() -> None:
    """From now on nothing is collected but by `collect_if_due`, which whoever asks for this calls on one thread."""
    gc.disable()
    _State.on_one_thread = True


def collect_if_due() -> None:
    """What the collector would have done by itself since the last time, at its own thresholds; nothing while paused."""
    if _State.pauses:
        return
    due = [now > most for now, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(place for place, is_due in enumerate(due) if is_due))
