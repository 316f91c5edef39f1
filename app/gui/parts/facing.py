"""What the resident sees, in letters that can be read across the counter: who, how much, from when; then the change.

Painted, not laid out: it fills a second screen of any size or the window itself. It shows names and sums, and of a
document nothing: whoever stands behind reads along.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui import style, text
from app.gui.scale import px
from app.gui.words import tr

LINES, FEW = 6, 3
# The heights of the lines are told for a screen of this height.
HEIGHT = 720
LINE, LETTERS = 100, 62
SENTENCE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
LEAST, TEXT = 16, 17
SPACING = 1.3
"""From line to line, in heights of the letters."""
USUAL = (1180, 480)


@dataclass(frozen=True)
class Facing:
    """`people` with what each owes (fen) and how that comes about ("" where it is the whole price), the sum under
    `caption`, and a sentence. All empty: nobody is served."""

    caption: str = ""
    people: tuple[tuple[str, int, str], ...] = ()
    figure: str = ""
    sentence: str = ""


class FacingView(QWidget):
    """`point` greets while nobody is served; a practice point says so at the top of everything."""

    def __init__(self, point: str, *, practice: bool) -> None:
        super().__init__()
        self._point, self._practice = point, practice
        self.shown = Facing()
        self.setAccessibleName(tr("给居民看"))
        self.setMinimumSize(480, 240)

    def sizeHint(self) -> QSize:
        """Over the window as large as there is room."""
        return QSize(*USUAL)

    def put(self, shown: Facing) -> None:
        """Show this instead."""
        self.shown = shown
        people = tr("，").join(f"{name} {text.yuan(fen)}" for name, fen, _ in shown.people)
        self.setAccessibleDescription(
            tr("，").join(filter(None, (shown.caption, people, shown.figure, shown.sentence)))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is shown."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("card"))
            top = self._band(painter)
            inside = self.rect().adjusted(self._px(56), top + self._px(24), -self._px(56), -self._px(28))
            if self.shown == Facing():
                self._greet(painter, inside)
            else:
                self._tell(painter, inside)

    def _px(self, of_height: int) -> int:
        return max(1, round(of_height * min(self.height() / HEIGHT, self.width() / (HEIGHT * 4 / 3))))

    def _size(self, of_height: int) -> int:
        """Letters are never smaller than all others are: a sheet in large text leaves this view little height."""
        return max(self._px(of_height), px(TEXT))

    def _band(self, painter: QPainter) -> int:
        if not self._practice:
            return 0
        band = QRect(0, 0, self.width(), max(self._px(48), round(1.5 * px(TEXT))))
        painter.fillRect(band, style.colour("practice"))
        painter.setPen(style.colour("on_practice"))
        self._line(painter, band, tr("◆ 练习　这里的收款和凭据都不作数"), 26, Qt.AlignmentFlag.AlignCenter)
        return band.height()

    def _greet(self, painter: QPainter, inside: QRect) -> None:
        painter.setPen(style.colour("ink"))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
        self._line(painter, upper, self._point, 60, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        painter.setPen(style.colour("quiet"))
        lower = upper.translated(0, upper.height() + self._px(16))
        self._line(painter, lower, tr("居民医保缴费"), 44, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _tell(self, painter: QPainter, inside: QRect) -> None:
        room = QRect(inside.left(), inside.bottom() - self._px(128), inside.width(), self._px(128))
        # What a short sentence leaves free, the people's lines have.
        words = room.adjusted(0, room.height() - self._set_sentence(painter, room), 0, 0)
        sum_ = QRect(inside.left(), words.top() - self._px(200), inside.width(), self._px(190))
        self._people(
            painter, QRect(inside.left(), inside.top(), inside.width(), sum_.top() - self._px(12) - inside.top())
        )
        painter.fillRect(QRect(inside.left(), sum_.top() - self._px(4), inside.width(), 2), style.colour("line"))
        painter.setPen(style.colour("quiet"))
        self._line(painter, sum_, self.shown.caption, 40, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(style.colour("ink"))
        figure = sum_.adjusted(sum_.width() // 3, 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._line(painter, figure, self.shown.figure, 150, right, bold=True)
        self._paragraph(painter, words)

    def _people(self, painter: QPainter, room: QRect) -> None:
        people = self.shown.people
        lines = max(1, min(LINES, int(room.height() / (LEAST * SPACING))))
        listed = people if len(people) <= lines else people[: lines - 1]
        # Few people have larger letters, many enough room.
        step = min(self._px(LINE), room.height() // min(max(len(people), FEW), lines))
        painter.setPen(style.colour("ink"))
        for place, each in enumerate(listed):
            self._person(painter, QRect(room.left(), room.top() + place * step, room.width(), step), *each)
        if len(listed) < len(people):
            line = QRect(room.left(), room.top() + len(listed) * step, room.width(), step)
            rest = tr("还有 {people} 人").format(people=len(people) - len(listed))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._line(painter, line, rest, self._letters(step), left)

    def _letters(self, line: int) -> int:
        """How large, for a screen of HEIGHT, the letters of a line are that is so many pixels high."""
        return round(LETTERS * line / self._px(LINE))

    def _person(self, painter: QPainter, line: QRect, name: str, fen: int, why: str) -> None:
        """Name, how the sum comes about, and the sum."""
        third, middle = line.width() // 3, Qt.AlignmentFlag.AlignVCenter
        size = self._letters(line.height())
        painter.setPen(style.colour("ink"))
        self._line(painter, line.adjusted(0, 0, -2 * third, 0), name, size, Qt.AlignmentFlag.AlignLeft | middle)
        owed = line.adjusted(2 * third if why else third, 0, 0, 0)
        self._line(painter, owed, text.yuan(fen), size, Qt.AlignmentFlag.AlignRight | middle)
        painter.setPen(style.colour("quiet"))
        between = line.adjusted(third, 0, -line.width() // 4, 0)
        self._line(painter, between, why, round(0.75 * size), Qt.AlignmentFlag.AlignLeft | middle)
        painter.setPen(style.colour("ink"))

    def _paragraph(self, painter: QPainter, room: QRect) -> None:
        """The sentence on as many lines as it needs, in letters that fit."""
        painter.setPen(style.colour("ink"))
        self._set_sentence(painter, room)
        painter.drawText(room, int(SENTENCE), self.shown.sentence)

    def _set_sentence(self, painter: QPainter, room: QRect) -> int:
        """Set the largest letters in which the sentence fits; how high it is in them."""
        size = self._size(36)
        painter.setFont(style.font(size, grows=False))
        while size > LEAST and painter.boundingRect(room, int(SENTENCE), self.shown.sentence).height() > room.height():
            size -= 2
            painter.setFont(style.font(size, grows=False))
        return min(room.height(), painter.boundingRect(room, int(SENTENCE), self.shown.sentence).height())

    def _line(
        self, painter: QPainter, room: QRect, words: str, size: int, flags: Qt.AlignmentFlag, *, bold: bool = False
    ) -> None:
        """One line, smaller where the room is too narrow or too low for it."""
        # Nor do lines of many people lie over one another.
        pixels = min(self._size(size), max(LEAST, round(room.height() / SPACING)))
        painter.setFont(style.font(pixels, bold=bold, grows=False))
        while pixels > LEAST and painter.fontMetrics().horizontalAdvance(words) > room.width():
            pixels -= 2
            painter.setFont(style.font(pixels, bold=bold, grows=False))
        painter.drawText(room, int(flags), words)
