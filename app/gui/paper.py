"""Paper from any page: print what was just issued, print what waits, reprint one, void one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk import receipts
from app.desk.void import void
from app.domain.errors import KnownError
from app.gui import text
from app.gui.dialogs.prints import PrintFolderSheet, ReprintSheet, WaitingSheet
from app.gui.dialogs.sheet import Sheet
from app.gui.dialogs.void import VoidSheet
from app.gui.session import Session
from app.store.database import StoreError, explain

OpenSheet = Callable[[Sheet, QWidget], None]


class Paper(QObject):
    """`voided` carries the receipt, so that its person is looked at anew; `waits`: nothing is printed for now."""

    voided = Signal(str)
    waits = Signal()

    def __init__(self, session: Session, open_sheet: OpenSheet) -> None:
        super().__init__()
        self._session, self._open = session, open_sheet

    def print_receipts(self, numbers: list[str]) -> None:
        """Print; at a real point the clerk first says where to, once a session."""
        if self._session.print_folder is not None:
            self._session.print_receipts(numbers)
            return
        sheet = PrintFolderSheet(lambda folder: self._print_into(folder, numbers))
        sheet.closed.connect(self._not_now)
        self._open(sheet, sheet.field.line)

    def _print_into(self, folder: Path, numbers: list[str]) -> None:
        self._session.print_folder = folder
        self._session.print_receipts(numbers)

    def _not_now(self) -> None:
        if self._session.print_folder is None:
            self.waits.emit()

    def show_waiting(self) -> None:
        """The receipts that were never printed, and one key to print them all."""
        with self._session.calmly():
            sheet = WaitingSheet(receipts.waiting(self._session.desk), self.print_receipts)
            self._open(sheet, sheet.first)

    def reprint(self, chosen: str | None = None) -> None:
        """One receipt again, as 补打 k."""
        with self._session.calmly():
            sheet = ReprintSheet(receipts.of_day(self._session.desk), chosen, self.print_receipts)
            self._open(sheet, sheet.list if chosen else sheet.number)

    def void(self, chosen: str | None = None) -> None:
        """Void one receipt of the open day."""
        with self._session.calmly():
            sheet = VoidSheet(receipts.of_day(self._session.desk), chosen, self._void)
            self._open(sheet, sheet.reason if chosen else sheet.list)

    def _void(self, receipt: str, reason: str) -> str:
        try:
            done = void(self._session.desk, receipt, reason)
        except KnownError as error:
            return str(error)
        except StoreError as error:
            return str(explain(error))
        back = f"请当面退还现金 {text.yuan(done.give_back_fen)}。" if done.give_back_fen else "没有现金要退。"
        self._session.say(f"凭据 {text.receipt(done.receipt)} 已作废，号码保留。{back}", "good")
        self._session.refresh()
        self.voided.emit(receipt)
        return ""
