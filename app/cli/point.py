"""Setting a point up: create, request, clerks; roster import and demo-roster."""

from datetime import date, datetime
from pathlib import Path

import click

from app.cli.context import common, desk, moment, passphrase, run
from app.cli.output import answer, note
from app.domain import fingerprint
from app.domain.errors import WrongUse

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
@common
def point() -> None:
    """收款点：创建、登记申请。"""


@point.command()
@click.option("--pack", required=True, metavar="ID_OR_FILE", help="政策包编号，或县里下发的政策包文件")
@click.option("--point", "code", required=True, help="12 位区划代码")
@click.option("--name", required=True, help="收款点名称")
@click.option("--device", type=click.IntRange(1, 9), default=1, show_default=True, help="设备号")
@click.option("--practice", is_flag=True, help="练习点")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="练习的日期")
@click.option("--recovery-sheet", type=FILE, help="把恢复单写成 PDF")
@common
def create(
    pack: str, code: str, name: str, device: int, practice: bool, on: datetime | None, recovery_sheet: Path | None
) -> None:
    """创建收款点。恢复码只显示这一次，请抄好或打印恢复单，锁进柜子。"""
    from app.desk import clock
    from app.desk.open_point import create_point, point_of
    from app.store import database

    if not run().operator:
        raise WrongUse("operator_missing")
    now = moment()
    if now is not None and not practice:
        raise WrongUse("clock_is_real")
    day: date | None = on.date() if on else None
    wanted, content = point_of(code=code, name=name, device=device, practice=practice, on=day, pack_id=pack)
    ticking = clock.fixed(now) if now else clock.on_day(day, lambda: None) if day else clock.system
    made, recovery = create_point(
        run().folder, wanted, operator=str(run().operator), passphrase=passphrase(), clock=ticking, pack=content
    )
    if recovery_sheet is not None:
        from app.devices import recovery_sheet as sheet

        made_on = made.clock().date()
        sheet.write(recovery_sheet, point_name=name, point_code=code, code=recovery, made_on=made_on, practice=practice)
    database.close(made.db)
    if made.policy.status == "draft" and not practice:
        note(f"注意：政策包“{made.policy.title}”是征求意见稿，正式收款点不能用它收费。")
    shown = fingerprint.grouped(made.journal)
    value = {"point": code, "name": name, "journal": made.journal, "fingerprint": shown, "recovery": recovery}
    answer(value, f"已创建收款点 {name}（{code}）。\n账簿指纹：{shown}\n恢复码（只显示这一次，请抄下锁好）：{recovery}")


@point.command()
@click.argument("file", type=FILE)
@common
def request(file: Path) -> None:
    """写出登记申请文件，交给县里；指纹用电话核对。"""
    from app.desk.hand_over import write_request

    with desk() as opened:
        shown = fingerprint.grouped(write_request(opened, file))
    answer({"file": str(file), "fingerprint": shown}, f"已写出 {file}。请用电话向县里核对指纹：{shown}")


@point.command("renew-keys")
@common
def renew_keys() -> None:
    """换本机的密钥：日结之后用；从此记在一本新账簿里，登记申请由旧密钥签字。"""
    from app.desk.renew_keys import renew_keys as renew

    with desk() as opened:
        shown = fingerprint.grouped(renew(opened).journal)
    answer({"fingerprint": shown}, f"已换密钥，新账簿指纹：{shown}\n请写出登记申请（point request）交给县里。")


@click.group()
@common
def clerk() -> None:
    """操作员。"""


@clerk.command("add")
@click.argument("name")
@common
def add_clerk(name: str) -> None:
    """添加一位操作员；新口令从 CUNJIAO_NEW_PASSPHRASE 或键盘读取。"""
    from app.desk import clerks

    own = passphrase()
    with desk() as opened:
        clerks.add_clerk(
            opened, own_passphrase=own, name=name, passphrase=passphrase("CUNJIAO_NEW_PASSPHRASE", f"{name} 的口令")
        )
    answer({"operator": name}, f"已添加操作员 {name}。")


@clerk.command("recover")
@click.argument("name")
@common
def recover_clerk(name: str) -> None:
    """忘记口令时，凭恢复单给操作员换新口令（恢复码从 CUNJIAO_RECOVERY 或键盘读取）。"""
    from app.desk import clerks

    code = passphrase("CUNJIAO_RECOVERY", "恢复码")
    clerks.recover(
        run().folder, code=code, name=name, passphrase=passphrase("CUNJIAO_NEW_PASSPHRASE", f"{name} 的新口令")
    )
    answer({"operator": name}, f"已给 {name} 换上新口令。")


@clerk.command("new-recovery")
@common
def new_recovery() -> None:
    """恢复单丢了或被人看过：换一个恢复码，原来那张作废。"""
    from app.desk import clerks, recovery

    own = passphrase()
    with desk() as opened:
        code = clerks.renew_recovery(opened, own_passphrase=own)
        recovery.confirm(opened)
    answer({"recovery": code}, f"已换恢复码，原来的作废。新恢复码（只显示这一次，请抄下锁好）：{code}")


