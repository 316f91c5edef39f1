"""A real practice point at 建平镇 on 2023-11-15; its people each stand for one thing at the counter."""

import os
import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.desk import clock as clocks
from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.load_roster import load_roster, preview
from app.desk.open_point import create_point, open_point, point_of
from app.domain import identity
from app.gui.entry import Entry
from app.store import database
from tests import factories

HEADER = "姓名,身份证号,户号,户主,与户主关系,村民小组,手机,人员类别,认定日期,上年参保"
MOMENT = datetime(2023, 11, 15, 9, 30, tzinfo=clocks.CHINA)
SPRING = datetime(2024, 4, 10, 9, 30, tzinfo=clocks.CHINA)
"""After the season: only special kinds of case pay, each by a day of its own."""
CLERK, PASSPHRASE = "李会计", "练习123"


def number(birth: str, order: int) -> str:
    """A valid ID number of 郎溪县 for a birth date and an order number (odd: male)."""
    first = f"341821{birth}{order:03d}"
    return first + identity.check_digit(first)


def line(
    name: str,
    birth: str,
    order: int,
    household: str,
    head: str,
    relation: str,
    *,
    category: str = "",
    last: str = "参保",
) -> str:
    """One row of the roster file."""
    recognised = "2023-01-01" if category else ""
    phone = f"139563{order:05d}"
    return (
        f"{name},{number(birth, order)},{household},{head},{relation},东村一组,{phone},{category},{recognised},{last}"
    )


PEOPLE = (
    line("王建国", "19610305", 11, "0001", "王建国", "户主"),
    line("李秀英", "19630712", 22, "0001", "王建国", "配偶"),
    line("王小明", "19880120", 33, "0001", "王建国", "子"),
    line("王䶮", "20150601", 44, "0001", "王建国", "孙女", category="低保对象"),
    line("王小明", "19751111", 55, "0002", "王小明", "户主"),
    line("曾庆有", "19500808", 71, "0003", "曾庆有", "户主", category="特困人员"),
    line("单桂花", "19700909", 82, "0004", "单桂花", "户主", last=""),
    line("赵𠮷祥", "19930303", 95, "0005", "赵𠮷祥", "户主"),
)


@dataclass(frozen=True)
class Place:
    """The folder of a practice point, and how to get in."""

    folder: Path
    moment: datetime = MOMENT

    def open(self, name: str = CLERK, passphrase: str = PASSPHRASE) -> Desk:
        """The desk as a clerk opens it."""
        return open_point(self.folder, operator=name, passphrase=passphrase, moment=self.moment)

    def again_in(self, folder: Path) -> "Place":
        """The same point in another folder. Its journal key is linked: a copied one would begin a new journal."""
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns("journal.key"))
        os.link(self.folder / "journal.key", folder / "journal.key")
        return replace(self, folder=folder)

    @property
    def entry(self) -> Entry:
        """What main hands to the window."""
        return Entry((CLERK,), True, PASSPHRASE, self.open, "村缴通", self.folder)


def made_point(
    folder: Path,
    *,
    pack: str = "langxi-2024",
    rows: tuple[str, ...] = PEOPLE,
    opened: bool = True,
    moment: datetime = MOMENT,
    header: str = HEADER,
) -> Place:
    """A practice point with people, and by default an open day."""
    point, content = point_of(
        code="341821100201", name="建平镇东村", device=1, practice=True, on=moment.date(), pack_id=pack
    )
    desk, _ = create_point(
        folder / "point", point, operator=CLERK, passphrase=PASSPHRASE, clock=clocks.fixed(moment), pack=content
    )
    file = folder / "名册.csv"
    file.write_text("\n".join((header, *rows)), encoding="utf-8")
    load_roster(desk, preview(desk, file))
    if opened:
        open_day(desk, 20_000)
    database.close(desk.db)
    # Each test unlocks once: at the usual cost of a slot that would be most of its time.
    factories.Place(folder / "point", passphrase=PASSPHRASE).lighten()
    return Place(folder / "point", moment)
