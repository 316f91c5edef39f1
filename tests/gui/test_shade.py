"""The page under a sheet is dimmed and out of the mouse's reach, as long as a sheet lies there and no longer."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.gui import style
from app.gui.dialogs.clock import ClockSheet
from app.gui.parts.shade import Shade
from app.gui.parts.sheet_card import CORNER
from app.gui.window import Window
from tests.gui.hands import ENTER, ESC, press, write

F1, F6, F9, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, 6, 9, 11))


def shade(window: Window) -> Shade:
    return window.findChild(Shade)


def above(window: Window) -> list[QWidget]:
    """What lies over the page and is seen, from below."""
    return [each for each in shade(window).host.children() if isinstance(each, QWidget) and each.isVisible()][1:]


class Painted(QObject):
    """What was painted, of what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.parts.append(watched)
        return False


class Hidden(QObject):
    """Counts how often something goes."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Hide
        return False


def test_the_page_is_dimmed_as_long_as_a_sheet_lies_there(window: Window) -> None:
    assert above(window) == []
    press(window, F6)
    assert above(window) == [shade(window), window.sheet]
    assert shade(window).geometry() == shade(window).host.rect()
    window.resize(1100, 700)
    window.settle()
    assert shade(window).geometry() == shade(window).host.rect()
    assert shade(window).geometry().contains(window.sheet.geometry())
    press(window, ESC)
    assert above(window) == []


def test_dimmed_it_looks_darker_and_the_mouse_reaches_nothing(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    there = window.header.mapTo(window, QPoint(3, window.header.height() - 3))
    before = window.grab().toImage().pixelColor(there).lightness()
    press(window, F6)
    assert window.grab().toImage().pixelColor(there).lightness() < before
    button = window.header.help
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center()))
    window.settle()
    assert window.manual is None
    press(window, ESC)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center()))
    assert window.manual is not None


def test_a_click_that_waits_already_reaches_nothing(window: Window) -> None:
    """The second of two fast ones, before the page is dimmed."""
    shown = window.current
    for button in (window.header.help, window.header.buttons["day"]):
        QTest.keyClick(window.focusWidget(), F6)
        assert shade(window).isHidden()
        there = button.mapTo(window, button.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=there)
        window.settle()
        assert (window.current, window.manual) == (shown, None)
        assert window.sheet.isAncestorOf(window.focusWidget())
        press(window, ESC)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=there)
    assert window.current == "day"


def test_nothing_of_the_page_is_painted_with_a_sheet(window: Window) -> None:
    """Neither when it comes nor when something is typed in it: what lies under it is not seen."""
    write(window, "wjg")
    press(window, ENTER)
    counter, painted = window.page("counter"), Painted()
    under = counter.view.family.viewport()
    under.installEventFilter(painted)
    press(window, F11)
    assert window.sheet.geometry().contains(under.mapTo(shade(window).host, under.rect().center()))
    painted.parts.clear()
    window.sheet.update()
    window.settle()
    assert painted.parts == []


def test_its_corners_are_round_and_nothing_is_missing_at_its_edges(window: Window) -> None:
    press(window, F6)
    for wide, high in ((1366, 768), (1100, 700)):
        window.resize(wide, high)
        window.settle()
        place = window.sheet.geometry()
        picture = shade(window).host.grab().toImage()
        first = place.topLeft()
        inside, edge = style.colour("card").name(), style.colour("line").name()
        assert picture.pixelColor(first).name() not in (inside, edge)
        assert picture.pixelColor(first + QPoint(CORNER // 2, CORNER // 2)).name() == inside
        # Down the left and along the upper edge, over where the corner is cut out.
        for along in range(CORNER + 1, 3 * CORNER):
            for there in (QPoint(0, along), QPoint(along, 0)):
                assert picture.pixelColor(first + there).name() == edge


def test_from_one_sheet_to_the_next_it_stays(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, F9, ENTER, Qt.Key.Key_F2, F11)
    first, seen = window.sheet, Hidden()
    shade(window).installEventFilter(seen)
    press(window, ENTER)
    assert window.sheet is not first and above(window) == [shade(window), window.sheet]
    assert seen.times == 0
    press(window, ESC)
    assert seen.times == 1 and above(window) == []


def test_a_sheet_over_another_dims_it_and_hides_nothing_of_it(window: Window) -> None:
    """The clock may ask something while the manual lies there."""
    press(window, F1)
    lower = window.manual
    before = inks(window, lower)
    sheet = ClockSheet("时间不对。", "2023-11-15 09:30", lambda _reason: "")
    window.open_sheet(sheet, sheet.reason)
    window.settle()
    assert above(window) == [lower, shade(window), sheet]
    assert inks(window, lower) > before // 2


def inks(window: Window, sheet: QWidget) -> int:
    """How many different colours there are in the upper left of a sheet, where its words begin."""
    place = QRect(sheet.geometry().topLeft(), QSize(300, 90))
    picture = shade(window).host.grab(place).toImage()
    return len({picture.pixel(x, y) for x in range(20, 300) for y in range(20, 90)})


def test_under_the_manual_a_sheet_is_dimmed_too(window: Window) -> None:
    press(window, F6)
    sheet = window.sheet
    press(window, F1)
    assert above(window) == [sheet, shade(window), window.manual]
    press(window, ESC)
    assert above(window) == [shade(window), sheet]
