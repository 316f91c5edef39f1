"""How long the window stands still while a clerk works in it, and beside it a bare Qt window in the same minutes.

A process (stalls_child.py) lives a day by keyboard, offscreen, from the sign-in to the backup, and looks people up
while long work is under way; tests/gui/stalls.py watches its event loop. The reference is a process with an idle timer
and nothing else: what it misses, the machine has taken away. The longest stop is reported as the clock has it. What is
held against the aim is what the window's thread has computed in it, and what did not fit is named with its place.
"""

import json
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from benchmarks import people
from benchmarks.measure import Figure
from benchmarks.payments import pay, payable
from benchmarks.size import Size

from app.desk import demo_roster
from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.hand_over import KnownCounty
from app.devices import envelope
from app.domain.errors import Refused
from app.store import settings
from app.store.database import writing

LIMIT_S = 0.05
AT_FIRST = 3_000
CHILD = str(Path(__file__).with_name("stalls_child.py"))


def measure(size: Size) -> list[Figure]:
    with people.scratch() as place:
        shutil.copytree(people.roster_point(AT_FIRST), place / "point")
        with people.opened(place / "point") as desk:
            _season(desk, size.payments)
            demo_roster.write(place / "名册.xlsx", size.import_rows, seed=people.SEED + 1, policy=desk.policy)
        bare = subprocess.Popen(
            [sys.executable, CHILD, "bare"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        who = [people.CLERK, people.PASSPHRASE, people.NOW.isoformat()]
        ours = subprocess.run(
            [sys.executable, CHILD, "ours", str(place), *who], stdout=subprocess.PIPE, text=True, check=False
        )
        told, _ = bare.communicate("")
        if ours.returncode or bare.returncode:
            raise SystemExit(f"测量的一方停了，退出码 {ours.returncode}、{bare.returncode}")
    missed = json.loads(told)["wall"]
    return [_figure(json.loads(line), missed) for line in ours.stdout.splitlines()]


def _season(desk: Desk, payments: int) -> None:
    """A county that is known, and payments to hand over to it."""
    keys = envelope.new_keys().public
    county = KnownCounty(
        name="郎溪县医保局", store="a" * 32, sign_key=keys.sign, seal_key=keys.seal, fingerprint=keys.fingerprint
    )
    with writing(desk.db):
        settings.put(desk.db, "county", msgspec.to_builtins(county))
    with suppress(Refused):  # the kept point's day may be open
        open_day(desk, 20_000)
    for handle in payable(desk, payments, seed=2):
        pay(desk, handle)


def _figure(told: dict[str, Any], missed: float) -> Figure:
    worst = told["worst"]
    machine, own, others = (round(worst[name] * 1000) for name in ("machine", "own", "others"))
    note = f"其中等处理器 {machine} ms，本线程计算 {own} ms，同时旁线计算 {others} ms；超过 50 ms 的 {told['over']} 次"
    where = f"，停在：{worst['where']}" if worst["where"] else ""
    return Figure(
        label=f"停顿：{told['story']}",
        note=note + where,
        ours=worst["wall"],
        reference=missed,
        counted=told["own"] <= LIMIT_S,
    )
