"""The day: open, count, take over, close, and the terminals' settlement slips."""

from datetime import date, datetime

import click

from app.cli.context import common, desk, second
from app.cli.output import answer
from app.domain.money import yuan

SECOND = click.option("--second", "second_name", metavar="NAME", help="第二个人；有几位操作员时要输入他的口令")
DAY = click.DateTime(["%Y-%m-%d"])


def day_of(moment: datetime | None) -> date | None:
    """A date option as a date."""
    return moment.date() if moment else None


@click.group()
@common
def day() -> None:
    """账日：开账、点钞、日结。"""


@day.command("open")
@click.option("--float-fen", type=int, required=True, help="备用金（分）")
@common
def open_(float_fen: int) -> None:
    """开账：清点备用金后开始收款。"""
    from app.desk.day import open_day

    with desk() as opened:
        done = open_day(opened, float_fen)
    value = {"day": done.day, "date": done.date, "float_fen": done.float_fen}
    answer(value, f"{done.date} 已开账，备用金 {yuan(float_fen)} 元。")


@day.command()
@click.option("--fen", type=int, required=True, help="抽屉里的现金（分），含备用金")
@click.option("--notes", help="各面值张数，例如 100x3,50x1")
@click.option("--counterfeit", help="假币的面值和张数，例如 50x1（不算在 --fen 里）")
@click.option("--torn", help="残币的面值和张数（不算在 --fen 里）")
@common
def count(fen: int, notes: str | None, counterfeit: str | None, torn: str | None) -> None:
    """点钞（盲点）：先点，日结时才显示应有多少。"""
    from app.desk.day import count_day
    from app.domain.day import bad_text, parse_bad, parse_notes

    bad = (
        *(parse_bad("counterfeit", counterfeit) if counterfeit else ()),
        *(parse_bad("torn", torn) if torn else ()),
    )
    with desk() as opened:
        done = count_day(opened, fen, parse_notes(notes) if notes else None, bad=bad)
    answer(done, f"已登记点钞 {yuan(fen)} 元" + (f"，另有{bad_text(bad)}。" if bad else "。"))


@day.command()
@click.option("--fen", type=int, required=True, help="抽屉里的现金（分），含备用金")
@click.option("--notes", help="各面值张数，例如 100x3,50x1")
@click.option("--counterfeit", help="假币的面值和张数，例如 50x1（不算在 --fen 里）")
@click.option("--giver", help="交班的人，要输入他的口令；不写就是本人不在场，要写原因")
@click.option("--reason", help="有差错，或交班人不在场的原因")
@common
def takeover(fen: int, notes: str | None, counterfeit: str | None, giver: str | None, reason: str | None) -> None:
    """接班：由登录的操作员清点并接过现金，从此由他负责。"""
    from app.desk.pass_drawer import pass_drawer
    from app.domain.day import parse_bad, parse_notes

    bad = parse_bad("counterfeit", counterfeit) if counterfeit else ()
    with desk() as opened:
        pieces, there = parse_notes(notes) if notes else None, second(opened, giver)
        done = pass_drawer(opened, fen, pieces, giver=there, reason=reason, bad=bad)
    answer(
        done,
        f"{done.taker} 已接过 {done.giver} 的现金：应有 {yuan(done.expected_fen)} 元，"
        f"实点 {yuan(done.counted_fen)} 元，差 {yuan(done.difference_fen)} 元。",
    )


@day.command()
@click.option("--reason", help="有差错时的原因")
@SECOND
@common
def close(reason: str | None, second_name: str | None) -> None:
    """日结：核对人、票、款、信息四相符。"""
    from app.desk.day import close_day

    with desk() as opened:
        done = close_day(opened, reason, second=second(opened, second_name))
    text = (
        f"{done.date} 已日结。应有 {yuan(done.expected_fen)} 元，实点 {yuan(done.counted_fen)} 元，"
        f"差 {yuan(done.difference_fen)} 元{_handed(done.handed_fen)}；刷卡 {yuan(done.pos_fen)} 元。\n"
        f"人 {done.people}，票 {done.receipts}，信息 {done.records}："
        + ("四相符。" if done.clean else "不符：" + "；".join(done.differences))
    )
    if done.unprinted:
        text += f"\n未打印凭据 {len(done.unprinted)} 张。"
    if done.unsettled_terminals:
        text += f"\n还没有登记结算单的终端：{'、'.join(done.unsettled_terminals)}。"
    answer(done, text)


def _handed(fen: int) -> str:
    """What handovers of the day had differed by, where they had."""
    return f"（另有交接差 {yuan(fen)} 元）" if fen else ""


@day.command()
@click.option("--terminal", required=True, help="终端号")
@click.option("--batch", required=True, help="结算单上的批次号")
@click.option("--count", "count_", type=int, required=True, help="结算单上的笔数")
@click.option("--fen", type=int, required=True, help="结算单上的金额（分）")
@click.option("--on", type=DAY, help="结算日期，不写就是今天")
@click.option("--day", "number", type=int, help="第几个账日，不写就是最近一个")
@click.option("--reason", help="与登记不同时的原因")
@common
def settle(
    terminal: str, batch: str, count_: int, fen: int, on: datetime | None, number: int | None, reason: str | None
) -> None:
    """登记终端的结算单，与当天刷卡记录核对。"""
    from app.desk.settle_cards import settle_cards

    with desk() as opened:
        done = settle_cards(
            opened, terminal=terminal, batch=batch, count=count_, amount_fen=fen, on=day_of(on), day=number,
            reason=reason,
        )  # fmt: skip
    said = "相符" if done.agrees else f"不符，登记是 {done.expected_count} 笔 {yuan(done.expected_fen)} 元"
    answer(done, f"已登记结算单 {done.slip}：{done.count} 笔 {yuan(done.amount_fen)} 元，{said}。")


COMMANDS = (day,)
