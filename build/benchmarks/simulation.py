"""The exchange simulated from more than a thousand seeds: nothing is timed against anything; no seed may fail.

Most runs are small, one in a hundred has forty points and sixty days. A seed that fails is named, at once and at the
end, with the command that replays it.
"""

import multiprocessing
import os
import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

from benchmarks.measure import Figure  # noqa: E402
from benchmarks.size import Size  # noqa: E402

SEEDS, QUICK_SEEDS = 1_010, 20
ONE_WHOLE_IN = 100


@dataclass
class Told:
    """What a run told, or many runs together: sums and counts by name, and the runs that ended otherwise."""

    sums: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def __add__(self, other: "Told") -> "Told":
        """Both together."""
        return Told(
            self.sums + other.sums,
            self.faults + other.faults,
            self.answers + other.answers,
            self.done + other.done,
            self.failed + other.failed,
        )


def measure(size: Size) -> list[Figure]:
    """All seeds, shared by the processors as each becomes free; the long runs first, so that none is left over."""
    start = perf_counter()
    seeds = QUICK_SEEDS if size == Size.quick() else SEEDS
    told = Told()
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as children:
        runs = [children.submit(run, seed) for seed in sorted(range(seeds), key=_size_of, reverse=True)]
        for done, each in enumerate(as_completed(runs), 1):
            told += each.result()
            print(f"{done:,}/{seeds:,}，不符 {len(told.failed)}", file=sys.stderr, flush=True)
    return [_figure(seeds, told, perf_counter() - start)]


def _size_of(seed: int) -> str:
    """The name of a run's size: "whole" comes after "small" in the alphabet, too."""
    return "whole" if seed % ONE_WHOLE_IN == ONE_WHOLE_IN - 1 else "small"


def run(seed: int) -> Told:
    """One seed, in a child."""
    from tests.simulation.run import run as simulate
    from tests.simulation.sizes import SIZES

    size = _size_of(seed)
    # Whatever ends a run is what is looked for; the others go on, so that all failing seeds are known.
    try:
        told = simulate(seed, SIZES[size])
    except Exception:
        traceback.print_exc()
        print(f"python -m tests.simulation.run {seed} {size}", file=sys.stderr, flush=True)
        return Told(failed=[f"{seed} {size}"])
    sums = Counter(days=SIZES[size].days, missing=told.missing, shut_out=told.shut_out)
    return Told(sums, told.faults, told.answers, told.done)


def _figure(seeds: int, told: Told, seconds: float) -> Figure:
    done, sums = told.done, told.sums
    note = (
        f"{sums['days']:,} 天，{done['export']:,} 个文件，{done['collect']:,} 次收款，{seconds:.0f} 秒；"
        f"县里收 {done['accepted']:,} 条，重复送达 {done['duplicate']:,} 条，随机器消失 {sums['missing']:,} 条，"
        f"按名拒绝登记 {sums['shut_out']:,} 条；故障：{_listed(told.faults)}；应答：{_listed(told.answers)}"
    )
    if told.failed:
        note += "；重放：" + "；".join(f"python -m tests.simulation.run {seed}" for seed in told.failed)
    return Figure(label=f"交换模拟 {seeds:,} 个种子，不符", note=note, counted=not told.failed)


def _listed(counts: Counter[str]) -> str:
    return "、".join(f"{name} {times:,}" for name, times in counts.most_common())
