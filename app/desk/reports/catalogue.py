"""The reports by name, in the order a clerk meets them: the day, the money, the people, the county."""

from collections.abc import Callable
from typing import NamedTuple

from app.desk.desk import Desk
from app.desk.reports.board import board
from app.desk.reports.cash import cash
from app.desk.reports.daily import daily
from app.desk.reports.inspection import inspection
from app.desk.reports.progress import progress
from app.desk.reports.receipt_book import receipts
from app.desk.reports.register import register
from app.desk.reports.remittances import remittances
from app.desk.reports.round import door_to_door
from app.desk.reports.stock_book import stock
from app.desk.reports.summary import summary
from app.desk.reports.unpaid import unpaid
from app.devices import collector
from app.domain.errors import WrongUse
from app.domain.listing import Listing
from app.domain.progress import Tick, silent

Listings = tuple[Listing, ...]


class Asked(NamedTuple):
    """What a report may be told: an account day, and whom to tell how far it is."""

    day: int | None = None
    tick: Tick = silent


class Report(NamedTuple):
    """A report: the title a clerk chooses it by, and what makes its listings. `by_day`: it is about one day."""

    title: str
    make: Callable[[Desk, Asked], Listings]
    by_day: bool = False


REPORTS: dict[str, Report] = {
    "daily": Report("收款日报", lambda desk, asked: (daily(desk, asked.day),), by_day=True),
    "cash": Report("现金日记账", lambda desk, _: (cash(desk),)),
    "receipts": Report("收据登记簿", lambda desk, _: (receipts(desk),)),
    "stock": Report("票证领用存登记簿", lambda desk, _: stock(desk)),
    "remittances": Report("解缴登记", lambda desk, _: (remittances(desk),)),
    "progress": Report("参保进度", lambda desk, asked: (progress(desk, asked.tick),)),
    "unpaid": Report("未缴名单", lambda desk, asked: (unpaid(desk, asked.tick),)),
    "round": Report("入户名单", lambda desk, asked: (door_to_door(desk, asked.tick),)),
    "board": Report("张榜公布", lambda desk, _: (board(desk),)),
    "register": Report("参保信息登记表", lambda desk, _: (register(desk),)),
    "summary": Report("参保缴费汇总表", lambda desk, _: (summary(desk),)),
    "inspection": Report("督查资料", lambda desk, _: inspection(desk)),
}


@collector.paused()
def made(desk: Desk, name: str, *, day: int | None = None, tick: Tick = silent) -> Listings:
    """The listings of a report. Raises WrongUse report_unknown, report_not_by_day; Refused day_not_closed."""
    report = REPORTS.get(name)
    if report is None:
        raise WrongUse("report_unknown", name=name, known="、".join(REPORTS))
    if day is not None and not report.by_day:
        raise WrongUse("report_not_by_day", title=report.title)
    return report.make(desk, Asked(day, tick))
