"""The first day at a new point: each step leads to the next, by keyboard, and is still there after a restart."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desk import clock as clocks
from app.desk import print_setup
from app.desk.desk import Desk
from app.desk.first_steps import first_step
from app.desk.open_point import create_point, open_point, point_of
from app.gui.entry import Entry
from app.gui.window import Window
from app.store import database
from tests.factories import Place as Light
from tests.gui.conftest import Opened, Points
from tests.gui.hands import ENTER, ESC, alt, press, write
from tests.gui.places import CLERK, HEADER, MOMENT, PASSPHRASE, PEOPLE, Place
from tests.gui.real_screen import lived

F9, F10 = Qt.Key.Key_F9, Qt.Key.Key_F10
N, M = Qt.Key.Key_N, Qt.Key.Key_M


class Real(Place):
    """A real point as the first window leaves it: no roster, no printer, no day. Its clock stands in the season."""

    def open(self, name: str = CLERK, passphrase: str = PASSPHRASE) -> Desk:
        desk = open_point(self.folder, operator=name, passphrase=passphrase)
        return replace(desk, clock=clocks.fixed(self.moment))

    @property
    def entry(self) -> Entry:
        return Entry((CLERK,), False, None, self.open, "村缴通", self.folder)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    point, content = point_of(
        code="341821100201", name="建平镇东村", device=1, practice=False, on=None, pack_id="langxi-2024"
    )
    clock = clocks.fixed(MOMENT)
    folder = tmp_path / "point"
    desk, _ = create_point(folder, point, operator=CLERK, passphrase=PASSPHRASE, clock=clock, pack=content)
    database.close(desk.db)
    Light(folder, passphrase=PASSPHRASE).lighten()
    (tmp_path / "名册.csv").write_text("\n".join((HEADER, *PEOPLE)), encoding="utf-8")
    return Real(folder, MOMENT)


def step(window: Window) -> tuple[str, str]:
    """Which step the guide shows, and what it says."""
    assert window.first_day is not None
    guide = window.first_day.guide
    return (guide.title.text() if guide.isVisible() else "", guide.words.text())


def test_from_the_roster_to_the_first_payment(place: Place, opened: Opened, tmp_path: Path) -> None:
    window = opened(place)
    assert window.current == "roster" and step(window)[0] == "导入名册"
    assert window.first_day is not None and "第 5 步，共 8 步" in window.first_day.guide.place.text()
    window.page("roster").file.set_path(tmp_path / "名册.csv")
    press(window, F9, F10)

    assert step(window)[0] == "凭据和打印机"
    alt(window, N)
    sheet = window.sheet
    assert type(sheet).__name__ == "PrintSetupSheet"
    sheet.folder.set_path(tmp_path)  # type: ignore[union-attr]
    press(window, Qt.Key.Key_F7)
    assert "✓" in sheet.result.text()  # type: ignore[union-attr]
    sheet.main.setFocus()  # type: ignore[union-attr]
    press(window, ENTER)
    assert window.sheet is None and step(window)[0] == "开账"

    alt(window, N)
    write(window, "200")
    press(window, F9)
    assert step(window)[0] == "收第一笔"
    alt(window, N)
    assert "拼音首字母" in step(window)[1]
    write(window, "wjg")
    assert "应缴多少、为什么" in step(window)[1]
    press(window, ENTER)
    assert "读给居民听" in step(window)[1]
    press(window, ENTER)
    assert "输入收到多少元" in step(window)[1]
    press(window, ENTER)
    assert step(window)[0] == "" and window.first_day.step is None
    # Where the file lies is said; the next session proposes the folder and does not take it by itself.
    assert window.page("counter").view.taken.where.text() == f"凭据文件在 {tmp_path}"
    window.close()
    later = opened(place).session
    assert later is not None and later.print_folder is None
    assert print_setup.last_folder(later.desk) == tmp_path


@pytest.mark.xvfb
def test_a_whole_first_day_on_a_real_screen(display: str, tmp_path: Path) -> None:
    """From nothing to the first family's receipts, with a village's roster: ten minutes are 600 seconds, and these keys
    at three seconds each are less than half of them."""
    assert lived("whole_first_day", tmp_path, display=display, seconds=240) == "90 5 5 SearchBox"


def test_the_step_is_still_there_after_a_restart(place: Place, opened: Opened, tmp_path: Path) -> None:
    first = opened(place)
    first.page("roster").file.set_path(tmp_path / "名册.csv")
    press(first, F9, F10)
    first.close()
    again = opened(place)
    assert step(again)[0] == "凭据和打印机"
    alt(again, M)
    assert step(again)[0] == "开账"
    again.close()
    assert step(opened(place))[0] == "开账"


def test_leaving_the_printer_sheet_leaves_the_step(place: Place, opened: Opened, tmp_path: Path) -> None:
    window = opened(place)
    window.page("roster").file.set_path(tmp_path / "名册.csv")
    press(window, F9, F10)
    alt(window, N)
    press(window, ESC)
    assert step(window)[0] == "凭据和打印机"


def test_a_practice_point_needs_no_printer(another: Points, opened: Opened) -> None:
    window = opened(another("langxi-2024", True))
    assert window.session is not None and window.first_day is not None
    found = first_step(window.session.desk)
    assert found is not None and (found.name, found.number, found.of) == ("payment", 3, 3)


def test_nobody_to_pay_for_in_this_family(place: Place, opened: Opened, tmp_path: Path) -> None:
    """The guide does not tell anybody to take money that may not be taken."""
    window = opened(place)
    window.page("roster").file.set_path(tmp_path / "名册.csv")
    press(window, F9, F10)
    alt(window, M)
    alt(window, N)
    write(window, "200")
    press(window, F9)
    alt(window, N)
    write(window, "dgh")
    press(window, ENTER)
    assert "先问清" in step(window)[1]
    alt(window, Qt.Key.Key_1)
    assert "读给居民听" in step(window)[1]


def test_where_a_village_may_take_nothing_it_is_said_beforehand(another: Points, opened: Opened) -> None:
    """兴国 lists neither cash nor cards for a village: the buttons are dead before anybody holds out money."""
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    press(window, ENTER)
    assert "先问清" in step(window)[1]
    alt(window, Qt.Key.Key_1)
    page = window.page("counter")
    assert "没有列出村级现金收款" in page.view.aloud.text() and "现在还不能收" in step(window)[1]
    assert not page.cash.isEnabled() and not page.card.isEnabled()
    press(window, ENTER)
    assert "没有列出村级现金收款" in window.strip.text and window.sheet is None
