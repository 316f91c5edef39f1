"""Words that more than one page uses, and how figures, dates and numbers are written for a clerk.

A page's own labels stand where the page is built; sentences for things that go wrong are in domain/errors.py.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.domain.payment import yuan_plain
from app.domain.receipt import day_text, grouped, waiting_note
from app.domain.wording import ENROLMENTS
from app.gui.words import tr

if TYPE_CHECKING:
    from app.desk.due import Due
    from app.domain.resident import Resident

STATUS = {
    "unpaid": tr("未缴"), "paid": tr("已缴"), "zero": tr("免缴"), "refer": tr("待核定"), "refused": tr("不能缴"),
    "declined": tr("不参保"), "card": tr("刷卡待查"),
}  # fmt: skip
SEX = {"male": tr("男"), "female": tr("女"), None: tr("性别未填")}
METHODS = {"cash": tr("现金"), "pos": tr("刷卡"), "zero": tr("免缴确认"), "carried": tr("红冲转入")}
SYNC = {"unsent": tr("未报"), "sent": tr("已报"), "acknowledged": tr("县已收"), "rejected": tr("县退回")}

OLD_DAYS = 30

# The answers a clerk can give to a question about a fact: (value for the rules, what the clerk reads).
ANSWERS: dict[str, tuple[tuple[object, str], ...]] = {
    "last_year": (("insured", tr("参加了")), ("never", tr("从未参加")), ("lapsed", tr("中断"))),
    "enrolment": tuple((ENROLMENTS | {"ordinary": tr("一般情形"), "migrant_worker": tr("外出务工")}).items()),
    "registered": ((True, tr("已登记")), (False, tr("没有登记"))),
    "residence_permit": ((True, tr("有居住证")), (False, tr("没有"))),
    "long_term_resident": ((True, tr("长期居住")), (False, tr("不是"))),
    "hukou": (
        ("local", tr("本县")), ("same_city", tr("本市其他县")), ("other_county", tr("外县")),
        ("other_city", tr("外市")), ("foreign", tr("外籍")),
    ),
}  # fmt: skip
# Facts that are typed, and what the empty field says.
TYPED = {
    "event_date": tr("年-月-日，例如：2024-01-10"),
    "last_insured_year": tr("四位年份，例如：2021"),
    "repaid_years": tr("几年，没有就写 0"),
}
QUESTIONS = {
    "last_year": tr("上年是否参保"),
    "last_insured_year": tr("最近一次参保是哪一年度"),
    "repaid_years": tr("断保的年份补缴了几年"),
    "enrolment": tr("属于哪种情形"),
    "event_date": tr("事由日期"),
    "registered": tr("是否已办参保登记"),
    "residence_permit": tr("有没有本县居住证"),
    "long_term_resident": tr("是否长期在本县居住"),
    "hukou": tr("户籍在哪里"),
}
# What was asked, as it stands beside the answer.
NAMES = {
    "last_year": tr("上年参保"),
    "enrolment": tr("情形"),
    "last_insured_year": tr("最近一次参保年度"),
    "repaid_years": tr("断保补缴的年数"),
    "registered": tr("参保登记"),
    "residence_permit": tr("居住证"),
    "long_term_resident": tr("长期居住"),
    "hukou": tr("户籍"),
}
# What the day of the event is called for each kind of case.
EVENT_DAYS = {
    "newborn": tr("出生日期"),
    "veteran": tr("退出现役的日期"),
    "army_spouse": tr("军人退出现役的日期"),
    "released": tr("释放的日期"),
    "employee_gap": tr("职工医保的最后一天"),
    "dynamic_new": tr("部门认定的日期"),
    "graduate": tr("毕业的日期"),
}
OUTCOMES = {
    "collect": tr("可以收款"),
    "collect_zero": tr("免缴，可以确认"),
    "register_first": tr("先登记，再缴费"),
    "refer": tr("先问清，不收款"),
    "refuse": tr("不能缴"),
    "refuse_duplicate": tr("已有参保，不重复收"),
    "not_open": tr("还没有开始"),
    "warn_no_benefit": tr("享受不到待遇，先不收款"),
}


def question(fact: str, enrolment: str | None = None) -> str:
    """What to ask; the day of an event by its own name."""
    return event_day(enrolment) if fact == "event_date" else QUESTIONS[fact]


def event_day(enrolment: str | None) -> str:
    """What the day that decides is called."""
    return EVENT_DAYS.get(enrolment or "", tr("事由日期"))


def open_questions(found: "Due") -> list[str]:
    """The facts that have to be asked of this person before anything can be taken."""
    return [each.id for each in found.assessment.questions if each.id in QUESTIONS] if found.paid is None else []


def answer(fact: str, value: object) -> str:
    """An answer in the words it was given in."""
    return next((word for known, word in ANSWERS.get(fact, ()) if known == value), str(value))


def told(declared: Mapping[str, Any], enrolment: str | None) -> str:
    """What was said at the counter about one person, in one line; `enrolment` names the day of the event."""
    return tr("；").join(
        f"{NAMES.get(f) or question(f, enrolment)} {answer(f, v)}" for f, v in declared.items() if f in QUESTIONS
    )


def paid_last_year(resident: "Resident") -> str:
    """去年缴 30 元（低保对象）; "" where the roster does not say."""
    if resident.last_year_paid_fen is None:
        return ""
    kind = (
        tr("（{last_year_category}）").format(last_year_category=resident.last_year_category)
        if resident.last_year_category
        else ""
    )
    return tr("去年缴 {last_year_paid}{kind}").format(last_year_paid=yuan(resident.last_year_paid_fen), kind=kind)


# A list of a thousand receipts has a handful of sums.
@lru_cache
def yuan(fen: int) -> str:
    """3800 -> "38 元", 3850 -> "38.50 元"."""
    return tr("{sum} 元").format(sum=yuan_plain(fen))


def day(value: date | None) -> str:
    """2024年1月1日, or a dash where nothing is known."""
    return day_text(value) if value else "—"


def born(value: str | date | None) -> str:
    """1961-03-05 as 1961年3月5日生."""
    if value is None:
        return tr("出生日期未填")
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return tr("{day_text}生").format(day_text=day_text(found))


def moment(value: datetime) -> str:
    """2023-11-15 09:30."""
    return f"{value:%Y-%m-%d %H:%M}"


def receipt(number: str) -> str:
    """The 22 digits in the groups in which people read them out."""
    return grouped(number)


def last_words(last: Mapping[str, Any]) -> str:
    """Where somebody goes on within a day (`desk.state.last_taken`)."""
    return tr("接着收：今天最后记下的一笔是 {at} {name} {due}。").format(
        at=last["at"][11:16], name=last["name"], due=yuan(last["due_fen"])
    )


def age_of_roster(imported: datetime | None, now: datetime) -> str:
    """How old the roster is, in days: a clerk knows what "12 天前" means."""
    if imported is None:
        return tr("还没有名册")
    days = (now.date() - imported.date()).days
    if is_old(imported, now):
        return tr("名册 {days} 天没有更新").format(days=days)
    return tr("名册今天导入") if days <= 0 else tr("名册 {days} 天前导入").format(days=days)


def is_old(imported: datetime | None, now: datetime) -> bool:
    """Whether a roster wants to be renewed: people are born, die and are recognised every month."""
    return imported is not None and (now.date() - imported.date()).days > OLD_DAYS


def identity(found: "Due") -> str:
    """王小明（男，1988年1月20日生，户主王建国，东村一组）: what tells one of two namesakes from the other, aloud."""
    r = found.resident
    head = tr("户主{head}").format(head=r.head) if r.head else tr("户主未填")
    told = (SEX[r.sex], born(r.birth_date), head, r.group)
    return tr("{name}（{told}）").format(name=r.name, told=tr("，").join(filter(None, told)))


def who_pays(people: "Sequence[Due]", namesakes: Collection[str] = (), *, most: int | None = None) -> str:
    """王小明 for one, 王小明、李芳 共 2 人 for several; who has a namesake (by handle) with what tells them apart. Of
    more than `most` only the first is named."""
    said = [identity(found) if found.handle in namesakes else found.resident.name for found in people]
    if most is not None and len(people) > most:
        return tr("{name}等 {people} 人").format(name=said[0], people=len(people))
    names = tr("、").join(said)
    return names if len(people) == 1 else tr("{names} 共 {people} 人").format(names=names, people=len(people))


def read_aloud(
    people: "Sequence[Due]", total_fen: int, year: int, namesakes: Collection[str] = (), *, most: int | None = None
) -> str:
    """The one sentence that is read to the resident before money moves: who (`most` as in `who_pays`), how many, what
    for, how much, any wait."""
    notes = dict.fromkeys(
        waiting_note(found.assessment.waiting or "0", found.assessment.benefit_start) for found in people
    )
    if total_fen:
        said = tr("{who_pays}，交 {year} 年度居民医保，一共 {total}。")
    else:
        said = tr("{who_pays}，参加 {year} 年度居民医保，不用交钱。")
    who = who_pays(people, namesakes, most=most)
    return said.format(who_pays=who, year=year, total=yuan(total_fen)) + "".join(notes)
