"""Taking one person's money, against one bare durable commit of as many bytes; and how often it waits for the disk."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from benchmarks import payments, people
from benchmarks.measure import Figure, compare
from benchmarks.size import Size

from app.desk.day import open_day
from app.desk.desk import Desk
from app.store import database, journal

AIM = 10.0
SYNCS = "fsync,fdatasync,sync,syncfs,msync,sync_file_range"
CALL = re.compile(r"\b(?:" + SYNCS.replace(",", "|") + r")\(")


def measure(size: Size) -> list[Figure]:
    kept = people.roster_point(size.people)
    with people.scratch() as place:
        folder = place / "point"
        shutil.copytree(kept, folder)
        with people.opened(folder) as desk:
            verb = _verb(desk, place / "bare.db", size)
        return [verb, _syncs(folder, size.payments)]


def _verb(desk: Desk, file: Path, size: Size) -> Figure:
    open_day(desk, 20_000)
    each = size.payments // size.rounds
    first, *handles = payments.payable(desk, 2 + size.rounds * each, seed=1)
    payments.pay(desk, first)
    *_, (_, line, _) = journal.lines(desk.db, desk.journal)
    blob = os.urandom(len(line))
    bare = database.connect(file, bytes(32)).conn
    bare.execute("CREATE TABLE line (line BLOB NOT NULL)")

    def verb(number: int) -> None:
        payments.pay(desk, handles[number])

    def commit(number: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO line VALUES (?)", (blob,))
        bare.execute("COMMIT")

    note = f"参照：同样设置（SQLCipher、WAL、synchronous=FULL）下持久写入同样长的 {len(blob):,} 字节"
    found = compare("收一个人的款（现金）", verb, commit, aim=AIM, rounds=size.rounds, each=each, note=note)
    bare.close()
    return found


def _syncs(folder: Path, count: int) -> Figure:
    """How often each payment of a session waits for the disk, seen from outside the process."""
    label = f"同一次登录收款 {count:,} 笔，每笔等待磁盘的次数"
    if not _strace():
        return Figure(label=label, counted=None, note="需要 strace：sudo apt-get install -y strace")
    trace = folder.with_name("trace")
    script = [sys.executable, str(Path(payments.__file__)), str(folder), str(count)]
    # SQLite writes with pwrite64; write is only used for the script's own marks.
    watch = ["strace", "-f", "-qq", "-y", "-e", "signal=none", "-e", f"trace=write,{SYNCS}", "-o", str(trace)]
    subprocess.run([*watch, *script], cwd=people.ROOT, stdout=subprocess.DEVNULL, check=True)
    per_payment, between = count_syncs(trace.read_text(errors="replace").splitlines())
    found = Counter(per_payment)
    times = "，".join(f"{syncs} 次的 {number:,} 笔" for syncs, number in sorted(found.items()))
    note = f"strace 所见：{times}；两笔之间 {between} 次"
    return Figure(label=label, note=note, counted=found == {1: count})


def _strace() -> bool:
    """Whether strace is there; as root on Debian it is installed where it is missing."""
    if not shutil.which("strace") and shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "--no-install-recommends", "strace"]
        subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return shutil.which("strace") is not None


def count_syncs(trace: list[str]) -> tuple[list[int], int]:
    """From the lines of a trace: the syncs within each payment, and those between the first and the last one."""
    per_payment: list[int] = []
    paying, between, outside = False, 0, 0
    for line in trace:
        if f'"{payments.BEGIN.decode()}"' in line:
            per_payment.append(0)
            between += outside if len(per_payment) > 1 else 0
            paying, outside = True, 0
        elif f'"{payments.END.decode()}"' in line:
            paying = False
        elif CALL.search(line):
            if paying:
                per_payment[-1] += 1
            else:
                outside += 1
    return per_payment, between
