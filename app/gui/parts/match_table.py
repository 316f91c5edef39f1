"""人票款信息四相符: the four figures side by side, and each pair that does not agree."""

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from app.desk.day_standing import Standing
from app.domain.payment import yuan_plain
from app.domain.report import difference_text
from app.gui import text
from app.gui.parts.layout import column, label, row
from app.gui.words import tr


class MatchTable(QFrame):
    """Shown only after the drawer has been counted: the figures would tell what to count."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = label("", "title")
        self.expected, self.counted, self.difference = (label("", "figure") for _ in range(3))
        self.people, self.receipts, self.records, self.money = (label("", "figure") for _ in range(4))
        self.rows = label("", "warn", wrap=True)
        self.verdict.setAccessibleName(tr("四相符结论"))
        self.rows.setAccessibleName(tr("不相符的地方"))
        self.names: dict[QLabel, QLabel] = {}
        drawer = self._grid(
            ((tr("应有现金"), self.expected), (tr("实点现金"), self.counted), (tr("长短款"), self.difference))
        )
        four = self._grid(
            (
                (tr("缴费人数"), self.people),
                (tr("有效凭据"), self.receipts),
                (tr("款项和凭据"), self.money),
                (tr("登记条数"), self.records),
            )
        )
        self.setLayout(column(row(self.verdict, None), drawer, four, self.rows, gap=8))

    def _grid(self, items: tuple[tuple[str, QLabel], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(0)
        for place, (name, figure) in enumerate(items):
            figure.setAccessibleName(name)
            self.names[figure] = label(name, "quiet")
            grid.addWidget(self.names[figure], 0, place)
            grid.addWidget(figure, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def show_standing(self, standing: Standing) -> None:
        """Show a counted day; nothing where it was not counted yet."""
        found, sums = standing.counted, standing.sums
        if found is None:
            return
        clean = not found.match.differences
        self.verdict.setText(tr("✓ 四相符") if clean else tr("▲ 有不相符的地方，请先核对，再写明原因"))
        self.expected.setText(tr("{expected} 元").format(expected=yuan_plain(sums.expected_fen)))
        self.names[self.expected].setText(tr("应有现金（含备用金 {float}）").format(float=text.yuan(sums.float_fen)))
        self.counted.setText(tr("{counted} 元").format(counted=yuan_plain(found.counted_fen)))
        self.difference.setText(difference_text(found.difference_fen))
        self.people.setText(tr("{people} 人").format(people=found.match.people))
        self.receipts.setText(tr("{receipts} 张").format(receipts=found.match.receipts))
        self.records.setText(tr("{records} 条").format(records=found.match.records))
        self.money.setText(tr("相符") if found.match.money_fen == found.match.due_fen else tr("不相符"))
        self.rows.setText("\n".join(found.match.differences))
        self.rows.setVisible(not clean)
