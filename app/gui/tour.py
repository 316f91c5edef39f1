"""One whole day lived by a script in the real window: what `run` does where nobody can see a window.

The same pages, verbs and keys as a clerk's; each page leaves a picture, each payment its receipt, the day its 日报
and its sync file.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.desk.day_standing import standing
from app.desk.due import Due
from app.desk.look_up import family, look_up
from app.desk.order import ticked_beforehand, total_fen
from app.domain import money
from app.domain.day import DENOMINATIONS
from app.gui.application import application
from app.gui.dialogs.card import CardSheet
from app.gui.dialogs.cash import CashSheet
from app.gui.dialogs.settle import SettleSheet
from app.gui.entry import Entry
from app.gui.window import Window

FLOAT_YUAN = "200"
HUNDRED = 10_000
FAMILIES = 4


def live_a_day(entry: Entry, clerk: str, passphrase: str, home: Path) -> None:
    """Sign in, open, take cash and a card, look at every page, export, count, close; pictures go to `home`/截图."""
    qInstallMessageHandler(_say)
    application()
    window = Window(entry)
    window.show()
    tour = _Tour(window, home)
    tour.picture("登录")
    window.sign_in(clerk, passphrase)
    window.settle()
    tour.open()
    tour.payments()
    tour.roster()
    tour.close()
    tour.hand_over()
    window.close()


def _say(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    # Offscreen windows have no size hints to pass on; Qt says so for each. Everything else is worth reading.
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


class _Tour:
    def __init__(self, window: Window, home: Path) -> None:
        self.window, self.home = window, home
        self.taken = 0

    def picture(self, name: str) -> None:
        """A numbered picture of the window as it is now."""
        folder = self.home / "截图"
        number = len(list(folder.glob("*.png"))) + 1
        self.window.settle()
        self.window.picture(folder / f"{number:02d}-{name}.png")

    def open(self) -> None:
        """Open the counter with change money."""
        self.window.go("day")
        self.picture("开账")
        page = self.window.page("day")
        page.float_field.setText(FLOAT_YUAN)
        page.open_counter()

    def payments(self) -> None:
        """A few families: the first by card, the others in cash."""
        self.window.page("counter").search_for("z")
        self.picture("查人")
        for place, people in enumerate(self._families()):
            self.window.page("counter").search_for(people[0].resident.document_number)
            self.picture("应缴")
            self._by_card(place) if place == 0 and total_fen(people) else self._in_cash()
            self.picture("收款之后")

    def _families(self) -> list[list[Due]]:
        """Families of different sizes and categories in which somebody can pay."""
        session = self.window.session
        if session is None:
            return []
        found: dict[str, list[Due]] = {}
        for hit in look_up(session.desk, "l", limit=200):
            people = [d for d in family(session.desk, hit.household) if ticked_beforehand(d)]
            kind = "、".join(sorted({d.assessment.category or "" for d in people}))
            if people and kind not in found:
                found[kind] = people
        return list(found.values())[:FAMILIES]

    def _in_cash(self) -> None:
        self.window.page("counter").till.take_cash()
        sheet = self.window.sheet
        if isinstance(sheet, CashSheet):
            # The sum stands there already; this payer hands over whole hundreds.
            hundreds = -(-money.parse_yuan(sheet.tendered.text()) // HUNDRED)
            sheet.tendered.setText(f"{hundreds * HUNDRED // 100}")
            self.picture("收现金")
            sheet.accept_button.click()

    def _by_card(self, place: int) -> None:
        self.window.page("counter").till.take_card()
        sheet = self.window.sheet
        if isinstance(sheet, CardSheet):
            sheet.terminal.setText("T0000001")
            sheet.reference.setText(f"31111500{place:04d}")
            sheet.reference.setFocus()
            self.picture("刷卡")
            sheet.accept_button.click()

    def roster(self) -> None:
        """The preview of the roster that is already there."""
        self.window.go("roster")
        page = self.window.page("roster")
        page.file.set_path(self.home / "名册.xlsx")
        page.preview()
        self.picture("名册")

    def close(self) -> None:
        """Count the drawer note by note, close, write the 日报."""
        self.window.go("day")
        page = self.window.page("day")
        self._settle()
        rest = self._in_the_drawer()
        for fen in DENOMINATIONS:
            page.notes.boxes[fen].setValue(rest // fen)
            rest %= fen
        self.picture("点钞")
        page.count()
        self.picture("四相符")
        page.close_the_day()
        page.report_file.set_path(self.home / "日报.pdf")
        page.print_report()
        self.picture("日结")

    def _settle(self) -> None:
        """The terminal's settlement slip: one card, for the family that paid first."""
        self.window.page("day").settle()
        sheet, session = self.window.sheet, self.window.session
        found = standing(session.desk) if session else None
        if isinstance(sheet, SettleSheet) and found and found.sums.pos_fen:
            for field, words in (
                (sheet.batch, "000001"), (sheet.count, "1"), (sheet.amount, f"{found.sums.pos_fen // 100}"),
            ):  # fmt: skip
                field.setText(words)
            sheet.amount.setFocus()
            self.picture("结算单")
            sheet.accept_button.click()
        elif sheet is not None:
            sheet.close_sheet()

    def _in_the_drawer(self) -> int:
        """The script has no drawer to look into: it counts what should be there."""
        session = self.window.session
        found = standing(session.desk) if session else None
        return found.sums.expected_fen if found else 0

    def hand_over(self) -> None:
        """Write the sync file to the folder that stands for the stick."""
        self.window.go("hand_over")
        page = self.window.page("hand_over")
        page.stick.set_path(self.home / "U盘")
        page.export()
        self.picture("交县")
