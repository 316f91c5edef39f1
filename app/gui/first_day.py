"""Leads through the first day of a new point: roster, printing and a test page, opening the day, the first payment.

A guide beside the work, not a wizard in its place: each step is done where it will be done every day.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.desk.first_steps import FirstStep, first_step, print_later
from app.gui.dialogs.cash import CashSheet
from app.gui.parts.guide import Guide
from app.gui.parts.keys import KeyButton, bind
from app.gui.text import open_questions
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage
    from app.gui.window import Window

TITLES = {
    "recovery": tr("恢复单"),
    "roster": tr("导入名册"),
    "printing": tr("凭据和打印机"),
    "day": tr("开账"),
    "payment": tr("收第一笔"),
}
PAGES = {"roster": "roster", "printing": "books", "day": "day", "payment": "counter"}
WORDS = {
    "recovery": tr("恢复码还没有写成恢复单，忘了口令就打不开数据。按 Alt+N 换一个新的，打印出来锁好。"),
    "roster": tr("选名册文件，按 F9 预览：看清人数和不能导入的行，再按 F10 确认。预览不改动任何东西。"),
    "printing": tr(
        "按 Alt+N 打开：选怎么打、什么版式，按 F7 试打，对了按 Enter 保存。没有打印机就以后再设，先存成 PDF。"
    ),
    "day": tr("数清抽屉里的备用金，填进去，按 F9 开账。没有备用金就填 0。"),
}
LATER = {"recovery": tr("以后再办"), "printing": tr("以后再设")}
# Keys of a page the clerk is not on would do something else there.
AWAY = {
    "roster": tr("先到“名册”（Alt+N 或 F5）：选名册文件，按 F9 预览，看清楚再按 F10 确认。"),
    "day": tr("先到“账日”（Alt+N 或 F3）：数清抽屉里的备用金，填进去，按 F9 开账。"),
    "payment": tr("先到“收款”（Alt+N 或 F2），输入这一家任意一个人的拼音首字母（王建国就输 wjg）。"),
}
# The first payment, in the order in which the keyboard goes through it.
SEARCHING = tr("输入这一家任意一个人的拼音首字母（王建国就输 wjg），或身份证末几位。")
FOUND = tr("看清应缴多少、为什么。↑ ↓ 换人，对了按 Enter，到家里人那里。")
FAMILY = tr("勾着的这次一起缴，空格去掉或勾上；把下面那句读给居民听，按 Enter 收款。")
ASKED = tr("先问清“当面问”的事：按 Alt+1、Alt+2……选答案，要填的填好按 Enter。")
BLOCKED = tr("现在还不能收，原因写在合计旁边。按 Esc 回去，换一家试。")
NOBODY = tr("这一家现在没有能收款的人，理由写在姓名下面。按 Esc 回去，换一家试。")
CASH = tr("输入收到多少元，看清找零，按 Enter。凭据会自己打出来。")


class FirstDay(QObject):
    """Belongs to the window, once somebody has signed in, until the first payment is taken."""

    def __init__(self, window: "Window", inside: QWidget) -> None:
        """`inside`: the part of the window that the keys work in; no sheet lies in it."""
        super().__init__(window)
        self._window, self.guide = window, Guide(self.go, self.later)
        self.step: FirstStep | None = None
        self._put_off: set[str] = set()
        self._watched: QWidget | None = None
        for key, button in (("Alt+N", self.guide.go_button), ("Alt+M", self.guide.later_button)):
            bind(inside, key, partial(_click, button))
        window.strip.changed.connect(lambda: self._moved(None, None))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def refresh(self) -> None:
        """The step may be another one now."""
        session = self._window.session
        self.step = first_step(session.desk, later=self._put_off) if session is not None else None
        self._show()

    def _moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        # The last of it comes while the window closes.
        if self._window.session is not None and self.step is not None and self.step.name == "payment":
            self._show()

    def _show(self) -> None:
        step = self.step
        if step is None:
            self.guide.hide()
            return
        here = self._window.current == PAGES.get(step.name) and step.name != "printing"
        if here and step.name == "payment" and self._crowded:
            self.guide.hide()
            return
        self.guide.show_step(
            tr("第 {number} 步，共 {of} 步").format(number=step.number, of=step.of) if step.number else tr("要补办"),
            TITLES[step.name],
            self._paying(here) if step.name == "payment" else _words(step.name, here=here),
            here=here,
            can_wait=step.name in LATER,
        )
        if step.name in LATER:
            self.guide.later_button.set_word(LATER[step.name])

    @property
    def _crowded(self) -> bool:
        """Beside a person the counter has room for one sentence, and what has just happened comes first."""
        view = self._window.page("counter").view
        return bool(self._window.strip.text) and view.right.currentWidget() is view.person_side

    def _paying(self, here: bool) -> str:
        """What to do next on the way to the first payment."""
        if not here:
            return AWAY["payment"]
        counter = self._watch(self._window.page("counter"))
        view = counter.view
        if isinstance(self._window.sheet, CashSheet):
            return CASH
        if view.right.currentWidget() is not view.person_side:
            return SEARCHING
        return self._family(counter) if view.family.hasFocus() else FOUND

    def _family(self, counter: "CounterPage") -> str:
        """What to do with the people shown."""
        if counter.view.people.ticked:
            return FAMILY if counter.cash.isEnabled() else BLOCKED
        found = counter.shown
        asked = found is not None and (open_questions(found) or counter.telling.others_asked(found))
        return ASKED if asked else NOBODY

    def _watch(self, counter: "CounterPage") -> "CounterPage":
        """Typing moves no focus, but turns to another card; an answer makes somebody payable."""
        if self._watched is not counter:
            self._watched, people = counter, counter.view.people
            for changed in (counter.view.right.currentChanged, people.ticks_changed, counter.view.family.current_moved):
                changed.connect(lambda *_: self._moved(None, None))
        return counter

    def go(self) -> None:
        """To where the step is done."""
        if self.step is None:
            return
        if self.step.name == "recovery":
            self._new_recovery()
            return
        self._window.go(PAGES[self.step.name])
        if self.step.name == "printing":
            self._window.page("books").set_up_printing()

    def _new_recovery(self) -> None:
        # Loaded where it is needed: at most points nobody ever comes here.
        from app.gui.dialogs.recovery import RecoverySheet

        if self._window.session is not None:
            sheet = RecoverySheet(self._window.session)
            self._window.open_sheet(sheet, sheet.own)

    def later(self) -> None:
        """Put off what may be put off; the recovery sheet only until somebody signs in again."""
        session = self._window.session
        if self.step is not None and self.step.name == "recovery":
            self._put_off.add("recovery")
            self.refresh()
            return
        if session is not None and self.step is not None and self.step.name == "printing":
            with session.calmly():
                print_later(session.desk)
            session.refresh()


def _click(button: KeyButton) -> None:
    if button.isVisible():
        button.click()


def _words(step: str, *, here: bool) -> str:
    return WORDS[step] if here else AWAY.get(step, WORDS[step])
