"""The recovery code in the window: missed until it is on paper, renewed later, used where a passphrase is forgotten."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desk import recovery
from app.devices import keyslots
from app.domain import journal as entries
from app.domain.errors import Refused
from app.gui import new_look, style
from app.gui.dialogs.forgotten import ForgottenSheet
from app.gui.dialogs.recovery import RecoverySheet
from app.gui.window import Window
from app.main import beginning_of, entry_of, practice_entry
from app.store import journal
from tests.factories import Place as Light
from tests.gui.conftest import Points
from tests.gui.hands import ENTER, ESC, SPACE, alt, focus, press, write
from tests.gui.walk import backwards, controls, name, ring, told

F3, F7, F8, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (3, 7, 8, 11))
J, M, N = (getattr(Qt.Key, f"Key_{letter}") for letter in "JMN")
CLERK, PASSPHRASE = "王会计", "yuanbao1"

Shown = Callable[[], Window]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def windows(qapp: object) -> Iterator[list[Window]]:
    shown: list[Window] = []
    yield shown
    for window in shown:
        window.close()


def fill(window: Window, *words: str) -> None:
    """Each into its field, with Enter after it."""
    for each in words:
        write(window, each)
        press(window, ENTER)


def show(windows: list[Window], window: Window) -> Window:
    windows.append(window)
    window.show()
    window.settle()
    return window


@pytest.fixture
def old(windows: list[Window], data: Path) -> str:
    """A point set up in the window, which was closed while the code was shown; the code that nobody has."""
    window = show(windows, Window(beginning_of(data, home=data.with_name("practice"), people=60)))
    press(window, F3)
    # Enter goes to what is not filled in yet.
    fill(window, "建平镇南漪村", "341821100201", "", CLERK, PASSPHRASE, PASSPHRASE)
    assert window.beginning_page is not None
    code = window.beginning_page.recovery.part.recovery
    window.close()
    Light(data, passphrase=PASSPHRASE).lighten()
    return code


@pytest.fixture
def signed_in(windows: list[Window], data: Path, old: str) -> Shown:
    """Signs in at that point, as the next morning."""

    def open_() -> Window:
        window = show(windows, Window(entry_of(data)))
        window.sign_in(CLERK, PASSPHRASE)
        window.settle()
        return window

    return open_


def sheet_of(window: Window) -> RecoverySheet:
    assert isinstance(window.sheet, RecoverySheet)
    return window.sheet


def guide(window: Window) -> str:
    assert window.first_day is not None
    return window.first_day.guide.title.text()


def missing(window: Window) -> bool:
    assert window.session is not None
    return recovery.missing(window.session.desk)


def test_a_code_that_was_closed_away_is_missed_and_renewed(
    signed_in: Shown, data: Path, old: str, tmp_path: Path
) -> None:
    window = signed_in()
    assert guide(window) == "恢复单" and window.first_day is not None
    assert "第 4 步，共 8 步" in window.first_day.guide.place.text()
    alt(window, N)
    sheet = sheet_of(window)
    assert "没有写下来" in sheet.words.text()
    press(window, ENTER)
    assert "您自己的口令" in sheet.complaint.text()
    write(window, "wrong1")
    press(window, ENTER)
    assert "口令不对" in sheet.complaint.text() and focus() is sheet.own
    # A wrong passphrase changes nothing.
    keyslots.unlock_recovery(data / "slots.json", old)
    write(window, PASSPHRASE)
    press(window, ENTER)
    assert sheet.part.isVisible() and missing(window)
    with pytest.raises(Refused):
        keyslots.unlock_recovery(data / "slots.json", old)

    sheet.part.folder.set_path(tmp_path)
    press(window, ENTER)
    sheet_file = tmp_path / "恢复单-341821100201-1.pdf"
    assert sheet_file.is_file() and sheet_file.name in sheet.part.result.text()
    write(window, sheet.part.recovery[-4:].replace("0", "o"))
    press(window, ENTER)
    assert window.sheet is None and guide(window) == "导入名册"
    assert "恢复单已经办好" in window.strip.sentence.text()
    keyslots.unlock_recovery(data / "slots.json", sheet.part.recovery)
    window.close()
    assert guide(signed_in()) == "导入名册"


def test_it_can_wait_until_the_next_time(signed_in: Shown) -> None:
    window = signed_in()
    alt(window, M)
    assert guide(window) == "导入名册"
    window.close()
    assert guide(signed_in()) == "恢复单"


def test_a_new_code_is_not_closed_away_by_one_key(signed_in: Shown) -> None:
    window = signed_in()
    alt(window, N)
    write(window, PASSPHRASE)
    press(window, ENTER, ESC)
    sheet = sheet_of(window)
    assert "再按一次 Esc" in sheet.complaint.text()
    sheet.part.last.setFocus()
    write(window, sheet.part.recovery[-4:])
    press(window, ENTER)
    assert "还没有写恢复单" in sheet.complaint.text() and window.sheet is sheet
    press(window, ESC)
    assert window.sheet is None and missing(window) and guide(window) == "恢复单"


def test_a_copy_by_hand_will_do(signed_in: Shown) -> None:
    window = signed_in()
    alt(window, N)
    write(window, PASSPHRASE)
    press(window, ENTER)
    sheet = sheet_of(window)
    sheet.part.last.setFocus()
    write(window, sheet.part.recovery[-4:])
    press(window, ENTER, SPACE, ENTER)
    assert window.sheet is None and not missing(window)


def test_a_sheet_that_was_lost_is_renewed_from_the_books(signed_in: Shown) -> None:
    window = signed_in()
    assert window.session is not None
    recovery.confirm(window.session.desk)
    window.session.refresh()
    assert guide(window) == "导入名册"
    alt(window, J)
    press(window, F11)
    assert "丢了，或被人看过" in sheet_of(window).words.text()
    press(window, ESC)
    assert window.sheet is None and not missing(window)


def test_a_point_of_the_command_line_misses_nothing(another: Points) -> None:
    desk = another("langxi-2024", True).open()
    assert not recovery.missing(desk)
    desk.db.conn.close()


def test_a_forgotten_passphrase(windows: list[Window], data: Path, old: str) -> None:
    window = show(windows, Window(entry_of(data)))
    press(window, F8)
    sheet = window.sheet
    assert isinstance(sheet, ForgottenSheet) and focus() is sheet.code
    fill(window, old[:-1], "kurz", "")
    assert "再输一次" in sheet.complaint.text() and focus() is sheet.again
    fill(window, "lang")
    assert "不一样" in sheet.complaint.text()
    fill(window, "kurz")
    assert "至少要 6 个字" in sheet.complaint.text() and focus() is sheet.passphrase
    sheet.passphrase.clear()
    sheet.again.clear()
    fill(window, "neues wort", "neues wort")
    assert "抄错了" in sheet.complaint.text() and focus() is sheet.code
    # What was typed is still there: only the mistake is mended, and O for 0 is none.
    write(window, "x")
    assert sheet.complaint.text() == ""
    sheet.code.setText(old.lower().replace("0", "O").replace("-", " "))
    sheet.again.setFocus()
    press(window, ENTER)
    assert window.sheet is None and "口令已经换好" in window.sign_in_page.problem.text()
    assert focus() is window.sign_in_page.passphrase
    fill(window, PASSPHRASE)
    assert window.session is None
    fill(window, "neues wort")
    assert window.session is not None
    desk = window.session.desk
    last = [entries.parse(stored) for _, stored, _ in journal.lines(desk.db, desk.journal)][-1]
    assert last.body == {"name": CLERK, "by_recovery": True}


def test_the_code_of_another_point_changes_nothing(windows: list[Window], data: Path, old: str, tmp_path: Path) -> None:
    _, other = keyslots.create(tmp_path / "other.json")
    before = (data / "slots.json").read_bytes()
    window = show(windows, Window(entry_of(data)))
    press(window, F8)
    fill(window, other, "neues wort", "neues wort")
    assert window.sheet is not None and "不是这份数据的" in window.sheet.complaint.text()
    assert (data / "slots.json").read_bytes() == before
    press(window, ESC)
    assert focus() is window.sign_in_page.passphrase


def test_enter_on_the_button_opens_it(windows: list[Window], data: Path, old: str) -> None:
    window = show(windows, Window(entry_of(data)))
    window.sign_in_page.forgotten_button.setFocus()
    press(window, ENTER)
    assert isinstance(window.sheet, ForgottenSheet)


def test_a_practice_point_has_its_passphrase_on_the_page(windows: list[Window], tmp_path: Path) -> None:
    window = show(windows, Window(practice_entry(tmp_path / "practice", people=60)))
    assert not window.sign_in_page.forgotten_button.isVisible()
    press(window, F8)
    assert window.sheet is None


def by_keyboard_and_ear(window: Window) -> None:
    found, passed = controls(window), ring(window)
    assert [told(w) for w in found if not name(w).strip()] == []
    assert [told(w) for w in found if w not in passed] == []
    assert backwards(window, passed) == []


def test_every_control_is_named_and_reached(signed_in: Shown, windows: list[Window], data: Path) -> None:
    window = signed_in()
    alt(window, N)
    by_keyboard_and_ear(window)
    write(window, PASSPHRASE)
    press(window, ENTER)
    by_keyboard_and_ear(window)
    sheet_of(window).part.last.setFocus()
    press(window, ENTER)
    by_keyboard_and_ear(window)
    window.close()
    window = show(windows, Window(entry_of(data)))
    by_keyboard_and_ear(window)
    press(window, F8)
    by_keyboard_and_ear(window)


def test_the_window_stays_as_large_as_it_is_where_text_is_large(qapp: QApplication, signed_in: Shown) -> None:
    """The guide came above the sign-in for a moment, and pushed the window off a small screen for good."""
    new_look.use(qapp, "light", 200)
    try:
        window = signed_in()
        assert window.first_day is not None and window.first_day.guide.isVisible()
        assert (window.width(), window.height()) == (1366, 768)
    finally:
        new_look.use(qapp, style.SYSTEM, 100)
