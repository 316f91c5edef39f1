"""并户: which household somebody joins, by whoever of it the roster finds; a sentence says what will become of it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from app.desk.look_up import Hit
from app.gui.models.hits import HIT, ROW_HEIGHT, HitDelegate, HitsModel
from app.gui.parts.layout import column, label
from app.gui.parts.search_box import SearchBox
from app.gui.parts.titled import Titled
from app.gui.scale import fix
from app.gui.words import tr

ALONE = tr("空着就是单独一户。要和家里人一起缴，就填家里任意一个人。")
JOINS = tr("并到 {name} 这一户：{home}。不对就按 ↑ ↓ 换。")
NEW = tr("名册里没有户号 {number}：登记成新的一户。")
NOT_FOUND = tr("没有找到“{asked}”。请换一种写法，或清空，单独一户。")
NO_NUMBER = tr("{name} 在名册里没有户号，并不进去。请换家里别的人，或清空，单独一户。")
ROWS = 2
Find = Callable[[str], list[Hit]]


class HouseholdField(QFrame):
    """A search field, the sentence, and those found below it. `changed`: another household, or none."""

    changed = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.search, self.hits, self.found = SearchBox(), QListView(), HitsModel()
        self.said = label(ALONE, "hint", wrap=True)
        # Among the fields of a sheet it is one of them: not as large as at the counter.
        self.search.setObjectName("")
        name = tr("哪一户（可以空着）")
        self.search.setAccessibleName(name)
        self.search.setPlaceholderText(tr("家里任意一个人的姓名、首字母，或户号"))
        self.said.setAccessibleName(tr("登记到哪一户"))
        self.hits.setModel(self.found)
        self.hits.setItemDelegate(HitDelegate(self.hits))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setAccessibleName(tr("查到的人"))
        self.hits.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.hits.hide()
        self.setLayout(column(Titled(name, self.search), self.said, self.hits, gap=6))
        self.search.textChanged.connect(self._look)
        self.search.moved.connect(self._move)
        self.hits.selectionModel().currentChanged.connect(lambda _now, _before: self._say())

    @property
    def joined(self) -> Hit | None:
        """One of the household that is joined; None where somebody is alone or begins a new one."""
        hit: Hit | None = self._current.data(HIT) if self._current.isValid() else None
        return hit if hit is not None and hit.household else None

    @property
    def number(self) -> str:
        """The number of the household: of the one joined, else of a new one; "" for none."""
        joined = self.joined
        if joined is not None:
            return joined.household
        return self._asked if self._is_new else ""

    @property
    def refusal(self) -> str:
        """Why what stands there is no household; "" where it is one, or nothing stands there."""
        return "" if not self._asked or self.number else self._sentence()

    def fold(self) -> None:
        """The list goes: the sentence says who was chosen, and the room is needed."""
        self.hits.hide()

    @property
    def _asked(self) -> str:
        return self.search.text().strip()

    @property
    def _current(self) -> QModelIndex:
        return self.hits.currentIndex()

    @property
    def _is_new(self) -> bool:
        """A number that nobody has is a household the roster does not know; a name that nobody has is a slip."""
        return not self.found.hits and any(each.isdigit() for each in self._asked)

    def _look(self, asked: str) -> None:
        self.found.put(self._find(asked) if asked.strip() else [])
        fix(self.hits, height=min(len(self.found.hits), ROWS) * ROW_HEIGHT + 4)
        self.hits.setVisible(bool(self.found.hits))
        self.hits.setCurrentIndex(self.found.index(0))
        self._say()

    def _move(self, by: int) -> None:
        rows = len(self.found.hits)
        if rows:
            self.hits.show()
            self.hits.setCurrentIndex(self.found.index(max(0, min(rows - 1, self._current.row() + by))))

    def _say(self) -> None:
        self.said.setText(self._sentence())
        self.changed.emit()

    def _sentence(self) -> str:
        hit = self.joined
        if hit is not None:
            return JOINS.format(name=hit.name, home=_home(hit))
        if not self._asked:
            return ALONE
        if self._is_new:
            return NEW.format(number=self._asked)
        if self._current.isValid():
            return NO_NUMBER.format(name=self._current.data(HIT).name)
        return NOT_FOUND.format(asked=self._asked)


def _home(hit: Hit) -> str:
    """Head, number and group of a household."""
    head = tr("户主 {head}").format(head=hit.head) if hit.head else ""
    return tr("，").join(filter(None, (head, tr("户号 {household}").format(household=hit.household), hit.group)))
