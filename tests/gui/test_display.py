"""显示: themes and sizes of text, changed while the window is open, kept for this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui import contrast, new_look, scale, style
from app.gui.dialogs.prints import ReprintSheet
from app.gui.dialogs.void import VoidSheet
from app.gui.display_settings import Display, load, save
from app.gui.page_maker import CLASSES
from app.gui.parts.scrolled import Scrolled
from app.gui.parts.shade import Shade
from app.gui.parts.slips import SlipList
from app.gui.themes import PALETTES, THEMES
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, UP, alt, press, write
from tests.gui.looks import cut_off, dot
from tests.gui.places import CLERK, PASSPHRASE, Place

F2, F11 = Qt.Key.Key_F2, Qt.Key.Key_F11


@pytest.fixture(autouse=True)
def as_ever(qapp: QApplication) -> Iterator[None]:
    """Other tests see the program as it is without a choice."""
    yield
    new_look.use(qapp, style.SYSTEM, 100)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "display.ini"


@pytest.fixture
def kept(qapp: QApplication, place: Place, file: Path) -> Iterator[Window]:
    """The usual window, which keeps what is chosen."""
    made = Window(place.entry, display=file)
    made.show()
    yield made
    made.close()
    # A change of the look goes to every window there is.
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def enter(window: Window) -> None:
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()


# -- kept for this computer


@pytest.mark.parametrize("chosen", [Display(theme, percent) for theme in THEMES for percent in scale.SIZES])
def test_what_was_chosen_is_read_back(file: Path, chosen: Display) -> None:
    assert save(file, chosen)
    assert load(file) == chosen


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe damaged",
        b"[display]\ntheme=pink\ntext=9000\n",
        b"[display]\ntheme=light, dark\ntext=@Invalid()\n",
        b"[display\ntheme",
    ],
)
def test_a_damaged_file_is_as_if_nothing_had_been_chosen(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert load(file) == Display()
    assert save(file, Display("dark", 150))
    assert load(file) == Display("dark", 150)


def test_half_a_file_is_read_as_far_as_it_goes(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[display]\ntheme=dark\ntext=30", encoding="utf-8")
    assert load(file) == Display("dark", 100)


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    file = tmp_path / "config" / "display.ini"
    assert not save(file, Display("dark", 150))
    assert load(file) == Display()


# -- chosen with the keyboard


def test_alt_x_before_anybody_has_signed_in(kept: Window, file: Path) -> None:
    alt(kept, Qt.Key.Key_X)
    press(kept, DOWN, DOWN)
    assert style.theme() == "dark"
    press(kept, Qt.Key.Key_Tab, DOWN, DOWN)
    assert scale.percent() == 150
    press(kept, ENTER)
    assert kept.sheet is None
    assert load(file) == Display("dark", 150)
    assert kept.sign_in_page.passphrase.hasFocus()


def test_esc_takes_it_back(kept: Window, file: Path) -> None:
    enter(kept)
    alt(kept, Qt.Key.Key_X)
    press(kept, DOWN, DOWN, DOWN)
    assert style.theme() == "contrast"
    press(kept, ESC)
    assert (style.chosen(), style.theme(), scale.percent()) == (style.SYSTEM, "light", 100)
    assert not file.exists()


def test_a_choice_that_cannot_be_kept_holds_now_and_says_so(kept: Window, file: Path) -> None:
    enter(kept)
    file.parent.write_text("no folder")
    alt(kept, Qt.Key.Key_X)
    press(kept, DOWN, DOWN, ENTER)
    assert style.theme() == "dark"
    assert "没有能记住" in kept.strip.text


# -- at once, everywhere


def test_an_open_page_follows_another_theme(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER)
    family = kept.page("counter").view.family.viewport()
    for theme in THEMES:
        new_look.use(qapp, theme, 100)
        kept.settle()
        picture, palette = kept.grab().toImage(), PALETTES[theme]
        assert dot(picture, kept, kept.header.band, left=4, top=4) == palette["practice"]
        assert dot(picture, kept, kept.header, left=4, top=kept.header.height() - 4) == palette["header"]
        assert dot(picture, kept, kept.state_bar, left=4, top=8) == palette["card"]
        assert dot(picture, kept, family, left=12, top=10) == palette["chosen"]
        assert dot(picture, kept, family, left=28, top=scale.px(46) + 14) == palette["strong"]
        assert dot(picture, kept, family, left=6, top=scale.px(46) + 10) == palette["card"]


def parts_of(window: Window) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.styleSheet()]


def behind(window: Window) -> list[QWidget]:
    """Parts that look as before."""
    return [part for part in parts_of(window) if part.styleSheet() != style.sheet()]


def test_nothing_lies_outside_the_parts_that_have_a_look(kept: Window) -> None:
    """What is forgotten would look like Qt's own, and follow no theme. What dims the page is drawn by hand."""
    enter(kept)
    for name in CLASSES:
        kept.go(name)
        kept.settle()
    alt(kept, Qt.Key.Key_X)
    holders = {kept.stack, *ancestors(kept.stack)}
    parts = set(parts_of(kept))
    lost = [each for each in kept.findChildren(QWidget) if not parts & {each, *ancestors(each)} - holders]
    assert [each for each in lost if each not in holders and not isinstance(each, Shade)] == []
    assert behind(kept) == []


