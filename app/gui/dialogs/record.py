"""资料: what the lists say about one person: dated categories and whose word they are, last year, what was told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.desk.due import Due
from app.domain.resident import CategoryRecord, Resident
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList

WIDTH = 900
CATEGORY, LAST_YEAR, PLACE, TOLD = "身份类别", "上年", "户籍居住", "当面说的"
INSURED = {
    "insured": "参加了居民医保",
    "never": "从未参保",
    "lapsed": "以前参加过，中断了",
    "not_insured": "没有参保（是从未参加还是中断，名册没有写明）",
    None: "名册没有写上年是否参保",
}


class RecordSheet(Sheet):
    """One person as the roster has them; read only."""

    def __init__(self, found: Due, declared: Mapping[str, Any], listed_at: datetime | None) -> None:
        r = found.resident
        super().__init__(f"{r.name}：名册里的资料", width=WIDTH)
        self.list = LinesList("资料", width=WIDTH - 52, most=420)
        self.list.put(record(found, declared))
        self.body.addWidget(label("  ".join((text.SEX[r.sex], text.born(r.birth_date), r.masked_number)), "large"))
        self.body.addWidget(self.list)
        whence = f"这些内容来自 {text.moment(listed_at)} 导入的名册" if listed_at else "没有记下这些内容来自哪一次导入"
        self.body.addWidget(label(f"{whence}。身份类别只以部门的名单为准，柜台不能改。", "quiet", wrap=True))
        self.add_feet("知道了", self.close_sheet)


def record(found: Due, declared: Mapping[str, Any]) -> list[Line]:
    """Categories, last year beside this one, hukou and residence, and what was said at the counter."""
    r = found.resident
    categories = [Line(CATEGORY, _category(found, each)) for each in r.categories]
    told = [Line(TOLD, text.told(declared, found.facts.enrolment))] if declared else []
    return [
        *(categories or [Line(CATEGORY, "名册里没有写人员类别。")]),
        *(Line(LAST_YEAR, words) for words in last_year(found)),
        Line(PLACE, "；".join(_place(r))),
        *told,
    ]


def _category(found: Due, record: CategoryRecord) -> str:
    """From when to when, who says so, who pays."""
    category = found.assessment.policy.category_of[record.name]
    since = f"{record.recognised_on} 认定" if record.recognised_on else "没有写认定日期"
    until = f"{record.removed_on} 取消" if record.removed_on else "没有取消"
    whose = [f"{category.identifier}认定"] if category.identifier else ["通知没有写由谁认定"]
    whose += [f"{category.funder}出资"] if category.funder else []
    return f"{category.name}：{since}，{until}\n{'，'.join(whose)}（{category.clause}）"


def last_year(found: Due) -> list[str]:
    """What the roster says of the year before; where it names the sum, this year's stands beside it."""
    r, a = found.resident, found.assessment
    said = [INSURED[r.last_year]]
    if r.last_year_paid_fen is not None:
        said.append(f"{text.paid_last_year(r)}，今年 {text.yuan(a.due_fen) if a.due_fen is not None else '待核定'}")
        said.append(f"今年为什么：{a.headline}")
    elif r.last_year_category:
        said.append(f"去年的身份类别：{r.last_year_category}")
    return said


def _place(r: Resident) -> list[str]:
    known = (("hukou", r.hukou), ("residence_permit", r.residence_permit), ("long_term_resident", r.long_term_resident))
    said = [f"{HELD[fact]}{text.answer(fact, value)}" for fact, value in known if value is not None]
    home = " ".join(filter(None, (r.town, r.group, f"户号 {r.household}" if r.household else "")))
    return [*said, *([home] if home else [])]


HELD = {"hukou": "户籍", "residence_permit": "居住证：", "long_term_resident": "居住："}
