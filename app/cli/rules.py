"""The rules: assess, pack list | show | check. No data folder, no passphrase."""

import sys
from pathlib import Path

import click

from app.cli.context import common
from app.cli.output import answer, write


@click.command()
@click.option("--pack", "pack_id", required=True)
@common
def assess(pack_id: str) -> None:
    """从标准输入读一组情况（JSON 数组），逐个算出应缴和理由，按原顺序输出 JSON 数组。"""
    from app.packs.assess_io import assess_json

    # A pipe of PowerShell puts a byte order mark in front.
    write(assess_json(pack_id, sys.stdin.buffer.read().decode("utf-8-sig", "replace")))


@click.group()
@common
def pack() -> None:
    """政策包。"""


@pack.command("list")
@common
def list_() -> None:
    """有哪些政策包。"""
    from app.packs.verbs import pack_list

    infos = pack_list()
    answer(
        infos,
        "\n".join(
            f"{p.id}\t{p.benefit_year}\t{'征求意见稿' if p.status == 'draft' else '正式'}\t{p.title}" for p in infos
        ),
    )


@pack.command()
@click.argument("pack_id")
@common
def show(pack_id: str) -> None:
    """把规则列成表，可以和通知对照着看。"""
    from app.packs.verbs import pack_show

    text = pack_show(pack_id)
    answer({"id": pack_id, "text": text}, text)


@pack.command()
@click.argument("file", type=click.Path(path_type=Path))
@common
def check(file: Path) -> int:
    """检查一个政策包文件，逐行指出问题。"""
    from app.packs.verbs import pack_check

    found = pack_check(file)
    rows = [f"第 {f.line} 行：{f.problem}" for f in found.findings]
    rows += [f"样例 {d.case}：{d.field} 应为 {d.expected!r}，算出 {d.got!r}" for d in found.differences]
    rows.append(f"{found.id}：{'可以使用' if found.ok else '不能使用'}，核对样例 {found.cases_run} 个。")
    answer(found, "\n".join(rows))
    return 0 if found.ok else 1


COMMANDS = (assess, pack)
