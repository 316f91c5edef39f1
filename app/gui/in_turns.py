"""What would hold the window up in one piece is done in several, each a turn of the event loop of its own."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer

# With 0 Qt would take the first step before whatever else is due.
PAUSE_MS = 1


class InTurns(QTimer):
    """Goes from one `yield` of `steps` to the next in each turn, from the next turn on; `isActive` until the last.

    Not a call for "at once" again and again: Qt answers several of those in one turn, and paints and takes keys after
    the last of them. And every other turn is left to what a step has to be laid out and painted: Qt would do that and
    take the next step before it looks for a key.
    """

    def __init__(self, parent: QObject, steps: Iterator[None]) -> None:
        super().__init__(parent, interval=PAUSE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._steps, self._rests = steps, False
        self.timeout.connect(self._take)
        self.start()

    def _take(self) -> None:
        if self._rests:
            self._rests = False
            return
        try:
            next(self._steps)
            self._rests = True
        except StopIteration:
            self.stop()
