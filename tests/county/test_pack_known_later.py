"""A pack taken into use after payments made under it had come: the county ends as if it had known it all along."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.county import office, pack_texts, records
from app.county import take as taking
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import reconcile
from app.county.reply import reply
from app.county.schema import quarantine
from app.county.take import take_again
from app.devices import envelope
from app.domain import syncfile
from app.domain.journal import stamp
from app.domain.syncfile import Rejected
from app.packs import load_kept, pack_bytes
from tests.county.tables import content, rows
from tests.factories_journal import NOON, PACK, POINT, YEAR, Village

OWN = {"pack": "own-2024", "pack_hash": "a" * 64}
UNHEARD = {"pack": "other-2024", "pack_hash": "b" * 64}


@pytest.fixture
def knowing(tmp_path: Path, county: County) -> Iterator[County]:
    """A county with the same keys that has known the county's own pack from the beginning."""
    made, _ = office.create(
        tmp_path / "knowing", name="郎溪县", practice=True, passphrase="口令", operator="李科长", now=NOON
    )
    made.keys = county.keys
    with made:
        know(made)
        yield made


def know(county: County, digest: str = OWN["pack_hash"]) -> int:
    """Take the pack into use, as add_pack and a newer program do; how many entries came in by it."""
    with county.engine.begin() as connection:
        records.add_packs(connection, [(digest, "own-2024")], at=stamp(NOON))
        return take_again(connection)


def everything_at_once(village: Village) -> None:
    """Payments under the known and the unknown pack, voided and paid again, and bad ones among them."""
    first = village.pay(1, **OWN)
    village.add("refund_paid", amount=1)
    village.void(first)
    village.pay(1)
    voided = village.pay(2)
    village.void(voided)
    village.pay(2, **OWN)
    village.pay(3, subsidy_fen=100, **OWN)
    village.void(village.payment(4))
    village.pay(5, receipt=first["receipt"], **OWN)
    village.void(first)
    village.pay(6, **UNHEARD)


