"""The drawer of two clerks: handed over blind, bad notes, the terminal's slip, a difference with a second person."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.desk.collect import collect
from app.desk.day import Closed
from app.domain.payment import Tender
from app.gui.pages.day import DayPage
from app.gui.parts.closed_card import ClosedCard
from app.gui.window import Window
from app.store import database
from tests.gui.hands import ENTER, alt, focus, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place
from tests.gui.records import OTHER, OTHERS, records, signed_in, with_colleague

F2, F3, F7, F8, F9, F10, F11, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 7, 8, 9, 10, 11, 12))


def day(window: Window) -> DayPage:
    page: DayPage = window.page("day")
    return page


def words(window: Window) -> str:
    """Everything that can be read in the window."""
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def shared(place: Place) -> Place:
    """Two clerks; 李会计 holds the drawer with 580 yuan in it and one card posted."""
    with_colleague(place)
    desk = place.open()
    collect(desk, ["r1"], Tender(method="cash", cash_fen=38_000))
    collect(desk, ["r2"], Tender(method="pos", terminal="T01", reference="311115000001"))
    database.close(desk.db)
    return place


@pytest.fixture
def other(shared: Place, qapp: object) -> Iterator[Window]:
    """陈会计 at the day page."""
    window = signed_in(shared, OTHER, OTHERS)
    press(window, F3)
    yield window
    window.close()


@pytest.fixture
def holder(shared: Place, qapp: object) -> Iterator[Window]:
    """李会计 at the day page."""
    window = signed_in(shared, CLERK, PASSPHRASE)
    press(window, F3)
    yield window
    window.close()


def count(window: Window, *pieces: int) -> None:
    for number in (*pieces, *[0] * (8 - len(pieces))):
        write(window, str(number))
        press(window, ENTER)


def test_the_drawer_is_taken_over_blind(other: Window) -> None:
    assert f"现金由 {CLERK} 保管" in day(other).side.holder.text()
    press(other, F11)
    assert "580" not in words(other)
    count(other, 5, 1, 1, 1)
    assert "580" not in words(other).replace("合计 580 元", "")
    write(other, PASSPHRASE)
    press(other, ENTER)
    assert other.sheet is not None
    assert "与应有的相符" in other.sheet.result.text()  # type: ignore[attr-defined]
    (body,) = records(other, "till_handed_over")
    assert (body["giver"], body["taker"], body["counted_fen"], body["second"]) == (CLERK, OTHER, 58_000, CLERK)
    press(other, ENTER)
    assert other.sheet is None
    assert f"现金由 {OTHER} 保管（您）" in day(other).side.holder.text()
    assert not day(other).take_button.isVisible()


def test_who_cannot_come_is_stood_for_by_a_reason(other: Window) -> None:
    press(other, F11)
    count(other, 5, 1, 1, 1)
    press(other, F7)
    press(other, ENTER)
    assert other.sheet is not None
    assert "交班人不在场" in other.sheet.complaint.text()
    write(other, "生病住院")
    press(other, ENTER)
    (body,) = records(other, "till_handed_over")
    assert (body["second"], body["reason"]) == (None, "生病住院")


def test_a_drawer_that_is_short_needs_a_reason(other: Window) -> None:
    press(other, F11)
    count(other, 5)
    write(other, "猜的")
    press(other, ENTER)
    assert other.sheet is not None
    assert "口令不对" in other.sheet.complaint.text()
    write(other, PASSPHRASE)
    press(other, ENTER)
    assert "短款 80 元" in other.sheet.complaint.text()
    assert records(other, "till_handed_over") == []
    write(other, "点了两遍")
    press(other, ENTER)
    assert "短款 80 元" in other.sheet.result.text()  # type: ignore[attr-defined]


def test_what_a_handover_was_short_is_missing_at_the_bank_as_well(qapp: object) -> None:
    card = ClosedCard(lambda: None)
    card.show_closed(
        Closed(
            day=1, date="2023-11-15", expected_fen=50_000, counted_fen=40_000, difference_fen=-10_000, cash_fen=38_000,
            pos_fen=0, people=1, receipts=1, records=1, clean=False, differences=("款项少 180 元",), reason="不明",
            unprinted=(), second=None, handed_fen=-8_000, perpetual_fen=38_000, unsettled_terminals=(),
        ),
        38_000,
    )  # fmt: skip
    said = "".join(card.left.item(row).text() for row in range(card.left.count()))
    assert "把现金 380 元缴到银行" in said and "其中一共短款 180 元不在抽屉里" in said


def test_the_field_that_is_missing_is_whole_in_sight_on_a_screen_scaled_up(other: Window) -> None:
    """1920 × 1080 at 200 %: the sentence why not takes room away below."""
    other.resize(960, 540)
    press(other, F11)
    count(other, 5)
    write(other, PASSPHRASE)
    press(other, ENTER)
    other.settle()
    here = focus()
    assert here is other.sheet.reason  # type: ignore[union-attr]
    assert here.visibleRegion().boundingRect() == here.rect()


def test_what_the_day_is_for_stands_above_the_rest_on_a_screen_scaled_up(holder: Window) -> None:
    holder.resize(960, 540)
    holder.settle()
    page = day(holder)
    assert page.right.y() < page.side.y()
    assert page.count_card.visibleRegion().boundingRect().top() == 0
    last = page.notes.boxes[10]
    assert last.visibleRegion().boundingRect() == last.rect(), "all there is to count, without scrolling"


def test_the_holder_himself_has_nothing_to_take(holder: Window) -> None:
    assert not day(holder).take_button.isVisible()
    press(holder, F11)
    assert holder.sheet is None


def test_the_terminals_slip_is_missed_and_entered(holder: Window) -> None:
    assert "还没有登记结算单：T01" in day(holder).side.slips.text()
    press(holder, F12)
    for typed in ("000123", "1", "380"):
        write(holder, typed)
        press(holder, ENTER)
    assert holder.sheet is None
    assert "与程序里记的相符" in holder.strip.text
    (body,) = records(holder, "pos_settled")
    assert (body["slip"], body["amount_fen"], body["reason"]) == ("T01/000123", 38_000, None)
    assert "没有要补登的结算单" in day(holder).side.slips.text()


def test_a_slip_that_differs_needs_a_reason_and_makes_the_day_differ(holder: Window) -> None:
    press(holder, F12)
    for typed in ("000123", "2", "760"):
        write(holder, typed)
        press(holder, ENTER)
    assert holder.sheet is not None
    assert "程序里记着 1 笔 380 元" in holder.sheet.complaint.text()
    write(holder, "一笔是别的村的")
    press(holder, ENTER)
    assert holder.sheet is None
    assert [body["reason"] for body in records(holder, "pos_settled")] == ["一笔是别的村的"]
    count(holder, 5, 1, 1, 1)
    assert "终端 T01 结算单 2 笔" in day(holder).match.rows.text()


def test_a_counterfeit_note_has_its_line(holder: Window) -> None:
    alt(holder, Qt.Key.Key_B)
    press(holder, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    write(holder, "1")
    press(holder, ENTER)
    day(holder).notes.start()
    count(holder, 4, 1, 1, 1)
    (body,) = records(holder, "day_counted")
    assert body["bad"] == [{"kind": "counterfeit", "fen": 10_000, "pieces": 1}]
    assert body["counted_fen"] == 48_000


def test_a_difference_wants_the_colleague_and_never_the_holder(holder: Window) -> None:
    count(holder, 5, 0, 1, 1)
    assert day(holder).close_card.second.isVisible()
    assert day(holder).close_card.second.name.text() == OTHER
    write(holder, "找零多给了")
    press(holder, ENTER)
    write(holder, "猜的")
    press(holder, ENTER)
    assert "口令不对" in holder.strip.text
    assert records(holder, "day_closed") == []
    write(holder, OTHERS)
    press(holder, ENTER)
    (body,) = records(holder, "day_closed")
    assert (body["second"], body["reason"], body["clean"]) == (OTHER, "找零多给了", False)


def test_who_closes_another_ones_drawer_needs_a_second_too(other: Window) -> None:
    count(other, 5, 0, 1, 1)
    assert day(other).close_card.second.isVisible()
    assert day(other).close_card.second.name.text() == CLERK


def test_after_the_close_what_is_left_to_do_stands_there(holder: Window) -> None:
    count(holder, 5, 1, 1, 1)
    press(holder, F10)
    card = day(holder).closed_card
    assert "四相符" in card.title.text()
    assert card.perpetual.text() == "本点累计开票 760 元"
    left = [card.left.item(n).text() for n in range(card.left.count())]
    assert any("现金 380 元缴到银行" in line for line in left)
    assert any("终端 T01 还没有登记结算单" in line for line in left)
    press(holder, F2, F3)
    assert card.isVisible()
    press(holder, F9)
    assert day(holder).open_card.isVisible()


def test_a_recount_is_a_record_of_its_own(holder: Window) -> None:
    count(holder, 5)
    press(holder, F8)
    count(holder, 5, 1, 1, 1)
    assert [body["counted_fen"] for body in records(holder, "day_counted")] == [50_000, 58_000]


def test_the_day_fits_a_small_screen(holder: Window) -> None:
    alt(holder, Qt.Key.Key_B)
    assert (holder.width(), holder.height()) == (1366, 768)
    count_ = day(holder).notes
    count_.start()
    count(holder, 5)
    assert (holder.width(), holder.height()) == (1366, 768)


def test_a_slip_that_was_never_entered_is_asked_for_whichever_day_it_was(holder: Window) -> None:
    assert holder.session is not None
    for pieces in (("5", "1", "1", "1"), ("2",)):
        for number in pieces:
            write(holder, number)
            press(holder, ENTER)
        press(holder, F9, F10)
        assert holder.session.state.day is None
        assert "还没有登记结算单：T01（2023-11-15）" in words(holder)
        # Another day of the same date.
        press(holder, F9, F9, F3)
    press(holder, F12)
    assert "终端 T01（第 1 个账日）" in holder.sheet.list.item(0).text()  # type: ignore[union-attr]
