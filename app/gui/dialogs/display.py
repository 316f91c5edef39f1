"""显示: the colours and the size of the text. ↑ and ↓ show a choice at once, Enter keeps it, Esc takes it back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from app.gui import new_look, scale, style
from app.gui.dialogs.sheet import Sheet
from app.gui.display_settings import Display, save
from app.gui.parts.layout import label, row
from app.gui.parts.titled import Titled
from app.gui.scale import SIZES, fix
from app.gui.words import tr

Value = TypeVar("Value")
WIDTH, LINE = 720, 37
COLOURS = (("system", tr("跟随系统")), ("light", tr("浅色")), ("dark", tr("深色")), ("contrast", tr("高对比")))
HINT = tr("↑ ↓ 换，Tab 到另一栏。字大了放不下的页面，按 Ctrl+PageDown 往下翻。")
TEXTS = tuple((percent, f"{percent}%") for percent in SIZES)
NOT_KEPT = tr("显示已经换好，但没有能记住：文件写不进去（{file}）。下次打开还是原来的样子，要再换一次。")


def display_sheet(file: Path | None, say: Callable[[str, str], None]) -> "DisplaySheet":
    """The sheet for how the program looks now; what is chosen is kept in `file` (None: nowhere). `say` tells a
    sentence and its tone."""

    def keep(chosen: Display) -> None:
        if file is not None and not save(file, chosen):
            say(NOT_KEPT.format(file=file), "caution")

    return DisplaySheet(Display(style.chosen(), scale.percent()), _dress, keep)


def _dress(display: Display) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        new_look.change(app, display.theme, display.percent)


class DisplaySheet(Sheet):
    """`show` dresses the program, `keep` is told what was chosen."""

    def __init__(self, now: Display, show: Callable[[Display], None], keep: Callable[[Display], None]) -> None:
        super().__init__(tr("显示"), width=WIDTH)
        self._before, self._now, self._show, self._keep = now, now, show, keep
        self.colours = Choices(tr("颜色"), COLOURS, now.theme)
        self.texts = Choices(tr("文字大小"), TEXTS, now.percent)
        self.body.addWidget(label(HINT, "quiet", wrap=True))
        both = row(gap=20)
        for name, each in ((tr("颜色"), self.colours), (tr("文字大小"), self.texts)):
            both.addWidget(Titled(name, each), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
        self.add_feet(tr("就这样"), self._accept, leave=tr("不改"))
        for each in (self.colours, self.texts):
            each.currentRowChanged.connect(lambda _row: self._try())

    def _try(self) -> None:
        self._now = Display(theme=self.colours.chosen, percent=self.texts.chosen)
        self._show(self._now)

    def _accept(self) -> None:
        self._before = self._now
        self.close_sheet()
        self._keep(self._now)

    def close_sheet(self) -> None:
        """Without Enter everything looks as it did before."""
        if self.is_open and self._before != self._now:
            self._show(self._before)
        super().close_sheet()


class Choices(QListWidget, Generic[Value]):
    """All there is to choose from; the row the cursor is on is chosen."""

    def __init__(self, name: str, words: Sequence[tuple[Value, str]], chosen: Value) -> None:
        super().__init__()
        self._values = [value for value, _ in words]
        self.setAccessibleName(name)
        self.setObjectName("choices")
        self.addItems([word for _, word in words])
        self.setCurrentRow(self._values.index(chosen))
        fix(self, height=LINE * len(words) + 6)

    @property
    def chosen(self) -> Value:
        """The value of the chosen row."""
        return self._values[self.currentRow()]
