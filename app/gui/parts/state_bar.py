"""The state bar of design §7, on every page: practice or real, the day, cash and its limit, cards without a result,
prints, the county, the roster.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel

from app.gui.parts.flow import Flow
from app.gui.parts.layout import label, restyle
from app.gui.words import tr

if TYPE_CHECKING:
    from app.desk.state import State

HIDDEN = tr("点钞前不显示")
NEAR = {"warn": tr("接近限额"), "over": tr("已到限额")}


class StateBar(QFrame):
    """Figures only; the words beside them say what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("state_bar")
        self._state: State | None = None
        self._cash_hidden = False
        self.kind, self.roster, self.unsent, self.cash, self.unprinted, self.day, self.cards = (
            label("", "state") for _ in range(7)
        )
        for item, name in (
            (self.kind, tr("练习或正式")), (self.day, tr("账日")), (self.cash, tr("现金在手")),
            (self.cards, tr("刷卡待查")),
            (self.unprinted, tr("未打印")),
            (self.unsent, tr("未报")), (self.roster, tr("名册")),
        ):  # fmt: skip
            item.setAccessibleName(name)
        shown = (self.kind, self.day, self.cash, self.cards, self.unprinted, self.unsent, self.roster)
        line = Flow(*shown, gap=2, spread=True)
        line.setContentsMargins(18, 3, 18, 3)
        self.setLayout(line)

    def hide_cash(self, on: bool) -> None:
        """Before a blind count the clerk must not read here what the drawer should hold."""
        self._cash_hidden = on
        if self._state:
            self.show_state(self._state)

    def show_state(self, state: "State") -> None:
        """Show how things stand."""
        # After sign-in: the first frame has no figures, and does not wait for the words of the rules.
        from app.gui import text

        self._state = state
        self.kind.setText(tr("◆ 练习点") if state.practice else tr("● 正式收款点"))
        restyle(self.kind, kind="practice" if state.practice else "real")
        _say(
            self.day,
            tr("账日 已开 {date}").format(date=state.day.date) if state.day else tr("账日 没有开"),
            warn=state.day is None,
        )
        _say(self.cash, self._cash(state), warn=state.limit.state != "free")
        _say(self.cards, tr("刷卡待查 {cards_open} 笔 · Shift+F8").format(cards_open=state.cards_open), warn=True)
        self.cards.setVisible(state.cards_open > 0)
        _say(
            self.unprinted, tr("未打印 {unprinted} 张 · F6").format(unprinted=state.unprinted), warn=state.unprinted > 0
        )
        _say(self.unsent, tr("未报 {unsent} 笔").format(unsent=state.sync["unsent"]))
        _say(
            self.roster,
            tr("{age_of_roster} · {residents} 人").format(
                age_of_roster=text.age_of_roster(state.roster_at, state.now), residents=state.residents
            ),
            warn=not state.residents or text.is_old(state.roster_at, state.now),
        )

    def _cash(self, state: "State") -> str:
        """What is held and, near a limit or beyond it, the limit's sentence; before a blind count neither."""
        from app.domain.payment import yuan_plain

        near = state.limit.state != "free"
        if self._cash_hidden:
            return tr("现金在手 {hidden}").format(hidden=HIDDEN) + (
                tr("，{near}").format(near=NEAR[state.limit.state]) if near else ""
            )
        return (
            state.limit.sentence
            if near
            else tr("现金在手 {cash_held} 元").format(cash_held=yuan_plain(state.cash_held_fen))
        )


def _say(item: QLabel, words: str, *, warn: bool = False) -> None:
    item.setText(f"▲ {words}" if warn else words)
    restyle(item, kind="warn" if warn else "plain")
