"""The chapters beside the text: ↑ ↓ choose one, what is looked for leaves only the chapters that say it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.gui import style
from app.gui.parts.help_chapters import INDEX, chapters, words
from app.gui.words import tr

NAME = Qt.ItemDataRole.UserRole
GROUP_PIXELS = 17


class HelpList(QListWidget):
    """`chosen` carries the chapter the cursor was moved to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("手册目录"))
        self._items: dict[str, QListWidgetItem] = {}
        self._groups: dict[str, list[str]] = {}
        self._heads: dict[str, QListWidgetItem] = {}
        self._add(tr("目录"), INDEX)
        for chapter in chapters():
            if chapter.group not in self._groups:
                self._add_group(chapter.group)
            self._groups[chapter.group].append(chapter.name)
            self._add(chapter.title, chapter.name)
        self._dress()
        self.currentItemChanged.connect(lambda now, _before: self.chosen.emit(now.data(NAME)) if now else None)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        for head in self._heads.values():
            head.setFont(style.font(GROUP_PIXELS, bold=True))

    def _add(self, title: str, name: str) -> None:
        item = QListWidgetItem(title, self)
        item.setData(NAME, name)
        self._items[name] = item

    def _add_group(self, title: str) -> None:
        item = QListWidgetItem(title, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._heads[title], self._groups[title] = item, []

    def mark(self, name: str) -> None:
        """The cursor on the chapter that is shown already."""
        item = self._items.get(name)
        if item is not None:
            self.blockSignals(True)
            self.setCurrentItem(item)
            self.blockSignals(False)

    def keep(self, asked: str) -> list[str]:
        """Show only the chapters that say `asked`, all where nothing is asked; returns their names, those that are
        called so first."""
        found = [name for name in self._items if not asked or _says(name, asked)]
        for name, item in self._items.items():
            item.setHidden(name not in found)
        for title, head in self._heads.items():
            head.setHidden(not set(self._groups[title]) & set(found))
        return sorted(found, key=lambda name: asked not in self._items[name].text())


def _says(name: str, asked: str) -> bool:
    """The index says only what the chapters are called."""
    return name != INDEX and asked.lower() in words(name).lower()
