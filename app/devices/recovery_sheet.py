"""恢复单: the code that opens a point's data where every passphrase is forgotten, on a sheet to lock away."""

from datetime import date

from app.devices import fonts
from app.devices.drawing import Drawing
from app.devices.sheet import INK, LABEL, Sheet
from app.devices.typeset import fit

TITLE = "恢复单"
A5 = (148.0, 210.0)
LEFT, RIGHT = 16.0, 132.0
CODE_SIZE = 20.0

WORDS = (
    "忘了口令时，凭这张单子上的恢复码换新口令。",
    "打印一份，装进信封封好，锁进柜子；不要拍照，不要存在电脑里，不要发到微信。",
    "谁拿到它，又拿到这台电脑或备份，就能打开全部数据；单子丢了请立即告诉县里。",
)


def drawing(*, point: str, code: str, operator: str, on: date, recovery: str) -> Drawing:
    """The sheet, A5. `recovery`: the code as `keyslots.create` gives it, groups between hyphens."""
    sheet = Sheet(A5)
    with fonts.DRAWING:
        sheet.text(f"村缴通　{TITLE}", LEFT, 24, size=20, role="bold")
        for place, (name, value) in enumerate(
            (("收款点", point), ("区划代码", code), ("操作员", operator), ("日期", on.isoformat()))
        ):
            sheet.text(name, LEFT, 40 + place * 9, size=11, grey=LABEL)
            sheet.block(fit(value, RIGHT - LEFT - 24, big=13, small=9), LEFT + 24, 38.5 + place * 9)
        _code(sheet, recovery)
        for place, words in enumerate(WORDS):
            sheet.block(fit(words, RIGHT - LEFT, big=12, small=10), LEFT, 142 + place * 15)
        sheet.text("封存人签字：　　　　　　　　　日期：", LEFT, 194, size=11)
    return sheet.drawing()


def _code(sheet: Sheet, recovery: str) -> None:
    """In groups on lines of three, so that a finger can follow."""
    groups = recovery.split("-")
    lines = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    sheet.box(LEFT, 80, RIGHT - LEFT, 48, weight=0.8, grey=INK)
    for place, line in enumerate(lines):
        sheet.text("　".join(line), (LEFT + RIGHT) / 2, 93 + place * 14, size=CODE_SIZE, role="bold", align="middle")
