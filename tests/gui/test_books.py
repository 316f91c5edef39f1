"""解缴与票证 by keyboard: deposit slips against closed days, the day money arrives, requests to the county."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.duties import Remittance
from app.domain.holding import Limit
from app.gui.dialogs.remit import ArriveSheet, RemitSheet
from app.gui.pages.books import BooksPage
from app.gui.parts.books_words import limit_words, rule_words
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.hands import ENTER, ESC, SPACE, alt, focus, press, write
from tests.gui.paperwork import days_behind, kept
from tests.gui.places import Place
from tests.gui.test_look import INTERACTIVE

F2, F8, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 8, 9, 10))
J = Qt.Key.Key_J


@pytest.fixture(scope="session")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return days_behind(tmp_path_factory.mktemp("behind"))


@pytest.fixture
def books_window(behind: Place, tmp_path: Path, opened: Opened) -> Window:
    """Two closed days of 380 yuan each, one open, with the books shown."""
    window = opened(behind.again_in(tmp_path / "behind"))
    alt(window, J)
    return window


def books(window: Window) -> BooksPage:
    page: BooksPage = window.page("books")
    return page


def journal(window: Window, kind: str) -> list[dict[str, object]]:
    assert window.session is not None
    return kept(window.session.desk, kind)


def backtab(window: Window) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    window.settle()


def pay_in(window: Window, slip: str) -> None:
    """A slip for all closed days."""
    press(window, F9)
    write(window, slip)
    press(window, ENTER)
    write(window, "徽商银行")
    press(window, ENTER, ENTER, ENTER, ENTER, ENTER)


def test_cash_stands_there_by_day_with_its_age(books_window: Window) -> None:
    page = books(books_window)
    assert page.cash.held.text() == "1140 元"
    assert page.cash.cash.texts == [
        ["2023-11-13", "380 元", "380 元", "2 天"],
        ["2023-11-14", "380 元", "380 元", "1 天"],
        ["2023-11-15（还没有日结）", "380 元", "380 元", "今天收的"],
    ]
    assert "通知没有写现金限额" in page.cash.rule.text()


def test_a_slip_pays_in_every_closed_day(books_window: Window) -> None:
    press(books_window, F9)
    sheet = books_window.sheet
    assert isinstance(sheet, RemitSheet)
    assert sheet.amount.text() == "760"
    press(books_window, ESC)
    pay_in(books_window, "JK-1")
    assert books_window.sheet is None
    assert "JK-1 已登记：760 元" in books_window.strip.text
    (entry,) = journal(books_window, "remitted")
    assert (entry["amount_fen"], entry["bank"], entry["remitted_on"]) == (76_000, "徽商银行", "2023-11-15")
    page = books(books_window)
    assert page.cash.held.text() == "380 元"
    assert page.cash.slips.texts == [["JK-1", "760 元", "2023-11-15", "▲ 还没有", "11-13 等 2 天"]]


def test_a_day_is_left_out_and_another_paid_in_part(books_window: Window) -> None:
    press(books_window, F9)
    write(books_window, "JK-2")
    press(books_window, ENTER)
    write(books_window, "徽商银行")
    press(books_window, ENTER, ENTER)
    backtab(books_window)
    press(books_window, SPACE)
    sheet = books_window.sheet
    assert isinstance(sheet, RemitSheet)
    assert sheet.amount.text() == "380"
    sheet.days[1].amount.setFocus()
    sheet.days[1].amount.selectAll()
    write(books_window, "200")
    assert sheet.amount.text() == "200"
    press(books_window, ENTER, ENTER)
    (entry,) = journal(books_window, "remitted")
    assert [(day["day"], day["amount_fen"]) for day in entry["days"]] == [(2, 20_000)]  # type: ignore[attr-defined]
    assert books(books_window).cash.cash.texts[1] == ["2023-11-14", "380 元", "180 元", "1 天"]


def test_a_slip_of_another_sum_is_refused_and_nothing_recorded(books_window: Window) -> None:
    press(books_window, F9)
    write(books_window, "JK-3")
    press(books_window, ENTER)
    write(books_window, "徽商银行")
    press(books_window, ENTER, ENTER, ENTER, ENTER)
    write(books_window, "700")
    press(books_window, ENTER)
    assert books_window.sheet is not None
    assert "与所选账日应解缴的 760 元不符" in books_window.sheet.complaint.text()
    assert journal(books_window, "remitted") == []


def test_a_date_nobody_can_read_goes_back_to_the_date(books_window: Window) -> None:
    press(books_window, F9)
    sheet = books_window.sheet
    assert isinstance(sheet, RemitSheet)
    sheet.on.setText("昨天")
    sheet.amount.setFocus()
    press(books_window, ENTER)
    assert "昨天" in sheet.complaint.text()
    assert focus() is sheet.on


def test_the_bank_is_remembered(books_window: Window) -> None:
    press(books_window, F9)
    write(books_window, "JK-4")
    press(books_window, ENTER)
    write(books_window, "徽商银行")
    press(books_window, ENTER, ENTER)
    write(books_window, "100")
    press(books_window, ENTER, ENTER, ENTER)
    press(books_window, F9)
    sheet = books_window.sheet
    assert isinstance(sheet, RemitSheet)
    assert sheet.bank.text() == "徽商银行"


def test_the_day_it_arrived_is_entered_once(books_window: Window) -> None:
    pay_in(books_window, "JK-5")
    press(books_window, F10)
    assert isinstance(books_window.sheet, ArriveSheet)
    write(books_window, "")
    books_window.sheet.on.setText("20231112")
    press(books_window, ENTER)
    assert "早于解缴日期" in books_window.sheet.complaint.text()
    books_window.sheet.on.setText("20231115")
    press(books_window, ENTER)
    assert "JK-5 已登记 2023-11-15 到账" in books_window.strip.text
    assert [entry["received_on"] for entry in journal(books_window, "remittance_arrived")] == ["2023-11-15"]
    assert books(books_window).cash.slips.texts[0][3] == "2023-11-15"
    press(books_window, F10)
    assert books_window.sheet is None
    assert "不用再登记" in books_window.strip.text


def test_without_a_closed_day_there_is_nothing_to_pay_in(window: Window) -> None:
    alt(window, J)
    press(window, F9)
    assert window.sheet is None
    assert "没有已经日结、还没有解缴的现金" in window.strip.text
    press(window, F10)
    assert "没有等着到账的缴款单" in window.strip.text
    assert books(window).cash.cash.said == "现金都已解缴，手里没有。"


def test_a_refund_request_is_withdrawn_with_its_reason(books_window: Window) -> None:
    page = books(books_window)
    assert [row[0] for row in page.county.list.texts] == ["王建国", "曾庆有"]
    assert [row[3] for row in page.county.list.texts] == ["已申请", "已申请"]
    press(books_window, F8, ENTER)
    assert books_window.sheet is not None
    assert "没有写原因" in books_window.sheet.complaint.text()
    write(books_window, "不退了")
    press(books_window, ENTER)
    assert page.county.list.texts[0][3] == "已撤回"
    assert [entry["reason"] for entry in journal(books_window, "refund_withdrawn")] == ["不退了"]
    press(books_window, F8)
    assert "已经撤回了" in books_window.strip.text


def test_a_task_to_the_county_is_not_withdrawn(books_window: Window) -> None:
    page = books(books_window)
    page.county.list.setFocus()
    press(books_window, Qt.Key.Key_Down, F8)
    assert books_window.sheet is None
    assert "不用撤回" in books_window.strip.text


def test_forms_are_not_shown_where_there_are_none(books_window: Window) -> None:
    assert not books(books_window).stock_card.isVisible()


def test_the_books_fit_a_small_screen_and_every_control_has_a_name(books_window: Window) -> None:
    assert (books_window.width(), books_window.height()) == (1366, 768)
    found = [w for w in books_window.findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
    assert [w for w in found if not w.accessibleName()] == []


def test_what_the_pack_wants_is_said_in_a_sentence() -> None:
    rule = Remittance(clause="七(四)", within_days=0, held_yuan=5000)
    assert rule_words(rule) == "本县规定：当天收的当天解缴，手头现金不超过 5000 元（七(四)）。"
    over = Limit(state="over", sentence="现金 5380 元，上限 5000 元（七(四)）")
    assert "▲ 已超过限额或期限：现金 5380 元" in limit_words(over, rule)
