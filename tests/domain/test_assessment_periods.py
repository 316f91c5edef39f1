"""Counting days and months as 民法典 201-202 does."""

from datetime import date

import pytest

from app.domain.periods import add_months, birthday, is_aged, later, span


@pytest.mark.parametrize(
    ("start", "text", "last"),
    [
        (date(2024, 4, 15), "3m", date(2024, 7, 15)),
        (date(2023, 11, 30), "3m", date(2024, 2, 29)),
        (date(2022, 11, 30), "3m", date(2023, 2, 28)),
        (date(2024, 3, 31), "3m", date(2024, 6, 30)),
        (date(2024, 1, 1), "90d", date(2024, 3, 31)),
        (date(2024, 2, 29), "90d", date(2024, 5, 29)),
        (date(2024, 1, 1), "0", date(2024, 1, 1)),
        (date(2023, 12, 31), "2m", date(2024, 2, 29)),
    ],
)
def test_the_last_day_of_a_limit(start: date, text: str, last: date) -> None:
    assert later(start, text) == last


def test_months_go_back_too() -> None:
    assert add_months(date(2024, 1, 31), -2) == date(2023, 11, 30)


@pytest.mark.parametrize("text", ["", "3", "m", "-1d", "0d", "3y", "three"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        span(text)


def test_a_birthday_counts_from_its_own_day() -> None:
    assert is_aged(date(1963, 12, 1), 60, date(2023, 12, 1))
    assert not is_aged(date(1963, 12, 1), 60, date(2023, 11, 30))
    assert birthday(date(1964, 2, 29), 59) == date(2023, 3, 1)
    assert birthday(date(1964, 2, 29), 60) == date(2024, 2, 29)
