"""The test sheet of 套打: from it a clerk with a steel rule reads how far off the printer is, to a tenth of a mm.

It is read like a caliper. The rule lies with its 0 on the edge of the paper; the printed mark 0 ought to meet the whole
mm P. With an error of n + k/10 mm it stands just past the line P + n, and since the marks are 0.9 mm apart, mark k is
the one that meets a line of the rule.
"""

from app.devices import fonts, layouts
from app.devices.drawing import Drawing, Ends, moved
from app.devices.sheet import INK, Sheet
from app.devices.typeset import Fitted, fit
from app.domain.errors import Refused

TITLE = "套打校准页"
# Where the marks 0 ought to lie: from the left edge of the paper, and from its upper edge.
LEFT_MM, UPPER_MM = 60.0, 40.0
VERNIER_MM = 0.9
MARKS = range(11)
# How long the printed rulers are; the longer one also shows whether the printer scales, on narrow paper with less.
ACROSS_MM, DOWN_MM = 100, 20
WEIGHT = 0.35

WORDS = (
    "横向：钢尺的 0 对齐纸的左边，沿上面一排刻线放平。刻线 0 左边最近的毫米线减去 60，是整毫米；"
    "与毫米线正好对齐的刻线号数，是零点几毫米。两者相加为横向偏差。",
    "纵向：钢尺的 0 对齐纸的上边，同样读法，减去 40，为纵向偏差。",
    "要填的偏移 = 现在的偏移 − 偏差（毫米）。填好后再打一张，两个偏差都读作 0 就对了。",
    "横向下面一排应正好长 {length} 毫米；不是的话，请在打印机设置里关掉“缩放”“适合纸张”。",
)


def drawing(layout: str, *, dx_tenths: int = 0, dy_tenths: int = 0) -> Drawing:
    """The test sheet on the layout's paper, printed with the offsets in force, so that 0 is read once they are right.

    Refused("layout_missing") also for a roll, which has no edges to measure from; WrongUse("offset_too_far").
    """
    paper = layouts.load(layout).paper
    if paper.height is None:
        raise Refused("layout_missing", name=layout, known="、".join(measurable()))
    sheet = Sheet((paper.width, paper.height))
    with fonts.DRAWING:
        _crosses(sheet)
        _across(sheet, 17)
        _down(sheet, 24)
        _words(sheet, f"现在的偏移：横向 {_mm(dx_tenths)}，纵向 {_mm(dy_tenths)} 毫米")
    return moved(sheet.drawing(), dx_tenths=dx_tenths, dy_tenths=dy_tenths)


def measurable() -> list[str]:
    """The layouts on sheets."""
    return [name for name in layouts.names() if layouts.load(name).paper.height is not None]


def _crosses(sheet: Sheet) -> None:
    """10 mm inside each corner: two test sheets held against the light show whether the paper lies askew."""
    width, height = sheet.size
    for x in (10.0, width - 10):
        for y in (10.0, height - 10):
            sheet.lines([(x - 4, y, x + 4, y), (x, y - 4, x, y + 4)], weight=WEIGHT, grey=INK)


def _across(sheet: Sheet, y: float) -> None:
    """The vernier for dx, and under it the ruler in whole millimetres."""
    length = ruler_length(sheet.size[0])
    vernier = [(LEFT_MM + VERNIER_MM * k, y, LEFT_MM + VERNIER_MM * k, y + _length(k)) for k in MARKS]
    ruler = [(LEFT_MM + mm, y + 14, LEFT_MM + mm, y + 14 - _length(mm)) for mm in range(length + 1)]
    end: Ends = (LEFT_MM, y + 14, LEFT_MM + length, y + 14)
    sheet.lines([*vernier, *ruler, end], weight=WEIGHT, grey=INK)
    for k in MARKS[::5]:
        sheet.text(str(k), LEFT_MM + VERNIER_MM * k, y - 1, size=7, align="middle")
    sheet.text("横向", LEFT_MM - 12, y + 4, size=10, role="bold")
    sheet.text("60", LEFT_MM, y + 8.2, size=7, align="middle")


def ruler_length(width: float) -> int:
    """The ruler for dx in whole centimetres, as long as the paper lets it be."""
    return min(ACROSS_MM, int((width - LEFT_MM - 10) // 10) * 10)


def _down(sheet: Sheet, x: float) -> None:
    """The same for dy, turned."""
    vernier = [(x, UPPER_MM + VERNIER_MM * k, x + _length(k), UPPER_MM + VERNIER_MM * k) for k in MARKS]
    ruler = [(x + 14, UPPER_MM + mm, x + 14 - _length(mm), UPPER_MM + mm) for mm in range(DOWN_MM + 1)]
    end: Ends = (x + 14, UPPER_MM, x + 14, UPPER_MM + DOWN_MM)
    sheet.lines([*vernier, *ruler, end], weight=WEIGHT, grey=INK)
    for k in MARKS[::5]:
        sheet.text(str(k), x - 1, UPPER_MM + VERNIER_MM * k + 0.9, size=7, align="right")
    sheet.text("纵向", x - 2, UPPER_MM - 3, size=10, role="bold")
    sheet.text("40", x + 15, UPPER_MM + 0.9, size=7)


def _length(mark: int) -> float:
    """Marks of ten, of five and of one."""
    return 5.0 if mark % 10 == 0 else 4.0 if mark % 5 == 0 else 2.8


def _words(sheet: Sheet, offsets: str) -> None:
    sheet.text(TITLE, 20, 12.5, size=14, role="bold")
    sheet.text(offsets, LEFT_MM, 12, size=9)
    left, y = LEFT_MM - 12, UPPER_MM - 1
    for sentence in WORDS:
        text = sentence.format(length=ruler_length(sheet.size[0]))
        wrapped = fit(text, sheet.size[0] - left - 20, big=9, small=9)
        sheet.block(Fitted(wrapped.lines, 9), left, y + wrapped.height_mm / 2)
        y += wrapped.height_mm + 1


def _mm(tenths: int) -> str:
    """-5 -> "-0.5"."""
    return f"{'-' if tenths < 0 else ''}{abs(tenths) // 10}.{abs(tenths) % 10}"
