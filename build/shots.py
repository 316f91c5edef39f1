"""Pictures of every page and state into out/shots: what a person looks at before a release. `dev.py shots [FOLDER]`.

With `--manual` those that the manual shows are kept in resources/manual/pictures too (shots_manual.py). Runs
offscreen, on real practice points in a temporary folder, with the keys a clerk would press.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.desk import clock as clocks  # noqa: E402
from app.desk.day import open_day  # noqa: E402
from app.desk.load_roster import load_roster, preview  # noqa: E402
from app.desk.open_point import create_point, open_point, point_of  # noqa: E402
from app.domain.identity import check_digit  # noqa: E402
from app.gui import style  # noqa: E402
from app.gui.application import application  # noqa: E402
from app.gui.entry import Entry  # noqa: E402
from app.gui.window import Window  # noqa: E402
from app.store import database  # noqa: E402
from build import shots_first, shots_home, shots_look, shots_manual, shots_paper, shots_till  # noqa: E402

MANUAL = "--manual"
CLERK, PASSPHRASE = "李会计", "lianxi"
MOMENT = datetime(2023, 11, 15, 9, 30, tzinfo=clocks.CHINA)
SPRING = datetime(2024, 4, 10, 9, 30, tzinfo=clocks.CHINA)
HEADER = "姓名,身份证号,户号,户主,与户主关系,村民小组,手机,人员类别,认定日期,上年参保"
LONG_HEADER = f"{HEADER},取消日期,乡镇,上年缴费金额,上年人员类别"


def line(
    name: str, birth: str, order: int, home: str, head: str, relation: str, kind: str = "", last: str = "参保"
) -> str:
    """One row of a roster file."""
    first = f"341821{birth}{order:03d}"
    since = "2023-01-01" if kind else ""
    who = f"{name},{first}{check_digit(first)},{home},{head},{relation},东村{int(home) % 3 + 1}组"
    return f"{who},139563{order:05d},{kind},{since},{last}"


PEOPLE = [
    line("王建国", "19610305", 11, "0001", "王建国", "户主"),
    line("李秀英", "19630712", 22, "0001", "王建国", "配偶"),
    line("王小明", "19880120", 33, "0001", "王建国", "子"),
    line("欧阳春兰", "19890220", 24, "0001", "王建国", "儿媳"),
    line("王䶮", "20150601", 44, "0001", "王建国", "孙女", "低保对象"),
    line("王小明", "19751111", 55, "0002", "王小明", "户主", "重点优抚对象"),
    line("王晓敏", "19700101", 56, "0006", "王晓敏", "户主"),
    line("曾庆有", "19500808", 71, "0003", "曾庆有", "户主", "特困人员"),
    line("单桂花", "19700909", 82, "0004", "单桂花", "户主", "", ""),
    line("赵𠮷祥", "19930303", 95, "0005", "赵𠮷祥", "户主"),
]


def known(row: str, kinds: str, since: str, last: str, until: str, paid: str, kind: str) -> str:
    """A row with everything a list may say."""
    plain = ",".join(row.split(",")[:7])
    return f"{plain},{kinds},{since},{last},{until},建平镇,{paid},{kind}"


# People with a past: on two lists and removed from one, what was paid last year.
KNOWN = [
    known(
        line("周桂兰", "19580412", 62, "0011", "周桂兰", "户主"),
        "低保对象、一般重度残疾人", "2021-06-01、2019-03-01", "参保", "", "30", "低保对象",
    ),
    known(line("周小宝", "20110520", 63, "0011", "周桂兰", "孙子"), "孤儿", "2022-01-01", "参保", "", "0", "孤儿"),
    known(
        line("周大山", "19560101", 65, "0011", "周桂兰", "配偶"), "脱贫不稳定人口", "2019-03-01", "参保", "2023-05-31",
        "190", "脱贫不稳定人口",
    ),
]  # fmt: skip
BORN = [
    line("周新芽", "20240215", 64, "0012", "周大山", "孙女"),
    line("周建军", "20010305", 75, "0012", "周大山", "户主"),
]


class Show:
    """One window on one point, the keys pressed in it, and its pictures. `size`: of the window, where another."""

    size: tuple[int, int] | None = None

    def __init__(
        self, out: Path, folder: Path, *, pack: str, opened: bool = True, practice: bool = True,
        moment: datetime = MOMENT, rows: tuple[str, ...] = (HEADER, *PEOPLE), clerks: tuple[str, ...] = (CLERK,),
    ) -> None:  # fmt: skip
        self.out, self.folder, self.pack, self.practice = out, folder, pack, practice
        self.moment, self.rows = moment, rows
        self.point = folder / "point"
        self._make(opened)
        entry = Entry(clerks, practice, PASSPHRASE if practice else None, self._sign_in, "村缴通", self.point)
        self.window = Window(entry)
        if self.size is not None:
            self.window.resize(*self.size)
        self.window.show()
        self.window.settle()

    def _make(self, opened: bool) -> None:
        on = self.moment.date() if self.practice else None
        point, content = point_of(
            code="341821100201", name="建平镇钟桥村", device=1, practice=self.practice, on=on, pack_id=self.pack
        )
        clock = clocks.fixed(self.moment)
        desk, _ = create_point(self.point, point, operator=CLERK, passphrase=PASSPHRASE, clock=clock, pack=content)
        file = self.folder / "名册.csv"
        file.write_text("\n".join(self.rows), encoding="utf-8")
        load_roster(desk, preview(desk, file))
        if opened:
            open_day(desk, 20_000)
        database.close(desk.db)

    def _sign_in(self, name: str, passphrase: str) -> object:
        return open_point(
            self.point, operator=name, passphrase=passphrase, moment=self.moment if self.practice else None
        )

    def enter(self) -> None:
        """Sign in."""
        self.window.sign_in(CLERK, PASSPHRASE)
        self.window.settle()

    def keys(self, *steps: str) -> None:
        """Press: "F9", "Return" and so on are keys, "Alt+1" and "Shift+F8" held ones; everything else is typed."""
        for step in steps:
            modifiers = Qt.KeyboardModifier
            held = {"Alt": modifiers.AltModifier, "Shift": modifiers.ShiftModifier}.get(step.partition("+")[0])
            key = getattr(Qt.Key, f"Key_{step.rpartition('+')[2]}", None) if len(step) > 1 else None
            for press in [key] if key is not None else list(step):
                QTest.keyClick(QApplication.focusWidget(), press, held or modifiers.NoModifier)
            self.window.settle()

    def shot(self, name: str) -> None:
        """Take a picture."""
        file = self.window.picture(self.out / f"{name}.png")
        print(file, self.window.width(), self.window.height())
        if MANUAL in sys.argv:
            shots_manual.keep(file, self.window)

    def close(self) -> None:
        """Close the window."""
        self.window.close()


def counter(show: Show) -> None:
    """Sign-in and everything at the counter."""
    show.shot("01-sign-in")
    show.keys("abc", "Return")
    show.shot("02-sign-in-wrong")
    show.enter()
    show.shot("03-counter")
    show.keys("xyzz")
    show.shot("04-nobody")
    show.keys("Escape", "wxm")
    show.shot("05-same-name")
    show.keys("Escape", "wjg", "Return")
    show.shot("06-family")
    show.keys("F7")
    show.shot("07-steps")
    show.keys("Escape", "Return", "1500")
    show.shot("08-cash-short")
    show.keys("Backspace", "Backspace", "Backspace", "Backspace", "2000")
    show.shot("09-cash")
    show.keys("Return")
    show.shot("10-taken")
    show.keys("wjg")
    show.shot("11-paid")
    show.keys("Escape", "zqy", "Return", "Return")
    show.shot("12-zero")
    show.keys("Return", "zjx", "Return", "F8", "T0012345", "Return", "123456789012")
    show.shot("13-card")
    show.keys("Return")
    show.shot("14-card-taken")
    show.keys("F11", "Return")
    show.shot("15-void")
    show.keys("Escape", "F10")
    show.shot("16-reprint")
    show.keys("Escape", "F6")
    show.shot("17-nothing-waits")
    show.keys("Escape")
    day(show)
    hand_over(show)
    roster(show)


def day(show: Show) -> None:
    """Counting and closing."""
    show.keys("F3")
    show.shot("20-day-count")
    show.keys("17", "Return", "0", "Return", "0", "Return", "0", "Return", "1", "Return", "2", "Return", "F9")
    show.shot("21-day-short")
    show.keys("F10")
    show.shot("22-day-reason-missing")
    show.window.page("day").reason.setText("找零时多给了一位居民 50 元，已告知村主任")
    show.keys("F10")
    show.shot("23-day-closed")
    show.keys("F2", "zjx", "Return")
    show.shot("24-counter-closed")


def hand_over(show: Show) -> None:
    """The exchange before the county is known."""
    show.keys("F4")
    page = show.window.page("hand_over")
    page.stick.set_path(show.folder)
    show.keys("F8")
    show.shot("30-request")
    show.keys("F9")
    show.shot("31-county-unknown")


def roster(show: Show) -> None:
    """Preview and import."""
    file = show.folder / "东村新名册.csv"
    bad = [f"李{c},34182119900101123{n},1,李四,户主,一组,,,," for n, c in enumerate("一二三四五六七八九")]
    bad.append(line("赵六", "19800101", 61, "0009", "赵六", "户主", "查无此类"))
    new = [line("张三", "19900101", 101, "0010", "张三", "户主"), PEOPLE[0]]
    file.write_text("\n".join((HEADER, *new, *bad)), encoding="utf-8")
    show.keys("F5")
    show.shot("40-roster")
    show.window.page("roster").file.set_path(file)
    show.keys("F9")
    show.shot("41-roster-preview")
    show.keys("F10")
    show.shot("42-roster-done")


def nobody(show: Show) -> None:
    """Somebody whom the roster does not know: entered from the document, found at the counter."""
    show.enter()
    show.keys("zxm", "Shift+F5")
    show.shot("43-add")
    form = show.window.sheet
    form.name.setText("周小兰")
    show.keys("Return", "341821199002141281", "Return")
    show.shot("43-add-check-digit")
    show.keys("Backspace", check_digit("34182119900214128"), "Return", "wjg")
    show.shot("44-add-joins")
    show.keys("Return")
    form.relation.setText("儿媳")
    show.keys("Return", "Return", "Return", "Down", "Return", "Return")
    show.shot("45-added")
    show.keys("Shift+F5")
    show.window.sheet.name.setText("王小满")
    show.keys("Return", "X341234567", "Return", "20231102", "Return", "wxm")
    show.shot("46-add-newborn")


def closed(show: Show) -> None:
    """Before the day is open."""
    show.enter()
    show.shot("50-day-open")
    show.keys("F2", "wjg", "Return")
    show.shot("51-counter-not-open")
    show.window.session.set_importing(True)
    show.shot("52-importing")
    show.window.session.set_importing(False)


def asking(show: Show) -> None:
    """Another county's rules: a person who must be asked, a method the notice does not list."""
    show.enter()
    show.keys("dgh", "Return")
    show.shot("60-question")
    show.keys("Alt+2")
    show.shot("61-asked-again")
    show.keys("Alt+2")
    show.shot("62-register-first")
    show.keys("F7")
    show.shot("63-register-steps")
    show.keys("Escape", "Alt+9", "Alt+1")
    show.shot("64-answered")
    show.keys("Return")
    show.shot("65-not-listed")


