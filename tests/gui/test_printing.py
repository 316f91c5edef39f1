"""Printing without a printer: PDF files, a thermal printer's device file, the child that paints, and what can fail."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.desk import print_setup
from app.desk.print_setup import PrintSetup
from app.desk.void import void
from app.devices.receipt_drawing import drawings
from app.domain.errors import Refused
from app.gui import printing
from app.gui.dialogs.jam import JamSheet
from app.gui.dialogs.preview import PreviewSheet
from app.gui.dialogs.print_setup import PrintSetupSheet
from app.gui.dialogs.prints import ReprintSheet
from app.gui.print_child import Job
from app.gui.window import Window
from app.store import database
from tests.gui.conftest import Opened
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, UP, alt, focus, press, write
from tests.gui.paperwork import kept, pack_file, pay
from tests.gui.places import Place, made_point
from tests.receipts import view

F2, F6, F7, F8, F9, F10, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 6, 7, 8, 9, 10, 12))
J, L = Qt.Key.Key_J, Qt.Key.Key_L
FAMILY = ("王建国", "李秀英", "王䶮")


def set_up(window: Window, setup: PrintSetup) -> None:
    assert window.session is not None
    print_setup.save(window.session.desk, setup)


def take(window: Window, *names: str) -> list[str]:
    """They pay at the counter; what follows a payment follows."""
    assert window.session is not None
    assert window.paper is not None
    receipts = [pay(window.session.desk, name) for name in names]
    window.session.refresh()
    window.paper.print_receipts(receipts)
    window.settle()
    return receipts


def journal(window: Window, kind: str) -> list[dict[str, object]]:
    assert window.session is not None
    return kept(window.session.desk, kind)


def setup_sheet(window: Window) -> PrintSetupSheet:
    alt(window, J)
    press(window, F12)
    QTest.qWait(200)
    window.settle()
    assert isinstance(window.sheet, PrintSetupSheet)
    return window.sheet


def stored(window: Window) -> PrintSetup:
    assert window.session is not None
    return print_setup.load(window.session.desk)


# -- setting up


def test_the_sample_beside_the_setup_is_painted_by_what_prints(window: Window) -> None:
    sheet = setup_sheet(window)
    assert not sheet.picture.pixmap().isNull()
    assert "210 × 148 毫米" in sheet.size_words.text()


def test_a_thermal_printer_is_chosen_by_keyboard(window: Window, tmp_path: Path) -> None:
    sheet = setup_sheet(window)
    press(window, DOWN, DOWN, ENTER)
    assert focus() is sheet.where
    press(window, ENTER, ENTER)
    assert "没有填小票机的接口或地址" in sheet.complaint.text()
    write(window, str(tmp_path / "lp0"))
    press(window, ENTER, DOWN, ENTER)
    assert window.sheet is None
    found = stored(window)
    assert (found.how, found.where, found.layout) == ("thermal", str(tmp_path / "lp0"), "thermal-80")


def test_offsets_are_typed_in_millimetres_and_kept_in_tenths(window: Window) -> None:
    sheet = setup_sheet(window)
    press(window, DOWN)
    sheet.dx.setFocus()
    sheet.dx.selectAll()
    write(window, "-0.7")
    press(window, ENTER)
    assert focus() is sheet.dy
    write(window, "1.25")
    assert sheet.dy.value() == 12
    press(window, ENTER)
    found = stored(window)
    assert (found.how, found.dx_tenths, found.dy_tenths) == ("system", -7, 12)


def test_without_printers_the_sheet_says_so_and_tries_nothing(window: Window) -> None:
    sheet = setup_sheet(window)
    press(window, DOWN)
    assert "还没有装打印机" in sheet.printer.itemText(0)
    press(window, F7)
    assert "这台电脑没有装打印机，没有打印" in sheet.complaint.text()


def test_a_test_print_is_the_page_to_measure(window: Window, place: Place) -> None:
    sheet = setup_sheet(window)
    press(window, F7)
    assert "校准页已写成 PDF" in sheet.result.text()
    page = pypdf.PdfReader(place.folder / "凭据" / "打印校准页.pdf").pages[0]
    assert "套打校准页" in page.extract_text()
    assert journal(window, "receipt_printed") == []


def test_a_family_sheet_is_offered_only_where_the_pack_allows_it(window: Window) -> None:
    assert window.session is not None
    offered = print_setup.offered(window.session.desk, "pdf")
    assert "receipt-a5" in offered
    assert {"family-a4", "large-a5", "thermal-80"} & set(offered) == set()


# -- to paper


def test_a_thermal_printer_gets_its_bytes_and_the_journal_its_entry(window: Window, tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    set_up(window, PrintSetup(how="thermal", layout="thermal-80", where=str(device)))
    (receipt,) = take(window, "王建国")
    assert device.read_bytes().startswith(b"\x1b@")
    assert [(p["receipt"], p["copy"]) for p in journal(window, "receipt_printed")] == [(receipt, 0)]
    assert "未打印 0 张" in window.state_bar.unprinted.text()


def test_a_printer_that_is_not_there_costs_no_original(window: Window, tmp_path: Path) -> None:
    set_up(window, PrintSetup(how="thermal", layout="thermal-58", where=str(tmp_path / "gone")))
    take(window, "王建国")
    assert "找不到打印机" in window.strip.text
    assert "收款记录不受影响" in window.strip.text
    assert journal(window, "receipt_printed") == []
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()
    (tmp_path / "gone").touch()
    press(window, F6, ENTER)
    assert [p["copy"] for p in journal(window, "receipt_printed")] == [0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_printer_that_stops_leaves_the_receipt_waiting(window: Window) -> None:
    set_up(window, PrintSetup(how="thermal", layout="thermal-80", where="/dev/full"))
    take(window, "王建国")
    assert "在打印中停下了" in window.strip.text
    assert [p["copy"] for p in journal(window, "print_failed")] == [0]
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()


def test_without_a_system_printer_nothing_is_lost(window: Window) -> None:
    set_up(window, PrintSetup(how="system"))
    take(window, "王建国")
    assert "没有装打印机" in window.strip.text
    assert journal(window, "receipt_printed") == []
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()


def test_a_character_no_font_has_stops_the_print_before_the_journal(window: Window, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        printing._check(PrintSetup(how="pdf"), [view(payer_name="王\U000f0000")])
    assert refused.value.code == "glyph_missing"


# -- the child that paints


def test_the_child_paints_the_same_page_into_a_pdf(tmp_path: Path) -> None:
    page = next(drawings([view()], "receipt-a5"))
    file = tmp_path / "qt.pdf"
    printing.ask_child(Job(pages=(page,), title="收款凭据", file=str(file)))
    box = pypdf.PdfReader(file).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 148)


def test_a_file_that_cannot_be_written_is_a_named_refusal(tmp_path: Path) -> None:
    page = next(drawings([view()], "receipt-a5"))
    with pytest.raises(Refused) as refused:
        printing.ask_child(Job(pages=(page,), title="收款凭据", file=str(tmp_path / "gone" / "qt.pdf")))
    assert refused.value.code == "printer_refused"


def test_a_child_that_dies_is_a_printer_that_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(Refused) as refused:
        printing.printers()
    assert refused.value.code == "printer_stopped"


def test_this_machine_has_no_printers() -> None:
    if os.environ.get("CUPS_SERVER"):
        pytest.skip("printers may be there")
    assert printing.printers() == []


# -- a family, elders


@pytest.fixture
def household(tmp_path: Path, opened: Opened) -> Iterator[Window]:
    """A county that allows a family's receipts on one sheet."""
    pack = pack_file(tmp_path / "pack", "receipt.one_per=household")
    yield opened(made_point(tmp_path, pack=pack))


