"""The window: header, one page at a time, the strip and the state bar; sheets lie over all of it.

A script drives it as a clerk does: `sign_in`, `go`, `page`, `settle`, and `picture` for what it looks like.
"""

import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.gui import new_look, style
from app.gui.ahead import Ahead
from app.gui.alone import Alone, beside
from app.gui.entry import Beginning, Entry
from app.gui.in_turns import InTurns
from app.gui.page_maker import PageMaker
from app.gui.pages.sign_in import SignInPage
from app.gui.parts.header import PAGES, Header
from app.gui.parts.held import HeldEnter
from app.gui.parts.keys import bind
from app.gui.parts.pages import Pages
from app.gui.parts.shade import Shade
from app.gui.parts.state_bar import StateBar
from app.gui.parts.strip import Strip
from app.gui.words import tr
from app.gui.worker import Worker

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.state import State
    from app.gui.dialogs.help import HelpSheet
    from app.gui.dialogs.sheet import Sheet
    from app.gui.first_day import FirstDay
    from app.gui.pages.beginning import BeginningPage
    from app.gui.pages.page import Page
    from app.gui.paper import Paper
    from app.gui.session import Session

SIZE = (1366, 768)
IDLE_MS = 20_000
STANDING_MS = 300


class Window(QMainWindow):
    """One window for one point. `session` is None until somebody has signed in."""

    def __init__(self, entry: Entry | Beginning, *, display: Path | None = None) -> None:
        super().__init__()
        self._display = display
        self.worker = Worker(self)
        self.session: Session | None = None
        self.paper: Paper | None = None
        self.sheet: Sheet | None = None
        self.manual: HelpSheet | None = None
        self.alone: Alone | None = None
        self.first_day: FirstDay | None = None
        self._held: HeldEnter | None = None
        self.header, self.strip, self.state_bar = Header(self.go), Strip(), StateBar()
        self.stack = Pages()
        self._pages = PageMaker(self, self._make, self.stack.add)
        self.beginning_page: BeginningPage | None = None
        self._entering: InTurns | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._checkpoint)
        self._build()
        if isinstance(entry, Beginning):
            self._begin(entry)
        else:
            self.enter(entry)
        QTimer.singleShot(STANDING_MS, self, _standing)
        QTimer.singleShot(STANDING_MS, self, self._ahead)

    def _ahead(self) -> None:
        soon = Ahead()
        self.worker.ahead(soon.steps())
        soon.take_turns(self)

    def _build(self) -> None:
        self._root, self._body = QWidget(), QWidget()
        self._shade = Shade(self._root, self._body)
        self._inner = inner = QVBoxLayout(self._body)
        outer = QVBoxLayout(self._root)
        for layout in (inner, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        outer.addWidget(self._body)
        inner.addWidget(self.header)
        inner.addWidget(self.strip)
        inner.addWidget(self.stack, 1)
        inner.addWidget(self.state_bar)
        self.state_bar.hide()
        self.setCentralWidget(self._root)
        for part in (self.header, self.strip, self.state_bar):
            style.dress(part)
        self.resize(*SIZE)
        self.header.show_place("", "")
        bind(self._root, "F1", self.show_help)
        self.header.help.clicked.connect(lambda: self.show_help())
        bind(self._body, "Alt+X", self.show_display)

    # -- signing in

    def _begin(self, beginning: Beginning) -> None:
        """On a computer without a point: practise, or set one up."""
        from app.gui.pages.beginning import BeginningPage

        self.header.hide()
        self.setWindowTitle(tr("村缴通"))
        self.beginning_page = BeginningPage(beginning, self.worker, self.enter, self._opened)
        self.stack.add(self.beginning_page)
        self.beginning_page.arrive()

    def enter(self, entry: Entry) -> None:
        """Ask who is at the counter."""
        self.entry = entry
        self.sign_in_page = SignInPage(entry, self.worker, self._opened, self.open_sheet)
        self.alone = self.sign_in_page.alone
        self.stack.add(self.sign_in_page)
        self.stack.turn_to(self.sign_in_page)
        self.setWindowTitle(entry.title)
        self.header.show()
        self.header.show_kind(practice=entry.practice)
        self.sign_in_page.arrive()

    def sign_in(self, name: str, passphrase: str) -> None:
        """As a clerk would: name, passphrase, Enter. `settle` waits for it."""
        self.sign_in_page.clerk.setCurrentText(name)
        self.sign_in_page.passphrase.setText(passphrase)
        self.sign_in_page.sign_in()

    def _opened(self, desk: "Desk") -> None:
        self._entering = InTurns(self, self._enter_in_turns(desk))

    def _enter_in_turns(self, desk: "Desk") -> Iterator[None]:
        # The desk and its store are loaded by signing in, after the first frame.
        from app.gui.paper import Paper
        from app.gui.session import Session

        if self.alone is None:
            # A point made just now: nobody else can have it yet.
            self.alone = Alone(beside(desk.folder))
            self.alone.taken()
        self.session = Session(desk, self.worker)
        self.session.said.connect(self.strip.show_sentence)
        self.strip.changed.connect(partial(self._stands_there, self.session))
        self.session.changed.connect(self._show_state)
        self.session.clock_doubted.connect(self._doubt_clock)
        self.paper = Paper(self.session, self.open_sheet)
        on = str(desk.point.on or "")
        mark = tr("练习 {on}").format(on=on).strip() if desk.point.practice else tr("正式")
        self.setWindowTitle(
            tr("村缴通 · {name} · {title} · {mark}").format(name=desk.point.name, title=desk.policy.title, mark=mark)
        )
        self.header.show()
        self.header.show_place(desk.point.name, desk.operator)
        yield
        self.state_bar.show()
        first = _first_page(self.session.refresh())
        # It shows itself with the first page: above the sign-in, large text would push the window off the screen.
        self._lead()
        yield
        while not self._pages.piece(first):
            yield
        yield
        self.go(first)
        self._bind(self.session, self.paper)
        self._say_last()
        self._pages.ahead()

    def _bind(self, session: "Session", paper: "Paper") -> None:
        """The keys of every page; not before there is a first one, which would take the focus from what they open."""
        for name, _, key in PAGES:
            bind(self._body, key, partial(self.go, name))
        bind(self._body, "F6", paper.show_waiting)
        bind(self._body, "Alt+L", paper.large_slip)
        bind(self._body, "Alt+O", session.open_written)
        bind(self._body, "Shift+F8", lambda: self.page("counter").till.cards.show_open())

    def _stands_there(self, session: "Session") -> None:
        session.stands_there = self.strip.text

    def _say_last(self) -> None:
        """Where the clerk goes on within a day: after a power cut it is the first question."""
        from app.desk.state import last_taken
        from app.gui.text import last_words

        last = last_taken(self.session.desk) if self.session is not None and self.current == "counter" else None
        if self.session is not None and last is not None:
            self.session.say(last_words(last))

    def _lead(self) -> None:
        """Through the first day of a new point."""
        from app.gui.first_day import FirstDay

        self.first_day = FirstDay(self, self._body)
        guide = self.first_day.guide
        self._inner.insertWidget(self._inner.indexOf(self.strip), guide)
        style.dress(guide)
        # It came last and stands above the strip: Tab goes as one reads.
        QWidget.setTabOrder(guide.go_button, self.strip.close_button)
        QWidget.setTabOrder(guide.later_button, guide.go_button)

    # -- pages and sheets

    def page(self, name: str) -> Any:
        """A page by name, as page_maker.CLASSES has them; made when first asked for, if not before."""
        return self._pages.get(name)

    def _make(self, made: "type[Page]") -> "Page":
        if self.session is None or self.paper is None:
            raise ValueError("nobody is signed in")
        page = made(self.session, self.paper, self.open_sheet)
        page.person_wanted.connect(self._look_up)
        page.report_wanted.connect(self._report)
        page.top_wanted.connect(self.stack.to_top)
        return page

    def _look_up(self, asked: str, resident: str) -> None:
        """The counter with somebody looked up, as a page asked."""
        self.go("counter")
        self.page("counter").search_for(asked, resident)

    def _report(self, name: str) -> None:
        """The reports with one of them chosen, as a page asked."""
        self.page("reports").choose(name)
        self.go("reports")

    def go(self, name: str) -> None:
        """Show a page."""
        page: Page = self.page(name)
        self.strip.clear()
        self.stack.turn_to(page)
        self.header.mark(name)
        page.arrive()
        if page.from_the_top:
            self.stack.to_top()
        if self.first_day is not None:
            self.first_day.refresh()
        self.state_bar.hide_cash(page.hides_cash)

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._pages.name_of(self.stack.page) or "sign_in"

    def open_sheet(self, sheet: "Sheet", first: QWidget) -> None:
        """Lay a sheet over the window; only one at a time."""
        if self.sheet is not None:
            self.sheet.close_sheet()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._sheet_closed(sheet))
        sheet.open_over(self._shade, first)

    def _sheet_closed(self, sheet: "Sheet") -> None:
        if self.sheet is sheet:
            self.sheet = None

    def show_help(self) -> None:
        """F1: the manual at the chapter of the page or sheet that is shown; once more, all the keys."""
        from app.gui.dialogs.help import HelpSheet
        from app.gui.parts.help_chapters import chapter_of

        if self.manual is not None:
            self.manual.show_keys()
            return
        # Not by `open_sheet`: the manual takes no other sheet away, nor what was typed there.
        self.manual = HelpSheet(*chapter_of(self._place_shown, type(self.sheet).__name__))
        self.manual.closed.connect(self._manual_closed)
        self.manual.open_over(self._shade, self.manual.text)

    def _manual_closed(self) -> None:
        self.manual = None

    @property
    def _place_shown(self) -> str:
        return "beginning" if self.stack.page is self.beginning_page else self.current

    def show_display(self) -> None:
        """Alt+X: the colours and the size of the text."""
        from app.gui.dialogs.display import display_sheet

        sheet = display_sheet(self._display, self.strip.show_sentence)
        self.open_sheet(sheet, sheet.colours)

    def _doubt_clock(self, sentence: str) -> None:
        from app.gui.dialogs.clock import ClockSheet
        from app.gui.text import moment

        if self.session is not None:
            now = moment(self.session.desk.clock())
            sheet = ClockSheet(sentence, now, self.session.confirm_clock)
            self.open_sheet(sheet, sheet.reason)

    # -- what the window says and does by itself

    def _show_state(self, state: "State") -> None:
        self.state_bar.show_state(state)
        today = f"{state.now:%Y-%m-%d}" if state.practice else ""
        self.header.show_kind(practice=state.practice, on=today, draft=state.draft, year_over=state.year_over)
        page = self._pages.made.get(self.current)
        self.state_bar.hide_cash(page is not None and page.hides_cash)
        if self.first_day is not None:
            self.first_day.refresh()
        self._idle.start()

    def _checkpoint(self) -> None:
        """The write-ahead log goes into the database when nobody waits (design §2, rule 3)."""
        from app.store.database import checkpoint

        if self.session is not None and not self.worker.busy:
            self.session.background(lambda desk, _tick: checkpoint(desk.db), done=lambda _: None)

    def settle(self, milliseconds: int = 60_000) -> None:
        """Let the worker finish and everything it said arrive (for scripts and tests)."""
        loop = QEventLoop()
        self.worker.idle.connect(loop.quit)
        QTimer.singleShot(milliseconds, loop, loop.quit)
        if self.worker.busy:
            loop.exec()
        for _ in range(5):
            self._process_events()
        if self.worker.busy:
            self.settle(milliseconds)

    def _process_events(self) -> None:
        QCoreApplication.processEvents()
        while self._is_moving():
            QCoreApplication.processEvents()

    def _is_moving(self) -> bool:
        """Whether something of what is seen has yet to come in a turn of its own."""
        entering = self._entering is not None and self._entering.isActive()
        return entering or self._shade.comes or new_look.is_changing()

    def picture(self, file: Path) -> Path:
        """Save what the window looks like as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._process_events()
        self.grab().save(str(file))
        return file

    def showEvent(self, event: QShowEvent) -> None:
        """The window on the screen is there from now on."""
        super().showEvent(event)
        handle = self.windowHandle()
        if self._held is None and handle is not None:
            self._held = HeldEnter(handle)
            handle.installEventFilter(self._pages)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let prints and imports finish, then close the store cleanly."""
        self._idle.stop()
        if self._entering is not None:
            self._entering.stop()
        self._pages.stop()
        for page in self._pages.made.values():
            page.shut()
        self.worker.close()
        QCoreApplication.processEvents()
        if self.beginning_page is not None:
            self.beginning_page.shut()
        if self.session is not None:
            from app.store.database import close

            self.session.shut()
            close(self.session.desk.db)
            self.session = None
        if self.alone is not None:
            self.alone.leave()
        event.accept()


def _first_page(state: "State") -> str:
    """Where the next thing to do is: without a roster nobody can be found, without an open day nobody can pay."""
    if not state.residents:
        return "roster"
    return "counter" if state.day else "day"


def _standing() -> None:
    """What can wait until the window stands and takes keys: the large font that few names need. What was made until
    now stays, and is not walked for garbage."""
    style.load_rare_glyphs()
    gc.freeze()
