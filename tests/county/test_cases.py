"""Cases: each kind with its proposal, the same case however often it is found, decided once, closed with its reason."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.county import cases
from app.county.cases import Case
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.take_list import take_list
from app.domain.errors import KnownError
from app.domain.journal import stamp
from tests.county.books import TAX, key, number, pay, reverse, sheet, tax_row
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=30)
AT = stamp(LATER)


def found(county: County, stick: Path, *villages: Village, **asked: Any) -> list[Case]:
    receive(county, [each.file(stick, county.keys.public) for each in villages], now=NOON)
    with county.engine.begin() as connection:
        cases.refresh(connection, at=AT)
        return cases.listed(connection, **asked)


def decide(county: County, case: str, decision: str = "keep", note: str = "已与本人核实") -> Case:
    with county.engine.begin() as connection:
        return cases.decide(connection, case, decision, note=note, by="李科长", at=AT)


def bring(county: County, stick: Path, kind: str, heading: str, *rows: list[Any], **asked: Any) -> None:
    take_list(county, sheet(stick / f"{kind}{len(rows)}.csv", heading, *rows), kind=kind, now=LATER, **asked)


@pytest.fixture
def other(county: County, stick: Path) -> Village:
    made = Village(point="341821100002")
    enrol(county, made.request(stick), fingerprint=None, now=NOON)
    return made


def test_paid_twice_here_and_there(county: County, village: Village, other: Village, stick: Path) -> None:
    pay(village, 1)
    again = pay(village, 1)
    for _ in range(9):
        other.add("clerk_added", name="李会计")
    pay(other, 1)
    assert [(each.kind, each.proposal, each.point) for each in found(county, stick, village, other)] == [
        ("paid_twice", "refund", village.point),
        ("two_points", "refund", other.point),
    ]
    assert again["receipt"] in found(county, stick)[0].text


def test_found_again_it_is_the_same_case(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    pay(village, 1)
    (first,) = found(county, stick, village)
    assert decide(county, first.case, "refund").state == "decided"
    pay(village, 2)
    (again,) = found(county, stick, village)
    assert (again.case, again.state, again.decision, again.note, again.by) == (
        first.case, "decided", "refund", "已与本人核实", "李科长",
    )  # fmt: skip
    assert decide(county, first.case, "keep").decision == "keep"
    assert again.found_at == first.found_at


@pytest.mark.parametrize(("ended", "why"), [("extra", "这笔缴费已作废"), ("first", "另一笔已作废或红冲")])
def test_a_void_closes_the_case(county: County, village: Village, stick: Path, ended: str, why: str) -> None:
    paid = {"first": pay(village, 1), "extra": pay(village, 1)}
    (case,) = found(county, stick, village)
    decide(county, case.case)
    village.void(paid[ended])
    (closed,) = found(county, stick, village)
    assert (closed.state, closed.why, closed.decision) == ("closed", why, "keep")
    with pytest.raises(KnownError) as refused:
        decide(county, case.case)
    assert refused.value.code == "case_closed"


def test_a_reversal_closes_the_case(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    extra = pay(village, 1)
    found(county, stick, village)
    reverse(village, extra)
    assert [each.why for each in found(county, stick, village)] == ["这笔缴费已红冲"]


def test_online_and_in_cash(county: County, village: Village, stick: Path) -> None:
    """Twice on the tax bureau's list, once from a telephone, once on the list of those who paid elsewhere."""
    for person in (1, 2, 3, 4):
        pay(village, person)
    channels = [[*tax_row("V1", 1, 380), ""], [*tax_row("V2", 1, 380), ""], [*tax_row("V3", 2, 380), "微信"],
                [*tax_row("V4", 4, 380), "代收"]]  # fmt: skip
    bring(county, stick, "tax", f"{TAX} 缴费渠道", *channels)
    bring(county, stick, "elsewhere", "身份证号 年度 缴费渠道 缴费日期", [number(3), "2024", "手机", "2023-12-01"])
    made = {each.name: each for each in found(county, stick, village)}
    people = [(each.person_masked[-4:], each.kind, each.proposal) for each in found(county, stick)]
    assert sorted(people) == sorted([
        (number(1)[-4:], "online_and_cash", "refund_online"),
        (number(2)[-4:], "online_and_cash", "look"),
        (number(3)[-4:], "online_and_cash", "refund_online"),
    ])  # fmt: skip
    assert made


