"""The window beside a bare one: from a key to the repaint it causes among 643,118 people, and memory with 60,000.

Each side is a process of its own, offscreen (window_child.py); they take turns, a query at a time. What is measured is
wall time in the window's thread, through Qt's own queue of events and its backing store: layout and painting included,
the system's work of putting the picture on a screen not.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from benchmarks import lookup, people
from benchmarks.child import Child
from benchmarks.measure import Figure, percentile
from benchmarks.size import Size

from app.store import roster

KEY_LIMIT = 0.016
MEMORY_PEOPLE, MEMORY_MIB = 60_000, 200
QUERIES = 40
"""How many a round: about 250 keys."""
TOO_FEW = 300
"""Keys of which a 99th percentile would say little."""
LISTED, WHOLE, COMPUTED, DISTURBED = range(4)
Pair = tuple[list[float], list[float]]
"""The times of one key in our window and in the bare one, as window_child.py answers them."""

p99 = percentile(0.99)


def measure(size: Size) -> list[Figure]:
    return [*_keys(size), _memory(min(size.people, MEMORY_PEOPLE))]


class Side(Child):
    """One process with a window."""

    def __init__(self, side: str, folder: Path) -> None:
        super().__init__("window_child.py", side, str(folder))

    def __call__(self, query: dict[str, Any]) -> list[list[float]]:
        """The times of a query's keys, each as LISTED … DISTURBED."""
        answer: list[list[float]] = json.loads(self.ask(json.dumps(query)))
        return answer


def _keys(size: Size) -> list[Figure]:
    """Queries typed letter by letter into both windows. A key during which the system took the processor away from
    either side is left out on both."""
    kept = people.roster_point(size.people)
    with people.scratch() as place:
        for side in ("ours", "bare"):
            shutil.copytree(kept, place / side)
        sides = [Side("ours", place / "ours"), Side("bare", place / "bare")]
        asked = _queries(kept, size.rounds * QUERIES)
        for query in asked[:QUERIES]:  # both sides have everything loaded, and the lists' pages decrypted once
            _turn(sides, query, 0)
        rounds = [
            [pair for number in range(first, first + QUERIES) for pair in _turn(sides, asked[number], number)]
            for first in range(0, len(asked), QUERIES)
        ]
        for each in sides:
            each.close()
    return _key_figures(size, rounds)


def _turn(sides: list[Side], query: dict[str, Any], number: int) -> list[Pair]:
    """The times of one query's keys on both sides; who begins changes each time."""
    if number % 2:
        ours, bare = sides[0](query), sides[1](query)
    else:
        bare, ours = sides[1](query), sides[0](query)
    return list(zip(ours, bare, strict=True))


def _key_figures(size: Size, rounds: list[list[Pair]]) -> list[Figure]:
    """The wall clock where there was a processor for both sides, and beside it what all keys cost in computing."""
    pressed = [pair for pairs in rounds for pair in pairs]
    calm = [[(a, b) for a, b in pairs if not (a[DISTURBED] or b[DISTURBED])] for pairs in rounds]
    left = sum(map(len, calm))
    enough = left >= TOO_FEW or size == Size.quick()
    note = f"{len(pressed):,} 次按键里没有被别的进程打断的 {left:,} 次；参照：输入框、列表和一次范围查询"
    computing = "全部按键；有空闲的处理器时，等的就是这么久；别的程序越忙，数越大"
    return [
        _figure(f"按键到名单画出 p99，{size.people:,} 人", calm, LISTED, note, counted=enough),
        _figure("　到右边的人和全家也画完", calm, WHOLE, "", counted=enough),
        _figure("　同上，窗口线程用的处理器时间", rounds, COMPUTED, computing, counted=True),
    ]


def _figure(label: str, rounds: list[list[Pair]], what: int, note: str, *, counted: bool) -> Figure:
    """p99 of ours beside the bare window's; its list is all it has to paint."""
    rounds = [pairs for pairs in rounds if pairs]
    if not counted or not rounds:
        return Figure(label=label, note=f"{note}，太少，不作数" if note else "", counted=None)
    beside = COMPUTED if what == COMPUTED else WHOLE
    return Figure(
        label=label,
        note=note,
        ours=p99([ours[what] for pairs in rounds for ours, _ in pairs]),
        reference=p99([bare[beside] for pairs in rounds for _, bare in pairs]),
        ratio=median(p99([a[what] for a, _ in pairs]) / p99([b[beside] for _, b in pairs]) for pairs in rounds),
        # Computing is stated, not judged: other work on the same processor makes it dearer.
        limit=None if what == COMPUTED else KEY_LIMIT,
    )


def _queries(kept: Path, count: int) -> list[dict[str, Any]]:
    """What clerks type, in all the ways of lookup.py, cut into keys: Chinese comes from the input method in one."""
    random = Random(643)
    with people.opened(kept) as desk:
        everybody = roster.count(desk.db)
        drawn = (roster.by_id(desk.db, random.randint(1, everybody)) for _ in range(count))
        asked = [lookup.query(random, resident) for resident in drawn if resident]
    return [{"keys": list(each.text) if each.text.isascii() else [each.text], "column": each.column} for each in asked]


def _memory(count: int) -> Figure:
    """The most memory a day at the counter takes, beside an empty Qt window."""
    with people.scratch() as place:
        shutil.copytree(people.roster_point(count), place / "point")
        ours, bare = _peak("day", place / "point"), _peak("empty", place / "point")
    note = (
        f"登录、查人、收一家、打印、翻遍每一页之后最多 {ours} MiB，要求 ≤{MEMORY_MIB} MiB；"
        f"只有一个空 Qt 窗口 {bare} MiB"
    )
    return Figure(label=f"内存，{count:,} 人", note=note, counted=None if ours is None else ours <= MEMORY_MIB)


def _peak(side: str, folder: Path) -> int | None:
    command = [sys.executable, str(Path(__file__).with_name("window_child.py")), side, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"测内存的一方停了：{done.stderr[-500:]}")
    found: int | None = json.loads(done.stdout)
    return found
