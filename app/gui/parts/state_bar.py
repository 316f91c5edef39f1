"""The state bar of design §7, on every page: practice or real, the day, cash and its limit, cards without a result,
prints, the county, the roster.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from app.domain.payment import yuan_plain
from app.gui import text
from app.gui.parts.layout import label, restyle

if TYPE_CHECKING:
    from app.desk.state import State

HIDDEN = "点钞前不显示"
NEAR = {"warn": "接近限额", "over": "已到限额"}


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
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(0)
        for item, name in (
            (self.kind, "练习或正式"), (self.day, "账日"), (self.cash, "现金在手"), (self.cards, "刷卡待查"),
            (self.unprinted, "未打印"),
            (self.unsent, "未报"), (self.roster, "名册"),
        ):  # fmt: skip
            item.setAccessibleName(name)
            row.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
            # What is hidden most of the day leaves no gap behind.
            row.addStretch(1) if item not in (self.cards, self.roster) else None

    def hide_cash(self, on: bool) -> None:
        """Before a blind count the clerk must not read here what the drawer should hold."""
        self._cash_hidden = on
        if self._state:
            self.show_state(self._state)

    def show_state(self, state: "State") -> None:
        """Show how things stand."""
        self._state = state
        self.kind.setText("◆ 练习点" if state.practice else "● 正式收款点")
        restyle(self.kind, kind="practice" if state.practice else "real")
        _say(self.day, f"账日 已开 {state.day.date}" if state.day else "账日 没有开", warn=state.day is None)
        _say(self.cash, self._cash(state), warn=state.limit.state != "free")
        _say(self.cards, f"刷卡待查 {state.cards_open} 笔 · Shift+F8", warn=True)
        self.cards.setVisible(state.cards_open > 0)
        _say(self.unprinted, f"未打印 {state.unprinted} 张 · F6", warn=state.unprinted > 0)
        _say(self.unsent, f"未报 {state.sync['unsent']} 笔")
        _say(
            self.roster,
            f"{text.age_of_roster(state.roster_at, state.now)} · {state.residents:,} 人",
            warn=not state.residents,
        )

    def _cash(self, state: "State") -> str:
        """What is held and, near a limit or beyond it, the limit's sentence; before a blind count neither."""
        near = state.limit.state != "free"
        if self._cash_hidden:
            return f"现金在手 {HIDDEN}" + (f"，{NEAR[state.limit.state]}" if near else "")
        return state.limit.sentence if near else f"现金在手 {yuan_plain(state.cash_held_fen)} 元"


def _say(item: QLabel, words: str, *, warn: bool = False) -> None:
    item.setText(f"▲ {words}" if warn else words)
    restyle(item, kind="warn" if warn else "plain")
