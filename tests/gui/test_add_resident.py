"""Somebody who is on no roster, by keyboard: entered from the document in hand, and on to what is due."""

from PySide6.QtCore import Qt

from app.gui.dialogs.add_resident import AddResidentSheet
from app.gui.pages.counter import CounterPage
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, focus, press, shift, write
from tests.gui.places import number
from tests.gui.records import records

F1, F2, F5 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, 2, 5))
WIFE = number("19900214", 128)
CERTIFICATE = "X341234567"


def counter(window: Window) -> CounterPage:
    page: CounterPage = window.page("counter")
    return page


def sheet(window: Window) -> AddResidentSheet:
    assert isinstance(window.sheet, AddResidentSheet)
    return window.sheet


def added(window: Window) -> list[dict[str, object]]:
    return [body["resident"] for body in records(window, "resident_added")]


def said(window: Window) -> str:
    return sheet(window).complaint.text()


def open_sheet(window: Window, *words: str) -> AddResidentSheet:
    """The sheet over the counter, with the first fields filled in, each ended by Enter."""
    shift(window, F5)
    for each in words:
        write(window, each)
        press(window, ENTER)
    return sheet(window)


def test_a_wife_who_moved_in_goes_on_to_payment(window: Window) -> None:
    write(window, "周小兰")
    assert "按 Shift+F5" in counter(window).view.note.text()
    shift(window, F5)
    form = sheet(window)
    assert (form.name.text(), focus()) == ("周小兰", form.document)
    write(window, WIFE)
    assert "居民身份证：女，1990年2月14日生" in form.told.text()
    assert not form.birth.isVisible()
    press(window, ENTER)
    write(window, "wjg")
    assert "并到 王建国 这一户：户主 王建国，户号 0001，东村一组" in form.household.said.text()
    press(window, ENTER)
    assert (focus(), form.group.isVisible()) == (form.relation, False)
    write(window, "儿媳")
    press(window, ENTER)
    write(window, "13800001234")
    press(window, ENTER, ENTER, DOWN, ENTER)
    write(window, "10 月嫁入")
    press(window, ENTER)
    assert window.sheet is None
    (made,) = added(window)
    stands = {name: made[name] for name in ("name", "household", "head", "relation", "group", "phone", "note")}
    assert stands == {
        "name": "周小兰", "household": "0001", "head": "王建国", "relation": "儿媳", "group": "东村一组",
        "phone": "13800001234", "note": "10 月嫁入",
    }  # fmt: skip
    assert (made["hukou"], made["last_year"], made["categories"]) == ("local", "insured", [])
    shown = counter(window).shown
    assert shown is not None
    assert (shown.resident.name, shown.assessment.due_fen) == ("周小兰", 38_000)
    assert "已登记 周小兰" in window.strip.text
    assert window.session is not None
    assert window.session.state.residents == 9
    assert focus() is counter(window).view.search
    press(window, ENTER, ENTER, ENTER)
    assert "周小兰" in [body["resident"]["name"] for body in records(window, "payment")]


def test_a_newborn_without_a_number_by_the_certificate(window: Window) -> None:
    press(window, F5)
    shift(window, F5)
    form = sheet(window)
    write(window, "王小满")
    press(window, ENTER)
    write(window, CERTIFICATE)
    assert form.birth.isVisible()
    press(window, ENTER)
    assert focus() is form.birth
    write(window, "20231102")
    press(window, ENTER)
    write(window, "0001")
    press(window, ENTER, *[ENTER] * 5)
    assert window.sheet is None
    (made,) = added(window)
    assert (made["document_type"], made["birth_date"], made["household"]) == (
        "birth_certificate", "2023-11-02", "0001",
    )  # fmt: skip
    assert window.current == "counter"
    shown = counter(window).shown
    assert shown is not None
    assert shown.resident.document_number == CERTIFICATE


def test_a_birthday_that_is_missing_is_asked_for(window: Window) -> None:
    form = open_sheet(window, "王小满", CERTIFICATE)
    press(window, *[ENTER] * 8)
    assert "出生日期" in said(window)
    assert focus() is form.birth
    assert added(window) == []


def test_a_wrong_check_digit_stays_where_it_is(window: Window) -> None:
    wrong = WIFE[:-1] + ("0" if WIFE[-1] != "0" else "1")
    form = open_sheet(window, "周小兰", wrong)
    assert "校验位不符" in said(window)
    assert focus() is form.document
    press(window, Qt.Key.Key_Backspace)
    assert said(window) == ""
    write(window, WIFE[-1])
    press(window, ENTER)
    assert focus() is form.household.search


def test_who_is_on_the_roster_is_not_entered_again(window: Window) -> None:
    form = open_sheet(window, "王建国", number("19610305", 11))
    assert "王建国 已在名册里" in said(window)
    assert focus() is form.document
    assert added(window) == []


def test_without_a_name_nothing_is_registered(window: Window) -> None:
    form = open_sheet(window, "", WIFE)
    press(window, *[ENTER] * 7)
    assert "没有登记" in said(window)
    assert focus() is form.name
    assert added(window) == []


def test_a_household_of_ones_own_or_one_that_nobody_has(window: Window) -> None:
    form = open_sheet(window, "周小兰", WIFE, "没有这个人")
    assert "没有找到“没有这个人”" in said(window)
    assert focus() is form.household.search
    form.household.search.selectAll()
    write(window, "5555")
    assert "登记成新的一户" in form.household.said.text()
    press(window, ENTER)
    write(window, "户主")
    press(window, ENTER)
    write(window, "东村二组")
    press(window, *[ENTER] * 5)
    (made,) = added(window)
    assert (made["household"], made["head"], made["group"]) == ("5555", "周小兰", "东村二组")


def test_the_arrows_choose_among_namesakes(window: Window) -> None:
    form = open_sheet(window, "周小兰", WIFE)
    write(window, "wxm")
    before = form.household.number
    press(window, DOWN)
    assert {before, form.household.number} == {"0001", "0002"}


def test_a_number_looked_for_in_vain_is_not_typed_again(window: Window) -> None:
    write(window, WIFE)
    shift(window, F5)
    form = sheet(window)
    assert (form.document.text(), focus()) == (WIFE, form.name)


def test_esc_registers_nobody_and_leaves_the_counter_as_it_was(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    press(window, DOWN, SPACE)
    view = counter(window).view
    total = view.total.text()
    open_sheet(window, "周小兰", WIFE)
    press(window, ESC)
    assert window.sheet is None
    assert added(window) == []
    assert focus() is view.family
    assert (view.search.text(), view.total.text()) == ("wjg", total)


def test_not_while_a_roster_is_imported(window: Window) -> None:
    assert window.session is not None
    window.session.set_importing(True)
    shift(window, F5)
    assert window.sheet is None
    assert "等导完再登记" in window.strip.text
    window.session.set_importing(False)


def test_f1_opens_the_chapter_of_the_roster(window: Window) -> None:
    open_sheet(window)
    press(window, F1)
    assert window.manual is not None
    assert window.manual.text.chapter == "roster"
