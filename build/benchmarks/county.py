"""A county's season received, verified and reconciled, beside what cannot be left out, a bare COPY, and work by hand.

All sides are processes of their own that take turns, some forty files at a time, so that the machine's moods fall on
all of them. What is held against the aims are ratios of the sums; of the whole season ours counts reconciling too.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks import county_files, county_sheets, people
from benchmarks.child import Child
from benchmarks.county_files import Season
from benchmarks.measure import Figure
from benchmarks.size import Size

from tests import private_postgres

# Files in a turn, and turns there are at least.
A_TURN, TURNS = 40, 10
# Where the line of growth begins.
FROM_PAYMENTS = 100_000
AIM, COPY_AIM, GROWTH_AIM, MEMORY_MIB = 4.0, 6.0, 1.25, 400
# A tenth of what the work by hand takes.
HAND_AIM = 0.1


class Side(Child):
    """A child process that does one side's work."""

    def __init__(self, side: str, folder: Path, files: Path, points: int, url: str | None = None) -> None:
        self.seconds: list[float] = []
        super().__init__("county_child.py", side, str(folder / side), str(files), str(points), *([url] if url else []))

    def __call__(self, *words: object) -> tuple[float, Any]:
        """What the child answers: seconds, and what it found."""
        seconds, found = json.loads(self.ask(*words))
        return seconds, found

    def go(self, first: int, last: int) -> None:
        self.seconds.append(self("go", first, last)[0])


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Who takes turns; `hand` and `remote` only where the size asks for them and a PostgreSQL is there."""

    ours: Side
    bare: Side
    hand: Side | None
    remote: Side | None

    def __iter__(self) -> Iterator[Side]:
        return (side for side in (self.ours, self.bare, self.hand, self.remote) if side is not None)


def measure(size: Size) -> list[Figure]:
    season = county_files.season(size.season)
    sheets = county_sheets.folder(size.season) if size.beside else None
    with ExitStack() as stack:
        place = stack.enter_context(people.scratch())
        url = stack.enter_context(_server()) if size.beside else None
        sides = _sides(stack, place, season, sheets, url)
        copied, first_part = _take_turns(season, sides)
        return [
            *_whole(size, sides),
            _growth(season, sides, first_part),
            _again(sides.ours, season),
            *(_remote(sides, season, copied) if size.beside else []),
        ]


@contextmanager
def _server() -> Iterator[str | None]:
    running = private_postgres.server(durable=True) if private_postgres.programs() else nullcontext(None)
    with running as url:
        yield private_postgres.fresh(url) if url else None


def _sides(stack: ExitStack, place: Path, season: Season, sheets: Path | None, url: str | None) -> Sides:
    def side(name: str, where: str, files: Path, *url: str) -> Side:
        made = Side(name, place / where, files, season.points, *url)
        stack.callback(made.close)
        return made

    return Sides(
        remote=side("ours", "remote", season.folder, url) if url else None,
        ours=side("ours", "own", season.folder),
        bare=side("bare", "own", season.folder),
        hand=side("sheets", "own", sheets) if sheets else None,
    )


def _take_turns(season: Season, sides: Sides) -> tuple[list[float], tuple[float, float, int]]:
    """Every side does every turn; returns the COPYs' times, and ours, bare and files when FROM_PAYMENTS were in."""
    copied: list[float] = []
    early: tuple[float, float, int] | None = None
    for number, (first, last) in enumerate(pairwise(_bounds(season.points))):
        for each in list(sides) if number % 2 else reversed(list(sides)):
            each.go(first, last)
        if sides.remote is not None:
            copied.append(sides.remote("copy", first, last)[0])
        if early is None and last * county_files.PER_FILE >= FROM_PAYMENTS:
            early = (sum(sides.ours.seconds) + sides.ours("reconcile")[0], sum(sides.bare.seconds), last)
    return copied, early or (sum(sides.ours.seconds), sum(sides.bare.seconds), season.points)


