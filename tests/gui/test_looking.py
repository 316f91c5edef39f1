"""The list answers a key at once, the household beside it in the turn after; between the two nobody can be paid for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.gui.dialogs.cash import CashSheet
from app.gui.dialogs.sheet import Sheet
from app.gui.dialogs.steps import StepsSheet
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from tests.gui.hands import ENTER, focus, press, write


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def test_between_the_list_and_the_household_nobody_is_shown_or_ticked(window: Window) -> None:
    page = counter(window)
    write(window, "wjg")
    assert len(page.view.people.ticked) == 4
    page.view.search.setText("zjx")
    assert page.view.found.hits[0].name == "赵𠮷祥"
    assert page.shown is None and page.looked_up is None and page.view.people.ticked == []
    window.settle()
    assert page.shown is not None and page.shown.resident.name == "赵𠮷祥"
    assert [found.resident.name for found in page.view.people.ticked] == ["赵𠮷祥"]


class Painted(QObject):
    """Notes when something is painted."""

    def __init__(self, widget: QWidget, order: list[str]) -> None:
        super().__init__()
        self._order = order
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._order.append("the list")
        return False


def test_at_a_key_the_list_is_painted_before_the_household_is_assessed(window: Window) -> None:
    page, order = counter(window), list[str]()
    listed = Painted(page.view.hits.viewport(), order)
    page.view.people.modelReset.connect(lambda: order.append("the household"))
    QTest.keyClick(focus(), "w")
    assert order == ["the list"]
    window.settle()
    assert "the household" in order
    order.clear()
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert order == ["the list"]
    window.settle()
    order.clear()
    page.looking.again()
    assert order == ["the household"], "nobody has pressed a key"
    listed.deleteLater()


def key_before_the_loop_turns(window: Window, key: Qt.Key) -> Sheet | None:
    """Somebody else is looked up, and at once a key is pressed; the sheet that it opens."""
    write(window, "wjg")
    counter(window).view.search.setText("zjx")
    QTest.keyClick(focus(), key)
    return window.sheet


def test_a_key_for_those_shown_waits_for_them(window: Window) -> None:
    sheet = key_before_the_loop_turns(window, Qt.Key.Key_F9)
    assert isinstance(sheet, CashSheet) and "赵𠮷祥" in sheet.aloud.text() and "王建国" not in sheet.aloud.text()


def test_so_does_one_that_explains(window: Window) -> None:
    sheet = key_before_the_loop_turns(window, Qt.Key.Key_F7)
    assert isinstance(sheet, StepsSheet) and "赵𠮷祥" in sheet.accessibleName()


def test_a_household_nobody_waits_for_any_more_is_not_assessed(window: Window) -> None:
    page = counter(window)
    resets: list[list[str]] = []
    page.view.people.modelReset.connect(lambda: resets.append([p.resident.name for p in page.view.people.people]))
    for letter in "wjg":
        QTest.keyClick(focus(), letter)
    for _ in range(5):
        QCoreApplication.processEvents()
    assert len(resets) == 1 and resets[0][0] == "王建国"


def test_typing_on_to_nobody_leaves_nobody_to_pay_for(window: Window) -> None:
    page = counter(window)
    write(window, "wjg")
    page.view.search.setText("zjx")
    page.view.search.setText("zjxq")
    window.settle()
    assert page.shown is None and page.view.people.ticked == []
    press(window, ENTER, Qt.Key.Key_F9)
    assert window.sheet is None


def test_whoever_was_chosen_is_shown_again(window: Window) -> None:
    """Somebody glances at the day, comes back and takes the money: of the same person."""
    page = counter(window)
    write(window, "w")
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Down)
    chosen = page.looked_up
    assert chosen is not None and chosen.resident.name != page.view.found.hits[0].name
    for keys in ((Qt.Key.Key_F3, Qt.Key.Key_F2), (Qt.Key.Key_F2,)):
        press(window, *keys)
        assert page.looked_up == chosen and page.view.hits.currentIndex().row() == 2
    write(window, "zjx")
    assert page.looked_up is not None and page.looked_up.resident.name == "赵𠮷祥"


def test_a_click_paints_the_list_before_the_household_is_assessed(window: Window) -> None:
    page, order = counter(window), list[str]()
    write(window, "w")
    listed = Painted(page.view.hits.viewport(), order)
    page.view.people.modelReset.connect(lambda: order.append("the household"))
    there = page.view.hits.visualRect(page.view.found.index(1)).center()
    QTest.mousePress(page.view.hits.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert order == ["the list"]
    QTest.mouseRelease(page.view.hits.viewport(), Qt.MouseButton.LeftButton, pos=there)
    window.settle()
    assert "the household" in order
    listed.deleteLater()
