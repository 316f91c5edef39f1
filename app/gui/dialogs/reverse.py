"""红冲: a payment of a closed day taken back on paper, and the money carried to the person it was meant for."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView

from app.desk.due import Due
from app.desk.look_up import Hit
from app.gui import text
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.models.hits import HIT, ROW_HEIGHT, HitDelegate, HitsModel, second_line
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label
from app.gui.parts.search_box import SearchBox
from app.gui.scale import fix
from app.gui.words import tr

WIDTH = 860
NOBODY = tr("不转给别人：记红字，抽屉里的钱不动，自动向县里申请退费。")
CHOOSE = tr("↑ ↓ 选人，Enter 选定；清空就是不转给别人。")
NOT_FOUND = tr("没有找到“{asked}”。请换一种写法，或清空不填。")
Find = Callable[[str], list[Hit]]
Reverse = Callable[[str, str | None], str]
"""Reverses for a reason, in favour of a handle or of nobody; "" or the sentence why not."""


class ReverseSheet(Sheet):
    """The reason, then whose the money is; the button says what will happen."""

    def __init__(self, found: Due, subject: str, find: Find, reverse: Reverse) -> None:
        super().__init__(tr("红冲：{name}").format(name=found.resident.name), width=WIDTH)
        self._find, self._reverse, self._to = find, reverse, ""
        self._own, self._paid_fen = found.handle, int((found.paid or {})["due_fen"])
        self.reason = field(tr("红冲原因"), tr("例如：同名认错了人，应当是东村3组的那一位"))
        self.search, self.hits, self.found = SearchBox(), QListView(), HitsModel()
        self.search.setAccessibleName(tr("转给谁（可以不填）"))
        self.chosen = label("", "hint", wrap=True)
        self.chosen.setAccessibleName(tr("红冲以后钱怎么办"))
        self._lists()
        for each in (
            label(subject, "base", wrap=True),
            FieldRow(self.reason),
            FieldRow(self.search),
            self.hits,
        ):
            self.body.addWidget(each)
        self.keep_in_sight(self.chosen)
        self.accept_button = self.add_feet(tr("红冲"), self._accept)
        self._choose(None)

    def _lists(self) -> None:
        self.hits.setModel(self.found)
        self.hits.setItemDelegate(HitDelegate(self.hits))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setAccessibleName(tr("查到的人"))
        fix(self.hits, height=2 * ROW_HEIGHT + 4)
        self.hits.hide()
        self.search.textChanged.connect(self._look)
        self.search.moved.connect(self._move)
        self.hits.clicked.connect(self._clicked)

    def _look(self, asked: str) -> None:
        self.found.put([hit for hit in self._find(asked) if hit.resident != self._own] if asked.strip() else [])
        self.hits.setVisible(bool(self.found.hits))
        self.hits.setCurrentIndex(self.found.index(0))
        self._choose(None)
        if asked.strip():
            self.chosen.setText(CHOOSE if self.found.hits else NOT_FOUND.format(asked=asked.strip()))
            self.accept_button.set_word(tr("选定"))
        self._place()

    def _move(self, by: int) -> None:
        rows = len(self.found.hits)
        if rows:
            now = self.hits.currentIndex().row()
            self.hits.setCurrentIndex(self.found.index(max(0, min(rows - 1, now + by))))

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.data(HIT))
        self.accept_button.setFocus()

    def _choose(self, hit: Hit | None) -> None:
        """Say what will become of the money."""
        self._to = hit.resident if hit else ""
        self.complain("")
        if hit is None:
            self.chosen.setText(NOBODY)
            self.accept_button.set_word(tr("红冲，报县里退费"))
            self._place()
            return
        due = (
            tr("应缴 {due}").format(due=text.yuan(hit.due_fen)) if hit.due_fen is not None else text.STATUS[hit.status]
        )
        who = tr("{name}，{sex}，{second_line}，{id_masked}").format(
            name=hit.name, sex=text.SEX[hit.sex], second_line=second_line(hit), id_masked=hit.id_masked
        )
        self.chosen.setText(
            tr("转给 {who}，{due}。请与身份证核对；抽屉里的钱不动，给他开新凭据。").format(who=who, due=due)
            + self._rest(hit.due_fen)
        )
        self.accept_button.set_word(tr("红冲，转给{name}").format(name=hit.name))
        self._place()

    def _rest(self, due_fen: int | None) -> str:
        """What becomes of the money that is not needed there."""
        left = 0 if due_fen is None else self._paid_fen - due_fen
        return tr("原来收的用不完，余下 {left}自动向县里申请退费。").format(left=text.yuan(left)) if left > 0 else ""

    def _accept(self) -> None:
        if self.reason.hasFocus() or not self.reason.text().strip():
            if self.reason.text().strip():
                go_to(self.search)
            else:
                self.complain(tr("请先写明原因。什么也没有变。"))
                self.reason.setFocus()
        elif self.search.hasFocus():
            self._chosen()
        else:
            self._end()

    def _chosen(self) -> None:
        """Enter in the search: the person under the cursor, or nobody where nothing is asked."""
        hit: Hit | None = self.hits.currentIndex().data(HIT) if self.found.hits else None
        if hit is None and self.search.text().strip():
            return
        self._choose(hit)
        self.accept_button.setFocus()

    def _end(self) -> None:
        refusal = self._reverse(self.reason.text(), self._to or None)
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
