"""What is told at the counter by keyboard: another kind of case, its day, years; and what if, which keeps nothing."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from app.desk.receipts import of_day
from app.gui.dialogs.record import RecordSheet
from app.gui.dialogs.situation import SituationSheet
from app.gui.dialogs.steps import StepsSheet
from app.gui.dialogs.what_if import ROWS, SUM, WhatIfSheet
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from app.store import journal
from tests.gui.conftest import Opened, Points
from tests.gui.hands import DOWN, ENTER, ESC, alt, focus, press, write
from tests.gui.places import HEADER, SPRING, Place, line, made_point, number

F7, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (7, 12))
ALT_0, ALT_1, ALT_2, ALT_3, ALT_9 = (getattr(Qt.Key, f"Key_{n}") for n in (0, 1, 2, 3, 9))

BORN = (
    line("周新芽", "20240215", 64, "0012", "周建军", "女儿"),
    line("周建军", "20010305", 75, "0012", "周建军", "户主"),
)
KNOWN_HEADER = f"{HEADER},取消日期,乡镇,上年缴费金额,上年人员类别"


def known_row(name: str, birth: str, order: int, kinds: str, since: str, rest: str) -> str:
    """One row with everything a list may say; `rest`: last year, removed on, town, last year's sum and category."""
    who = f"{name},{number(birth, order)},0011,周桂兰,家人,东村三组,139563{order:05d}"
    return f"{who},{kinds},{since},{rest}"


KNOWN = (
    known_row(
        "周桂兰", "19580412", 62, "低保对象、一般重度残疾人", "2021-06-01、2019-03-01", "参保,,建平镇,30,低保对象"
    ),
    known_row("周大山", "19560101", 65, "脱贫不稳定人口", "2019-03-01", "参保,2023-05-31,建平镇,,"),
    known_row("周小宝", "20110520", 63, "孤儿", "2022-01-01", "参保,,建平镇,,"),
)


