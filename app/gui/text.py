"""Words that more than one page uses, and how figures, dates and numbers are written for a clerk.

A page's own labels stand where the page is built; sentences for things that go wrong are in domain/errors.py.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.domain.payment import yuan_plain
from app.domain.receipt import day_text, grouped, waiting_note
from app.domain.wording import ENROLMENTS

if TYPE_CHECKING:
    from app.desk.due import Due
    from app.domain.resident import Resident

STATUS = {"unpaid": "未缴", "paid": "已缴", "zero": "免缴", "refer": "待核定", "refused": "不能缴"}
SEX = {"male": "男", "female": "女", None: "性别未填"}
METHODS = {"cash": "现金", "pos": "刷卡", "zero": "免缴确认", "carried": "红冲转入"}
SYNC = {"unsent": "未报", "sent": "已报", "acknowledged": "县已收", "rejected": "县退回"}

# The answers a clerk can give to a question about a fact: (value for the rules, what the clerk reads).
ANSWERS: dict[str, tuple[tuple[object, str], ...]] = {
    "last_year": (("insured", "参加了"), ("never", "从未参加"), ("lapsed", "中断")),
    "enrolment": tuple((ENROLMENTS | {"migrant_worker": "外出务工"}).items()),
    "registered": ((True, "已登记"), (False, "没有登记")),
    "residence_permit": ((True, "有居住证"), (False, "没有")),
    "long_term_resident": ((True, "长期居住"), (False, "不是")),
    "hukou": (
        ("local", "本县"), ("same_city", "本市其他县"), ("other_county", "外县"), ("other_city", "外市"),
        ("foreign", "外籍"),
    ),
}  # fmt: skip
# Facts that are typed, and what the empty field says.
TYPED = {
    "event_date": "年-月-日，例如 2024-01-10",
    "last_insured_year": "四位年份，例如 2021",
    "repaid_years": "几年，没有就写 0",
}
QUESTIONS = {
    "last_year": "上年是否参保",
    "last_insured_year": "最近一次参保是哪一年度",
    "repaid_years": "断保的年份补缴了几年",
    "enrolment": "缴费情形",
    "event_date": "事由日期",
    "registered": "是否已办参保登记",
    "residence_permit": "有没有本县居住证",
    "long_term_resident": "是否长期在本县居住",
    "hukou": "户籍在哪里",
}
# What the day of the event is called for each kind of case.
EVENT_DAYS = {
    "newborn": "出生日期",
    "veteran": "退出现役的日期",
    "army_spouse": "军人退出现役的日期",
    "released": "释放的日期",
    "employee_gap": "职工医保的最后一天",
    "dynamic_new": "部门认定的日期",
    "graduate": "毕业的日期",
}
OUTCOMES = {
    "collect": "可以收款",
    "collect_zero": "免缴，可以确认",
    "register_first": "先登记，再缴费",
    "refer": "先问清，不收款",
    "refuse": "不能缴",
    "refuse_duplicate": "已有参保，不重复收",
    "not_open": "还没有开始",
    "warn_no_benefit": "享受不到待遇，先不收款",
}


def question(fact: str, enrolment: str | None = None) -> str:
    """What to ask; the day of an event by its own name."""
    return event_day(enrolment) if fact == "event_date" else QUESTIONS[fact]


def event_day(enrolment: str | None) -> str:
    """What the day that decides is called."""
    return EVENT_DAYS.get(enrolment or "", "事由日期")


def answer(fact: str, value: object) -> str:
    """An answer in the words it was given in."""
    return next((word for known, word in ANSWERS.get(fact, ()) if known == value), str(value))


def told(declared: Mapping[str, Any], enrolment: str | None) -> str:
    """What was said at the counter about one person, in one line; `enrolment` names the day of the event."""
    return "；".join(f"{question(f, enrolment)}：{answer(f, v)}" for f, v in declared.items() if f in QUESTIONS)


def paid_last_year(resident: "Resident") -> str:
    """去年缴 30 元（低保对象）; "" where the roster does not say."""
    if resident.last_year_paid_fen is None:
        return ""
    kind = f"（{resident.last_year_category}）" if resident.last_year_category else ""
    return f"去年缴 {yuan(resident.last_year_paid_fen)}{kind}"


def yuan(fen: int) -> str:
    """3800 -> "38 元", 3850 -> "38.50 元"."""
    return f"{yuan_plain(fen)} 元"


def day(value: date | None) -> str:
    """2024年1月1日, or a dash where nothing is known."""
    return day_text(value) if value else "—"


def born(value: str | date | None) -> str:
    """1961-03-05 as 1961年3月5日生."""
    if value is None:
        return "出生日期未填"
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{day_text(found)}生"


def moment(value: datetime) -> str:
    """2023-11-15 09:30."""
    return f"{value:%Y-%m-%d %H:%M}"


def receipt(number: str) -> str:
    """The 22 digits in the groups in which people read them out."""
    return grouped(number)


def age_of_roster(imported: datetime | None, now: datetime) -> str:
    """How old the roster is, in days: a clerk knows what "12 天前" means."""
    if imported is None:
        return "还没有名册"
    days = (now.date() - imported.date()).days
    return "名册今天导入" if days <= 0 else f"名册 {days} 天前导入"


def identity(found: "Due") -> str:
    """王小明（男，1988年1月20日生，户主王建国，东村一组）: what tells one of two namesakes from the other, aloud."""
    r = found.resident
    head = f"户主{r.head}" if r.head else "户主未填"
    told = (SEX[r.sex], born(r.birth_date), head, r.group)
    return f"{r.name}（{'，'.join(filter(None, told))}）"


def who_pays(people: "Sequence[Due]", namesakes: Collection[str] = ()) -> str:
    """王小明 for one, 王小明、李芳 共 2 人 for several; who has a namesake (by handle) with what tells them apart."""
    names = "、".join(identity(found) if found.handle in namesakes else found.resident.name for found in people)
    return names if len(people) == 1 else f"{names} 共 {len(people)} 人"


def read_aloud(people: "Sequence[Due]", total_fen: int, year: int, namesakes: Collection[str] = ()) -> str:
    """The one sentence that is read to the resident before money moves: who, how many, what for, how much, any wait."""
    notes = dict.fromkeys(
        waiting_note(found.assessment.waiting or "0", found.assessment.benefit_start) for found in people
    )
    sum_said = f"一共 {yuan(total_fen)}" if total_fen else "不用交钱"
    return f"{who_pays(people, namesakes)}，交 {year} 年度居民医保，{sum_said}。" + "".join(notes)
