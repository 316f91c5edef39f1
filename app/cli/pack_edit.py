"""Writing packs: pack new | copy | questions | confirm. Files are put in place whole or not at all."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.context import common, moment
from app.cli.output import answer
from app.domain.errors import Refused, WrongUse

if TYPE_CHECKING:
    from app.packs.confirm import Answer, Settled
    from app.packs.questions import Asked, Open
    from app.packs.renew import Renewed

SOURCE = "ID_OR_FILE"


@click.command()
@click.option("--from", "name", metavar=SOURCE, required=True, help="从哪一份复制")
@click.option("--year", type=click.IntRange(2000, 2999), required=True, help="参保年度")
@click.option("--id", metavar="ID", help="新的编号（默认：把原编号里的年度换掉）")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), help="写到哪个文件夹或文件")
@common
def new(name: str, year: int, id: str | None, out: Path) -> None:
    """从上年的政策包（或模板）复制出新年度的，列出要逐项核对的地方。"""
    from app.packs.renew import renew
    from app.packs.sources import find

    made = renew(find(name), year=year, id=id)
    file = _place(out, made.id)
    _write_new(file, made.data)
    answer({"file": str(file), "id": made.id, "reviews": made.reviews}, _told_new(made, file))


def _told_new(made: "Renewed", file: Path) -> str:
    dates = "日期已按年度顺延" if made.moved else "年度相同，日期没有动"
    rows = [f"第 {each.line} 行  {each.place}：{each.text}" for each in made.reviews]
    return "\n".join(
        [
            f"已写好 {file}（{made.id}，征求意见稿）。{dates}，标准都还没有确认；# 后面的注释没有改。",
            f"以下 {len(rows)} 处要对着新通知逐项核对，核对一项，用 pack confirm 文件 --review 名称 勾掉一项：",
            *rows,
            "样例没有复制：原来的样例证明的是原来的规则，请按新通知另写 cases.json。",
        ]
    )


@click.command()
@click.argument("name", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), help="写到哪个文件夹")
@common
def copy(name: str, out: Path) -> None:
    """把一个政策包和它的样例原样复制出来，供县里修改、确认。"""
    from app.packs.sources import find

    source = find(name)
    file = _place(out, source.policy().id)
    cases = file.with_name("cases.json")
    _refuse_to_overwrite(cases)
    _write_new(file, source.data)
    files = [file]
    if source.cases.is_file():
        _write_new(cases, source.cases.read_bytes())
        files.append(cases)
    answer({"files": [str(each) for each in files]}, "\n".join(f"已写好 {each}" for each in files))


@click.command()
@click.argument("name", metavar=SOURCE)
@common
def questions(name: str) -> None:
    """还有哪些要县级确认、要逐项核对。"""
    from app.packs.questions import open_in
    from app.packs.sources import find

    found = open_in(find(name))
    answer(found, "\n".join(_told_open(found, name)))


def _told_open(found: "Open", name: str) -> list[str]:
    lines = [f"{found.title}（{found.id}）：待县级确认 {len(found.questions)} 项，还要核对 {len(found.reviews)} 项。"]
    for number, asked in enumerate(found.questions, 1):
        lines += ["", *_told_question(number, asked, name)]
    if found.reviews:
        lines += ["", "要逐项核对的（核对好了用 --review 勾掉）："]
        lines += [f"  {_line(each.line)}{each.place}：{each.text}" for each in found.reviews]
    return lines


def _told_question(number: int, asked: "Asked", name: str) -> list[str]:
    lines = [f"{number}. {asked.id}：{asked.text}", f"   暂按：{asked.default}"]
    for each in asked.values:
        lines.append(f"   关系到 {_line(each.line)}{each.what}：{each.value}（{each.clause}）")
        lines += [f"       --set {s.place}={_now(s.now)}    {s.what}，可以写：{s.wanted}" for s in each.sets]
    lines.append(
        f"   答复：pack confirm {name} {asked.id} --answer 答复 --by 谁 --on 日期 --source 文件 [--set 位置=值]"
    )
    return lines


def _now(value: object) -> str:
    """A value as it would be typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _line(line: int | None) -> str:
    return f"第 {line} 行 " if line else ""


