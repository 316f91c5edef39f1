"""套打: an offset moves everything by just that much, measured on the raster; the test sheet reads it to a tenth."""

import pytest
from PIL import Image

from app.devices import calibration, layouts, pdf, picture, printer
from app.devices.drawing import moved
from app.devices.receipt_drawing import drawings
from app.domain.errors import Refused, WrongUse
from tests.devices.pages import raster
from tests.receipts import view

DPI = 1270  # 50 dots a mm: a tenth is five dots
DOTS_PER_MM = 50


def ink(image: Image.Image) -> tuple[float, float]:
    """Left and upper end of all ink in mm."""
    box = image.convert("L").point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box
    return box[0] / DOTS_PER_MM, box[1] / DOTS_PER_MM


def on_paper(page, tmp_path) -> dict[str, tuple[float, float]]:
    """Where the ink begins in the PDF, in dots for a head, and in what Qt prints."""
    printer.write_pdf([page], tmp_path / "qt.pdf", title="校准")
    return {
        "pdf": ink(raster(pdf.file([page], title="校准"), DPI)),
        "dots": ink(picture.greys(page, DOTS_PER_MM)),
        "qt": ink(raster((tmp_path / "qt.pdf").read_bytes(), DPI)),
    }


@pytest.mark.parametrize("offsets", [(0, 0), (3, -7), (-15, 1), (1, 25)])
def test_an_offset_is_exact_to_a_tenth_of_a_millimetre(offsets, tmp_path, qapp):
    (page,) = drawings([view()], "overprint-example")
    before = on_paper(page, tmp_path)
    (page,) = drawings([view()], "overprint-example", dx_tenths=offsets[0], dy_tenths=offsets[1])
    after = on_paper(page, tmp_path)
    for device, (x, y) in after.items():
        assert x - before[device][0] == pytest.approx(offsets[0] / 10, abs=0.03)
        assert y - before[device][1] == pytest.approx(offsets[1] / 10, abs=0.03)


def test_all_devices_begin_at_the_same_place(tmp_path, qapp):
    (page,) = drawings([view()], "overprint-example")
    found = on_paper(page, tmp_path)
    for x, y in found.values():
        assert (x, y) == pytest.approx(found["pdf"], abs=0.1)


def marks_of(dx_tenths: int) -> list[float]:
    """Where the marks of the horizontal vernier stand on the printed test sheet, in mm from the paper's edge."""
    page = calibration.drawing("overprint-example")
    printed = raster(pdf.file([moved(page, dx_tenths=dx_tenths, dy_tenths=0)], title="校准"), DPI)
    row = printed.crop((58 * DOTS_PER_MM, 19 * DOTS_PER_MM, 72 * DOTS_PER_MM, 19 * DOTS_PER_MM + 1))
    dark = [x for x in range(row.width) if row.getpixel((x, 0)) < 128]
    starts = [x for x in dark if x - 1 not in dark]
    ends = [x for x in dark if x + 1 not in dark]
    return [58 + (start + end + 1) / 2 / DOTS_PER_MM for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("error", [0, 1, 4, 9, 13])
def test_the_vernier_is_read_like_a_caliper(error):
    """The mark that meets a whole millimetre bears the tenths; the millimetres are read at mark 0."""
    marks = marks_of(error)
    assert len(marks) == len(calibration.MARKS)
    misses = [abs(mark - round(mark)) for mark in marks[:10]]
    tenths = misses.index(min(misses))
    whole = int(marks[0] + 0.02) - 60
    assert whole * 10 + tenths == error


def test_the_sheet_says_which_offsets_are_in_force():
    page = calibration.drawing("receipt-241", dx_tenths=-5, dy_tenths=12)
    assert (page.dx_tenths, page.dy_tenths) == (-5, 12)
    assert any("横向 -0.5，纵向 1.2" in getattr(item, "text", "") for item in page.items)


@pytest.mark.parametrize("name", calibration.measurable())
def test_every_sheet_can_be_measured(name):
    page = calibration.drawing(name)
    found = picture.greys(page, 4).point(lambda level: 255 - level).getbbox()
    assert found
    assert found[2] < page.width * 4 - 4
    assert found[3] < page.height * 4 - 4


def test_a_roll_has_no_edges_to_measure_from():
    with pytest.raises(Refused) as refused:
        calibration.drawing("thermal-80")
    assert refused.value.code == "layout_missing"
    assert set(calibration.measurable()) < set(layouts.names())


def test_far_off_is_another_paper():
    (page,) = drawings([view()])
    with pytest.raises(WrongUse) as refused:
        moved(page, dx_tenths=201, dy_tenths=0)
    assert refused.value.code == "offset_too_far"