def person(show: Show) -> None:
    """What the lists say of a person, the explanation with a losing category, a question for the county, what if."""
    show.enter()
    show.keys("zgl", "Return")
    show.shot("80-last-year")
    show.keys("Alt+Z")
    show.shot("81-record")
    show.keys("Escape", "F7")
    show.shot("82-steps-of-a-category")
    show.keys("Escape", "F12")
    show.shot("83-what-if")
    show.keys("20240410")
    show.shot("84-what-if-late")
    show.keys("Backspace", "Backspace", "Backspace", "Backspace", "0230")
    show.shot("85-what-if-no-such-day")
    show.keys("Escape", "Down")
    show.shot("86-county-question")
    show.keys("F7")
    show.shot("87-county-steps")
    show.keys("Escape", "Alt+Z")
    show.shot("88-record-open-amount")
    show.keys("Escape", "Down", "Alt+Z")
    show.shot("89-record-removed")


def late(show: Show) -> None:
    """After the season: another kind of case, its day, a newborn, and one for whom nothing is listed."""
    show.enter()
    show.keys("zjj", "Return")
    show.shot("90-late")
    show.keys("F7")
    show.shot("91-late-steps")
    show.keys("Escape", "Alt+0")
    show.shot("92-situations")
    show.keys("Down", "Down")
    show.shot("93-situation-veteran")
    show.keys("Return")
    show.shot("94-situation-day")
    show.keys("20240230", "Return")
    show.shot("95-no-such-day")
    show.keys("20240301")
    show.shot("96-situation-day-told")
    show.keys("Return")
    show.shot("96-situation-told")
    show.keys("Alt+Z")
    show.shot("97-record-told")
    show.keys("Escape", "F12", "Return", "Up")
    show.shot("98-what-if-situation")
    show.keys("Escape", "Escape", "zxy", "Return", "Alt+0", "Down", "Down", "Return")
    show.shot("99-newborn")