@click.command()
@click.argument("name", metavar="FILE")
@click.argument("question", required=False)
@click.option("--answer", "said", help="县里怎么答复")
@click.option("--by", help="谁答复的")
@click.option("--on", metavar="YYYY-MM-DD", help="哪天答复的，如 2024-11-01")
@click.option("--source", help="答复在哪份文件里")
@click.option("--review", "reviewed", multiple=True, help="核对过的一项（可以写几次）")
@click.option("--set", "sets", multiple=True, metavar="PLACE=VALUE", help="照答复改一个值（可以写几次）")
@common
def confirm(
    name: str,
    question: str | None,
    said: str | None,
    by: str | None,
    on: str | None,
    source: str | None,
    reviewed: tuple[str, ...],
    sets: tuple[str, ...],
) -> None:
    """记下县级对一个问题的答复，或勾掉核对过的一项；政策包整个检查过才写回文件。"""
    from app.packs.confirm import settle
    from app.packs.sources import own_file

    own = own_file(name)
    told = _answer(question, said, by, on, source) if question else None
    settled = settle(own, answer=told, reviewed=reviewed, sets=sets)
    if own.file is not None:
        _write(own.file, settled.data)
    answer(
        {
            "file": own.origin,
            "id": settled.id,
            "changes": settled.changes,
            "cases_run": settled.cases_run,
            "differences": settled.differences,
            "questions_left": settled.questions_left,
            "reviews_left": settled.reviews_left,
        },
        "\n".join(_told_settled(settled)),
    )


def _answer(question: str, said: str | None, by: str | None, on: str | None, source: str | None) -> "Answer":
    from app.packs.confirm import Answer

    given = {"--answer": said, "--by": by, "--on": on, "--source": source}
    missing = [name for name, value in given.items() if not value or not value.strip()]
    if missing or said is None or by is None or on is None or source is None:
        raise WrongUse("confirm_incomplete", missing="、".join(missing))
    return Answer(question=question, answer=said.strip(), by=by.strip(), on=_answered_on(on), source=source.strip())


def _answered_on(text: str) -> date:
    """The day as typed; nobody can have answered tomorrow."""
    from app.desk import clock

    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUse("answer_day_invalid", text=text) from None
    if day > (moment() or clock.system()).date():
        raise WrongUse("answer_day_ahead", on=day)
    return day


def _told_settled(settled: "Settled") -> list[str]:
    from app.packs.results import field, value

    records = ("question.", "confirmed.")
    lines = [each.text for each in settled.changes if not each.place.startswith(records)]
    lines += [
        f"样例 {each.case}：{field(each.field)}原定 {value(each.field, each.expected)}，"
        f"现在算出 {value(each.field, each.got)}（请照答复改样例）"
        for each in settled.differences
    ]
    left = f"还有 {settled.questions_left} 项待县级确认，{settled.reviews_left} 项要核对"
    return [*lines, f"已写回 {settled.id}。核对样例 {settled.cases_run} 个。{left}。"]


def _place(out: Path, id: str) -> Path:
    """--out as a file, or the pack's own folder in it."""
    return out if out.suffix == ".toml" and not out.is_dir() else out / id / "pack.toml"


def _write_new(file: Path, data: bytes) -> None:
    _refuse_to_overwrite(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("cannot_write", file=file.name, why="文件夹建不了") from error
    _write(file, data)


def _refuse_to_overwrite(file: Path) -> None:
    if file.exists():
        raise WrongUse("pack_exists", file=str(file))


def _write(file: Path, data: bytes) -> None:
    from app.devices import stick

    stick.write(file, data)


COMMANDS = (new, copy, questions, confirm)