def test_covered_as_an_employee(county: County, village: Village, stick: Path) -> None:
    """Cover that ended before the benefit year, or began after it, is none."""
    for person in (1, 2, 3):
        pay(village, person)
    heading = "姓名 身份证号 单位名称 参保日期 停保日期"
    people = [["张三", number(1), "水务公司", "2023-12-01", ""], ["李四", number(2), "水务公司", "2020-01-01",
    "2023-12-31"],
              ["王五", number(3), "水务公司", "2025-01-01", ""]]  # fmt: skip
    bring(county, stick, "employee", heading, *people)
    (case,) = found(county, stick, village)
    assert (case.kind, case.proposal) == ("employee", "refund")
    assert "水务公司，2023-12-01 起，至今" in case.text
    bring(county, stick, "employee", heading, people[1], people[2], whole=True)
    assert [(each.state, each.why) for each in found(county, stick)] == [("closed", "新的名单里没有这个情况了")]


def test_the_category_of_the_lists(county: County, village: Village, stick: Path) -> None:
    """郎溪 2024: 380 yuan, 低保 pays 38. Recognised in time; after the payment; not on a list that names everybody."""
    for person in (1, 2):
        pay(village, person)
    pay(village, 3, category="低保对象")
    pay(village, 4, category="低保对象")
    rows = [["", number(1), "低保对象", "2023-01-01"], ["", number(4), "低保户", "2022-06-01"]]
    bring(county, stick, "category", "姓名 身份证号 人员类别 认定日期", *rows, whole=True)
    made = found(county, stick, village)
    said = {each.person_masked[-4:]: (each.kind, each.proposal) for each in made}
    assert said == {
        number(1)[-4:]: ("category_differs", "give_back"),
        number(3)[-4:]: ("category_differs", "collect_more"),
    }
    texts = [each.text for each in made]
    assert any("照名单应为“低保对象”，应缴 38.00 元，差 -342.00 元" in text for text in texts)
    assert any("照名单应为“普通居民”，应缴 380.00 元，差 342.00 元" in text for text in texts)


def test_recognised_after_the_list_was_made(county: County, village: Village, stick: Path) -> None:
    """A list says nothing of whom it could not name yet."""
    early = sheet(stick / "early.csv", "姓名 身份证号 人员类别 认定日期", ["", number(9), "低保对象", "2023-01-01"])
    take_list(county, early, kind="category", now=NOON - timedelta(days=30), whole=True)
    pay(village, 1, category="低保对象", recognised_on="2023-11-01")
    before = pay(village, 2, category="低保对象", recognised_on="2023-10-01")
    assert [(each.kind, each.payment) for each in found(county, stick, village)] == [
        ("category_differs", before["payment"])
    ]


def test_requests_and_tasks_of_points(county: County, village: Village, stick: Path) -> None:
    paid = pay(village, 1)
    village.add(
        "refund_requested", request="Q1", payment=paid["payment"], receipt=paid["receipt"], person=key(1),
        name="曾小䶮",
        amount_fen=38_000, reason="去世", evidence="死亡证明", contact="", on="2023-11-20", decision="refund",
        clause="三",
        day=1,
    )  # fmt: skip
    village.add(
        "task_given", person=key(1), name="曾小䶮", kind="category_later", category="低保对象", evidence="低保证",
        payment=paid["payment"], receipt=paid["receipt"],
    )  # fmt: skip
    made = {each.kind: each for each in found(county, stick, village)}
    assert made["refund_request"].text.endswith("申请退 380.00 元：去世（凭 死亡证明）。")
    assert (made["refund_request"].proposal, made["task"].proposal) == ("refund", "look")
    reverse(village, paid)
    assert {each.kind: each.state for each in found(county, stick, village)}["refund_request"] == "open"
    village.add("refund_withdrawn", request="Q1", reason="不退了")
    assert {each.kind: each.state for each in found(county, stick, village)} == {
        "refund_request": "closed",
        "task": "open",
    }


@pytest.mark.parametrize(
    ("case", "decision", "note", "code"),
    [
        ("nobody", "keep", "x", "case_unknown"),
        (None, "burn", "x", "case_decision"),
        (None, "keep", " ", "case_note"),
    ],
)
def test_decisions_that_are_none(
    county: County, village: Village, stick: Path, case: str | None, decision: str, note: str, code: str
) -> None:
    pay(village, 1)
    pay(village, 1)
    (made,) = found(county, stick, village)
    with pytest.raises(KnownError) as refused:
        decide(county, case or made.case, decision, note)
    assert refused.value.code == code
    assert found(county, stick)[0].state == "open"


def test_asked_by_state_kind_and_point(county: County, village: Village, other: Village, stick: Path) -> None:
    for person in (1, 2):
        pay(village, person)
        pay(village, person)
    first, second = found(county, stick, village)
    decide(county, first.case)
    assert [each.case for each in found(county, stick, state="open")] == [second.case]
    assert [each.case for each in found(county, stick, state="decided")] == [first.case]
    assert found(county, stick, kind="task") == found(county, stick, point=other.point) == []
    with county.engine.begin() as connection:
        (count,) = cases.counted(connection)
    assert (count.kind, count.open, count.decided, count.closed) == ("paid_twice", 1, 1, 0)
