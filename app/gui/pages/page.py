"""What every page is: built when first shown, told when it arrives, and where its focus belongs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.gui.paper import OpenSheet, Paper
from app.gui.session import Session


class Page(QWidget):
    """Base of the pages of a signed-in clerk.

    A page may send the clerk on: `person_wanted` carries what to look up at the counter and the handle of whom to show,
    `report_wanted` the name of a report.
    """

    person_wanted = Signal(str, str)
    report_wanted = Signal(str)
    top_wanted = Signal()
    """The page's beginning has something new to say: where the page scrolls, it comes into sight."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__()
        self.session, self.paper, self.open_sheet = session, paper, open_sheet

    @property
    def hides_cash(self) -> bool:
        """Whether the state bar must not tell the cash held right now."""
        return False

    @property
    def from_the_top(self) -> bool:
        """Whether its beginning comes first, and not what has the focus, where it does not fit on the screen."""
        return False

    def arrive(self) -> None:
        """The page is shown: read anew what it shows, and take the focus."""

    def shut(self) -> None:
        """The window closes: put away what lies outside of it."""
