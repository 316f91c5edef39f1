"""Days on which something did not agree: a drawer short at the handover, a slip that differs, a lost number."""

from dataclasses import replace
from pathlib import Path

from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.day_report import brief, day_report, print_day_report
from app.desk.desk import Desk
from app.desk.pass_drawer import pass_drawer
from app.desk.reports.cash import cash
from app.desk.reports.daily import daily
from app.desk.reports.receipt_book import receipts
from app.desk.reports.remittances import remittances
from app.desk.reports.stock_book import stock
from app.desk.second import Second
from app.desk.settle_cards import settle_cards
from app.desk.stock import receive
from app.domain import report
from app.domain.payment import Tender
from app.store import money
from tests.factories import CLERK, ON
from tests.season import cash as in_cash
from tests.season import receipt

OTHER = "李会计"


def two_clerks(desk: Desk) -> Desk:
    """王会计 takes 380 and hands over 570 of the 580 yuan in the drawer; 李会计 takes 380 in cash and 380 by card."""
    open_day(desk, 20_000)
    collect(desk, ["r1"], in_cash(38_000))
    other = replace(desk, operator=OTHER)
    pass_drawer(other, 57_000, giver=Second(name=CLERK, is_clerk=True), reason="找零")
    collect(other, ["r3"], in_cash(38_000))
    collect(other, ["r4"], Tender(method="pos", terminal="T0001", reference="000000000001"))
    count_day(other, 95_000)
    return other


def test_a_drawer_handed_over_ten_yuan_short(desk: Desk, tmp_path: Path):
    other = two_clerks(desk)
    close_day(other, "交接时少 10 元", second=Second(name=CLERK, is_clerk=True))
    rows = {(row[0], row[1]): row[2:] for row in daily(other).rows}
    assert rows["收款人", CLERK] == (1, 38_000, "现金 380 元，刷卡 0 元")
    assert rows["收款人", OTHER] == (2, 76_000, "现金 380 元，刷卡 380 元")
    assert rows["抽屉", f"交接 {CLERK}→{OTHER}"] == (None, -1_000, "点得 570 元，找零")
    assert (rows["抽屉", "应有现金"][1], rows["抽屉", "实点现金"][1]) == (95_000, 95_000)
    assert rows["刷卡核对", "终端 T0001 结算单"] == (None, None, "结算单未录入")
    book = cash(other)
    # The ten yuan are missing once, where they were found missing, and the takings stay what they were.
    assert [over for over in book.column("over") if over] == [-1_000]
    assert book.rows[-1][5] == money.holding(other.db).held_fen == 76_000
    whole, short = day_report(other, 1), brief(other, 1)
    assert all(getattr(whole, name) == getattr(short, name) for name in short.__struct_fields__)
    assert (short.people, short.cash_fen, short.pos_fen) == (3, 76_000, 38_000)
    said = {line.key: line.value for line in report.lines(whole)}
    assert said["handover"] == "王会计 交 李会计，点得 570.00 元，短款 10.00 元（找零）"
    assert said["clerks"] == "王会计 1 人，现金 380.00 元；李会计 2 人，现金 380.00 元，刷卡 380.00 元"
    assert said["cards"] == "终端 T0001 登记 1 笔 380.00 元，结算单未录入"
    assert said["perpetual"] == "1140.00 元（含作废，只增不减）"
    assert print_day_report(other, 1, tmp_path / "日报.pdf").read_bytes().startswith(b"%PDF")


def test_a_slip_that_says_more_than_the_journal(desk: Desk):
    other = two_clerks(desk)
    settle_cards(other, terminal="T0001", batch="7", count=2, amount_fen=76_000, reason="有一笔没有登记，待查")
    close_day(other, "结算单多一笔", second=Second(name=CLERK, is_clerk=True))
    slip, held_cash, held_card = remittances(other).rows
    assert slip[:5] == ("已上解", "刷卡", "T0001/7", "2023-11-15", 76_000)
    assert slip[10] == "结算单 2 笔，登记 1 笔 380 元；有一笔没有登记，待查"
    assert held_cash[4] == 76_000
    assert (held_card[4], held_card[10]) == (-38_000, "缴存多于登记的收款，请核对")
    assert remittances(other).total("amount") == 114_000
    rows = {(row[0], row[1]): row[2:] for row in daily(other).rows}
    assert rows["刷卡核对", "终端 T0001 结算单"] == (2, 76_000, "不相符")
    assert "终端 T0001 结算单 2 笔 760 元，程序里记着 1 笔 380 元" in str(rows["四相符", "结论"][2])


def test_a_number_that_is_not_there_is_seen(desk: Desk):
    open_day(desk, 0)
    for who in ("r1", "r3", "r4"):
        collect(desk, [who], in_cash(38_000))
    desk.db.conn.execute("DELETE FROM receipts WHERE receipt = ?", (receipt(2),))
    found = receipts(desk)
    assert [(row[0], row[3]) for row in found.rows] == [
        (receipt(1), "有效"), (receipt(2), "缺号"), (receipt(3), "有效"),
    ]  # fmt: skip
    assert found.rows[1][10] == "000002 至 000002 共 1 个号没有登记，请向县里说明"
    assert found.notes[0].endswith("号码中断 1 处。")


def test_the_form_a_receipt_stands_on(desk: Desk):
    receive(desk, form="税收票证", code="A1", first="0001", last="0025", on=ON, issuer="县税务局")
    open_day(desk, 0)
    collect(desk, ["r1"], in_cash(38_000))
    printed = {"receipt": receipt(1), "payment": "", "method": "pdf"}
    desk.record("receipt_printed", printed | {"copy": 0, "sheet": {"code": "A1", "number": 1}})
    desk.record(
        "print_failed", printed | {"copy": 0, "reason": "卡纸", "sheet": {"code": "A1", "number": 1, "copies": 3}}
    )
    desk.record("receipt_printed", printed | {"copy": 1, "sheet": {"code": "A1", "number": 2}})
    (row,) = receipts(desk).rows
    assert (row[7], row[8], row[10]) == (2, "0002", "其中 1 次没有打成")
    book, ended = stock(desk)
    assert book.rows[0][6:12] == (25, 1, 1, 0, 0, 23)
    assert [(r[1], r[2], r[3], r[5]) for r in ended.rows] == [("0001", "作废", 3, "0002")]
