"""What time it is at the counter, always in China's time zone.

A real point has the computer's clock and nothing else. A practice point may play on a fixed day (its hands still
move), and a test may set the whole moment. `check` is design §2 rule 12: `seq` orders, time never does, but a clock
that went back stops payments.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from app.domain.errors import Refused

CHINA = timezone(timedelta(hours=8), "UTC+08:00")
TOLERANCE = timedelta(minutes=5)

Clock = Callable[[], datetime]


def system() -> datetime:
    """The computer's clock."""
    return datetime.now(CHINA)


def fixed(moment: datetime) -> Clock:
    """A clock that stands still."""
    return lambda: moment


def on_day(day: date, not_before: Callable[[], datetime | None]) -> Clock:
    """A practice day: the computer's time of day on `day`.

    Practice may be picked up again at an earlier hour of a later real day; that is no clock gone wrong, so it never
    shows less than `not_before` (the last entry).
    """

    def now() -> datetime:
        moment = datetime.combine(day, system().timetz())
        last = not_before()
        return moment if last is None or last <= moment else last

    return now


def parse(text: str) -> datetime:
    """A moment from ISO text: without an offset China's time, a bare date is noon. ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    if len(text) == len("2023-11-15"):
        moment = moment.replace(hour=12)
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)


def check(now: datetime, last: datetime | None) -> None:
    """Refuse where the clock is more than five minutes before the latest entry and nobody has confirmed that since."""
    if last is None or now >= last - TOLERANCE:
        return
    raise Refused("clock_back", now=f"{now:%Y-%m-%d %H:%M}", last=f"{last:%Y-%m-%d %H:%M}")
