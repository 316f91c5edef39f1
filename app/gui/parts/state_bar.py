"""The state bar of design §7, on every page: practice or real, the day, cash, prints, the county, the roster."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from app.domain.payment import yuan_plain
from app.gui import text
from app.gui.parts.layout import label, restyle

if TYPE_CHECKING:
    from app.desk.state import State

HIDDEN = "点钞前不显示"


class StateBar(QFrame):
    """Figures only; the words beside them say what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("state_bar")
        self._state: State | None = None
        self._cash_hidden = False
        self.kind, self.roster, self.unsent, self.cash, self.unprinted, self.day = (
            label("", "state") for _ in range(6)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(0)
        for item, name in (
            (self.kind, "练习或正式"), (self.day, "账日"), (self.cash, "现金在手"), (self.unprinted, "未打印"),
            (self.unsent, "未报"), (self.roster, "名册"),
        ):  # fmt: skip
            item.setAccessibleName(name)
            row.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch(1) if item is not self.roster else None

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
        held = HIDDEN if self._cash_hidden else f"{yuan_plain(state.cash_held_fen)} 元"
        _say(self.cash, f"现金在手 {held}")
        _say(self.unprinted, f"未打印 {state.unprinted} 张 · F6", warn=state.unprinted > 0)
        _say(self.unsent, f"未报 {state.sync['unsent']} 笔")
        _say(
            self.roster,
            f"{text.age_of_roster(state.roster_at, state.now)} · {state.residents:,} 人",
            warn=not state.residents,
        )


def _say(item: QLabel, words: str, *, warn: bool = False) -> None:
    item.setText(f"▲ {words}" if warn else words)
    restyle(item, kind="warn" if warn else "plain")
