"""Pre-numbered forms: 领用, the next one, spoilt and lost ones, 结报缴销."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli.context import common, desk
from app.cli.day import DAY
from app.cli.output import answer

if TYPE_CHECKING:
    from app.desk.stock import NextSheet


@click.group()
@common
def stock() -> None:
    """预印号票据：领用、使用、作废、遗失、结报缴销。"""


@stock.command()
@click.option("--form", required=True, help="票据名称")
@click.option("--code", required=True, help="票据代码")
@click.option("--first", required=True, help="起号")
@click.option("--last", required=True, help="止号")
@click.option("--on", type=DAY, required=True, help="领用日期")
@click.option("--issuer", required=True, help="发放单位")
@common
def receive(form: str, code: str, first: str, last: str, on: datetime, issuer: str) -> None:
    """登记领用。"""
    from app.desk.stock import receive as receive_one

    with desk() as opened:
        done = receive_one(opened, form=form, code=code, first=first, last=last, on=on.date(), issuer=issuer)
    answer(done, f"已登记领用 {done.received} 张：{first}–{last}。")


@stock.command("next")
@click.option("--is", "number", help="打印机里的票号（与程序不同时写明）")
@click.option("--code", help="票据代码")
@common
def next_(number: str | None, code: str | None) -> None:
    """下一张票是几号；或说明打印机里是几号。"""
    from app.desk import stock as stocks

    with desk() as opened:
        expected = stocks.next_sheet(opened) if number is None or code is None else None
        done = stocks.confirm_next(opened, code or expected_code(expected), number) if number else expected
    answer(done, f"下一张：{done.form} {done.code} {done.text} 号。" if done else "")


def expected_code(expected: "NextSheet | None") -> str:
    """The code of the form expected next, "" where none is known."""
    return expected.code if expected else ""


@stock.command()
@click.argument("code")
@click.argument("number")
@click.option("--reason", required=True)
@click.option("--copies", type=int, required=True, help="收回几联")
@common
def void(code: str, number: str, reason: str, copies: int) -> None:
    """作废一张，各联留存。"""
    from app.desk.stock import end_sheet

    with desk() as opened:
        done = end_sheet(opened, code, number, "void", reason=reason, copies=copies)
    answer({"number": done, "state": "void"}, f"{done} 号已作废，各联请留存。")


@stock.command()
@click.argument("code")
@click.argument("number")
@click.option("--reason", required=True)
@common
def lost(code: str, number: str, reason: str) -> None:
    """遗失一张，请立即报告发放单位。"""
    from app.desk.stock import end_sheet

    with desk() as opened:
        done = end_sheet(opened, code, number, "lost", reason=reason)
    answer({"number": done, "state": "lost"}, f"{done} 号已登记遗失，请立即报告发放单位。")


@stock.command()
@click.argument("code")
@click.argument("first")
@click.option("--on", type=DAY, required=True, help="结报日期")
@click.option("--receiver", required=True, help="接收单位")
@common
def settle(code: str, first: str, on: datetime, receiver: str) -> None:
    """结报缴销从 FIRST 号起的那一本。"""
    from app.desk.stock import settle as settle_one

    with desk() as opened:
        done = settle_one(opened, code, first, on=on.date(), receiver=receiver)
    answer(done, f"已结报：用 {done.used} 张，作废 {done.void} 张，遗失 {done.lost} 张，交回 {done.returned} 张。")


@stock.command("list")
@common
def list_() -> None:
    """领用的每一本用到哪里，有没有缺号。"""
    from app.desk.stock import accounts, missing_text

    with desk() as opened:
        found = accounts(opened)
    rows = [
        f"{a.book.code} {a.book.text(a.book.first)}–{a.book.text(a.book.last)}\t用 {a.used}，作废 {a.void}，"
        f"遗失 {a.lost}，交回 {a.returned}，未用 {a.unused}" + (f"\t没有交代：{missing_text(a)}" if a.missing else "")
        for a in found
    ]
    answer(found, "\n".join(rows) or "没有领用过票据。")


COMMANDS = (stock,)
