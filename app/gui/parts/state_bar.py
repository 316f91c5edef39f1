"""The state bar of design §7, on every page: practice or real, the day, cash and its limit, cards without a result,
prints, the county, the roster.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from app.gui.parts.flow import Flow
from app.gui.parts.layout import label, restyle
from app.gui.scale import is_narrow
from app.gui.words import tr

if TYPE_CHECKING:
    from app.desk.state import State

HIDDEN = tr("点钞前不显示")


class StateBar(QFrame):
    """Figures only; the words beside them say what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("state_bar")
        self._state: State | None = None
        self._cash_hidden = self._short = False
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
        _say(self.day, self._day(state), warn=state.day is None and not state.closed_today)
        _say(self.cash, self._cash(state), warn=state.limit.state != "free")
        cards = tr("刷卡待查 {cards_open} 笔").format(cards_open=state.cards_open)
        _say(self.cards, self._with_key(cards, "Shift+F8"), warn=True)
        self.cards.setVisible(state.cards_open > 0)
        unprinted = tr("未打印 {unprinted} 张").format(unprinted=state.unprinted)
        _say(self.unprinted, self._with_key(unprinted, "F6"), warn=state.unprinted > 0)
        # Beside a card that is waiting a small screen has no room for what is in order.
        self.unprinted.setVisible(bool(state.unprinted) or not (self._short and state.cards_open))
        _say(self.unsent, tr("未报 {unsent} 笔").format(unsent=state.sync["unsent"]))
        _say(
            self.roster,
            self._roster(state, text.age_of_roster(state.roster_at, state.now)),
            warn=not state.residents or text.is_old(state.roster_at, state.now),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer words where they would need a second line: the page above needs the room more."""
        super().resizeEvent(event)
        short = is_narrow(self.width())
        if short != self._short:
            self._short = short
            if self._state:
                self.show_state(self._state)

    def _with_key(self, words: str, key: str) -> str:
        return words if self._short else f"{words} · {key}"

    def _day(self, state: "State") -> str:
        if state.day is None:
            return tr("账日 已日结") if state.closed_today else tr("账日 没有开")
        return (tr("账日 {date}") if self._short else tr("账日 已开 {date}")).format(date=state.day.date)

    def _roster(self, state: "State", age: str) -> str:
        """How old it is and how many are in it; where there is little room only what there is to say."""
        if not self._short:
            return tr("{age_of_roster} · {residents} 人").format(age_of_roster=age, residents=state.residents)
        from app.gui import text

        fresh = state.residents and not text.is_old(state.roster_at, state.now)
        return tr("名册 {residents} 人").format(residents=state.residents) if fresh else age

    def _cash(self, state: "State") -> str:
        """What is held and how near a limit it is; before a blind count the limit alone, which tells no sum."""
        from app.domain.payment import yuan_plain

        if self._cash_hidden:
            return state.limit.short or tr("现金在手 {hidden}").format(hidden=HIDDEN)
        held = tr("现金在手 {cash_held} 元").format(cash_held=yuan_plain(state.cash_held_fen))
        return tr("，").join(filter(None, (held, state.limit.short)))


def _say(item: QLabel, words: str, *, warn: bool = False) -> None:
    item.setText(f"▲ {words}" if warn else words)
    restyle(item, kind="warn" if warn else "plain")
