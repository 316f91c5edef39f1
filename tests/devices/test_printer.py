"""What Qt prints and shows is what the PDF has: same places, same bars; and a sentence for every printer's trouble."""

import io
import subprocess
import sys
import threading

import pypdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from app.devices import layouts, pdf, printer
from app.devices.receipt_drawing import drawings, form
from app.domain.errors import Refused
from tests.devices.pages import HEAD_DPI, raster
from tests.receipts import FULL, STATES, view

PT_PER_MM = 72 / 25.4
ALL = {**STATES, "full": FULL}

pytestmark = pytest.mark.usefixtures("qapp")


def pillow(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data()))).convert("L")


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of dots in which two pages differ clearly, hair lines' smoothing left out."""
    box = (0, 0, min(one.width, other.width), min(one.height, other.height))
    blurred = [each.crop(box).filter(ImageFilter.GaussianBlur(2)) for each in (one, other)]
    return sum(ImageChops.difference(*blurred).histogram()[64:]) / (box[2] * box[3])


@pytest.mark.parametrize("name", layouts.names())
@pytest.mark.parametrize("state", ["original", "void", "red", "full"])
def test_preview_print_and_pdf_are_the_same_picture(name, state, tmp_path):
    pages = list(drawings([ALL[state]], name))
    printer.write_pdf(pages, tmp_path / "qt.pdf", title="收款凭据")
    ours = raster(pdf.file(pages, title="收款凭据"))
    printed = raster((tmp_path / "qt.pdf").read_bytes())
    shown = pillow(printer.preview(pages[0], dots_per_mm=HEAD_DPI / 25.4))
    assert abs(ours.width - printed.width) <= 3
    assert abs(ours.height - printed.height) <= 3
    assert apart(ours, printed) < 0.002
    assert apart(ours, shown) < 0.002
    for picture in (printed, shown):
        assert {code.text for code in zxingcpp.read_barcodes(picture)} == {ALL[state].number}


def test_a_missing_name_would_be_noticed():
    """The comparison above sees a name that is not the same."""
    one, other = (next(drawings([view(payer_name=name)])) for name in ("曾祥吉", "王芳"))
    shown = [pillow(printer.preview(page, dots_per_mm=8)) for page in (one, other)]
    assert apart(*shown) > 0.0005


@pytest.mark.parametrize("name", ["receipt-241", "receipt-241-third", "receipt-a4", "large-a5"])
def test_the_paper_is_the_layouts_own(name, tmp_path):
    (page,) = drawings([view()], name)
    printer.write_pdf([page], tmp_path / "qt.pdf", title="收款凭据")
    box = pypdf.PdfReader(tmp_path / "qt.pdf").pages[0].mediabox
    # Qt counts paper in whole points.
    assert [float(side) for side in box[2:]] == pytest.approx([page.width * PT_PER_MM, page.height * PT_PER_MM], abs=1)


def test_pages_of_different_papers_in_one_job(tmp_path):
    pages = [*drawings([view()], "receipt-a5"), *drawings([view()], "large-a5")]
    printer.write_pdf(pages, tmp_path / "qt.pdf", title="收款凭据")
    found = pypdf.PdfReader(tmp_path / "qt.pdf").pages
    assert [page.mediabox.width > page.mediabox.height for page in found] == [True, False]


def test_the_form_lies_under_the_values_in_the_preview():
    (page,) = drawings([view()], "overprint-example")
    alone, over = (
        pillow(printer.preview(page, dots_per_mm=4, under=under)) for under in (None, form("overprint-example"))
    )
    assert sum(over.histogram()[:250]) > sum(alone.histogram()[:250])
    # On black the form adds nothing: figures stay as they are.
    assert ImageChops.darker(alone, over).tobytes() == over.tobytes()


def test_a_job_says_nothing_of_the_person(tmp_path):
    printer.write_pdf(list(drawings([view()])), tmp_path / "qt.pdf", title="收款凭据")
    assert "曾祥吉" not in str(dict(pypdf.PdfReader(tmp_path / "qt.pdf").metadata or {}))


def test_without_a_printer_it_is_said_so():
    if printer.printers():
        pytest.skip("this machine has a printer")
    with pytest.raises(Refused) as refused:
        printer.print_out(list(drawings([view()])), title="收款凭据")
    assert refused.value.code == "printer_none"
    assert "没有装打印机" in str(refused.value)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_folder_that_takes_no_job(tmp_path):
    with pytest.raises(Refused) as refused:
        printer.write_pdf(list(drawings([view()])), tmp_path / "gone" / "qt.pdf", title="收款凭据")
    assert refused.value.code == "printer_refused"


@pytest.mark.parametrize(
    ("state", "code"),
    [(QPrinter.PrinterState.Aborted, "print_aborted"), (QPrinter.PrinterState.Error, "printer_stopped")],
)
def test_how_a_job_ended(state, code):
    with pytest.raises(Refused) as refused:
        printer._check(state, "针式打印机")
    assert refused.value.code == code
    printer._check(QPrinter.PrinterState.Idle, "针式打印机")


def test_a_chosen_printer_that_is_away(monkeypatch):
    here = printer.Printer(name="一楼", default=True, state="ready")
    monkeypatch.setattr(printer, "printers", lambda: [here])
    with pytest.raises(Refused) as refused:
        printer._chosen("二楼")
    assert refused.value.code == "printer_absent"
    assert printer._chosen(None) == here


def test_fonts_outlive_the_application():
    script = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen';"
        "from PySide6.QtGui import QGuiApplication; application = QGuiApplication([]);"
        "from app.devices import printer; from app.devices.receipt_drawing import drawings;"
        "from tests.receipts import FULL;"
        "printer.preview(next(drawings([FULL])), dots_per_mm=4); print('done')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "done")


def test_a_worker_prints_while_the_window_shows(tmp_path):
    """Qt binds fonts to a thread; both sides draw the same page at the same time."""
    (page,) = drawings([FULL])
    worker = threading.Thread(
        target=printer.write_pdf, args=([page] * 3, tmp_path / "qt.pdf"), kwargs={"title": "凭据"}
    )
    worker.start()
    shown = [printer.preview(page, dots_per_mm=4) for _ in range(5)]
    worker.join()
    assert len(pypdf.PdfReader(tmp_path / "qt.pdf").pages) == 3
    assert all(image == shown[0] for image in shown)
