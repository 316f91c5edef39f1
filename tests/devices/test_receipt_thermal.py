"""Thermal slips: printed by an emulator from their bytes and read back, and what is said when none answers."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import zxingcpp
from PIL import ImageChops

from app.devices import picture, receipt_thermal
from app.devices.receipt_drawing import drawings
from app.domain.errors import Refused
from tests.devices.escpos_emulator import printed
from tests.receipts import FULL, STATES, view

WIDTHS = {"thermal-80": 576, "thermal-58": 384}
ALL = {**STATES, "full": FULL}


@pytest.mark.parametrize("layout", WIDTHS)
@pytest.mark.parametrize("state", ALL)
def test_what_comes_out_is_the_drawing_and_its_bars_are_read(layout, state):
    (slip,) = printed(receipt_thermal.slips([ALL[state]], layout))
    (page,) = drawings([ALL[state]], layout)
    out = slip.picture()
    assert out.width == WIDTHS[layout]
    assert ImageChops.difference(out.convert("L"), picture.dots(page, 8).convert("L")).getbbox() is None
    found = zxingcpp.read_barcodes(out.convert("L"))
    assert [code.text for code in found] == [ALL[state].number]


def test_each_slip_is_reset_fed_and_cut():
    slips = printed(receipt_thermal.slips([view(), STATES["red"]], "thermal-58"))
    assert len(slips) == 2
    assert all(slip.cut and slip.fed == 6 for slip in slips)
    assert all(band.height <= receipt_thermal.BAND for slip in slips for band in slip.bands)


def test_nothing_is_sent_as_text():
    data = receipt_thermal.slips([view()], "thermal-80")
    assert "曾祥吉".encode() not in data
    assert b"3418211002" not in data


def test_the_length_follows_what_there_is_to_say():
    short, long = (printed(receipt_thermal.slips([each]))[0].picture().height for each in (view(), FULL))
    assert long > short + 100


def test_a_rare_character_leaves_ink_of_its_own():
    made = {
        name: receipt_thermal.slips([view(payer_name=name)], "thermal-58") for name in ("𠮷", "䶮", "𬭼", "□", "王")
    }
    assert len(set(made.values())) == len(made)


def test_a_character_no_font_has_is_refused():
    with pytest.raises(Refused) as refused:
        receipt_thermal.slips([view(payer_name="王\U000323af")])
    assert refused.value.code == "glyph_missing"


def test_the_library_leaves_no_trace(tmp_path):
    """python-escpos configures the logging of the whole program, prints, and leaves a folder behind."""
    script = (
        "import logging; from app.devices import receipt_thermal; from tests.receipts import view;"
        "receipt_thermal.slips([view()]); print(len(logging.getLogger().handlers))"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert (done.stdout.strip(), done.stderr) == ("0", "")
    assert list(tmp_path.iterdir()) == []


def test_pillow_and_escpos_are_loaded_only_when_a_slip_is_made():
    script = "import sys, app.devices.receipt_thermal; print({'escpos', 'PIL', 'reportlab'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# --- where it goes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("192.168.1.9", ("192.168.1.9", 9100)),
        ("192.168.1.9:6001", ("192.168.1.9", 6001)),
        ("printer.local:9100", ("printer.local", 9100)),
        ("/dev/usb/lp0", ("", 0)),
        ("LPT1", ("", 0)),
        ("LPT1:", ("", 0)),
        (r"C:\slips\out.bin", ("", 0)),
        (r"\\counter\thermal", ("", 0)),
    ],
)
def test_device_or_address(where, found):
    assert receipt_thermal.address(where) == found


def test_into_a_file(tmp_path):
    receipt_thermal.send(b"\x1b@", str(tmp_path / "slip.bin"))
    assert (tmp_path / "slip.bin").read_bytes() == b"\x1b@"


def said(where: str) -> Refused:
    with pytest.raises(Refused) as refused:
        receipt_thermal.send(b"\x1b@" * 100, where)
    assert "收款记录不受影响" in str(refused.value)
    return refused.value


def test_a_printer_that_is_not_there(tmp_path):
    assert said(str(tmp_path / "gone" / "lp0")).code == "printer_absent"


def test_a_folder_is_no_printer(tmp_path):
    assert said(str(tmp_path)).code == "printer_refused"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_printer_one_may_not_use(tmp_path):
    (tmp_path / "lp0").touch(mode=0o400)
    assert said(str(tmp_path / "lp0")).code == "printer_refused"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that takes nothing")
def test_a_printer_that_stops():
    assert said("/dev/full").code == "printer_stopped"


def test_an_address_where_nothing_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert said(f"127.0.0.1:{port}").code == "printer_refused"


def test_an_address_that_does_not_exist():
    assert said("printer.invalid:9100").code == "printer_unreachable"


def test_to_an_address():
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[bytes] = []

        def take() -> None:
            line, _ = server.accept()
            with line:
                while part := line.recv(65536):
                    taken.append(part)

        printer = threading.Thread(target=take)
        printer.start()
        data = receipt_thermal.slips([view()], "thermal-58")
        receipt_thermal.send(data, f"127.0.0.1:{server.getsockname()[1]}")
        printer.join(timeout=5)
    assert b"".join(taken) == data
