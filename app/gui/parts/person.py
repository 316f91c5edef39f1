"""The person in front of the counter: who it is, what is due in figures one can read from two metres, and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.desk.due import Due
from app.domain.money import yuan
from app.gui import text
from app.gui.parts.answers import Answers
from app.gui.parts.layout import column, label, restyle, row

# What stands over the sum: a sum that cannot be taken yet must not look like one that can.
CAPTIONS = {
    "collect": "本人应缴",
    "collect_zero": "本人应缴",
    "refer": "先问清，再收款",
    "register_first": "先登记，再收款",
    "warn_no_benefit": "享受不到待遇，先不收款",
}


class PersonCard(QFrame):
    """One assessed person."""

    def __init__(self, keys_in: QWidget) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._keys_in = keys_in
        self.name, self.facts, self.home = label("", "person"), label("", "large"), label("", "base")
        self.same = label("", "chip")
        self.caption, self.due, self.unit = label("", "base"), label("", "huge"), label("元", "large")
        self.reason: QLabel = label("", "reason", wrap=True)
        self.answers = Answers()
        self._words()
        who = column(row(self.name, self.same, None, gap=14), self.facts, self.home, None, gap=2)
        figure = row(self.due, self.unit, gap=8)
        figure.setAlignment(self.unit, Qt.AlignmentFlag.AlignBottom)
        money = column(self.caption, figure, gap=0)
        money.setAlignment(self.caption, Qt.AlignmentFlag.AlignRight)
        top = row(gap=16)
        top.addLayout(who, 1)
        top.addLayout(money)
        self.setLayout(column(top, self.reason, self.answers, gap=8, margin=16))

    def _words(self) -> None:
        for item, name in ((self.name, "姓名"), (self.due, "应缴金额"), (self.reason, "应缴理由")):
            item.setAccessibleName(name)
        # The figures' own line is half as tall again as the figures: the family below needs the room more.
        self.due.setFixedHeight(90)
        self.unit.setContentsMargins(0, 0, 0, 6)

    def show_person(self, found: Due, *, same_name: int, declared: Mapping[str, Any]) -> None:
        """Show one person; `same_name` is how many people in the list have this name."""
        r = found.resident
        self.name.setText(r.name)
        self.facts.setText("  ".join((text.SEX[r.sex], text.born(r.birth_date), r.masked_number)))
        home = (f"户主 {r.head}" if r.head else "户主未填", r.group, f"户号 {r.household}" if r.household else "")
        self.home.setText("  ".join(filter(None, home)))
        self.same.setVisible(same_name > 1)
        self.same.setText(f"▲ 同名 {same_name} 人，请核对户主、组别、出生日期")
        self._money(found)
        self.answers.ask(found, declared, self._keys_in)

    def _money(self, found: Due) -> None:
        if found.paid:
            self.caption.setText("已缴，不再收")
            self.due.setText(yuan(found.paid["due_fen"]))
            self.reason.setText(paid_words(found.paid))
        else:
            due_fen = found.assessment.due_fen
            self.caption.setText(CAPTIONS.get(found.assessment.outcome, "先不收款"))
            self.due.setText(yuan(due_fen) if due_fen is not None else "待核定")
            self.reason.setText(found.assessment.headline)
        said = self.due.text()
        self.unit.setVisible(said != "待核定")
        restyle(self.due, type="huge" if said != "待核定" else "waits", paid=bool(found.paid))


def paid_words(paid: Mapping[str, Any]) -> str:
    """When, how and under which number somebody paid, and how far the county knows."""
    return (
        f"{paid['at'][:10]} {paid['at'][11:16]} 由 {paid['by']} 在本点收款（{text.METHODS[paid['method']]}），"
        f"凭据 {text.receipt(paid['receipt'])}，{text.SYNC[paid['sync_state']]}"
    )
