"""Where a page does not fit: what is due, what to read aloud and what goes on stay in sight, whatever scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui import new_look, style
from app.gui.pages import till
from app.gui.parts.layout import FirstWhole, card, label
from app.gui.parts.wrapped import JOINER, NO_BREAK, Wrapped, kept_together
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.hands import DOWN, ENTER, ESC, press, write
from tests.gui.looks import cut_off
from tests.gui.places import Place

F3, F9, TAB = Qt.Key.Key_F3, Qt.Key.Key_F9, Qt.Key.Key_Tab
# 1920 × 1080 at 200 %.
SMALL = (960, 540)


@pytest.fixture
def small(window: Window) -> Window:
    window.resize(*SMALL)
    window.settle()
    return window


def in_sight(part: QWidget) -> bool:
    """Whether all of it can be seen."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def test_the_sum_and_the_sentence_stay_in_sight(small: Window) -> None:
    page = small.page("counter")
    for step in ("search", "family"):
        write(small, "wjg") if step == "search" else press(small, ENTER)
        for part in (page.view.total, page.view.aloud, page.cash, page.card):
            assert in_sight(part), (step, part.accessibleName())
    assert page.view.total.text() == "合计 1178 元"


def take_with_change(window: Window) -> None:
    """A family pays, and gets something back."""
    write(window, "wjg")
    press(window, ENTER, ENTER)
    write(window, "2000")
    press(window, ENTER)
    window.settle()


def test_what_was_taken_stays_in_sight(small: Window) -> None:
    page = small.page("counter")
    take_with_change(small)
    assert in_sight(page.view.taken.change) and not page.cash.isVisible()


@pytest.fixture
def large(window: Window, qapp: QApplication) -> Iterator[Window]:
    """The usual screen and the largest text."""
    window.resize(1366, 768)
    new_look.use(qapp, "light", 200)
    window.settle()
    yield window
    new_look.use(qapp, style.SYSTEM, 100)


def test_in_the_largest_text_the_change_is_in_sight_until_the_next_name(large: Window) -> None:
    page = large.page("counter")
    take_with_change(large)
    assert page.view.search.hasFocus() and in_sight(page.view.taken.change)
    write(large, "z")
    large.settle()
    assert in_sight(page.view.search)


def test_in_the_largest_text_whom_the_cursor_comes_to_is_in_sight(large: Window) -> None:
    """Whoever is chosen is who pays; and what is typed next is seen."""
    page = large.page("counter")
    write(large, "w")
    hits = page.view.hits
    assert len(page.view.found.hits) > 2
    for _ in range(len(page.view.found.hits) - 1):
        press(large, DOWN)
        large.settle()
        chosen = hits.visualRect(hits.currentIndex())
        assert hits.viewport().visibleRegion().boundingRect().contains(chosen)
    write(large, "j")
    QTest.qWait(100)
    assert in_sight(page.view.search)


def test_in_the_largest_text_many_names_do_not_push_the_sum_out_of_sight(
    large: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(till, "FEW_NAMES", 3)
    large.resize(1366, 768 + 112)  # the guide of the first day takes 112
    page = large.page("counter")
    write(large, "wjg")
    press(large, ENTER)
    large.settle()
    assert page.view.aloud.text() == "请读给居民听：王建国等 4 人，交 2024 年度居民医保，一共 1178 元。"
    assert in_sight(page.view.total) and in_sight(page.cash)
    press(large, F9)
    assert all(name in large.sheet.aloud.text() for name in ("王建国", "李秀英", "王小明", "王䶮"))
    press(large, ESC)
    new_look.use(QApplication.instance(), "light", 100)
    large.settle()
    assert "李秀英" in page.view.aloud.text()


def test_keys_and_tab_go_on_working_below(small: Window) -> None:
    """The buttons stand below the page and still belong to it."""
    page = small.page("counter")
    write(small, "wjg")
    press(small, ENTER)
    for _ in range(30):
        if page.card.hasFocus():
            break
        press(small, TAB)
    assert page.card.hasFocus()
    press(small, F9)
    assert type(small.sheet).__name__ == "CashSheet"


def test_they_go_back_where_there_is_room(small: Window) -> None:
    """And whatever has the focus keeps it."""
    page = small.page("counter")
    write(small, "wjg")
    press(small, ENTER)
    card = page.view.family.parentWidget()
    assert not card.isAncestorOf(page.cash)
    page.cash.setFocus()
    small.resize(1366, 768)
    small.settle()
    assert card.isAncestorOf(page.cash) and in_sight(page.cash) and QApplication.focusWidget() is page.cash
    small.resize(*SMALL)
    small.settle()
    assert not card.isAncestorOf(page.cash) and QApplication.focusWidget() is page.cash
    press(small, ESC)


def test_counting_shows_its_sum_and_what_goes_on(small: Window) -> None:
    press(small, F3)
    page = small.page("day")
    assert in_sight(page.count_card.sum) and in_sight(page.count_card.count_button)
    # Asked once more: nothing was filled in.
    press(small, F9, F9)
    small.settle()
    assert not page.count_card.sum.isVisible() and in_sight(page.close_card.close_button)


def test_the_button_that_signs_in_is_in_sight(place: Place, qapp: object) -> None:
    window = Window(place.entry)
    window.resize(*SMALL)
    window.show()
    window.settle()
    assert in_sight(window.sign_in_page.button)
    window.close()


def test_the_state_stays_in_one_line(small: Window, opened: Opened) -> None:
    bar = small.state_bar
    assert bar.roster.text() == "名册 8 人" and bar.day.text() == "账日 2023-11-15"
    assert len({part.y() for part in (bar.kind, bar.day, bar.roster)}) == 1


def test_a_short_sheet_has_room_for_its_title_and_its_buttons(window: Window) -> None:
    press(window, Qt.Key.Key_F6)
    assert type(window.sheet).__name__ == "WaitingSheet" and cut_off(window) == []
    lowest = window.sheet.main.mapTo(window.sheet, window.sheet.main.rect().bottomLeft()).y()
    assert lowest + 20 < window.sheet.height()


@pytest.mark.usefixtures("qapp")
def test_of_two_cards_that_wrap_the_first_stays_whole() -> None:
    both = QWidget()
    first, second = card(label("理由" * 60, wrap=True)), card(label("家里人" * 40, wrap=True), label("名单"))
    both.setLayout(FirstWhole(first, second, gap=8))
    both.resize(300, first.heightForWidth(300) + 40)
    both.show()
    QCoreApplication.processEvents()
    assert first.height() == first.heightForWidth(300) > second.height()
    assert second.geometry().top() == first.height() + 8 and second.geometry().bottom() + 1 == both.height()
    both.close()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("政策包是征求意见稿，不能照它收费", "政策包是征求意见稿，不能照|它|收|费"),
        ("一共 1558 元", "一共 1558_元"),
        ("照这一条（三(二)2）资助以后还要交多少", "照这一条（|三|(|二|)|2|）资助以后还要|交|多|少"),
        ("凭据文件在 D:/村缴通/凭据文件夹", "凭据文件在 D:/村缴通/凭据文件夹"),
        ("短句", "短句"),
        ("凭据 341 821 24 10 000 001，未报，请核对", "凭据 341_821_24_10_000_001，未报，|请|核|对"),
    ],
)
def test_what_belongs_together_stays_in_one_line(words: str, shown: str) -> None:
    joined = kept_together(words).replace(JOINER, "|").replace(NO_BREAK, "_")
    assert joined == shown and Wrapped(words).text() == words
