"""The manual's text: shows a chapter, follows links between chapters, reads nothing but the manual's own folder."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.gui import style
from app.gui.parts.help_chapters import FOLDER, words
from app.gui.parts.help_dress import MARGIN, dress
from app.gui.words import tr

TALL = 4000
"""More than any screen has: the manual then takes all the height there is."""
PICTURE = QTextDocument.ResourceType.ImageResource.value


class HelpText(QTextBrowser):
    """Arrow keys and PgUp, PgDn scroll; Tab goes from link to link, Enter follows one. `shown` carries the chapter."""

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("manual")
        self.setAccessibleName(tr("手册正文"))
        self.chapter, self._heading, self._marked = "", "", ""
        self._written: QTextDocument | None = None
        self._before: list[tuple[str, int]] = []
        # A window that grows says so many times: the page is set once, when it has said all of it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._again)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def sizeHint(self) -> QSize:
        """All the height there is."""
        return QSize(super().sizeHint().width(), TALL)

    # -- showing

    def show_chapter(self, name: str) -> None:
        """Show a chapter from its beginning; `backward` comes back to where one was."""
        if self.chapter and self.chapter != name:
            self._before.append((self.chapter, self.verticalScrollBar().value()))
        self._heading = ""
        self._show(name, 0)

    def begin(self, name: str, heading: str = "") -> None:
        """Show the first chapter once this stands there, from `heading` where one is named: only then there is the room
        that pictures are fitted to."""
        self.chapter, self._heading = name, heading
        self._soon.start()

    def backward(self) -> None:
        """Where one was before."""
        if self._before:
            self._show(*self._before.pop())

    def _follow(self, url: QUrl) -> None:
        file = _inside(url)
        if file is not None:
            self.show_chapter(file.stem)

    def _show(self, name: str, place: int) -> None:
        # Made anew: a browser told to read Markdown itself sets it in front of what stood there (Qt 6.9).
        self._soon.stop()
        document, before = QTextDocument(self), self._written
        document.setMarkdown(words(name))
        dress(document)
        self.chapter, self._written = name, document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        self.verticalScrollBar().setValue(place)
        self.mark(self._marked)
        self.shown.emit(name)

    def mark(self, asked: str) -> None:
        """Mark every place that says `asked`, in this chapter and the next ones; "" marks none."""
        self._marked = asked
        self.setExtraSelections([_marked(each) for each in _places(self.document(), asked)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._soon.start()

    def _again(self) -> None:
        if self.chapter:
            self._show(self.chapter, self.verticalScrollBar().value())
        if self._heading:
            self.verticalScrollBar().setValue(_top(self.document(), self._heading))
        self._heading = ""

    # -- what it may read

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the manual, fitted to the room; nothing else and from no other place."""
        file = _inside(name)
        if file is None or kind != PICTURE:
            return None
        picture, room = QPixmap(str(file)), self.viewport().width() - 2 * MARGIN
        if picture.width() > room > 0:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture


def _inside(name: QUrl | str) -> Path | None:
    """The file of the manual that is meant; None for what lies elsewhere, on this machine or on another."""
    name = QUrl(name)
    if not name.isRelative():
        return None
    file = (FOLDER / name.path()).resolve()
    return file if file.is_relative_to(FOLDER.resolve()) and file.is_file() else None


def _top(document: QTextDocument, heading: str) -> int:
    """How far down the heading is; 0 where the chapter has none of these words."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text() == heading:
            return round(document.documentLayout().blockBoundingRect(block).top())
        block = block.next()
    return 0


def _places(document: QTextDocument, asked: str) -> list[QTextCursor]:
    found, cursor = [], document.find(asked) if asked else QTextCursor()
    while not cursor.isNull():
        found.append(cursor)
        cursor = document.find(asked, cursor)
    return found


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = place  # type: ignore[attr-defined]
    made.format.setBackground(style.colour("caution_ground"))  # type: ignore[attr-defined]
    made.format.setForeground(style.colour("caution"))  # type: ignore[attr-defined]
    return made
