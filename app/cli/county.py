"""The county's end: create, enrol, receive, reply, reconcile."""

from pathlib import Path

import click

from app.cli import county_books, county_down
from app.cli.context import common, county_now, office, passphrase, run
from app.cli.output import answer
from app.domain import fingerprint as fingerprints

FILE = click.Path(path_type=Path)
UNENCRYPTED = (
    "请注意：PostgreSQL 里的数据不由本程序加密。"
    "数据库和它的备份所在的磁盘必须整盘加密，服务器只许县里管理数据的人登录。"
)


@click.group()
@common
def county() -> None:
    """县级：登记收款点、接收文件、发回执、汇总核对。"""


@county.command()
@click.option("--name", required=True, help="县级单位名称")
@click.option("--practice", is_flag=True, help="练习")
@click.option(
    "--db", envvar="CUNJIAO_DB", help="放进 PostgreSQL：postgresql://用户@主机/库名（不写则用自带的加密数据库）"
)
@common
def create(name: str, practice: bool, db: str | None) -> None:
    """创建县级数据。恢复码只显示这一次。"""
    from app.county import office as offices
    from app.county import postgres

    opened, recovery = offices.create(
        run().folder,
        name=name,
        practice=practice,
        passphrase=passphrase(),
        operator=run().operator or name,
        now=county_now(practice=practice),
        db=db,
    )
    shown = fingerprints.grouped(opened.fingerprint)
    opened.close()
    value = {"name": name, "fingerprint": shown, "recovery": recovery}
    text = f"已创建 {name}。\n县级指纹：{shown}\n恢复码（只显示这一次，请抄下锁好）：{recovery}"
    if db is not None:
        value |= {"database": postgres.shown(db), "notice": UNENCRYPTED}
        text += f"\n数据库：{value['database']}\n{UNENCRYPTED}"
    answer(value, text)


@county.command()
@click.argument("request", type=FILE)
@click.option("--fingerprint", help="电话核对的收款点指纹（六组五位数字）")
@common
def enrol(request: Path, fingerprint: str | None) -> None:
    """登记一个收款点。"""
    from app.county.enrol import enrol as enrol_one

    with office() as opened:
        done = enrol_one(opened, request, fingerprint=fingerprint, now=county_now(practice=opened.practice))
    word = "已登记" if done.new else "早已登记"
    answer(done, f"{word}：{done.name}（{done.point}）设备 {done.device}，指纹 {fingerprints.grouped(done.journal)}")


@county.command("add-pack")
@click.argument("pack", metavar="ID_OR_FILE")
@common
def add_pack(pack: str) -> None:
    """采用一份政策包：以后认得按它收的款。"""
    from app.county.add_pack import add_pack as add_one

    with office() as opened:
        done = add_one(opened, pack, now=county_now(practice=opened.practice))
    rows = [f"{'已采用' if done.new else '早已采用'}：{done.title}（{done.id}，指纹 {done.hash[:8]}）"]
    if done.known_before:
        before = "、".join(digest[:8] for digest in done.known_before)
        rows.append(
            f"注意：编号 {done.id} 下另有内容不同的政策包（指纹 {before}）。几份都认得，已收的款各按收款时的那份。"
            "如果不是有意改动，请核对文件。"
        )
    answer(done, "\n".join([*rows, *_taken_again(done.taken_again)]))


def _taken_again(entries: int) -> list[str]:
    return [f"此前因没有政策包而存疑的记录，现已计入 {entries} 条，请再发一份回执。"] if entries else []


@county.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@common
def receive(files: tuple[Path, ...]) -> int:
    """接收收款点的文件：每条只收一次，顺序不限。"""
    from app.county.receive import receive as take

    with office() as opened:
        done = take(opened, files, now=county_now(practice=opened.practice))
    rows = [
        f"读取 {done.files} 个文件：新收 {done.accepted} 条，已有 {done.duplicate} 条，"
        f"等待前文 {done.waiting} 条，存疑 {done.quarantined} 条。",
        *_taken_again(done.taken_again),
        *(f"存疑未计入 {len(d.seqs)} 条，{d.name}（{d.point}）：{d.message}" for d in done.quarantine),
        *(f"没有采用 {r.file}：{r.message}（{r.code}）" for r in done.rejected),
        *(f"重复缴费：{c.person_masked} {c.year} 年度，{len(c.payments)} 笔。" for c in done.conflicts),
    ]
    answer(done, "\n".join(rows))
    return 1 if done.rejected else 0


@county.command()
@click.option("--point", required=True, help="收款点 12 位区划代码")
@click.argument("folder", type=FILE)
@common
def reply(point: str, folder: Path) -> None:
    """给收款点写回执：每台设备一个文件。"""
    from app.county.reply import reply as write_reply

    with office() as opened:
        files = write_reply(opened, point=point, folder=folder, now=county_now(practice=opened.practice))
    answer({"files": [str(f) for f in files]}, "\n".join(f"已写好并核对：{f}" for f in files))


for command in (*county_down.COMMANDS, *county_books.COMMANDS):
    county.add_command(command)

COMMANDS = (county,)
