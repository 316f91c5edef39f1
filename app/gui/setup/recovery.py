"""The recovery code: shown once, written as a sheet to print, and copied back to prove that it was read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.desk.set_up import Plan
from app.gui.parts.layout import column
from app.gui.parts.recovery import RecoveryPart
from app.gui.setup.step import Step
from app.gui.words import tr


class RecoveryStep(Step):
    """The part that a sheet shows later too; `inside`, `write` and `complain` as there."""

    title = tr("打印恢复单")
    words = tr("收款点已经建好。忘了口令只有靠这个恢复码，它只显示这一次：写成恢复单打印，锁进柜子。")
    next_word = tr("开始使用")

    def __init__(self, inside: QWidget, write: Callable[[Path, str], Path], complain: Callable[[str], None]) -> None:
        super().__init__()
        self.part = RecoveryPart(inside, write, complain)
        self.part.mended.connect(self.mended)
        self.setLayout(column(self.part))

    def arrive(self, plan: Plan) -> None:
        self.part.folder.line.setFocus()

    def enter(self) -> bool:
        return self.part.enter()

    def problem(self, plan: Plan) -> str:
        return self.part.problem()
