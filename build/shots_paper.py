"""Pictures of the money's and the paper's books, of printing and of pre-numbered forms (shots.py)."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import packs
from app.desk import clock as clocks
from app.desk.ask_county import ask_county
from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.look_up import look_up
from app.desk.open_point import open_point
from app.desk.refund import Claim, request
from app.desk.stock import receive
from app.domain.payment import Tender
from app.packs import edit
from app.store import database

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from build.shots import Show

START = datetime(2023, 11, 12, 9, 30, tzinfo=clocks.CHINA)
FLOAT_FEN = 20_000
PAUSE_MS = 300


def prenumbered() -> str:
    """A county's own pack whose receipts are pre-numbered forms."""
    document = edit.read(packs.pack_bytes("langxi-2024"))
    edit.set_value(document, "receipt.paper", "prenumbered")
    file = Path(tempfile.mkdtemp()) / "pack.toml"
    file.write_bytes(edit.written(document))
    return str(file)


def pay(desk: Desk, name: str) -> str:
    """Somebody's premium in cash; the receipt."""
    (hit, *_) = look_up(desk, name, limit=1)
    return collect(desk, [hit.resident], Tender(method="cash", cash_fen=100_000)).payments[0].receipt


def _days(show: Show) -> None:
    """Three closed days, then an open one, with two requests to the county."""
    receipts = []
    for number, name in enumerate(("王建国", "李秀英", "欧阳春兰")):
        show.moment = START + timedelta(days=number)
        desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
        if number:
            open_day(desk, FLOAT_FEN)
        receipts.append(pay(desk, name))
        count_day(desk, FLOAT_FEN + 38_000)
        close_day(desk)
        database.close(desk.db)
    show.moment = START + timedelta(days=3)
    desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
    open_day(desk, FLOAT_FEN)
    pay(desk, "赵𠮷祥")
    request(desk, receipts[0], Claim(reason="重复缴费", evidence="电子缴费凭证 2023-11-10", contact="13956300011"))
    (hit,) = look_up(desk, "曾庆有", limit=1)
    ask_county(desk, hit.resident, "category_later", evidence="民政 11 月名单", category="低保对象")
    database.close(desk.db)


def say(show: Show, words: str) -> None:
    """Chinese, as an input method commits it."""
    QApplication.focusWidget().insert(words)
    show.window.settle()


def drawn(show: Show, name: str) -> None:
    """A picture once the sample beside it has been drawn."""
    QTest.qWait(PAUSE_MS)
    show.window.settle()
    show.shot(name)


def books(show: Show) -> None:
    """Cash of several days, a slip for part of it, its arrival, a request withdrawn."""
    _days(show)
    show.enter()
    show.keys("Alt+J")
    show.shot("g0-books")
    show.keys("F9")
    show.shot("g1-remit")
    show.keys("JK20231115", "Return")
    say(show, "徽商银行建平支行")
    show.keys("Return", "Return", "Return", "Return", "200")
    show.shot("g2-remit-part")
    show.keys("Return", "999", "Return")
    show.shot("g3-remit-differs")
    show.keys("960", "Return")
    show.shot("g4-remitted")
    show.keys("F10")
    show.shot("g5-arrive")
    show.keys("Return")
    show.shot("g6-arrived")
    show.keys("F8")
    show.shot("g7-withdraw")
    say(show, "本人不退了")
    show.keys("Return")
    show.shot("g8-withdrawn")


def printing(show: Show) -> None:
    """How this computer prints: files, a printer onto forms, a roll; and a receipt looked at."""
    show.enter()
    show.keys("Alt+J", "F12")
    drawn(show, "h0-setup-pdf")
    show.keys("F7")
    drawn(show, "h1-setup-tried")
    show.keys("Down")
    drawn(show, "h2-setup-printer")
    sheet = show.window.sheet
    sheet.layout_box.setCurrentIndex(sheet.layout_box.findData("overprint-example"))
    sheet.dx.setValue(-7)
    sheet.dx.setFocus()
    drawn(show, "h3-setup-onto-a-form")
    show.keys("F7")
    drawn(show, "h4-setup-no-printer")
    sheet.how.setFocus()
    show.keys("Down")
    drawn(show, "h5-setup-roll")
    show.keys("Escape", "F2", "wjg", "Return", "Return", "2000", "Return")
    drawn(show, "h6-printed")
    show.keys("Alt+L")
    drawn(show, "h7-large-slip")
    show.keys("F10")
    show.shot("h8-again")
    show.keys("F9")
    drawn(show, "h9-preview")
    show.keys("Escape", "F10", "F8")
    show.shot("ha-jam")
    show.keys("Return")
    show.shot("hb-jammed")
    show.keys("F6")
    show.shot("hc-waits-again")


def forms(show: Show) -> None:
    """Pre-numbered forms from 领用 to 结报缴销."""
    show.enter()
    show.keys("Alt+J")
    show.shot("i0-no-forms")
    show.keys("Alt+1")
    show.shot("i1-receive")
    show.keys("Escape")
    desk, on = show.window.session.desk, show.moment.date()
    for first, last in (("0001001", "0001025"), ("0001026", "0001050")):
        receive(
            desk,
            form="城乡居民医保缴费专用收据",
            code="3418A",
            first=first,
            last=last,
            on=on,
            issuer="县税务局建平分局",
        )
    for name in ("王建国", "李秀英"):
        pay(desk, name)
    show.window.session.refresh()
    show.keys("F6", "Return")
    show.shot("i2-which-form")
    show.keys("0009999", "Return")
    show.shot("i3-no-such-form")
    show.keys("Escape", "F6", "Return", "0001004", "Return")
    drawn(show, "i4-passed-over")
    show.keys("F2", "F10", "F8")
    show.shot("i5-jam-on-a-form")
    show.keys("Return", "Return")
    show.shot("i6-form-spoilt")
    show.keys("Alt+J")
    show.keys("Alt+3")
    show.shot("i7-lost")
    say(show, "下乡途中遗失，已找过")
    show.keys("Return")
    show.shot("i8-lost-done")
    show.keys("Alt+2")
    show.shot("i9-void")
    show.keys("Escape", "Alt+4", "Return")
    show.shot("ia-settle-missing")
    show.keys("Escape", "Alt+5")
    show.shot("ib-look")
