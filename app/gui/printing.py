"""Receipts to paper as this computer is set up; all of it runs on the worker.

What can be known beforehand (a name no font draws, a printer that is not there) is found before the journal says that
something was printed, so that it costs neither an original nor a pre-numbered form.
"""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from app.desk import print_receipt as prints
from app.desk import print_setup
from app.desk.desk import Desk
from app.desk.print_setup import PrintSetup
from app.devices import calibration, paper, pdf, receipt_thermal
from app.devices.child import NO_WINDOW, SOURCE_ROOT
from app.devices.drawing import Drawing
from app.devices.receipt_drawing import drawings
from app.domain.errors import Refused
from app.domain.receipt import ReceiptView
from app.gui.print_child import FLAG, Job, Look
from app.gui.words import tr

TITLE, TEST_TITLE, SLIP_TITLE = "收款凭据", "打印校准页", "大字提示单"
PATIENCE_S = 120.0


class Printer(msgspec.Struct, frozen=True, kw_only=True):
    """A printer of the system, its name there."""

    name: str
    default: bool
    state: Literal["ready", "busy", "error"]


# -- receipts


def print_job(desk: Desk, setup: PrintSetup, numbers: Sequence[str], folder: Path | None) -> None:
    """Print receipts that go to paper together (most often one). Raises what `desk.print_receipt` and devices do."""
    if setup.how == "pdf":
        _into_folder(desk, setup, numbers, folder)
        return
    _check(setup, [prints.view(desk, number) for number in numbers])
    if len(numbers) == 1:
        prints.print_on(desk, numbers[0], lambda view: _send(setup, [view]))
    else:
        prints.print_together_on(desk, numbers, lambda views: _send(setup, views))


def _into_folder(desk: Desk, setup: PrintSetup, numbers: Sequence[str], folder: Path | None) -> None:
    folder = _made(folder)
    # The name carries the number and the print, never a person (design §2, rule 10).
    copy = prints.view(desk, numbers[0]).print_count
    again = f"-补打{copy}" if copy else ""
    if len(numbers) == 1:
        prints.print_receipt(desk, numbers[0], folder / f"{numbers[0]}{again}.pdf", layout=setup.layout)
    else:
        file = folder / f"{numbers[0]}等{len(numbers)}张{again}.pdf"
        prints.print_together(desk, numbers, file, layout=setup.layout)


def _made(folder: Path | None) -> Path:
    if folder is None:
        raise ValueError("no folder chosen")
    return paper.made(folder)


def _check(setup: PrintSetup, views: Sequence[ReceiptView]) -> None:
    """Draw it once, and look whether the printer is there; nothing is printed and nothing recorded."""
    list(drawings(views, setup.layout))
    _find(setup)


def _find(setup: PrintSetup) -> None:
    if setup.how == "thermal":
        host, _ = receipt_thermal.address(setup.where)
        if not host and not Path(setup.where).exists():
            raise Refused("printer_absent", printer=setup.where)
        return
    found = printers()
    if not found:
        raise Refused("printer_none")
    chosen = next((each for each in found if each.name == setup.printer or not setup.printer), None)
    if chosen is None:
        raise Refused("printer_absent", printer=setup.printer)
    if chosen.state == "error":
        raise Refused("printer_refused", printer=chosen.name, why=tr("系统报告它出错或已停用"))


def _send(setup: PrintSetup, views: Sequence[ReceiptView]) -> None:
    send_pages(setup, list(drawings(views, setup.layout)), title=TITLE)


# -- other pages


def print_slips(desk: Desk, setup: PrintSetup, numbers: Sequence[str], folder: Path | None) -> None:
    """The large-type slips of receipts. They are no receipts: nothing is counted and nothing recorded."""
    views = [replace(prints.view(desk, number), print_count=0) for number in numbers]
    pages = list(drawings(views, print_setup.SLIP))
    if setup.how == "pdf":
        paper.write(pdf.file(pages, title=SLIP_TITLE), _made(folder) / f"大字单-{numbers[0]}.pdf")
    else:
        send_pages(replace(setup, dx_tenths=0, dy_tenths=0), pages, title=SLIP_TITLE)


def try_out(desk: Desk, setup: PrintSetup, folder: Path | None) -> str:
    """A test print: on sheets the calibration page, on a roll a sample. Answers what there is to look at."""
    if setup.how == "thermal":
        _find(setup)
        send_pages(setup, list(drawings([print_setup.sample(desk)], setup.layout)), title=TEST_TITLE)
        return tr("样张已送到小票机，请看字是否清楚、有没有切纸。")
    page = calibration.drawing(setup.layout, dx_tenths=setup.dx_tenths, dy_tenths=setup.dy_tenths)
    if setup.how == "pdf":
        file = _made(folder) / f"{TEST_TITLE}.pdf"
        paper.write(pdf.file([page], title=TEST_TITLE), file)
        return tr("校准页已写成 PDF：{file}。请打开它打印一张，照纸上的说明用钢尺量。").format(file=file)
    _find(setup)
    # The page has the offsets already.
    send_pages(replace(setup, dx_tenths=0, dy_tenths=0), [page], title=TEST_TITLE)
    return tr("校准页已送到打印机。照纸上的说明用钢尺量，把偏移填在这里，再试打一张。")


def send_pages(setup: PrintSetup, pages: Sequence[Drawing], *, title: str) -> None:
    """Send pages to the printer of the setup."""
    if setup.how == "thermal":
        receipt_thermal.send(receipt_thermal.escpos(pages), setup.where)
        return
    placed = tuple(print_setup.placed(setup, page) for page in pages)
    ask_child(Job(pages=placed, title=title, printer=setup.printer))


# -- the child that paints


def printers() -> list[Printer]:
    """The system's printers, the default one first."""
    return msgspec.convert(ask_child(None)["printers"], list[Printer])


def picture(page: Drawing, under: Drawing | None, dots_per_mm: float) -> bytes:
    """The page as a PNG."""
    answer = ask_child(Look(page=page, under=under, dots_per_mm=dots_per_mm))
    return msgspec.convert(answer["png"], bytes)


def ask_child(order: Job | Look | None) -> dict[str, Any]:
    """What the printing child answers; its refusal is raised here. A child that dies or hangs is printer_stopped."""
    name = (order.printer if isinstance(order, Job) else "") or tr("系统打印机")
    try:
        child = subprocess.run(
            _command(),
            input=pickle.dumps(order),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            cwd=SOURCE_ROOT if SOURCE_ROOT.is_dir() else None,
            creationflags=NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused("printer_stopped", printer=name) from None
    if child.returncode or not child.stdout:
        raise Refused("printer_stopped", printer=name)
    answer: dict[str, Any] = msgspec.json.decode(child.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["facts"])
    return answer


def _command() -> list[str]:
    """This same program when frozen, the module otherwise."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", "app", FLAG]
