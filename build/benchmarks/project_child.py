"""What both sides of the projection benchmark share: a fresh process, timed and weighed, its answers left in a file."""

import gc
import json
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

STATUS = Path("/proc/self/status")
PEAK = Path("/proc/self/clear_refs")
OUTCOMES = (
    "collect", "collect_zero", "register_first", "refer", "refuse", "refuse_duplicate", "not_open", "warn_no_benefit",
)  # fmt: skip
OPEN = -1

Answers = tuple["array[int]", "array[int]"]
"""For each person what is due in fen (`OPEN` where there is no amount), and the place of the outcome in OUTCOMES."""


def measured(work: Callable[[], Answers], answers: Path) -> None:
    """Do the work once; prints seconds and KiB, and writes what came out."""
    gc.collect()
    before = _forget_peak()
    start = perf_counter()
    due, outcomes = work()
    seconds = perf_counter() - start
    peak = _kib("VmHWM")
    with answers.open("wb") as file:
        due.tofile(file)
        outcomes.tofile(file)
    json.dump({"seconds": seconds, "grown_kib": peak - before, "peak_kib": peak}, sys.stdout)


def _forget_peak() -> int:
    """Start the peak of memory anew from what is held now; returns that in KiB."""
    PEAK.write_text("5")
    return _kib("VmHWM")


def _kib(field: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1])
