"""理由: the whole explanation of one answer, in groups with its clauses, to be read aloud."""

from app.desk.due import Due
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.explanation import explanation
from app.gui.parts.layout import label
from app.gui.parts.lines import LinesList
from app.gui.words import tr

WIDTH = 900


class StepsSheet(Sheet):
    """Every step, the losing categories included, what to bring or do, then what the county has yet to confirm."""

    def __init__(self, found: Due) -> None:
        super().__init__(tr("{name}：为什么是这样").format(name=found.resident.name), width=WIDTH)
        a = found.assessment
        self.list = LinesList(tr("理由"), width=WIDTH - 52, most=420)
        self.list.put(explanation(found))
        self.body.addWidget(label(a.headline, "reason", wrap=True))
        self.body.addWidget(self.list)
        self.body.addWidget(label(tr("依据：{title}").format(title=a.policy.notice.title), "quiet", wrap=True))
        self.add_feet(tr("知道了"), self.close_sheet)
