"""The exchange with the county, and the journal's own check: export, import, verify."""

from pathlib import Path

import click

from app.cli.context import common, desk
from app.cli.output import answer


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@common
def export(folder: Path) -> int:
    """导出交县的文件：写完并读回核对后，才可以拔优盘。"""
    from app.desk.hand_over import export as hand_over

    with desk() as opened:
        done = hand_over(opened, folder)
    answer(
        done,
        f"已写好并核对：{done.file}\n共 {done.entries} 条（第 {done.first_seq}–{done.last_seq} 条）。可以拔优盘了。",
    )
    return 0


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--county-fingerprint", help="第一次导入时，电话核对的县级指纹（六组五位数字）")
@common
def import_(file: Path, county_fingerprint: str | None) -> None:
    """导入县里的回执，或同村另一台电脑交县的文件（只看谁已缴费，免得收两次）。"""
    from app.desk.take_reply import take_reply
    from app.desk.take_sibling import is_of_sibling, take_sibling

    with desk() as opened:
        if is_of_sibling(opened, file):
            told = take_sibling(opened, file)
            answer(told, f"{told.device} 号设备上已缴费的有 {told.people} 人，新知道 {told.new} 人。这些人不再收款。")
            return
        done = take_reply(opened, file, county_fingerprint=county_fingerprint)
    rejected = [{"seq": r.seq, "code": r.code, "remedy": r.remedy} for r in done.rejected]
    value = {"acknowledged_to": done.acknowledged_to, "rejected": rejected, "roster": done.roster, "packs": done.packs}
    rows = [
        f"县已收到第 {done.acknowledged_to} 条，退回 {len(rejected)} 条。"
        if done.effect
        else "这份回执已经用过或已过时，没有变化。"
    ]
    answer(value, "\n".join([*rows, *done.told, *(f"第 {r.seq} 条：{r.remedy}" for r in done.rejected)]))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--destroy", is_flag=True, required=True, help="写好归档文件后，清除本机的数据和密钥（不能撤回）")
@click.option("--reason", help="还有没办完的事时，写明为什么不用办")
@common
def archive(folder: Path, destroy: bool, reason: str | None) -> None:
    """年度结束后归档：封存给县里的文件写到优盘，再清除本机数据。要有县里的回执说可以。"""
    from app.desk.archive import archive as archive_one

    with desk(closes_itself=True) as opened:
        done = archive_one(opened, folder, reason=reason)
    answer(done, f"已写好并核对归档文件：{done.file}\n本机数据和密钥已清除。请把归档文件交县里。")


@click.command()
@common
def verify() -> int:
    """核对整本账簿：从第一条到最后一条，逐条相连。"""
    from app.store import journal

    with desk() as opened:
        found = journal.verify(opened.db)
    value = {"ok": found.broken is None, "entries": found.entries, "head": found.head}
    text = f"账簿完好：{found.entries} 条，末条摘要 {found.head[:16]}。"
    if found.broken:
        value |= {"first_bad_seq": found.broken.seq, "problem": found.broken.problem}
        text = f"账簿在第 {found.broken.seq} 条断开：{found.broken.problem}。请停止收款，保留电脑原样，联系县里。"
    answer(value, text)
    return 1 if found.broken else 0


COMMANDS = (export, import_, archive, verify)
