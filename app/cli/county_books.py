"""The county's books: lists of other offices, cases and what is decided about them, the accounts as sheet and page."""

from datetime import datetime
from pathlib import Path

import click

from app.cli.context import common, county_now, office
from app.cli.output import answer
from app.domain.errors import WrongUse
from app.domain.money import yuan

FILE = click.Path(path_type=Path)


@click.command("list")
@click.argument("file", type=FILE)
@click.option("--kind", required=True, help="tax 税务到账、employee 职工参保、category 人员类别、elsewhere 别处已缴")
@click.option("--year", type=int, help="名单没有写年度时，是哪一年度")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="名单日期（类别没有写认定日期时用）")
@click.option("--whole", is_flag=True, help="这份名单是全的：从前名单里有、这份没有的人，不再算")
@common
def take(file: Path, kind: str, year: int | None, on: datetime | None, whole: bool) -> None:
    """读入别处来的名单，用来核对。同一份文件读几次都一样。"""
    if kind not in ("tax", "employee", "category", "elsewhere"):
        raise WrongUse("list_kind", kind=kind, known="tax、employee、category、elsewhere")
    _take(file, kind, year=year, on=on, whole=whole)


@click.command()
@click.argument("file", type=FILE)
@common
def towns(file: Path) -> None:
    """读入乡镇和收款点的名称（代码、名称、目标人数）。"""
    _take(file, "towns")


def _take(file: Path, kind: str, *, year: int | None = None, on: datetime | None = None, whole: bool = False) -> None:
    from app.county.take_list import take_list

    with office() as opened:
        now = county_now(practice=opened.practice)
        day = on.date() if on else None
        done = take_list(opened, file, kind=kind, now=now, year=year, on=day, whole=whole)
    word = "早已读入，什么也没有变" if done.known else "已读入"
    rows = [f"{word}：{done.file}，{done.read} 行，读入 {done.taken} 条，退回 {done.rejected} 行。"]
    if done.rejects_file:
        rows.append(f"退回的行和原因在 {done.rejects_file}，改正后可以直接再读入。")
    answer(done, "\n".join(rows))


@click.group()
@common
def case() -> None:
    """问题单：重复缴费、职工医保、类别不对、退费申请等，由县里决定。"""


@case.command("list")
@click.option("--state", type=click.Choice(["open", "decided", "closed", "all"]), default="open", show_default=True)
@click.option("--kind", help="只列一种")
@click.option("--point", help="只列一个收款点")
@common
def case_list(state: str, kind: str | None, point: str | None) -> None:
    """列出问题单（先重新核对一遍）。"""
    from app.county import cases
    from app.domain.journal import stamp

    with office() as opened, opened.engine.begin() as connection:
        cases.refresh(connection, at=stamp(county_now(practice=opened.practice)))
        found = cases.listed(connection, state=None if state == "all" else state, kind=kind, point=point)
    rows = [
        f"{c.case}  {cases.STATES[c.state]}  {c.title}  {c.name} {c.person_masked}  收款点 {c.point}\n"
        f"    {c.text}\n    {_ended(c.decision_text, c.note, c.by, c.why) or c.proposal_text}"
        for c in found
    ]
    answer(found, "\n".join(rows) if rows else "没有这样的问题单。")


def _ended(decision: str | None, note: str | None, by: str | None, why: str | None) -> str:
    said = [f"决定：{decision}（{by}，{note}）"] if decision else []
    return "；".join([*said, *([f"已了结：{why}"] if why else [])])


@case.command("decide")
@click.argument("case_id", metavar="编号")
@click.option("--decision", required=True, help="keep refund refund_other adjust correct dismiss")
@click.option("--note", default="", help="依据：核对了什么、凭什么文件")
@common
def case_decide(case_id: str, decision: str, note: str) -> None:
    """记下对一张问题单的决定。再决定一次，以后一次为准，前一次留存。"""
    from app.county import cases
    from app.domain.journal import stamp

    with office() as opened, opened.engine.begin() as connection:
        at = stamp(county_now(practice=opened.practice))
        cases.refresh(connection, at=at)
        done = cases.decide(connection, case_id, decision, note=note, by=opened.operator, at=at)
    answer(done, f"已记下：{done.case} {done.title}，{done.decision_text}。")


@click.command()
@click.option("--xlsx", type=FILE, help="另存为表格")
@click.option("--html", type=FILE, help="另存为网页（一个文件，不用联网，可打印）")
@common
def reconcile(xlsx: Path | None, html: Path | None) -> None:
    """汇总核对：人数、缴费、金额、账日、解缴入库、税务名单、问题单、资助结算、乡镇进度。"""
    from app.county import page, workbook
    from app.county.reconcile import books

    with office() as opened:
        now = county_now(practice=opened.practice)
        made = books(opened, now=now)
        for file, writer in ((xlsx, workbook.write), (html, page.write)):
            if file is not None:
                writer(made, county=opened.name, practice=opened.practice, path=file, now=now)
    done = made.found
    money = done.money
    rows = [
        f"{done.people} 人，有效缴费 {done.active_payments} 笔，合计 {yuan(done.total_fen)} 元。",
        f"重复缴费 {len(done.conflicts)} 起，缺口 {len(done.gaps)} 处，没有来文的收款点 {len(done.silent_points)} 个。",
        f"已收 {yuan(money.taken_fen)} 元：未上解 {yuan(money.held_fen)} 元，已上解未入库 {yuan(money.on_way_fen)} 元，"
        f"已入库 {yuan(money.arrived_fen)} 元。",
        f"待处理问题单 {sum(each.open for each in done.case_counts)} 件，有待办的账日 {len(done.days)} 个。",
    ]
    if done.quarantined:
        rows.append(f"存疑未计入 {done.quarantined} 条；再接收一次原文件，就列出原因和办法。")
    answer(done, "\n".join(rows))


COMMANDS = (take, towns, case, reconcile)
