"""Cards at the counter: the intent first, then what became of it; whatever is open blocks, and is answered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.desk.receipts import of_day
from app.gui.pages.counter import CounterPage
from app.gui.parts.counter_view import TICKING
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.hands import DOWN, ENTER, ESC, focus, press, shift, write
from tests.gui.places import Place
from tests.gui.records import records

F3, F8, F9, F10, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (3, 8, 9, 10, 11))


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def results(window: Window) -> list[str]:
    return [body["result"] for body in records(window, "card_answered")]


def paid(window: Window) -> list[str]:
    assert window.session is not None
    return [slip.name for slip in of_day(window.session.desk)]


@pytest.fixture
def begun(window: Window) -> Iterator[Window]:
    """赵𠮷祥 is about to pay by card."""
    write(window, "zjx")
    press(window, ENTER, F8)
    yield window


def test_the_sheet_says_large_what_to_key_in_and_the_intent_is_on_record(begun: Window) -> None:
    assert [body["total_fen"] for body in records(begun, "card_intended")] == [38_000]
    assert begun.sheet is not None
    assert begun.sheet.figure.text() == "380"  # type: ignore[attr-defined]
    assert results(begun) == []


def test_a_second_card_needs_only_its_reference(begun: Window) -> None:
    write(begun, "T01")
    press(begun, ENTER)
    write(begun, "311115000001")
    press(begun, ENTER)
    write(begun, "wjg")
    press(begun, ENTER, F8)
    write(begun, "311115000002")
    press(begun, ENTER)
    assert begun.sheet is None
    assert results(begun) == ["approved", "approved"]
    assert len(paid(begun)) == 5
    assert focus() is counter(begun).view.search


def test_a_declined_card_is_asked_twice_and_cash_can_be_taken(begun: Window) -> None:
    press(begun, F10)
    assert begun.sheet is not None
    assert "再按一次 F10" in begun.sheet.complaint.text()
    assert results(begun) == []
    press(begun, F10)
    assert begun.sheet is None
    assert results(begun) == ["declined"]
    assert counter(begun).view.people.index(0).data() == "已选，赵𠮷祥，未缴，380.00"
    press(begun, F9, ENTER)
    assert paid(begun) == ["赵𠮷祥"]


def test_esc_leaves_it_open_and_nobody_is_charged_again(begun: Window) -> None:
    press(begun, ESC)
    assert "还没有结果" in begun.strip.text
    assert "Shift+F8" in begun.strip.text
    assert begun.state_bar.cards.isVisible()
    assert "▲ 刷卡待查 1 笔" in begun.state_bar.cards.text()
    view = counter(begun).view
    assert "弄清以前不能再收" in view.person.more.text()
    assert "弄清以前不能再收" in view.aloud.text()
    assert view.people.index(0).data() == "赵𠮷祥，刷卡待查，380.00"
    assert str(view.found.index(0).data()).endswith("，刷卡待查")
    assert not counter(begun).cash.isEnabled()
    assert not counter(begun).card.isEnabled()
    press(begun, F9)
    assert begun.sheet is None
    assert paid(begun) == []
    write(begun, "zjx")
    assert not view.people.ticked, "looked up again, nobody expects this money"
    assert str(view.found.index(0).data()).endswith("，刷卡待查")


def test_an_unknown_card_blocks_the_close_until_it_is_found_out(begun: Window) -> None:
    press(begun, F11)
    write(begun, "终端断线")
    press(begun, ENTER)
    assert begun.sheet is None
    assert results(begun) == ["unknown"]
    # Nobody whose money it may have taken is ticked any more, and the sentence says why.
    page = counter(begun)
    assert page.view.people.ticked == [] and page.view.keys.text() == TICKING
    assert "弄清以前不能再收" in page.view.aloud.text()
    press(begun, F3)
    write(begun, "2")
    press(begun, ENTER, *[ENTER] * 7, F10)
    assert "还没有弄清结果" in begun.strip.text
    assert begun.session is not None
    assert begun.session.state.day is not None
    shift(begun, F8)
    assert begun.sheet is not None
    press(begun, F10)
    assert "怎么查清" in begun.sheet.complaint.text()
    write(begun, "银行电话答复没有扣款")
    press(begun, F10, F10)
    assert begun.sheet is None
    assert results(begun) == ["unknown", "declined"]
    press(begun, F10)
    assert begun.session.state.day is None


def test_an_open_card_is_approved_later_and_printed(begun: Window) -> None:
    press(begun, ESC)
    shift(begun, F8)
    press(begun, ENTER)
    write(begun, "T01")
    press(begun, ENTER)
    write(begun, "311115000001")
    press(begun, ENTER)
    assert begun.sheet is None
    assert paid(begun) == ["赵𠮷祥"]
    assert begun.session is not None
    assert begun.session.state.unprinted == 0
    assert begun.session.state.cards_open == 0


def test_from_the_day_page_a_card_is_answered_there(begun: Window) -> None:
    press(begun, ESC, F3)
    shift(begun, F8)
    press(begun, ENTER)
    write(begun, "T01")
    press(begun, ENTER)
    write(begun, "311115000001")
    press(begun, ENTER)
    assert begun.current == "day"
    assert "380 元 已记成缴费" in begun.strip.text
    assert "还没有登记结算单：T01" in begun.page("day").side.slips.text()


def test_a_charged_card_that_cannot_be_entered_is_taken_back(begun: Window) -> None:
    """An answer to the other sheet of the same family came first: the reference is on record, the payment is not."""
    assert begun.session is not None
    press(begun, ESC)
    desk = begun.session.desk
    # Since the terminal was asked the county's list said that he is insured elsewhere.
    desk.db.conn.execute("UPDATE residents SET other_cover = 'employee' WHERE name = '赵𠮷祥'")
    desk.db.conn.commit()
    shift(begun, F8)
    press(begun, ENTER)
    write(begun, "T01")
    press(begun, ENTER)
    write(begun, "311115000001")
    press(begun, ENTER)
    assert begun.sheet is not None
    assert "已经扣了" in begun.sheet.complaint.text()
    assert paid(begun) == []
    press(begun, F11)
    assert "撤销" in begun.sheet.complaint.text()
    press(begun, F11)
    assert begun.sheet is None
    assert results(begun) == ["approved", "cancelled"]


def test_two_open_cards_are_answered_one_after_the_other(begun: Window) -> None:
    press(begun, ESC)
    write(begun, "wjg")
    press(begun, ENTER, F8, ESC)
    shift(begun, F8)
    press(begun, DOWN, F10, F10)
    assert begun.sheet is not None
    press(begun, F10, F10)
    assert begun.sheet is None
    assert results(begun) == ["declined", "declined"]


def test_nothing_waits(window: Window) -> None:
    assert not window.state_bar.cards.isVisible()
    shift(window, F8)
    assert "没有待查的刷卡" in window.strip.text


def test_the_sheet_fits_a_small_screen(begun: Window) -> None:
    press(begun, F11)
    assert begun.sheet is not None
    shown = [item for item in begun.sheet.findChildren(QLabel) if item.isVisible()]
    assert max(item.mapTo(begun, item.rect().bottomLeft()).y() for item in shown) <= begun.height()


def test_the_terminal_is_still_known_after_a_restart(place: Place, opened: Opened) -> None:
    first = opened(place)
    write(first, "zjx")
    press(first, ENTER, F8)
    write(first, "T01")
    press(first, ENTER)
    write(first, "311115000001")
    press(first, ENTER)
    first.close()
    again = opened(place)
    write(again, "wjg")
    press(again, ENTER, F8)
    assert again.sheet is not None
    assert again.sheet.terminal.text() == "T01"  # type: ignore[attr-defined]
    assert focus() is again.sheet.reference  # type: ignore[attr-defined]
