"""What every page is: built when first shown, told when it arrives, and where its focus belongs."""

from PySide6.QtWidgets import QWidget

from app.gui.paper import OpenSheet, Paper
from app.gui.session import Session


class Page(QWidget):
    """Base of the pages of a signed-in clerk."""

    HIDES_CASH = False
    """Whether the state bar must not tell the cash held while this page is shown."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__()
        self.session, self.paper, self.open_sheet = session, paper, open_sheet

    def arrive(self) -> None:
        """The page is shown: read anew what it shows, and take the focus."""
