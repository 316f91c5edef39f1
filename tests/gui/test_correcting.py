"""更正 with one key: what is possible on the day and after it, and why the rest is not; who does not join."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.desk.collect import collect
from app.domain.payment import Tender
from app.gui import text
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, alt, focus, press, shift, write
from tests.gui.places import Place
from tests.gui.records import next_day, records

F2, F9, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 9, 11))


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def offered(window: Window) -> dict[str, str]:
    """Each kind of correction, and "可以" or "现在不能"."""
    assert window.sheet is not None
    found = window.sheet.list  # type: ignore[attr-defined]
    lines = [found.item(n).data(Qt.ItemDataRole.UserRole) for n in range(found.count())]
    return {line.head: line.end for line in lines}


def pay(window: Window, handle: str) -> None:
    assert window.session is not None
    collect(window.session.desk, [handle], Tender(method="cash", cash_fen=38_000))
    window.session.refresh()


@pytest.fixture
def before(window: Window) -> Window:
    """王小明 (r3) paid on a day that is closed; another day is open."""
    pay(window, "r3")
    next_day(window, 58_000)
    write(window, "wxm")
    return window


def test_on_the_day_a_payment_is_voided(window: Window) -> None:
    pay(window, "r8")
    write(window, "zjx")
    press(window, F11)
    assert offered(window) == {"作废": "可以", "红冲": "现在不能", "退费申请": "现在不能", "申请核对": "可以"}
    press(window, DOWN, ENTER)
    assert window.sheet is not None
    assert "不用红冲，直接作废" in window.sheet.complaint.text()
    press(window, Qt.Key.Key_Up, ENTER)
    write(window, "人选错了")
    press(window, ENTER)
    assert [body["reason"] for body in records(window, "payment_voided")] == ["人选错了"]
    assert counter(window).view.person.caption.text() == "本人应缴"


def test_nobody_elses_receipt_is_offered_for_somebody_without_one(window: Window) -> None:
    """Right after a void, say: the first of the day's receipts is another's."""
    pay(window, "r8")
    write(window, "wjg")
    press(window, F11)
    assert offered(window)["作废"] == "现在不能"
    press(window, *[Qt.Key.Key_Up] * 3, ENTER)
    assert type(window.sheet).__name__ == "CorrectSheet"
    assert "王建国 没有可作废的凭据" in window.sheet.complaint.text()


def test_with_nobody_shown_any_receipt_of_the_day_can_be_voided(window: Window) -> None:
    pay(window, "r8")
    press(window, F11)
    assert offered(window)["作废"] == "可以"
    press(window, ENTER, ENTER)
    write(window, "重复")
    press(window, ENTER)
    assert len(records(window, "payment_voided")) == 1


def test_a_paid_person_shows_the_three_dates_and_the_benefit(before: Window) -> None:
    said = counter(before).view.person.more.text()
    assert "收款 2023-11-15　解缴 还没有　到账 还没有" in said
    assert "待遇 2024-01-01 至 2024-12-31" in said


def test_what_is_not_needed_is_said_before_it_is_carried(before: Window) -> None:
    press(before, F11, ENTER)
    write(before, "认错了人")
    press(before, ENTER)
    write(before, "zqy")
    press(before, ENTER)
    assert before.sheet is not None
    assert "应缴 0 元" in (chosen := before.sheet.chosen.text())  # type: ignore[attr-defined]
    assert "余下 380 元自动向县里申请退费" in chosen


def test_the_wrong_namesake_is_reversed_in_favour_of_the_right_one(before: Window, place: Place) -> None:
    press(before, F11)
    assert offered(before) == {"作废": "现在不能", "红冲": "可以", "退费申请": "可以", "申请核对": "可以"}
    press(before, ENTER)
    write(before, "同名认错了人")
    press(before, ENTER)
    write(before, "wxm")
    press(before, ENTER)
    assert before.sheet is not None
    chosen = before.sheet.chosen.text()  # type: ignore[attr-defined]
    for told in ("王小明，男", "户主 王小明", "东村一组", "1975年11月11日生", "应缴 380 元"):
        assert told in chosen
    assert "退费" not in chosen
    press(before, ENTER)
    assert before.sheet is None
    (reversal,) = records(before, "payment_reversed")
    assert reversal["reason"] == "同名认错了人"
    last = records(before, "payment")[-1]
    assert (last["method"], last["resident"]["birth_date"]) == ("carried", "1975-11-11")
    assert records(before, "refund_requested") == []
    assert "已转给 王小明" in before.strip.text
    assert f"新凭据 {text.receipt(last['receipt'])}" in before.strip.text
    # Whoever it was taken back from is unpaid in the list, too, and does not pay by the next Enter.
    assert counter(before).view.found.hits[0].status == "unpaid" and counter(before).view.people.ticked == []
    assert before.session is not None
    assert before.session.state.unprinted == 0
    files = [file.name for file in (place.folder / "凭据").iterdir()]
    assert f"{reversal['receipt']}-红冲.pdf" in files


def test_without_anybody_to_carry_it_to_the_county_is_asked(before: Window) -> None:
    press(before, F11, ENTER)
    write(before, "户口已迁走")
    press(before, ENTER, ENTER)
    assert before.sheet is not None
    assert before.sheet.accept_button.word == "红冲，报县里退费"  # type: ignore[attr-defined]
    assert records(before, "payment_reversed") == []
    press(before, ENTER)
    assert len(records(before, "payment_reversed")) == 1
    (request,) = records(before, "refund_requested")
    assert (request["reason"], request["amount_fen"]) == ("错误缴费", 38_000)
    assert "已自动申请退费" in before.strip.text


def test_a_refund_is_requested_with_day_and_evidence_and_withdrawn(before: Window) -> None:
    press(before, F11, DOWN, ENTER, DOWN, ENTER)
    write(before, "20231114")
    press(before, ENTER, ENTER, ENTER)
    assert before.sheet is not None
    assert "没有写依据" in before.sheet.complaint.text()
    write(before, "死亡证明 0012")
    press(before, ENTER, ENTER)
    (request,) = records(before, "refund_requested")
    assert (request["reason"], request["on"], request["decision"]) == ("自然减员", "2023-11-14", "refund")
    assert "退费申请在办：自然减员" in counter(before).view.person.more.text()
    press(before, F11)
    assert offered(before)["红冲"] == "现在不能"
    press(before, ENTER)
    write(before, "居民不退了")
    press(before, ENTER)
    assert [body["reason"] for body in records(before, "refund_withdrawn")] == ["居民不退了"]
    assert "退费申请" not in counter(before).view.person.more.text()


def test_what_the_notice_refuses_is_refused_with_its_clause(before: Window) -> None:
    press(before, F11, DOWN, ENTER, DOWN, DOWN, DOWN, ENTER)
    write(before, "本人要求")
    press(before, ENTER, ENTER)
    assert before.sheet is not None
    assert "不退费（三(一)）" in before.sheet.complaint.text()
    assert records(before, "refund_requested") == []


def test_a_reason_of_ones_own_is_the_countys_to_decide(before: Window) -> None:
    press(before, F11, DOWN, ENTER, *[DOWN] * 4, ENTER)
    write(before, "单位已给缴职工医保")
    press(before, ENTER)
    write(before, "参保证明")
    press(before, ENTER, ENTER)
    (request,) = records(before, "refund_requested")
    assert (request["reason"], request["decision"]) == ("单位已给缴职工医保", "refer")
    assert "由县里定" in before.strip.text


def test_the_county_is_asked_about_a_category_recognised_later(before: Window) -> None:
    press(before, F11, DOWN, DOWN, ENTER, ENTER, DOWN, ENTER)
    write(before, "低保证，2024-01-15 认定")
    press(before, ENTER)
    assert before.sheet is None
    (task,) = records(before, "task_given")
    assert task["kind"] == "category_later"
    assert task["category"]
    assert task["receipt"]
    assert "已提请县里核对 王小明" in before.strip.text


def test_other_questions_name_no_category(before: Window) -> None:
    press(before, F11, DOWN, DOWN, ENTER, DOWN, DOWN, ENTER)
    write(before, "身份证号有一位不对")
    press(before, ENTER)
    (task,) = records(before, "task_given")
    assert (task["kind"], task["category"]) == ("person_data", None)


def test_why_somebody_does_not_join(window: Window) -> None:
    write(window, "zjx")
    shift(window, F9)
    press(window, DOWN, ENTER)
    write(window, "在苏州上班")
    press(window, ENTER)
    (body,) = records(window, "joining_declined")
    assert (body["reason"], body["note"]) == ("elsewhere", "在苏州上班")
    assert "登记过不参保：在外地参保，在苏州上班" in counter(window).view.person.more.text()
    search = counter(window).view.search
    assert focus() is search and search.selectedText() == "zjx", "the next name is typed over this one"
    # Not ticked any more; whoever comes all the same is ticked by hand.
    press(window, ENTER, ENTER)
    assert window.sheet is None
    press(window, SPACE, ENTER, ENTER)
    assert len(records(window, "payment")) == 1


def test_a_key_of_the_window_types_nothing_into_a_sheet(window: Window) -> None:
    write(window, "zjx")
    shift(window, F9)
    press(window, DOWN, ENTER)
    note = focus()
    alt(window, Qt.Key.Key_X)
    assert isinstance(note, QLineEdit) and focus() is note and note.text() == ""
    write(window, "x")
    assert note.text() == "x"


def test_who_paid_is_not_asked_why_not(window: Window) -> None:
    pay(window, "r8")
    write(window, "zjx")
    shift(window, F9)
    assert window.sheet is None
    assert "已经缴过费" in window.strip.text


def test_esc_changes_nothing(before: Window) -> None:
    press(before, F11, ENTER)
    write(before, "同名认错了人")
    press(before, ESC)
    assert before.sheet is None
    assert records(before, "payment_reversed") == []
