"""What a developer types: `python3 build/dev.py <command>`. Standard library only, so that a bare Python runs it.

    run      the program on its practice point          test     the tests (arguments go to pytest)
    lint     ruff, mypy and the import contracts        bench    build/bench.py
    shots    build/shots.py                             freeze   the onedir bundle in out/, then its smoke test
    setup    only prepare the machine                   lock     renew requirements*.lock from pyproject.toml
    words    the English catalogue, up to date with the code; run and shots take --english

Each command first makes the machine ready: Debian's system libraries, then a private .venv from requirements.lock.
Where nothing is missing that costs a few hundredths of a second.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
ENGLISH = "--english"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "cunjiao-setup.json"
OUT = ROOT / "out"
BENCH_LOCK = ROOT / "requirements-bench.lock"
BENCH_VENV = OUT / "bench-venv"
PIP_INSTALL = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]

# Found necessary and sufficient on a Debian without any desktop.
OFFSCREEN = ("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3")
# Without libcups2 Qt knows no printers.
WINDOW = ("libcups2", "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
# age, unzip, openssl and bc are what docs/reader.sh reads a sync file with.
TESTS = ("xvfb", "libzbar0", "strace", "age", "unzip", "openssl", "bc")
# Only its programs are used: tests and measurements start a server of their own in a temporary folder.
SERVER = ("postgresql",)
# PyInstaller reads shared libraries with objdump, and needs Python itself as one, which Debian packs apart.
FREEZE = ("binutils", *(["libpython{}.{}".format(*sys.version_info[:2])] if sys.base_prefix == "/usr" else []))


class Stop(Exception):
    """Something the reader of the message has to do first."""


# --- the machine ---------------------------------------------------------------------------------------------------


def check_python() -> None:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        have = "{}.{}".format(*sys.version_info[:2])
        example = "py -3.13" if WINDOWS else "python3.11"
        raise Stop(f"需要 Python 3.11 至 3.13，现在运行的是 {have}。请改用合适的版本，例如：{example} build/dev.py run")


def system_packages(command: str) -> tuple[str, ...]:
    if command == "run":
        has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        return OFFSCREEN + WINDOW if has_screen else OFFSCREEN
    if command in ("test", "setup"):
        return OFFSCREEN + WINDOW + TESTS + SERVER
    if command == "bench":
        return OFFSCREEN + SERVER
    if command == "shots":
        return OFFSCREEN
    if command == "freeze":
        return OFFSCREEN + FREEZE
    return ()


def venv_packages() -> tuple[str, ...]:
    """Debian ships Python without the part that makes virtual environments."""
    if PYTHON.exists() or importlib.util.find_spec("ensurepip"):
        return ()
    return ("python{}.{}-venv".format(*sys.version_info[:2]),)


def missing_packages(wanted: tuple[str, ...]) -> list[str]:
    # Since the change to 64-bit time some libraries end in t64; installing them by the old name still works.
    names = [*wanted, *(name + "t64" for name in wanted)]
    query = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names], capture_output=True, text=True
    )
    installed = {line.split()[0] for line in query.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if name not in installed and name + "t64" not in installed]


def ensure_system(wanted: tuple[str, ...]) -> None:
    if not wanted or not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    missing = missing_packages(wanted)
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    as_root = root_prefix()
    if as_root is not None:
        say("正在安装系统组件：" + " ".join(missing))
        subprocess.run([*as_root, "apt-get", "update"], stdout=subprocess.DEVNULL)
        subprocess.run([*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *install], stdout=subprocess.DEVNULL)
        missing = missing_packages(wanted)
    if missing:
        line = "sudo apt-get install -y --no-install-recommends " + " ".join(missing)
        raise Stop(f"缺少系统组件，请先运行下面这一行，再重新执行本命令：\n  {line}")


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root: nothing, sudo, or None where neither is possible."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


# --- the private environment ---------------------------------------------------------------------------------------


def ensure_venv() -> None:
    wanted = setup_facts()
    if read_stamp() == wanted:
        return
    with one_at_a_time():
        if read_stamp() == wanted:
            return
        STAMP.unlink(missing_ok=True)
        make_venv()
        install_locked()
        STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def setup_facts() -> dict[str, str]:
    return {"lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(), "root": str(ROOT)}


def read_stamp() -> dict[str, str] | None:
    """None also where the interpreter the environment was made from has been removed since (a dangling link)."""
    if not (PYTHON.exists() and STAMP.exists()):
        return None
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return None


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two set-ups in one folder would write over each other; the second waits and finds the work done."""
    with open(ROOT / ".venv.lock", "a+b") as file:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    say("正在准备独立的 Python 环境 .venv …")
    # An environment that still runs is brought up to date; one that was moved or lost its Python is made anew.
    again = ["--clear"] if VENV.exists() and not venv_runs() else []
    call([sys.executable, "-m", "venv", *again, str(VENV)], "无法建立 .venv。")


