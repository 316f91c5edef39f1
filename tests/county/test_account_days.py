"""Account days: what the close says beside what the payments say,
and where the money is; figures worked out by hand."""

from datetime import timedelta
from pathlib import Path

from app.county.days import DayAccount
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import Books, books
from tests.county.books import arrive, close, pay, remit, reverse
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=10)


def taken(county: County, stick: Path, *villages: Village) -> Books:
    receive(county, [each.file(stick, county.keys.public) for each in villages], now=NOON)
    return books(county, now=LATER)


def codes(day: DayAccount) -> list[str]:
    return [each.code for each in day.findings]


def test_a_whole_day(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    pay(village, 2, category="低保对象")
    pay(village, 3, category="特困人员")
    pay(village, 4, pos=True)
    village.void(pay(village, 5))
    pay(village, 5)
    close(village, people=5, cash_fen=38_000 + 3_800 + 38_000, pos_fen=38_000)
    remit(village, "J1", 79_800)
    arrive(village, "J1")
    made = taken(county, stick, village)
    (day,) = made.all_days
    assert (day.people, day.receipts, day.records, day.zero, day.voids, day.voided_fen) == (5, 5, 5, 1, 1, 38_000)
    assert (day.cash_fen, day.pos_fen, day.held_fen, day.on_way_fen, day.arrived_fen) == (
        79_800,
        38_000,
        38_000,
        0,
        79_800,
    )
    assert codes(day) == ["not_remitted"]
    assert "380.00 元没有登记解缴，已 10 天" in day.findings[0].text
    money = made.found.money
    assert (money.taken_fen, money.held_fen, money.on_way_fen, money.arrived_fen) == (117_800, 38_000, 0, 79_800)
    assert (made.found.people, made.found.active_payments, made.found.total_fen) == (5, 5, 117_800)
    assert [(each.date, each.people, each.taken_fen) for each in made.found.timeline] == [("2023-11-15", 5, 117_800)]


def test_a_close_that_says_something_else(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    close(village, people=2, cash_fen=38_000, expected_fen=96_000, pos_fen=1, receipts=1, records=1)
    (day,) = taken(county, stick, village).all_days
    assert codes(day) == ["people_differ", "cash_differs", "pos_differs", "not_remitted"]
    assert "日结写缴费人数 2，按收到的记录是 1" in day.findings[0].text


def test_a_drawer_that_is_short(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    close(village, people=1, cash_fen=38_000, counted_fen=53_000, difference_fen=-5_000, clean=False, reason="假币")
    remit(village, "J1", 38_000)
    (day,) = taken(county, stick, village).all_days
    assert codes(day) == ["drawer_differs", "not_arrived"]
    assert day.findings[0].text == "短款 50.00 元。收款点写的原因：假币。"


def test_reversed_money_stays_in_hand(county: County, village: Village, stick: Path) -> None:
    """红冲 moves no money: the day's takings stay, the payment does not; what it carried came in once."""
    wrong = pay(village, 1)
    close(village, people=1, cash_fen=38_000)
    village.open_day(2)
    right = village.payment(2)
    reverse(village, wrong, day=2, carried_to=right["payment"])
    village.add("payment", **right | {"method": "carried", "carried_from": wrong["payment"], "day": 2})
    close(village, 2, people=1, cash_fen=0)
    made = taken(county, stick, village)
    first, second = made.all_days
    assert (first.cash_fen, first.held_fen, first.reversals) == (38_000, 38_000, 0)
    assert (second.cash_fen, second.carried_fen, second.reversals, second.reversed_fen) == (0, 38_000, 1, 38_000)
    assert (made.found.total_fen, made.found.money.taken_fen, made.found.people) == (38_000, 38_000, 1)
    assert codes(second) == []


def test_days_left_open(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    village.open_day(2)
    made = taken(county, stick, village)
    assert [codes(day) for day in made.all_days] == [["not_closed"], ["not_closed"]]


def test_slips_against_days(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    close(village, people=1, cash_fen=38_000)
    remit(village, "J1", 38_000)
    remit(village, "J2", 1_000, amount_fen=2_000)
    made = taken(county, stick, village)
    assert codes(made.all_days[0]) == ["over_remitted", "not_arrived"]
    assert [(each.slip, each.amount_fen, each.covered_fen, each.finding) for each in made.found.slips] == [
        ("J1", 38_000, 38_000, "已上解，还没有登记入库"),
        ("J2", 2_000, 1_000, "缴款单金额与所列账日合计不符"),
    ]
    assert "J1" in {each.slip for each in made.all_slips}


def test_a_slip_of_a_renewed_journal_pays_in_the_old_ones_day(county: County, village: Village, stick: Path) -> None:
    from app.county.enrol import enrol

    pay(village, 1)
    close(village, people=1, cash_fen=38_000)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    days = [{"of": village.id, "day": 1, "amount_fen": 38_000}]
    renewed.add("remitted", slip="J1", amount_fen=38_000, remitted_on="2023-11-20", bank="农商行", days=days)
    arrive(renewed, "J1")
    made = taken(county, stick, village, renewed)
    assert [codes(day) for day in made.all_days] == [[]]
    assert made.found.money.arrived_fen == 38_000
