"""Importing a roster: the preview changes nothing, bad rows are named, the counter does not pay meanwhile."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.gui.pages.counter import CounterPage
from app.gui.pages.roster import RosterPage
from app.gui.window import Window
from tests.gui.hands import ENTER, press, write
from tests.gui.places import HEADER, PEOPLE, line

F2, F5, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 5, 9, 10))

BAD = (
    "李四,341821199001011231,1,李四,户主,一组,,,,",
    "王五,,1,李四,户主,一组,,,,",
    line("赵六", "19800101", 61, "0009", "赵六", "户主", category="查无此类"),
)


def roster(window: Window) -> RosterPage:
    page: RosterPage = window.page("roster")
    return page


def sheet(folder: Path) -> Path:
    file = folder / "新名册.csv"
    good = (line("张三", "19900101", 101, "0010", "张三", "户主"), PEOPLE[0])
    file.write_text("\n".join((HEADER, *good, *BAD)), encoding="utf-8")
    return file


def test_a_roster_with_rejected_rows(window: Window, tmp_path: Path) -> None:
    press(window, F5)
    write(window, str(sheet(tmp_path)))
    press(window, ENTER)
    page = roster(window)
    assert window.session is not None
    assert {name: figure.text() for name, figure in page.figures.items()} == {
        "read": "5", "added": "1", "changed": "0", "same": "1", "rejected": "3",
    }  # fmt: skip
    assert "查无此类" in page.rejects.item(2, 1).text()
    # Whose roster it is shows before anything is written.
    assert "1 个村民小组（东村一组），" in page.words.text() and "第一行是 " in page.words.text()
    assert window.session.state.residents == 8
    press(window, F10)
    assert "新增 1 人" in page.words.text()
    assert window.session.state.residents == 9
    assert (tmp_path / "新名册_未导入.xlsx").exists()
    assert "名册已导入" in window.strip.text


def test_a_file_that_is_no_roster_changes_nothing(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("今天,下雨", encoding="utf-8")
    press(window, F5)
    write(window, str(file))
    press(window, ENTER)
    assert "没有找到表头" in window.strip.text
    assert not roster(window).load_button.isEnabled()


def test_while_importing_the_counter_looks_up_and_does_not_pay(window: Window) -> None:
    assert window.session is not None
    window.session.set_importing(True)
    press(window, F2)
    write(window, "wjg")
    page: CounterPage = window.page("counter")
    assert page.view.found.hits
    press(window, ENTER, ENTER)
    assert window.sheet is None
    assert "正在导入名册" in page.view.aloud.text()
    window.session.set_importing(False)
    assert page.cash.isEnabled()
