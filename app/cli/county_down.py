"""What the county sends down with the next reply: rosters, packs, targets; and whom it trusts no more."""

from pathlib import Path

import click

from app.cli.context import common, county_now, office
from app.cli.output import answer
from app.domain import fingerprint as fingerprints

FILE = click.Path(path_type=Path)


@click.command("send-roster")
@click.argument("file", type=FILE)
@click.option("--point", required=True, help="收款点 12 位区划代码")
@click.option("--whole", is_flag=True, help="这份名册是全的：不在上面的人移出")
@common
def send_roster(file: Path, point: str, whole: bool) -> None:
    """给一个收款点准备名册，随下一份回执下发有变化的人。"""
    from app.county.residents import load

    with office() as opened:
        done = load(opened, file, point=point, whole=whole, now=county_now(practice=opened.practice))
    text = f"读取 {done.read} 行：新增 {done.added} 人，更改 {done.changed} 人，移出 {done.removed} 人。"
    text += "随下一份回执下发。"
    if done.rejects_file:
        text += f"\n不合格 {done.rejected} 行，原因见 {done.rejects_file}"
    answer(done, text)


@click.command("send-categories")
@common
def send_categories() -> None:
    """把读入的人员类别名单（county list --kind category）并进各收款点的名册，随下一份回执下发。"""
    from app.county.send_categories import send_categories as send_all

    with office() as opened:
        done = send_all(opened)
    rows = [f"{name}：新增 {count} 人" for name, count in sorted(done.recognised.items())]
    rows += [f"{name}：取消 {count} 人" for name, count in sorted(done.removed.items())]
    said = f"{done.points} 个收款点、{done.people} 人的类别有变化，随下一份回执下发。" if done.people else "没有变化。"
    answer(done, "\n".join([*rows, said]))


@click.command("send-pack")
@click.argument("pack", metavar="ID_OR_FILE")
@click.option("--point", "points", multiple=True, required=True, help="收款点 12 位区划代码，可重复")
@common
def send_pack(pack: str, points: tuple[str, ...]) -> None:
    """给收款点换政策包，随下一份回执下发；已收的款不变。"""
    from app.county.sendings import send_pack as send_one

    with office() as opened:
        digest = send_one(opened, pack, list(points), now=county_now(practice=opened.practice))
    said = f"随下一份回执下发给 {len(points)} 个收款点（指纹 {digest[:8]}）。"
    answer({"hash": digest, "points": list(points)}, said)


@click.command("send-target")
@click.option("--point", required=True, help="收款点 12 位区划代码")
@click.option("--people", type=click.IntRange(0, 1_000_000), required=True, help="参保任务人数")
@common
def send_target(point: str, people: int) -> None:
    """给收款点下达参保任务，随下一份回执下发。"""
    from app.county.sendings import set_target

    with office() as opened:
        set_target(opened, point, people, now=county_now(practice=opened.practice))
    answer({"point": point, "people": people}, f"收款点 {point} 的参保任务：{people} 人。随下一份回执下发。")


@click.command("revoke")
@click.option("--point", required=True, help="收款点 12 位区划代码")
@click.option("--device", type=click.IntRange(1, 9), required=True, help="设备号")
@click.option("--journal", help="只停用指纹以这几位开头的账簿（被盗的那台；恢复的那台接着用）")
@click.option("--reason", required=True)
@common
def revoke(point: str, device: int, journal: str | None, reason: str) -> None:
    """停用一台设备的账簿（电脑被盗、密钥外泄）：以后它的文件一律不采用。"""
    from app.county.revoke import revoke as revoke_one

    with office() as opened:
        now = county_now(practice=opened.practice)
        done = revoke_one(opened, point=point, device=device, reason=reason, now=now, journal=journal)
    rows = [
        f"已停用 {fingerprints.grouped(each)}，已收到的 {held} 条仍在账上。" for each, held in done.journals.items()
    ]
    answer(done, "\n".join(rows))


@click.command("release")
@click.option("--point", required=True, help="收款点 12 位区划代码")
@common
def release(point: str) -> None:
    """年度结束：告诉收款点记录已收齐，可以归档并清除本机数据（随下一份回执）。"""
    from app.county.release import release as release_one

    with office() as opened:
        done = release_one(opened, point=point, now=county_now(practice=opened.practice))
    rows = [f"{each.device} 号设备：收齐到第 {each.upto} 条。" for each in done]
    answer(done, "\n".join([*rows, "随下一份回执下发。"]))


@click.command("restored")
@common
def restored() -> int:
    """县级数据库从备份恢复之后：启用新的库号，重新接收留存的文件，并让收款点把缺的再报一次。"""
    from app.county.restored import restored as restored_one

    with office() as opened:
        done = restored_one(opened, now=county_now(practice=opened.practice))
    taken = done.taken
    rows = [
        f"已启用新的库号。留存的文件重新接收 {taken.files} 个：新收 {taken.accepted} 条，"
        f"没有采用 {len(taken.rejected)} 个。",
        *(f"没有采用 {r.file}：{r.message}（{r.code}）" for r in taken.rejected),
        "请给每个收款点再发一份回执，他们就会把县里缺少的记录重新上报；备份之后登记的账簿，请先重新登记。",
    ]
    answer(done, "\n".join(rows))
    return 1 if taken.rejected else 0


@click.command("renew-keys")
@common
def renew_keys() -> None:
    """换县里的密钥：旧密钥为新密钥签字，随下一份回执告诉各收款点；写给旧密钥的文件照样收。"""
    with office() as opened:
        opened.renew_keys()
        shown = fingerprints.grouped(opened.fingerprint)
    said = f"已换密钥，新指纹：{shown}\n请给每个收款点再发一份回执，并更新贴在电话旁的指纹。"
    answer({"fingerprint": shown}, said)


COMMANDS = (send_roster, send_categories, send_pack, send_target, revoke, release, restored, renew_keys)
