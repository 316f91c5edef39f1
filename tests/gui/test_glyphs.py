"""The characters of the program's words are known to Qt before somebody looks at them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.gui import glyphs, new_look, style

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """
NAMES = (("姓", "名"), "户")
def outer():
    "说"
    def inner(of="组"):
        return f"第 {of} 村" if of in {"乡", "镇"} else 'ab。'
    return inner
"""


def test_the_characters_of_a_module_wherever_they_stand() -> None:
    found = glyphs.characters(compile(SOURCE, "m.py", "exec"))
    assert found == set("姓名户说组第村乡镇。")


@pytest.mark.usefixtures("qapp")
def test_they_are_drawn_a_few_at_a_time_in_every_font() -> None:
    letters = {chr(0x4E00 + number) for number in range(2 * glyphs.AT_ONCE + 1)}
    assert len(list(glyphs.drawn(letters, 2.0))) == 3 * len(glyphs.FONTS)
    assert list(glyphs.drawn(set(), 1.0)) == []


def test_the_fonts_are_those_of_the_style_sheet(qapp: QApplication) -> None:
    new_look.use(qapp, "light", 100)
    assert {f"{pixels}px" for pixels, _ in glyphs.FONTS} <= set(style.SIZES.values())


def test_what_is_loaded_ahead_tells_its_characters() -> None:
    """In a process that has loaded nothing."""
    code = "from app.gui.ahead import Ahead; soon = Ahead(); [step() for step in soon.steps()]; print(*soon._letters)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout.split()
    assert set("缴收款凭据作废补打开账日结名册解缴票证报表") <= set(said)
    assert len(said) < 1_500, "of the program's words, and not of whatever there is"
