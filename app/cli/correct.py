"""Setting right after the close: 红冲, refund requests, questions to the county."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.context import common, desk
from app.cli.counter import FACT
from app.cli.day import DAY, day_of
from app.cli.output import answer
from app.domain.money import yuan

if TYPE_CHECKING:
    from app.desk.ask_county import Kind

REQUESTS = {"requested": "已申请，未报", "sent": "已报", "received": "县已收", "withdrawn": "已撤回"}


@click.command()
@click.argument("payment")
@click.option("--reason", required=True)
@click.option("--to", help="这笔钱本来是给谁缴的：转给他，不用再收")
@FACT
@common
def reverse(payment: str, reason: str, to: str | None, facts: tuple[str, ...]) -> None:
    """红冲一笔已日结的收款：记到今天，不从抽屉退钱；多出的金额自动填退费申请。"""
    from app.desk.due import parse_facts
    from app.desk.reverse import reverse as reverse_one

    with desk() as opened:
        done = reverse_one(opened, payment, reason, to=to, declared=parse_facts(facts))
    lines = [f"凭据 {done.receipt} 已红冲 {yuan(done.amount_fen)} 元，抽屉里的钱不动。"]
    if done.carried:
        lines += [f"转入 {p.name} {yuan(p.due_fen)} 元，凭据 {p.receipt}。" for p in done.carried.payments]
    if done.refund:
        lines.append(f"已填退费申请 {yuan(done.refund_fen)} 元，编号 {done.refund}，随下次上报交县里办。")
    answer(done, "\n".join(lines))


@click.command("red-slip")
@click.argument("payment")
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), required=True)
@common
def red_slip(payment: str, pdf: Path) -> None:
    """写出红字冲销凭据。"""
    from app.desk.print_receipt import print_red_slip

    with desk() as opened:
        file = print_red_slip(opened, payment, pdf)
    answer({"file": str(file)}, f"已写出红字冲销凭据：{file}")


@click.group()
@common
def refund() -> None:
    """退费申请：村里不退现金，由县里办。"""


@refund.command()
@click.argument("payment")
@click.option("--reason", required=True, help="政策包里的退费原因，例如 自然减员")
@click.option("--evidence", required=True, help="看过的材料，例如 死亡证明及编号")
@click.option("--contact", default="", help="联系人和电话")
@click.option("--on", type=DAY, help="事情发生的日期")
@common
def request(payment: str, reason: str, evidence: str, contact: str, on: datetime | None) -> None:
    """填一份退费申请，随下次上报交县里。"""
    from app.desk.refund import Claim
    from app.desk.refund import request as ask

    with desk() as opened:
        done = ask(opened, payment, Claim(reason=reason, evidence=evidence, contact=contact, on=day_of(on)))
    answer(done, f"已填退费申请 {done.request}：{done.name} {yuan(done.amount_fen)} 元，{done.reason}。")


@refund.command()
@click.argument("request_id")
@click.option("--reason", required=True)
@common
def withdraw(request_id: str, reason: str) -> None:
    """撤回一份退费申请。"""
    from app.desk.refund import withdraw as withdraw_one

    with desk() as opened:
        done = withdraw_one(opened, request_id, reason)
    answer(done, f"已撤回 {done.name} 的退费申请。")


@refund.command("list")
@common
def list_() -> None:
    """退费申请和办到哪一步。"""
    from app.desk.refund import requests

    with desk() as opened:
        found = requests(opened)
    rows = [f"{r.request}\t{r.name}\t{yuan(r.amount_fen)} 元\t{r.reason}\t{REQUESTS[r.state]}" for r in found]
    answer(found, "\n".join(rows) or "没有退费申请。")


@click.command("ask-county")
@click.argument("resident")
@click.option("--kind", type=click.Choice(["category_later", "category_wrong", "person_data", "other"]), required=True)
@click.option("--category", help="人员类别")
@click.option("--evidence", required=True, help="凭什么，例如 低保证号和认定日期")
@common
def ask_county(resident: str, kind: "Kind", category: str | None, evidence: str) -> None:
    """请县里核对（例如缴费后才认定低保）；差额由县里处理，抽屉里不退钱。"""
    from app.desk.ask_county import KINDS
    from app.desk.ask_county import ask_county as ask

    with desk() as opened:
        done = ask(opened, resident, kind, category=category, evidence=evidence)
    answer(done, f"已请县里核对 {done.name}：{KINDS[done.kind]}。随下次上报交县里。")


COMMANDS = (reverse, red_slip, refund, ask_county)
