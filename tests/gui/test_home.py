"""Home by keyboard: the day at a glance, what waits, how far the groups are, and from a household to the counter."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from app.desk.collect import collect
from app.desk.day import count_day
from app.desk.home import Bar
from app.domain.payment import Tender
from app.gui import style
from app.gui.pages.home import MAKING, HomePage
from app.gui.pages.reports import PAUSE_MS
from app.gui.parts import bars
from app.gui.parts.home_day import NO_DAY, NOT_COUNTED
from app.gui.parts.home_left import NO_ROSTER, NO_TASK
from app.gui.window import Window
from app.store import database, roster
from tests.gui.conftest import Opened, Points
from tests.gui.hands import DOWN, ENTER, alt, focus, press
from tests.gui.places import Place

F3, F7 = Qt.Key.Key_F3, Qt.Key.Key_F7
CASH = Tender(method="cash", cash_fen=38_000)


@pytest.fixture
def page(window: Window) -> HomePage:
    """The page, on a day on which 王建国 paid 380 yuan in cash and 李秀英 380 by card."""
    assert window.session is not None
    desk = window.session.desk
    collect(desk, ["r1"], CASH)
    collect(desk, ["r2"], Tender(method="pos", terminal="T0001", reference="000000000001"))
    alt(window, Qt.Key.Key_S)
    assert window.current == "home"
    found: HomePage = window.page("home")
    return found


def test_the_day_by_method(page: HomePage) -> None:
    shown = [(m.name.text(), m.sum.text(), m.people.text()) for m in page.day.methods if not m.name.isHidden()]
    assert shown == [("现金", "380 元", "1 人"), ("刷卡", "380 元", "1 人"), ("免缴确认", "0 人", "")]
    assert page.day.words.text() == "缴费 2 人　有效凭据 2 张　作废 0 张"
    assert page.day.state.text() == "账日开着"


def test_the_cash_is_told_as_the_state_bar_tells_it(window: Window, page: HomePage) -> None:
    again(window)
    assert page.drawer.held.text() == "380 元"
    assert page.drawer.more.text() == "备用金 200 元不算在内"
    assert "现金在手 380 元" in window.state_bar.cash.text()
    # Where it is counted nobody is told.
    press(window, F3)
    assert "380" not in window.state_bar.cash.text()


def test_the_match_comes_with_the_count_and_goes_with_the_next_payment(window: Window, page: HomePage) -> None:
    assert window.session is not None
    assert page.drawer.verdict.text() == NOT_COUNTED
    assert page.drawer.figures.isHidden()
    count_day(window.session.desk, 53_000)
    again(window)
    assert page.drawer.verdict.text() == "▲ 有不相符的地方"
    assert page.drawer.figures.text() == "2 人　2 张　2 条　短款 50 元"
    assert page.drawer.rows.text() == "款项比凭据少 50 元"
    count_day(window.session.desk, 58_000)
    again(window)
    assert page.drawer.verdict.text() == "✓ 四相符"
    assert page.drawer.rows.isHidden()
    collect(window.session.desk, ["r3"], CASH)
    again(window)
    assert page.drawer.verdict.text() == NOT_COUNTED


def again(window: Window) -> None:
    """Something changed."""
    assert window.session is not None
    window.session.refresh()
    window.settle()


def test_what_waits_with_its_key(page: HomePage) -> None:
    assert page.waiting.texts == [
        "▲ 没打印的凭据 2 张 F6",
        "▲ 没登记的刷卡结算单 1 张 F3",
        "✓ 日结的现金都解缴了",
        "✓ 解缴的都到账了",
        "▲ 没导出的缴费 2 笔 F4",
        "✓ 导出的县里都收到了",
    ]


def test_tab_reaches_what_is_only_told_and_it_is_read_out(window: Window, page: HomePage) -> None:
    met = []
    for _ in range(5):
        QTest.keyClick(focus(), Qt.Key.Key_Backtab)
        met.append(focus())
    # Up the page, as far as large text has scrolled down.
    assert [part for part in met if part in (page.progress.groups, page.waiting, page.drawer, page.day)] == [
        page.progress.groups,
        page.waiting,
        page.drawer,
        page.day,
    ]
    said = ("现金在手", "380 元", "备用金 200 元不算在内", "四相符核对", NOT_COUNTED)
    assert page.drawer.accessibleDescription() == "；".join(said)
    assert "没打印的凭据 2 张；F6" in page.waiting.accessibleDescription()


def test_bars_say_their_figures(page: HomePage) -> None:
    assert page.progress.groups.texts == ["东村一组，已缴 2 人，共 8 人，25.0%"]
    assert page.progress.whole.accessibleName() == "合计，已缴 2 人，共 8 人，25.0%"
    assert page.progress.note.text() == NO_TASK


def test_enter_on_a_household_goes_to_the_counter_with_it(window: Window, page: HomePage) -> None:
    assert focus() is page.left.homes
    assert page.left.title.text() == "还没缴的 5 户 6 人"
    assert page.left.homes.texts[:2] == [
        ("东村一组", "0001", "王建国", "2 人", "418 元", ""),
        ("东村一组", "0002", "王小明", "1 人", "380 元", ""),
    ]
    press(window, DOWN, ENTER)
    assert window.current == "counter"
    counter = window.page("counter")
    assert counter.shown is not None
    assert (counter.shown.resident.household, counter.shown.resident.name) == ("0002", "王小明")
    assert focus() is counter.view.search
    # Back home and on to the first household: the cursor is on somebody who is still to pay.
    alt(window, Qt.Key.Key_S)
    assert page.left.homes.currentIndex().row() == 1
    press(window, Qt.Key.Key_Up, ENTER)
    assert (counter.shown.resident.household, counter.shown.handle) == ("0001", "r3")


def test_one_more_payment_takes_a_household_off(window: Window, page: HomePage) -> None:
    assert window.session is not None
    press(window, DOWN)
    collect(window.session.desk, ["r5"], CASH)
    again(window)
    assert [row[1] for row in page.left.homes.texts] == ["0001", "0003", "0004", "0005"]
    # The cursor stays where it was, on the household that came up.
    assert page.left.homes.currentIndex().row() == 1


def test_f7_shows_the_list_for_the_round(window: Window, page: HomePage) -> None:
    press(window, F7)
    QTest.qWait(PAUSE_MS + 30)
    window.settle()
    assert window.current == "reports"
    assert window.page("reports").table.title.text() == "入户名单"
    assert len(window.page("reports").made[0].rows) == 6


def test_the_last_value_stands_there_while_the_next_is_made(window: Window, page: HomePage) -> None:
    assert window.session is not None
    assert page.waiting.at.text() == "2023-11-15 09:30 的情况"
    collect(window.session.desk, ["r3"], CASH)
    window.session.refresh()
    assert page.waiting.at.text() == MAKING
    assert page.drawer.held.text() == "380 元"
    # What changes while it is made is not lost.
    collect(window.session.desk, ["r5"], CASH)
    window.session.refresh()
    window.settle()
    assert page.drawer.held.text() == "1140 元"
    assert page.waiting.at.text() == "2023-11-15 09:30 的情况"


def test_nothing_is_begun_while_the_window_closes(window: Window, page: HomePage) -> None:
    assert window.session is not None
    window.session.refresh()
    window.session.refresh()
    window.close()
    assert not window.worker.busy


def test_without_a_roster_and_without_a_day(another: Points, opened: Opened) -> None:
    place = emptied(another("langxi-2024", False))
    window = opened(place)
    assert window.current == "roster"
    alt(window, Qt.Key.Key_S)
    page: HomePage = window.page("home")
    assert page.day.words.text() == NO_DAY
    assert page.progress.note.text() == NO_ROSTER
    assert page.left.title.text() == "还没缴的户"
    # Nobody is not everybody.
    assert (page.left.homes.said, page.left.more.text()) == ("没有名册，还不知道谁没缴。", "")
    press(window, ENTER)
    assert window.current == "home"


def emptied(place: Place) -> Place:
    desk = place.open()
    people = [found.key for found in (roster.by_id(desk.db, number) for number in range(1, 20)) if found]
    with database.writing(desk.db):
        roster.remove(desk.db, people)
    database.close(desk.db)
    return place


@pytest.mark.parametrize(("permille", "share"), [(0, 0.0), (250, 0.25), (1000, 1.0)])
def test_a_bar_is_as_long_as_its_share(window: Window, permille: int, share: float) -> None:
    image = QImage(600, 34, QImage.Format.Format_RGB32)
    image.fill(style.colour("card"))
    painter = QPainter(image)
    bars.paint(painter, QRect(0, 0, 600, 34), Bar(label="一组", paid=permille, people=1000))
    painter.end()
    across = [image.pixelColor(x, 17).name() for x in range(image.width())]
    done, whole = across.count(style.colour("strong").name()), across.count(style.colour("ground").name())
    assert done == pytest.approx(share * (done + whole), abs=2)
    assert done + whole > 100


def test_the_page_fits_a_small_screen(window: Window, page: HomePage) -> None:
    assert (window.width(), window.height()) == (1366, 768)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    assert page.width() >= page.minimumSizeHint().width()
    assert page.left.homes.viewport().height() >= 3 * page.left.homes.rowHeight(0)
