"""The person in front of the counter: who it is, what is due in figures one can read from two metres, and why."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.desk.due import Due
from app.desk.look_up import status
from app.desk.order import may_tick, ticked_beforehand
from app.desk.situations import Situation
from app.domain.advice import advice
from app.domain.money import yuan
from app.gui import text
from app.gui.parts.answers import Answers
from app.gui.parts.flow import Flow
from app.gui.parts.known import Known
from app.gui.parts.layout import column, label, restyle, row, sides
from app.gui.parts.wrapped import Wrapped
from app.gui.scale import fix
from app.gui.words import tr

# What stands over the sum: a sum that cannot be taken yet must not look like one that can.
NOT_TICKED = tr("▲ 有一处还没有定论，没有替您勾上：按 F7 看，问清了按空格勾上。")
CAPTIONS = {
    "collect": tr("本人应缴"),
    "collect_zero": tr("本人应缴"),
    "refer": tr("先问清，再收款"),
    "register_first": tr("先登记，再收款"),
    "warn_no_benefit": tr("享受不到待遇，先不收款"),
}


class Reason(Wrapped):
    """The reason line: a click opens the steps, as F7 does."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("type", "reason")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("点一下或按 F7，一步一步看理由"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the line."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class Elided(QLabel):
    """One line that ends in … where it does not fit: a long address must not make the window wider."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def put(self, words: str) -> None:
        """Show these words, as far as there is room."""
        self._whole = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(100, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()


class PersonCard(QFrame):
    """One assessed person."""

    def __init__(self, keys_in: QWidget) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._keys_in = keys_in
        self.name, self.facts, self.home = label("", "person"), label("", "large"), Elided()
        self.same = label("", "chip")
        self.caption, self.due, self.unit = label("", "base"), label("", "huge"), label(tr("元"), "large")
        self.reason, self.advice = Reason(), label("", "strong", wrap=True)
        self.more = label("", "base", wrap=True)
        self.answers = Answers()
        self._words()
        who = column(Flow(self.name, self.same, gap=14), self.facts, self.home, None, gap=2)
        figure = row(self.due, self.unit, gap=8)
        figure.setAlignment(self.unit, Qt.AlignmentFlag.AlignBottom)
        money = column(self.caption, figure, gap=0)
        money.setAlignment(self.caption, Qt.AlignmentFlag.AlignRight)
        top = sides(who, money, gap=16)
        top.setStretch(0, 1)
        self.setLayout(column(top, self.reason, self.advice, self.more, self.answers, gap=6, margin=12))

    def _words(self) -> None:
        for item, name in (
            (self.name, tr("姓名")), (self.due, tr("应缴金额")), (self.reason, tr("应缴理由")),
            (self.advice, tr("怎么办")),
            (self.more, tr("还有什么要知道")),
        ):  # fmt: skip
            item.setAccessibleName(name)
        # The figures' own line is half as tall again as the figures: the family below needs the room more.
        fix(self.due, height=90)
        self.unit.setContentsMargins(0, 0, 0, 6)

    def show_person(
        self, found: Due, *, known: Known, declared: Mapping[str, Any], others: Sequence[Situation]
    ) -> None:
        """Show one person, and what else is known: namesakes, an open card, the dates of the payment."""
        r = found.resident
        self.name.setText(r.name)
        self.facts.setText("  ".join((text.SEX[r.sex], text.born(r.birth_date), r.masked_number)))
        home = (
            tr("户主 {head}").format(head=r.head) if r.head else tr("户主未填"),
            f"{r.town}{r.group}",
            r.household and tr("户号 {household}").format(household=r.household),
        )
        self.home.put("  ".join(filter(None, (*home, text.paid_last_year(r)))))
        self.same.setVisible(known.namesakes > 1)
        self.same.setText(tr("▲ 同名 {namesakes} 人，请核对户主、组别、出生日期").format(namesakes=known.namesakes))
        # Whoever is asked something here sees the question; what is open otherwise would pass unnoticed.
        is_open = may_tick(found) and not ticked_beforehand(found) and not text.open_questions(found)
        more = [*([NOT_TICKED] if is_open else []), *known.lines]
        self.more.setText("\n".join(more))
        self.more.setVisible(bool(more))
        self._money(found)
        self._advise(found)
        self.answers.ask(found, declared, others, self._keys_in)

    def _advise(self, found: Due) -> None:
        """The first thing to bring or do; the whole list is one key away."""
        said = advice(found.assessment, found.facts) if found.paid is None else ()
        more = tr("（还有 {said} 条，按 F7 看）").format(said=len(said) - 1) if len(said) > 1 else ""
        self.advice.setText(f"→ {said[0]}{more}" if said else "")
        self.advice.setVisible(bool(said))

    def _money(self, found: Due) -> None:
        due_fen = found.assessment.due_fen
        if found.paid:
            # "Have I paid?" is answered from two metres, too; a sum as large as one that is due would say the contrary.
            taken = found.paid["due_fen"]
            self.caption.setText(
                tr("已收 {due}，不再收").format(due=text.yuan(taken)) if taken else tr("免缴已确认，不再收")
            )
            self.due.setText(tr("✓ 已缴"))
            self.reason.setText(paid_words(found.paid))
        else:
            self.caption.setText(CAPTIONS.get(found.assessment.outcome, tr("先不收款")))
            self.due.setText(yuan(due_fen) if due_fen is not None else text.STATUS[status(found)])
            self.reason.setText(found.assessment.headline)
        a_sum = due_fen is not None and not found.paid
        self.unit.setVisible(a_sum)
        restyle(self.due, type="huge" if a_sum else "waits", paid=bool(found.paid))


def paid_words(paid: Mapping[str, Any]) -> str:
    """When, how and under which number somebody paid, and how far the county knows."""
    # A paper receipt of a round is entered on a later day than the money was taken.
    is_late = paid["paid_on"] < paid["at"][:10]
    said = (
        tr("{at} {at2} {by} 补录（{method}），凭据 {receipt}，{sync}")
        if is_late
        else tr("{at} {at2} {by} 收款（{method}），凭据 {receipt}，{sync}")
    )
    return said.format(
        at=paid["at"][:10],
        at2=paid["at"][11:16],
        by=paid["by"],
        method=text.METHODS[paid["method"]],
        receipt=text.receipt(paid["receipt"]),
        sync=text.SYNC[paid["sync_state"]],
    )
