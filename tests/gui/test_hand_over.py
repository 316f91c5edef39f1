"""To the county and back: request, first reply, export to a stick, reply; what is said when something is missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desk.look_up import look_up
from app.gui.dialogs.coming import ComingSheet
from app.gui.pages.hand_over import HandOverPage
from app.gui.window import Window
from tests import factories
from tests.gui.hands import ENTER, press, write

F2, F4, F8, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 4, 8, 9, 10))


@pytest.fixture
def office(tmp_path: Path) -> factories.Place:
    """A practice county."""
    place = factories.Place(tmp_path / "county", passphrase="县里的口令", now="2023-11-16T08:00:00")
    place.says("county", "create", "--name", "郎溪县医保局", "--practice")
    return place.lighten()


def page_of(window: Window) -> HandOverPage:
    page: HandOverPage = window.page("hand_over")
    return page


def figures(window: Window) -> dict[str, str]:
    return {name: figure.text() for name, figure in page_of(window).figures.items()}


def reply_of(office: factories.Place, folder: Path) -> Path:
    (file,) = office.json("county", "reply", "--point", "341821100201", folder)["files"]
    return Path(file)


def test_a_payment_travels_to_the_county_and_comes_back_acknowledged(
    window: Window, office: factories.Place, stick: Path
) -> None:
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, F4)
    page = page_of(window)
    page.stick.set_path(stick)
    press(window, F8)
    assert "登记申请已写好" in page.done.text()
    office.says("county", "enrol", stick / "登记申请-341821100201.json")

    page.reply.set_path(reply_of(office, stick))
    press(window, F10)
    assert "郎溪县医保局" in page.county.text()
    assert figures(window)["unsent"] == "1"

    press(window, F9)
    assert "可以拔优盘了" in page.done.text()
    assert figures(window) == {"unsent": "0", "sent": "1", "acknowledged": "0", "rejected": "0"}

    (sent,) = (f for f in stick.iterdir() if f.name in page.done.text())
    office.says("county", "receive", sent)
    page.reply.set_path(reply_of(office, stick))
    press(window, F10)
    assert figures(window) == {"unsent": "0", "sent": "0", "acknowledged": "1", "rejected": "0"}
    assert page.returned.item(0).text() == "没有退回的记录。"


def test_before_the_first_reply_nothing_can_be_exported(window: Window, stick: Path) -> None:
    press(window, F4)
    page_of(window).stick.set_path(stick)
    press(window, F9)
    assert "县里还没有登记本点" in window.strip.text
    assert not page_of(window).done.isVisible()
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_not_there(window: Window, tmp_path: Path) -> None:
    press(window, F4, F9)
    assert "请先选优盘或文件夹" in window.strip.text
    page_of(window).reply.set_path(tmp_path / "gone.cunjiao")
    press(window, F10)
    assert "读不了文件" in window.strip.text


def test_the_own_fingerprint_stands_there_in_six_groups(window: Window) -> None:
    press(window, F4)
    assert [len(group) for group in page_of(window).own.text().split()] == [5] * 6


def enrolled(window: Window, office: factories.Place, stick: Path) -> Path:
    """Write the request on the hand-over page and have the county enrol it; the request."""
    press(window, F4)
    page_of(window).stick.set_path(stick)
    press(window, F8)
    request = stick / "登记申请-341821100201.json"
    office.says("county", "enrol", request)
    return request


def test_what_a_reply_changes_is_read_before_it_changes(
    window: Window, office: factories.Place, stick: Path, tmp_path: Path
) -> None:
    enrolled(window, office, stick)
    page = page_of(window)
    newcomer = factories.villager("翟小梅", male=False, order=77, household="0001")
    roster = factories.roster_csv(tmp_path / "r.csv", [newcomer])
    office.says("county", "send-roster", roster, "--point", "341821100201")
    page.reply.set_path(reply_of(office, stick))
    press(window, F10)
    assert isinstance(window.sheet, ComingSheet)
    assert "名册新增 1 人。" in window.sheet.lines.text()
    # Esc leaves everything as it was.
    press(window, Qt.Key.Key_Escape)
    assert not page.done.isVisible()
    press(window, F10, ENTER)
    assert "名册新增 1 人。" in page.done.text()
    assert window.session is not None
    assert [hit.name for hit in look_up(window.session.desk, "翟小梅")] == ["翟小梅"]


def test_a_county_that_lost_its_keys_is_confirmed_by_telephone(
    window: Window, office: factories.Place, stick: Path, tmp_path: Path
) -> None:
    request = enrolled(window, office, stick)
    page = page_of(window)
    page.reply.set_path(reply_of(office, stick))
    press(window, F10)
    assert not page.county_fingerprint.isVisible()

    # Another county's data begun anew: nothing of the old keys is left.
    anew = factories.Place(tmp_path / "anew", passphrase="县里的口令", now="2023-11-16T08:00:00")
    anew.says("county", "create", "--name", "郎溪县医保局", "--practice")
    anew.says("county", "enrol", request)
    with_new_keys = tmp_path / "新"
    with_new_keys.mkdir()
    page.reply.set_path(reply_of(anew, with_new_keys))
    press(window, F10)
    assert "签名不对" in window.strip.text
    assert page.county_fingerprint.isVisible()

    page.county_fingerprint.setText(anew.says("county", "renew-keys").split("：")[1].splitlines()[0])
    page.reply.set_path(reply_of(anew, with_new_keys))
    press(window, F10)
    assert isinstance(window.sheet, ComingSheet)
