"""Pages are made before somebody asks for them, and then nothing happens that nobody asked for."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.gui.page_maker import AFTER_KEY_MS, CLASSES
from app.gui.pages.page import Page
from app.gui.window import Window


def made(window: Window) -> set[str]:
    return {type(page).__name__ for page in window.findChildren(Page)}


def test_all_pages_are_there_a_little_later(window: Window, qtbot: QtBot) -> None:
    shown, focus = window.current, window.focusWidget()
    window.strip.show_sentence("上一笔是张三家的。", "calm")
    qtbot.waitUntil(lambda: len(made(window)) == len(CLASSES), timeout=20_000)
    assert made(window) == {name for _, name in CLASSES.values()}
    assert (window.current, window.focusWidget()) == (shown, focus)
    assert window.strip.text == "上一笔是张三家的。"
    # A page that is only made works at nothing: that begins when somebody arrives.
    assert not window.worker.busy
    pages = window.findChildren(Page)
    waiting = [timer for page in pages for timer in page.findChildren(QTimer) if timer.isActive()]
    assert not [timer for timer in waiting if timer.isSingleShot() and timer.interval() < 10_000]


def test_no_piece_is_made_in_the_turn_of_a_key(window: Window) -> None:
    timer = window._pages._timer
    timer.start(5)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Z)
    assert timer.isActive() and timer.interval() == AFTER_KEY_MS


def test_no_page_is_made_twice(window: Window, qtbot: QtBot) -> None:
    for name in CLASSES:
        window.go(name)
        assert window.current == name
        window.settle()
    assert len(window.findChildren(Page)) == len(CLASSES)
    qtbot.wait(1_500)
    assert len(window.findChildren(Page)) == len(CLASSES)
