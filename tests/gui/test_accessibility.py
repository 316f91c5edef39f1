"""The window without a mouse and without sight: every control has a name, Tab comes to each of them as one reads, and
one sees where the focus is. Walked on every page, in every state of it, and in every sheet.

Reading order, as a rule: each step of Tab goes down or to the right, never back. So a page is read row by row or column
by column, and what has been passed is not returned to.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from app.gui.window import Window
from app.main import beginning_of
from tests.gui.conftest import Opened, Points
from tests.gui.hands import ENTER, alt, press, write
from tests.gui.looks import marks_chosen
from tests.gui.paperwork import days_behind, with_forms
from tests.gui.places import CLERK, Place
from tests.gui.test_sheets import STORIES, find
from tests.gui.walk import backwards, controls, name, ring, shows_focus, told

F1, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, *range(3, 13)))
J, R, S, X, Z, ZERO = (getattr(Qt.Key, f"Key_{letter}") for letter in "JRSXZ0")
NOT_BY_TAB = {"查到的人"}
"""Lists whose cursor ↑ and ↓ move from the search field above them."""

Story = Callable[[Window], None]


def keys(*steps: Qt.Key | str) -> Story:
    """A story of keys pressed and words written."""

    def go(window: Window) -> None:
        for step in steps:
            write(window, step) if isinstance(step, str) else press(window, step)

    return go


def held(key: Qt.Key, *then: Qt.Key, found: str = "") -> Story:
    """Alt and a key, perhaps with somebody looked up before, and more keys after it."""

    def go(window: Window) -> None:
        if found:
            find(window, found)
        alt(window, key)
        press(window, *then)

    return go


def paid(*then: Qt.Key) -> Story:
    """Somebody has just paid."""

    def go(window: Window) -> None:
        find(window, "zjx")
        press(window, ENTER, ENTER, *then)

    return go


PAGES: dict[str, Story] = {
    "counter": keys(),
    "nobody": keys("qqq"),
    "person": keys("wjg"),
    "family": keys("wjg", ENTER),
    "paid": keys("zjx", ENTER, ENTER, ENTER, "zjx"),
    "taken": paid(),
    "day": keys(F3),
    "counted": keys(F3, "2", F9),
    "hand_over": keys(F4),
    "roster": keys(F5),
    "books": held(J),
    "reports": held(R),
    "home": held(S),
}
SHEETS: dict[str, Story] = STORIES | {
    "steps": keys("wjg", F7),
    "record": held(Z, found="wjg"),
    "what_if": keys("wjg", F12),
    "situation": held(ZERO, found="wjg"),
    "reprint": paid(F10),
    "jam": paid(F10, F8),
    "preview": paid(F10, F9),
    "void": paid(F11, ENTER),
    "waiting": keys(F6),
    "display": held(X),
    "manual": keys(F1),
    "print_setup": held(J, F12),
}


def check(window: Window) -> None:
    """The whole walk, where the window stands now."""
    QApplication.setCursorFlashTime(0)
    found = controls(window)
    assert [told(w) for w in found if not name(w).strip()] == []
    passed = ring(window)
    assert [told(w) for w in found if w not in passed and name(w) not in NOT_BY_TAB] == []
    assert backwards(window, passed) == []
    assert [told(w) for w in passed if not shows_focus(window, w)] == []
    assert [told(w) for w in found if isinstance(w, QAbstractItemView) and not _marks_chosen(window, w)] == []


def _marks_chosen(window: Window, view: QAbstractItemView) -> bool:
    view.setFocus()
    window.settle()
    return marks_chosen(view)


@pytest.mark.parametrize("story", list(PAGES))
def test_a_page_by_keyboard_and_ear(window: Window, story: str) -> None:
    PAGES[story](window)
    assert window.sheet is None
    check(window)


@pytest.mark.parametrize("story", list(SHEETS))
def test_a_sheet_by_keyboard_and_ear(window: Window, story: str) -> None:
    SHEETS[story](window)
    assert window.sheet is not None or window.manual is not None
    check(window)


def test_questions_by_keyboard_and_ear(another: Points, opened: Opened) -> None:
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    check(window)
    press(window, ENTER)
    alt(window, Qt.Key.Key_1)
    check(window)


def test_a_day_that_is_not_open_by_keyboard_and_ear(another: Points, opened: Opened) -> None:
    check(opened(another("langxi-2024", False)))


@pytest.fixture(scope="session")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return days_behind(tmp_path_factory.mktemp("behind"))


@pytest.mark.parametrize("key", [None, F8, F9, F12])
def test_the_books_by_keyboard_and_ear(behind: Place, tmp_path: Path, opened: Opened, key: Qt.Key | None) -> None:
    window = opened(behind.again_in(tmp_path / "behind"))
    held(J, *([key] if key else []))(window)
    assert (window.sheet is not None) == (key is not None)
    check(window)


@pytest.fixture(scope="session")
def formed(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return with_forms(tmp_path_factory.mktemp("formed"))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_the_sheets_of_forms_by_keyboard_and_ear(formed: Place, tmp_path: Path, opened: Opened, number: int) -> None:
    window = opened(formed.again_in(tmp_path / "formed"))
    alt(window, J)
    alt(window, getattr(Qt.Key, f"Key_{number}"))
    assert window.sheet is not None
    check(window)


def test_sign_in_by_keyboard_and_ear(place: Place, qapp: object) -> None:
    window = Window(replace(place.entry, clerks=(CLERK, "王会计")))
    window.show()
    window.settle()
    check(window)
    window.close()


def test_the_first_window_by_keyboard_and_ear(qapp: object, tmp_path: Path) -> None:
    window = Window(beginning_of(tmp_path / "data", home=tmp_path / "practice", people=60))
    window.show()
    window.settle()
    check(window)
    press(window, F3)
    assert window.beginning_page is not None
    for step in window.beginning_page.steps:
        window.beginning_page.asked.setCurrentWidget(step)
        step.arrive(window.beginning_page.plan)
        window.settle()
        check(window)
    window.close()


def test_the_help_shows_its_focus_on_the_band_of_a_real_point(window: Window) -> None:
    window.header.show_kind(practice=False)
    window.settle()
    assert shows_focus(window, window.header.help)
