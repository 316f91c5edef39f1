"""Checks of the worked cases beside a pack: ids, clauses, facts and results that can be meant."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import Struct

from app.domain.errors import WrongUse
from app.domain.facts import COVERS, ENROLMENTS, HUKOU, LAST_YEAR
from app.domain.policy import Policy
from app.domain.wording import COVERS as COVER_WORDS
from app.packs.case_file import Item, items
from app.packs.cases import Case, Difference, answer_of, differences
from app.packs.check_clauses import refs
from app.packs.checks import Finding
from app.packs.codes import HUKOU as HUKOU_WORDS
from app.packs.codes import LAST_YEAR as YEAR_WORDS
from app.packs.codes import PAYERS, with_chinese
from app.packs.results import COUNTS, DAYS, RESULTS, VALUES, YES_OR_NO, field

FILE = "cases.json"
# What each fact is called, and the words that are facts.
FACTS = {
    "birth_date": "出生日期", "hukou": "户籍", "residence_permit": "有居住证", "long_term_resident": "长期在本县居住",
    "categories": "人员类别", "enrolment": "情形", "last_year": "上年参保", "last_insured_year": "最近一次参保的年度",
    "repaid_years": "补缴了几年", "registered": "已经登记", "other_cover": "其他保障", "event_date": "事由日期",
    "paid_on": "缴费日期", "received_on": "到账日期",
}  # fmt: skip
WORDS = {
    "hukou": (HUKOU, HUKOU_WORDS), "enrolment": (ENROLMENTS, PAYERS), "last_year": (LAST_YEAR, YEAR_WORDS),
    "other_cover": (COVERS, COVER_WORDS),
}  # fmt: skip
FIELD = re.compile(r"^(没有名为 |缺少字段 )?([a-z_]+)")


class Proof(Struct, frozen=True):
    """What the cases show: those that could be worked, what is wrong with others, and what comes out otherwise."""

    cases: list[Case]
    findings: list[Finding]
    differences: list[Difference]


def prove(policy: Policy, data: bytes, origin: str) -> Proof:
    """All cases worked and looked at. Raises WrongUse("cases_invalid") where the file is no list of cases."""
    worked: list[Case] = []
    findings: list[Finding] = []
    otherwise: list[Difference] = []
    seen: dict[str, int] = {}
    for item in items(data, origin):
        found = [Finding(item.line, f"{item.name}：{fault}", file=FILE) for fault in item.faults]
        if not found:
            case = msgspec.convert(item.told, Case)
            found, wrong = _look_at(policy, case, item, seen)
            worked.append(case)
            otherwise += wrong
        findings += found
    return Proof(worked, findings, otherwise)


def _look_at(policy: Policy, case: Case, item: Item, seen: dict[str, int]) -> tuple[list[Finding], list[Difference]]:
    findings = [Finding(item.line, f"{item.name}：{text}", False, FILE) for text in _unlisted(policy, case)]
    if case.id in seen:
        problem = f"{item.name}：这个编号第 {seen[case.id]} 行已经用过"
        findings.append(Finding(item.line, problem, file=FILE))
    seen.setdefault(case.id, item.line)
    try:
        answer = answer_of(policy, case)
    except WrongUse as error:
        return [*findings, Finding(item.line, f"{item.name}：{_wrong(error)}", file=FILE)], []
    impossible = dict(_impossible(case, answer))
    findings += [Finding(item.line, f"{item.name}：{text}", file=FILE) for text in impossible.values()]
    return findings, [each for each in differences(case, answer) if each.field not in impossible]


def _unlisted(policy: Policy, case: Case) -> Iterator[str]:
    known = {clause.ref for clause in policy.clauses}
    for ref in refs(case.clause) if known else ():
        if ref not in known:
            yield f"条款 {ref} 不在政策包的 [[clause]] 条款清单里"


def _wrong(error: WrongUse) -> str:
    """What is wrong with the facts, with the Chinese of the fact and the words it takes."""
    if error.code != "facts_invalid":
        return str(error)
    told = str(error.facts["problem"])
    found = FIELD.match(told)
    name = found[2] if found else ""
    if told.startswith("没有名为"):
        near = get_close_matches(name, FACTS, n=1)
        return told + (f"，最像的是 {near[0]}（{FACTS[near[0]]}）" if near else "")
    said = told.replace(name, f"{FACTS[name]}（{name}）", 1) if name in FACTS else told
    words = WORDS.get(name)
    return f"{said}，可以写：{with_chinese(*words)}" if words and "不能是" in told else said


def _impossible(case: Case, answer: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Results no answer can have, by their field."""
    if not case.expect:
        yield "", "应得的结果（expect）是空的，什么也证明不了"
    for name, value in case.expect.items():
        problem = _no_field(name, answer) or _no_value(name, value)
        if problem:
            yield name, problem


def _no_field(name: str, answer: dict[str, Any]) -> str | None:
    # An answer may leave out what it says of its source; every other field it can have is there.
    known = {**answer, "clause": "", "question": "", "silent": ""}
    if name in known:
        return None
    near = get_close_matches(name, known, n=1)
    every = "、".join(f"{each}（{RESULTS[each]}）" for each in answer if each in RESULTS)
    return f"结果里没有 {name}，" + (f"最像的是 {field(near[0])}" if near else f"可以写：{every}")


def _no_value(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if name in VALUES and value not in VALUES[name]:
        return f"{field(name)}不能是 {value}，可以写：{with_chinese(VALUES[name], VALUES[name])}"
    if name in COUNTS and (not isinstance(value, int) or isinstance(value, bool)):
        return f"{field(name)}要写整数，不加引号，写成了 {msgspec.json.encode(value).decode()}"
    if name in YES_OR_NO and not isinstance(value, bool):
        return f"{field(name)}要写 true（是）或 false（否），不加引号"
    if name in DAYS and not _is_day(value):
        return f'{field(name)}要写成加引号的日期，如 "2024-10-08"'
    return None


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
