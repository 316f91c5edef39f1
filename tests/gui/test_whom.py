"""Who pays is who is meant: one person alone, nobody who said no, and never silently somebody else."""

from PySide6.QtCore import Qt

from app.desk.decline import decline
from app.desk.due import Due
from app.desk.receipts import of_day
from app.gui.dialogs.card import CardSheet
from app.gui.dialogs.cash import CashSheet
from app.gui.dialogs.void import VoidSheet
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, UP, press, shift, write

F8, F9, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (8, 9, 11))


def counter(window: Window) -> CounterPage:
    page = window.page("counter")
    assert isinstance(page, CounterPage)
    return page


def ticked(window: Window) -> list[str]:
    return [found.resident.name for found in counter(window).view.people.ticked]


def test_one_person_alone_and_all_again(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, DOWN)
    shift(window, SPACE)
    assert ticked(window) == ["李秀英"]
    shift(window, SPACE)
    assert ticked(window) == ["王建国", "李秀英", "王小明", "王䶮"]
    press(window, UP)
    shift(window, SPACE)
    press(window, ENTER, ENTER)
    assert window.session is not None
    assert [slip.name for slip in of_day(window.session.desk)] == ["王建国"]


def test_who_said_no_is_not_asked_for_money_beforehand(window: Window) -> None:
    assert window.session is not None
    found = {found.resident.name: found.handle for found in _family(window)}
    decline(window.session.desk, found["李秀英"], "unwilling")
    decline(window.session.desk, found["王小明"], "away")
    counter(window).view.search.clear()
    write(window, "wjg")
    assert ticked(window) == ["王建国", "王小明", "王䶮"]
    assert stands(window) == ["未缴", "不参保", "未缴", "未缴"]
    assert listed(window) == ["未缴"]
    counter(window).view.search.clear()
    write(window, "lxy")
    assert listed(window) == ["不参保"]
    counter(window).view.search.clear()
    write(window, "wjg")
    press(window, ENTER, DOWN, SPACE)
    assert "李秀英" in ticked(window)
    # Who comes all the same has paid.
    press(window, ENTER, ENTER)
    write(window, "lxy")
    assert stands(window) == ["已缴"] * 4 and listed(window) == ["已缴"]


def listed(window: Window) -> list[str]:
    """How those found read."""
    found = counter(window).view.found
    return [str(found.index(row).data()).split("，")[-1] for row in range(found.rowCount())]


def stands(window: Window) -> list[str]:
    """How the rows of the family read."""
    people = counter(window).view.people
    return [str(people.index(row).data()).split("，")[-2] for row in range(people.rowCount())]


def _family(window: Window) -> list[Due]:
    write(window, "wjg")
    return list(counter(window).view.people.people)


def test_who_was_looked_up_and_is_left_out_is_named_before_others_pay(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, SPACE, ENTER)
    assert isinstance(window.sheet, CashSheet)
    assert window.sheet.left_out.isVisible()
    assert window.sheet.left_out.text() == "▲ 这次没有王建国（未缴），收的是家里别的人。"
    press(window, ESC, SPACE)
    shift(window, F9)
    press(window, ENTER)
    press(window, ENTER, ENTER)
    assert isinstance(window.sheet, CashSheet)
    assert window.sheet.left_out.text() == "▲ 这次没有王建国（不参保），收的是家里别的人。"
    press(window, ESC, SPACE, F8)
    assert isinstance(window.sheet, CardSheet)
    assert not window.sheet.left_out.isVisible()


def test_a_reference_that_looks_mistyped_is_asked_about_once(window: Window) -> None:
    write(window, "zjx")
    press(window, ENTER, F8)
    write(window, "T01")
    press(window, ENTER)
    write(window, "12345678901")
    press(window, ENTER)
    assert window.sheet is not None and "11 位" in window.sheet.complaint.text()
    press(window, ENTER)
    assert window.session is not None
    assert window.sheet is None and len(of_day(window.session.desk)) == 1


def test_only_the_receipt_of_who_was_chosen_can_be_voided(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, ENTER, ENTER)
    write(window, "lxy")
    press(window, F11, ENTER)
    sheet = window.sheet
    assert isinstance(sheet, VoidSheet) and sheet.list.model().rowCount() == 1
    assert "李秀英  380 元  现金  东村一组  09:30" in sheet.list.model().index(0, 0).data()
