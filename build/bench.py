"""Measures what the counter waits for, each beside its reference in the same run: `python3 build/dev.py bench`.

    dev.py bench [lookup] [pay] [receipt] [import] [start] [window] [stalls] [verify] [project] [till]
                 [simulation] [county] [--quick | --full]

A figure alone says little: these machines drift by a factor of two within the hour. So our work and a bare one that
does only what cannot be left out take turns (A B, B A, ...), and what is held against the aim is the median of their
ratios. --quick measures a village instead of a county, to see that everything runs; its figures prove nothing.
Exit code 1 where an aim is missed. Stores made for measuring are kept in out/bench, by the hash of the code that makes
them.
"""

import argparse
import compileall
import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

from benchmarks import table  # noqa: E402
from benchmarks.measure import Figure  # noqa: E402
from benchmarks.size import Size  # noqa: E402

# name -> module; one file per measured thing, each with `measure(size) -> list[Figure]`.
MEASURED = {
    "lookup": "lookup",
    "pay": "pay",
    "receipt": "receipt",
    "import": "roster_import",
    "start": "start",
    "window": "window",
    "stalls": "stalls",
    "verify": "verify",
    "project": "project",
    "till": "till",
    "simulation": "simulation",
    "county": "county",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="name", help="、".join(MEASURED))
    parser.add_argument("--quick", action="store_true", help="small and fast: shows that it runs, proves nothing")
    parser.add_argument("--full", action="store_true", help="county with five million payments: an hour")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in MEASURED]
    if unknown:
        parser.error(f"不认识 {'、'.join(unknown)}；可选：{'、'.join(MEASURED)}")
    size = Size.quick() if asked.quick else Size.full() if asked.full else Size.county()
    # A clerk's program is compiled when it is installed; here it may be forbidden by the environment.
    compileall.compile_dir(ROOT / "app", quiet=1)
    figures: list[Figure] = []
    table.head(size)
    for name in asked.names or MEASURED:
        found = importlib.import_module(f"benchmarks.{MEASURED[name]}").measure(size)
        table.rows(found)
        figures += found
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
