"""Cash that is not the ordinary case: somebody else brings it, a paper from a round, more than the limit allows."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from app.desk import clock as clocks
from app.desk.collect import collect
from app.domain.payment import Tender
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from app.store import database
from tests.gui.conftest import Opened
from tests.gui.hands import ENTER, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place, made_point
from tests.gui.records import OTHER, OTHERS, records, signed_in, with_colleague

F3, F7, F8, F9 = (getattr(Qt.Key, f"Key_F{n}") for n in (3, 7, 8, 9))
AUTUMN = datetime(2022, 10, 10, 9, 30, tzinfo=clocks.CHINA)


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def test_somebody_else_brings_the_money(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, F7)
    for words in ("王大军", "村干部垫付", "13956300000"):
        write(window, words)
        press(window, ENTER)
    assert window.sheet is None
    (payment,) = records(window, "payment")
    assert payment["payer"] == {"name": "王大军", "relation": "村干部垫付", "phone": "13956300000"}
    write(window, "zjx")
    assert "缴款人 王大军（村干部垫付）" in counter(window).view.person.more.text()


def test_a_payer_without_a_name_takes_nothing(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, F7, ENTER, ENTER, ENTER)
    assert window.sheet is not None
    assert "没有写缴款人姓名" in window.sheet.complaint.text()
    press(window, F7, ENTER)
    assert window.sheet is None
    (payment,) = records(window, "payment")
    assert "payer" not in payment


def test_a_paper_from_a_round_is_entered_with_a_second_person(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, F8)
    write(window, "0012345")
    press(window, ENTER)
    write(window, "20231110")
    press(window, ENTER)
    press(window, ENTER)
    assert window.sheet is not None
    assert "没有写第二个人" in window.sheet.complaint.text()
    write(window, "刘组长")
    press(window, ENTER)
    assert window.sheet is None
    (payment,) = records(window, "payment")
    assert payment["late"] == {"paper": "0012345", "paper_on": "2023-11-10"}
    assert (payment["second"], payment["paid_on"]) == ("刘组长", "2023-11-10")
    assert records(window, "receipt_printed") == []
    assert "▲" not in window.state_bar.unprinted.text()
    write(window, "zjx")
    press(window, ENTER)
    assert "补录（现金）" in counter(window).view.person.reason.text()


def test_a_date_nobody_can_read_is_said_before_anything_is_taken(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, F8)
    write(window, "0012345")
    press(window, ENTER)
    write(window, "20231140")
    press(window, ENTER)
    write(window, "刘组长")
    press(window, ENTER)
    assert window.sheet is not None
    assert window.sheet.complaint.text()
    assert records(window, "payment") == []


def test_a_namesake_is_told_apart_in_the_sentence_read_aloud(window: Window) -> None:
    """王小明 stands twice in the roster; whoever is found by another way is warned about all the same."""
    write(window, "0001")
    press(window, ENTER)
    view = counter(window).view
    assert "王小明（男，1988年1月20日生，户主王建国，东村一组）" in view.aloud.text()
    press(window, ENTER)
    assert window.sheet is not None
    assert window.sheet.same.isVisible()  # type: ignore[attr-defined]
    press(window, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    write(window, "zjx")
    press(window, ENTER, ENTER)
    assert window.sheet is not None
    assert not window.sheet.same.isVisible()  # type: ignore[attr-defined]


def over(folder: Path) -> Place:
    """随县 七(四) remits on the day itself: a day after there is cash over the limit."""
    place = made_point(folder, pack="suixian-2023", moment=AUTUMN)
    desk = place.open()
    collect(desk, ["r1"], Tender(method="cash", cash_fen=50_000))
    database.close(desk.db)
    return replace(place, moment=AUTUMN + timedelta(days=1))


def test_over_the_limit_a_second_person_lets_the_family_finish(tmp_path: Path, opened: Opened) -> None:
    window = opened(over(tmp_path))
    assert "解缴" in window.state_bar.cash.text()
    write(window, "zjx")
    press(window, ENTER)
    assert "收现金要第二个人确认" in counter(window).view.limit.text()
    press(window, ENTER, ENTER, ENTER)
    assert window.sheet is not None
    assert "没有写第二个人" in window.sheet.complaint.text()
    write(window, "刘组长")
    press(window, ENTER)
    assert window.sheet is None
    last = records(window, "payment")[-1]
    assert last["second"] == "刘组长"
    assert "2022-10-10 收的现金要当天解缴" in last["over"]


def test_with_a_colleague_it_is_his_passphrase(tmp_path: Path, qapp: object) -> None:
    window = signed_in(with_colleague(over(tmp_path)), CLERK, PASSPHRASE)
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    write(window, "猜的")
    press(window, ENTER)
    assert window.sheet is not None
    assert f"{OTHER} 的口令不对" in window.sheet.complaint.text()
    write(window, OTHERS)
    press(window, ENTER)
    assert window.sheet is None
    assert records(window, "payment")[-1]["second"] == OTHER
    window.close()


def test_before_the_count_the_limit_tells_nothing(tmp_path: Path, opened: Opened) -> None:
    window = opened(over(tmp_path))
    press(window, F3)
    assert "350" not in window.state_bar.cash.text()
    assert window.state_bar.cash.text() == "▲ 现金已过解缴期限 2022-10-10"
