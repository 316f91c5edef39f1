"""Facts about one person on one day: what `assess` is told (design §3). What is not told is unknown, never "no"."""

from datetime import date
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from app.domain.errors import WrongUse
from app.domain.resident import CategoryRecord, LastYear

Hukou = Literal["local", "same_city", "other_county", "other_city", "foreign"]
Cover = Literal["employee", "employee_duty", "other_place_resident", "school", "military", "prison", "already_paid"]
Enrolment = Literal[
    "ordinary",
    "migrant_worker",
    "newborn",
    "veteran",
    "army_spouse",
    "released",
    "employee_gap",
    "dynamic_new",
    "graduate",
    "student",
    "student_univ",
    "child_of_local_worker",
    "child_of_permit_holder",
    "foreign_expert_spouse",
    "foreigner_unemployed_with_permit",
]
Year = Annotated[int, Meta(ge=1900, le=9999)]
Years = Annotated[int, Meta(ge=0, le=99)]
HUKOU: tuple[str, ...] = get_args(Hukou)
LAST_YEAR: tuple[str, ...] = get_args(LastYear)
COVERS: tuple[str, ...] = get_args(Cover)
ENROLMENTS: tuple[str, ...] = get_args(Enrolment)


class Facts(Struct, frozen=True, kw_only=True):
    """None is unknown, with two exceptions the design makes: `other_cover` None means that none is known (UNSET:
    unknown), and a category's `removed_on` None (the first day without it) means that it was not removed.

    `event_date`: birth, discharge, release, last day of employee cover …; `received_on`: the day of 到账.
    `last_insured_year`: the last benefit year with cover before this one; `repaid_years`: of the missed ones, how many
    were paid back since (an integer, both asked for only where a pack makes waits depend on them).
    """

    birth_date: date | None = None
    hukou: str | None = None
    residence_permit: bool | None = None
    long_term_resident: bool | None = None
    categories: tuple[CategoryRecord, ...] | None = None
    enrolment: str | None = None
    last_year: str | None = None
    last_insured_year: int | None = None
    repaid_years: int | None = None
    registered: bool | None = None
    other_cover: str | UnsetType | None = UNSET
    event_date: date | None = None
    paid_on: date | None = None
    received_on: date | None = None

    @classmethod
    def from_json(cls, data: Any, *, place: str = "事实") -> "Facts":
        """Facts from a decoded JSON object; `place` (e.g. "第 3 人") leads the sentence.

        Raises WrongUse("facts_invalid"): an unknown field, a value outside its list, a wrong type, an impossible date.
        """
        try:
            told = msgspec.convert(data, _Told)
        except msgspec.ValidationError as error:
            raise WrongUse("facts_invalid", place=place, problem=problem(str(error))) from None
        return cls(**{name: getattr(told, name) for name in cls.__struct_fields__})


class _ToldCategory(CategoryRecord, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A category as JSON may state it: without a date the date is unknown."""

    recognised_on: date | None = None


class _Told(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`Facts` as JSON may state them: every word out of its list, every date a real one."""

    birth_date: date | None = None
    hukou: Hukou | None = None
    residence_permit: bool | None = None
    long_term_resident: bool | None = None
    categories: tuple[_ToldCategory, ...] | None = None
    enrolment: Enrolment | None = None
    last_year: LastYear | None = None
    last_insured_year: Year | None = None
    repaid_years: Years | None = None
    registered: bool | None = None
    other_cover: Cover | UnsetType | None = UNSET
    event_date: date | None = None
    paid_on: date | None = None
    received_on: date | None = None


def problem(message: str) -> str:
    """msgspec's sentence in the clerk's language, field first: its wording is stable and tested."""
    what, _, path = message.partition(" - at `$")
    field = path.rstrip("`").lstrip(".")
    if what.startswith("Object contains unknown field"):
        name = what.split("`")[1]
        return f"没有名为 {f'{field}.{name}' if field else name} 的字段"
    if what.startswith("Object missing required field"):
        name = what.split("`")[1]
        return f"缺少字段 {f'{field}.{name}' if field else name}"
    if what.startswith("Invalid enum value"):
        return f"{field} 不能是 {what.split(' ', 3)[3]}"
    if what.startswith("Expected `int` >=") or what.startswith("Expected `int` <="):
        return f"{field} 超出范围（应 {what.split()[2]} {what.split()[3]}）"
    if what.startswith("Invalid RFC3339"):
        return f"{field} 不是真实存在的日期（应写作四位年-两位月-两位日）"
    return f"{field or '整项'} 的类型不对"


FACT_QUESTIONS: dict[str, str] = {
    "birth_date": "出生日期是哪一天？",
    "hukou": "户籍在哪里：本县、本市其他县、外县、外市还是外籍？",
    "residence_permit": "是否持有本县的居住证？",
    "long_term_resident": "是否长期在本县居住？",
    "categories": "属于哪一类资助对象，认定日期是哪一天？",
    "enrolment": "属于哪种情形：一般情形、外出务工、新生儿、退役、刑满释放、职工医保中断、名单新增，还是其他？",
    "last_year": "上年度是否参加了居民医保：参加了、从未参加还是中断？",
    "last_insured_year": "最近一次参保是哪一年度？",
    "repaid_years": "断保的年份补缴了几年？",
    "registered": "是否已经办理参保登记？",
    "other_cover": "是否已参加职工医保、异地居民医保或有其他保障？",
    "event_date": "事由发生在哪一天（出生、退役、释放、职工医保最后一天等）？",
    "paid_on": "哪一天缴费？",
    "received_on": "保费哪一天到账？",
}
"""What to ask at the counter for each fact that is not known; the key is the fact's name and the question's id."""
