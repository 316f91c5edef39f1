"""The day by keyboard: counted blind, short of 50 yuan, closed with its reason, the 日报 written."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from app.desk.day_report import last_closed
from app.gui.pages.day import DayPage
from app.gui.parts.lines import LINE
from app.gui.parts.notes import Pieces
from app.gui.window import Window
from tests.gui.conftest import Opened, Points
from tests.gui.hands import DOWN, ENTER, ESC, UP, alt, focus, press, write

F2, F3, F7, F8, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 7, 8, 9, 10))


def day(window: Window) -> DayPage:
    page: DayPage = window.page("day")
    return page


def words(page: DayPage) -> str:
    """Everything that can be read on the page."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def pay_380(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)


def count(window: Window, *pieces: int) -> None:
    for number in pieces:
        write(window, str(number))
        press(window, ENTER)


def test_a_clean_day(window: Window) -> None:
    pay_380(window)
    press(window, F3)
    count(window, 5, 1, 1, 1, 0, 0, 0, 0)
    assert "✓ 四相符" in words(day(window))
    press(window, F10)
    assert "已日结，四相符" in window.strip.text
    assert window.session is not None
    assert window.session.state.day is None


def test_before_counting_nothing_tells_what_to_count(window: Window) -> None:
    pay_380(window)
    press(window, F3)
    assert "380" not in words(day(window))
    assert "580" not in words(day(window))
    assert "380" not in window.state_bar.cash.text()


def test_a_day_short_of_fifty_needs_its_reason(window: Window) -> None:
    pay_380(window)
    press(window, F3)
    count(window, 5, 0, 1, 1)
    press(window, F9)
    page = day(window)
    assert "短款 50 元" in page.match.difference.text()
    assert "款项比凭据少 50 元" in page.match.rows.text()
    press(window, F10)
    assert "要写明原因" in window.strip.text
    assert window.session is not None
    assert window.session.state.day is not None
    write(window, "找零多给了")
    press(window, ENTER)
    assert "有差异，原因已记下：找零多给了" in window.strip.text
    assert window.session.state.day is None
    left = page.closed_card.left
    to_do = "".join(left.item(row).text() for row in range(left.count()))
    assert "把现金 380 元缴到银行" in to_do and "其中一共短款 50 元不在抽屉里" in to_do


def test_a_payment_after_the_count_asks_for_a_new_one(window: Window) -> None:
    press(window, F3)
    count(window, 2)
    press(window, F9, F2)
    pay_380(window)
    press(window, F3)
    assert day(window).right.currentWidget() is day(window).count_card


def test_the_report_is_written_where_the_clerk_chose(window: Window, tmp_path: Path) -> None:
    pay_380(window)
    press(window, F3)
    count(window, 5, 1, 1, 1)
    press(window, F9, F10)
    assert window.session is not None
    assert last_closed(window.session.desk) == 1
    day(window).report_file.set_path(tmp_path / "日报.pdf")
    assert "写出日报" in to_do(window)
    press(window, F7)
    assert (tmp_path / "日报.pdf").read_bytes().startswith(b"%PDF")
    assert "日报已写好" in window.strip.text
    assert "写出日报" not in to_do(window) and "两人签字" in to_do(window)


def to_do(window: Window) -> str:
    """The first line of what is left to do after the close."""
    return str(day(window).closed_card.left.item(0).data(LINE).words)


def test_opening_with_a_float(another: Points, opened: Opened) -> None:
    window = opened(another("langxi-2024", False))
    write(window, "12.345")
    press(window, ENTER)
    assert "不能识别" in window.strip.text
    day(window).float_field.selectAll()
    write(window, "150")
    press(window, F9)
    assert window.session is not None
    assert window.session.state.day is not None
    assert window.session.state.day.float_fen == 15_000


def test_arrows_and_the_manual_change_no_count(window: Window) -> None:
    """Down goes on and does not take one away; who comes back from the manual types over what stands there."""
    press(window, F3)
    write(window, "5")
    press(window, DOWN, UP)
    assert [box.value() for box in list(day(window).count_card.findChildren(Pieces))[:2]] == [5, 0]
    press(window, Qt.Key.Key_F1, ESC)
    write(window, "7")
    assert focus().value() == 7  # type: ignore[attr-defined]


class Opener(QObject):
    """Stands in for the computer's own program for PDF."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_what_was_written_is_opened_by_one_key(window: Window, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        alt(window, Qt.Key.Key_O)
        assert "还没有写过文件" in window.strip.text
        pay_380(window)
        press(window, F3)
        count(window, 5, 1, 1, 1)
        press(window, F9, F10)
        file = tmp_path / "日报.pdf"
        day(window).report_file.set_path(file)
        press(window, F7)
        assert window.strip.text == f"日报已写好：{file}。按 Alt+O 打开，就能打印。"
        alt(window, Qt.Key.Key_O)
        assert opener.opened == [str(file)]
        file.unlink()
        alt(window, Qt.Key.Key_O)
        assert opener.opened == [str(file)] and "已经不在原来的地方" in window.strip.text
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_an_empty_count_is_asked_about_once(window: Window) -> None:
    press(window, F3, F9)
    assert "一张也没有填" in window.strip.text and day(window).right.currentWidget() is day(window).count_card
    press(window, F9)
    assert day(window).right.currentWidget() is day(window).close_card


def test_a_reason_holds_for_the_count_it_was_written_for(window: Window) -> None:
    press(window, F3)
    count(window, 1)
    press(window, F9)
    write(window, "找错了钱")
    press(window, F8)
    count(window, 1)
    press(window, F9)
    assert day(window).close_card.differs and day(window).reason.text() == ""


def test_a_second_day_of_one_date_is_counted_without_the_first_ones_cash_and_has_a_report_of_its_own(
    window: Window,
) -> None:
    pay_380(window)
    page = day(window)
    for number in (1, 2):
        press(window, F3)
        if number == 2:
            press(window, F9, F9, F3)
            assert page.count_card.before.text() == "以前账日收的 380 元另外收好，等着解缴，不点在里面。"
        count(window, *((5, 1, 1, 1) if number == 1 else (2,)))
        press(window, F9, F10)
        assert window.session is not None and window.session.state.day is None
    file = page.report_file.path
    assert file is not None and file.name == "日报-2023-11-15-第2账日.pdf"


def test_opening_begins_at_an_empty_counter(opened: Opened, points: Points, another: Points) -> None:
    window = opened(another("langxi-2024", False))
    press(window, F2)
    write(window, "wjg")
    press(window, F3, F9)
    view = window.page("counter").view
    assert window.current == "counter" and view.search.text() == ""
    assert "备用金 200 元" in window.strip.text
    press(window, F9)
    assert window.sheet is None
