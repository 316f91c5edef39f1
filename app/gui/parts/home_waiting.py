"""What still waits to be done: printed, banked, arrived, exported, acknowledged; each with the key that leads there."""

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel

from app.desk.home import Home
from app.gui import text
from app.gui.parts.home_card import MARGIN, HomeCard
from app.gui.parts.layout import label, restyle, row
from app.gui.words import tr

DONE, WAITS = "✓", "▲"
SLIPS = tr("没登记的刷卡结算单 {slips} 张")


@dataclass(frozen=True)
class Waiting:
    """One thing: whether anything waits, in words, and the key for it ("" where there is nothing to do here)."""

    waits: bool
    words: str
    key: str


def waiting(found: Home) -> tuple[Waiting, ...]:
    """Everything there is to do, in the order of the paper's and the money's way; what went wrong comes first."""
    state, money, sync = found.state, found.money, found.state.sync
    if found.day is None and not sum(sync.values()):
        return (Waiting(False, tr("还没有收过款，没有等着办的。"), ""),)
    unsent, sent, rejected = sync["unsent"], sync["sent"], sync["rejected"]
    to_bank, on_way = text.yuan(money.to_bank_fen), text.yuan(money.on_way_fen)
    wrong = (
        Waiting(state.cards_open > 0, tr("刷卡待查 {cards_open} 笔").format(cards_open=state.cards_open), "Shift+F8"),
        Waiting(rejected > 0, tr("县退回 {rejected} 笔，要补救").format(rejected=rejected), "F4"),
    )
    return (
        *(each for each in wrong if each.waits),
        _or_done(
            state.unprinted > 0,
            tr("没打印的凭据 {unprinted} 张").format(unprinted=state.unprinted),
            tr("凭据都打印了"),
            "F6",
        ),
        *([Waiting(True, SLIPS.format(slips=money.unsettled), "F3")] if money.unsettled else []),
        _or_done(
            money.to_bank_fen > 0,
            tr("没解缴的现金 {to_bank}（{oldest} 起）").format(to_bank=to_bank, oldest=money.oldest),
            tr("日结的现金都解缴了"),
            "Alt+J",
        ),
        _or_done(
            money.slips > 0,
            tr("等到账 {on_way}（{slips} 张单）").format(on_way=on_way, slips=money.slips),
            tr("解缴的都到账了"),
            "Alt+J",
        ),
        _or_done(unsent > 0, tr("没导出的缴费 {unsent} 笔").format(unsent=unsent), tr("缴费都导出了"), "F4"),
        _or_done(sent > 0, tr("等县里回执 {sent} 笔").format(sent=sent), tr("导出的县里都收到了"), "F4"),
    )


def _or_done(waits: bool, words: str, done: str, key: str) -> Waiting:
    return Waiting(waits, words if waits else done, key if waits else "")


class WaitingCard(HomeCard):
    """A line for each; as many as there are now."""

    def __init__(self) -> None:
        super().__init__(tr("等着办的"))
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.at = label("", "small")
        self.at.setAccessibleName(tr("什么时候的情况"))
        self._grid.addLayout(row(label(tr("等着办的"), "title"), None, self.at), 0, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)

    def show_home(self, found: Home) -> None:
        """Show what waits, and at which moment that was so."""
        self.at.setText(tr("{now} 的情况").format(now=text.moment(found.state.now)))
        lines = waiting(found)
        while len(self._lines) < len(lines):
            self._add()
        for place, items in enumerate(self._lines):
            for item in items:
                item.setVisible(place < len(lines))
        for (sign, words, key), line in zip(self._lines, lines, strict=False):
            sign.setText(WAITS if line.waits else DONE)
            words.setText(line.words)
            key.setText(line.key)
            key.setVisible(bool(line.key))
            for item in (sign, words):
                restyle(item, type="warn" if line.waits else "quiet")

    def _add(self) -> None:
        made = (label(), label("", "quiet", wrap=True), label("", "small"))
        # The stretch below the last line goes one line further down.
        line = len(self._lines) + 1
        self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(line + 1, 1)
        for place, item in enumerate(made):
            self._grid.addWidget(item, line, place)
        self._lines.append(made)

    @property
    def texts(self) -> list[str]:
        """What can be read, line by line (for scripts)."""
        return [" ".join(i.text() for i in line if i.text()) for line in self._lines if not line[0].isHidden()]
