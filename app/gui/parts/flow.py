"""Items side by side that go on in a further line where there is no room: large text makes no window wider."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """What room is left in a line lies between its items where `spread`, else behind them. `gap` between lines too."""

    def __init__(self, *widgets: QWidget, gap: int = 4, spread: bool = False) -> None:
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        super().__init__()
        self._gap, self._spread = gap, spread
        self.setContentsMargins(QMargins())
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many, hidden ones included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """None where there is none, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take one out; None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """What is inside has changed: the items ask it anew how large it is."""
        for item in self._items:
            item.invalidate()
        self._heights.clear()
        self._least = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines under one another. Kept until something changes: Qt asks a hundred times for one page."""
        if width not in self._heights:
            self._heights[width] = self._height_of_lines(width)
        return self._heights[width]

    def _height_of_lines(self, width: int) -> int:
        frame = self.contentsMargins()
        lines = self._lines(width - frame.left() - frame.right())
        heights = [max(_height(item, wide) for item, wide in line) for line in lines]
        return sum(heights) + self._gap * max(0, len(lines) - 1) + frame.top() + frame.bottom()

    def sizeHint(self) -> QSize:
        """All in one line."""
        frame, shown = self.contentsMargins(), self._shown()
        wide = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        high = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(wide + frame.left() + frame.right(), high + frame.top() + frame.bottom())

    def minimumSize(self) -> QSize:
        """The widest of them; kept as the heights are."""
        if self._least is None:
            frame, least = self.contentsMargins(), [item.minimumSize() for item in self._shown()]
            wide = max((each.width() for each in least), default=0)
            high = max((each.height() for each in least), default=0)
            self._least = QSize(wide + frame.left() + frame.right(), high + frame.top() + frame.bottom())
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        """Place them, each in the middle of its line's height."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines, top = self._lines(room.width()), room.top()
        for number, line in enumerate(lines):
            high = max(_height(item, wide) for item, wide in line)
            if number == len(lines) - 1:
                high = max(high, room.bottom() + 1 - top)
            self._place(line, room, top, high)
            top += high + self._gap

    def _place(self, line: list[tuple[QLayoutItem, int]], room: QRect, top: int, high: int) -> None:
        left = room.width() - sum(wide for _, wide in line) - self._gap * (len(line) - 1)
        between = self._gap + (left // (len(line) - 1) if self._spread and len(line) > 1 else 0)
        x = room.left()
        for item, wide in line:
            own = min(high, _height(item, wide))
            item.setGeometry(QRect(QPoint(x, top + (high - own) // 2), QSize(wide, own)))
            x += wide + between

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        """The items of each line with their widths; none is wider than the room."""
        lines: list[list[tuple[QLayoutItem, int]]] = []
        used = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            if lines and used + self._gap + wide <= width:
                lines[-1].append((item, wide))
                used += self._gap + wide
            else:
                lines.append([(item, wide)])
                used = wide
        return lines


class Even(Flow):
    """Filling their lines, of one width where that will do: two under two in a narrow place, else abreast."""

    def sizeHint(self) -> QSize:
        """It asks for no width of its own."""
        return self.minimumSize()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        shown = self._shown()
        # Whole rows: no single one is left over below.
        for in_line in (len(shown), 2, 1):
            lines = [shown[at : at + in_line] for at in range(0, len(shown), max(in_line, 1))]
            if in_line == 1 or all(self._fits(line, width) for line in lines):
                return [self._filled(line, width) for line in lines]
        return []

    def _fits(self, line: list[QLayoutItem], width: int) -> bool:
        return sum(item.sizeHint().width() + self._gap for item in line) - self._gap <= width

    def _filled(self, line: list[QLayoutItem], width: int) -> list[tuple[QLayoutItem, int]]:
        """Equal shares, and where one needs more than its share all get the same on top of what they need."""
        room = width - self._gap * (len(line) - 1)
        needed, share = [item.sizeHint().width() for item in line], room // len(line)
        if max(needed) <= share:
            return [(item, share) for item in line]
        more = max(room - sum(needed), 0) // len(line)
        return [(item, min(wide + more, width)) for item, wide in zip(line, needed, strict=True)]


def ends(left: Sequence[QWidget], right: Sequence[QWidget], *, gap: int) -> Flow:
    """Some at the left end, some at the right: a row of buttons."""
    parts = QFrame(), QFrame()
    for part, widgets in zip(parts, (left, right), strict=True):
        part.setLayout(Flow(*widgets, gap=gap))
    return Flow(*parts, gap=gap, spread=True)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
