"""The reports by keyboard: chosen with the arrows, read, and written where the clerk wants them."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

from app.desk.reports.catalogue import REPORTS
from app.gui.models.listing import SHARE
from app.gui.pages.reports import PAUSE_MS, ReportsPage
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, alt, focus, press, write

F3, F7, F8, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (3, 7, 8, 9, 10))


@pytest.fixture
def reports(window: Window) -> ReportsPage:
    """The page, after a day on which 王建国 paid 380 yuan was closed."""
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, F3)
    for pieces in (5, 1, 1, 1, 0, 0, 0, 0):
        write(window, str(pieces))
        press(window, ENTER)
    press(window, F10)
    alt(window, Qt.Key.Key_R)
    rest(window)
    page: ReportsPage = window.page("reports")
    return page


def rest(window: Window) -> None:
    """The keys rest, and the report is made."""
    QTest.qWait(PAUSE_MS + 30)
    window.settle()


def choose(window: Window, name: str) -> None:
    page: ReportsPage = window.page("reports")
    press(window, Qt.Key.Key_Home, *[DOWN] * list(REPORTS).index(name))
    assert page.name == name
    rest(window)


def cells(page: ReportsPage) -> list[list[str]]:
    model = page.table.model
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_before_the_first_receipt_a_report_goes_where_it_is_proposed(window: Window) -> None:
    """The folder of receipts is not there yet; one that the clerk misspelt is not made."""
    alt(window, Qt.Key.Key_R)
    choose(window, "unpaid")
    page: ReportsPage = window.page("reports")
    proposed = page.file.path
    assert proposed is not None and not proposed.parent.exists()
    press(window, F7)
    assert proposed.read_bytes().startswith(b"%PDF") and "报表已写好" in window.strip.text
    page.file.set_path(proposed.parent / "没有这个文件夹" / "未缴.pdf")
    press(window, F7)
    assert "文件夹不存在" in window.strip.text


def test_of_several_sheets_each_says_how_many_rows_it_has(window: Window, reports: ReportsPage) -> None:
    choose(window, "inspection")
    sheets, whole = len(reports.made), sum(len(each.rows) for each in reports.made)
    for listing in reports.made:
        assert reports.count.text() == f"这一张 {len(listing.rows)} 行，{sheets} 张共 {whole} 行"
        press(window, F9)


def test_the_chosen_report_stays_in_sight(window: Window, reports: ReportsPage) -> None:
    """Also where a sentence takes room from the list."""
    choose(window, list(REPORTS)[-1])
    press(window, F7)
    assert window.strip.isVisible()
    row = reports.list.visualItemRect(reports.list.currentItem())
    assert reports.list.viewport().rect().contains(row)


def test_what_is_said_of_a_report_goes_with_it(window: Window) -> None:
    alt(window, Qt.Key.Key_R)
    rest(window)
    assert "还没有日结" in window.strip.text
    choose(window, "unpaid")
    assert not window.strip.isVisible()


def test_alt_r_shows_the_day(window: Window, reports: ReportsPage) -> None:
    assert window.current == "reports"
    assert focus() is reports.list
    assert reports.table.title.text() == "收款日报"
    assert ["收款", "现金", "", "380.00", ""] in cells(reports)


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_on_the_screen_is_what_is_written(
    window: Window, reports: ReportsPage, tmp_path: Path, name: str
) -> None:
    choose(window, name)
    reports.file.set_path(tmp_path / "报表.pdf")
    press(window, F7)
    assert (tmp_path / "报表.pdf").read_bytes().startswith(b"%PDF")
    press(window, F8)
    assert "报表已写好" in window.strip.text
    sheet = openpyxl.load_workbook(tmp_path / "报表.xlsx").worksheets[0]
    head = 1 + len(reports.made[0].subtitle) + len(reports.made[0].marks)
    assert [cell.value for cell in sheet[head + 1]] == [c.heading for c in reports.made[0].columns]
    assert sheet.max_row >= head + 1 + len(cells(reports))


def test_sheet_after_sheet_by_f9(window: Window, reports: ReportsPage) -> None:
    choose(window, "inspection")
    titles = []
    for _ in reports.made:
        titles.append(reports.table.title.text())
        press(window, F9)
    assert titles == [listing.title for listing in reports.made]
    assert reports.table.title.text() == titles[0]


def test_progress_is_a_bar_with_its_figure(window: Window, reports: ReportsPage) -> None:
    choose(window, "progress")
    model = reports.table.model
    share = model.index(0, model.columnCount() - 1)
    assert share.data(SHARE) == 125
    assert share.data() == "12.5%"


def test_a_number_is_masked_on_the_screen(window: Window, reports: ReportsPage) -> None:
    choose(window, "register")
    assert cells(reports)[0][2].startswith("341821****")


def test_a_report_that_cannot_be_written_says_why(window: Window, reports: ReportsPage, tmp_path: Path) -> None:
    reports.file.set_path(tmp_path / "没有这个文件夹" / "报表.pdf")
    press(window, F7)
    assert "文件夹不存在" in window.strip.text
    reports.file.line.clear()
    press(window, F7)
    assert "请先填写报表存到哪里" in window.strip.text
    press(window, ESC)
    assert focus() is reports.list


def test_without_a_closed_day_the_page_says_so(window: Window) -> None:
    alt(window, Qt.Key.Key_R)
    rest(window)
    page: ReportsPage = window.page("reports")
    assert "还没有日结" in window.strip.text
    assert cells(page) == []
    assert not page.pdf_button.isEnabled()


def test_every_control_has_a_name_and_the_page_fits(window: Window, reports: ReportsPage) -> None:
    for name in ("daily", "inspection"):
        choose(window, name)
        kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        found = [w for w in reports.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
        assert [w for w in found if not w.accessibleName()] == []
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768
