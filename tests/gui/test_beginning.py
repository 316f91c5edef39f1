"""A computer without a point: practise, or set a real one up by keyboard; nothing typed is lost on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.desk import folder
from app.desk.set_up import Plan
from app.gui.pages.beginning import BeginningPage
from app.gui.window import Window
from app.main import beginning_of
from tests.gui.hands import ENTER, ESC, focus, press, write
from tests.gui.test_look import INTERACTIVE

F2, F3, F5 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 5))
TAB = Qt.Key.Key_Tab

Begun = Callable[[], Window]


@pytest.fixture
def begun(qapp: object, tmp_path: Path) -> Iterator[Begun]:
    """Opens the window on a computer that has nothing yet, or only a plan."""
    windows: list[Window] = []

    def open_() -> Window:
        windows.append(Window(beginning_of(tmp_path / "data", home=tmp_path / "practice", people=60)))
        windows[-1].show()
        windows[-1].settle()
        return windows[-1]

    yield open_
    for window in windows:
        window.close()


def page_of(window: Window) -> BeginningPage:
    assert window.beginning_page is not None
    return window.beginning_page


def fill(window: Window, *words: str) -> None:
    """Into one field after another."""
    for place, each in enumerate(words):
        if place:
            press(window, TAB)
        write(window, each)


def to_the_clerk(window: Window) -> None:
    press(window, F3)
    fill(window, "建平镇南漪村", "341821100201")
    press(window, ENTER, ENTER)


def test_a_real_point_by_the_keyboard_alone(begun: Begun, tmp_path: Path) -> None:
    window = begun()
    page = page_of(window)
    to_the_clerk(window)
    fill(window, "王会计", "yuanbao1", "yuanbao1")
    press(window, ENTER)
    assert "恢复单" in page.title.text() and len(page.recovery.recovery.split("-")) == 7

    page.recovery.folder.set_path(tmp_path)
    page.recovery.write()
    printed = pypdf.PdfReader(tmp_path / "恢复单.pdf").pages[0].extract_text()
    assert all(group in printed for group in page.recovery.recovery.split("-"))
    # Going on needs the code in hand; what is made is not unmade by Esc.
    write(window, "0000")
    press(window, ENTER, ESC)
    assert "最后一组" in page.problem.text() and window.session is None
    page.recovery.last.clear()
    write(window, page.recovery.recovery.rpartition("-")[2].lower())
    press(window, ENTER)

    assert window.session is not None and not window.session.desk.point.practice
    assert window.current == "roster" and window.first_day is not None
    assert "第 5 步，共 8 步" in window.first_day.guide.place.text()
    assert folder.require_point(tmp_path / "data").practice is False
    # The passphrase was never written down, and the plan is done with.
    assert not list(tmp_path.glob("*plan.json"))


def test_what_was_typed_is_there_after_the_window_was_closed(begun: Begun, tmp_path: Path) -> None:
    first = begun()
    to_the_clerk(first)
    first.close()
    assert folder.marker(tmp_path / "data") is None
    again = begun()
    assert page_of(again).plan == Plan(name="建平镇南漪村", code="341821100201", pack="langxi-2024")
    assert focus().text() == "建平镇南漪村"  # type: ignore[attr-defined]


def test_each_step_says_what_is_missing(begun: Begun) -> None:
    window = begun()
    page = page_of(window)
    press(window, F3, ENTER)
    assert "还没有填收款点名称" in page.problem.text()
    fill(window, "建平镇南漪村", "34182110020")
    press(window, ENTER)
    assert "12 位数字，现在是 11 位" in page.problem.text()
    write(window, "1")
    press(window, ENTER)
    rules = page.steps[1]
    assert len(rules.list.selectedItems()) == 1  # type: ignore[attr-defined]
    for row, words in ((1, "前六位应是 421321"), (4, "征求意见稿"), (0, "")):
        rules.list.setCurrentRow(row)  # type: ignore[attr-defined]
        assert words in rules.problem(rules.answered(page.plan))
    rules.file.line.setText("/没有.toml")  # type: ignore[attr-defined]
    press(window, ENTER)
    assert "没有" in page.problem.text()
    rules.file.line.clear()  # type: ignore[attr-defined]
    press(window, ENTER)
    fill(window, "王会计", "12345", "")
    press(window, ENTER)
    assert "至少要 6 个字" in page.problem.text()
    fill(window, "6", "1234567")
    press(window, ENTER)
    assert "不一样" in page.problem.text()
    press(window, ESC, ESC, ESC)
    assert page.real_button.isVisible()


def test_practising_goes_to_the_practice_point(begun: Begun) -> None:
    window = begun()
    press(window, F2)
    assert window.sign_in_page.isVisible() and window.entry.practice
    write(window, "lianxi")
    press(window, ENTER)
    assert window.session is not None and window.session.desk.point.practice
    assert window.first_day is not None and "清抽屉里的备用金" in window.first_day.guide.words.text()


def test_every_field_and_button_has_a_name(begun: Begun) -> None:
    window = begun()
    press(window, F3)
    for step in page_of(window).steps:
        page_of(window).asked.setCurrentWidget(step)
        found = [w for w in window.findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
        assert found and [w for w in found if not w.accessibleName()] == []
