"""资料: what the lists say about one person: dated categories and whose word they are, last year, what was told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.desk.due import Due
from app.domain.clauses import clause_words
from app.domain.resident import CategoryRecord, Resident
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.words import tr

WIDTH = 900
CATEGORY, LAST_YEAR, THIS_YEAR, PLACE, TOLD = (
    tr("身份类别"), tr("上年"), tr("今年"), tr("户籍居住"), tr("当面说的")
)  # fmt: skip
INSURED = {
    "insured": tr("参加了居民医保"),
    "never": tr("从未参保"),
    "lapsed": tr("以前参加过，中断了"),
    "not_insured": tr("没有参保（是从未参加还是中断，名册没有写明）"),
    None: tr("名册没有写上年是否参保"),
}


class RecordSheet(Sheet):
    """One person as the roster has them; read only."""

    def __init__(self, found: Due, declared: Mapping[str, Any], listed_at: datetime | None) -> None:
        r = found.resident
        super().__init__(tr("{name}：名册里的资料").format(name=r.name), width=WIDTH)
        self.list = LinesList(tr("资料"), width=WIDTH - 52, most=420)
        self.list.put(record(found, declared))
        self.body.addWidget(label("  ".join((text.SEX[r.sex], text.born(r.birth_date), r.masked_number)), "large"))
        self.body.addWidget(self.list)
        whence = (
            tr("这些内容来自 {listed_at} 导入的名册").format(listed_at=text.moment(listed_at))
            if listed_at
            else tr("没有记下这些内容来自哪一次导入")
        )
        self.body.addWidget(
            label(tr("{whence}。身份类别只以部门的名单为准，柜台不能改。").format(whence=whence), "quiet", wrap=True)
        )
        self.add_feet(tr("知道了"), self.close_sheet)


def record(found: Due, declared: Mapping[str, Any]) -> list[Line]:
    """Categories, last year beside this one, hukou and residence, and what was said at the counter."""
    r = found.resident
    categories = [Line(CATEGORY, _category(found, each)) for each in r.categories]
    told = [Line(TOLD, text.told(declared, found.facts.enrolment))] if declared else []
    return [
        *(categories or [Line(CATEGORY, tr("名册里没有写人员类别。"))]),
        *(Line(LAST_YEAR, words) for words in last_year(found)),
        *([Line(THIS_YEAR, found.assessment.headline)] if r.last_year_paid_fen is not None else []),
        Line(PLACE, tr("；").join(_place(r))),
        *told,
    ]


def _category(found: Due, record: CategoryRecord) -> str:
    """From when to when, who says so, who pays."""
    category = found.assessment.policy.category_of[record.name]
    since = (
        tr("{recognised_on} 认定").format(recognised_on=record.recognised_on)
        if record.recognised_on
        else tr("没有写认定日期")
    )
    until = tr("{removed_on} 取消").format(removed_on=record.removed_on) if record.removed_on else tr("没有取消")
    whose = (
        [tr("{identifier}认定").format(identifier=category.identifier)]
        if category.identifier
        else [tr("通知没有写由谁认定")]
    )
    whose += [tr("{funder}出资").format(funder=category.funder)] if category.funder else []
    return tr("{name}：{since}，{until}\n{whose}（{clause}）").format(
        name=category.name, since=since, until=until, whose=tr("，").join(whose), clause=clause_words(category.clause)
    )


def last_year(found: Due) -> list[str]:
    """What the roster says of the year before; where it names the sum, this year's stands beside it."""
    r, a = found.resident, found.assessment
    said = [INSURED[r.last_year]]
    if r.last_year_paid_fen is not None:
        said.append(
            tr("{paid_last_year}，今年 {due}").format(
                paid_last_year=text.paid_last_year(r),
                due=text.yuan(a.due_fen) if a.due_fen is not None else tr("待核定"),
            )
        )
    elif r.last_year_category:
        said.append(tr("去年的身份类别：{last_year_category}").format(last_year_category=r.last_year_category))
    return said


def _place(r: Resident) -> list[str]:
    known = (("hukou", r.hukou), ("residence_permit", r.residence_permit), ("long_term_resident", r.long_term_resident))
    said = [f"{HELD[fact]}{text.answer(fact, value)}" for fact, value in known if value is not None]
    home = " ".join(
        filter(None, (r.town, r.group, tr("户号 {household}").format(household=r.household) if r.household else ""))
    )
    return [*said, *([home] if home else [])]


HELD = {"hukou": tr("户籍"), "residence_permit": tr("居住证："), "long_term_resident": tr("居住：")}
