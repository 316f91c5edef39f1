"""The composition root: the one file that sees everything. Paths, clock, keys, database and packs become a Desk, and
a Desk a window.

`open_window` opens the point of this computer; `practice` a point to try everything on: 建平镇 (郎溪县 pack) on
2023-11-15, with a lifelike roster of 3,000 people and a county of its own to exchange files with.

What the sign-in page does not need is imported where it is used: start-up is spent on the window (design §6).
"""

import gc
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk import folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.desk.desk import Desk
    from app.desk.set_up import Plan
    from app.domain.policy import Policy
    from app.gui.entry import Beginning, Entry
    from app.gui.window import Window

PACK = "langxi-2024"
POINT_CODE = "341821100201"
POINT_NAME = "建平镇练习村"
PRACTICE_DAY = date(2023, 11, 15)
CLERK = "王会计"
PASSPHRASE = "lianxi"
PEOPLE = 3000
SEED = 20231115


def own_folder() -> Path:
    """Where this user's data lies on this platform."""
    import platformdirs

    return Path(platformdirs.user_data_dir("cunjiao", appauthor=False))


def open_window(data: Path | None = None, *, shown: "Callable[[Window], None] | None" = None) -> int:
    """Open the window on this computer's point; where there is none yet, to practise or to set one up.

    `shown` is told of the window as soon as it is there (for measuring).
    """
    # Nothing made while starting is garbage, and looking for some takes a tenth of the start; afterwards the window
    # does it (app/gui/garbage.py).
    gc.disable()
    data = data or own_folder() / "data"
    made = folder.marker(data) is not None
    if not made and not has_display():
        return practice()
    from app.gui.application import open_window as show

    return show(entry_of(data) if made else beginning_of(data), shown=shown)


def beginning_of(data: Path, *, home: Path | None = None, people: int = PEOPLE) -> "Beginning":
    """What the first window on this computer needs; the practice point is made under `home`."""
    from app.desk import recovery, set_up
    from app.gui.entry import Beginning

    practice_home, draft = home or own_folder() / "practice", data.with_name(f"{data.name}-plan.json")

    def make(plan: "Plan", passphrase: str) -> "tuple[Desk, str]":
        done = set_up.set_up(data, plan, passphrase)
        draft.unlink(missing_ok=True)
        return done

    return Beginning(
        plan=set_up.load_plan(draft),
        packs=set_up.choices(),
        describe=set_up.describe,
        check=set_up.check_pack,
        keep=lambda plan: set_up.keep_plan(draft, plan),
        make=make,
        write_sheet=recovery.write_sheet,
        confirm=recovery.confirm,
        practise=lambda: practice_entry(practice_home, people=people),
    )


def practice_entry(home: Path, *, people: int = PEOPLE) -> "Entry":
    """The practice point under `home`, made on first use with so many people."""
    if folder.marker(home / "point") is None:
        make_practice(home, people=people)
    return entry_of(home / "point", passphrase_hint=PASSPHRASE)


def practice(*, home: Path | None = None, out: Path | None = None, first_frame: bool = False) -> int:
    """Open the window on the practice point under `home`, made on first use.

    Without a display the same day is lived by a script through the same window, and what it leaves goes to a new
    folder under `out`.
    """
    if not first_frame and not has_display():
        return _practice_without_display(out or own_folder() / "practice-days")
    home = home or own_folder() / "practice"
    if folder.marker(home / "point") is None:
        print(f"第一次使用，正在准备练习点（{PEOPLE} 人的名册），请稍候……", file=sys.stderr)
    from app.gui.application import close_after_first_frame
    from app.gui.application import open_window as show

    return show(practice_entry(home), shown=close_after_first_frame if first_frame else None)


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _practice_without_display(out: Path) -> int:
    print("没有显示器：改为由脚本在后台窗口里走完同一天。", file=sys.stderr)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    home = out / f"practice-{datetime.now():%Y%m%d-%H%M%S}"
    make_practice(home)
    from app.gui.tour import live_a_day

    live_a_day(entry_of(home / "point", passphrase_hint=PASSPHRASE), CLERK, PASSPHRASE, home)
    _county_takes(home)
    print(f"这一天留下的凭据、日报、截图和交县文件在：{home}")
    return 0


