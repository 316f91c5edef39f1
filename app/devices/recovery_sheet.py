"""The printed recovery sheet: the one paper that opens a point's data when every passphrase is forgotten.

Made once, printed, sealed in an envelope. The code is set large and in numbered groups, to be typed off the paper.
"""

import re
from datetime import date
from pathlib import Path

from app.devices import fonts, grid, paper, pdf
from app.devices.layout import Ink, Signatures
from app.devices.sheet import A4, LABEL, RULE, Sheet
from app.devices.typeset import MIDDLE, MM, Fitted, fit
from app.domain.receipt import PRACTICE_MARK, day_text

LEFT, RIGHT = 12.0, 198.0
TO_SIGN = Signatures(left=LEFT, right=RIGHT, baseline=250, labels=("保管人（签字）", "封存日期"))

GROUP_LENGTH = 4
COLUMNS = 4
BOX_WIDTH, BOX_HEIGHT, GAP = 44.0, 18.0, 3.3

USES = (
    "这是什么：本收款点数据的恢复码。",
    "什么时候用：所有操作员都忘记口令，或电脑损坏、要在新电脑上恢复备份时，按序号逐组输入。",
    "怎样保管：谁拿到它，谁就能打开本收款点的全部缴费数据。只打印这一份，装入信封封口，由村（居）委会指定的人锁存；"
    "不拍照，不抄录，不存入电脑或手机。",
    "丢失或被人看过：马上在程序中更换恢复码，换过以后这一张作废。",
)


def render(*, point_name: str, point_code: str, code: str, made_on: date, practice: bool) -> bytes:
    """The sheet as a PDF of one A4 page. `code` is grouped as it comes, at blanks or hyphens, else by four."""
    with fonts.DRAWING:
        sheet = Sheet(A4)
        if practice:
            sheet.mark(PRACTICE_MARK, 105, 190, size=56, angle=24)
        _head(sheet, f"{point_name}（{point_code}）", day_text(made_on))
        bottom = _code(sheet, groups(code), 62)
        _uses(sheet, bottom + 14)
        grid.signatures(sheet, TO_SIGN, Ink())
        return pdf.file([sheet.drawing()], title="恢复码")


def write(file: Path, *, point_name: str, point_code: str, code: str, made_on: date, practice: bool) -> None:
    """Write the sheet; refusals as `paper.write`. The file opens the data as the paper does: print, then delete it."""
    made = render(point_name=point_name, point_code=point_code, code=code, made_on=made_on, practice=practice)
    paper.write(made, file)


def groups(code: str) -> list[str]:
    """The code in the groups people type."""
    found = re.split(r"[\s-]+", code.strip())
    if len(found) > 1:
        return found
    return [code[start : start + GROUP_LENGTH] for start in range(0, len(code), GROUP_LENGTH)]


def _head(sheet: Sheet, point: str, day: str) -> None:
    sheet.text("恢复码", LEFT, 32, size=30, role="bold")
    sheet.block(fit(point, RIGHT - LEFT, big=14, small=10), LEFT, 43)
    sheet.text(f"{day} 制", LEFT, 53, size=10.5, grey=LABEL)
    sheet.text("装入信封封存", RIGHT, 32, size=14, role="bold", align="right")


def _code(sheet: Sheet, code: list[str], top: float) -> float:
    """The groups, four to a row, each with its number; answers where they end."""
    for index, group in enumerate(code):
        x = LEFT + index % COLUMNS * (BOX_WIDTH + GAP)
        y = top + index // COLUMNS * (BOX_HEIGHT + GAP)
        sheet.box(x, y, BOX_WIDTH, BOX_HEIGHT, weight=0.5, grey=RULE)
        sheet.text(str(index + 1), x + 2, y + 4.5, size=9, grey=LABEL)
        fitted = fit(group, BOX_WIDTH - 8, big=26, small=12, role="bold")
        middle = y + BOX_HEIGHT / 2 + fitted.size * MIDDLE / MM
        sheet.text(group, x + BOX_WIDTH / 2 + 1, middle, size=fitted.size, role="bold", align="middle")
    rows = -(-len(code) // COLUMNS)
    return top + rows * (BOX_HEIGHT + GAP) - GAP


def _uses(sheet: Sheet, top: float) -> None:
    for sentence in USES:
        wrapped = fit(sentence, RIGHT - LEFT, big=12, small=12)
        sheet.block(Fitted(wrapped.lines, 12), LEFT, top + wrapped.height_mm / 2)
        top += wrapped.height_mm + 4
