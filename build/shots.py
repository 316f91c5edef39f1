"""Pictures of every page and state into out/shots: what a person looks at before a release. `dev.py shots [FOLDER]`.

Runs offscreen, on real practice points in a temporary folder, with the keys a clerk would press.
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
from app.gui.entry import Entry  # noqa: E402
from app.gui.window import Window, application  # noqa: E402
from app.store import database  # noqa: E402

CLERK, PASSPHRASE = "李会计", "lianxi"
MOMENT = datetime(2023, 11, 15, 9, 30, tzinfo=clocks.CHINA)
HEADER = "姓名,身份证号,户号,户主,与户主关系,村民小组,手机,人员类别,认定日期,上年参保"


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


class Show:
    """One window on one point, the keys pressed in it, and its pictures."""

    def __init__(self, out: Path, folder: Path, *, pack: str, opened: bool = True, practice: bool = True) -> None:
        self.out, self.folder, self.pack, self.practice = out, folder, pack, practice
        self.point = folder / "point"
        self._make(opened)
        entry = Entry((CLERK,), practice, PASSPHRASE if practice else None, self._sign_in, "村缴通")
        self.window = Window(entry)
        self.window.show()
        self.window.settle()

    def _make(self, opened: bool) -> None:
        on = MOMENT.date() if self.practice else None
        point, content = point_of(
            code="341821100201", name="建平镇钟桥村", device=1, practice=self.practice, on=on, pack_id=self.pack
        )
        clock = clocks.fixed(MOMENT)
        desk, _ = create_point(self.point, point, operator=CLERK, passphrase=PASSPHRASE, clock=clock, pack=content)
        file = self.folder / "名册.csv"
        file.write_text("\n".join((HEADER, *PEOPLE)), encoding="utf-8")
        load_roster(desk, preview(desk, file))
        if opened:
            open_day(desk, 20_000)
        database.close(desk.db)

    def _sign_in(self, name: str, passphrase: str) -> object:
        return open_point(self.point, operator=name, passphrase=passphrase, moment=MOMENT if self.practice else None)

    def enter(self) -> None:
        """Sign in."""
        self.window.sign_in(CLERK, PASSPHRASE)
        self.window.settle()

    def keys(self, *steps: str) -> None:
        """Press: "F9", "Return" and so on are keys, "Alt+1" one with Alt; everything else is typed."""
        for step in steps:
            held = Qt.KeyboardModifier.AltModifier if step.startswith("Alt+") else Qt.KeyboardModifier.NoModifier
            key = getattr(Qt.Key, f"Key_{step.removeprefix('Alt+')}", None) if len(step) > 1 else None
            for press in [key] if key is not None else list(step):
                QTest.keyClick(QApplication.focusWidget(), press, held)
            self.window.settle()

    def shot(self, name: str) -> None:
        """Take a picture."""
        print(self.window.picture(self.out / f"{name}.png"), self.window.width(), self.window.height())

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
    show.keys("F11")
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
    show.shot("61-register-first")
    show.keys("Alt+1")
    show.shot("62-answered")
    show.keys("Return")
    show.shot("63-not-listed")


def real(show: Show) -> None:
    """A real point: its band, and the folder asked for once."""
    show.enter()
    show.shot("70-real")
    show.window.paper.print_receipts(["3418211002012410000001"])
    show.shot("71-print-folder")


def main() -> int:
    """Take all pictures; the folder may be given."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "shots"
    application()
    style.load_rare_glyphs()
    scenes: tuple[tuple[Callable[[Show], None], dict[str, object]], ...] = (
        (counter, {"pack": "langxi-2024"}),
        (closed, {"pack": "langxi-2024", "opened": False}),
        (asking, {"pack": "xingguo-2024"}),
        (real, {"pack": "langxi-2024", "practice": False}),
    )
    for scene, how in scenes:
        with tempfile.TemporaryDirectory() as folder:
            show = Show(out, Path(folder), **how)  # type: ignore[arg-type]
            scene(show)
            show.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
