"""Words in one place: every Chinese word of the window goes through `tr`, and the English catalogue has them all."""

import ast
import os
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from build import words

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "app" / "gui"
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# What is no word of the window: a day lived by a script; the names of files and of print jobs.
NOT_OF_THE_WINDOW = {"tour.py"}
NAMES = {"收款凭据", "打印校准页", "大字提示单", "-补打"}


def literals(node: ast.AST) -> Iterator[tuple[ast.AST, ast.Constant]]:
    """Each text with Chinese in it and what stands around it; no docstring, path, or pattern that input is held to."""
    for child in ast.iter_child_nodes(node):
        if is_path(child) or is_pattern(child):
            continue
        text = child.value if isinstance(child, ast.Constant) and not isinstance(node, ast.Expr) else None
        if isinstance(child, ast.Constant) and isinstance(text, str) and CHINESE.search(text) and text not in NAMES:
            yield node, child
        yield from literals(child)


def is_word(around: ast.AST) -> bool:
    """In `tr("…")`."""
    return isinstance(around, ast.Call) and isinstance(around.func, ast.Name) and around.func.id == "tr"


def is_path(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)


def is_pattern(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("compile", "split")
    )


def sources() -> dict[str, ast.Module]:
    return {str(f.relative_to(GUI)): ast.parse(f.read_text(encoding="utf-8")) for f in sorted(GUI.rglob("*.py"))}


def test_no_word_stands_outside_the_catalogue() -> None:
    outside = [
        f"{name}:{text.lineno} {text.value!r}"
        for name, tree in sources().items()
        if name not in NOT_OF_THE_WINDOW
        for around, text in literals(tree)
        if not is_word(around) and not is_path(around)
    ]
    assert outside == []


def catalogue() -> dict[str, str]:
    messages = ET.parse(words.CATALOGUE).iter("message")
    return {each.findtext("source", ""): each.findtext("translation", "") for each in messages}


def test_every_word_is_translated() -> None:
    """`dev.py words` was run: nothing is missing, nothing is left over."""
    known = {text.value for tree in sources().values() for around, text in literals(tree) if is_word(around)}
    assert catalogue().keys() == known
    assert words.untranslated(words.CATALOGUE) == []


def fields(text: str) -> set[tuple[str | None, str | None]]:
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def test_a_translation_fills_in_the_same() -> None:
    assert [source for source, english in catalogue().items() if fields(source) != fields(english)] == []


def test_the_catalogue_is_what_qt_finds(tmp_path: Path) -> None:
    """Gathering anew changes nothing: Qt's own reader of Python sees the words that we see."""
    copy = tmp_path / "en.ts"
    copy.write_bytes(words.CATALOGUE.read_bytes())
    assert words.gather(copy) == []
    assert copy.read_bytes() == words.CATALOGUE.read_bytes()


@pytest.mark.parametrize(("language", "said"), [(None, "收现金"), ("en", "Take cash")])
def test_the_window_speaks_it(language: str | None, said: str, tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    if language:
        environment["CUNJIAO_WORDS"] = str(words.compiled(tmp_path))
    code = "from app.gui.parts import counter_view; from app.gui.words import tr; print(tr('收现金'))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, check=True
    )
    assert done.stdout.strip() == said
