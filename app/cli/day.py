"""The day: open, count, close."""

import click

from app.cli.context import common, desk
from app.cli.output import answer
from app.domain.money import yuan


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
@common
def count(fen: int, notes: str | None) -> None:
    """点钞（盲点）：先点，日结时才显示应有多少。"""
    from app.desk.day import count_day
    from app.domain.day import parse_notes

    with desk() as opened:
        done = count_day(opened, fen, parse_notes(notes) if notes else None)
    answer(done, f"已登记点钞 {yuan(fen)} 元。")


@day.command()
@click.option("--reason", help="有差错时的原因")
@common
def close(reason: str | None) -> None:
    """日结：核对人、票、款、信息四相符。"""
    from app.desk.day import close_day

    with desk() as opened:
        done = close_day(opened, reason)
    text = (
        f"{done.date} 已日结。应有 {yuan(done.expected_fen)} 元，实点 {yuan(done.counted_fen)} 元，"
        f"差 {yuan(done.difference_fen)} 元；刷卡 {yuan(done.pos_fen)} 元。\n"
        f"人 {done.people}，票 {done.receipts}，信息 {done.records}："
        + ("四相符。" if done.clean else "不符：" + "；".join(done.differences))
    )
    if done.unprinted:
        text += f"\n未打印凭据 {len(done.unprinted)} 张。"
    answer(done, text)


COMMANDS = (day,)
