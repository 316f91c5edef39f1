"""A report on the screen: its title, whose and of when it is, the table, and the sentences below."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from app.domain.listing import Listing
from app.gui.models.listing import BarDelegate, ListingModel
from app.gui.models.paint import MarkDelegate
from app.gui.parts.layout import column, label
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import fix, px
from app.gui.words import tr

EM, PADDING, BAR_WIDTH, ROW_HEIGHT = 18, 26, 360, 34
HEAD = 64
"""Of the names of the columns, the frame and the bar that scrolls sideways."""
WIDEST = 520


class Rows(WholeRows, QTableView):
    """The table. Tab leaves it, as it leaves every other control."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("报表内容"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # One height for all: asking each of sixty thousand rows for its own would take seconds.
        fix(self, rows=ROW_HEIGHT)
        self.horizontalHeader().setAccessibleName(tr("列名"))
        self.horizontalHeader().setHighlightSections(False)
        self.setItemDelegate(BarDelegate(self))
        self.setItemDelegateForColumn(0, MarkDelegate(self))

    def minimumSizeHint(self) -> QSize:
        """Three rows must be seen."""
        return QSize(super().minimumSizeHint().width(), px(HEAD + 3 * ROW_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Home and Ctrl+End are Home and End: a report is read by rows."""
        if Qt.Key(event.key()) == Qt.Key.Key_End:
            self.selectRow(self.model().rowCount() - 1)
        elif Qt.Key(event.key()) == Qt.Key.Key_Home:
            self.selectRow(0)
        else:
            super().keyPressEvent(event)


class ListingTable(QFrame):
    """One listing; `show_listing` puts another in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.about = label("", "title"), label("", "quiet", wrap=True)
        self.notes = label("", "quiet", wrap=True)
        self.notes.setAccessibleName(tr("报表说明"))
        self.model, self.rows = ListingModel(), Rows()
        self._widths: tuple[float, ...] = ()
        self.rows.setModel(self.model)
        whole = column(self.title, self.about, gap=6)
        whole.addWidget(self.rows, 1)
        whole.addWidget(self.notes)
        self.setLayout(whole)

    def show_listing(self, listing: Listing, widths: tuple[float, ...]) -> None:
        """Show a report; `widths` in ems as domain.listing has them."""
        self.title.setText(listing.title)
        self.about.setText("\n".join(listing.subtitle))
        self.notes.setText("\n".join(listing.notes))
        self.model.put(listing)
        self._widths = widths
        self._widen()
        self.rows.horizontalHeader().setStretchLastSection(True)

    def _widen(self) -> None:
        """Columns as wide as this size of text wants them."""
        for place, em in enumerate(self._widths):
            bar = self.model.listing is not None and self.model.listing.columns[place].kind == "bar"
            self.rows.setColumnWidth(place, px(BAR_WIDTH if bar else min(WIDEST, int(em * EM) + PADDING)))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._widen()

    def clear(self, words: str) -> None:
        """Show no report, only words."""
        self.title.setText(words)
        self.about.setText("")
        self.notes.setText("")
        self._widths = ()
        self.model.put(None)
