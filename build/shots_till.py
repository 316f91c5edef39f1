"""Pictures of the till when things go wrong: cards, limits, papers from a round, handovers, corrections (shots.py)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.desk import clock as clocks
from app.desk.clerks import add_clerk
from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.open_point import open_point
from app.domain.payment import Tender
from app.store import database

if TYPE_CHECKING:
    from build.shots import Show

AUTUMN = datetime(2022, 10, 10, 9, 30, tzinfo=clocks.CHINA)
COLLEAGUE, SECRET = "陈会计", "lianxi2"


def cards(show: Show) -> None:
    """A card that succeeds is in shots.py; here are those that do not."""
    show.enter()
    show.keys("wxm", "Return", "F8")
    show.shot("b0-card-namesake")
    show.keys("T0012345", "F10")
    show.shot("b1-card-sure")
    show.keys("F11")
    show.window.sheet.reason.setText("终端断线，没有出签购单")
    show.shot("b2-card-unknown")
    show.keys("Return")
    show.shot("b3-card-blocks")
    show.keys("zjx", "Return", "F8", "Escape")
    show.shot("b4-card-left-open")
    show.keys("Shift+F8")
    show.shot("b5-cards-open")
    show.keys("Down", "F10")
    show.shot("b6-cards-sure")
    show.keys("F10")
    show.shot("b7-cards-one-left")
    show.keys("Escape", "F3")
    show.shot("b8-day-with-open-card")


def handed(show: Show) -> None:
    """Somebody else brings the money; a paper receipt from a round."""
    show.enter()
    show.keys("wjg", "Return", "Return", "F7")
    show.window.sheet.name.setText("王大军")
    show.window.sheet.relation.setText("村干部垫付")
    show.shot("c0-cash-payer")
    show.keys("F8")
    show.window.sheet.paper.setText("0012345")
    show.keys("Tab", "20231110")
    show.shot("c1-cash-late")
    show.window.sheet.second.name.setText("刘组长")
    show.window.sheet.second.name.setFocus()
    show.keys("Return")
    show.shot("c2-late-taken")
    show.keys("wjg", "Return")
    show.shot("c3-paid-by-another")


def limits(show: Show) -> None:
    """随县: cash is remitted on the day it is taken; the day after that it is over the limit."""
    desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
    collect(desk, ["r1"], Tender(method="cash", cash_fen=50_000))
    database.close(desk.db)
    show.moment += timedelta(days=1)
    show.enter()
    show.keys("zjx", "Return")
    show.shot("d0-over")
    show.keys("Return")
    show.shot("d1-over-cash")
    show.keys("Return", "Return")
    show.shot("d2-over-second-missing")
    show.keys("Escape", "F3")
    show.shot("d3-over-day")


def two_clerks(show: Show) -> None:
    """The drawer goes to a colleague; a difference wants him as the second."""
    desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
    add_clerk(desk, own_passphrase="lianxi", name=COLLEAGUE, passphrase=SECRET)
    collect(desk, ["r1"], Tender(method="cash", cash_fen=38_000))
    collect(desk, ["r2"], Tender(method="pos", terminal="T0012345", reference="311115000001"))
    database.close(desk.db)
    show.window.sign_in(COLLEAGUE, SECRET)
    show.window.settle()
    show.keys("F3")
    show.shot("e0-day-of-another")
    show.keys("F11")
    show.shot("e1-take-drawer")
    show.keys("5", *(["Return"] * 8), SECRET, "Return")
    show.shot("e2-take-wrong-passphrase")
    show.keys("lianxi", "Return")
    show.shot("e3-take-short")
    show.window.sheet.reason.setText("点了两遍，少 80 元")
    show.keys("Return")
    show.shot("e4-take-done")
    show.keys("Return")
    show.shot("e5-day-mine")
    show.keys("F12")
    show.shot("e6-settle")
    show.keys("000123", "Return", "2", "Return", "760", "Return")
    show.shot("e7-settle-differs")
    show.window.sheet.reason.setText("一笔是别的村刷的")
    show.keys("Return")
    show.shot("e8-settled")
    show.keys("Alt+B", "Down", "Return")
    show.shot("e9-bad-notes")
    page = show.window.page("day")
    page.count_card.bad.lines[0].pieces.setValue(1)
    page.notes.boxes[10_000].setValue(4)
    show.keys("F9")
    show.shot("ea-day-differs")
    show.window.page("day").reason.setText("收到一张假币")
    page.close_card.second.word.setFocus()
    show.keys("lianxi", "Return")
    show.shot("eb-day-closed")


def corrections(show: Show) -> None:
    """What can be put right on the day and after it."""
    desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
    collect(desk, ["r3"], Tender(method="cash", cash_fen=38_000))
    count_day(desk, 58_000)
    close_day(desk)
    open_day(desk, 20_000)
    collect(desk, ["r1"], Tender(method="cash", cash_fen=38_000))
    database.close(desk.db)
    show.enter()
    show.keys("F11")
    show.shot("f0-correct-nobody")
    show.keys("Escape", "wjg", "Return")
    show.shot("f1-paid-today")
    show.keys("F11")
    show.shot("f2-correct-today")
    show.keys("Escape", "Escape", "wxm", "Return")
    show.shot("f3-paid-before")
    show.keys("F11")
    show.shot("f4-correct-before")
    show.keys("Return")
    show.shot("f5-reverse")
    show.window.sheet.reason.setText("同名认错了人")
    show.keys("Return", "wxm")
    show.shot("f6-reverse-search")
    show.keys("Return")
    show.shot("f7-reverse-to")
    show.keys("Escape", "F11", "Down", "Return")
    show.shot("f8-refund")
    show.keys("Down", "Return")
    show.shot("f9-refund-day")
    show.keys("20231114", "Return", "Return", "Return")
    show.shot("fa-refund-evidence-missing")
    show.window.sheet.evidence.setText("死亡证明，编号 341821202300012")
    show.window.sheet.contact.setFocus()
    show.keys("Return")
    show.shot("fb-refund-requested")
    show.keys("F11")
    show.shot("fc-correct-pending")
    show.keys("Escape", "F11", "Down", "Down", "Down", "Return")
    show.shot("fd-ask-county")
    show.keys("Escape", "Escape", "zjx", "Return", "Shift+F9")
    show.shot("fe-decline")
    show.keys("Return", "Return")
    show.shot("ff-declined")
