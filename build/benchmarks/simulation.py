"""The exchange simulated from more than a thousand seeds: nothing is timed against anything; no seed may fail.

Most runs are small, one in a hundred has forty points and sixty days. A seed that fails is named with the command that
replays it.
"""

import json
import os
import subprocess
import sys
import traceback
from collections import Counter
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

from benchmarks.measure import Figure  # noqa: E402
from benchmarks.size import Size  # noqa: E402

SEEDS, QUICK_SEEDS = 1_010, 20
ONE_WHOLE_IN = 100


def measure(size: Size) -> list[Figure]:
    """All seeds, shared by the processors."""
    start, children = perf_counter(), os.cpu_count() or 1
    seeds = QUICK_SEEDS if size == Size.quick() else SEEDS
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "build")))}
    command = [sys.executable, __file__, str(seeds), str(children)]
    started = [
        subprocess.Popen([*command, str(number)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
        for number in range(children)
    ]
    told = [json.loads(child.communicate()[0].splitlines()[-1]) for child in started]
    counts = {name: sum((Counter(each[name]) for each in told), Counter()) for name in ("faults", "answers", "done")}
    failed = [seed for each in told for seed in each["failed"]]
    sums = Counter({name: sum(each[name] for each in told) for name in ("days", "missing", "shut_out")})
    return [_figure(seeds, counts, failed, sums, perf_counter() - start)]


def _figure(
    seeds: int, counts: dict[str, Counter[str]], failed: list[str], sums: Counter[str], seconds: float
) -> Figure:
    done, faults = counts["done"], counts["faults"]
    note = (
        f"{sums['days']:,} 天，{done['export']:,} 个文件，{done['collect']:,} 次收款，{seconds:.0f} 秒；"
        f"县里收 {done['accepted']:,} 条，重复送达 {done['duplicate']:,} 条，随机器消失 {sums['missing']:,} 条，"
        f"按名拒绝登记 {sums['shut_out']:,} 条；故障：{_listed(faults)}；应答：{_listed(counts['answers'])}"
    )
    if failed:
        note += "；重放：" + "；".join(f"python -m tests.simulation.run {seed}" for seed in failed)
    return Figure(label=f"交换模拟 {seeds:,} 个种子，不符", note=note, counted=not failed)


def _listed(counts: Counter[str]) -> str:
    return "、".join(f"{name} {times:,}" for name, times in counts.most_common())


def run(seeds: int, children: int, number: int) -> None:
    """Every seed of this child, and what they told as one line of JSON."""
    from tests.simulation.run import run as simulate
    from tests.simulation.sizes import SIZES

    faults, answers, done, sums = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    failed = []
    for seed in range(number, seeds, children):
        name = "whole" if seed % ONE_WHOLE_IN == ONE_WHOLE_IN - 1 else "small"
        # Whatever ends a run is what is looked for; the others go on, so that all failing seeds are known.
        try:
            told = simulate(seed, SIZES[name])
        except Exception:
            traceback.print_exc()
            print(f"python -m tests.simulation.run {seed} {name}", file=sys.stderr, flush=True)
            failed.append(f"{seed} {name}")
            continue
        faults, answers, done = faults + told.faults, answers + told.answers, done + told.done
        sums += Counter(days=SIZES[name].days, missing=told.missing, shut_out=told.shut_out)
    whole = {"faults": faults, "answers": answers, "done": done, "failed": failed}
    print(json.dumps(whole | {name: sums[name] for name in ("days", "missing", "shut_out")}))


if __name__ == "__main__":
    run(*(int(each) for each in sys.argv[1:4]))
