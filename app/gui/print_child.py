"""The child process that paints onto the system's printers: `python -m app --print`.

A printer's driver may take seconds or die, and Qt's raw fonts belong to the thread that loaded them; in a process of
its own neither touches the window. The order comes on standard input, pickled by `printing.py` of the same program;
the answer goes to standard output as JSON.
"""

import os
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.errors import KnownError

if TYPE_CHECKING:
    from app.devices.drawing import Drawing

FLAG = "--print"


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A page to be looked at, painted by what prints it; `under` is the pre-printed form that lies beneath."""

    page: "Drawing"
    under: "Drawing | None"
    dots_per_mm: float


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Pages for a printer by name ("": the default one), or into `file` as a PDF by the same painter."""

    pages: tuple["Drawing", ...]
    title: str
    printer: str = ""
    file: str | None = None


def main() -> int:
    """Carry out one order: a Job, a Look, or None for the list of printers."""
    order: Job | Look | None = pickle.loads(sys.stdin.buffer.read())
    # Linux prints without a display; elsewhere the printers belong to the platform's own plugin.
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    try:
        answer = _answer(order)
    except KnownError as error:
        answer = {"refused": error.code, "facts": {name: str(fact) for name, fact in error.facts.items()}}
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    sys.stdout.flush()
    del application
    return 0


def _answer(order: Job | Look | None) -> dict[str, Any]:
    if order is None:
        return _printers()
    return _picture(order) if isinstance(order, Look) else _print(order)


def _picture(look: Look) -> dict[str, Any]:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    from app.devices import printer

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = printer.preview(look.page, dots_per_mm=look.dots_per_mm, under=look.under)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return {"png": bytes(buffer.data().data())}


def _print(job: Job) -> dict[str, Any]:
    from app.devices import printer

    if job.file:
        printer.write_pdf(job.pages, Path(job.file), title=job.title)
    else:
        printer.print_out(job.pages, printer=job.printer or None, title=job.title)
    return {}


def _printers() -> dict[str, Any]:
    from app.devices import printer

    return {"printers": printer.printers()}
