"""The day on the home page: what each method brought in, people and receipts, the drawer and the four-way match.

What the drawer should hold stands here as it stands in the state bar; only the day page, where it is counted, keeps it
back.
"""

from PySide6.QtWidgets import QGridLayout, QLabel

from app.desk.home import Day, Home, Match
from app.domain.report import difference_text
from app.gui import text
from app.gui.parts.home_card import MARGIN, HomeCard
from app.gui.parts.layout import column, label, restyle, row
from app.gui.words import tr

NO_DAY = tr("还没有开过账。按 F3 开账以后才能收款。")
NOT_OPEN = tr("今天还没有开账。按 F3 开账以后才能收款。")
NOT_COUNTED = tr("点钞后才对账")
METHODS = 4


class DayCard(HomeCard):
    """The open account day, or the one closed last."""

    def __init__(self) -> None:
        super().__init__(tr("账日"))
        self.title, self.state = label("", "title"), label("", "quiet")
        self.words = label("", "base", wrap=True)
        self.methods = [_Method() for _ in range(METHODS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(0)
        for place, method in enumerate(self.methods):
            for line, item in enumerate((method.name, method.sum, method.people)):
                grid.addWidget(item, line, place)
            grid.setColumnStretch(place, 1)
        self.title.setAccessibleName(tr("账日"))
        self.words.setAccessibleName(tr("人数和凭据"))
        self.setLayout(column(row(self.title, None, self.state), grid, self.words, None, gap=8, margin=MARGIN))

    def show_day(self, day: Day | None, *, today: str) -> None:
        """Show a day, or that there was none yet; `today` as a day has its date."""
        for method in self.methods:
            method.hide()
        if day is None:
            self.title.setText(tr("账日"))
            self.state.setText("")
            self.words.setText(NO_DAY)
            return
        self.title.setText(tr("{date}　第 {number} 个账日").format(date=day.date, number=day.number))
        self.state.setText(tr("账日开着") if day.is_open else tr("已日结"))
        for method, taken in zip(self.methods, day.taken, strict=False):
            # Where nothing is due there is no sum: the people are the figure.
            people, is_zero = tr("{people} 人").format(people=taken.people), taken.method == "zero"
            method.show_taken(text.METHODS[taken.method], people if is_zero else text.yuan(taken.fen), people, is_zero)
        words = tr("缴费 {people} 人　有效凭据 {receipts} 张　作废 {voids} 张").format(
            people=day.people, receipts=day.receipts, voids=day.voids
        )
        is_over = not day.is_open and day.date != today
        self.words.setText("\n".join([words, *([NOT_OPEN] if is_over else [])]))


class _Method:
    """One method: its name, the sum, how many people."""

    def __init__(self) -> None:
        self.name, self.sum, self.people = label("", "quiet"), label("", "figure"), label("", "base")
        self._all = (self.name, self.sum, self.people)

    def hide(self) -> None:
        for item in self._all:
            item.hide()

    def show_taken(self, name: str, total: str, people: str, is_zero: bool) -> None:
        self.name.setText(name)
        self.sum.setText(total)
        self.sum.setAccessibleName(name)
        self.people.setText("" if is_zero else people)
        for item in self._all:
            item.show()


class DrawerCard(HomeCard):
    """The cash held, and how the four figures agree once the drawer has been counted."""

    def __init__(self) -> None:
        super().__init__(tr("现金和四相符"))
        self.held, self.more = label("", "figure"), label("", "quiet", wrap=True)
        self.verdict, self.figures = label("", "title", wrap=True), label("", "base", wrap=True)
        self.rows = label("", "warn", wrap=True)
        for item, name in (
            (self.held, tr("现金在手")), (self.more, tr("备用金和限额")), (self.verdict, tr("四相符结论")),
            (self.figures, tr("四相符的数字")), (self.rows, tr("不相符的地方")),
        ):  # fmt: skip
            item.setAccessibleName(name)
        above = column(label(tr("现金在手"), "quiet"), self.held, self.more, gap=0)
        below = column(label(tr("四相符核对"), "quiet"), self.verdict, self.figures, self.rows, gap=2)
        self.setLayout(column(above, below, None, gap=10, margin=MARGIN))

    def show_home(self, found: Home) -> None:
        """Show how the drawer stands."""
        self.held.setText(text.yuan(found.state.cash_held_fen))
        limit, day = found.state.limit, found.day
        is_free = limit.state == "free"
        change = (
            tr("备用金 {float}不算在内").format(float=text.yuan(day.float_fen))
            if day and day.is_open
            else tr("备用金不算在内")
        )
        self.more.setText(change if is_free else f"▲ {limit.sentence}")
        restyle(self.more, type="quiet" if is_free else "warn")
        self._show_match(day.match if day else None)

    def _show_match(self, match: Match | None) -> None:
        for item in (self.figures, self.rows):
            item.setVisible(match is not None)
        if match is None:
            self._say(self.verdict, NOT_COUNTED, "quiet")
            return
        is_clean = not match.differences
        self._say(self.verdict, tr("✓ 四相符") if is_clean else tr("▲ 有不相符的地方"), "good" if is_clean else "warn")
        drawer = difference_text(match.difference_fen)
        self.figures.setText(
            tr("{people} 人　{receipts} 张　{records} 条　{drawer}").format(
                people=match.people, receipts=match.receipts, records=match.records, drawer=drawer
            )
        )
        self.rows.setText("\n".join(match.differences))
        self.rows.setVisible(not is_clean)

    def _say(self, item: QLabel, words: str, kind: str) -> None:
        item.setText(words)
        restyle(item, type=kind)