@pytest.fixture(scope="session")
def late_point(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return made_point(tmp_path_factory.mktemp("late"), rows=BORN, moment=SPRING)


@pytest.fixture(scope="session")
def known_point(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return made_point(tmp_path_factory.mktemp("known"), rows=KNOWN, header=KNOWN_HEADER)


@pytest.fixture
def late(late_point: Place, tmp_path: Path, opened: Opened) -> Window:
    """郎溪 in April of the year of cover: the season is over."""
    return opened(late_point.again_in(tmp_path / "late"))


@pytest.fixture
def known(known_point: Place, tmp_path: Path, opened: Opened) -> Window:
    """People with dated categories and a last year."""
    return opened(known_point.again_in(tmp_path / "known"))


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def head(window: Window) -> object:
    assert window.session is not None
    return journal.head(window.session.desk.db, window.session.desk.journal)


def badge(window: Window) -> str:
    found = counter(window).view.found
    return str(found.data(found.index(0))).rpartition("，")[2]


def payment(window: Window) -> dict[str, object]:
    """The one payment of the journal."""
    assert window.session is not None
    desk = window.session.desk
    kept = [json.loads(entry) for _, entry, _ in journal.lines(desk.db, desk.journal)]
    (body,) = (entry["body"] for entry in kept if entry["kind"] == "payment")
    return body  # type: ignore[no-any-return]


def lines(window: Window) -> list[str]:
    """What the open sheet's list says."""
    assert isinstance(window.sheet, StepsSheet | RecordSheet | SituationSheet)
    return [window.sheet.list.item(row).text() for row in range(window.sheet.list.count())]


def choose(window: Window, kind: str) -> SituationSheet:
    """Alt+0, and the cursor on a kind of case."""
    alt(window, ALT_0)
    sheet = window.sheet
    assert isinstance(sheet, SituationSheet)
    here = sheet.list.currentRow()
    press(window, *[DOWN] * (lines(window).index(kind) - here))
    return sheet


# -- another kind of case


def test_a_veteran_is_paid_for_by_the_day_of_discharge(late: Window) -> None:
    write(late, "zjj")
    press(late, ENTER)
    assert badge(late) == "待核定"
    sheet = choose(late, "退役军人")
    assert "退出现役证" in sheet.paper.text()
    press(late, ENTER)
    write(late, "20240301")
    assert "可以收款" in sheet.answer.text()
    press(late, ENTER)
    assert late.sheet is None
    page = counter(late)
    assert page.view.total.text() == "合计 380 元"
    assert "退出现役的日期 2024-03-01" in page.view.person.answers.said.text()  # type: ignore[union-attr]
    press(late, ENTER, ENTER)
    facts = payment(late)["facts"]
    assert isinstance(facts, dict)
    assert (facts["enrolment"], facts["event_date"]) == ("veteran", "2024-03-01")
    assert page.telling.declared == {}


def test_a_newborn_is_paid_for_by_the_birth_the_roster_knows(late: Window) -> None:
    write(late, "zxy")
    press(late, ENTER)
    choose(late, "新生儿")
    press(late, ENTER)
    assert late.sheet is None
    press(late, ENTER, ENTER)
    assert late.session is not None
    assert [(slip.name, slip.due_fen) for slip in of_day(late.session.desk)] == [("周新芽", 38_000)]
    assert payment(late)["benefit_start"] == "2024-02-15"


def test_the_badge_keeps_step_and_goes_back_with_what_was_told(late: Window) -> None:
    write(late, "zxy")
    press(late, ENTER)
    choose(late, "新生儿")
    press(late, ENTER)
    assert badge(late) == "未缴"
    alt(late, ALT_1)
    assert counter(late).shown.facts.enrolment == "ordinary"  # type: ignore[union-attr]
    assert badge(late) == "待核定"


def test_looking_at_somebody_else_forgets_what_was_told(late: Window) -> None:
    write(late, "z")
    press(late, ENTER)
    choose(late, "退役军人")
    press(late, ENTER)
    write(late, "20240301")
    press(late, ENTER)
    assert badge(late) == "未缴"
    press(late, ESC, DOWN)
    assert counter(late).telling.declared == {}
    assert badge(late) == "待核定"


@pytest.mark.parametrize(
    ("typed", "said"), [("2024-02-30", "在日历上不存在"), ("昨天", "不是能识别的日期"), ("", "请写日期")]
)
def test_a_day_that_is_none_is_refused_with_a_sentence(late: Window, typed: str, said: str) -> None:
    write(late, "zjj")
    press(late, ENTER)
    sheet = choose(late, "退役军人")
    press(late, ENTER)
    write(late, typed)
    press(late, ENTER)
    assert late.sheet is sheet
    assert said in sheet.complaint.text()
    assert focus() is sheet.day
    assert counter(late).telling.declared == {}


def test_a_day_still_to_come_is_not_paid_for(late: Window) -> None:
    write(late, "zjj")
    press(late, ENTER)
    choose(late, "退役军人")
    press(late, ENTER)
    write(late, "20240501")
    press(late, ENTER)
    page = counter(late)
    assert page.shown is not None
    assert page.shown.assessment.outcome == "refer"
    assert not page.cash.isEnabled()
    field = page.view.person.answers.field
    assert field is not None
    alt(late, ALT_1)
    assert focus() is field
    field.selectAll()
    write(late, "2024-02-30")
    press(late, ENTER)
    assert "在日历上不存在" in late.strip.text
    assert page.shown.assessment.outcome == "refer"
    write(late, "2024-02-28")
    press(late, ENTER)
    assert late.strip.text == ""
    assert page.shown.assessment.outcome == "collect"


def test_leaving_the_sheet_tells_nothing(late: Window) -> None:
    write(late, "zjj")
    press(late, ENTER)
    choose(late, "退役军人")
    press(late, ESC)
    assert counter(late).telling.declared == {}
    assert badge(late) == "待核定"


def test_only_kinds_that_can_be_are_offered(late: Window) -> None:
    write(late, "zjj")
    press(late, ENTER)
    alt(late, ALT_0)
    assert "新生儿" not in lines(late)
    assert lines(late)[:2] == ["一般情形", "外出务工"]


def test_in_the_season_nobody_is_asked_for_the_kind_of_case(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER)
    assert not counter(window).view.person.answers.isVisible()


# -- questions


def test_answers_can_be_taken_back(another: Points, opened: Opened) -> None:
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    press(window, ENTER)
    alt(window, ALT_2)
    answers = counter(window).view.person.answers
    assert [button.accessibleName() for button in answers.buttons] == [
        "是否已办参保登记：已登记", "是否已办参保登记：没有登记",
    ]  # fmt: skip
    alt(window, ALT_2)
    assert counter(window).shown.assessment.outcome == "register_first"  # type: ignore[union-attr]
    assert counter(window).view.person.advice.text().startswith("→ 登记：")
    alt(window, ALT_9)
    assert list(counter(window).telling.declared.values()) == [{}]
    assert len(counter(window).view.person.answers.buttons) == 3


def test_years_are_typed_as_numbers(tmp_path: Path, opened: Opened) -> None:
    """国办发〔2024〕38号: a broken cover is asked for by its last year, and what was repaid."""
    moment = SPRING.replace(year=2025)
    rows = (line("单桂花", "19700909", 82, "0004", "单桂花", "户主", last=""),)
    window = opened(made_point(tmp_path, pack="national-2025", rows=rows, moment=moment))
    write(window, "dgh")
    press(window, ENTER)
    alt(window, ALT_3)
    alt(window, ALT_1)
    write(window, "abc")
    press(window, ENTER)
    assert "四位年份" in window.strip.text
    write(window, "2019")
    press(window, ENTER)
    alt(window, ALT_1)
    write(window, "2")
    press(window, ENTER)
    (told,) = counter(window).telling.declared.values()
    assert told == {"last_year": "lapsed", "last_insured_year": 2019, "repaid_years": 2}
    alt(window, ALT_1)
    (told,) = counter(window).telling.declared.values()
    assert told == {"last_year": "insured"}


# -- what if


def test_what_if_answers_and_keeps_nothing(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER)
    before = head(window)
    press(window, F12)
    sheet = window.sheet
    assert isinstance(sheet, WhatIfSheet)
    assert "不会保存" in " ".join(label.text() for label in sheet.findChildren(type(sheet.complaint)))
    assert [cell.text() for cell in sheet.today] == [cell.text() for cell in sheet.supposed]
    write(window, "20240410")
    outcome, due = ROWS.index("结论"), ROWS.index(SUM)
    assert (sheet.supposed[outcome].text(), sheet.supposed[due].text()) == ("先问清，不收款", "待核定")
    assert sheet.today[due].text() == "380 元"
    press(window, ENTER)
    assert focus() is sheet.kind
    press(window, *[DOWN] * sheet.kind.findText("退役军人"))
    press(window, ENTER)
    write(window, "2024-03-01")
    assert (sheet.supposed[outcome].text(), sheet.supposed[due].text()) == ("可以收款", "380 元")
    assert sheet.supposed[ROWS.index("待遇")].text() == "2024-04-11 至 2024-12-31"
    press(window, ENTER)
    assert window.sheet is None
    page = counter(window)
    assert page.telling.declared == {}
    assert head(window) == before
    assert page.view.total.text() == "合计 380 元"
    assert badge(window) == "未缴"


def test_what_if_refuses_a_day_that_is_none(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, F12)
    sheet = window.sheet
    assert isinstance(sheet, WhatIfSheet)
    write(window, "2024")
    assert sheet.complaint.text() == ""
    write(window, "0230")
    assert "在日历上不存在" in sheet.complaint.text()
    assert {cell.text() for cell in sheet.supposed} == {"—"}


def test_who_paid_is_not_asked_again(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    write(window, "zjx")
    press(window, ENTER, F12)
    assert window.sheet is None
    assert "已经缴过费" in window.strip.text
    alt(window, ALT_0)
    assert window.sheet is None


# -- the reason and the record


def test_each_question_stands_once_in_the_reason(known: Window) -> None:
    write(known, "zxb")
    press(known, ENTER, F7)
    said = lines(known)
    assert len(said) == len(set(said))
    assert sum("按哪一档资助" in words for words in said) == 1
    assert sum("现在暂按：不收款，先报县级" in words for words in said) == 1
    press(known, ESC, F7)
    assert lines(known) == said


def test_a_fact_to_ask_for_stands_once_in_the_reason(another: Points, opened: Opened) -> None:
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    press(window, F7)
    assert sum("上年度是否参加了居民医保" in words for words in lines(window)) == 1
    assert any("上年的缴费凭据" in words for words in lines(window))


def test_a_losing_category_stands_in_the_reason_with_why(known: Window) -> None:
    write(known, "zgl")
    press(known, F7)
    assert any(words.startswith("一般重度残疾人：") and "就高不就低" in words for words in lines(known))


def test_a_click_on_the_reason_opens_it(window: Window) -> None:
    write(window, "zjx")
    QTest.mouseClick(counter(window).view.person.reason, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert isinstance(window.sheet, StepsSheet)


def test_the_record_tells_whose_word_a_category_is(known: Window) -> None:
    write(known, "zgl")
    press(known, ENTER)
    alt(known, Qt.Key.Key_Z)
    said = "\n".join(lines(known))
    assert "低保对象：2021-06-01 认定，没有取消\n县民政局认定，城乡医疗救助资金出资" in said
    assert "去年缴 30 元（低保对象），今年 38 元" in said
    assert "去年缴 30 元（低保对象）" in counter(known).view.person.home.text()
    press(known, ESC, DOWN)
    alt(known, Qt.Key.Key_Z)
    assert any("2019-03-01 认定，2023-05-31 取消" in words for words in lines(known))


# -- room and names


def test_the_counter_keeps_its_room_when_it_asks_advises_and_warns(another: Points, opened: Opened) -> None:
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    press(window, ENTER)
    alt(window, ALT_2)
    assert window.session is not None
    window.session.say("请写四位年份，例如 2021。" * 3, "caution")
    window.settle()
    answers, advice = counter(window).view.person.answers, counter(window).view.person.advice
    assert (answers.isVisible(), advice.isVisible(), window.strip.isVisible()) == (True, True, True)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 754
    assert (window.width(), window.height()) == (1366, 768)


def test_tab_goes_from_the_search_through_the_answers_to_the_family(late: Window) -> None:
    write(late, "zjj")
    stops = counter(late).view.person.answers.stops
    assert len(stops) == 3
    for stop in (*stops, counter(late).view.family):
        press(late, Qt.Key.Key_Tab)
        assert focus() is stop


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, F7, F12, ALT_0])
def test_every_control_of_a_sheet_has_a_name(late: Window, key: Qt.Key) -> None:
    write(late, "zjj")
    press(late, ENTER)
    alt(late, key) if key in (Qt.Key.Key_Z, ALT_0) else press(late, key)
    assert late.sheet is not None
    found = [w for kind in (QPushButton, QLineEdit, QComboBox) for w in late.sheet.findChildren(kind) if w.isVisible()]
    assert found
    assert [w for w in found if not w.accessibleName()] == []


def test_the_same_question_keeps_its_row(another: Points, opened: Opened) -> None:
    """To two people in turn: the same buttons, and the answer goes to whoever is shown."""
    window = opened(another("xingguo-2024", True))
    view = window.page("counter").view
    write(window, "dgh")
    before = list(view.person.answers.buttons)
    assert before
    press(window, ESC)
    write(window, "d")
    write(window, "gh")
    assert view.person.answers.buttons == before and view.person.answers.isVisible()
    alt(window, Qt.Key.Key_1)
    found = window.page("counter").shown
    assert found is not None and window.page("counter").telling.of(found)


def test_the_guide_asks_for_the_kind_of_case_before_it_sends_anybody_away(late: Window) -> None:
    write(late, "zjj")
    press(late, ENTER)
    assert late.first_day is not None and "先问清“当面问”的事" in late.first_day.guide.words.text()