def ancestors(widget: QWidget) -> list[QWidget]:
    above = widget.parentWidget()
    return [] if above is None else [above, *ancestors(above)]


def test_parts_follow_one_after_the_other_the_one_with_the_keyboard_first(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    kept.go("day")
    alt(kept, Qt.Key.Key_X)
    everything = len(behind(kept)) + len(parts_of(kept))
    new_look.change(qapp, "dark", 150)
    assert len(behind(kept)) == everything, "nobody waits at the key itself"
    seen = []
    while new_look.is_changing():
        left = behind(kept)
        QCoreApplication.processEvents()
        seen += [part for part in left if part not in behind(kept)]
        assert len(left) - len(behind(kept)) <= 1
    assert len(seen) == everything and seen[0] is kept.sheet
    visible = [part.isVisible() for part in seen]
    assert visible == sorted(visible, reverse=True)
    assert behind(kept) == []


def test_another_choice_before_all_have_followed(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    new_look.change(qapp, "dark", 150)
    while len(behind(kept)) > 3:
        QCoreApplication.processEvents()
    new_look.change(qapp, "contrast", 100)
    kept.settle()
    assert behind(kept) == []
    assert style.theme() == "contrast"


def test_another_choice_when_one_has_lost_its_look_and_has_no_new_one_yet(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    new_look.change(qapp, "dark", 100)
    while not new_look._Change.bare:
        assert new_look.is_changing()
        QCoreApplication.processEvents()
    between = next(iter(new_look._Change.bare))
    assert between.styleSheet() == ""
    new_look.change(qapp, "contrast", 100)
    kept.settle()
    assert between.styleSheet() == style.sheet() and not new_look._Change.bare
    assert covers(kept) == []


def covers(window: Window) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if isinstance(each, new_look._Cover) and each.isVisible()]


def seen(page: QWidget) -> QImage:
    """What the window shows where the page is."""
    window = page.window()
    return window.grab(QRect(page.mapTo(window, QPoint()), page.size())).toImage()


def test_a_page_is_never_seen_without_a_look(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER)
    page, bare = kept.page("counter"), []
    before = seen(page)
    new_look.change(qapp, "dark", 150)
    while new_look.is_changing():
        QCoreApplication.processEvents()
        if page in new_look._Change.bare:
            bare.append(seen(page))
    kept.settle()
    assert bare and all(picture == before for picture in bare)
    assert seen(page) != before
    assert covers(kept) == []


def test_a_picture_goes_where_the_page_is_not_to_change_any_more(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    new_look.change(qapp, "dark", 100)
    kept.go("reports")
    new_look.change(qapp, "light", 100)
    kept.settle()
    kept.go("counter")
    kept.settle()
    assert covers(kept) == []


def test_a_picture_follows_the_page_and_goes_whatever_happens(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    page = kept.page("counter")
    new_look.change(qapp, "dark", 100)
    new_look._Change.turns.stop()  # as if a step had failed
    (cover,) = covers(kept)
    kept.resize(kept.width() + 60, kept.height() + 40)
    QCoreApplication.processEvents()
    assert cover.parentWidget() is page and cover.geometry() == page.rect()
    QTest.qWait(new_look.LONGEST_MS + 100)
    assert covers(kept) == []


def test_no_sheet_is_changed_under_a_picture(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    kept.go("books")
    press(kept, Qt.Key.Key_F12)
    sheet, place = kept.sheet, kept.sheet.geometry()
    assert len(sheet.findChildren(QWidget)) > new_look.MANY
    new_look.change(qapp, "dark", 100)
    while new_look.is_changing():
        QCoreApplication.processEvents()
        assert sheet.geometry() == place
        assert not any(sheet.isAncestorOf(each) for each in covers(kept))


def test_a_page_turned_to_when_it_has_lost_its_look_has_the_new_one(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    kept.go("reports")
    kept.go("counter")
    kept.settle()
    new_look.change(qapp, "dark", 100)
    page = kept.page("reports")
    while page not in new_look._Change.bare:
        assert new_look.is_changing()
        QCoreApplication.processEvents()
    kept.go("reports")
    assert page.styleSheet() == style.sheet()


def test_a_sheet_that_goes_and_one_that_comes_meanwhile(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    alt(kept, Qt.Key.Key_X)
    before = kept.sheet
    assert before is not None
    new_look.change(qapp, "dark", 100)
    QTest.qWait(5)
    before.close_sheet()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert new_look.is_changing()
    alt(kept, Qt.Key.Key_X)
    assert kept.sheet is not None and kept.sheet.styleSheet() == style.sheet()
    kept.settle()
    assert behind(kept) == []


class Restyled(QObject):
    """Counts how often something is told of another style."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_nothing_is_dressed_once_more_for_each_that_it_lies_in(qapp: QApplication, kept: Window) -> None:
    """That took half a second: a label deep in a page was told thirteen times."""
    enter(kept)
    deep = Restyled(kept.page("counter").view.aloud)
    new_look.use(qapp, "dark", 100)
    assert 1 <= deep.times <= 2


def test_a_table_made_before_follows_another_theme(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    kept.go("books")
    slips = kept.page("books").cash.slips
    slips.put([None], [["JK-1", "760", "2023-11-15", "▲ 还没有", ""]])
    new_look.use(qapp, "dark", 100)
    assert slips.item(0, 3).foreground().color() == style.colour("caution")


@pytest.mark.parametrize(
    ("high_contrast", "dark", "theme"),
    [(False, False, "light"), (False, True, "dark"), (True, False, "contrast"), (True, True, "contrast")],
)
def test_the_theme_for_a_computer(high_contrast: bool, dark: bool, theme: str) -> None:
    assert style.theme_for(high_contrast=high_contrast, dark=dark) == theme


def test_the_computers_own_theme(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Windows answers is stood in for: no other system is asked, and offscreen has one colour scheme only."""
    new_look.use(qapp, style.SYSTEM, 100)
    assert style.theme() == "light"
    monkeypatch.setattr(contrast, "is_high", lambda: True)
    new_look.use(qapp, style.SYSTEM, 100)
    assert (style.chosen(), style.theme()) == (style.SYSTEM, "contrast")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert style.theme() == "contrast"
    monkeypatch.undo()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert style.theme() == "light"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_words_are_cut_off_at_any_size(qapp: QApplication, kept: Window, percent: int) -> None:
    new_look.use(qapp, "light", percent)
    kept.settle()
    assert cut_off(kept) == []
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER)
    assert cut_off(kept) == []
    for name in ("day", "hand_over"):
        kept.go(name)
        kept.settle()
        assert cut_off(kept) == []
    assert (kept.width(), kept.height()) == (1366, 768)


def test_what_is_there_grows_with_the_text_and_shrinks_again(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    write(kept, "wjg")
    page = kept.page("counter")
    before = sizes(page)
    new_look.use(qapp, "light", 200)
    kept.settle()
    assert all(now >= 2 * once - 2 for now, once in zip(sizes(page), before, strict=True))
    new_look.use(qapp, "light", 100)
    kept.settle()
    assert sizes(page) == before


def sizes(page: object) -> list[int]:
    """Rows, a button, a line of text and what holds it."""
    view = page.view  # type: ignore[attr-defined]
    return [
        view.family.sizeHintForRow(0),
        view.hits.sizeHintForRow(0),
        page.cash.minimumHeight(),  # type: ignore[attr-defined]
        view.person.due.height(),
        view.search.fontMetrics().height(),
    ]


def test_what_has_the_focus_is_in_sight(qapp: QApplication, kept: Window) -> None:
    """Large text: the page scrolls to where the keyboard is."""
    new_look.use(qapp, "light", 200)
    enter(kept)
    kept.go("day")
    kept.settle()
    first = next(iter(kept.page("day").notes.boxes.values()))
    assert first.hasFocus()
    frame = kept.page("day").findChild(Scrolled)
    inside = first.mapTo(frame, first.rect().center())
    assert frame.rect().contains(inside)


# -- large text


def test_a_page_begun_before_has_the_measures_of_the_size_it_is_added_in(qapp: QApplication, kept: Window) -> None:
    """It is made in one turn and added in a later one."""
    enter(kept)
    for name in CLASSES:
        if name not in kept._pages.made and name not in kept._pages._begun:
            kept._pages.piece(name)
    new_look.use(qapp, "light", 150)
    for name in CLASSES:
        page = kept.page(name)
        for each in page.findChildren(QWidget):
            measures = each.property(scale.MEASURES) or {}
            least = measures.get("height", measures.get("least_height"))
            assert least is None or each.minimumHeight() == scale.px(least), (name, each)


@pytest.mark.parametrize("percent", scale.SIZES)
def test_a_sheet_that_has_room_has_no_bar(kept: Window, percent: int) -> None:
    """A line that came with the bar took the room that the bar was there for."""
    enter(kept)
    alt(kept, Qt.Key.Key_X)
    press(kept, Qt.Key.Key_Tab)
    for _ in range(2 * len(scale.SIZES)):
        press(kept, DOWN if scale.percent() < percent else UP)
        if scale.percent() == percent:
            break
    QTest.qWait(100)
    assert kept.sheet is not None
    inside = kept.sheet.findChild(Scrolled)
    has_room = kept.sheet.height() < kept.sheet.parentWidget().height() - 30
    assert (inside.verticalScrollBar().maximum() == 0) == has_room == (percent < 200)


def test_side_by_side_again_where_a_card_that_is_not_shown_was_wide(qapp: QApplication, kept: Window) -> None:
    """Qt does not ask again how wide it is, and the counter stayed in one column."""
    new_look.use(qapp, "contrast", 200)
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER, ENTER, ENTER)
    press(kept, F11, ENTER, ENTER, ESC, ESC, ESC)
    view = kept.page("counter").view
    assert below(view.search, view.right)
    new_look.change(qapp, "light", 100)
    kept.settle()
    QTest.qWait(100)
    assert not below(view.search, view.right)


def test_no_bar_below_where_a_card_that_is_not_shown_was_side_by_side_for_a_moment(
    qapp: QApplication, kept: Window
) -> None:
    enter(kept)
    kept.resize(1366, 768)
    new_look.use(qapp, "light", 200)
    write(kept, "wjg")
    QTest.qWait(100)
    write(kept, "lyq")
    kept.settle()
    new_look.change(qapp, "light", 100)
    kept.settle()
    new_look.change(qapp, "dark", 200)
    kept.settle()
    QTest.qWait(100)
    (frame,) = (each for each in kept.page("counter").findChildren(Scrolled) if not each.isHidden())
    assert frame.horizontalScrollBar().maximum() == 0


def below(first: QWidget, second: QWidget) -> bool:
    """Whether the second lies under the first."""
    return second.mapToGlobal(second.rect().topLeft()).y() > first.mapToGlobal(first.rect().bottomLeft()).y()


def test_the_header_keeps_to_one_line(qapp: QApplication, kept: Window) -> None:
    enter(kept)
    for percent in scale.SIZES:
        new_look.change(qapp, "light", percent)
        kept.settle()
        QTest.qWait(50)
        line = kept.header.clerk.parentWidget()
        assert line.height() < 1.6 * kept.header.buttons["home"].height(), percent
        assert all(button.icon().isNull() == (percent > 150) for button in kept.header.buttons.values()), percent


@pytest.mark.parametrize("percent", [150, 200])
def test_the_chosen_receipt_is_in_sight(qapp: QApplication, kept: Window, percent: int) -> None:
    """Somebody voids what the cursor is on."""
    new_look.use(qapp, "dark", percent)
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER, ENTER, ENTER)
    press(kept, F2, F11, ENTER)
    assert isinstance(kept.sheet, VoidSheet)
    go_through(kept, kept.sheet.list, 4)


def go_through(window: Window, slips: SlipList, rows: int) -> None:
    """Down the list, with the line that is chosen in sight at each step."""
    for place in range(rows):
        if place:
            press(window, DOWN)
        QTest.qWait(50)
        assert slips.currentIndex().row() == place
        assert slips.viewport().visibleRegion().boundingRect().contains(slips.visualRect(slips.currentIndex())), place


def test_the_receipt_to_print_again_is_in_sight_until_a_number_is_typed(qapp: QApplication, kept: Window) -> None:
    new_look.use(qapp, "light", 200)
    enter(kept)
    write(kept, "wjg")
    press(kept, ENTER, ENTER, ENTER)
    write(kept, "zjx")
    press(kept, ENTER, Qt.Key.Key_F10)
    sheet = kept.sheet
    assert isinstance(sheet, ReprintSheet) and sheet.number.hasFocus()
    go_through(kept, sheet.list, 4)
    write(kept, "3")
    QTest.qWait(50)
    assert sheet.number.visibleRegion().boundingRect() == sheet.number.rect()


def test_home_has_no_bar_below(qapp: QApplication, kept: Window) -> None:
    """Side by side there was room for it without the bar at the side, and seven pixels too few beside that."""
    enter(kept)
    for percent in scale.SIZES:
        new_look.use(qapp, "light", percent)
        kept.go("home")
        kept.settle()
        QTest.qWait(50)
        frame = kept.page("home").findChild(Scrolled)
        assert frame.horizontalScrollBar().maximum() == 0, percent
