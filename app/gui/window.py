"""The window: header, one page at a time, the strip and the state bar; sheets lie over all of it.

A script drives it as a clerk does: `sign_in`, `go`, `page`, `settle`, and `picture` for what it looks like.
"""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.gui import style
from app.gui.dialogs.sheet import Sheet
from app.gui.entry import Beginning, Entry
from app.gui.pages.sign_in import SignInPage
from app.gui.parts.header import PAGES, Header
from app.gui.parts.keys import bind
from app.gui.parts.state_bar import StateBar
from app.gui.parts.strip import Strip
from app.gui.worker import Worker

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.state import State
    from app.gui.pages.beginning import BeginningPage
    from app.gui.pages.page import Page
    from app.gui.paper import Paper
    from app.gui.session import Session

SIZE = (1366, 768)
IDLE_MS = 20_000
BUG = (
    "程序遇到没有料到的情况，刚才这一步可能没有做成；已经记下的收款都是安全的。"
    "请重新查一次再继续，并把情况告诉县里的技术人员。"
)

# Pages are loaded when they are first shown: the first frame waits for none of them.
CLASSES = {
    "counter": ("app.gui.pages.counter", "CounterPage"),
    "day": ("app.gui.pages.day", "DayPage"),
    "hand_over": ("app.gui.pages.hand_over", "HandOverPage"),
    "roster": ("app.gui.pages.roster", "RosterPage"),
    "books": ("app.gui.pages.books", "BooksPage"),
    "reports": ("app.gui.pages.reports", "ReportsPage"),
}


class Window(QMainWindow):
    """One window for one point. `session` is None until somebody has signed in."""

    def __init__(self, entry: Entry | Beginning) -> None:
        super().__init__()
        self.worker = Worker(self)
        self.session: Session | None = None
        self.paper: Paper | None = None
        self.sheet: Sheet | None = None
        self._pages: dict[str, Page] = {}
        self.header, self.strip, self.state_bar = Header(self.go), Strip(), StateBar()
        self.stack = QStackedWidget()
        self.beginning_page: BeginningPage | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._checkpoint)
        self._build()
        if isinstance(entry, Beginning):
            self._begin(entry)
        else:
            self.enter(entry)
        QTimer.singleShot(0, style.load_rare_glyphs)

    def _build(self) -> None:
        self._root, self._body = QWidget(), QWidget()
        inner = QVBoxLayout(self._body)
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
        self.resize(*SIZE)
        self.header.show_place("", "")

    # -- signing in

    def _begin(self, beginning: Beginning) -> None:
        """On a computer without a point: practise, or set one up."""
        from app.gui.pages.beginning import BeginningPage

        self.header.hide()
        self.setWindowTitle("村缴通")
        self.beginning_page = BeginningPage(beginning, self.worker, self.enter, self._opened)
        self.stack.addWidget(self.beginning_page)
        self.beginning_page.arrive()

    def enter(self, entry: Entry) -> None:
        """Ask who is at the counter."""
        self.entry = entry
        self.sign_in_page = SignInPage(entry, self.worker, self._opened)
        self.stack.addWidget(self.sign_in_page)
        self.stack.setCurrentWidget(self.sign_in_page)
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
        # The desk and its store are loaded by signing in, after the first frame.
        from app.gui.paper import Paper
        from app.gui.session import Session

        self.session = Session(desk, self.worker)
        self.session.said.connect(self.strip.show_sentence)
        self.session.changed.connect(self._show_state)
        self.session.clock_doubted.connect(self._doubt_clock)
        self.paper = Paper(self.session, self.open_sheet)
        on = str(desk.point.on or "")
        self.header.show()
        self.header.show_kind(practice=desk.point.practice, on=on)
        self.header.show_place(desk.point.name, desk.operator)
        mark = f"练习 {on}".strip() if desk.point.practice else "正式"
        self.setWindowTitle(f"村缴通 · {desk.point.name} · {desk.policy.title} · {mark}")
        for name, _, key in PAGES:
            bind(self._body, key, partial(self.go, name))
        bind(self._body, "F6", self.paper.show_waiting)
        bind(self._body, "Alt+L", self.paper.large_slip)
        bind(self._body, "Shift+F8", lambda: self.page("counter").till.cards.show_open())
        self.state_bar.show()
        self.session.refresh()
        self.go(_first_page(self.session.state))

    # -- pages and sheets

    def page(self, name: str) -> Any:
        """A page by name, as CLASSES has them; made when first asked for."""
        if self.session is None or self.paper is None:
            raise ValueError("nobody is signed in")
        if name not in self._pages:
            module, made = CLASSES[name]
            self._pages[name] = getattr(import_module(module), made)(self.session, self.paper, self.open_sheet)
            self.stack.addWidget(self._pages[name])
        return self._pages[name]

    def go(self, name: str) -> None:
        """Show a page."""
        page: Page = self.page(name)
        self.strip.clear()
        self.stack.setCurrentWidget(page)
        self.header.mark(name)
        page.arrive()
        self._guide()
        self.state_bar.hide_cash(page.hides_cash)

    def _guide(self) -> None:
        """Until the first payment the strip says what comes next, where it has nothing else to say."""
        from app.desk.first_steps import next_step

        if self.session is not None and not self.strip.text:
            words = next_step(self.session.desk, self.session.state)
            if words:
                self.session.say(words)

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        shown = self.stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "sign_in")

    def open_sheet(self, sheet: Sheet, first: QWidget) -> None:
        """Lay a sheet over the window; only one at a time."""
        if self.sheet is not None:
            self.sheet.close_sheet()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._sheet_closed(sheet))
        sheet.open_over(self._root, first)

    def _sheet_closed(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None

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
        page = self._pages.get(self.current)
        self.state_bar.hide_cash(page is not None and page.hides_cash)
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
            QCoreApplication.processEvents()
        if self.worker.busy:
            self.settle(milliseconds)

    def picture(self, file: Path) -> Path:
        """Save what the window looks like as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        QCoreApplication.processEvents()
        self.grab().save(str(file))
        return file

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let prints and imports finish, then close the store cleanly."""
        self._idle.stop()
        self.worker.wait()
        QCoreApplication.processEvents()
        if self.session is not None:
            from app.store.database import close

            close(self.session.desk.db)
            self.session = None
        event.accept()


def _first_page(state: "State") -> str:
    """Where the next thing to do is: without a roster nobody can be found, without an open day nobody can pay."""
    if not state.residents:
        return "roster"
    return "counter" if state.day else "day"


def application() -> QApplication:
    """The Qt application, dressed; the one that runs already where there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("cunjiao")
    app.setApplicationDisplayName("")
    style.apply(app)
    return app


def open_window(entry: Entry | Beginning, *, close_after_first_frame: bool = False) -> int:
    """Show the window until it is closed; returns the exit code. `close_after_first_frame` measures the start."""
    app = application()
    window = Window(entry)
    sys.excepthook = _told(window)
    window.show()
    # Keys belong to the active window; where no window manager makes it so, it asks itself.
    window.raise_()
    window.activateWindow()
    if close_after_first_frame:
        window.grab()
        window.close()
        return 0
    return app.exec()


def _told(window: Window) -> Any:
    """A bug ends no session: it goes to the log with its traceback, and the clerk reads a calm sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window.strip.show_sentence(BUG, "caution")

    return hook
