"""Looking somebody up at the counter: what is typed, who is found, and the household of whoever the cursor is on.

The list answers a key at once; the household beside it, which takes longer to assess and to paint, comes in the turn
after, and not at all where the next key is there before. Until it has come nobody is shown and nobody is ticked, and
any key that is neither a letter nor a step in the list waits for it: nobody is paid for who is not on the screen.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.desk.look_up import Hit, hits
from app.gui.models.hits import HIT
from app.gui.parts.counter_view import CounterView
from app.gui.parts.scrolled import look_at
from app.gui.parts.search_box import MOVES, is_text
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

LIMIT = 20
WELCOME = tr("请输入姓名、拼音首字母、身份证号或电话末几位，\n也可以直接扫码、刷身份证。")
NOBODY = tr(
    "没有找到“{asked}”。\n试试只输姓氏，或拼音首字母（张小明 → zxm），\n或身份证号末四位。\n"
    "名册里真没有的人（新生儿、刚嫁来的），\n按 Shift+F5 照证件登记，再收款。"
)
# These look somebody else up, or nobody.
ON = {*MOVES, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape}
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Looking(QObject):
    """Belongs to the counter page."""

    def __init__(self, page: "CounterPage", view: CounterView) -> None:
        super().__init__(page)
        self._page, self._view, self._session = page, view, page.session
        self.coming: Hit | None = None
        """Whose household is to be shown next."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.bring)
        view.search.textChanged.connect(self._changed)
        view.search.moved.connect(self._move)
        view.hits.pressed.connect(lambda _index: self.show_list())
        view.search.installEventFilter(self)
        view.hits.selectionModel().currentChanged.connect(self._preview)

    def search_for(self, asked: str, resident: str | None = None) -> None:
        """Type into the search box; of those found, go to the resident with this handle."""
        self._view.search.clear()
        self._view.search.setText(asked)
        self._go_to(resident)
        self.bring()

    def again(self) -> None:
        """Look up what stands there once more; whoever was chosen stays chosen."""
        chosen: Hit | None = self._view.hits.currentIndex().data(HIT)
        self._look(self._view.search.text())
        if chosen is not None and self._view.found.hits:
            self._go_to(chosen.resident)
        self.bring()

    def show_list(self) -> None:
        """At a key or a click the list is painted at once, and with it whatever else has changed so far: the household
        comes after."""
        if self.coming is not None:
            self._view.hits.viewport().repaint()

    def refresh(self, resident: str) -> None:
        """The list anew, with the cursor on this resident; who is shown is whoever asked's affair."""
        with self._session.calmly():
            self._put(self._view.search.text())
            self._go_to(resident)
        self._drop()

    def bring(self) -> None:
        """Show the household that is to come, if any, now."""
        coming = self.coming
        self._drop()
        if coming is not None:
            self._page.show_household(coming)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key that is meant for those shown."""
        if event.type() in KEYS and isinstance(event, QKeyEvent) and not (is_text(event) or event.key() in ON):
            self.bring()
        return False

    def _drop(self) -> None:
        self._soon.stop()
        self.coming = None

    def _put(self, asked: str) -> None:
        # One more than are listed: so the list knows whether it is whole.
        self._view.found.put(hits(self._session.desk, asked, limit=LIMIT + 1) if asked.strip() else ())

    def _changed(self, asked: str) -> None:
        look_at(self._view.search, None)
        self._look(asked)
        # By a key, and not by the program.
        if self._view.search.isModified():
            self.show_list()

    def _look(self, asked: str) -> None:
        self._drop()
        self._page.telling.forget()
        view = self._view
        with self._session.calmly():
            self._put(asked)
        view.show_many(len(view.found.hits) > LIMIT)
        if view.found.hits:
            view.hits.setCurrentIndex(view.found.index(0))
        elif asked.strip():
            view.show_note(NOBODY.format(asked=asked.strip()))
        elif view.right.currentWidget() is not view.taken:
            view.show_note(WELCOME)

    def _move(self, by: int) -> None:
        rows = len(self._view.found.hits)
        if rows:
            now = self._view.hits.currentIndex().row()
            self._view.hits.setCurrentIndex(self._view.found.index(max(0, min(rows - 1, now + by))))
            # On a small screen the search stays where it is, and whom the cursor has come to lies below.
            look_at(self._view.search, self._view.hits)
            self.show_list()

    def _go_to(self, resident: str | None) -> None:
        """This resident among those found, else the first."""
        found = self._view.found.hits
        place = next((place for place, each in enumerate(found) if each.resident == resident), 0)
        self._view.hits.setCurrentIndex(self._view.found.index(place))

    def _preview(self, current: QModelIndex, _before: QModelIndex) -> None:
        chosen: Hit | None = current.data(HIT) if current.isValid() else None
        if chosen is not None:
            self._page.telling.forget()
            self.coming = chosen
            self._view.people.hold()
            self._soon.start()