def test_a_family_goes_on_one_sheet_in_one_job(household: Window) -> None:
    assert household.session is not None
    set_up(household, PrintSetup(layout="family-a4"))
    receipts = take(household, *FAMILY)
    assert household.session.print_folder is not None
    file = household.session.print_folder / f"{receipts[0]}等3张.pdf"
    pages = pypdf.PdfReader(file).pages
    assert len(pages) == 1
    words = pages[0].extract_text()
    assert all(name in words for name in FAMILY)
    assert [p["receipt"] for p in journal(household, "receipt_printed")] == receipts


def test_one_of_a_family_is_printed_again_alone(household: Window) -> None:
    assert household.session is not None
    set_up(household, PrintSetup(layout="family-a4"))
    receipts = take(household, *FAMILY)
    press(household, F2, F10, ENTER)
    assert household.session.print_folder is not None
    assert (household.session.print_folder / f"{receipts[-1]}-补打1.pdf").exists()


def test_a_slip_in_large_type_by_one_key(window: Window, place: Place) -> None:
    (receipt,) = take(window, "王建国")
    alt(window, L)
    words = pypdf.PdfReader(place.folder / "凭据" / f"大字单-{receipt}.pdf").pages[0].extract_text()
    assert "不能代替收款凭据" in words
    assert "大字提示单 1 张" in window.strip.text
    assert len(journal(window, "receipt_printed")) == 1


def test_the_large_slip_comes_by_itself_where_that_is_set(window: Window, place: Place) -> None:
    sheet = setup_sheet(window)
    sheet.slip.setFocus()
    press(window, SPACE, ENTER)
    assert stored(window).slip
    (receipt,) = take(window, "王建国")
    assert (place.folder / "凭据" / f"大字单-{receipt}.pdf").exists()


