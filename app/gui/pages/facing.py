"""给居民看: what the resident is shown, on a second screen where there is one, else over the whole window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen

from app.desk.due import Due
from app.domain.payment import Collected
from app.gui import style, text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.facing import Facing, FacingView
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

WIDTH = 1240
ON_SECOND = tr("第二块屏幕已经打开，跟着这里变；再按 Alt+D 关掉。")
OFF_SECOND = tr("第二块屏幕已经关掉。")


class FacingSheet(Sheet):
    """The same over the window, for a counter with one screen: turn it towards the resident."""

    def __init__(self, view: FacingView) -> None:
        super().__init__(tr("给居民看"), width=WIDTH)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = view
        self.body.addWidget(view)
        self.add_feet(tr("看好了"), self.close_sheet)


class FacingScreens:
    """Belongs to the counter page. The second screen follows the counter until it is closed."""

    def __init__(self, page: "CounterPage") -> None:
        self._page = page
        self._now = Facing()
        self.second: FacingView | None = None

    def _view(self) -> FacingView:
        point = self._page.session.desk.point
        made = FacingView(point.name, practice=point.practice)
        made.put(self._now)
        return made

    def toggle(self) -> None:
        """Open the second screen, or close it; with one screen lie over the window until Esc."""
        if self.second is not None:
            self.close()
            self._page.session.say(OFF_SECOND, "calm")
            return
        screen = other_screen(self._page)
        if screen is None:
            sheet = FacingSheet(self._view())
            self._page.open_sheet(sheet, sheet.view)
            return
        self.second = self._view()
        style.dress(self.second)
        self.second.setWindowTitle(tr("给居民看"))
        # The keyboard stays at the counter; showFullScreen would take it along.
        self.second.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.second.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.second.setScreen(screen)
        self.second.setGeometry(screen.geometry())
        self.second.setWindowState(Qt.WindowState.WindowFullScreen)
        self.second.show()
        self._page.window().activateWindow()
        self._page.session.say(ON_SECOND, "good")

    def close(self) -> None:
        """Take the second screen away."""
        if self.second is not None:
            self.second.close()
            self.second = None

    def greet(self) -> None:
        """Nobody is served."""
        self._put(Facing())

    def show_due(self, people: list[Due], total_fen: int, sentence: str) -> None:
        """Those ticked, what each owes, and a sentence about it."""
        owed = tuple((found.resident.name, found.assessment.due_fen or 0, _why(found)) for found in people)
        self._put(Facing(tr("一共应缴"), owed, text.yuan(total_fen), sentence) if people else Facing())

    def show_taken(self, done: Collected) -> None:
        """What was taken, and the change to count together."""
        paid = tuple((taken.name, taken.due_fen, "") for taken in done.payments)
        if done.change_fen and done.tendered_fen:
            shown = Facing(
                tr("找零"),
                paid,
                text.yuan(done.change_fen),
                tr("收到 {tendered}，应缴 {total}，请当面点清找零。").format(
                    tendered=text.yuan(done.tendered_fen), total=text.yuan(done.total_fen)
                ),
            )
        else:
            shown = Facing(tr("已收"), paid, text.yuan(done.total_fen), tr("请收好凭据。"))
        self._put(shown)

    def _put(self, shown: Facing) -> None:
        self._now = shown
        if self.second is not None:
            self.second.put(shown)


def other_screen(page: "CounterPage") -> QScreen | None:
    """A screen beside the one that the window is on, None where there is none."""
    here = page.window().screen()
    return next((each for each in QGuiApplication.screens() if each is not here), None)


def _why(found: Due) -> str:
    """Why it is 38 and not 380, in figures: the category behind it is nothing for those who read along."""
    a = found.assessment
    if not a.subsidy_fen or a.price_fen is None:
        return ""
    return tr("{price} 减资助 {subsidy}").format(price=text.yuan(a.price_fen), subsidy=text.yuan(a.subsidy_fen))
