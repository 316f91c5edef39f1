"""Every code that the exchange may answer with has its sentence, and the sentence finds its facts."""

import ast
import string
from pathlib import Path

import pytest

from app.domain.errors import SENTENCES

ROOT = Path(__file__).parents[2] / "app"
FILES = [
    *(ROOT / "county").glob("*.py"),
    *(ROOT / "devices" / name for name in ("envelope.py", "keyslots.py", "stick.py")),
    ROOT / "domain" / "syncfile.py",
]


def raised(file: Path) -> list[tuple[str, set[str]]]:
    """Codes and names of facts in Refused("…", …), WrongUse("…", …) and Fault("…", {…})."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        first = node.args[0]
        codes = [
            leaf.value for leaf in ast.walk(first) if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
        ]
        if node.func.id in {"Refused", "WrongUse"}:
            facts = {keyword.arg or "" for keyword in node.keywords}
        elif node.func.id == "Fault" and isinstance(node.args[1], ast.Dict):
            facts = {key.value for key in node.args[1].keys if isinstance(key, ast.Constant)}
        else:
            continue
        found += [(code, facts) for code in codes if code in SENTENCES or "_" in code]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_answer_has_words(file: Path) -> None:
    for code, facts in raised(file):
        needed = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
        assert needed <= facts, (code, needed - facts)