def test_a_roll_is_too_narrow_for_the_large_slip(window: Window, tmp_path: Path) -> None:
    (tmp_path / "lp0").touch()
    set_up(window, PrintSetup(how="thermal", layout="thermal-80", where=str(tmp_path / "lp0")))
    take(window, "王建国")
    alt(window, L)
    assert "小票机打不了" in window.strip.text


def test_before_anything_was_printed_the_key_says_what_to_do(window: Window) -> None:
    alt(window, L)
    assert "按 F10 选一张，再按 Alt+L" in window.strip.text


# -- again, and not come out


def test_what_did_not_come_out_waits_and_is_printed_again(window: Window, place: Place) -> None:
    (receipt,) = take(window, "王建国")
    press(window, F2, F10, F8)
    assert isinstance(window.sheet, JamSheet)
    write(window, "打花了")
    press(window, ENTER)
    assert [(p["copy"], p["reason"], p["sheet"]) for p in journal(window, "print_failed")] == [(0, "打花了", None)]
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()
    press(window, F6, ENTER)
    assert (place.folder / "凭据" / f"{receipt}-补打1.pdf").exists()
    assert "未打印 0 张" in window.state_bar.unprinted.text()


def test_the_card_of_what_was_taken_says_that_it_did_not_come_out(window: Window) -> None:
    taken = window.page("counter").view.taken

    def said() -> list[str]:
        return [words.text() for words in taken.findChildren(QLabel) if words.text()[:1] in ("▲", "✓")][1:]

    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    window.settle()
    assert said() == ["✓ 已写成 PDF"]
    press(window, F10, F8, ENTER)
    assert said() == ["▲ 没有打印成，可按 F6 再打"]
    press(window, F6, ENTER)
    window.settle()
    assert said() == ["✓ 已写成 PDF"]


def test_a_receipt_can_be_looked_at_before_it_is_printed(window: Window) -> None:
    take(window, "王䶮")
    press(window, F2, F10, F9)
    sheet = window.sheet
    assert isinstance(sheet, PreviewSheet)
    assert not sheet.picture.pixmap().isNull()
    assert len(journal(window, "receipt_printed")) == 1
    press(window, ENTER)
    assert [p["copy"] for p in journal(window, "receipt_printed")] == [0, 1]


def test_after_a_restart_what_was_never_printed_is_offered(place: Place, opened: Opened) -> None:
    desk = place.open()
    receipt = pay(desk, "王建国")
    database.close(desk.db)
    window = opened(place)
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()
    press(window, F6, ENTER)
    assert (place.folder / "凭据" / f"{receipt}.pdf").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_once_the_printer_has_stopped_the_others_are_not_spent_on_it(window: Window) -> None:
    set_up(window, PrintSetup(how="thermal", layout="thermal-80", where="/dev/full"))
    first, _, _ = take(window, *FAMILY)
    assert [p["receipt"] for p in journal(window, "receipt_printed")] == [first]
    assert "在打印中停下了" in window.strip.text
    assert "▲ 未打印 3 张" in window.state_bar.unprinted.text()


def test_a_reprint_says_where_it_went_and_one_that_jams_is_not_said_to_wait(window: Window) -> None:
    take(window, "王建国")
    press(window, F10, ENTER)
    assert "又打了一次：已写成 PDF" in window.strip.text
    press(window, F10, F8)
    assert isinstance(window.sheet, JamSheet)
    press(window, ENTER)
    assert "以前打出来过，所以不列在“未打印”里" in window.strip.text
    assert window.session is not None and window.session.state.unprinted == 0


def test_arrows_choose_where_a_scanner_would_type(window: Window) -> None:
    """The newest that stands is chosen: a void one is not printed by one Enter."""
    receipts = take(window, *FAMILY)
    assert window.session is not None
    void(window.session.desk, receipts[-1], "认错了人")
    press(window, F10)
    sheet = window.sheet
    assert isinstance(sheet, ReprintSheet) and sheet.number.hasFocus()
    assert sheet.list.receipt == receipts[1]
    press(window, DOWN)
    assert sheet.list.receipt == receipts[0] and sheet.number.hasFocus()
    press(window, UP, UP)
    assert sheet.list.receipt == receipts[2]
    press(window, DOWN, DOWN)
    write(window, "12")
    assert sheet.number.text() == "12"
    press(window, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, ENTER)
    assert journal(window, "receipt_printed")[-1]["receipt"] == receipts[0]


def test_a_receipt_of_somebody_else_is_said_to_be_one(window: Window) -> None:
    """Looked up is somebody without a receipt: the one that is chosen would be handed to the wrong person."""
    write(window, "wjg")
    press(window, ENTER, F9, ENTER)
    for asked, said in (("zjx", True), ("wjg", False)):
        write(window, asked)
        press(window, ENTER, F10)
        words = [each.text() for each in window.sheet.findChildren(QLabel) if each.isVisible()]
        assert ("▲ 赵𠮷祥 没有凭据可补打，选中的是别人的。" in words) is said
        press(window, ESC, ESC)