def entry_of(data: Path, *, passphrase_hint: str | None = None) -> "Entry":
    """What the sign-in page needs: the clerks, and how to open the point as one of them."""
    from app.devices import keyslots
    from app.gui.entry import Entry

    found = folder.require_point(data)

    def sign_in(name: str, passphrase: str) -> "Desk":
        from app.desk.open_point import open_point

        return open_point(data, operator=name, passphrase=passphrase)

    def recover(code: str, name: str, passphrase: str) -> None:
        from app.desk import clerks
        from app.desk.set_up import check_passphrase

        check_passphrase(passphrase)
        clerks.recover(data, code=code, name=name, passphrase=passphrase)

    return Entry(
        clerks=tuple(keyslots.names(folder.slots(data))),
        practice=found.practice,
        passphrase_hint=passphrase_hint,
        sign_in=sign_in,
        title=POINT_NAME if passphrase_hint else "村缴通",
        folder=data,
        # Where the passphrase stands on the page there is none to forget, and nobody has the sheet of that point.
        recover=None if passphrase_hint else recover,
    )


def make_practice(home: Path, *, people: int = PEOPLE) -> None:
    """Make the practice point under `home`/point and its county under `home`/county, introduced to each other, roster
    loaded.

    Made beside `home` and renamed when whole, so that a preparation cut short is simply begun again.
    """
    import shutil

    making = home.with_name(f"{home.name}-in-the-making")
    if making.exists():
        shutil.rmtree(making)
    making.mkdir(parents=True)
    _make_practice(making, people)
    making.rename(home)


def _make_practice(home: Path, people: int) -> None:
    from app.desk import clock
    from app.desk.open_point import create_point, point_of
    from app.store import database

    point, pack = point_of(code=POINT_CODE, name=POINT_NAME, device=1, practice=True, on=PRACTICE_DAY, pack_id=PACK)
    made, _ = create_point(
        home / "point",
        point,
        operator=CLERK,
        passphrase=PASSPHRASE,
        clock=clock.on_day(PRACTICE_DAY, lambda: None),
        pack=pack,
    )
    try:
        _load_roster(made, home / "名册.xlsx", made.policy, people)
        _introduce(made, home)
    finally:
        database.close(made.db)


def _load_roster(desk: "Desk", file: Path, policy: "Policy", people: int) -> None:
    from app.desk import demo_roster, load_roster

    demo_roster.write(file, people, seed=SEED, policy=policy)
    load_roster.load_roster(desk, load_roster.preview(desk, file))


def _introduce(desk: "Desk", home: Path) -> None:
    """The point's request goes to the practice county, whose first reply makes the county known."""
    from app.county import office
    from app.county.enrol import enrol
    from app.county.reply import reply
    from app.desk import clock
    from app.desk.hand_over import write_request
    from app.desk.take_reply import take_reply

    stick, request = home / "U盘", home / "U盘" / "登记申请.json"
    stick.mkdir(exist_ok=True)
    write_request(desk, request)
    now = clock.system()
    county, _ = office.create(
        home / "county", name="郎溪县医保局（练习）", practice=True, passphrase=PASSPHRASE, operator="县经办", now=now
    )
    with county:
        enrol(county, request, fingerprint=None, now=now)
        (file,) = reply(county, point=POINT_CODE, folder=stick, now=now)
    take_reply(desk, file)


def _county_takes(home: Path) -> None:
    """The practice county receives what lies on the stick and puts its reply beside it."""
    from app.county import office
    from app.county.receive import receive
    from app.county.reply import reply
    from app.desk import clock

    now = clock.system()
    with office.open(home / "county", passphrase=PASSPHRASE, now=now) as county:
        done = receive(county, sorted((home / "U盘").glob("*-up-*.cunjiao")), now=now)
        reply(county, point=POINT_CODE, folder=home / "U盘", now=now)
    print(f"练习县级收到 {done.accepted} 条，已有 {done.duplicate} 条，没有采用 {len(done.rejected)} 个文件。")
