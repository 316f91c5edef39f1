"""Cards whose result comes later than the wish to pay: begin, and what became of it."""

from typing import TYPE_CHECKING

import click

from app.cli.context import common, desk
from app.cli.counter import FACT
from app.cli.output import answer
from app.domain.money import yuan

if TYPE_CHECKING:
    from app.desk.card import Answer


@click.group()
@common
def card() -> None:
    """刷卡：先登记，再刷，再登记结果；结果不明的，弄清以前不能日结。"""


@card.command()
@click.argument("residents", nargs=-1, required=True)
@click.option("--terminal", help="POS 终端号")
@FACT
@common
def begin(residents: tuple[str, ...], terminal: str | None, facts: tuple[str, ...]) -> None:
    """登记要刷的金额，然后再去刷卡。"""
    from app.desk.card import begin as begin_one
    from app.desk.due import parse_facts

    declared = parse_facts(facts)
    with desk() as opened:
        done = begin_one(opened, residents, terminal=terminal, declared=dict.fromkeys(residents, declared))
    answer(done, f"请刷 {yuan(done.total_fen)} 元。编号 {done.card}")


@card.command()
@click.argument("card_id")
@click.option("--terminal", required=True)
@click.option("--reference", required=True)
@common
def approved(card_id: str, terminal: str, reference: str) -> None:
    """刷卡成功：登记签购单的参考号，并记成缴费。"""
    from app.desk.card import approved as approve

    with desk() as opened:
        done = approve(opened, card_id, terminal=terminal, reference=reference)
    rows = [f"{p.name}\t{yuan(p.due_fen)} 元\t凭据 {p.receipt}" for p in done.payments]
    answer(done, "\n".join([*rows, f"合计 {yuan(done.total_fen)} 元"]))


def _answer(card_id: str, result: "Answer", reason: str | None) -> None:
    from app.desk.card import STATES
    from app.desk.card import answer as answer_one

    with desk() as opened:
        done = answer_one(opened, card_id, result, reason=reason)
    answer(done, f"刷卡 {done.card}：{STATES[done.result]}。")


@card.command()
@click.argument("card_id")
@click.option("--reason")
@common
def declined(card_id: str, reason: str | None) -> None:
    """没有扣款。"""
    _answer(card_id, "declined", reason)


@card.command()
@click.argument("card_id")
@click.option("--reason", required=True)
@common
def unknown(card_id: str, reason: str) -> None:
    """结果不明：弄清以前，这一家不能再缴，当天不能日结。"""
    _answer(card_id, "unknown", reason)


@card.command()
@click.argument("card_id")
@click.option("--reason")
@common
def cancelled(card_id: str, reason: str | None) -> None:
    """已在终端上撤销。"""
    _answer(card_id, "cancelled", reason)


@card.command("list")
@common
def list_() -> None:
    """还没有弄清的刷卡。"""
    from app.desk.card import STATES, open_cards

    with desk() as opened:
        found = open_cards(opened)
    rows = [f"{c.card}\t{c.at}\t{yuan(c.total_fen)} 元\t{STATES[c.result]}" for c in found]
    answer(found, "\n".join(rows) or "没有要弄清的刷卡。")


COMMANDS = (card,)
