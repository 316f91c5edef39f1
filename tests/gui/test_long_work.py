"""Long work in the real window: it says how far it is, Esc stops it in the middle, and then it is done all the same.

The worker is held where it tells its progress until the key has been pressed, so that the middle is the middle on any
machine.
"""

import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from app.domain.progress import Progress, Tick
from app.gui.pages.hand_over import HandOverPage
from app.gui.pages.reports import PAUSE_MS, ReportsPage
from app.gui.pages.roster import RosterPage
from app.gui.parts.progress import PATIENCE_MS, ProgressPart, told
from app.gui.parts.remaining import Remaining, spoken
from app.gui.window import Window
from app.gui.worker import Worker
from tests import factories
from tests.gui.hands import DOWN, ENTER, ESC, alt, focus, press, write
from tests.gui.places import HEADER, line

F2, F4, F5, F7, F8, F9, F10 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 4, 5, 7, 8, 9, 10))
PATIENCE_S = 60

Place = Callable[[Progress], bool]


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few people tell as much of their progress as sixty thousand do."""
    monkeypatch.setattr("app.gui.worker.HEARD_EVERY_S", 0.0)
    monkeypatch.setattr("app.domain.progress.EVERY", 3)
    monkeypatch.setattr("app.store.roster.CHUNK", 3)
    monkeypatch.setattr("app.store.database.COPY_PAGES", 16)
    monkeypatch.setattr("app.devices.stick._PIECE", 512)


class Answering(QLineEdit):
    """A field that takes a while over a key, and lets the other threads compute meanwhile."""

    def __init__(self, told: list[Progress]) -> None:
        super().__init__()
        self.told, self.meanwhile = told, -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """How much the work has told from the beginning of the answer to its end."""
        before = len(self.told)
        time.sleep(0.2)
        self.meanwhile = len(self.told) - before


def test_a_work_stands_still_while_a_key_is_answered(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the event loop says of itself: on GLib it is awake only after its events."""
    monkeypatch.setattr("app.gui.worker.WINDOW_FIRST_S", float(PATIENCE_S))
    told: list[Progress] = []
    window, field, answered = QMainWindow(), Answering(told), threading.Event()
    window.setCentralWidget(field)
    window.show()
    worker, loop = Worker(window), QEventLoop()

    def work(tick: Tick) -> None:
        while not answered.is_set():
            told.append(Progress("数数", len(told)))
            tick(told[-1])

    def press() -> None:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        answered.set()

    worker.start(work, done=lambda _: None, refused=lambda _: None, ended=loop.quit)
    QTimer.singleShot(100, window, press)
    field.setFocus()
    loop.exec()
    assert worker.close()
    assert len(told) > 100, "it works on where nothing is to be answered"
    assert 0 <= field.meanwhile <= 1, "it stops where it next tells its progress"


class Held:
    """A work that is held where it first tells such a progress, until it is let go."""

    def __init__(self, window: Window, part: ProgressPart, begin: Callable[[], None], at: Place) -> None:
        self.window, self.part, self._at = window, part, at
        self.said: list[Progress] = []
        self._reached, self._go_on = threading.Event(), threading.Event()
        before = threading.Event()
        # So that it cannot begin before somebody listens.
        window.worker.start(lambda _tick: before.wait(PATIENCE_S), done=_nothing, refused=_nothing)
        begin()
        assert part.task is not None
        part.task.replies.progress.connect(self._listen, Qt.ConnectionType.DirectConnection)
        before.set()
        while not self._reached.is_set() and part.task is not None:
            QCoreApplication.processEvents()
        assert self._reached.is_set()
        QTest.qWait(PATIENCE_MS + 50)

    def _listen(self, progress: Progress) -> None:
        """On the worker's thread."""
        self.said.append(progress)
        if self._at(progress) and not self._reached.is_set():
            self._reached.set()
            self._go_on.wait(PATIENCE_S)

    def let_go(self) -> None:
        """Let it go on, and wait for the end."""
        self._go_on.set()
        self.window.settle()


def at(what: str, done: int = 0) -> Place:
    """Where so much of this is done."""
    return lambda progress: progress.what == what and progress.done >= done


def at_last(progress: Progress) -> bool:
    """Where it cannot be stopped any more."""
    return progress.last


def _nothing(_answer: object) -> None:
    """Nobody wants to know."""


def stopped(window: Window, part: ProgressPart, begin: Callable[[], None], at: Place) -> Held:
    """Begin, see how far it is, stop it by Esc, and read what is said then."""
    held = Held(window, part, begin, at)
    assert part.isVisible()
    assert part.words.text() == told(held.said[-1])
    assert part.bar.accessibleDescription().startswith(part.words.text())
    assert part.cancel_button.isVisible() and part.cancel_button.isEnabled()
    QTest.keyClick(focus(), ESC)
    assert "正在停下" in part.words.text() and not part.cancel_button.isEnabled()
    held.let_go()
    assert not part.isVisible()
    assert window.strip.text.startswith("已取消：") and "什么也没有变" in window.strip.text
    return held


