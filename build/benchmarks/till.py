"""The till's machine of the tests, thousands of times: two clerks in any order, every yuan and sheet after each step.

Nothing is timed against anything; what counts is that no run failed. A child that finds a failure ends with the steps
that lead to it on standard error.
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from secrets import randbelow
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

from benchmarks.measure import Figure  # noqa: E402
from benchmarks.size import Size  # noqa: E402

RUNS, QUICK_RUNS, STEPS = 2_000, 40, 50
# Hypothesis varies what it has seen; beginning anew now and then reaches further.
AT_ONCE = 100


def measure(size: Size) -> list[Figure]:
    """At least so many runs, shared by the processors."""
    start, seed, children = perf_counter(), randbelow(2**31), os.cpu_count() or 1
    runs = QUICK_RUNS if size == Size.quick() else RUNS
    share = str(-(-runs // children))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "build")))}
    started = [
        subprocess.Popen(
            [sys.executable, __file__, str(seed + number), share],
            stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
        )
        for number in range(children)
    ]  # fmt: skip
    told = [child.communicate()[0] for child in started]
    sound = all(child.returncode == 0 for child in started)
    ended: Counter[str] = Counter()
    for each in told:
        ended += Counter(json.loads(each.splitlines()[-1])) if each else Counter()
    return [_figure(ended, sound=sound, seed=seed, seconds=perf_counter() - start)]


def _figure(ended: Counter[str], *, sound: bool, seed: int, seconds: float) -> Figure:
    runs = ended.pop("runs", 0)
    rules = sorted(name for name in ended if ":" not in name)
    refusals = sorted({name.partition(": ")[2] for name in ended if ":" in name})
    refused = sum(times for name, times in ended.items() if ":" in name)
    note = (
        f"{ended.total():,} 步，其中被拒 {refused:,} 步；做成过 {len(rules)} 种：{'、'.join(rules)}；"
        f"拒绝过 {len(refusals)} 种：{'、'.join(refusals)}；种子 {seed}，{seconds:.0f} 秒"
    )
    return Figure(label=f"收款与票据的状态机 {runs:,} 轮，不符", note=note, counted=sound)


def run(seed: int, runs: int) -> None:
    """Let the machine run, and print how its steps ended as one line of JSON. Raises what a run ran into."""
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.till_machine import TillMachine

    random.seed(seed)
    while TillMachine.STEPS["runs"] < runs:
        asked = settings(
            max_examples=min(AT_ONCE, runs - TillMachine.STEPS["runs"]),
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        )
        run_state_machine_as_test(TillMachine, settings=asked)
    print(json.dumps(TillMachine.STEPS))


if __name__ == "__main__":
    run(int(sys.argv[1]), int(sys.argv[2]))
