"""解缴: deposit slips, and the day the money was received."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli.context import common, desk
from app.cli.day import DAY
from app.cli.output import answer
from app.domain.errors import WrongUse
from app.domain.money import parse_yuan, yuan

if TYPE_CHECKING:
    from app.desk.remit import Part


@click.group()
@common
def remit() -> None:
    """解缴：缴款单、到账日期、还没有解缴的现金。"""


@remit.command("add")
@click.argument("slip")
@click.option("--fen", type=int, required=True, help="缴款单金额（分）")
@click.option("--on", type=DAY, required=True, help="缴款日期")
@click.option("--bank", required=True, help="缴到哪家银行或单位")
@click.option("--day", "days", multiple=True, metavar="N[=元]", help="哪个账日（可只缴一部分）；不写就是全部已日结的")
@common
def add(slip: str, fen: int, on: datetime, bank: str, days: tuple[str, ...]) -> None:
    """登记一张缴款单。"""
    from app.desk.remit import remit as remit_one

    with desk() as opened:
        done = remit_one(
            opened, slip=slip, amount_fen=fen, on=on.date(), bank=bank, parts=[_part(text) for text in days]
        )
    answer(
        done,
        f"已登记缴款单 {done.slip}：{yuan(done.amount_fen)} 元（{'、'.join(done.days)} 收的），"
        f"现金在手 {yuan(done.still_held_fen)} 元。",
    )


def _part(text: str) -> "Part":
    from app.desk.remit import Part

    number, equals, amount = text.partition("=")
    if not re.fullmatch(r"\s*[0-9]{1,6}\s*", number):
        raise WrongUse("day_unreadable", text=text)
    return Part(day=int(number), fen=parse_yuan(amount) if equals else None)


@remit.command()
@click.argument("slip")
@click.option("--on", type=DAY, required=True, help="到账日期")
@common
def arrived(slip: str, on: datetime) -> None:
    """登记到账（入库）日期；随县等地的待遇从这一天起算。"""
    from app.desk.remit import arrive

    with desk() as opened:
        done = arrive(opened, slip, on.date())
    answer(done, f"单号 {done.slip} 已登记 {done.received_on} 到账。")


@remit.command("list")
@common
def list_() -> None:
    """还没有解缴的现金。"""
    from app.desk.limits import limit
    from app.desk.remit import waiting

    with desk() as opened:
        found, now = waiting(opened), limit(opened)
    rows = [f"第 {t.day} 个账日\t{t.on}\t{yuan(t.open_fen)} 元\t{'已' if t.is_closed else '未'}日结" for t in found]
    answer(found, "\n".join([*rows, now.sentence] if now.sentence else rows) or "现金都已解缴。")


COMMANDS = (remit,)
