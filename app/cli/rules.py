"""The rules: assess, pack list | show | check. No data folder, no passphrase. Other verbs of packs: pack_edit.py,
pack_ask.py, project.py."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli import pack_ask, pack_edit
from app.cli.context import common
from app.cli.output import answer, write
from app.cli.project import project
from app.domain.errors import WrongUse

if TYPE_CHECKING:
    from app.packs.checks import Finding
    from app.packs.verbs import PackCheck


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
@click.argument("name", metavar="ID_OR_FILE")
@common
def show(name: str) -> None:
    """把规则列成表，可以和通知对照着看。"""
    from app.packs.verbs import pack_sections, pack_show

    text = pack_show(name)
    answer({"id": name, "text": text, "sections": pack_sections(name)}, text)


@pack.command()
@click.argument("name", metavar="ID_OR_FILE")
@click.option("--against", metavar="ID_OR_FILE", help="和哪一份比（默认：复制自哪一份，或本县上一年度的）")
@common
def check(name: str, against: str | None) -> int:
    """检查一个政策包，逐行指出问题，核对样例，列出和上年相比的变化。

    有必须改正的，退出码 2；和样例不符，退出码 1。
    """
    from app.packs.verbs import pack_check

    found = pack_check(Path(name), against)
    answer(found, "\n".join(_told(found)))
    severe = [each for each in found.findings if each.severe]
    if severe:
        first = severe[0]
        problem = f"{first.problem}（{first.file}）" if first.file else first.problem
        raise WrongUse("pack_unsound", pack=found.id, number=len(severe), line=first.line, problem=problem)
    return 0 if found.ok else 1


def _told(found: "PackCheck") -> list[str]:
    from app.packs.results import field, value

    severe = [_line(each) for each in found.findings if each.severe]
    notable = [_line(each) for each in found.findings if not each.severe]
    cases = [
        f"样例 {each.case}：{field(each.field)}应为 {value(each.field, each.expected)}，"
        f"算出 {value(each.field, each.got)}"
        for each in found.differences
    ]
    changed = [each.text for each in found.changes]
    lines = [
        *_part("必须改正", severe),
        *_part("和样例不符", cases),
        *_part("请留意", notable),
        *_part(f"和 {found.against} 相比", changed),
    ]
    return [*lines, f"{found.id}：{_verdict(found)}，核对样例 {found.cases_run} 个。"]


def _line(finding: "Finding") -> str:
    return f"{f'{finding.file} ' if finding.file else ''}第 {finding.line} 行：{finding.problem}"


def _verdict(found: "PackCheck") -> str:
    if not found.ok:
        return "不能使用"
    if found.status == "final":
        return "可以使用"
    left = f"，还有 {found.reviews_left} 处没有核对" if found.reviews_left else ""
    return f"写法没有问题，是征求意见稿，只能练习{left}"


def _part(title: str, lines: list[str]) -> list[str]:
    return [f"{title}（{len(lines)} 处）", *lines, ""] if lines else []


for command in (*pack_edit.COMMANDS, *pack_ask.COMMANDS, project):
    pack.add_command(command)

COMMANDS = (assess, pack)
