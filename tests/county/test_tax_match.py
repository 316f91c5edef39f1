"""The tax bureau's list against the points, person by person: every result with its figures."""

from datetime import timedelta
from pathlib import Path

from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import Reconciled, reconcile
from app.county.take_list import take_list
from tests.county.books import TAX, key, pay, reverse, sheet, tax_row
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=30)


def matched(county: County, village: Village, stick: Path, *rows: list[object]) -> Reconciled:
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    take_list(county, sheet(stick / "税务.csv", TAX, *rows), kind="tax", now=LATER)
    return reconcile(county, now=LATER)


def groups(found: Reconciled) -> dict[str, tuple[int, int, int]]:
    (year,) = found.tax
    return {each.result: (each.people, each.point_fen, each.list_fen) for each in year.groups}


def test_each_result(county: County, village: Village, stick: Path) -> None:
    for person in (1, 2, 3, 4):
        pay(village, person)
    pay(village, 5, category="特困人员")
    pay(village, 6, category="低保对象")
    found = matched(
        county, village, stick,
        tax_row("V1", 1, 380),
        tax_row("V2", 2, 400),
        tax_row("V3", 3, 380), tax_row("V3R", 3, 380, mark="退费"),
        tax_row("V6", 6, 38),
        tax_row("V7", 7, 380),
    )  # fmt: skip
    assert groups(found) == {
        "matched": (2, 38_000 + 3_800, 41_800),
        "only_point": (1, 38_000, 0),
        "only_list": (1, 0, 38_000),
        "amount_differs": (1, 38_000, 40_000),
        "refund": (1, 38_000, 0),
    }
    shown = [(each.result, each.point_fen, each.paid_fen, each.refund_fen, each.voucher) for each in found.differences]
    assert shown == [
        ("amount_differs", 38_000, 40_000, 0, "V2"),
        ("refund", 38_000, 38_000, 38_000, "V3R"),
        ("only_list", 0, 38_000, 0, "V7"),
        ("only_point", 38_000, 0, 0, ""),
    ]
    assert all(each.text and each.remedy for each in found.differences)
    assert key(4).partition(":")[2] not in str(found.differences)


def test_what_has_ended_is_no_payment(county: County, village: Village, stick: Path) -> None:
    """A void, a reversal the tax bureau refunded, and one it did not."""
    village.void(pay(village, 1))
    for person in (2, 3):
        reverse(village, pay(village, person))
    rows = (tax_row("V2", 2, 380), tax_row("V2", 2, 380, mark="退费"), tax_row("V3", 3, 380))
    found = matched(county, village, stick, *rows)
    assert groups(found) == {"only_list": (1, 0, 38_000), "refund": (1, 0, 0)}
    assert found.differences[0].text.endswith("两边余额相同。")


def test_paid_twice_at_the_points_and_once_on_the_list(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    pay(village, 1)
    found = matched(county, village, stick, tax_row("V1", 1, 380))
    assert groups(found) == {"amount_differs": (1, 76_000, 38_000)}


def test_exempt_at_the_point_and_paid_on_the_list(county: County, village: Village, stick: Path) -> None:
    pay(village, 1, category="特困人员")
    found = matched(county, village, stick, tax_row("V1", 1, 380))
    assert groups(found) == {"amount_differs": (1, 0, 38_000)}


def test_another_year_is_another_matter(county: County, village: Village, stick: Path) -> None:
    pay(village, 1)
    found = matched(county, village, stick, tax_row("V1", 1, 380, period="2023"))
    assert [(each.year, [group.result for group in each.groups]) for each in found.tax] == [(2023, ["only_list"])]


def test_nothing_is_held_against_no_list(county: County, village: Village) -> None:
    assert reconcile(county, now=LATER).tax == []
