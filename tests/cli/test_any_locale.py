"""The command line as a process of its own: UTF-8 whatever the locale says, and no window, fonts or spreadsheets
loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import PACK, Place

REPOSITORY = Path(__file__).resolve().parents[2]


def cunjiao(*words: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    base = {
        k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO", "PYTHONUTF8", "CUNJIAO"))
    }
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, words)], input=stdin, capture_output=True, cwd=REPOSITORY,
        env=base | environment, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "gb18030"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
def test_any_locale(counter: Place, environment: dict[str, str]):
    given = environment | {"CUNJIAO_PASSPHRASE": counter.passphrase, "CUNJIAO_NOW": str(counter.now)}
    found = cunjiao("--data", counter.folder, "find", "0001", "--json", **given)
    assert (found.returncode, found.stderr) == (0, b"")
    assert [hit["name"] for hit in json.loads(found.stdout.decode())][:2] == ["曾广福", "单秀英"]
    refused = cunjiao("--data", counter.folder, "pay", "r7", "--cash-fen", "38000", **given)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().startswith("区志强 按规定不能收款")
    wrong = cunjiao("day", "open", **environment)
    assert (wrong.returncode, wrong.stderr.decode().count("\n")) == (2, 1)
    assert "缺少 --float-fen" in wrong.stderr.decode()
    assert "收款" in cunjiao("pay", "--help", **environment).stdout.decode()


def test_assess_reads_and_writes_utf8_in_a_c_locale():
    facts = json.dumps([{"categories": [{"name": "低保对象", "recognised_on": "2022-01-01"}], "hukou": "local",
                         "enrolment": "ordinary", "last_year": "insured", "other_cover": None,
                         "birth_date": "1980-01-01", "paid_on": "2023-11-15"}], ensure_ascii=False)  # fmt: skip
    answer = cunjiao("assess", "--pack", PACK, "--json", stdin=facts.encode(), LC_ALL="C", PYTHONIOENCODING="ascii")
    assert answer.returncode == 0, answer.stderr.decode()
    (result,) = json.loads(answer.stdout.decode())
    assert (result["due_fen"], result["category"]) == (3_800, "低保对象")


def test_a_passphrase_is_not_waited_for_where_nobody_can_type(counter: Place):
    answer = cunjiao("--data", counter.folder, "verify")
    assert answer.returncode == 2
    assert answer.stderr.decode().endswith("（passphrase_needed）\n")


def test_a_verb_loads_neither_the_window_nor_what_it_does_not_need(counter: Place):
    code = (
        "import sys; from app.cli import main; "
        f"code = main(['--data', {str(counter.folder)!r}, 'find', 'zgf']); "
        "heavy = {'PySide6', 'reportlab', 'pypinyin', 'python_calamine', 'xlsxwriter', 'sqlalchemy'}; "
        "heavy &= set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    environment = os.environ | {"CUNJIAO_PASSPHRASE": counter.passphrase, "CUNJIAO_NOW": str(counter.now)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=REPOSITORY, env=environment, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
