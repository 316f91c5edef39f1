"""Pictures of the home page: from the morning to the evening on which everything is done (shots.py)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk import demo_roster
from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.day_standing import standing
from app.desk.decline import decline
from app.desk.desk import Desk
from app.desk.due import due
from app.desk.hand_over import export, write_request
from app.desk.load_roster import load_roster, preview
from app.desk.open_point import open_point
from app.desk.order import ticked_beforehand
from app.desk.print_receipt import print_receipt
from app.desk.remit import arrive, remit
from app.desk.take_changes import TARGET
from app.desk.take_reply import take_reply
from app.domain.payment import Tender
from app.store import counter, database, settings
from tests import factories

if TYPE_CHECKING:
    from build.shots import Show

PEOPLE = 3_000
HOME = "Alt+S"


def _desk(show: Show) -> Desk:
    return open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)


def _village(show: Show) -> None:
    """A whole village instead of a few people."""
    desk, file = _desk(show), show.folder / "全村.csv"
    demo_roster.write(file, PEOPLE, seed=3, policy=desk.policy)
    load_roster(desk, preview(desk, file))
    database.close(desk.db)


def _payments(desk: Desk, wanted: range) -> None:
    """Those of these residents who can just pay: most in cash, every ninth by card."""
    for number in wanted:
        if not ticked_beforehand(due(desk, f"r{number}")):
            continue
        cash = Tender(method="cash", cash_fen=100_000)
        card = Tender(method="pos", terminal="T0012345", reference=f"{number:012d}")
        collect(desk, [f"r{number}"], card if number % 9 == 0 and due(desk, f"r{number}").assessment.due_fen else cash)


def day(show: Show) -> None:
    """Before the first payment, in the middle of the day, counted fifty yuan short, the list for the round."""
    _village(show)
    show.enter()
    show.keys(HOME)
    show.shot("j0-home-morning")
    desk = show.window.session.desk
    _payments(desk, range(11, 400))
    for number in (402, 405):
        decline(desk, f"r{number}", "away")
    show.window.session.refresh()
    show.window.settle()
    show.keys("Down", "Down")
    show.shot("j1-home-middle")
    found = standing(desk)
    if found is not None:
        count_day(desk, found.sums.expected_fen - 5_000)
    show.window.session.refresh()
    show.window.settle()
    show.shot("j2-home-short")
    show.keys("Return")
    show.shot("j3-home-to-the-counter")
    show.keys(HOME, "F7")
    show.shot("j4-home-round")


def done(show: Show) -> None:
    """Everything printed, banked, exported and acknowledged, with a target from the county."""
    _village(show)
    desk = _desk(show)
    _payments(desk, range(11, 400))
    for row in counter.unprinted(desk.db, desk.journal):
        print_receipt(desk, row.receipt, show.folder / "凭据.pdf")
    found = standing(desk)
    if found is not None:
        count_day(desk, found.sums.expected_fen)
        close_day(desk)
        remit(desk, slip="JK20231115", amount_fen=found.sums.cash_fen, on=show.moment.date(), bank="徽商银行建平支行")
        arrive(desk, "JK20231115", show.moment.date())
    _to_the_county(desk, show.folder)
    with database.writing(desk.db):
        settings.put(desk.db, TARGET, 2_600)
    database.close(desk.db)
    show.enter()
    show.keys(HOME)
    show.shot("j5-home-done")


def _to_the_county(desk: Desk, folder: Path) -> None:
    """Enrolled, exported, acknowledged by a practice county."""
    office = factories.Place(folder / "county", passphrase="县里的口令", now="2023-11-16T08:00:00")
    office.says("county", "create", "--name", "郎溪县医保局", "--practice")
    write_request(desk, folder / "登记申请.json")
    office.says("county", "enrol", folder / "登记申请.json")
    for _ in range(2):
        (reply,) = office.json("county", "reply", "--point", desk.point.code, folder)["files"]
        take_reply(desk, Path(reply))
        if not counter.sync_figures(desk.db)["acknowledged"]:
            office.says("county", "receive", export(desk, folder).file)


def days(show: Show) -> None:
    """Yesterday's cash still here, a slip on its way, one day not clean; nothing is open today."""
    _village(show)
    for number, people in enumerate((range(11, 120), range(120, 260))):
        desk = _desk(show)
        if number:
            open_day(desk, 20_000)
        _payments(desk, people)
        found = standing(desk)
        if found is not None:
            count_day(desk, found.sums.expected_fen - number * 2_000)
            close_day(desk, "找零时少收 20 元" if number else None)
            if not number:
                on: date = show.moment.date()
                remit(desk, slip="JK1", amount_fen=found.sums.cash_fen, on=on, bank="徽商银行建平支行")
        database.close(desk.db)
        show.moment += timedelta(days=1)
    show.enter()
    show.keys(HOME)
    show.shot("j6-home-not-open")


def empty(show: Show) -> None:
    """Neither a roster nor a day, as after setting up."""
    desk = _desk(show)
    with database.writing(desk.db):
        desk.db["residents"].delete_where()
        desk.db["sources"].delete_where()
    database.close(desk.db)
    show.enter()
    show.keys(HOME)
    show.shot("j7-home-no-roster")


SCENES = (
    (day, {"pack": "langxi-2024"}),
    (done, {"pack": "langxi-2024"}),
    (days, {"pack": "langxi-2024"}),
    (empty, {"pack": "langxi-2024", "opened": False}),
)
