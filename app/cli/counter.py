"""The counter: find, due, pay, receipt, explain, void."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.context import common, desk, second
from app.cli.day import DAY, SECOND
from app.cli.output import answer
from app.domain.clauses import clause_words
from app.domain.errors import WrongUse
from app.domain.money import yuan

STATUS = {"unpaid": "未缴", "paid": "已缴", "zero": "免缴", "refer": "待核定", "refused": "不能缴"}
STATES = {"active": "有效", "void": "已作废", "reversed": "已红冲"}
SYNC = {"unsent": "未报", "sent": "已报", "acknowledged": "县已收", "rejected": "县退回"}
FACT = click.option("--fact", "facts", multiple=True, metavar="KEY=VALUE", help="当面说明的情况，可重复")


@click.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@common
def find(text: str, limit: int) -> None:
    """查人：姓名、拼音、首字母、身份证号两端、电话末位、户号。"""
    from app.desk.look_up import look_up

    with desk() as opened:
        hits = look_up(opened, text, limit=limit)
    keys = ("resident", "name", "id_masked", "household", "group", "status")
    value = [{k: getattr(h, k) for k in keys} for h in hits]
    rows = [f"{h.resident}\t{h.name}\t{h.id_masked}\t{h.household}\t{h.group}\t{STATUS[h.status]}" for h in hits]
    answer(value, "\n".join(rows) or "没有找到。请换姓名、拼音首字母或身份证号后几位再试。")


@click.command()
@click.argument("resident")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天缴费计算")
@FACT
@common
def due(resident: str, on: datetime | None, facts: tuple[str, ...]) -> None:
    """应缴多少，为什么。"""
    from app.desk.due import due as assess_one
    from app.desk.due import parse_facts
    from app.domain.assessment import to_json

    with desk() as opened:
        found = assess_one(opened, resident, on=on.date() if on else None, declared=parse_facts(facts))
        value = to_json(found.assessment)
    answer(value, "\n".join([f"{found.resident.name}：{value['headline']}", *steps_of(value)]))


def steps_of(assessment: dict[str, Any]) -> list[str]:
    """The steps with their clauses, then what is still open with the default in force."""
    steps = [f"  {step['text']}（{clause_words(step['clause'])}）" for step in assessment["steps"]]
    return steps + [f"  需弄清：{each['text']}{_for_now(each['default'])}" for each in assessment["questions"]]


def _for_now(default: str) -> str:
    return f"（暂按：{default}）" if default else ""


@click.command()
@click.argument("residents", nargs=-1, required=True)
@click.option("--cash-fen", type=int, help="收到的现金（分）")
@click.option("--pos", is_flag=True, help="刷卡")
@click.option("--terminal", help="POS 终端号")
@click.option("--reference", help="POS 参考号")
@click.option("--id", "batch", help="本次缴费的编号（ULID），重发同一命令不会重复收款")
@click.option("--payer", help="缴款人姓名（不是参保人本人时）")
@click.option("--payer-relation", default="", help="缴款人与参保人的关系")
@click.option("--payer-phone", default="", help="缴款人电话")
@click.option("--paper", help="补录：纸质凭据的号码")
@click.option("--paper-on", type=DAY, help="补录：纸质凭据的日期")
@SECOND
@FACT
@common
def pay(
    residents: tuple[str, ...],
    cash_fen: int | None,
    pos: bool,
    terminal: str | None,
    reference: str | None,
    batch: str | None,
    payer: str | None,
    payer_relation: str,
    payer_phone: str,
    paper: str | None,
    paper_on: datetime | None,
    second_name: str | None,
    facts: tuple[str, ...],
) -> None:
    """收款：可以一家几口一次缴，一人一张凭据。下户时手写的凭据用 --paper 补录。"""
    from app.desk import ids
    from app.desk.collect import collect
    from app.desk.due import parse_facts
    from app.domain.payment import LatePaper, Payer, Tender

    if pos == (cash_fen is not None):
        raise WrongUse("one_method")
    if (paper is None) != (paper_on is None):
        raise WrongUse("paper_incomplete")
    method = (
        Tender(method="pos", terminal=terminal, reference=reference)
        if pos
        else Tender(method="cash", cash_fen=cash_fen)
    )
    declared = parse_facts(facts)
    with desk() as opened:
        done = collect(
            opened,
            residents,
            method,
            declared=dict.fromkeys(residents, declared),
            batch=ids.parse(batch) if batch else None,
            payer=Payer(name=payer, relation=payer_relation, phone=payer_phone) if payer is not None else None,
            late=LatePaper(paper=paper, paper_on=paper_on.date()) if paper and paper_on else None,
            second=second(opened, second_name),
        )
    payments = [
        {"payment": p.payment, "resident": p.resident, "receipt": p.receipt, "due_fen": p.due_fen}
        for p in done.payments
    ]
    value = {"payments": payments, "total_fen": done.total_fen, "change_fen": done.change_fen, "id": done.batch}
    rows = [f"{p.name}\t{yuan(p.due_fen)} 元\t凭据 {p.receipt}" for p in done.payments]
    answer(value, "\n".join([*rows, f"合计 {yuan(done.total_fen)} 元，找零 {yuan(done.change_fen)} 元"]))


@click.command()
@click.argument("number")
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--layout", default="receipt-a5", show_default=True, help="版式，见 resources/layouts")
@click.option("--sheet", help="打印机里预印号票据的票号")
@common
def receipt(number: str, pdf: Path, layout: str, sheet: str | None) -> None:
    """打印凭据：第一次是原件，以后每次都记为补打。"""
    from app.desk.print_receipt import print_receipt

    with desk() as opened:
        done = print_receipt(opened, number, pdf, layout=layout, sheet=sheet)
    mark = f"（补打 {done.copy}）" if done.copy else ""
    value = {"receipt": done.receipt, "copy": done.copy, "file": str(done.file)}
    answer(value | ({"sheet": done.sheet} if done.sheet else {}), f"已写出凭据{mark}：{done.file}")


@click.command("print-failed")
@click.argument("number")
@click.option("--reason", required=True)
@click.option("--copies-kept", type=int, help="打在预印号票据上的，收回了几联")
@common
def print_failed(number: str, reason: str, copies_kept: int | None) -> None:
    """最近一次打印没有打出来（卡纸、没纸、停电）：凭据回到未打印的清单。"""
    from app.desk.print_receipt import print_failed as failed

    with desk() as opened:
        done = failed(opened, number, reason, copies_kept=copies_kept)
    answer({"receipt": done}, f"已登记凭据 {done} 没有打出来，请重新打印（会标明补打）。")


@click.command()
@click.argument("number")
@common
def explain(number: str) -> None:
    """一张凭据为什么是这个数：当时的情况、依据的政策包、每一步理由，记录在第几号、县里收到没有。"""
    from app.desk.explain import explain as explain_one

    with desk() as opened:
        found = explain_one(opened, number)
    lines = [f"{found.name}：{found.assessment['headline']}", *steps_of(found.assessment)]
    lines += [f"{found.paid_on} 由{found.by}收款，{STATES[found.state]}，{SYNC[found.sync_state]}"]
    lines += [f"记录 {found.seq} 号 {found.hash[:8]}，政策包 {found.pack}（{found.pack_hash[:8]}）"]
    answer(found, "\n".join(lines))


@click.command()
@click.argument("payment")
@click.option("--reason", required=True)
@click.option("--copies-kept", type=int, help="凭据打在预印号票据上的，收回了几联")
@common
def void(payment: str, reason: str, copies_kept: int | None) -> None:
    """作废一笔当日的收款（日结之前），退还现金；凭据号不再使用。"""
    from app.desk.void import void as void_one

    with desk() as opened:
        done = void_one(opened, payment, reason, copies_kept=copies_kept)
    shared = f"（这笔刷卡共 {yuan(done.charged_fen)} 元、{done.charged_people} 人，只退这一人的）"
    by_card = f"请在终端上退回 {yuan(done.due_fen)} 元" + (shared if done.charged_people > 1 else "，或撤销这笔刷卡")
    back = by_card if done.method == "pos" else f"应退现金 {yuan(done.give_back_fen)} 元"
    answer(done, f"凭据 {done.receipt} 已作废，{back}。")


COMMANDS = (find, due, pay, receipt, print_failed, explain, void)