def _bounds(points: int) -> list[int]:
    turns = max(TURNS, points // A_TURN)
    return [points * each // turns for each in range(turns + 1)]


def _whole(size: Size, sides: Sides) -> list[Figure]:
    receiving = sides.ours("peak")[1]
    received, (reconciling, found) = sum(sides.ours.seconds), sides.ours("reconcile")
    whole, reference = received + reconciling, sum(sides.bare.seconds)
    peak = sides.ours("peak")[1]
    name = f"{size.season:,} 笔收、验、核对"
    memory = f"{peak} MiB（接收 {receiving}），要求 {MEMORY_MIB} MiB 以内"
    took = f"接收 {received:.0f} 秒，核对 {reconciling:.1f} 秒"
    note = f"{took}；有效 {found[0]:,} 笔，重复 {found[1]} 起；参照：解密、解析、写入"
    return [
        Figure(label=name, ours=whole, reference=reference, ratio=whole / reference, aim=AIM, note=note),
        Figure(label="　最高内存", note=memory, counted=peak <= MEMORY_MIB),
        *(_by_hand(whole, reconciling, sum(sides.hand.seconds)) if sides.hand else []),
    ]


def _by_hand(whole: float, reconciling: float, by_hand: float) -> list[Figure]:
    note = "参照：openpyxl 逐个读各村台账（只读方式），加总、查重"
    daily = "每天都要再来一遍的：一问一答只重新核对，手工则重读全部台账"
    return [
        Figure(label="　与手工", ours=whole, reference=by_hand, ratio=whole / by_hand, aim=HAND_AIM, note=note),
        Figure(label="　再问一次", ours=reconciling, reference=by_hand, ratio=reconciling / by_hand, aim=HAND_AIM,
               note=daily),
    ]  # fmt: skip


def _growth(season: Season, sides: Sides, early: tuple[float, float, int]) -> Figure:
    """Ours over bare for the whole beside the same for the first part: where both grow alike the cost is linear."""
    first_ours, first_bare, files = early
    whole = sum(sides.ours.seconds) + sides.ours("reconcile")[0]
    grown = (whole / sum(sides.bare.seconds)) / (first_ours / first_bare)
    *_, before, end = _bounds(season.points)
    first = f"前 {files * county_files.PER_FILE:,} 笔 {_each(first_ours, files)}"
    note = (
        f"每笔：{first}，全部 {_each(whole, season.points)}，"
        f"最后一轮接收 {_each(sides.ours.seconds[-1], end - before)}；比值是两者各除以参照之后的"
    )
    return Figure(label="　随笔数增长", ratio=grown, aim=GROWTH_AIM, note=note)


def _each(seconds: float, files: int) -> str:
    return f"{seconds / files / county_files.PER_FILE * 1e6:.0f} 微秒"


def _again(ours: Side, season: Season) -> Figure:
    before = ours("content")[1]
    seconds, (new, known, doubtful, rejected) = ours("go", 0, season.points)
    same = ours("content")[1] == before and not new and not doubtful and not rejected
    note = f"{known:,} 条都认得，新收 {new} 条，内容摘要{'不变' if same else '变了'}"
    return Figure(label="　全部文件再收一遍", ours=seconds, counted=same, note=note)


def _remote(sides: Sides, season: Season, copied: list[float]) -> list[Figure]:
    ours, remote = sides.ours, sides.remote
    if remote is None:
        return [Figure(label="PostgreSQL", note="这台电脑没有装服务器", counted=None)]
    received, own = sum(remote.seconds), sum(ours.seconds)
    reconciling = remote("reconcile")[0]
    before = remote("content")[1]
    seconds, (new, _, doubtful, rejected) = remote("go", 0, season.points)
    same = remote("content")[1] == before and not (new or doubtful or rejected)
    equal = before == ours("content")[1]
    return [
        Figure(label="PostgreSQL 接收", ours=received, reference=sum(copied), ratio=received / sum(copied),
               aim=COPY_AIM, note=f"参照：同样的行 COPY 进同样的表和索引；核对 {reconciling:.1f} 秒"),
        Figure(label="　与自带数据库", ours=received, reference=own, ratio=received / own),
        Figure(label="　全部文件再收一遍", ours=seconds, counted=same, note="内容摘要不变" if same else "内容变了"),
        Figure(label="　与自带数据库内容相同", counted=equal, note="逐行摘要" + ("相同" if equal else "不同")),
    ]  # fmt: skip
