"""What is due from everybody of a county, against OpenFisca-core with the same rules and the same people.

Each side is a fresh process that has its inputs in memory as it likes them (columns of codes here, numpy arrays there)
and is timed from the pack's text to an amount and an outcome for everyone: reading the pack against building the
tax-benefit system and the simulation included, starting Python and importing not. Memory is what the process grew by
at its peak in that time. Everybody's answers must be the same, compared byte by byte.

Two references: OpenFisca with parameters looked up as its documentation says (fancy indexing), which is what the aim is
about, and with those look-ups written by hand as numpy tables, which is what its authors would come to who measured.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import people, project_people
from benchmarks.measure import Figure
from benchmarks.size import Size

from app import packs

ROUNDS = 5
AIM = 1.0
ON = date(2023, 11, 15)
OPENFISCA = people.ROOT / "out" / "bench-venv"
HERE = Path(__file__).parent
INSTALL = "python3 build/dev.py bench project"
MAKERS = ("build/benchmarks/project_people.py", f"resources/policy/{people.PACK}/pack.toml")


class Run(NamedTuple):
    """One process: seconds of the work, KiB it grew by, and everybody's answers."""

    seconds: float
    grown_kib: int
    answers: bytes


def measure(size: Size) -> list[Figure]:
    label = f"全县应缴测算，{size.people:,} 人"
    python = OPENFISCA / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists() or not Path("/proc/self/clear_refs").exists():
        return [Figure(label=label, counted=None, note=f"参照要用 OpenFisca（只在 Linux 上测）：请先运行 {INSTALL}")]
    folder = people.kept(f"project-{size.people}", MAKERS, lambda folder: _make(folder, size.people))
    taken = _taken(folder, str(python), 3 if size.rounds < 7 else ROUNDS)
    # Once is enough to hold all people's answers together; every round does.
    same = all(run.answers == runs[0].answers for runs in taken for run in runs)
    documented = _figure(label, [(ours, other) for ours, other, _ in taken], aim=AIM)
    by_hand = _figure("　参照改用手写 numpy 查表", [(ours, other) for ours, _, other in taken], aim=None)
    count = Figure(
        label="　逐人比较", note=f"{size.people:,} 人应缴和结果全部相同" if same else "有人不同", counted=same
    )
    return [documented, by_hand, count, _memory(taken)]


def _make(folder: Path, count: int) -> None:
    folder.mkdir()
    names = [category.name for category in packs.load(people.PACK).categories]
    project_people.write(folder / "people", count, names, ON)


def _taken(folder: Path, python: str, rounds: int) -> list[tuple[Run, Run, Run]]:
    """The three in turn; who begins changes each time."""
    with people.scratch() as place:
        sides: list[Callable[[], Run]] = [
            lambda: _run([sys.executable, str(HERE / "project_ours.py")], folder, place),
            lambda: _run([python, str(HERE / "project_openfisca.py")], folder, place, "documented"),
            lambda: _run([python, str(HERE / "project_openfisca.py")], folder, place, "by-hand"),
        ]
        taken = []
        for number in range(rounds):
            order = [(number + turn) % 3 for turn in range(3)]
            done = {side: sides[side]() for side in order}
            taken.append((done[0], done[1], done[2]))
    return taken


def _run(command: list[str], folder: Path, place: Path, *more: str) -> Run:
    pack = people.ROOT / "resources" / "policy" / people.PACK / "pack.toml"
    answers = place / "answers"
    arguments = [str(pack), str(folder / "people"), str(ON), str(answers), *more]
    done = subprocess.run([*command, *arguments], cwd=people.ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"测算失败（{Path(command[1]).name}）：{done.stderr[-800:]}")
    said = json.loads(done.stdout)
    return Run(said["seconds"], said["grown_kib"], answers.read_bytes())


def _figure(label: str, pairs: list[tuple[Run, Run]], *, aim: float | None) -> Figure:
    return Figure(
        label=label,
        ours=median(ours.seconds for ours, _ in pairs),
        reference=median(other.seconds for _, other in pairs),
        ratio=median(ours.seconds / other.seconds for ours, other in pairs),
        aim=aim,
    )


def _memory(taken: list[tuple[Run, Run, Run]]) -> Figure:
    ours, documented, by_hand = (median(runs[side].grown_kib for runs in taken) for side in range(3))
    ratio = max(ours / documented, ours / by_hand)
    note = f"内存增长的峰值：{ours / 1024:.0f} MiB，参照 {documented / 1024:.0f} MiB，手写查表 {by_hand / 1024:.0f} MiB"
    return Figure(label="　内存（与较省的参照相比）", ratio=ratio, aim=AIM, note=note)
