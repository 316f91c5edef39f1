"""Which font draws which character, and that the files are the ones we say they are."""

import hashlib
import tomllib

import pytest

from app.devices import fonts
from app.domain.errors import Refused

LISTED = tomllib.loads((fonts.FOLDER / "fonts.toml").read_text(encoding="utf-8"))["font"]


@pytest.mark.parametrize("listed", LISTED, ids=lambda listed: listed["role"])
def test_the_files_are_the_ones_listed(listed):
    data = fonts.path(listed["role"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == listed["sha256"]


def test_main_bold_and_fallback_are_there():
    assert {listed["role"] for listed in LISTED} >= {"main", "bold", "fallback"}


@pytest.mark.parametrize("role", ["main", "bold"])
def test_each_character_in_the_first_font_that_has_it(role):
    assert fonts.runs("王䶮㛃", role) == [(role, "王䶮㛃")]
    assert fonts.runs("𠮷王𠮷𠮷", role) == [("fallback", "𠮷"), (role, "王"), ("fallback", "𠮷𠮷")]
    assert fonts.runs("", role) == [(role, "")]


def test_all_of_gb_2312():
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    characters = "".join(row.decode("gb2312", "ignore") for row in rows)
    assert len(characters) == 7445
    assert fonts.runs(characters) == [("main", characters)]


@pytest.mark.parametrize("character", ["𠮷", "𬭼", "䶮", "㛃", "𫖯", "𬸪", "𡐓", "·"])
def test_names_that_other_programs_print_as_boxes(character):
    assert "".join(chunk for _, chunk in fonts.runs(character)) == character


@pytest.mark.parametrize("character", ["\ue000", "\U000323af", "\U0010ffff", "\n"])
def test_a_character_no_font_has_is_refused_by_name(character):
    with pytest.raises(Refused) as refused:
        fonts.runs(f"王{character}")
    assert refused.value.code == "glyph_missing"
    assert refused.value.facts == {"character": f"{character} U+{ord(character):04X}", "name": f"王{character}"}


def test_widths_add_up_over_both_fonts():
    assert fonts.width("王𠮷", size=10) == pytest.approx(20)
    assert fonts.width("", size=10) == 0


def test_a_font_is_parsed_once():
    assert fonts.embedded("main") is fonts.embedded("main")
