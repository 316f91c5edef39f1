"""Receipts on a thermal roll: the drawing as a picture of dots, in ESC/POS, to a printer's device, file or address.

Text is drawn, never sent as text: a printer's own fonts lack rare characters and print something else without a word.
python-escpos is loaded when a slip is made.
"""

import logging
import shutil
import socket
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from app.devices import picture
from app.devices.drawing import Drawing
from app.devices.receipt_drawing import drawings
from app.domain.errors import Refused
from app.domain.receipt import ReceiptView

# 203 dpi heads have 8 dots a mm: 576 on 72 mm, 384 on 48 mm.
DOTS_PER_MM = 8
# Rows sent in one command: more than the memory of a cheap printer holds come out as noise.
BAND = 256
PORT = 9100
PATIENCE_S = 5.0


def escpos(pages: Iterable[Drawing]) -> bytes:
    """What the printer is sent: for each page a reset, the picture in bands, six lines of feed and a cut."""
    made: list[bytes] = []
    for page in pages:
        printer = _printer(round(page.width * DOTS_PER_MM))
        printer.hw("INIT")
        printer.image(picture.dots(page, DOTS_PER_MM), impl="bitImageRaster", fragment_height=BAND)
        printer.cut()
        made.append(printer.output)
    return b"".join(made)


def slips(views: Iterable[ReceiptView], layout: str = "thermal-80") -> bytes:
    """The receipts as ESC/POS, one slip each. Refusals as `receipt_drawing.drawings`."""
    return escpos(drawings(views, layout))


def send(data: bytes, where: str) -> None:
    """Send to a device or file ("/dev/usb/lp0", "LPT1") or to an address ("192.168.1.9" or "192.168.1.9:9100").

    Refused: printer_absent where it is not there, printer_refused where it takes nothing, printer_unreachable where
    the network does not lead to it, printer_stopped where it broke off.
    """
    host, port = address(where)
    if host:
        _to_address(data, where, host, port)
    else:
        _to_device(data, Path(where))


def address(where: str) -> tuple[str, int]:
    """Host and port of "host:port" or of an IP address; no host for the name of a device or file."""
    host, colon, port = where.rpartition(":")
    if colon and port.isdigit() and len(host) > 1 and not set(host) & set("/\\"):
        return host, int(port)
    parts = where.split(".")
    is_address = len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)
    return (where, PORT) if is_address else ("", 0)


def _to_address(data: bytes, where: str, host: str, port: int) -> None:
    try:
        line = socket.create_connection((host, port), timeout=PATIENCE_S)
    except ConnectionRefusedError as error:
        raise Refused("printer_refused", printer=where, why="该地址上没有打印服务") from error
    except TimeoutError as error:
        raise Refused("printer_unreachable", printer=where, why="没有应答") from error
    except OSError as error:
        raise Refused("printer_unreachable", printer=where, why="网络不通或地址不对") from error
    try:
        with line:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
    except OSError as error:
        raise Refused("printer_stopped", printer=where) from error


def _to_device(data: bytes, device: Path) -> None:
    try:
        out = device.open("wb", buffering=0)
    except FileNotFoundError as error:
        raise Refused("printer_absent", printer=device) from error
    except PermissionError as error:
        raise Refused("printer_refused", printer=device, why="没有权限，或正被别的程序占用") from error
    except IsADirectoryError as error:
        raise Refused("printer_refused", printer=device, why="这是文件夹，不是打印机") from error
    except OSError as error:
        # ENXIO, ENODEV: the file of a device that is not plugged in.
        raise Refused("printer_absent", printer=device) from error
    try:
        with out:
            _write_all(out, data)
    except OSError as error:
        raise Refused("printer_stopped", printer=device) from error


def _write_all(out: Any, data: bytes) -> None:
    """A device takes what fits its buffer."""
    rest = memoryview(data)
    while rest:
        taken = out.write(rest)
        rest = rest[taken or 0 :]


def _printer(width: int) -> Any:
    """A printer that keeps what it is sent, `width` dots wide; without the width the library prints a complaint."""
    dummy, profile = _library()
    printer = dummy()
    printer.profile = profile()
    printer.profile.profile_data = {
        "media": {"width": {"pixels": width}},
        "features": {"paperFullCut": True, "paperPartCut": True},
    }
    return printer


@cache
def _library() -> tuple[Any, Any]:
    """python-escpos without its traces: importing it configures everybody's logging and leaves a folder behind."""
    before = list(logging.getLogger().handlers)
    from escpos import capabilities
    from escpos.printer import Dummy

    logging.getLogger().handlers[:] = before
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return Dummy, capabilities.BaseProfile
