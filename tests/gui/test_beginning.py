"""A computer without a point: practise, or set a real one up by keyboard; nothing typed is lost on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.desk import folder, recovery
from app.desk.set_up import Plan, keep_plan, load_plan
from app.gui.pages.beginning import BeginningPage
from app.gui.parts.recovery import RecoveryPart
from app.gui.window import Window
from app.main import beginning_of
from tests.gui.hands import ENTER, ESC, SPACE, focus, press, write
from tests.gui.test_look import INTERACTIVE

F2, F3, F7 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 7))
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


def group(code: str) -> str:
    """The last group of a recovery code, and so that somebody types it who takes 0 and 1 for letters."""
    return code.rpartition("-")[2].replace("0", "O").replace("1", "l")


def made(window: Window) -> RecoveryPart:
    """At step 4: the point is there, its code on the screen."""
    to_the_clerk(window)
    fill(window, "王会计", "yuanbao1", "yuanbao1")
    press(window, ENTER)
    return page_of(window).recovery.part


def test_a_real_point_by_the_keyboard_alone(begun: Begun, tmp_path: Path) -> None:
    window = begun()
    page = page_of(window)
    to_the_clerk(window)
    fill(window, "王会计", "yuanbao1", "yuanbao1")
    press(window, ENTER)
    part = page.recovery.part
    assert "恢复单" in page.title.text() and len(part.recovery.split("-")) == 7

    part.folder.set_path(tmp_path)
    press(window, ENTER)
    assert "恢复单-341821100201-1.pdf" in part.result.text() and focus() is part.last
    printed = pypdf.PdfReader(tmp_path / "恢复单-341821100201-1.pdf").pages[0].extract_text()
    assert all(group in printed for group in part.recovery.split("-"))
    # Going on needs the code in hand; what is made is not unmade by Esc.
    write(window, "0000")
    press(window, ENTER, ESC)
    assert "最后一组" in page.problem.text() and window.session is None
    write(window, group(part.recovery).lower())
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
    page = page_of(again)
    assert page.plan == Plan(name="建平镇南漪村", code="341821100201", pack="langxi-2024", step=2)
    assert "谁来收款" in page.title.text() and page.goes_on.isVisible() and focus() is page.clerk.name
    press(again, ESC, ESC)
    assert focus().text() == "建平镇南漪村" and not page.goes_on.isVisible()  # type: ignore[attr-defined]


def test_each_step_says_what_is_missing(begun: Begun) -> None:
    window = begun()
    page = page_of(window)
    press(window, F3, ENTER)
    assert "还没有填收款点名称" in page.problem.text()
    fill(window, "建平镇南漪村")
    press(window, ENTER)
    assert "请填区划代码" in page.problem.text() and "0 位" not in page.problem.text()
    write(window, "34182110020X")
    press(window, ENTER)
    assert "只有数字" in page.problem.text()
    press(window, Qt.Key.Key_Backspace, ENTER)
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
    write(window, "6")
    press(window, ENTER)
    assert page.problem.text() == "请把口令再输一次。" and focus() is page.clerk.again
    write(window, "1234567")
    press(window, ENTER)
    assert "不一样" in page.problem.text()
    # What is mended by typing is complained of no more.
    write(window, "1")
    assert page.problem.text() == ""
    press(window, ESC, ESC, ESC)
    assert page.real_button.isVisible()


def test_the_code_stays_whole_on_a_small_screen_however_much_is_asked(begun: Begun) -> None:
    window = begun()
    part = made(window)
    window.resize(960, 540)
    part.last.setFocus()
    write(window, group(part.recovery))
    press(window, ENTER)
    assert part.copied.isVisible() and part.code.height() >= part.code.sizeHint().height()
    assert part.code.parentWidget().rect().contains(part.code.geometry())


def test_without_a_sheet_one_goes_on_only_by_a_tick(begun: Begun) -> None:
    window = begun()
    part, problem = made(window), page_of(window).problem
    press(window, ENTER)
    assert "请先选一个文件夹" in problem.text()
    part.last.setFocus()
    write(window, group(part.recovery))
    press(window, ENTER)
    assert "还没有写恢复单" in problem.text() and window.session is None
    assert focus() is part.copied
    press(window, ENTER)
    assert window.session is None
    press(window, SPACE, ENTER)
    assert window.session is not None and not recovery.missing(window.session.desk)


@pytest.mark.parametrize("key", [ENTER, SPACE, F7])
def test_each_key_of_the_button_writes_the_sheet(begun: Begun, tmp_path: Path, key: Qt.Key) -> None:
    window = begun()
    part = made(window)
    part.folder.set_path(tmp_path)
    part.button.setFocus()
    press(window, key)
    assert (tmp_path / "恢复单-341821100201-1.pdf").is_file() and part.written and window.session is None


def test_a_sheet_that_cannot_be_written_says_so(begun: Begun, tmp_path: Path) -> None:
    window = begun()
    part = made(window)
    part.folder.set_path(tmp_path / "没有")
    press(window, ENTER)
    assert "写不进去" in page_of(window).problem.text() and not part.written
    write(window, "x")
    assert page_of(window).problem.text() == ""


@pytest.mark.parametrize("typed", ["0O1L", "oo il", "００１１", "O0-lI"])
def test_look_alikes_are_no_mistake(begun: Begun, typed: str) -> None:
    window = begun()
    page = page_of(window)
    page.recovery.part.tell("AAAA-0011")
    page.recovery.part.written = True
    page.recovery.part.last.setText(typed)
    assert page.recovery.part.problem() == ""


def test_the_name_is_there_after_the_window_was_closed_while_it_was_typed(begun: Begun) -> None:
    first = begun()
    to_the_clerk(first)
    fill(first, "王会计", "yuanbao1")
    first.close()
    page = page_of(begun())
    assert "谁来收款" in page.title.text() and page.clerk.name.text() == "王会计"
    assert page.clerk.passphrase.text() == "" and focus() is page.clerk.passphrase


def test_a_field_that_was_left_survives_a_power_cut(begun: Begun, tmp_path: Path) -> None:
    window = begun()
    press(window, F3)
    write(window, "建平镇南漪村")
    press(window, TAB)
    assert load_plan(tmp_path / "data-plan.json").name == "建平镇南漪村"


def test_a_pack_that_is_gone_is_asked_for_again(begun: Begun, tmp_path: Path) -> None:
    plan = Plan(name="建平镇南漪村", code="341821100201", pack=str(tmp_path / "没有.toml"), operator="王会计", step=2)
    keep_plan(tmp_path / "data-plan.json", plan)
    page = page_of(begun())
    assert "按哪一份通知" in page.title.text() and page.goes_on.isVisible()


def test_a_computer_where_nothing_was_typed_asks_what_it_is_for(begun: Begun, tmp_path: Path) -> None:
    first = begun()
    press(first, F3, ESC)
    first.close()
    assert not list(tmp_path.glob("*plan.json"))
    again = begun()
    assert focus() is page_of(again).practise_button


def test_questions_of_a_notice_do_not_frighten(begun: Begun) -> None:
    window = begun()
    press(window, F3)
    fill(window, "建平镇南漪村", "341821100201")
    press(window, ENTER)
    said = page_of(window).steps[1].open.text()  # type: ignore[attr-defined]
    assert "现在不用管" in said and "程序会当场说" in said


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