def key(pressed: Qt.Key) -> Callable[[], None]:
    return lambda: QTest.keyClick(focus(), pressed)


def people_of(window: Window) -> int:
    assert window.session is not None
    return window.session.state.residents


def entries_of(window: Window) -> int:
    assert window.session is not None
    return int(window.session.desk.db.conn.execute("SELECT count(*) FROM journal").fetchone()[0])


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Twelve people who are not on the roster yet, and a row that cannot be taken."""
    file = tmp_path / "新名册.csv"
    names = "一二三四五六七八九十百千"
    rows = [line(f"张{name}", "19900101", 101 + 2 * n, "0010", "张一", "子") for n, name in enumerate(names)]
    file.write_text("\n".join((HEADER, *rows, "李四,123,1,李四,户主,一组,,,,")), encoding="utf-8")
    return file


def test_a_roster_is_stopped_while_it_is_read_and_while_it_is_written(window: Window, sheet: Path) -> None:
    press(window, F5)
    write(window, str(sheet))
    page: RosterPage = window.page("roster")
    before = people_of(window), entries_of(window), sorted(sheet.parent.iterdir())

    held = stopped(window, page.progress, key(ENTER), at("逐行检查名册", 6))
    assert (held.said[-1].done, held.said[-1].of) == (6, 13)
    assert page.found is None and not page.load_button.isEnabled()

    press(window, F9)
    assert page.figures["added"].text() == "12"
    held = stopped(window, page.progress, key(F10), at("写入名册", 6))
    assert (held.said[-1].done, held.said[-1].of) == (6, 12)
    assert (people_of(window), entries_of(window), sorted(sheet.parent.iterdir())) == before
    assert window.session is not None and not window.session.importing

    # What was found still stands there: once more, without Esc.
    press(window, F10)
    assert "新增 12 人" in page.words.text()
    assert people_of(window) == before[0] + 12


def test_while_a_roster_is_written_the_counter_looks_up(window: Window, sheet: Path) -> None:
    press(window, F5)
    write(window, str(sheet))
    page: RosterPage = window.page("roster")
    press(window, ENTER)
    held = Held(window, page.progress, key(F10), at("写入名册", 6))
    QTest.keyClick(focus(), F2)
    for letter in "wjg":
        QTest.keyClick(focus(), letter)
    QTest.qWait(200)
    assert window.page("counter").view.found.hits
    # Esc belongs to the page that is shown; the import goes on.
    QTest.keyClick(focus(), ESC)
    held.let_go()
    assert people_of(window) == 20


def test_once_it_is_past_stopping_esc_is_not_offered(window: Window, sheet: Path) -> None:
    press(window, F5)
    write(window, str(sheet))
    page: RosterPage = window.page("roster")
    press(window, ENTER)
    held = Held(window, page.progress, key(F10), at_last)
    assert held.said[-1].last
    assert not page.progress.cancel_button.isVisible()
    QTest.keyClick(focus(), ESC)
    held.let_go()
    assert people_of(window) == 20
    assert "名册已导入" in window.strip.text


@pytest.fixture
def known(window: Window, tmp_path: Path, stick: Path) -> HandOverPage:
    """The hand-over page of a point that knows its county, with a payment to hand over."""
    office = factories.Place(tmp_path / "county", passphrase="县里的口令", now="2023-11-16T08:00:00")
    office.says("county", "create", "--name", "郎溪县医保局", "--practice")
    office.lighten()
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, F4)
    page: HandOverPage = window.page("hand_over")
    page.stick.set_path(tmp_path)
    press(window, F8)
    office.says("county", "enrol", tmp_path / "登记申请-341821100201.json")
    (reply,) = office.json("county", "reply", "--point", "341821100201", tmp_path)["files"]
    page.reply.set_path(Path(reply))
    page.stick.set_path(stick)
    return page


def test_a_reply_and_an_export_are_stopped(window: Window, known: HandOverPage, stick: Path) -> None:
    stopped(window, known.back, key(F10), at("核对回执"))
    assert "县里还没有登记本点" in known.county.text()
    press(window, F10)
    assert "郎溪县医保局" in known.county.text()

    held = stopped(window, known.out, key(F9), at("写到优盘", 1))
    assert held.said[-1].unit == "KB" and held.said[-1].of
    assert list(stick.iterdir()) == []
    assert known.figures["unsent"].text() == "1" and not known.done.isVisible()
    press(window, F9)
    assert "可以拔优盘了" in known.done.text()
    assert len(list(stick.iterdir())) == 1


def test_a_backup_is_stopped(window: Window, stick: Path) -> None:
    press(window, F4)
    page: HandOverPage = window.page("hand_over")
    assert "还没有备份过" in page.kept.text()
    page.stick.set_path(stick)
    held = stopped(window, page.out, key(F7), at("抄写备份", 1))
    assert held.said[-1].of is not None and 0 < held.said[-1].done < held.said[-1].of
    assert list(stick.iterdir()) == []
    assert "还没有备份过" in page.kept.text()
    press(window, F7)
    assert "已备份到" in page.done.text()
    assert "上次备份：2023-11-15 09:30" in page.kept.text()
    (folder,) = stick.iterdir()
    assert {"point.db", "slots.json"} <= {file.name for file in folder.iterdir()}


@pytest.mark.parametrize(("pressed", "suffix", "doing"), [(F7, ".pdf", "画成 PDF"), (F8, ".xlsx", "写成电子表格")])
def test_a_report_is_stopped(window: Window, tmp_path: Path, pressed: Qt.Key, suffix: str, doing: str) -> None:
    page = unpaid(window)
    page.file.set_path(tmp_path / "未缴.pdf")
    before = sorted(tmp_path.iterdir())
    held = stopped(window, page.writing, key(pressed), at(doing))
    assert held.said[-1].of == (1 if suffix == ".pdf" else len(page.made[0].rows))
    assert sorted(tmp_path.iterdir()) == before
    press(window, pressed)
    assert "报表已写好" in window.strip.text
    assert (tmp_path / f"未缴{suffix}").exists()


def unpaid(window: Window) -> ReportsPage:
    alt(window, Qt.Key.Key_R)
    page: ReportsPage = window.page("reports")
    page.choose("unpaid")
    rest(window)
    assert page.pdf_button.isEnabled()
    return page


def rest(window: Window) -> None:
    QTest.qWait(PAUSE_MS + 30)
    window.settle()


def test_a_report_that_takes_long_is_stopped_or_left_for_another(window: Window) -> None:
    page = unpaid(window)
    stopped(window, page.making, page.arrive, at("逐人核定应缴", 3))
    assert not page.pdf_button.isEnabled()

    press(window, ESC)
    held = Held(window, page.making, page.arrive, at("逐人核定应缴", 3))
    QTest.keyClick(focus(), DOWN)
    QTest.qWait(PAUSE_MS + 30)
    held.let_go()
    # Nobody is told that what nobody waits for was stopped.
    assert "已取消" not in window.strip.text
    assert page.made and page.table.title.text() == page.list.currentItem().text()


# -- how long it still takes


def fed(*steps: tuple[float, int], of: int | None = 1000, what: str = "写入名册") -> list[str]:
    clock = Remaining()
    return [clock.words(Progress(what, done, of, "人"), at) for at, done in steps]


def test_the_time_that_is_left_is_said_once_it_is_known() -> None:
    assert fed((0, 0), (1, 50), (1.9, 100)) == ["", "", ""]
    assert fed((0, 0), (4, 100))[-1] == "大约还要 35 秒"
    assert fed((0, 0), (4, 10), (8, 100))[-1] == "大约还要 70 秒"
    assert fed((0, 0), (20, 100))[-1] == "大约还要 3 分钟"
    assert fed((0, 0), (99, 999))[-1] == "马上就好"
    assert set(fed((0, 0), (50, 500), of=None)) == {""}


def test_it_does_not_jump_about() -> None:
    """A disk that now writes and now waits: half a second of nothing, then twice as much."""
    steps = [(second / 2, 10 * (second // 2) * 2) for second in range(100)]
    seconds = [int(words.split()[1]) for words in fed(*steps) if "秒" in words]
    assert len(seconds) > 50
    assert all(later <= before for before, later in pairwise(seconds))


def test_work_that_turns_out_to_be_slower_says_so() -> None:
    steps = [(float(second), second * 50 if second <= 4 else 200 + (second - 4) * 5) for second in range(60)]
    assert spoken(20) == "大约还要 20 秒"
    said = fed(*steps)
    assert said[4] == "大约还要 15 秒"
    assert said[-1] == "大约还要 60 秒"


def test_another_part_of_the_work_has_its_own_speed() -> None:
    clock = Remaining()
    for second in range(10):
        clock.words(Progress("逐行检查名册", second * 100, 1000, "行"), second)
    assert clock.words(Progress("写入名册", 0, 1000, "人"), 10) == ""
    assert clock.words(Progress("写入名册", 100, 1000, "人"), 20) == "大约还要 2 分钟"


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("写入名册", 12000, 60000, "人"), "正在写入名册：12000 / 60000 人"),
        (Progress("读取名册文件", 3000, unit="行"), "正在读取名册文件：已有 3000 行"),
        (Progress("签名加密"), "正在签名加密……"),
    ],
)
def test_what_is_said_of_it(progress: Progress, words: str) -> None:
    assert told(progress) == words
