"""Hostile files for the importers, for as long as told: `.venv/bin/python build/fuzz.py [target ...]
[--minutes N] [--seed N]`.

Without atheris (or with --plain) choices come from a seed and the failing one is printed: the same --seed with
--once brings that file again. With atheris, which is there on Linux, they come from a fuzzer that watches which lines
of app/ each input reaches. One process for each target; exit code 1 where one has found something.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

NAMES = ("receive", "enrol", "reply", "sibling", "sheet")
MEMORY_MB = 2_000
# Inputs to begin with: from nothing a fuzzer takes long to find that its choices are many bytes.
CORPUS = 64


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build/fuzz.py")
    parser.add_argument("targets", nargs="*", help="、".join(NAMES))
    parser.add_argument("--minutes", type=float, default=1.0, help="so long for each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--once", action="store_true", help="only this seed")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.targets if name not in NAMES]
    if unknown:
        parser.error(f"不认识 {'、'.join(unknown)}；可选：{'、'.join(NAMES)}")
    if asked.child:
        (name,) = asked.targets
        return _watched(name, asked.minutes, asked.seed)
    guided = importlib.util.find_spec("atheris") is not None and not (asked.plain or asked.once)
    work = _guided if guided else _plain
    return max([work(name, asked) for name in asked.targets or NAMES])


def _plain(name: str, asked: argparse.Namespace) -> int:
    """Seed after seed until the time is over. What a target raises ends the run, after the seed was printed."""
    from tests.fuzz.targets import TARGETS

    codes: Counter[str] = Counter()
    seed, until = asked.seed, time.monotonic() + asked.minutes * 60
    while asked.once or time.monotonic() < until:
        try:
            codes[TARGETS[name](Random(seed)) or "taken"] += 1
        except BaseException:
            print(f"失败：build/fuzz.py {name} --once --seed {seed}", file=sys.stderr, flush=True)
            raise
        seed += 1
        if asked.once:
            break
    print(f"{name}：{seed - asked.seed:,} 个文件，{dict(codes.most_common())}", flush=True)
    return 0


def _guided(name: str, asked: argparse.Namespace) -> int:
    """atheris ends its process itself, so it gets one of its own; what it finds stays in out/fuzz."""
    command = [sys.executable, __file__, name, "--child", "--minutes", str(asked.minutes), "--seed", str(asked.seed)]
    return min(1, subprocess.run(command, cwd=ROOT, env=_environment()).returncode)


def _environment() -> dict[str, str]:
    more = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *([more] if more else [])])}


def _watched(name: str, minutes: float, seed: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["app"]):
        from tests.fuzz.draws import Bytes
        from tests.fuzz.ground import ground
        from tests.fuzz.targets import TARGETS
    ground()

    def one(data: bytes) -> None:
        TARGETS[name](Bytes(data))

    found = ROOT / "out" / "fuzz"
    found.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={int(minutes * 60)}", f"-rss_limit_mb={MEMORY_MB}", "-timeout=20", "-max_len=4096"]
    limits.append("-len_control=0")
    with tempfile.TemporaryDirectory() as corpus:
        for number in range(CORPUS):
            (Path(corpus) / str(number)).write_bytes(Random(seed + number).randbytes(1024))
        atheris.Setup([name, corpus, *limits, f"-seed={seed + 1}", f"-artifact_prefix={found}/{name}-"], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
