"""Going on where one was: after the window was closed, or a power cut, and after looking at a receipt."""

from PySide6.QtCore import Qt

from app.gui.dialogs.preview import SIZE, PreviewSheet
from app.gui.parts.scrolled import Scrolled
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.hands import ENTER, ESC, press, write
from tests.gui.places import Place

F9, F10 = Qt.Key.Key_F9, Qt.Key.Key_F10


def test_signing_in_says_what_was_taken_last(place: Place, opened: Opened) -> None:
    first = opened(place)
    assert first.strip.text == ""
    write(first, "zjx")
    press(first, ENTER, ENTER, ENTER)
    first.close()
    again = opened(place)
    assert again.strip.text == "接着收：今天最后记下的一笔是 09:30 赵𠮷祥 380 元。"
    write(again, "w")
    assert again.strip.text == ""


def test_looking_at_a_receipt_leads_back_to_the_list(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    press(window, F10, F9)
    assert type(window.sheet).__name__ == "PreviewSheet"
    press(window, ESC)
    assert type(window.sheet).__name__ == "ReprintSheet"
    press(window, F9, ENTER)
    assert window.sheet is None


def test_a_large_window_shows_a_receipt_in_full_size_a_smaller_one_as_large_as_there_is_room(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    for size, height in (((1600, 1000), SIZE.height()), ((1366, 768), 512), ((1100, 700), 444)):
        window.resize(*size)
        window.settle()
        press(window, F10, F9)
        assert isinstance(window.sheet, PreviewSheet) and window.sheet.picture.height() == height
        press(window, ESC, ESC)


def test_home_begins_at_its_beginning_on_a_small_screen(window: Window) -> None:
    window.resize(960, 540)
    window.go("home")
    window.settle()
    bar = window.page("home").findChild(Scrolled).verticalScrollBar()
    assert bar.maximum() > 0 and bar.value() == 0
