"""Pausing Python's garbage collector while a roster or a report is read, made or written.

A roster is millions of strings and rows and not one cycle: the collector would walk all of them again and again, for
nothing, and take a tenth to two thirds of the time. While it walks, every other thread stands still, the window's too:
for that, it does not walk them afterwards either. They are freed like everything without a cycle, when nobody needs
them any more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No collections in the meantime, in any thread, and none ever of what has come into being until the end. Also a
    decorator."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()
