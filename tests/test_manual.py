"""The manual cannot rot: every chapter is reached, every picture is there, every key is one that is bound."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from app import RESOURCES
from app.gui.page_maker import CLASSES
from app.gui.parts.help_chapters import FOLDER, INDEX, chapters, sheets, words
from build.shots_manual import PICTURES as SHOTS

GUI = RESOURCES.parent / "app" / "gui"
FILES = sorted(FOLDER.glob("*.md"))
PICTURES = FOLDER / "pictures"
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
CODE = re.compile(r"`([^`]+)`")
HELD = r"(?:(?:Ctrl|Alt|Shift)\+)"
KEY = re.compile(rf"{HELD}*(?:F\d{{1,2}}|Esc|Enter|PgUp|PgDown)|{HELD}+[A-Z0-9]")
# What fields, lists and texts do with keys of their own accord.
OWN = {"↑", "↓", "PgUp", "PgDn", "Tab", "空格", "Shift+空格", "Alt+←"}


def written(key: str) -> str:
    """A key as it stands on the keyboard and in the manual."""
    return key.replace("PgDown", "PgDn")


def keys_in(file: Path) -> set[str]:
    """Every key that a file of the window names whole: what it binds, and what it writes on a button."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            found.add(written(node.value))
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            # An answer's key is its place among the answers.
            found |= {"Alt+1", "Alt+2"} if node.values[0].value == "Alt+" else set()
    return found


@cache
def bound() -> set[str]:
    return set().union(*(keys_in(file) for file in GUI.rglob("*.py")))


def section(title: str) -> str:
    """One section of the keyboard map."""
    return words("keys").partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_chapter_is_in_the_index() -> None:
    assert {chapter.name for chapter in chapters()} | {INDEX} == {file.stem for file in FILES}
    assert len(chapters()) == len({chapter.name for chapter in chapters()})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_links_and_pictures_are_there(file: Path) -> None:
    targets = [target for _, target in LINK.findall(file.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (FOLDER / target).is_file()] == []


def width(file: Path) -> int:
    with Image.open(file) as picture:
        return picture.width


def test_every_picture_is_made_by_the_shots() -> None:
    assert {file.stem for file in PICTURES.iterdir()} == set(SHOTS.values())


def test_every_picture_is_shown_and_small() -> None:
    said = "".join(words(file.stem) for file in FILES)
    files = sorted(PICTURES.iterdir())
    assert files
    assert [file.name for file in files if f"(pictures/{file.name})" not in said] == []
    assert [file.name for file in files if width(file) > 900] == []
    assert sum(file.stat().st_size for file in files) < 3_000_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_chapter_names_a_key_that_is_not_bound(file: Path) -> None:
    said = file.read_text(encoding="utf-8")
    named = {each for each in CODE.findall(said) if not each.startswith("cunjiao ")}
    assert named - bound() - OWN == set()
    # A key stands in code marks, or nobody would have looked at it.
    assert re.findall(rf"{HELD}+\S|\bF\d{{1,2}}\b", CODE.sub("", said)) == []


def test_the_keyboard_map_has_every_key() -> None:
    assert bound() - set(CODE.findall(words("keys"))) == set()


def test_the_keyboard_map_has_the_keys_of_every_sheet() -> None:
    asked = {key for file in (GUI / "dialogs").glob("*.py") if file.stem != "help" for key in keys_in(file)}
    assert asked - {"Esc", "Enter"} - set(CODE.findall(section("弹出来的卡片"))) == set()


def test_every_page_has_its_chapter() -> None:
    pages = {*CLASSES, "sign_in", "beginning"}
    assert pages - {chapter.name for chapter in chapters()} == set()


def test_chapters_of_sheets_are_chapters_and_the_sheets_exist() -> None:
    known = {chapter.name for chapter in chapters()}
    for name, _, heading in (place.partition("#") for place in sheets().values()):
        assert name in known
        assert not heading or f"## {heading}\n" in words(name)
    classes = {
        node.name
        for file in GUI.rglob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert set(sheets()) <= classes


@pytest.mark.parametrize(
    "name", ["card_unknown", "jam", "power_cut", "wrong_person", "short_cash", "lost_stick", "bad_note", "handover",
             "same_name", "cash_limit"],
)  # fmt: skip
def test_a_story_says_what_happened_what_is_safe_and_what_to_do(name: str) -> None:
    said = words(name)
    assert "**出了什么事**" in said
    assert "**什么是安全的**" in said
    assert re.search(r"^1\. ", said, re.MULTILINE)