@pytest.mark.parametrize("at_once", [2000, 3])
def test_the_same_tables_whenever_the_pack_comes(
    county: County,
    knowing: County,
    village: Village,
    stick: Path,
    at_once: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(taking, "_AT_ONCE", at_once)
    enrol(knowing, village.request(stick), fingerprint=None, now=NOON)
    everything_at_once(village)
    file = village.file(stick, county.keys.public)
    late, early = (receive(each, [file], now=NOON) for each in (county, knowing))
    assert late.quarantined > early.quarantined
    assert content(county)["payments"] != content(knowing)["payments"]

    assert know(county) == late.quarantined - early.quarantined == 3
    assert content(county) == content(knowing)
    assert know(county) == 0
    assert content(county) == content(knowing)


def test_those_that_pass_the_pack_still_meet_the_other_checks(county: County, village: Village, stick: Path) -> None:
    village.pay(1, subsidy_fen=100, **OWN)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert know(county) == 0
    assert [row["code"] for row in rows(county, "quarantine")] == ["due_differs"]


def test_nothing_that_stands_in_the_accounts_is_lost(county: County, village: Village, stick: Path) -> None:
    """A receipt number given twice: the one taken while the other waited stays."""
    waited = village.pay(1, **OWN)
    stands = village.pay(2, receipt=waited["receipt"])
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert know(county) == 0
    assert [row["person"] for row in rows(county, "payments")] == [stands["person"]]
    assert [row["code"] for row in rows(county, "quarantine")] == ["receipt_repeated"]


def test_a_renewed_journals_void_follows_the_payment_in(county: County, village: Village, stick: Path) -> None:
    paid = village.pay(1, **OWN)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    renewed.void(paid)
    files = [each.file(stick, county.keys.public) for each in (village, renewed)]
    assert receive(county, files, now=NOON).quarantined == 2
    assert know(county) == 2
    found = reconcile(county)
    assert (found.active_payments, found.quarantined) == (0, 0)


def test_what_a_reversal_carried_follows_it_in(county: County, village: Village, stick: Path) -> None:
    paid, right = village.pay(1, **OWN), village.payment(2)
    cited = {name: paid[name] for name in ("payment", "receipt", "person", "year")}
    carried_to = right["payment"]
    village.add(
        "payment_reversed", name="曾小䶮", amount_fen=38_000, day=2, reason="同名", carried_to=carried_to, **cited
    )  # fmt: skip
    village.add("payment", **right | {"method": "carried", "carried_from": paid["payment"]})
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    codes = ["payment_pack_unknown", "reversal_unknown", "carried_unknown"]
    assert [row["code"] for row in rows(county, "quarantine")] == codes
    assert know(county) == 3
    found = reconcile(county)
    assert (found.active_payments, found.total_fen, found.quarantined) == (1, 38_000, 0)


def test_a_pack_without_a_text_is_for_the_year_of_the_one_enrolled_with(
    county: County, village: Village, stick: Path
) -> None:
    village.pay(1, year=YEAR + 1000, **OWN)
    village.pay(2, **OWN)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert know(county) == 1
    assert [row["code"] for row in rows(county, "quarantine")] == ["year_differs"]


def test_a_pack_that_the_county_wrote_says_its_year(county: County, village: Village, stick: Path) -> None:
    text = pack_bytes(PACK.id).decode().replace(f"benefit_year = {YEAR}", f"benefit_year = {YEAR + 1}")
    pack = load_kept(text.encode())
    assert pack.benefit_year == YEAR + 1
    with county.engine.begin() as connection:
        records.add_packs(connection, [(pack.hash, pack.id)], at=stamp(NOON))
        pack_texts.keep(connection, pack.hash, text.encode())
    number = village.next_receipt(zero=False)
    later = f"{number[:12]}{(YEAR + 1) % 100}{number[14:]}"
    village.pay(1, pack_hash=pack.hash, year=YEAR + 1, receipt=later)
    village.pay(2, pack_hash=pack.hash)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert [(row["seq"], row["code"]) for row in rows(county, "quarantine")] == [(4, "year_differs")]


def test_a_payment_that_comes_in_later_may_be_a_conflict(county: County, village: Village, stick: Path) -> None:
    other = Village(point="341821100002")
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    village.pay(1)
    other.pay(1, **OWN)
    files = [each.file(stick, county.keys.public) for each in (village, other)]
    assert receive(county, files, now=NOON).conflicts == []
    know(county)
    (conflict,) = reconcile(county).conflicts
    assert {each.point for each in conflict.payments} == {POINT, other.point}


def rejected(county: County, village: Village, stick: Path) -> list[Rejected]:
    (file,) = reply(county, point=village.point, folder=stick, now=NOON)
    found = syncfile.read_records(envelope.open(file.read_bytes(), keys=village.keys).payload)
    return [record for record in found if isinstance(record, Rejected)]


def test_the_next_reply_lists_what_is_still_out(county: County, village: Village, stick: Path) -> None:
    village.pay(1, **OWN)
    village.pay(2, **UNHEARD)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert [each.seq for each in rejected(county, village, stick)] == [3, 4]
    know(county)
    assert [each.seq for each in rejected(county, village, stick)] == [4]


@pytest.mark.parametrize("verb", ["receive", "reply", "reconcile"])
def test_a_pack_that_came_with_a_newer_program(county: County, village: Village, stick: Path, verb: str) -> None:
    """Opening the county only makes the pack known; whatever is asked next counts the payments."""
    village.pay(1, **OWN)
    file = village.file(stick, county.keys.public)
    receive(county, [file], now=NOON)
    with county.engine.begin() as connection:
        records.add_packs(connection, [(OWN["pack_hash"], OWN["pack"])], at=stamp(NOON))
    asked: dict[str, Any] = {
        "receive": lambda: receive(county, [file], now=NOON).taken_again == 1,
        "reply": lambda: rejected(county, village, stick) == [],
        "reconcile": lambda: reconcile(county).active_payments == 1,
    }
    assert asked[verb]()
    assert len(rows(county, "payments")) == 1


def test_quarantined_before_facts_held_the_hash(county: County, village: Village, stick: Path) -> None:
    village.pay(1, **OWN)
    village.pay(2, **UNHEARD)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    with county.engine.begin() as connection:
        old = msgspec.json.encode({"receipt": "1", "pack": "own-2024"}).decode()
        connection.execute(quarantine.update().values(facts=old))
    assert know(county) == 1
    assert [msgspec.json.decode(row["facts"])["pack_hash"] for row in rows(county, "quarantine")] == ["b" * 64]


def test_receiving_says_what_is_out_and_why(county: County, village: Village, stick: Path) -> None:
    village.pay(1, **OWN)
    village.pay(2, **OWN)
    village.pay(3, subsidy_fen=100)
    file = village.file(stick, county.keys.public)
    for quarantined in (3, 0):
        done = receive(county, [file], now=NOON)
        assert done.quarantined == quarantined
        assert [(each.code, each.seqs) for each in done.quarantine] == [
            ("payment_pack_unknown", [3, 4]),
            ("due_differs", [5]),
        ]
        assert "own-2024（指纹 aaaaaaaa）" in done.quarantine[0].message
        assert "add-pack" in done.quarantine[0].message


def test_a_later_file_does_not_repeat_old_doubts(county: County, village: Village, stick: Path) -> None:
    village.pay(1, **OWN)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    village.pay(2)
    assert receive(county, [village.file(stick, county.keys.public, first=4)], now=NOON).quarantine == []
