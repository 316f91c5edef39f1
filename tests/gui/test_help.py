"""F1: the manual over every page and sheet, by keyboard alone; what lies beneath loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QShortcut, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.gui.dialogs.cash import CashSheet
from app.gui.dialogs.help import HelpSheet
from app.gui.page_maker import CLASSES
from app.gui.pages.page import Page
from app.gui.pages.sign_in import SignInPage
from app.gui.parts.header import PAGES
from app.gui.parts.help_chapters import words
from app.gui.parts.help_dress import MARGIN
from app.gui.parts.scrolled import Scrolled
from app.gui.window import Window
from app.main import beginning_of
from tests.gui.hands import DOWN, ENTER, ESC, focus, press, write
from tests.gui.places import Place
from tests.gui.test_look import INTERACTIVE
from tests.test_manual import CODE, OWN, section, written

F1, F6, F9, F10, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, 6, 9, 10, 12))
TAB, END, PAGE_DOWN = Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_PageDown
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
# Bound while a question stands there.
ASKED = {"Alt+1", "Alt+2", "Alt+9"}


def manual(window: Window) -> HelpSheet:
    assert window.manual is not None
    return window.manual


def held(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(focus(), key, modifier)
    window.settle()


@pytest.fixture
def signing_in(place: Place, qapp: object) -> Iterator[Window]:
    window = Window(place.entry)
    window.show()
    yield window
    window.close()


@pytest.fixture
def begun(qapp: object, tmp_path: Path) -> Iterator[Window]:
    window = Window(beginning_of(tmp_path / "data", home=tmp_path / "practice"))
    window.show()
    window.settle()
    yield window
    window.close()


# -- which chapter


@pytest.mark.parametrize("name", list(CLASSES))
def test_f1_opens_the_chapter_of_the_page_and_esc_gives_the_focus_back(window: Window, name: str) -> None:
    window.go(name)
    window.settle()
    before = focus()
    press(window, F1)
    assert manual(window).text.chapter == name
    assert focus() is manual(window).text
    press(window, ESC)
    assert window.manual is None
    assert focus() is before


def test_f1_where_nobody_has_signed_in(signing_in: Window) -> None:
    write(signing_in, "练")
    press(signing_in, F1)
    assert manual(signing_in).text.chapter == "sign_in"
    press(signing_in, ESC)
    assert signing_in.sign_in_page.passphrase.text() == "练"


def test_f1_in_the_first_window(begun: Window) -> None:
    press(begun, F1)
    assert manual(begun).text.chapter == "beginning"


def test_f1_again_shows_all_keys(window: Window) -> None:
    press(window, F1, F1)
    assert manual(window).text.chapter == "keys"


def test_the_mouse_opens_it_too_and_the_focus_stays_known(window: Window) -> None:
    before = focus()
    QTest.mouseClick(window.header.help, Qt.MouseButton.LeftButton)
    assert manual(window).text.chapter == "counter"
    press(window, ESC)
    assert focus() is before


# -- over a sheet


def test_over_a_sheet_nothing_typed_is_lost_and_nothing_is_done(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, F9)
    write(window, "2000")
    sheet = window.sheet
    assert isinstance(sheet, CashSheet)
    press(window, F1, ENTER, F10)
    assert manual(window).text.chapter == "counter"
    assert sheet.is_open
    press(window, ESC)
    assert window.sheet is sheet
    assert (focus(), sheet.tendered.text()) == (sheet.tendered, "2000")


def test_after_it_typing_still_replaces_the_sum_that_was_filled_in(window: Window) -> None:
    """It became 7602000."""
    write(window, "wjg")
    press(window, ENTER, F9)
    sheet = window.sheet
    assert isinstance(sheet, CashSheet) and sheet.tendered.selectedText() == sheet.tendered.text() != ""
    press(window, F1, ESC)
    QTest.keyClicks(focus(), "2000")
    assert sheet.tendered.text() == "2000"


def test_a_sheet_with_a_chapter_of_its_own_opens_that(window: Window) -> None:
    window.go("books")
    press(window, F12, F1)
    assert manual(window).text.chapter == "printing"


@pytest.mark.parametrize(
    ("keys", "heading"),
    [((ENTER, F9), "现金"), ((F10,), "补打"), ((F6,), "没打印的"), ((F12,), "试算"), ((), "收款")],
)
def test_it_begins_where_the_sheet_is_explained(window: Window, keys: tuple[Qt.Key, ...], heading: str) -> None:
    write(window, "wjg")
    press(window, ENTER, F9, ENTER)  # there must be a receipt
    write(window, "zjx")
    press(window, ENTER, *keys, F1)
    window.settle()
    text = manual(window).text
    lowest = text.verticalScrollBar().value() == text.verticalScrollBar().maximum()
    above = text.cursorForPosition(QPoint(MARGIN, MARGIN)).block().text()
    assert above == heading or (lowest and heading in text.document().toPlainText())
    window.resize(window.width() - 40, window.height())
    window.settle()
    press(window, F1)
    assert text.chapter == "keys" and text.verticalScrollBar().value() == 0


def test_what_ends_behind_the_manual_takes_no_focus_until_it_is_closed(window: Window) -> None:
    press(window, F1)
    window.page("counter").view.family.setFocus()
    assert focus() is manual(window).text
    press(window, ESC)
    assert focus() is window.page("counter").view.family


def test_a_sheet_that_ends_beneath_the_manual_is_no_place_to_go_back_to(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, F9, F1)
    assert window.sheet is not None
    window.sheet.close_sheet()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert focus() is manual(window).text
    press(window, ESC)
    assert focus() is window.page("counter").view.family


def test_a_sheet_that_opens_over_the_manual_has_the_keyboard(window: Window) -> None:
    press(window, F1)
    assert window.paper is not None
    window.paper.show_waiting()
    assert window.sheet is not None
    assert window.sheet.isAncestorOf(focus())
    press(window, ESC)
    assert focus() is manual(window).text


# -- reading


def test_the_keyboard_scrolls(window: Window) -> None:
    press(window, F1)
    bar = manual(window).text.verticalScrollBar()
    press(window, DOWN)
    assert bar.value() > 0
    line = bar.value()
    press(window, PAGE_DOWN)
    assert bar.value() > 4 * line
    press(window, END)
    assert bar.value() == bar.maximum()


def test_the_list_shows_the_chapter_the_cursor_is_on(window: Window) -> None:
    press(window, F1)
    manual(window).list.setFocus()
    press(window, DOWN)
    assert manual(window).text.chapter == "day"
    press(window, ENTER)
    assert focus() is manual(window).text


def test_a_link_is_followed_and_one_comes_back(window: Window) -> None:
    press(window, F1, TAB, ENTER)
    text = manual(window).text
    assert text.chapter == "roster"
    assert manual(window).list.currentItem().text() == "名册"
    held(window, Qt.Key.Key_Left, ALT)
    assert text.chapter == "counter"


def test_tab_goes_round_within_the_manual(window: Window) -> None:
    press(window, F1)
    seen = set()
    for _ in range(12):
        press(window, TAB)
        seen.add(focus())
    assert {manual(window).text, manual(window).list, manual(window).search} <= seen
    assert all(manual(window).isAncestorOf(each) for each in seen)


def test_looking_for_a_word(window: Window) -> None:
    press(window, F1)
    held(window, Qt.Key.Key_F, CTRL)
    write(window, "假币")
    shown = manual(window)
    assert shown.text.chapter == "bad_note"
    assert shown.text.extraSelections()
    assert shown.list.isRowHidden(shown.list.row(shown.list.findItems("名册", Qt.MatchFlag.MatchExactly)[0]))
    press(window, *[ENTER] * (words("bad_note").count("假币") + 1))
    assert shown.text.chapter != "bad_note"
    assert "假币" in words(shown.text.chapter)
    write(window, "万万没有")
    assert "没有“假币万万没有”" in shown.complaint.text()


@pytest.mark.parametrize("elsewhere", ["file:///etc/hostname", "http://example.org/a.png", "../fonts/fonts.toml"])
def test_the_manual_reads_nothing_else(window: Window, elsewhere: str) -> None:
    press(window, F1)
    text, kind = manual(window).text, QTextDocument.ResourceType.ImageResource.value
    assert text.loadResource(kind, QUrl(elsewhere)) is None
    text.anchorClicked.emit(QUrl(elsewhere))
    assert text.chapter == "counter"
    assert not text.loadResource(kind, QUrl("pictures/counter.png")).isNull()


# -- the look, and the keyboard map


def test_every_control_has_a_name_and_there_is_room(window: Window) -> None:
    press(window, F1)
    found = [w for w in manual(window).findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
    assert found
    assert [w for w in found if not w.accessibleName()] == []
    assert (window.width(), window.height()) == (1366, 768)
    text = manual(window).text
    assert text.viewport().height() > 0.6 * window.height()
    assert text.horizontalScrollBar().maximum() == 0


def test_the_keyboard_map_says_what_each_page_binds(window: Window) -> None:
    for name, title, _ in PAGES:
        page = window.page(name)
        own = (each for each in page.findChildren(QShortcut) if in_a_page(each.parent()))
        live = {each.key().toString() for each in own} - {"Esc", "Return", "Enter"}
        said = set(CODE.findall(section(title))) - OWN - {"Esc", "Enter"}
        assert (name, live - said, said - live - ASKED) == (name, set(), set())


def test_the_keyboard_map_says_what_works_everywhere(window: Window) -> None:
    shortcuts = window.centralWidget().findChildren(QShortcut)
    everywhere = {written(each.key().toString()) for each in shortcuts if not in_a_page(each.parent())}
    said = set(CODE.findall(section("哪里都能用"))) - OWN - {"Esc", "Enter"}
    assert everywhere - {"Esc", "Return", "Enter"} == said


def in_a_page(parent: object) -> bool:
    """Not of the frame that every page scrolls in."""
    while isinstance(parent, QWidget) and not isinstance(parent, Scrolled):
        if isinstance(parent, (Page, SignInPage)):
            return True
        parent = parent.parentWidget()
    return False
