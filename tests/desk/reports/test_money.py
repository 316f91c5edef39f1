"""The reports about money and paper, with the figures of tests/season.py worked out by hand."""

import pytest

from app.desk.desk import Desk
from app.desk.reports.cash import cash
from app.desk.reports.catalogue import REPORTS, made
from app.desk.reports.daily import daily
from app.desk.reports.inspection import inspection
from app.desk.reports.receipt_book import receipts
from app.desk.reports.remittances import remittances
from app.desk.reports.stock_book import stock
from app.desk.stock import confirm_next, end_sheet, receive
from app.domain.errors import Refused, WrongUse
from app.domain.listing import Listing
from app.store import counter, money
from tests.factories import ON
from tests.season import receipt


def item(listing: Listing, part: str, name: str) -> tuple[object, object, object]:
    """Count, fen and note of one line of the 日报."""
    (row,) = [row for row in listing.rows if row[:2] == (part, name)]
    return row[2:]


def test_the_first_day(season: Desk):
    found = daily(season, 1)
    assert item(found, "四相符", "缴费人数") == (4, None, "其中免缴 1 人")
    assert item(found, "四相符", "有效凭据")[0] == 4
    assert item(found, "四相符", "结论")[2] == "款项比凭据少 10 元"
    assert item(found, "更正", "作废凭据")[:2] == (1, 38_000)
    assert item(found, "收款", "现金")[1] == 41_800
    assert item(found, "收款", "刷卡")[1] == 38_000
    assert item(found, "收款", "收款合计")[1] == 79_800
    assert item(found, "刷卡核对", "终端 T0001 登记")[:2] == (1, 38_000)
    assert item(found, "刷卡核对", "终端 T0001 结算单") == (1, 38_000, "相符")
    assert item(found, "抽屉", "应有现金")[1] == 61_800
    assert item(found, "清点", "100 元")[:2] == (6, 60_000)
    assert item(found, "清点", "假币 50 元") == (1, None, "不计入实点现金")
    assert item(found, "抽屉", "实点现金")[1] == 60_800
    assert item(found, "抽屉", "短款") == (None, -1_000, "少找回 10 元；见证 村主任")
    assert item(found, "账簿", "累计开票")[1] == 117_800
    assert found.signatures == ("收款人（签章）", "复核人（签章）")


def test_the_second_day_moves_no_cash_for_its_reversals(season: Desk):
    found = daily(season)
    assert item(found, "更正", "红冲")[:2] == (2, -41_800)
    assert item(found, "更正", "补录")[0] == 1
    assert item(found, "收款", "现金")[1] == 38_000
    assert item(found, "收款", "红冲转入")[1] == 38_000
    assert item(found, "抽屉", "无长短款")[1] == 0
    assert item(found, "账簿", "累计开票")[1] == 193_800


def test_an_open_day_has_no_daily_report(season: Desk):
    with pytest.raises(Refused, match="还没有日结"):
        daily(season, 3)


def test_the_cash_book_carries_what_is_held(season: Desk):
    found = cash(season)
    assert [(row[1], row[3], row[4], row[5]) for row in found.rows] == [
        ("开账，备用金放入", None, None, 0),
        ("收现金 3 笔", 79_800, None, 79_800),
        ("当日作废退还 1 笔", None, 38_000, 41_800),
        ("日结，备用金取出", None, None, 41_800),
        ("开账，备用金放入", None, None, 41_800),
        ("收现金 1 笔", 38_000, None, 79_800),
        ("红冲 2 笔", None, None, 79_800),
        ("日结，备用金取出", None, None, 79_800),
        ("解缴 郎溪农商行", None, 41_800, 38_000),
    ]
    assert (found.total("float"), found.total("over")) == (0, -1_000)
    # Day 3 is open: its 380 yuan are held, but not told before they are counted.
    assert found.rows[-1][5] == money.holding(season.db).held_fen - 38_000
    assert "2023-11-17 的账还没有日结，未列。" in found.notes


