"""试算: what the answer would be on another day, or for another kind of case. Nothing is told and nothing is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.desk.due import Due
from app.desk.situations import Situation
from app.domain.advice import advice
from app.domain.wording import span_words, yuan
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import column, label, row
from app.gui.parts.typed import Unreadable, needs_day, read_day
from app.gui.scale import fix
from app.gui.words import tr

WIDTH, MARGIN = 1040, 15
Try = Callable[[date, dict[str, Any]], Due]
"""What would be due on a day with these facts; nothing is kept."""
SUM, WHEN = tr("个人缴"), tr("假如这一天缴")
ROWS = (tr("结论"), SUM, tr("理由"), tr("待遇"), tr("等待期"), tr("怎么办"))
EMPTY_DAY = 8
"""A date has at least as many characters; with fewer nobody has finished typing."""


class WhatIfSheet(Sheet):
    """Today's answer on the left, the supposed one on the right, at once while it is typed."""

    def __init__(self, found: Due, others: Sequence[Situation], try_: Try) -> None:
        super().__init__(tr("{name}：试算").format(name=found.resident.name), width=WIDTH)
        self._found, self._others, self._try = found, list(others), try_
        self.day, self.kind, self.happened = QLineEdit(str(found.facts.paid_on)), QComboBox(), QLineEdit()
        self.happened_label = label(tr("事由日期"), "quiet")
        self.today, self.supposed = ([_cell(name) for name in ROWS] for _ in range(2))
        self.heads = [_padded(label(word, "strong", wrap=True)) for word in (tr("今天"), tr("假如"))]
        self._fields()
        self.body.addWidget(label(tr("▲ 只是试算，不会保存，也不会收款。"), "chip", wrap=True))
        self.body.addLayout(self._line())
        self.body.addLayout(self._table())
        self.add_feet(tr("看好了"), self._accept)
        _fill(self.today, found)
        self.heads[0].setText(tr("今天　{supposition}").format(supposition=_supposition(found)))
        self._show()

    def _fields(self) -> None:
        for each in self._others:
            self.kind.addItem(text.answer("enrolment", each.enrolment), each.enrolment)
        self.kind.setCurrentIndex(max(self.kind.findData(self._found.facts.enrolment), 0))
        self.happened.setText(str(self._found.facts.event_date or ""))
        for field, name in ((self.day, WHEN), (self.kind, tr("情形")), (self.happened, tr("事由日期"))):
            field.setAccessibleName(name)
        fix(self.day, width=190)
        fix(self.kind, least_width=250)
        self.happened.setPlaceholderText(tr("年-月-日"))
        fix(self.happened, width=190)
        self.day.textChanged.connect(lambda _words: self._show())
        self.happened.textChanged.connect(lambda _words: self._show())
        self.kind.currentIndexChanged.connect(lambda _place: self._show())

    def _line(self) -> QHBoxLayout:
        made = row(gap=20)
        pairs: tuple[tuple[QWidget, QLabel], ...] = (
            (self.day, label(WHEN, "quiet")),
            (self.kind, label(tr("情形（↑ ↓ 换）"), "quiet")),
            (self.happened, self.happened_label),
        )
        for field, name in pairs:
            made.addLayout(column(name, field, gap=4))
        made.addStretch(1)
        return made

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        for place, head in enumerate(self.heads, start=1):
            frame = QFrame()
            frame.setProperty("card", True)
            grid.addWidget(frame, 0, place, len(ROWS) + 2, 1)
            head.setContentsMargins(MARGIN, 10, MARGIN, 3)
            grid.addWidget(head, 0, place, top)
            grid.setColumnStretch(place, 1)
        for line, name in enumerate(ROWS, start=1):
            grid.addWidget(_padded(label(name, "quiet")), line, 0, top)
            for place, cells in enumerate((self.today, self.supposed), start=1):
                cells[line - 1].setAccessibleName(
                    tr("{when}：{name}").format(when=(tr("今天"), tr("假如"))[place - 1], name=name)
                )
                grid.addWidget(cells[line - 1], line, place, top)
        grid.setRowMinimumHeight(len(ROWS) + 1, 4)
        return grid

    def _show(self) -> None:
        """Answer what is typed so far; a date that cannot be read is said, once it is long enough to be one."""
        kind = str(self.kind.currentData())
        try:
            answer = self._answer(kind)
        except Unreadable as error:
            self._blank()
            self.complain(str(error) if self._finished() else "")
            return
        self.heads[1].setText(tr("假如　{supposition}").format(supposition=_supposition(answer)))
        _fill(self.supposed, answer)
        self.complain("")

    def _answer(self, kind: str) -> Due:
        """The answer of that day; what happened when is asked for only where the answer hangs on it."""
        on = read_day(self.day.text(), WHEN)
        answer = self._try(on, {"enrolment": kind})
        needed, words = needs_day(answer.assessment), self.happened.text()
        self.happened_label.setText(text.event_day(kind))
        self.happened.setEnabled(needed)
        for widget in (self.happened_label, self.happened):
            widget.setVisible(needed)
        if not needed or not words.strip():
            return answer
        event = read_day(words, text.event_day(kind)).isoformat()
        return self._try(on, {"enrolment": kind, "event_date": event})

    def _finished(self) -> bool:
        written = [field.text().strip() for field in (self.day, self.happened) if field.isEnabled()]
        return all(len(words) >= EMPTY_DAY for words in written if words)

    def _blank(self) -> None:
        self.heads[1].setText(tr("假如"))
        for cell in self.supposed:
            cell.setText("—")

    def _accept(self) -> None:
        """Enter goes from field to field, and at the end away."""
        every: tuple[QWidget, ...] = (self.day, self.kind, self.happened)
        fields = [field for field in every if field.isEnabled()]
        here = next((place for place, field in enumerate(fields) if field.hasFocus()), len(fields))
        if here + 1 < len(fields):
            fields[here + 1].setFocus()
        else:
            self.close_sheet()


def _cell(name: str) -> QLabel:
    return _padded(label("—", "title" if name == SUM else "base", wrap=True))


def _padded(made: QLabel) -> QLabel:
    made.setContentsMargins(MARGIN, 3, MARGIN, 3)
    return made


def _supposition(found: Due) -> str:
    """2024-01-10，退役军人（2024-01-05）."""
    facts = found.facts
    event = tr("（{event_date}）").format(event_date=facts.event_date) if facts.event_date else ""
    return tr("{paid_on}，{answer}{event}").format(
        paid_on=facts.paid_on, answer=text.answer("enrolment", facts.enrolment or "ordinary"), event=event
    )


def _fill(cells: list[QLabel], found: Due) -> None:
    a = found.assessment
    period = (
        tr("{benefit_start} 至 {benefit_end}").format(benefit_start=a.benefit_start, benefit_end=a.benefit_end)
        if a.benefit_start and a.benefit_end
        else "—"
    )
    if a.retroactive_from:
        period += tr("，可追溯自 {retroactive_from}").format(retroactive_from=a.retroactive_from)
    said = (
        text.OUTCOMES[a.outcome],
        yuan(a.due_fen) if a.due_fen is not None else tr("待核定") if a.outcome == "refer" else "—",
        a.headline,
        period,
        "—" if a.waiting is None else tr("不等待") if a.waiting == "0" else span_words(a.waiting),
        next(iter(advice(a, found.facts)), "—"),
    )
    for cell, words in zip(cells, said, strict=True):
        cell.setText(words)
