"""Home: the day at a glance. Above the day, the drawer and what waits; below how far the groups are and who is left.

The value is made on the worker; until it comes the last one stands here, with the time it is of.
"""

from app.desk.home import Home, home
from app.desk.left import Household
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.home_card import MARGIN
from app.gui.parts.home_day import DayCard, DrawerCard
from app.gui.parts.home_left import GroupsPart, LeftPart
from app.gui.parts.home_waiting import WaitingCard
from app.gui.parts.keys import bind
from app.gui.parts.layout import card, column, sides
from app.gui.scale import fix
from app.gui.session import Session
from app.gui.words import tr

DRAWER, WAITING, LEFT = 280, 330, 520
MAKING = tr("正在整理……")


class HomePage(Page):
    """Reads how things stand whenever it is shown, and whenever something changes while it is."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.shown: Home | None = None
        self._making = self._again = False
        self.day, self.drawer, self.waiting = DayCard(), DrawerCard(), WaitingCard()
        self.progress = GroupsPart()
        self.left = LeftPart(self, self._look_up, lambda: self.report_wanted.emit("round"))
        self._arrange()
        bind(self, "Esc", session.hush)
        session.changed.connect(lambda _state: self._make() if self.isVisible() else None)

    def _arrange(self) -> None:
        # The day is as wide as its figures; what wraps is told how narrow it may become.
        fix(self.drawer, least_width=DRAWER)
        fix(self.waiting, least_width=WAITING)
        fix(self.left, least_width=LEFT)
        taken = sides(self.day, self.drawer, gap=12)
        above = sides(taken, self.waiting, gap=12)
        below = sides(card(self.progress, margin=MARGIN), card(self.left, margin=MARGIN), gap=12)
        for layout, shares in ((taken, (5, 4)), (above, (9, 5)), (below, (5, 7))):
            for place, share in enumerate(shares):
                layout.setStretch(place, share)
        whole = column(above, gap=10, margin=12)
        whole.addLayout(below, 1)
        self.setLayout(whole)

    @property
    def from_the_top(self) -> bool:
        """The day at a glance; the households are further down on a small screen."""
        return True

    def arrive(self) -> None:
        """The focus on the households; how things stand is read anew."""
        self._make()
        self.left.homes.setFocus()

    def shut(self) -> None:
        """The window closes: the value that is being made is the last."""
        self._again = False

    def _make(self) -> None:
        """Make the value on the worker; what changes while it is made has it made once more."""
        if self._making:
            self._again = True
            return
        self._making = True
        self.waiting.at.setText(MAKING)
        self.session.background(lambda desk, _tick: home(desk), done=self._show, ended=self._made)

    def _made(self) -> None:
        self._making = False
        if self._again:
            self._again = False
            self._make()

    def _show(self, found: Home) -> None:
        self.shown = found
        self.day.show_day(found.day, today=f"{found.state.now:%Y-%m-%d}")
        self.drawer.show_home(found)
        self.waiting.show_home(found)
        self.progress.show_home(found)
        self.left.show_home(found)
        for part in (self.day, self.drawer, self.waiting):
            part.tell()

    def _look_up(self, household: Household) -> None:
        """The counter with the household; who has none is looked up by name."""
        self.person_wanted.emit(household.household or household.head, household.resident)
