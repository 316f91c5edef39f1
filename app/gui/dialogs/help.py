"""F1: the manual over whatever is shown. Left the chapters, right the text; Esc gives the focus back."""

from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.help_chapters import KEYS
from app.gui.parts.help_list import HelpList
from app.gui.parts.help_text import HelpText
from app.gui.parts.keys import KeyButton, bind
from app.gui.parts.layout import column, label, row
from app.gui.parts.shade import Shade
from app.gui.scale import fix
from app.gui.words import tr

WIDTH, LEFT = 1310, 260
HINT = tr("↑ ↓ 翻看　Tab 换一边　Alt+← 回上一处　再按 F1 看全部按键")
NOT_FOUND = tr("手册里没有“{asked}”。请换一个词。")


class HelpSheet(Sheet):
    """As wide and as tall as the window allows. It may lie over another sheet, and takes nothing from it."""

    def __init__(self, chapter: str, heading: str = "") -> None:
        """`heading`: where in the chapter to begin."""
        self.text, self.list, self.search = HelpText(), HelpList(), QLineEdit()
        super().__init__(tr("使用手册"), width=WIDTH)
        self.search.setAccessibleName(tr("在手册里找"))
        self.search.setPlaceholderText(tr("在手册里找  Ctrl+F"))
        self._build()
        self._connect()
        self._first = chapter, heading

    def _build(self) -> None:
        left = QFrame()
        fix(left, width=LEFT)
        left.setLayout(column(self.search, self.list, gap=10))
        both = row(left, gap=16)
        both.addWidget(self.text, 1)
        self.body.addLayout(both)
        self.feet.addWidget(label(HINT, "quiet"))
        self.feet.addStretch(1)
        self.feet.addWidget(KeyButton(tr("关上手册"), "Esc", self.close_sheet, slim=True))

    def _connect(self) -> None:
        self.list.chosen.connect(self.text.show_chapter)
        self.list.itemActivated.connect(lambda _item: self.text.setFocus())
        self.text.shown.connect(self.list.mark)
        self.search.textChanged.connect(lambda _asked: self._look())
        self.search.returnPressed.connect(self._look_further)
        bind(self, "Ctrl+F", lambda: go_to(self.search))
        bind(self, "Alt+Left", self.text.backward)
        running = QApplication.instance()
        if isinstance(running, QApplication):
            running.focusChanged.connect(self._hold)

    def open_over(self, shade: Shade, first: QWidget) -> None:
        """Lie over what `shade` dims, and then show the chapter."""
        super().open_over(shade, first)
        self.text.begin(*self._first)

    def show_keys(self) -> None:
        """The keyboard map."""
        self.text.show_chapter(KEYS)
        self.text.setFocus()

    # -- looking for words

    @property
    def asked(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    def _look(self) -> None:
        """Leave the chapters that say it; the first of them is shown where the one on the screen does not."""
        found = self.list.keep(self.asked)
        self.complain("" if found else NOT_FOUND.format(asked=self.asked))
        if found and self.text.chapter not in found:
            self.text.show_chapter(found[0])
        self.text.mark(self.asked)

    def _look_further(self) -> None:
        """Enter: the next place in this chapter, and after the last one in the next chapter that says it."""
        found = self.list.keep(self.asked)
        if not self.asked or not found or self.text.find(self.asked):
            return
        here = found.index(self.text.chapter) if self.text.chapter in found else -1
        self.text.show_chapter(found[(here + 1) % len(found)])
        self.text.find(self.asked)

    # -- keeping the focus

    def _hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What ends behind the manual may move the focus; it goes there only when the manual is closed."""
        strayed = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if strayed and self.is_open and self._is_top:
            self._back = now
            self.text.setFocus()

    @property
    def _is_top(self) -> bool:
        """Whether no other sheet lies over the manual."""
        return [each for each in self.parent().children() if isinstance(each, Sheet) and each.is_open][-1] is self
