"""The guide for officials is true: its pieces are a pack, its commands run in its order and print what it says."""

import json
import re
import shlex
from pathlib import Path

import pytest

from app.domain.facts import COVERS, ENROLMENTS, HUKOU, LAST_YEAR
from app.packs.reading import load_bytes
from app.packs.rows_duties import CHANNELS, METHODS
from tests.factories import run_here

GUIDE = (Path(__file__).parents[2] / "docs" / "guide-for-officials.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
PACK = "\n".join(text for kind, text in BLOCKS if kind == "toml")
CASES = "".join(text for kind, text in BLOCKS if kind == "json")


def test_its_pieces_are_one_pack() -> None:
    pack = load_bytes(PACK.encode(), "guide")
    assert (pack.id, pack.status, pack.prices.individual.yuan) == ("langxi-2024", "draft", 380)


def test_its_mistake_is_found_in_its_words(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(PACK.replace("subsidy = 342", "subsidy = 395"), encoding="utf-8")
    (said,) = re.findall(r"^> (.*)$", GUIDE, re.MULTILINE)
    line = file.read_text(encoding="utf-8").splitlines().index("subsidy = 395") + 1
    assert f"第 {line} 行：{said}" in run_here("pack", "check", file).out.splitlines()


def test_its_commands_run_in_order_and_say_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "langxi-2024"
    folder.mkdir()
    folder.joinpath("pack.toml").write_text(PACK, encoding="utf-8")
    folder.joinpath("cases.json").write_text(CASES, encoding="utf-8")
    printed, ran = "", 0
    for kind, text in BLOCKS:
        if kind == "sh":
            printed = "".join(out(line) for line in text.splitlines())
            ran += len(text.splitlines())
        elif kind == "text":
            for line in text.splitlines():
                assert line in printed, line
    assert ran >= 9
    corrected(folder / "cases.json")
    assert run_here("pack", "check", folder).code == 0, "with the case put right, as the guide says"


def out(line: str) -> str:
    program, *words = shlex.split(line)
    assert program == "cunjiao"
    answer = run_here(*words)
    assert (answer.code, answer.err) == (0, ""), line
    return answer.out


def corrected(file: Path) -> None:
    (told,) = re.findall(r"改成 `(\{.*?\})`", GUIDE)
    cases = json.loads(file.read_text(encoding="utf-8"))
    cases[2]["expect"] = json.loads(told)
    file.write_text(json.dumps(cases), encoding="utf-8")


def test_its_list_of_words_is_right() -> None:
    rows = dict(re.findall(r"^\| [^|]*?`(\w+)`[^|]*? \| (.*) \|$", GUIDE, re.MULTILINE))
    for name, known in (
        ("payers", {"*", *ENROLMENTS}), ("hukou", set(HUKOU)), ("last_year", set(LAST_YEAR)), ("kinds", set(COVERS)),
        ("channel", set(CHANNELS)), ("methods", set(METHODS)),
    ):  # fmt: skip
        told = set(re.findall(r"`([\w*]+)`", rows[name]))
        assert told and told <= known, name
