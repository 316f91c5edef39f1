"""The frozen bundle, tried as a stranger's machine would: an empty environment, a new home, a practice payment, and
the window.

Run by `dev.py freeze` after PyInstaller. It starts out/cunjiao/cunjiao by itself (nothing of this checkout is on its
path), lives through create, import, open, pay, receipt, count, close, report and verify, shows the window's first frame
offscreen, and exits 0.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "out" / "cunjiao" / ("cunjiao.exe" if os.name == "nt" else "cunjiao")
KEPT = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA", "APPDATA")


def main() -> int:
    """Live the day; returns 0 where every step answered as it should."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        day(home)
        call(home, "practice", "--home", str(home / "practice"), "--first-frame")
    print(f"smoke: {PROGRAM} took a practice payment and showed its window")
    return 0


def day(home: Path) -> None:
    """A clerk's day by verbs."""
    data, roster, pdf = home / "point", home / "roster.xlsx", home / "receipt.pdf"
    create = ("--pack", "langxi-2024", "--point", "341821100201", "--name", "练习村", "--operator", "王会计")
    call(home, "--data", str(data), "point", "create", *create, "--practice", "--on", "2023-11-15")
    call(home, "demo-roster", str(roster), "--people", "200")
    loaded = ask(home, "--data", str(data), "roster", "import", str(roster))
    expect(loaded["added"] == 200, f"200 people, not {loaded}")
    call(home, "--data", str(data), "day", "open", "--float-fen", "20000")
    payer = next(
        h["resident"] for h in ask(home, "--data", str(data), "find", "3", "--limit", "200") if h["status"] == "unpaid"
    )
    paid = ask(home, "--data", str(data), "pay", payer, "--cash-fen", "40000")
    call(home, "--data", str(data), "receipt", paid["payments"][0]["receipt"], "--pdf", str(pdf))
    expect(pdf.read_bytes().startswith(b"%PDF-"), "a receipt that is a PDF")
    call(home, "--data", str(data), "day", "count", "--fen", str(20000 + paid["total_fen"]))
    closed = ask(home, "--data", str(data), "day", "close")
    expect(closed["clean"], f"a clean day, not {closed}")
    # Drawn by a child, which is this same program.
    for kind, begins in (("pdf", b"%PDF-"), ("xlsx", b"PK")):
        report = home / f"unpaid.{kind}"
        call(home, "--data", str(data), "report", "unpaid", f"--{kind}", str(report))
        expect(report.read_bytes().startswith(begins), f"a report that is a {kind}")
    expect(ask(home, "--data", str(data), "verify")["ok"], "a whole journal")


def call(home: Path, *arguments: str) -> str:
    """Run the program with nothing but a home and a passphrase around it; its standard output."""
    around = {k: os.environ[k] for k in KEPT if k in os.environ}
    around |= {"HOME": str(home), "CUNJIAO_PASSPHRASE": "smoke", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(PROGRAM), *arguments], env=around, cwd=home, capture_output=True, timeout=300, check=False
    )
    if done.returncode:
        sys.exit(f"smoke: {' '.join(arguments)} ended {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


def ask(home: Path, *arguments: str) -> Any:
    """The JSON answer of a verb."""
    return json.loads(call(home, *arguments, "--json"))


def expect(true: bool, what: str) -> None:
    """Stop where an answer is not as it should be."""
    if not true:
        sys.exit(f"smoke: expected {what}")


if __name__ == "__main__":
    sys.exit(main())