def years(show: Show) -> None:
    """A county after 国办发〔2024〕38号: years are asked for, and typed."""
    show.enter()
    show.keys("dgh", "Return", "Alt+3")
    show.shot("a0-year-asked")
    show.keys("Alt+1", "abc", "Return")
    show.shot("a1-no-year")
    show.keys("Backspace", "Backspace", "Backspace", "2019", "Return")
    show.shot("a2-repaid-asked")
    show.keys("Alt+1", "1", "Return")
    show.shot("a3-years-told")


def real(show: Show) -> None:
    """A real point: its band, and the folder asked for once."""
    show.enter()
    show.shot("70-real")
    show.window.paper.print_receipts(["3418211002012410000001"])
    show.shot("71-print-folder")


def main() -> int:
    """Take all pictures; the folder and the look may be given (shots_look.py)."""
    look = shots_look.read(sys.argv[1:], ROOT / "out" / "shots")
    Show.size = look.size
    application(look.display)
    style.load_rare_glyphs()
    scenes: tuple[tuple[Callable[[Show], None], dict[str, object]], ...] = (
        (counter, {"pack": "langxi-2024"}),
        (nobody, {"pack": "langxi-2024"}),
        (closed, {"pack": "langxi-2024", "opened": False}),
        (asking, {"pack": "xingguo-2024"}),
        (real, {"pack": "langxi-2024", "practice": False}),
        (person, {"pack": "langxi-2024", "rows": (LONG_HEADER, *KNOWN)}),
        (late, {"pack": "langxi-2024", "moment": SPRING, "rows": (HEADER, *PEOPLE, *BORN)}),
        (years, {"pack": "national-2025", "moment": SPRING.replace(year=2025)}),
        (shots_till.cards, {"pack": "langxi-2024"}),
        (shots_till.handed, {"pack": "langxi-2024"}),
        (shots_till.limits, {"pack": "suixian-2023", "moment": shots_till.AUTUMN}),
        (shots_till.two_clerks, {"pack": "langxi-2024", "clerks": (CLERK, shots_till.COLLEAGUE)}),
        (shots_till.corrections, {"pack": "langxi-2024"}),
        (shots_paper.books, {"pack": "langxi-2024", "moment": shots_paper.START}),
        (shots_paper.printing, {"pack": "langxi-2024"}),
        (shots_paper.forms, {"pack": shots_paper.prenumbered()}),
        (shots_first.beginning, {"pack": "langxi-2024"}),
        (shots_first.first_payment, {"pack": "langxi-2024"}),
        *shots_home.SCENES,
        (shots_manual.a_good_day, {"pack": "langxi-2024"}),
    )
    for scene, how in scenes:
        if look.only and scene.__name__ not in look.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            show = Show(look.folder, Path(folder), **how)  # type: ignore[arg-type]
            scene(show)
            show.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
