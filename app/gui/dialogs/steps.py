"""理由: the whole explanation of one answer, step by step with its clauses, to be read aloud."""

from PySide6.QtWidgets import QListWidget

from app.desk.due import Due
from app.domain.wording import sentence
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label


class StepsSheet(Sheet):
    """Every step, the losing categories included, then what the county has yet to confirm."""

    def __init__(self, found: Due) -> None:
        super().__init__(f"{found.resident.name}：为什么是这样", width=820)
        a = found.assessment
        self.list = QListWidget()
        self.list.setAccessibleName("理由")
        self.list.setWordWrap(True)
        self.list.setFixedHeight(330)
        for number, step in enumerate(a.steps, start=1):
            self.list.addItem(f"{number}. {sentence(a.policy, step)}（{step.clause}）")
        for question in a.questions:
            self.list.addItem(
                f"▲ 要弄清：{question.text}" + (f" 现在暂按：{question.default}" if question.default else "")
            )
        self.list.setCurrentRow(0)
        self.body.addWidget(label(a.headline, "reason", wrap=True))
        self.body.addWidget(self.list)
        self.body.addWidget(label(f"依据：{a.policy.notice.title}", "quiet", wrap=True))
        self.add_feet("知道了", self.close_sheet)
