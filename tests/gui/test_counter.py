"""The counter by keyboard alone: a family pays, a card is used, a question is answered, a mistake is undone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desk.receipts import of_day
from app.gui.dialogs.cash import CashSheet
from app.gui.pages.counter import CounterPage
from app.gui.parts.counter_view import PAID, PAYING
from app.gui.window import Window
from tests.gui.conftest import Opened, Points
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, alt, focus, press, shift, write
from tests.gui.places import MOMENT, Place, line, made_point, number

F2, F3, F6, F7, F8, F9, F10, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 6, 7, 8, 9, 10, 11))


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def paid(window: Window) -> list[tuple[str, int, bool]]:
    """Name, sum and whether void, of each receipt of the day, in order."""
    assert window.session is not None
    return [(s.name, s.due_fen, s.void) for s in reversed(of_day(window.session.desk))]


def test_a_family_pays_cash_in_eight_keys(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, ENTER)
    write(window, "1200")
    assert window.sheet is not None
    press(window, ENTER)
    assert paid(window) == [
        ("王建国", 38000, False),
        ("李秀英", 38000, False),
        ("王小明", 38000, False),
        ("王䶮", 3800, False),
    ]
    assert "1178 元" in counter(window).view.taken.title.text()
    assert counter(window).view.taken.change.text() == "22.00"
    assert focus() is counter(window).view.search


def test_receipts_are_printed_by_themselves(window: Window, place: Place) -> None:
    write(window, "zqy")
    press(window, ENTER, ENTER, ENTER)
    assert paid(window) == [("曾庆有", 0, False)]
    files = sorted(f.name for f in (place.folder / "凭据").iterdir())
    assert files == ["3418211002012410900001.pdf"]
    assert window.session is not None
    assert window.session.state.unprinted == 0


def test_somebody_is_left_out_with_the_space_bar(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, DOWN, SPACE)
    assert counter(window).view.total.text() == "合计 798 元"
    press(window, ENTER, ENTER)
    assert [name for name, _, _ in paid(window)] == ["王建国", "王小明", "王䶮"]


def test_too_little_cash_takes_nothing(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, ENTER)
    write(window, "1000")
    press(window, ENTER)
    assert window.sheet is not None
    assert "还差 178 元" in window.sheet.change.text()  # type: ignore[attr-defined]
    press(window, ESC)
    assert paid(window) == []


def test_a_card_needs_terminal_and_reference(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, F8)
    write(window, "T01")
    press(window, ENTER)
    write(window, "123456789012")
    press(window, ENTER)
    assert paid(window) == [("赵𠮷祥", 38000, False)]
    assert window.session is not None
    assert window.session.state.cash_held_fen == 0


def test_a_card_number_is_refused_inside_the_sheet(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, F8)
    write(window, "T01")
    press(window, ENTER)
    write(window, "4111111111111111")
    press(window, ENTER)
    assert window.sheet is not None
    assert paid(window) == []


def test_one_name_two_people(window: Window) -> None:
    write(window, "wxm")
    view = counter(window).view
    assert len(view.found.hits) == 2
    assert view.person.same.isVisible()
    assert "同名 2 人" in view.person.same.text()
    press(window, DOWN, ENTER)
    assert counter(window).shown is not None
    assert len(view.people.people) == 1


def test_a_scan_finds_one_person_by_the_full_number(window: Window) -> None:
    write(window, number("19751111", 55))
    assert [hit.name for hit in counter(window).view.found.hits] == ["王小明"]


def test_nobody_found_says_what_to_try(window: Window) -> None:
    write(window, "qqq")
    assert "没有找到“qqq”" in counter(window).view.note.text()


def test_typing_in_the_family_goes_to_the_search_box(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    write(window, "zqy")
    assert counter(window).view.search.text() == "zqy"
    assert focus() is counter(window).view.search


def test_who_paid_is_shown_and_not_taken_again(window: Window) -> None:
    write(window, "zqy")
    press(window, ENTER, ENTER, ENTER)
    write(window, "zqy")
    view = counter(window).view
    assert (view.person.due.text(), view.person.caption.text()) == ("✓ 已缴", "免缴已确认，不再收")
    assert "李会计" in view.person.reason.text()
    assert not counter(window).cash.isEnabled()
    press(window, ENTER, ENTER)
    assert window.sheet is None


def test_void_gives_the_money_back_and_pays_again(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    write(window, "zjx")
    press(window, F11, ENTER)
    write(window, "人选错了")
    press(window, ENTER)
    assert paid(window) == [("赵𠮷祥", 38000, True)]
    assert "退还现金 380 元" in window.strip.text
    # Whose money was just given back does not pay by the next two Enters.
    press(window, ENTER, ENTER, ENTER)
    assert window.sheet is None and paid(window) == [("赵𠮷祥", 38000, True)]
    press(window, SPACE, ENTER, ENTER)
    assert paid(window)[-1] == ("赵𠮷祥", 38000, False)


def test_after_a_void_it_is_the_same_family_that_is_shown_and_nobody_of_it_is_ticked(window: Window) -> None:
    view = counter(window).view
    write(window, "wxm")
    press(window, DOWN, ENTER, ENTER, ENTER)
    assert [(name, void) for name, _, void in paid(window)] == [("王小明", False)]
    write(window, "wxm")
    press(window, DOWN)
    first, second = (view.found.hits[place].resident for place in (0, 1))
    shown = counter(window).shown
    assert shown is not None and shown.handle == second != first
    press(window, F11, ENTER)
    write(window, "人选错了")
    press(window, ENTER)
    shown = counter(window).shown
    assert shown is not None and shown.handle == second and shown.paid is None
    assert view.hits.currentIndex().row() == 1 and view.found.hits[1].status == "unpaid"
    assert view.people.ticked == [] and not counter(window).cash.isEnabled()


def test_who_was_looked_up_and_has_paid_is_named_before_others_pay(window: Window) -> None:
    write(window, "lxy")
    press(window, ENTER)
    shift(window, SPACE)
    press(window, ENTER, ENTER)
    assert [name for name, _, _ in paid(window)] == ["李秀英"]
    write(window, "lxy")
    press(window, ENTER, F9)
    sheet = window.sheet
    assert isinstance(sheet, CashSheet)
    assert sheet.left_out.text() == "▲ 李秀英 已经缴过费，这次收的是家里别的人。"


def test_a_figure_too_many_is_asked_about_once(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER)
    write(window, "3800")
    press(window, ENTER)
    sheet = window.sheet
    assert isinstance(sheet, CashSheet)
    assert "是不是多输了一位" in sheet.complaint.text() and paid(window) == []
    press(window, ENTER)
    assert paid(window) == [("赵𠮷祥", 38000, False)]


def test_what_cannot_be_read_as_a_sum_says_so(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER)
    write(window, "38o")
    press(window, ENTER)
    assert window.sheet is not None
    assert "没有看懂" in window.sheet.complaint.text() and paid(window) == []


def test_esc_first_takes_the_sentence_away_and_then_leaves_the_family(window: Window) -> None:
    write(window, "zqy")
    press(window, ENTER, ENTER, ENTER)
    write(window, "zqy")
    press(window, ENTER, SPACE)
    assert "没有勾选" in window.strip.text
    press(window, ESC)
    assert window.strip.text == "" and focus() is counter(window).view.family
    press(window, ESC)
    assert focus() is counter(window).view.search


def test_a_void_without_reason_changes_nothing(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, F11, ENTER, ENTER, ENTER)
    assert window.sheet is not None
    assert "请写明原因" in window.sheet.complaint.text()
    assert paid(window) == [("赵𠮷祥", 38000, False)]


def test_a_reprint_is_marked(window: Window, place: Place) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, F10, ENTER)
    names = sorted(f.name for f in (place.folder / "凭据").iterdir())
    assert names == ["3418211002012410000001-补打1.pdf", "3418211002012410000001.pdf"]


def test_a_print_that_fails_is_a_receipt_to_reprint(window: Window, place: Place) -> None:
    (place.folder / "凭据").write_text("a file stands where the folder should be")
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    assert paid(window) == [("赵𠮷祥", 38000, False)]
    assert "▲ 未打印 1 张" in window.state_bar.unprinted.text()
    (place.folder / "凭据").unlink()
    press(window, F6, ENTER)
    assert "未打印 0 张" in window.state_bar.unprinted.text()


def test_the_reason_is_explained_step_by_step(window: Window) -> None:
    write(window, "wy")
    press(window, F7)
    assert window.sheet is not None
    assert any("低保对象" in window.sheet.list.item(n).text() for n in range(window.sheet.list.count()))  # type: ignore[attr-defined]
    press(window, ESC)
    assert focus() is counter(window).view.search


def test_no_payment_before_the_day_is_open(another: Points, opened: Opened) -> None:
    window = opened(another("langxi-2024", False))
    assert window.current == "day"
    press(window, F2)
    write(window, "wjg")
    press(window, ENTER, ENTER)
    assert window.sheet is None
    assert "还没有开账" in counter(window).view.aloud.text()
    press(window, F3)
    write(window, "200")
    press(window, ENTER)
    assert window.current == "counter"
    assert "已开账" in window.strip.text


def test_a_question_is_answered_with_one_key(another: Points, opened: Opened) -> None:
    """兴国 四: who was not insured last year registers first; nobody told whether 单桂花 was."""
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    view = counter(window).view
    assert [b.accessibleName() for b in view.person.answers.buttons][:3] == [
        "上年是否参保：参加了", "上年是否参保：从未参加", "上年是否参保：中断",
    ]  # fmt: skip
    press(window, ENTER)
    alt(window, Qt.Key.Key_1)
    found = counter(window).shown
    assert found is not None
    assert found.assessment.outcome == "collect"
    assert view.total.text() == "合计 380 元"


def test_a_list_that_is_not_whole_says_so(tmp_path: Path, opened: Opened) -> None:
    many = [
        line(f"王{name}", "19700101", 2 * n + 1, f"{n:04d}", "王某", "户主")
        for n, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    ]
    window = opened(made_point(tmp_path, rows=tuple(many)))
    write(window, "w")
    hint = counter(window).view.hint
    assert "还有很多人" in hint.text()
    write(window, "j")
    assert "还有很多人" not in hint.text()


@pytest.mark.parametrize(
    ("days", "words"), [(0, "名册今天导入"), (30, "名册 30 天前导入"), (31, "▲ 名册 31 天没有更新")]
)
def test_an_old_roster_is_told(place: Place, opened: Opened, days: int, words: str) -> None:
    window = opened(replace(place, moment=MOMENT + timedelta(days=days)))
    assert words in window.state_bar.roster.text()


def test_a_draft_notice_is_told_on_every_page(another: Points, opened: Opened) -> None:
    window = opened(another("xingguo-2024", True))
    assert "征求意见稿" in window.header.band.text()
    assert "征求意见稿" not in opened(another("langxi-2024", True)).header.band.text()


def test_after_the_close_the_counter_says_that_today_was_closed(window: Window) -> None:
    press(window, F3, F9, F9)
    write(window, "抽屉空着")
    press(window, F10, F2)
    assert window.session is not None and window.session.state.day is None
    write(window, "zjx")
    assert "今天的账已经日结" in counter(window).view.aloud.text()


def test_whoever_is_not_ticked_beforehand_is_told_why(opened: Opened, tmp_path: Path) -> None:
    window = opened(
        made_point(tmp_path, rows=(line("王晶", "19800101", 12, "0009", "王晶", "户主", category="低保边缘家庭"),))
    )
    write(window, "wj")
    found = counter(window).shown
    assert found is not None and counter(window).view.people.ticked == []
    assert counter(window).view.person.more.text().startswith("▲ 有一处还没有定论，没有替您勾上")


def test_the_keys_named_are_those_that_do_something(window: Window) -> None:
    write(window, "zjx")
    assert counter(window).view.keys.text() == PAYING
    press(window, ENTER, ENTER, ENTER)
    write(window, "zjx")
    assert counter(window).view.keys.text() == PAID
