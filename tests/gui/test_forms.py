"""Pre-numbered forms by keyboard: received, looked at before printing, spoilt in a jam, lost, settled."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.desk import stock
from app.gui.dialogs.copies import CopiesSheet
from app.gui.dialogs.jam import JamSheet
from app.gui.dialogs.next_sheet import NextSheetSheet
from app.gui.dialogs.stock import EndSheet, ReceiveSheet, SettleSheet
from app.gui.pages.books import BooksPage
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.hands import ENTER, ESC, alt, press, write
from tests.gui.paperwork import CODE, FORM, kept, pay, with_forms
from tests.gui.places import Place

F2, F6, F8, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 6, 8, 10))
J = Qt.Key.Key_J
ONE, TWO, THREE, FOUR, FIVE = (getattr(Qt.Key, f"Key_{n}") for n in range(1, 6))


@pytest.fixture(scope="session")
def formed(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return with_forms(tmp_path_factory.mktemp("formed"))


@pytest.fixture
def forms(formed: Place, tmp_path: Path, opened: Opened) -> Window:
    """Ten forms, 0001001–0001010; 王建国 and 李秀英 have paid, their receipts wait to be printed."""
    window = opened(formed.again_in(tmp_path / "formed"))
    assert window.session is not None
    for name in ("王建国", "李秀英"):
        pay(window.session.desk, name)
    window.session.refresh()
    return window


def row(window: Window) -> list[str]:
    """The book: its range, received, used, void, lost, returned, unused, next."""
    alt(window, J)
    page: BooksPage = window.page("books")
    return page.stock.books.texts[0]


def journal(window: Window, kind: str) -> list[dict[str, object]]:
    assert window.session is not None
    return kept(window.session.desk, kind)


def printed_on(window: Window) -> list[tuple[object, object]]:
    """Receipt's serial and form's number, print by print."""
    return [(str(p["receipt"])[-3:], p["sheet"]["number"]) for p in journal(window, "receipt_printed")]  # type: ignore[index]


def test_somebody_looks_before_the_first_form_is_printed_on(forms: Window) -> None:
    press(forms, F6, ENTER)
    assert isinstance(forms.sheet, NextSheetSheet)
    assert "是不是 № 0001001" in " ".join(each.text() for each in forms.sheet.findChildren(QLabel))
    assert journal(forms, "receipt_printed") == []
    press(forms, ENTER)
    assert printed_on(forms) == [("001", 1001), ("002", 1002)]
    assert [entry["number"] for entry in journal(forms, "sheet_marked")] == [1001]
    assert row(forms)[1:] == ["10", "2", "0", "0", "0", "8", "0001003"]


def test_the_next_print_goes_on_without_asking(forms: Window) -> None:
    press(forms, F6, ENTER, ENTER)
    assert forms.session is not None
    receipt = pay(forms.session.desk, "赵𠮷祥")
    assert forms.paper is not None
    forms.paper.print_receipts([receipt])
    forms.settle()
    assert forms.sheet is None
    assert printed_on(forms)[-1] == ("003", 1003)


def test_the_number_seen_is_typed_and_passed_over_forms_are_named(forms: Window) -> None:
    press(forms, F6, ENTER)
    write(forms, "0001004")
    press(forms, ENTER)
    assert printed_on(forms) == [("001", 1004), ("002", 1005)]
    assert "跳过的票还没有交代：№ 0001001、0001002、0001003" in forms.strip.text
    row(forms)
    page: BooksPage = forms.page("books")
    assert "№ 0001001–0001003 跳过了" in page.stock.missing.text()
    alt(forms, THREE)
    assert isinstance(forms.sheet, EndSheet)
    assert forms.sheet.number.text() == "0001001"
    write(forms, "领来就少这一张")
    press(forms, ENTER)
    assert "0001001 已登记遗失" in forms.strip.text
    assert [(e["number"], e["state"]) for e in journal(forms, "sheet_ended")] == [(1001, "lost")]


def test_a_number_that_is_none_of_ours_prints_nothing(forms: Window) -> None:
    press(forms, F6, ENTER)
    write(forms, "9999999")
    press(forms, ENTER)
    assert isinstance(forms.sheet, NextSheetSheet)
    assert "没有 9999999 号" in forms.sheet.complaint.text()
    press(forms, ESC)
    assert journal(forms, "receipt_printed") == []
    assert "未打印 2 张" in forms.state_bar.unprinted.text()


def test_a_jam_spoils_the_form_and_the_receipt_waits_again(forms: Window) -> None:
    press(forms, F6, ENTER, ENTER, F2, F10, F8)
    assert isinstance(forms.sheet, JamSheet)
    write(forms, "卡纸，撕破了")
    press(forms, ENTER)
    write(forms, "2")
    press(forms, ENTER)
    assert forms.sheet is None
    assert "没有打出来。打坏的那一张票已作废，各联请留存" in forms.strip.text
    (failed,) = journal(forms, "print_failed")
    assert (failed["reason"], failed["sheet"]) == ("卡纸，撕破了", {"code": CODE, "number": 1002, "copies": 2})
    assert "▲ 未打印 1 张" in forms.state_bar.unprinted.text()
    assert row(forms)[1:] == ["10", "1", "1", "0", "0", "8", "0001003"]
    press(forms, F6, ENTER, ENTER)
    assert printed_on(forms)[-1] == ("002", 1003)


def test_a_form_is_void_with_its_copies_kept(forms: Window) -> None:
    row(forms)
    alt(forms, TWO)
    write(forms, "0001010")
    press(forms, ENTER)
    write(forms, "印歪了")
    press(forms, ENTER, ENTER)
    assert "№ 0001010 已作废，收回的 3 联请留存" in forms.strip.text
    (ended,) = journal(forms, "sheet_ended")
    assert (ended["number"], ended["state"], ended["copies"]) == (1010, "void", 3)


def test_a_book_is_settled_and_the_next_one_received(forms: Window) -> None:
    press(forms, F6, ENTER, ENTER)
    row(forms)
    alt(forms, FOUR)
    assert isinstance(forms.sheet, SettleSheet)
    press(forms, ENTER)
    assert "没有用的 8 张请一起交回" in forms.strip.text
    assert row(forms)[1:] == ["10", "2", "0", "0", "8", "0", "已结报"]
    alt(forms, ONE)
    assert isinstance(forms.sheet, ReceiveSheet)
    assert (forms.sheet.form.text(), forms.sheet.code.text()) == (FORM, CODE)
    for words in ("0001011", "0001020"):
        write(forms, words)
        press(forms, ENTER)
    press(forms, ENTER, ENTER)
    assert "已登记领用 10 张" in forms.strip.text
    assert [entry["first"] for entry in journal(forms, "stock_received")] == [1001, 1011]


def test_missing_forms_keep_a_book_from_being_settled(forms: Window) -> None:
    press(forms, F6, ENTER)
    write(forms, "0001003")
    press(forms, ENTER)
    row(forms)
    alt(forms, FOUR)
    press(forms, ENTER)
    assert forms.sheet is not None
    assert "有票据没有交代：0001001–0001002" in forms.sheet.complaint.text()
    assert journal(forms, "stock_settled") == []


def test_which_form_lies_in_the_printer_can_be_said_beforehand(forms: Window) -> None:
    row(forms)
    alt(forms, FIVE)
    assert isinstance(forms.sheet, NextSheetSheet)
    press(forms, ENTER)
    assert "下一张是 № 0001001" in forms.strip.text
    assert forms.session is not None
    assert stock.next_sheet(forms.session.desk).sure
    press(forms, F6, ENTER)
    assert forms.sheet is None
    assert len(printed_on(forms)) == 2


def test_without_forms_nothing_is_printed_and_the_receipts_wait(forms: Window) -> None:
    row(forms)
    alt(forms, FOUR)
    press(forms, ENTER, F6, ENTER)
    assert "没有可用的预印号票据了" in forms.strip.text
    assert journal(forms, "receipt_printed") == []
    assert "未打印 2 张" in forms.state_bar.unprinted.text()


def test_a_void_receipt_takes_its_form_and_all_copies_with_it(forms: Window) -> None:
    press(forms, F6, ENTER, ENTER, F2)
    assert forms.session is not None
    assert forms.paper is not None
    forms.paper.void(str(journal(forms, "receipt_printed")[1]["receipt"]))
    write(forms, "人选错了")
    press(forms, ENTER)
    assert isinstance(forms.sheet, CopiesSheet)
    assert journal(forms, "payment_voided") == []
    write(forms, "2")
    press(forms, ENTER)
    (entry,) = journal(forms, "payment_voided")
    assert entry["sheet"] == {"code": CODE, "number": 1002, "copies": 2}
    assert "收回的 2 联请留存。请当面退还现金 380 元" in forms.strip.text
    assert row(forms)[1:] == ["10", "1", "1", "0", "0", "8", "0001003"]