def test_every_receipt_number_in_its_order(season: Desk):
    found = receipts(season)
    assert [(row[0], row[3], row[4], row[5]) for row in found.rows] == [
        (receipt(1), "红冲", 38_000, 0),
        (receipt(2), "红冲", 3_800, 0),
        (receipt(3), "作废", 38_000, 0),
        (receipt(4), "有效", 38_000, 38_000),
        (receipt(5), "有效", 38_000, 38_000),
        (receipt(6), "补录", 38_000, 38_000),
        (receipt(7), "有效", 38_000, 38_000),
        (receipt(900_001), "有效", 0, 0),
    ]
    assert found.total("amount") == counter.perpetual_fen(season.db) == 231_800
    assert found.total("valid") == 152_000
    assert found.column("copies")[0] == 1
    assert found.column("note")[5] == "纸质凭据 A0001，2023-11-14 收"
    assert found.notes[0] == "共 8 张：有效 4 张，补录 1 张，作废 1 张，红冲 2 张。号码连续。"


def test_what_was_paid_in_and_what_lies_here(season: Desk):
    found = remittances(season)
    assert [(row[0], row[1], row[2], row[3], row[4], row[8]) for row in found.rows] == [
        ("已上解", "刷卡", "T0001/0001", "2023-11-15", 38_000, 2),
        ("已入库", "现金", "S1", "2023-11-15", 41_800, None),
        ("未解缴", "现金", "", "2023-11-16", 38_000, 1),
    ]
    taken = [each for method in ("cash", "pos") for each in money.takings(season.db, method) if each.is_closed]
    assert found.total("amount") == sum(each.taken_fen for each in taken) == 117_800
    assert found.notes[0] == "其中未解缴 380 元，已上解 380 元，已入库 418 元。"


def test_the_stock_book_adds_up(desk: Desk):
    receive(desk, form="税收缴款书", code="A1", first="0001", last="0025", on=ON, issuer="县税务局")
    end_sheet(desk, "A1", "0001", "void", reason="=卡纸", copies=3)
    confirm_next(desk, "A1", "0004")
    end_sheet(desk, "A1", "0002", "lost", reason="丢失")
    book, ended = stock(desk)
    (row,) = book.rows
    assert row[2:] == ("0001", "0025", str(ON), "县税务局", 25, 0, 1, 1, 0, 23, "0003", "未结报")
    assert [(r[1], r[2], r[3], r[6]) for r in ended.rows] == [
        ("0001", "作废", 3, "=卡纸"), ("0002", "遗失", None, "丢失"),
    ]  # fmt: skip


def test_an_inspection_finds_everything_that_was_set_right(season: Desk):
    sheets = {listing.name: listing for listing in inspection(season)}
    assert list(sheets) == [
        "stock", "spoilt", "cash", "closes", "corrections", "overrides", "refunds", "tasks", "files",
    ]  # fmt: skip
    assert sheets["closes"].column("difference") == [-1_000, 0]
    assert sheets["closes"].column("perpetual") == [117_800, 193_800]
    assert [(row[0], row[4], row[6]) for row in sheets["corrections"].rows] == [
        ("作废", receipt(3), 38_000), ("红冲", receipt(1), 38_000), ("红冲", receipt(2), 3_800),
    ]  # fmt: skip
    assert sheets["overrides"].column("what") == ["日结有差异", "补录纸质凭据"]
    assert sheets["refunds"].column("amount") == [3_800]
    assert len({listing.title for listing in inspection(season)}) == len(sheets)


def test_every_report_is_made_by_its_name(season: Desk):
    for name in REPORTS:
        for listing in made(season, name):
            assert listing.marks == ("练习 不作凭证",)
            assert all(len(row) == len(listing.columns) for row in listing.lines)
    with pytest.raises(WrongUse, match="没有叫“weekly”的报表"):
        made(season, "weekly")
    with pytest.raises(WrongUse, match="“张榜公布”不分账日"):
        made(season, "board", day=1)
