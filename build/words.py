"""The English catalogue (`dev.py words`): resources/words/en.ts brought up to date with the code, what is not yet
translated named; `compile FOLDER` writes it as the program reads it.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "words" / "en.ts"
LANGUAGES = ("-source-language", "zh_CN", "-target-language", "en")
TOOLS = Path(sys.executable).parent


def gather(catalogue: Path = CATALOGUE) -> list[str]:
    """Take every `tr(…)` of the window into the catalogue; answers the words that have no translation yet."""
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "app" / "gui").rglob("*.py"))
    _tool("pyside6-lupdate", *files, "-no-obsolete", "-locations", "none", *LANGUAGES, "-ts", str(catalogue))
    return untranslated(catalogue)


def untranslated(catalogue: Path) -> list[str]:
    """The words of a catalogue that have no translation."""
    found = ET.parse(catalogue).iter("message")
    return [
        each.findtext("source", "")
        for each in found
        if not each.findtext("translation") or each.find("translation[@type]") is not None
    ]


def compiled(folder: Path, catalogue: Path = CATALOGUE) -> Path:
    """The catalogue as the program reads it, written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "en.qm"
    _tool("pyside6-lrelease", str(catalogue), "-qm", str(made))
    return made


def _tool(name: str, *words: str) -> None:
    """One of Qt's tools, as its wheel brings it."""
    subprocess.run([str(TOOLS / name), *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    """Gather and name what is not translated, or compile."""
    if arguments[:1] == ["compile"]:
        print(compiled(Path(arguments[1])))
        return 0
    missing = gather()
    for words in missing:
        print(f"没有译文：{words}")
    print(f"{CATALOGUE.relative_to(ROOT)}：缺 {len(missing)} 条译文")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
