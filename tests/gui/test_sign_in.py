"""Signing in: a wrong passphrase opens nothing, the right one opens the counter, and the window says where one is."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.gui.alone import beside
from app.gui.window import Window
from tests.gui.hands import ENTER, focus, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place


def test_a_wrong_passphrase_opens_nothing(place: Place, qapp: object) -> None:
    window = Window(place.entry)
    window.show()
    window.settle()
    write(window, "wrong")
    press(window, ENTER)
    assert window.session is None
    assert f"{CLERK} 的口令不对" in window.sign_in_page.problem.text()
    assert focus() is window.sign_in_page.passphrase
    write(window, PASSPHRASE)
    press(window, ENTER)
    assert window.current == "counter"
    window.close()


def test_the_title_says_point_pack_and_practice_date(window: Window) -> None:
    assert window.windowTitle() == "村缴通 · 建平镇东村 · 郎溪县2024年度城乡居民医保 · 练习 2023-11-15"
    assert "练习" in window.header.band.text()


def test_several_clerks_choose_their_name(place: Place, qapp: object) -> None:
    import dataclasses

    window = Window(dataclasses.replace(place.entry, clerks=(CLERK, "王会计")))
    window.show()
    assert window.sign_in_page.clerk.isVisible()
    assert [window.sign_in_page.clerk.itemText(n) for n in range(2)] == [CLERK, "王会计"]
    window.close()


def test_the_state_bar_tells_how_things_stand(window: Window) -> None:
    bar = window.state_bar
    assert bar.kind.text() == "◆ 练习点"
    assert bar.day.text() == "账日 已开 2023-11-15"
    assert bar.cash.text() == "现金在手 0 元"
    assert bar.roster.text() == "名册今天导入 · 8 人"
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER)
    assert bar.cash.text() == "现金在手 380 元"
    assert bar.unsent.text() == "未报 1 笔"
    press(window, Qt.Key.Key_F3)
    assert bar.cash.text() == "现金在手 点钞前不显示"


def test_a_second_window_of_the_point_waits(place: Place, qapp: object) -> None:
    first, second = Window(place.entry), Window(place.entry)
    first.show()
    first.sign_in(CLERK, PASSPHRASE)
    first.settle()
    second.show()
    second.sign_in(CLERK, PASSPHRASE)
    second.settle()
    assert second.session is None
    assert "已经在另一个窗口里打开" in second.sign_in_page.problem.text()
    first.close()
    second.sign_in(CLERK, PASSPHRASE)
    second.settle()
    assert second.session is not None
    second.close()


def test_a_window_that_was_killed_holds_nothing(place: Place, qapp: object) -> None:
    code = "import os, sys; from pathlib import Path; from app.gui.alone import Alone, beside; "
    code += "held = Alone(beside(Path(sys.argv[1]))); print(held.taken(), flush=True); os._exit(1)"
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.run([sys.executable, "-c", code, str(place.folder)], capture_output=True, text=True, cwd=root)
    assert killed.stdout.strip() == "True" and beside(place.folder).exists()
    window = Window(place.entry)
    window.show()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    assert window.session is not None
    window.close()
    assert not beside(place.folder).exists()