@click.group()
@common
def clock() -> None:
    """电脑时间。"""


@clock.command("confirm")
@click.option("--reason", required=True)
@common
def confirm(reason: str) -> None:
    """电脑时间倒退后，说明原因并确认现在的时间正确。"""
    from app.desk.confirm_clock import confirm_clock

    with desk() as opened:
        confirm_clock(opened, reason)
        now = f"{opened.clock():%Y-%m-%d %H:%M}"
    answer({"now": now}, f"已确认现在是 {now}，可以继续收款。")


@click.group()
@common
def roster() -> None:
    """名册。"""


@roster.command("import")
@click.argument("file", type=FILE)
@common
def import_roster(file: Path) -> None:
    """导入名册（.xlsx .xls .csv）：只增加和更改，不删除；不合格的行写进旁边的“未导入”表。"""
    from app.desk.load_roster import load_roster, preview

    with desk() as opened:
        done = load_roster(opened, preview(opened, file))
    text = f"读取 {done.read} 行：新增 {done.added} 人，更改 {done.changed} 人，未导入 {done.rejected} 行。"
    for line in (*done.warnings, *([f"未导入的行和原因见 {done.rejects_file}"] if done.rejects_file else [])):
        text += f"\n{line}"
    answer(done, text)


@click.command("demo-roster")
@click.argument("file", type=FILE)
@click.option("--people", type=click.IntRange(1, 2_000_000), required=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--pack",
    metavar="ID_OR_FILE",
    default="langxi-2024",
    show_default=True,
    help="按哪个政策包的类别和区划，或政策包文件",
)
@common
def demo_roster(file: Path, people: int, seed: int, pack: str) -> None:
    """生成一份逼真的练习名册（都是虚构的人）。"""
    from app.desk import demo_roster as maker
    from app.packs.sources import find

    maker.write(file, people, seed=seed, policy=find(pack).policy())
    answer({"file": str(file), "people": people}, f"已写出 {people} 人的练习名册：{file}")


@click.command()
@click.option("--home", type=click.Path(file_okay=False, path_type=Path), help="练习数据放在哪里")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="没有显示器时，结果放在哪里")
@click.option("--first-frame", is_flag=True, hidden=True, help="画出第一帧就退出（测量用）")
@common
def practice(home: Path | None, out: Path | None, first_frame: bool) -> int:
    """打开练习点的窗口（没有显示器时由脚本走完同一天）。"""
    from app.main import practice as open_practice

    return open_practice(home=home, out=out, first_frame=first_frame)


@click.group()
@common
def resident() -> None:
    """名册外的人。"""


@resident.command("add")
@click.option("--name", required=True, help="姓名")
@click.option("--document", required=True, help="证件号码")
@click.option("--birth-date", default="", help="出生日期（证件号码看不出时）")
@click.option("--household", default="", help="户号")
@click.option("--head", default="", help="户主")
@click.option("--relation", default="", help="与户主关系")
@click.option("--group", "group_name", default="", help="村民小组")
@click.option("--phone", default="", help="电话")
@click.option("--hukou", default="", help="户籍")
@click.option("--last-year", default="", help="上年参保")
@click.option("--note", default="", help="备注")
@common
def add_resident(group_name: str, **stated: str) -> None:
    """登记一个名册上没有的人（照证件填写；类别只以部门名单为准）。"""
    from app.desk.add_resident import Stated
    from app.desk.add_resident import add_resident as add_one

    with desk() as opened:
        made = add_one(opened, Stated(group=group_name, **stated))
    answer({"resident": made}, f"已登记 {stated['name']}（{made}），请县里核对后补进名册。")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@common
def backup(folder: Path) -> None:
    """把全部数据加密备份到优盘上的新文件夹。"""
    from app.desk.back_up import back_up

    with desk() as opened:
        done = back_up(opened, folder)
    answer(done, f"已备份到 {done.folder}（到第 {done.last_seq} 条记录）。")


@point.command("restore")
@click.argument("backup_folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--renewal", type=click.IntRange(0, 9), default=0, help="县里说这份备份已在别的电脑上恢复过时给的号")
@common
def restore(backup_folder: Path, renewal: int) -> None:
    """把备份恢复到 --data 指的文件夹；打开后开始一本新账簿，凭据号不会重复。"""
    from app.desk.back_up import restore as restore_one

    restore_one(backup_folder, run().folder, renewal=renewal)
    answer({"folder": str(run().folder)}, f"已恢复到 {run().folder}。打开后会开始一本新账簿，请重新交登记申请给县里。")


COMMANDS = (point, clerk, clock, roster, resident, backup, demo_roster, practice)
