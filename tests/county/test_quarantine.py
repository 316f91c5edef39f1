"""One bad record never stops a village: it is stored, acknowledged, kept out of the accounts and sent back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import reconcile
from app.county.reply import reply
from app.devices import envelope
from app.domain import syncfile
from app.domain.syncfile import Ack, Rejected
from app.packs import available
from tests.county.tables import rows
from tests.factories_journal import NOON, YEAR, Village

EARLIER = next(info for info in available() if info.benefit_year < YEAR)
Change = Callable[[Village], Any]


def reverse(village: Village, paid: dict[str, Any], amount: int, to: str | None = None) -> None:
    cited = {name: paid[name] for name in ("payment", "receipt", "person", "year")}
    village.add("payment_reversed", name="曾小䶮", amount_fen=amount, day=2, reason="同名", carried_to=to, **cited)


def carry(village: Village, source: dict[str, Any], **changes: Any) -> None:
    """Reverse `source` and pay for person 2 with its money, as the desk writes it; `changes` override the payment."""
    body = village.payment(2) | {"method": "carried", "carried_from": source["payment"], "day": 2}
    reverse(village, source, source["due_fen"], body["payment"])
    village.add("payment", **body | changes)


def other_year(village: Village) -> str:
    """A receipt number of the year after."""
    number = village.next_receipt(zero=False)
    return f"{number[:12]}{int(number[12:14]) + 1}{number[14:]}"


def spaced(number: str) -> str:
    """A receipt number as people read it."""
    return f"{number[:6]} {number[6:]}"


CASES: dict[str, tuple[str, Change]] = {
    "unknown kind": ("entry_invalid", lambda v: v.add("refund_paid", amount=1)),
    "a second opening": ("entry_invalid", lambda v: v.add("journal_opened", **v.opening())),
    "a field is missing": ("entry_invalid", lambda v: v.add("day_opened", day=2)),
    "a text for an amount": ("entry_invalid", lambda v: v.add("day_opened", day=2, date="2023-11-16", float_fen="200")),
    "a fraction of a fen": ("entry_invalid", lambda v: v.pay(1, due_fen=380.5)),
    "an amount beyond all bounds": ("entry_invalid", lambda v: v.pay(1, price_fen=2**63)),
    "a number for a name": ("entry_invalid", lambda v: v.pay(1, person=5)),
    "a null in a key": ("entry_invalid", lambda v: v.pay(1, payment=None)),
    "a zero character": ("entry_invalid", lambda v: v.pay(1, category="低\0保")),
    "a receipt that is no number": ("entry_invalid", lambda v: v.pay(1, receipt="abc")),
    "due is not price less subsidy": ("due_differs", lambda v: v.pay(1, subsidy_fen=100)),
    "a subsidy above the price": ("due_differs", lambda v: v.pay(1, due_fen=-100, subsidy_fen=38_100)),
    "zero due paid in cash": ("due_differs", lambda v: v.pay(1, due_fen=0, subsidy_fen=38_000)),
    "another point's receipt": ("receipt_foreign", lambda v: v.pay(1, receipt="3418211000022411000001")),
    "another device's receipt": ("receipt_foreign", lambda v: v.pay(1, receipt=f"{v.point}2420000001")),
    "another year's receipt": ("receipt_foreign", lambda v: v.pay(1, receipt=other_year(v))),
    "a receipt with a blank inside": (
        "receipt_foreign",
        lambda v: v.pay(1, receipt=spaced(v.next_receipt(zero=False))),
    ),
    "a number twice, once with a blank": ("receipt_foreign", lambda v: v.pay(1, receipt=spaced(v.pay(2)["receipt"]))),
    "a year that is not its pack's": ("year_differs", lambda v: v.pay(1, year=YEAR + 1)),
    "a pack of another year": ("year_differs", lambda v: v.pay(1, pack=EARLIER.id, pack_hash=EARLIER.hash)),
    "the same two digits of another millennium": ("year_differs", lambda v: v.pay(1, year=YEAR + 1000)),
    "a method nobody has": ("method_unknown", lambda v: v.pay(1, method="foo")),
    "no method": ("method_unknown", lambda v: v.pay(1, method=None)),
    "carried from nothing": ("carried_unknown", lambda v: v.pay(1, method="carried", carried_from="NOSUCH")),
    "carried, and not said from what": ("carried_unknown", lambda v: v.pay(1, method="carried")),
    "carried from a list": ("carried_unknown", lambda v: v.pay(1, method="carried", carried_from=[v.id])),
    "carried from what stands": (
        "carried_unknown",
        lambda v: v.pay(1, method="carried", carried_from=v.pay(2)["payment"]),
    ),
    "carried to somebody else": ("carried_unknown", lambda v: carry(v, v.pay(1), payment="0" * 26)),
    "more carried than was reversed": ("carried_unknown", lambda v: carry(v, v.pay(1, due=3_800))),
    "a fee with a zero-due number": ("receipt_foreign", lambda v: v.pay(1, receipt=v.next_receipt(zero=True))),
    "a receipt number twice": ("receipt_repeated", lambda v: v.pay(1, receipt=v.pay(2)["receipt"])),
    "a payment id twice": ("receipt_repeated", lambda v: v.pay(1, payment=v.pay(2)["payment"])),
    "a pack nobody knows": ("payment_pack_unknown", lambda v: v.pay(1, pack_hash="0" * 64)),
    "void of nothing": ("void_unknown", lambda v: v.void(v.payment(1))),
    "void of another person": ("void_unknown", lambda v: v.void(v.pay(1) | {"person": "id_card:x"})),
    "void of another sum": ("void_unknown", lambda v: v.void(v.pay(1) | {"due_fen": 3_800})),
    "reversal of another sum": ("reversal_unknown", lambda v: reverse(v, v.pay(1), 38_001)),
    "void twice": ("void_unknown", lambda v: [v.void(paid) for paid in [v.pay(1)] for _ in range(2)]),
}


@pytest.mark.parametrize(("code", "change"), CASES.values(), ids=CASES.keys())
def test_a_bad_record_is_stored_and_sent_back(
    county: County, village: Village, stick: Path, code: str, change: Change
) -> None:
    change(village)
    bad = len(village.lines)
    village.pay(50)

    result = receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert (result.accepted, result.quarantined, result.rejected) == (len(village.lines) - 1, 1, [])

    (file,) = reply(county, point=village.point, folder=stick, now=NOON)
    opened = envelope.open(file.read_bytes(), keys=village.keys)
    records = syncfile.read_records(opened.payload)
    assert [r.acknowledged_to for r in records if isinstance(r, Ack)] == [len(village.lines)]
    (rejected,) = [r for r in records if isinstance(r, Rejected)]
    assert (rejected.seq, rejected.code) == (bad, code)
    assert rejected.remedy
    assert "id_card:34182119900101" + "0050" in {row["person"] for row in rows(county, "active")}


def test_a_line_that_is_in_place_but_not_canonical(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    village.lines[-1] = village.lines[-1].replace(b'{"at":', b'{ "at":', 1)
    village.pay(2)
    result = receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert (result.accepted, result.quarantined) == (3, 1)


def test_a_receipt_number_repeated_in_a_later_file(county: County, village: Village, stick: Path) -> None:
    paid = village.pay(1)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    village.pay(2, receipt=paid["receipt"])
    assert receive(county, [village.file(stick, county.keys.public)], now=NOON).quarantined == 1
    assert [row["person"] for row in rows(county, "payments")] == [paid["person"]]


def test_what_a_reversal_carries_is_taken(county: County, village: Village, stick: Path) -> None:
    """All of the money, or less (what is left is asked back); a file may end between the reversal and the payment."""
    carry(village, village.pay(1))
    source = village.pay(3)
    part = village.payment(4, due_fen=3_800)
    carry(village, source, **{name: part[name] for name in ("person", "subsidy_fen", "due_fen")})
    for last in (len(village.lines) - 1, len(village.lines)):
        result = receive(county, [village.file(stick, county.keys.public, last=last)], now=NOON)
        assert result.quarantined == 0
    found = reconcile(county)
    assert (found.active_payments, found.total_fen) == (2, 41_800)


def test_nobody_else_ends_a_payment_or_lives_on_its_money(county: County, village: Village, stick: Path) -> None:
    """The other device of the village, and a journal that goes on from that."""
    other = Village(device=2)
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    voided, reversed_ = village.pay(1), village.pay(3)
    carried = other.payment(2) | {"method": "carried", "carried_from": reversed_["payment"]}
    other.void(voided)
    reverse(other, reversed_, 38_000, carried["payment"])
    other.add("payment", **carried)
    renewed = Village(device=2, renewal=1, previous=other)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    renewed.void(voided)
    receive(county, [each.file(stick, county.keys.public) for each in (village, other, renewed)], now=NOON)
    codes = ["void_unknown", "reversal_unknown", "carried_unknown", "void_unknown"]
    assert sorted(row["code"] for row in rows(county, "quarantine")) == sorted(codes)
    found = reconcile(county)
    assert (found.active_payments, found.total_fen) == (2, 76_000)


def test_a_journal_that_goes_on_ends_what_the_old_one_paid(county: County, village: Village, stick: Path) -> None:
    voided, reversed_ = village.pay(1), village.pay(3)
    first = Village(renewal=1, previous=village)
    second = Village(renewal=2, previous=first)
    for each in (first, second):
        enrol(county, each.request(stick), fingerprint=None, now=NOON)
    second.void(voided)
    carry(second, reversed_)
    files = [each.file(stick, county.keys.public) for each in (village, first, second)]
    assert receive(county, files, now=NOON).quarantined == 0
    assert reconcile(county).active_payments == 1


def test_a_carried_payment_is_ended_by_the_file_that_brings_it(county: County, village: Village, stick: Path) -> None:
    """A machine was replaced before its last file left, and the clerk voids what only its backup knew."""
    voided = village.pay(1)
    village.pay(2)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    for seq, line in enumerate(village.lines, start=1):
        renewed.add("entry_carried", of=village.id, of_seq=seq, line=line.decode())
    renewed.void(voided)
    assert receive(county, [renewed.file(stick, county.keys.public)], now=NOON).quarantined == 0
    assert reconcile(county).active_payments == 1


def test_an_end_waits_for_what_it_ends(county: County, village: Village, stick: Path) -> None:
    """The successor's file brings a payment behind a hole and its void; the file that fills the hole comes last."""
    for number in range(1, 5):
        paid = village.pay(number)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    last = len(village.lines)
    renewed.add("entry_carried", of=village.id, of_seq=last, line=village.lines[-1].decode())
    renewed.void(paid)
    result = receive(county, [renewed.file(stick, county.keys.public)], now=NOON)
    assert [(each.code, each.seqs) for each in result.quarantine] == [("void_unknown", [3])]

    filled = receive(county, [village.file(stick, county.keys.public, last=last - 1)], now=NOON)
    assert (filled.quarantined, filled.taken_again, rows(county, "quarantine")) == (0, 1, [])
    assert reconcile(county).active_payments == 3


def test_an_end_that_never_finds_its_payment_stays_out(county: County, village: Village, stick: Path) -> None:
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    renewed.void(renewed.payment(9))
    receive(county, [renewed.file(stick, county.keys.public)], now=NOON)
    village.pay(1)
    late = receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert late.taken_again == 0
    assert [row["code"] for row in rows(county, "quarantine")] == ["void_unknown"]
