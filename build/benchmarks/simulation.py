"""The exchange simulated from more than a thousand seeds: nothing is timed against anything; no seed may fail.

Most runs are small, one in a hundred has forty points and sixty days. A seed that fails is named, at once and at the
end, with the command that replays it.
"""

import multiprocessing
import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

from benchmarks.measure import Figure  # noqa: E402
from benchmarks.size import Size  # noqa: E402

from tests.simulation.sizes import SIZES, Told  # noqa: E402

SEEDS, QUICK_SEEDS = 1_010, 20
ONE_WHOLE_IN = 100


def measure(size: Size) -> list[Figure]:
    """All seeds, shared by the processors as each becomes free; the long runs first, so that none is left over."""
    start = perf_counter()
    seeds = QUICK_SEEDS if size == Size.quick() else SEEDS
    told: dict[int, Told] = {}
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as children:
        runs = {children.submit(run, seed): seed for seed in sorted(range(seeds), key=_is_small)}
        for done, each in enumerate(as_completed(runs), 1):
            found = each.result()
            if found is not None:
                told[runs[each]] = found
            print(f"{done:,}/{seeds:,}，不符 {done - len(told)}", file=sys.stderr, flush=True)
    failed = [_named(seed) for seed in range(seeds) if seed not in told]
    days = sum(SIZES[_size_of(seed)].days for seed in told)
    return [_figure(seeds, list(told.values()), failed, days, perf_counter() - start)]


def _is_small(seed: int) -> bool:
    return seed % ONE_WHOLE_IN != ONE_WHOLE_IN - 1


def _size_of(seed: int) -> str:
    return "small" if _is_small(seed) else "whole"


def _named(seed: int) -> str:
    """The command that replays it."""
    return f"python -m tests.simulation.run {seed} {_size_of(seed)}"


def run(seed: int) -> Told | None:
    """One seed, in a child; None where it ended otherwise than it should."""
    from tests.simulation.run import run as simulate

    # Whatever ends a run is what is looked for; the others go on, so that all failing seeds are known.
    try:
        return simulate(seed, SIZES[_size_of(seed)])
    except Exception:
        traceback.print_exc()
        print(_named(seed), file=sys.stderr, flush=True)
        return None


def _figure(seeds: int, told: Sequence[Told], failed: list[str], days: int, seconds: float) -> Figure:
    done = _together(each.done for each in told)
    note = (
        f"{days:,} 天，{done['export']:,} 个文件，{done['collect']:,} 次收款，{seconds:.0f} 秒；"
        f"县里收 {done['accepted']:,} 条，重复送达 {done['duplicate']:,} 条，"
        f"随机器消失 {sum(each.missing for each in told):,} 条，"
        f"按名拒绝登记 {sum(each.shut_out for each in told):,} 条；"
        f"故障：{_listed(_together(each.faults for each in told))}；"
        f"应答：{_listed(_together(each.answers for each in told))}"
    )
    if failed:
        note += "；重放：" + "；".join(failed)
    return Figure(label=f"交换模拟 {seeds:,} 个种子，不符", note=note, counted=not failed)


def _together(counts: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counts, Counter())


def _listed(counts: Counter[str]) -> str:
    return "、".join(f"{name} {times:,}" for name, times in counts.most_common())
