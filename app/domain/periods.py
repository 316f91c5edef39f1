"""Days and months. Periods count as in 民法典 201-202: the day of the event does not count, the last day does."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def span(text: str) -> tuple[int, int]:
    """(months, days) of "0", "90d" or "3m". Raises ValueError for anything else."""
    if text == "0":
        return 0, 0
    amount, unit = int(text[:-1]), text[-1]
    if amount <= 0 or unit not in "dm":
        raise ValueError(text)
    return (amount, 0) if unit == "m" else (0, amount)


def add_months(day: date, months: int) -> date:
    """The corresponding day of a later month, or its last day (民法典 202: 03-31 and three months is 06-30)."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def later(day: date, text: str) -> date:
    """`day` moved on by a span; for a limit that is the last day inside it."""
    months, days = span(text)
    return add_months(day, months) if months else day + timedelta(days=days)


def earlier(day: date, text: str) -> date:
    """A day from which `text` runs until `day`, for choosing representative values."""
    months, days = span(text)
    return add_months(day, -months) if months else day - timedelta(days=days)


def birthday(born: date, years: int) -> date:
    """The day somebody completes `years` (born on 29 February: 1 March of a common year, when the day has passed)."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def is_aged(born: date, years: int, on: date) -> bool:
    """Whether `years` are completed on that day, the birthday inside."""
    return birthday(born, years) <= on