def venv_runs() -> bool:
    try:
        answer = subprocess.run([PYTHON, "-c", "import pip, sys; print(sys.prefix)"], capture_output=True, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and Path(answer.stdout.strip()) == VENV


def install_locked() -> None:
    say("正在按 requirements.lock 安装依赖（逐一核对哈希），首次约需一两分钟 …")
    # The lock is complete, so nothing is resolved; and nobody who only wants to run the program needs a compiler.
    install = [*PIP_INSTALL, "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(LOCK)]
    if subprocess.run(install, cwd=ROOT).returncode != 0:
        say("安装没有完成，可能是网络超时，再试一次 …")
        call(install, "依赖安装失败。请检查网络，然后重新执行本命令；已下载的部分不会重复下载。")


# --- the commands --------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> NoReturn:
    become(["-m", "app", "practice", *in_language(arguments)])


def in_language(arguments: list[str]) -> list[str]:
    """With --english the window speaks English, for those who look at it and read no Chinese."""
    if ENGLISH not in arguments:
        return arguments
    folder = OUT / "words"
    call([str(PYTHON), "build/words.py", "compile", str(folder)], "译文没有编译成。")
    os.environ["CUNJIAO_WORDS"] = str(folder / "en.qm")
    return [each for each in arguments if each != ENGLISH]


def words(arguments: list[str]) -> NoReturn:
    become(["build/words.py", *arguments])


def test(arguments: list[str]) -> NoReturn:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # All of it on all cores; what somebody asked for by name in one process, where output and debugger are his.
    become(["-m", "pytest", *(arguments or ["-n", "auto", "--dist", "loadfile"])])


def bench(arguments: list[str]) -> NoReturn:
    names = [each for each in arguments if not each.startswith("-")]
    if "project" in names or not names:
        ensure_openfisca()
    become(["build/bench.py", *arguments])


def ensure_openfisca() -> None:
    """What the projection is measured against, apart from everything else: nobody who runs or tests needs it."""
    python = BENCH_VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
    wanted = hashlib.sha256(BENCH_LOCK.read_bytes()).hexdigest()
    stamp = BENCH_VENV / "cunjiao-lock"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    say("正在准备测算的参照（OpenFisca，只用于测量）…")
    failed = "参照没有装好，请检查网络后再试；也可以只测其他各项，例如 dev.py bench lookup pay。"
    call([sys.executable, "-m", "venv", "--clear", str(BENCH_VENV)], failed)
    install = [str(python), *PIP_INSTALL[1:], "--require-hashes", "--no-deps", "--only-binary=:all:"]
    call([*install, "-r", str(BENCH_LOCK)], failed)
    stamp.write_text(wanted)


def shots(arguments: list[str]) -> NoReturn:
    become(["build/shots.py", *in_language(arguments)])


def setup(arguments: list[str]) -> None:
    say("已就绪。运行程序：python3 build/dev.py run　　运行测试：python3 build/dev.py test")


def lint(arguments: list[str]) -> None:
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy", "app"],
        "import-linter": ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"],
    }
    failed = []
    for name, command in checks.items():
        say(f"—— {name}")
        if subprocess.run([PYTHON, *command], cwd=ROOT).returncode != 0:
            failed.append(name)
    if failed:
        raise Stop("检查未通过：" + "、".join(failed))


def freeze(arguments: list[str]) -> None:
    work = OUT / "work"
    places = ["--distpath", str(OUT), "--workpath", str(work), "--noconfirm", "--log-level", "WARN"]
    call([str(PYTHON), "-m", "PyInstaller", *places, *arguments, "installer.spec"], "打包失败。")
    say("打包完成，正在干净的环境里试运行 …")
    with tempfile.TemporaryDirectory() as home:
        smoke = [str(PYTHON), "-X", "utf8", "build/smoke.py"]
        passed = subprocess.run(smoke, cwd=ROOT, env=bare_environment(home)).returncode == 0
    if not passed:
        raise Stop("试运行没有通过。")


def bare_environment(home: str) -> dict[str, str]:
    """As good as a fresh account: nothing of the developer's shell and Python can help the bundle along."""
    if WINDOWS:
        kept = ("SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE")
        system = os.environ.get("SYSTEMROOT", r"C:\Windows")
        own = {"PATH": rf"{system}\System32;{system}", "USERPROFILE": home, "APPDATA": home, "LOCALAPPDATA": home}
        own |= {"TEMP": home, "TMP": home}
        return {name: os.environ[name] for name in kept if name in os.environ} | own | {"QT_QPA_PLATFORM": "offscreen"}
    return {"PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def lock(arguments: list[str]) -> None:
    """Arguments go to uv: `--upgrade` for everything, `--upgrade-package NAME` for one; without them pins stay."""
    with tempfile.TemporaryDirectory() as folder:
        tool = Path(folder) / "uv"
        call([*PIP_INSTALL, "--target", str(tool), "uv"], "无法取得 uv。")
        uv = [str(tool / "bin" / ("uv.exe" if WINDOWS else "uv")), "pip", "compile", "--quiet"]
        # For every system and Python we support at once: a lock made for Linux alone lacks what Windows needs.
        uv += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        uv += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 build/dev.py lock"]
        whole = ["pyproject.toml", "--extra", "postgres", "--group", "dev", "-o", LOCK.name]
        for wanted in (whole, ["--group", "bench", "-o", BENCH_LOCK.name]):
            call([*uv, *arguments, *wanted], "锁定依赖失败。")
    ensure_venv()


COMMANDS = {c.__name__: c for c in (run, test, lint, bench, shots, freeze, setup, lock, words)}


# --- small tools ---------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(command: list[str], on_failure: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        raise Stop(on_failure)


def become(arguments: list[str]) -> NoReturn:
    """Give this process over to the environment's Python, so that signals and exit codes are its own."""
    os.chdir(ROOT)
    command = [str(PYTHON), *arguments]
    if not WINDOWS:
        os.execv(command[0], command)
    sys.exit(subprocess.call(command))  # Windows' exec returns to the shell before the program is done


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        say("用法：python3 build/dev.py " + "|".join(COMMANDS) + " [参数…]\n\n" + (__doc__ or ""))
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    command, *arguments = sys.argv[1:]
    os.environ["PYTHONUTF8"] = "1"
    try:
        check_python()
        ensure_system(system_packages(command) + venv_packages())
        ensure_venv()
        COMMANDS[command](arguments)
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
