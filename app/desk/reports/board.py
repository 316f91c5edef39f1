"""张榜公布: who is insured, and nothing else that a neighbour could read out of it.

Source: 随县 六¶1 张榜公布, 黟县 六¶2; domain C15: an amount of 0 or 30 yuan tells of 低保 or illness, a household or ID
number tells who it is, and whoever is not on the list must not be named. So: a name with its middle hidden, the group,
已参保. The county may say that names are posted whole (`show_names`).
"""

from operator import itemgetter

from app.desk.desk import Desk
from app.desk.reports.head import titled
from app.domain import listing
from app.domain.groups import group_word, in_groups
from app.domain.listing import Listing
from app.domain.public_name import masked_name
from app.store import insured, settings
from app.store.database import writing

COLUMNS = listing.columns(("number", "序号", "count"), ("group", "村民小组"), ("name", "姓名"), ("state", "缴费状态"))
SETTING = "board_names"
PAID = "已参保"


def board(desk: Desk) -> Listing:
    """Everyone insured for the pack's benefit year, by group and name."""
    people = insured.paid(desk.db, desk.policy.benefit_year)
    named = (lambda name: name) if names_shown(desk) else masked_name
    by_group = in_groups(people, itemgetter("group_name"), itemgetter("pinyin", "name"))
    rows = (
        (number, group_word(row["group_name"]), named(row["name"]), PAID)
        for number, row in enumerate(by_group, start=1)
    )
    return titled(
        desk,
        name="board",
        title=f"{desk.policy.benefit_year} 年度城乡居民医保参保名单公示",
        columns=COLUMNS,
        rows=rows,
        about=f"截至 {desk.clock():%Y-%m-%d}　共 {len(people)} 人",
        signatures=("村民委员会（盖章）",),
        notes=("对名单有疑问，请到收款点当面核对。",),
    )


def names_shown(desk: Desk) -> bool:
    """Whether the board shows whole names; not, unless the county has said so."""
    return bool(settings.get(desk.db, SETTING) == "full")


def show_names(desk: Desk, *, full: bool) -> None:
    """Keep what the county said about names on the board."""
    with writing(desk.db):
        settings.put(desk.db, SETTING, "full" if full else "masked")
