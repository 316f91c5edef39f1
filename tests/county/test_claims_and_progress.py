"""Subsidies to claim, progress against targets, and how far each point has been heard: figures worked out by hand."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from app.county import pack_texts, records, schema
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import Reconciled, reconcile
from app.county.take_list import take_list
from app.domain.journal import stamp
from app.packs import available
from tests.county.books import close, pay, reverse, sheet
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=30)
TOWN, OTHER = "341821100", "341821200"


def summed(county: County, stick: Path, *villages: Village) -> Reconciled:
    receive(county, [each.file(stick, county.keys.public) for each in villages], now=NOON)
    return reconcile(county, now=LATER)


def test_subsidies_by_department_and_town(county: County, village: Village, stick: Path) -> None:
    other = Village(point=f"{OTHER}001")
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    pay(village, 1, category="低保对象")
    pay(village, 2, category="低保对象")
    pay(village, 2, category="低保对象")
    reverse(village, pay(village, 3, category="低保对象"))
    pay(village, 4)
    pay(other, 5, category="特困人员")
    take_list(county, sheet(stick / "t.csv", "区划代码 名称", [TOWN, "建平镇"]), kind="towns", now=LATER)
    found = summed(county, stick, village, other)
    assert [(s.funder, s.category, s.town_name, s.people, s.payments, s.subsidy_fen) for s in found.subsidies] == [
        ("城乡医疗救助资金", "低保对象", "建平镇", 2, 3, 102_600),
        ("城乡医疗救助资金", "特困人员", OTHER, 1, 1, 38_000),
    ]


def test_a_pack_whose_text_is_not_here(county: County, village: Village, stick: Path) -> None:
    with county.engine.begin() as connection:
        records.add_packs(connection, [("a" * 64, "own-2024")], at=stamp(NOON))
    body = village.payment(1, due_fen=3_800) | {"category": "低保对象", "pack_hash": "a" * 64}
    village.add("payment", **body)
    assert [each.funder for each in summed(county, stick, village).subsidies] == ["政策包内容不在县里"]


def test_progress_by_town(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    pay(village, 2, category="特困人员")
    village.void(pay(village, 3))
    rows = [[TOWN, "建平镇", "4"], [f"{OTHER}000", "梅渚镇", ""], [village.point, "钟桥村", ""]]
    take_list(county, sheet(stick / "t.csv", "代码 名称 目标人数", *rows), kind="towns", now=LATER)
    found = summed(county, stick, village)
    assert [(t.name, t.people, t.exempt, t.others, t.due_fen, t.target, t.permille) for t in found.towns] == [
        ("建平镇", 2, 1, 1, 38_000, 4, 500),
        ("梅渚镇", 0, 0, 0, 0, None, None),
    ]
    assert [each.name for each in found.points] == ["钟桥村"]


def test_targets_of_the_notice(county: County, village: Village, stick: Path) -> None:
    """随县 names 经济开发区 together with 厉山镇: 59,813 people, of these 1,658 exempt."""
    suixian = next(info for info in available() if info.id == "suixian-2023")
    with county.engine.begin() as connection:
        connection.execute(update(schema.journals).values(pack=suixian.id, pack_hash=suixian.hash))
    take_list(county, sheet(stick / "t.csv", "代码 名称", [TOWN, "经济开发区"]), kind="towns", now=LATER)
    (town,) = reconcile(county, now=LATER).towns
    assert (town.year, town.target, town.target_exempt, town.target_others) == (2023, 59_813, 1_658, 58_155)


def test_how_far_each_point_was_heard(county: County, village: Village, stick: Path) -> None:
    silent = Village(point=f"{OTHER}001")
    enrol(county, silent.request(stick), fingerprint=None, now=NOON)
    pay(village, 1)
    close(village, people=1, cash_fen=38_000)
    file = village.file(stick, county.keys.public)
    pay(village, 2)
    pay(village, 3)
    late = village.file(stick, county.keys.public, first=len(village.lines))
    receive(county, [file, late], now=NOON)
    found = reconcile(county, now=LATER)
    heard = {each.point: (each.last_seq, each.last_day, each.quiet_days) for each in found.points}
    assert heard == {village.point: (4, "2023-11-15", 30), silent.point: (0, None, None)}
    (gap,) = found.gaps
    assert (gap.first_missing, gap.last_missing, gap.since, gap.last_seq, gap.last_day) == (
        5, 5, stamp(NOON), 4, "2023-11-15",
    )  # fmt: skip
    assert [(each.point, each.since) for each in found.silent_points] == [(silent.point, stamp(NOON))]


def test_people_of_two_years_are_people_once(county: County, village: Village, stick: Path) -> None:
    """A county keeps its books over the years: somebody of last year and this year is one person and no conflict."""
    pay(village, 1)
    twice = pay(village, 2)["person"]
    again = village.payment(1) | {"person": twice, "year": 2023}
    number = again["receipt"]
    earlier = next(info for info in available() if info.benefit_year == 2023)
    under = {"pack": earlier.id, "pack_hash": earlier.hash}
    village.add("payment", **again | under | {"receipt": number[:12] + "23" + number[14:]})
    found = summed(county, stick, village)
    assert (found.people, found.active_payments, found.conflicts, found.case_counts) == (2, 3, [], [])
    assert [(each.year, each.people) for each in found.towns] == [(2023, 1), (2024, 2)]


def test_the_programs_own_packs_are_not_kept_twice(county: County) -> None:
    with county.engine.begin() as connection:
        for info in available():
            pack_texts.keep(connection, info.hash, b"")
            assert pack_texts.text_of(connection, info.hash)[0] == info.id
        assert connection.execute(schema.pack_texts.select()).first() is None
