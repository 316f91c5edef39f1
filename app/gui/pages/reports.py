"""The reports: left which one, right what it says, below where it is written to; arrow keys read them all."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from app.desk.desk import Desk
from app.desk.reports.catalogue import REPORTS, Listings, made
from app.desk.reports.closed_days import ClosedDay, closed_days, in_file_name
from app.desk.reports.write import write
from app.domain.errors import KnownError
from app.domain.listing import Suffix, widths
from app.domain.progress import Progress, Tick
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, foot, label, row, sides
from app.gui.parts.listing_table import ListingTable
from app.gui.parts.path_field import PathField
from app.gui.parts.progress import ProgressPart
from app.gui.parts.whole_rows import WordList
from app.gui.scale import fix
from app.gui.session import Session
from app.gui.words import tr
from app.gui.worker import Task

# Arrow keys held down pass over reports without making each of them.
PAUSE_MS = 120
LEFT_WIDTH = 300
MAKING = tr("整理报表")
FIRST = tr("按 ↑ ↓ 选报表")

Made = tuple[Listings, tuple[tuple[float, ...], ...]]


class ReportsPage(Page):
    """One report at a time. What is shown is what is written: the same listings go to the file."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.list, self.days, self.sheets = WordList(), QComboBox(), QComboBox()
        self.table, self.count = ListingTable(), label("", "quiet")
        self.making, self.writing = ProgressPart(), ProgressPart()
        self.file = PathField(
            tr("报表文件"), pattern=tr("报表 (*.pdf *.xlsx)"), save_as=tr("报表.pdf"), hint=tr("写到哪里")
        )
        self.made: Listings = ()
        self._widths: tuple[tuple[float, ...], ...] = ()
        self._closed: list[ClosedDay] = []
        self._asked = 0
        self._made_now: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._parts()
        both = sides(self._left(), self._right(), gap=14, margin=14)
        both.setStretch(1, 1)
        self.setLayout(both)

    def _parts(self) -> None:
        self.list.setAccessibleName(tr("报表"))
        self.list.addItems([report.title for report in REPORTS.values()])
        # Before anybody is told of it: the page is made while another one is shown, a report for whoever arrives.
        self.list.setCurrentRow(0)
        self.days.setAccessibleName(tr("账日"))
        self.sheets.setAccessibleName(tr("报表的哪一张"))
        self.count.setAccessibleName(tr("行数"))
        for box in (self.days, self.sheets):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pdf_button = key_button(self, tr("写成 PDF"), "F7", partial(self._write, "pdf"), kind="main")
        self.xlsx_button = key_button(self, tr("写成电子表格"), "F8", partial(self._write, "xlsx"))
        self.next_button = key_button(self, tr("下一张"), "F9", self._next)
        self.list.currentRowChanged.connect(self._turned)
        self.days.activated.connect(lambda _: self._make())
        self.sheets.activated.connect(self._show_sheet)
        self._soon.timeout.connect(self._make)
        bind(self, "Esc", self._back)

    def _left(self) -> QWidget:
        made = card(label(tr("报表"), "title"), self.list, gap=10)
        fix(made, least_width=LEFT_WIDTH)
        return made

    def _right(self) -> QFrame:
        file = row(label(tr("文件"), "large"), self.file, self.pdf_button, self.xlsx_button, gap=12)
        file.setStretch(1, 1)
        which = row(self.count, None, self.days, self.sheets, self.next_button, gap=12)
        whole = column(self.table, self.making, which, gap=8)
        whole.setStretch(0, 1)
        return card(whole, foot(file, self.writing, gap=8), gap=8, margin=14)

    @property
    def name(self) -> str:
        """The report that is chosen."""
        return list(REPORTS)[max(0, self.list.currentRow())]

    @property
    def day(self) -> int | None:
        """The day a daily report is about."""
        place = self.days.currentIndex()
        return self._closed[place].day if REPORTS[self.name].by_day and place >= 0 else None

    # -- choosing and showing

    def choose(self, name: str) -> None:
        """Choose a report by its name in the catalogue."""
        self.list.setCurrentRow(list(REPORTS).index(name))

    def arrive(self) -> None:
        """The reports as they stand now, with the focus on the list."""
        with self.session.calmly():
            self._closed = closed_days(self.session.desk)
        self.days.clear()
        self.days.addItems(
            [tr("{date}（第 {day} 个账日）").format(date=each.date, day=each.day) for each in self._closed]
        )
        self._chosen()
        self._make()
        self.list.setFocus()

    def _back(self) -> None:
        """Esc stops what is under way, the file before the report; where nothing is, it goes back to the list."""
        if self.writing.stop() or self.making.stop():
            return
        self.session.hush()
        self.list.setFocus()

    def _turned(self, _row: int) -> None:
        """The arrow keys go on: what was said of the report before is over."""
        self.session.hush()
        self._chosen()

    def _chosen(self) -> None:
        """Another report is wanted; it is made as soon as the keys rest. Until then nothing can be written."""
        self.made = ()
        self._enable(False)
        self.sheets.clear()
        self._show_boxes()
        self._asked += 1
        self._forget()
        self._soon.start()

    def _show_boxes(self) -> None:
        """The choice of the day or of the sheet, where there is one."""
        by_day, several = REPORTS[self.name].by_day, self.sheets.count() > 1
        self.days.setVisible(by_day and bool(self._closed))
        self.sheets.setVisible(several and not by_day)
        self.next_button.setVisible((by_day and len(self._closed) > 1) or (several and not by_day))
        self.next_button.set_word(tr("换账日") if by_day else tr("下一张"))

    def _next(self) -> None:
        """The day before, or the next sheet; after the last comes the first."""
        box = self.days if REPORTS[self.name].by_day else self.sheets
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())
        box.activated.emit(box.currentIndex())

    def _make(self) -> None:
        """Make the chosen report on the worker."""
        self._soon.stop()
        self._enable(False)
        self._asked += 1
        asked, name, day = self._asked, self.name, self.day
        self._forget()
        self.count.setText("")
        self.session.background(
            lambda desk, tick: _made(desk, name, day, tick),
            done=lambda found: self._show(asked, found),
            refused=lambda error: self._refused(asked, error),
            follow=self._follow,
        )

    def _follow(self, task: Task) -> None:
        self._made_now = task
        self.making.follow(task)

    def _forget(self) -> None:
        """What was asked for before is not wanted any more, and whoever waits need not wait for it."""
        if self._made_now is not None:
            self._made_now.cancel()
            self._made_now = None

    def _show(self, asked: int, found: Made) -> None:
        if asked != self._asked:
            return
        self.made, self._widths = found
        self.sheets.clear()
        self.sheets.addItems([listing.title for listing in self.made])
        self._show_boxes()
        self._show_sheet(0)
        self.file.set_path(self._folder() / self._file_name())
        self._enable(True)

    def _show_sheet(self, place: int) -> None:
        self.table.show_listing(self.made[place], self._widths[place])
        rows, whole = len(self.made[place].rows), sum(len(listing.rows) for listing in self.made)
        one, of_several = tr("共 {sum} 行"), tr("这一张 {rows} 行，{sheets} 张共 {sum} 行")
        words = one if len(self.made) == 1 else of_several
        self.count.setText(words.format(rows=rows, sheets=len(self.made), sum=whole))

    def _refused(self, asked: int, error: KnownError) -> None:
        if asked != self._asked:
            return
        self.made = ()
        self.count.setText("")
        self.table.clear(REPORTS[self.name].title)
        self.session.refused(error)

    def _enable(self, on: bool) -> None:
        for button in (self.pdf_button, self.xlsx_button):
            button.setEnabled(on)

    # -- writing

    def _folder(self) -> Path:
        chosen = self.session.print_folder
        return chosen or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _file_name(self) -> str:
        """The report and the day; never a person (design §2, rule 10)."""
        on = f"{self.session.desk.clock():%Y-%m-%d}"
        if self.day:
            on = in_file_name(self.session.desk, self._closed[self.days.currentIndex()].day)
        return f"{REPORTS[self.name].title}-{on}.pdf"

    def _write(self, suffix: Suffix) -> None:
        """Write what is shown, under the name that stands in the field, with the ending of its kind."""
        file, listings = self.file.path, self.made
        if file is None or not listings:
            self.session.say(tr("请先填写报表存到哪里。什么也没有写。"), "caution")
            return
        file = file.with_suffix(f".{suffix}")
        self.session.hush()
        self._enable(False)
        self.session.background(
            lambda desk, tick: write(desk, listings, self.session.room_for(file), suffix, tick=tick),
            done=lambda _: self.session.wrote(tr("报表已写好：{file}。").format(file=file), file),
            follow=self.writing.follow,
            ended=lambda: self._enable(bool(self.made)),
        )


def _made(desk: Desk, name: str, day: int | None, tick: Tick) -> Made:
    tick(Progress(MAKING))
    found = made(desk, name, day=day, tick=tick)
    return found, tuple(widths(listing, tick) for listing in found)
