"""A clock that went back stops the counter until somebody says why the time is right."""

from dataclasses import replace
from datetime import timedelta

from app.desk.open_point import open_point
from app.gui.window import Window
from tests.gui.conftest import Points
from tests.gui.hands import ENTER, press, write
from tests.gui.places import CLERK, MOMENT, PASSPHRASE


def test_a_clock_that_went_back_is_asked_about_and_confirmed(another: Points, qapp: object) -> None:
    place = another("langxi-2024", True)
    early = MOMENT - timedelta(hours=3)
    entry = replace(
        place.entry, sign_in=lambda name, word: open_point(place.folder, operator=name, passphrase=word, moment=early)
    )
    window = Window(entry)
    window.show()
    window.settle()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    assert window.sheet is not None
    assert "2023-11-15 06:30" in window.sheet.accessibleName() + str(window.strip.text)
    press(window, ENTER)
    assert "请写明原因" in window.sheet.complaint.text()
    write(window, "已与手机核对")
    press(window, ENTER)
    assert window.sheet is None
    assert "时间已确认" in window.strip.text
    press(window, ENTER, ENTER, ENTER)
    assert window.session is not None
    assert window.session.state.cash_held_fen == 38_000
    window.close()


def test_a_pack_whose_year_has_passed_is_told_before_anybody_is_looked_up(another: Points, qapp: object) -> None:
    place = another("langxi-2024", True)
    for moment, told in ((MOMENT.replace(year=2024, month=12, day=31), False), (MOMENT.replace(year=2025), True)):
        entry = replace(
            place.entry,
            sign_in=lambda name, word, at=moment: open_point(place.folder, operator=name, passphrase=word, moment=at),
        )
        window = Window(entry)
        window.show()
        window.sign_in(CLERK, PASSPHRASE)
        window.settle()
        assert ("2024 年度已经过完" in window.header.band.text()) == told
        window.close()
