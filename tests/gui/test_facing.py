"""What the resident sees: over the window with one screen, on the second where there is one."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.gui import new_look, style
from app.gui.pages.facing import FacingSheet
from app.gui.parts.facing import Facing, FacingView
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, SPACE, alt, focus, press, write
from tests.gui.places import Place

ROOT = Path(__file__).resolve().parents[2]
D = Qt.Key.Key_D


def test_with_one_screen_it_lies_over_the_window(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER, DOWN, SPACE)
    alt(window, D)
    sheet = window.sheet
    assert isinstance(sheet, FacingSheet)
    assert sheet.view.shown.figure == "798 元"
    assert [name for name, _, _ in sheet.view.shown.people] == ["王建国", "王小明", "王䶮"]
    # Why 38 and not 380, without the category for those who read along.
    assert [why for _, _, why in sheet.view.shown.people] == ["", "", "380 元 减资助 342 元"]
    # Those behind read along: no number and no birth date, though 王小明 has a namesake.
    said = sheet.view.accessibleDescription()
    assert "共 3 人" in said and "1988" not in said and "341821" not in said
    press(window, ESC)
    assert window.sheet is None and focus() is window.page("counter").view.family
    press(window, ENTER)
    assert window.sheet is not None


def test_it_fits_whatever_is_shown(qapp: object) -> None:
    """Ten people, a long sentence, a small screen: nothing is drawn over anything else, and the sum stays whole."""
    view = FacingView("建平镇东村", practice=False)
    people = tuple((f"欧阳春兰{n}", 38_000, "380 元 减资助 342 元") for n in range(10))
    for size in ((640, 480), (1024, 600), (1920, 1080)):
        view.resize(*size)
        view.put(Facing("一共应缴", people, "3800 元", "交 2024 年度居民医保，" * 12))
        one = view.grab().toImage()
        # As wide, letter by letter: all else stands where it stood.
        view.put(Facing("一共应缴", people, "3800 元", "退 2025 年底前居民用，" * 12))
        other = view.grab().toImage()
        below = other.height() - other.height() // 4
        changed = [y for y in range(one.height()) if one.constScanLine(y) != other.constScanLine(y)]
        assert changed and min(changed) >= below - other.height() // 10, size


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_of_many_people_no_line_lies_over_another(qapp: QApplication, percent: int) -> None:
    """In large text the sheet leaves it little height."""
    new_look.use(qapp, "light", percent)
    view = FacingView("建平镇东村", practice=True)
    names = ["李贵土", "林素桂", "李颖倩", "李东磊", "李华春", "傅玉英"]

    def picture(names: list[str]) -> QImage:
        view.put(Facing("一共应缴", tuple((name, 38_000, "") for name in names), "2280 元", "交 2024 年度居民医保。"))
        return view.grab().toImage()

    view.resize(1290, 380)
    whole, ends = picture(names), []
    for place in range(len(names)):
        other = picture([name if each != place else "欧阳鑫" for each, name in enumerate(names)])
        rows = [y for y in range(whole.height()) if whole.constScanLine(y) != other.constScanLine(y)]
        ends += [min(rows), max(rows)]
    new_look.use(qapp, style.SYSTEM, 100)
    # Between two lines there is nothing: neither is cut off by the other's.
    assert all(after - before > 2 for before, after in pairwise(ends))


def test_on_a_second_screen_it_follows_the_counter(place: Place, tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": wide, "height": high, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, wide, high in (("one", 0, 1366, 768), ("two", 1366, 1024, 600))
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.second_screen", str(place.folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "two 1024 600 search",
        "一共应缴 1178 元 4",
        "找零 22 元 4",
        "一共应缴 0 元 1",
        "  0",
        "closed",
    ]
