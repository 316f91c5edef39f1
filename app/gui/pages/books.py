"""解缴与票证: what of the cash is still here and what was paid in, the forms, and what the county is asked for."""

from app.gui.dialogs.print_setup import PrintSetupSheet
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.books_cash import CashSide
from app.gui.parts.books_county import CountyPart
from app.gui.parts.books_stock import StockPart
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, label, row, sides
from app.gui.scale import fix
from app.gui.session import Session
from app.gui.words import tr

LEFT = 590


class BooksPage(Page):
    """Left the money, right the forms and the county; at the foot how this computer prints."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.cash, self.stock, self.county = CashSide(self, self), StockPart(self, self), CountyPart(self, self)
        self.setup_button = key_button(self, tr("打印设置"), "F12", self.set_up_printing)
        self.stock_card = card(self.stock, margin=14)
        self.recovery_button = key_button(self, tr("换恢复单"), "F11", self.renew_recovery)
        foot = row(
            label(tr("凭据打到哪里、用什么纸、对不对得准："), "quiet"), None, self.setup_button, self.recovery_button
        )
        right = column(gap=12)
        right.addWidget(self.stock_card, 1)
        right.addWidget(card(self.county, margin=14), 1)
        right.addLayout(foot)
        whole = sides(self.cash, right, gap=12, margin=14)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        fix(self.cash, least_width=LEFT)
        self.setLayout(whole)
        bind(self, "Esc", session.hush)
        session.changed.connect(lambda _state: self._show() if self.isVisible() else None)

    def arrive(self) -> None:
        """Show how things stand; the focus on the slips where one waits for its date, on the cash otherwise."""
        self._show()
        chosen = self.cash.slips.chosen
        waits = chosen is not None and chosen.received_on is None
        (self.cash.slips if waits else self.cash.cash).setFocus()

    def _show(self) -> None:
        with self.session.calmly():
            self.cash.show_now()
            self.stock.show_now()
            self.stock_card.setVisible(not self.stock.isHidden())
            self.county.show_now()

    def set_up_printing(self) -> None:
        """Which printer, which layout, how far off."""
        self.session.hush()
        with self.session.calmly():
            sheet = PrintSetupSheet(self.session)
            self.open_sheet(sheet, sheet.how)

    def renew_recovery(self) -> None:
        """A new recovery code, for a sheet that was lost or seen."""
        from app.gui.dialogs.recovery import RecoverySheet

        self.session.hush()
        with self.session.calmly():
            sheet = RecoverySheet(self.session)
            self.open_sheet(sheet, sheet.own)
