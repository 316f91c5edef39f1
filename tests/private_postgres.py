"""A PostgreSQL of our own for tests and measurements: Debian's programs, a cluster in a temporary folder, one socket.

The server refuses to run as root, so root starts it as Debian's user `postgres`; anybody else as themselves.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

_NUMBERS = count(1)
# The order of Chinese words, so that a test would see an order that was left to the server.
_INITDB = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh", "-N")
# What a crash of the machine would cost nobody: the cluster is deleted at the end.
_HASTY = ("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off")
_ALWAYS = ("-c listen_addresses=''", "-c max_connections=20", "-c shared_buffers=128MB")


def programs() -> Path | None:
    """The folder of Debian's newest server programs, None where there is none."""
    found = [initdb.parent for initdb in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """A running server; yields the URL of its database. `durable`: with fsync, for measurements."""
    folder, binaries = Path(tempfile.mkdtemp(prefix="cunjiao-pg-")), programs()
    if binaries is None:
        raise RuntimeError("no PostgreSQL server is installed")
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    options = " ".join((f"-k {folder}", *_ALWAYS, *(() if durable else _HASTY)))
    control = [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
    try:
        _run([str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "cunjiao", *_INITDB], folder, user)
        _run([*control, "-o", options, "-l", str(folder / "log"), "start"], folder, user)
        try:
            yield f"postgresql://cunjiao@/postgres?host={quote(str(folder))}"
        finally:
            _run([*control, "-m", "immediate", "stop"], folder, user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str], folder: Path, user: str | None) -> None:
    # With a file instead of a pipe: the server would hold a pipe open for as long as it runs.
    with (folder / "said").open("w+") as said:
        done = subprocess.run(command, cwd=folder, user=user, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        said.seek(0)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {said.read()}")


def fresh(url: str) -> str:
    """The URL of a new, empty schema in the server's database."""
    import psycopg

    name = f"county_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(url) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{url}&options={quote(f'-csearch_path={name}')}"
