"""The guide for officials is true: its pieces are a pack, its commands run in its order and print what it says."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec import Struct, structs

from app.domain.answer import Outcome
from app.domain.duty_answers import TOPICS
from app.domain.facts import Facts
from app.domain.policy import PackFile, Prices
from app.domain.wording import COVERS
from app.packs import codes
from app.packs.keys import KEYS, SAID, known
from app.packs.kinds import struct_of
from app.packs.lines import Place
from app.packs.reading import load_bytes
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
        if "point create" in text:
            # As the guide says, the case is put right before anything is made with the pack.
            corrected(folder / "cases.json")
        if kind == "sh":
            printed = "".join(out(line) for line in text.splitlines())
            ran += len(text.splitlines())
        elif kind == "text":
            for line in text.splitlines():
                assert line in printed, line
    assert ran >= 18
    assert run_here("pack", "check", folder).code == 0, "with the case put right, as the guide says"


def out(line: str) -> str:
    program, *words = shlex.split(line)
    assert program == "cunjiao"
    answer = run_here(*words, environment={"CUNJIAO_PASSPHRASE": "abc"})
    assert (answer.code, answer.err) == (0, ""), line
    return answer.out


def corrected(file: Path) -> None:
    (told,) = re.findall(r"改成 `(\{.*?\})`", GUIDE)
    cases = json.loads(file.read_text(encoding="utf-8"))
    cases[2]["expect"] = json.loads(told)
    file.write_text(json.dumps(cases), encoding="utf-8")


def pairs(cell: str) -> dict[str, str]:
    """Each code of a cell with its Chinese; commas inside the Chinese stay in it."""
    told = re.split(r"，(?=`)", cell)
    found = [re.fullmatch(r"`([\w*\[\].]+)` ?(.*)", each) for each in told]
    return {each[1]: each[2] for each in found if each}


def table(heading: str) -> list[list[str]]:
    """The rows of the first table after a heading."""
    after = GUIDE[GUIDE.index(heading) :].split("\n## ")[0]
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in after.splitlines() if row.startswith("| ")][1:]


def told_of(struct: type[Struct], cells: list[str]) -> bool:
    """Whether a row of the reference names the keys of a struct, those it needs first, each in the program's words."""
    fields = [field for field in structs.fields(struct) if field.encode_name not in SAID]
    needed = {each.encode_name: KEYS[struct][each.encode_name] for each in fields if each.required}
    free = {each.encode_name: KEYS[struct][each.encode_name] for each in fields if not each.required}
    return [pairs(cells[0]), pairs(cells[1])] == [needed, free]


def blocks(kind: Any, place: Place = ()) -> Iterator[tuple[str, type[Struct]]]:
    """Every block of a pack as an official writes its heading."""
    for field in structs.fields(kind):
        struct = struct_of(field.type)
        listed = None if struct else next((struct_of(each) for each in get_args(field.type)), None)
        name = ".".join((*place, field.encode_name))
        if struct:
            yield f"[{name}]", struct
            yield from blocks(struct, (*place, field.encode_name)) if struct is Prices else ()
        elif listed:
            yield f"[[{name}]]", listed


def test_every_key_is_in_its_reference() -> None:
    rows = table("## 各块能写什么")
    for heading, struct in blocks(PackFile):
        if struct is Prices:
            continue
        (row,) = [row for row in rows if f"`{heading}`" in row[0]]
        assert told_of(struct, row[1:]), heading
    for part in ("[window.terms]", "[late.within]", "[late.over]", "[late.earlier]", "[late.closed]"):
        assert any(f"`{part}`" in row[0] for row in rows), part


def test_every_key_has_a_word() -> None:
    for _, struct in (*blocks(PackFile), ("", PackFile)):
        assert set(known(struct)) <= set(KEYS[struct]) | set(SAID), struct


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("status", codes.STATES), ("price", codes.PRICES), ("start", codes.STARTS), ("event", codes.EVENTS),
        ("payers", codes.PAYERS), ("hukou", codes.HUKOU), ("last_year", codes.LAST_YEAR), ("kinds", COVERS),
        ("never", codes.NEVER), ("window_from", codes.WINDOW_FROM), ("undetermined", codes.UNDETERMINED),
        ("channel", codes.CHANNELS), ("methods", codes.METHODS), ("one_per", codes.ONE_PER), ("paper", codes.PAPERS),
        ("outcome", codes.OUTCOMES),
    ],
)  # fmt: skip
def test_its_list_of_words_is_right(name: str, words: dict[str, str]) -> None:
    (row,) = [row for row in table("## 代号") if f"`{name}`" in row[0]]
    assert pairs(row[1]) == words


def test_every_word_of_a_pack_has_its_chinese() -> None:
    for (struct, key), meaning in codes.CODES.items():
        field = next(each for each in structs.fields(struct) if each.encode_name == key)
        assert set(codes.literals(field.type)) <= set(meaning), (struct, key)
    for struct in KEYS:
        for field in structs.fields(struct):
            worded = (struct, field.encode_name) in codes.CODES
            assert worded or not codes.literals(field.type), (struct, field.encode_name)
    assert set(get_args(Outcome)) == set(codes.OUTCOMES)


def test_its_samples_name_every_fact_and_every_topic() -> None:
    part = GUIDE[GUIDE.index("## 样例能写什么") :]
    for name in (*Facts.__struct_fields__, *TOPICS):
        assert f"`{name}`" in part, name
    for shape, _ in TOPICS.values():
        assert all(f"`{name}`" in part for name in shape.__struct_fields__), shape
