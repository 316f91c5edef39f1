"""How long a work still takes: said only once it is known, in round words, and not jumping about."""

from app.domain.progress import Progress
from app.gui.words import tr

# Before this much time and this share of the work nobody can say.
KNOWN_S, KNOWN_SHARE = 2.0, 0.02
# How much a new look at the speed counts against the ones before, once a second.
WEIGHT, LOOK_S = 0.3, 1.0
# What was said is taken back only where it was this far off.
OFF = 1.3
SOON_S, MINUTES_FROM_S = 5.0, 90.0


class Remaining:
    """Fed with progress and the time it came at (seconds of any clock); answers the words, "" while nobody knows."""

    def __init__(self) -> None:
        self._what = ""
        self._start = self._looked = self._end = self._said = 0.0
        self._begun = 0

    def words(self, progress: Progress, now: float) -> str:
        """What to say of the time that is left."""
        if progress.what != self._what or progress.done < self._begun:
            self._begin(progress, now)
        if progress.of is None or progress.of <= self._begun:
            return ""
        share = (progress.done - self._begun) / (progress.of - self._begun)
        if now - self._start < KNOWN_S or share < KNOWN_SHARE:
            return ""
        self._look((now - self._start) / share + self._start, now)
        return spoken(self._said - now)

    def _begin(self, progress: Progress, now: float) -> None:
        """Another part of the work has a speed of its own."""
        self._what, self._begun = progress.what, progress.done
        self._start = self._looked = now
        self._end = self._said = 0.0

    def _look(self, end: float, now: float) -> None:
        """`end`: when it would be done if it went on as fast as on the average so far."""
        if not self._end:
            self._end = self._said = end
        elif now - self._looked >= LOOK_S:
            self._end += WEIGHT * (end - self._end)
        else:
            return
        self._looked = now
        # Sooner than said is good news at any time; later only where what was said is plainly wrong.
        if self._end < self._said or self._end - now > OFF * (self._said - now):
            self._said = self._end


def spoken(seconds: float) -> str:
    """Seconds in words: in steps of five, minutes from a minute and a half on."""
    if seconds < SOON_S:
        return tr("马上就好")
    if seconds < MINUTES_FROM_S:
        return tr("大约还要 {left} 秒").format(left=round(seconds / 5) * 5)
    return tr("大约还要 {left} 分钟").format(left=round(seconds / 60))
