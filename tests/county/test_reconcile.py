"""The county's accounts: people, payments, money, conflicts, gaps and silent points."""

from pathlib import Path

import openpyxl

from app.county import workbook
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import books, reconcile
from tests.factories_journal import NOON, Village


def test_the_whole_picture(county: County, village: Village, stick: Path) -> None:
    silent, other = Village(device=2), Village(point="341821100002")
    for each in (silent, other):
        enrol(county, each.request(stick), fingerprint=None, now=NOON)
    village.pay(1)
    village.void(village.pay(2))
    village.pay(3, due=0)
    other.pay(1)
    other.pay(4, due=19_000)
    gap = [other.file(stick, county.keys.public), village.file(stick, county.keys.public)]
    village.pay(5)
    village.pay(6)
    late = village.file(stick, county.keys.public, first=len(village.lines))
    receive(county, [*gap, late], now=NOON)

    made = books(county, now=NOON)
    found = made.found
    workbook.write(made, county=county.name, practice=county.practice, path=stick / "对账.xlsx", now=NOON)

    assert (found.people, found.active_payments, found.total_fen) == (3, 4, 38_000 + 38_000 + 19_000)
    assert [[p.point for p in conflict.payments] for conflict in found.conflicts] == [[other.point, village.point]]
    missing = len(village.lines) - 1
    assert [(g.journal, g.first_missing, g.last_missing) for g in found.gaps] == [(village.id, missing, missing)]
    assert [(s.point, s.device) for s in found.silent_points] == [(silent.point, 2)]
    book = openpyxl.load_workbook(stick / "对账.xlsx")
    assert book.sheetnames[:6] == ["汇总", "收款点", "重复缴费", "缺号", "账簿分叉", "未报收款点"]
    assert book.sheetnames[6:] == [
        "账日", "账日待办", "缴款单", "税务对账", "税务差异", "问题单", "资助结算", "乡镇进度", "读入的名单",
    ]  # fmt: skip
    assert [row[4].value for row in book["收款点"].iter_rows(min_row=2)] == [380, 570]
    assert book["重复缴费"]["A2"].value == "341821********0001"


def test_an_empty_county(county: County) -> None:
    found = reconcile(county)
    assert (found.people, found.total_fen, found.conflicts, found.gaps, found.silent_points) == (0, 0, [], [], [])
