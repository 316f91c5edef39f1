"""The county's answer: numbered, signed, sealed to one device, one file for each."""

import copy
from datetime import date
from pathlib import Path

import pytest

from app.county import residents, schema
from app.county.database import put_rows
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reply import reply
from app.devices import envelope
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.resident import Resident
from app.domain.syncfile import Ack, Header, HeldEntry, PaidElsewhere, Rejected, Sibling
from app.domain.syncfile import County as CountyRecord
from tests.county.books import number
from tests.factories_journal import NOON, YEAR, Village


def answer(county: County, village: Village, stick: Path) -> tuple[Header, list[syncfile.Record]]:
    """The reply to this device, whoever else gets one."""
    files = reply(county, point=village.point, folder=stick, now=NOON)
    (file,) = [each for each in files if f"-{village.id[:5]}-" in each.name]
    opened = envelope.open(file.read_bytes(), keys=village.keys)
    envelope.verify(opened, county.keys.public.sign)
    return opened.header, syncfile.read_records(opened.payload)


def test_before_anything_came_it_introduces_the_county(county: County, village: Village, stick: Path) -> None:
    header, (who, ack) = answer(county, village, stick)
    public = county.keys.public
    assert who == CountyRecord(name="郎溪县", sign_key=public.sign, seal_key=public.seal)
    assert ack == Ack(acknowledged_to=0, head=village.head_at(0))
    assert (header.store, header.number, header.last_seq, header.practice) == (county.store, 1, 0, True)


def test_it_acknowledges_the_highest_contiguous_entry(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    early, late = (village.file(stick, county.keys.public, **part) for part in ({"last": 2}, {"first": 4}))
    village.pay(2)
    late = village.file(stick, county.keys.public, first=4)
    receive(county, [early, late], now=NOON)
    header, (_, ack) = answer(county, village, stick)
    assert ack == Ack(acknowledged_to=2, head=village.head_at(2))
    assert (header.last_seq, header.head) == (2, village.head_at(2))


def test_numbers_rise_and_files_cite_the_one_before(county: County, village: Village, stick: Path) -> None:
    first, _ = answer(county, village, stick)
    (stick / syncfile.file_name(first)).rename(stick / "first")
    second, _ = answer(county, village, stick)
    assert (first.number, second.number) == (1, 2)
    assert second.previous_sha256 == syncfile.sha256((stick / "first").read_bytes())


def test_one_file_for_each_device(county: County, village: Village, stick: Path) -> None:
    other, elsewhere = Village(device=2), Village(point="341821100002")
    for each in (other, elsewhere):
        enrol(county, each.request(stick), fingerprint=None, now=NOON)
    files = reply(county, point=village.point, folder=stick, now=NOON)
    owners = [
        envelope.open(f.read_bytes(), keys=v.keys).header.journal for f, v in zip(files, (village, other), strict=True)
    ]
    assert owners == [village.id, other.id]
    with pytest.raises(Refused, match="打不开"):
        envelope.open(files[0].read_bytes(), keys=other.keys)


def test_a_journal_that_was_replaced_gets_no_file(county: County, village: Village, stick: Path) -> None:
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    (file,) = reply(county, point=village.point, folder=stick, now=NOON)
    assert envelope.open(file.read_bytes(), keys=renewed.keys).header.journal == renewed.id


def test_a_replaced_journal_that_is_still_alive_gets_its_own(county: County, village: Village, stick: Path) -> None:
    copy = Village(renewal=1, previous=village)
    enrol(county, copy.request(stick), fingerprint=None, now=NOON)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert len(reply(county, point=village.point, folder=stick, now=NOON)) == 2


def carry(village: Village, of: Village) -> None:
    """Carry all entries of a lost journal inside this one."""
    for seq, line in enumerate(of.lines, start=1):
        village.add("entry_carried", of=of.id, of_seq=seq, line=line.decode())


def sent_back(records: list[syncfile.Record]) -> list[tuple[int, str]]:
    return [(each.seq, each.code) for each in records if isinstance(each, Rejected)]


def test_what_was_carried_and_is_out_of_the_accounts_is_told(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    bad = village.pay(2, subsidy_fen=100)
    heir = Village(renewal=1, previous=village)
    enrol(county, heir.request(stick), fingerprint=None, now=NOON)
    carry(heir, village)
    heir.open_day()
    heir.pay(3, subsidy_fen=100)
    receive(county, [heir.file(stick, county.keys.public)], now=NOON)
    _, told = answer(county, heir, stick)
    assert sent_back(told) == [(5, "due_differs"), (7, "due_differs")]
    (remedy, _) = [each.remedy for each in told if isinstance(each, Rejected)]
    assert bad["receipt"] in remedy


def test_what_was_carried_twice_over_is_told(county: County, village: Village, stick: Path) -> None:
    """A machine is lost that had carried what the one before it had, and had not handed that over either."""
    village.pay(1, subsidy_fen=100)
    heir = Village(renewal=1, previous=village)
    carry(heir, village)
    last = Village(renewal=2, previous=heir)
    carry(last, heir)
    for each in (heir, last):
        enrol(county, each.request(stick), fingerprint=None, now=NOON)
    receive(county, [last.file(stick, county.keys.public)], now=NOON)
    _, told = answer(county, last, stick)
    # The bad one was the third; carried as the fourth of its heir, that as the fifth of the last.
    assert sent_back(told) == [(5, "due_differs")]


def paid_elsewhere(told: list[syncfile.Record]) -> set[str | None]:
    return {each.payment for each in told if isinstance(each, PaidElsewhere)}


def test_who_paid_at_a_twin_of_the_machine_before_is_told(county: County, village: Village, stick: Path) -> None:
    """A disk was cloned and both wrote one journal; one of them came here, the other's heir asks who has paid."""
    twin = copy.deepcopy(village)
    paid = village.pay(1)
    person = Resident(
        name="曾小䶮", document_type="id_card", document_number=paid["resident"]["document_number"], group="三组",
        birth_date=date(1990, 1, 1), sex="male", household="0001", head="曾大", relation="子", phone="",
    )  # fmt: skip
    with county.engine.begin() as connection:
        residents.store(connection, village.point, [person], whole=True)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    for renewal in (2, 3):
        # Its journal is of another history, first as long as the county's, then longer than that: nobody there can
        # compare them.
        twin.pay(renewal)
        heir = Village(renewal=renewal, previous=twin)
        enrol(county, heir.request(stick), fingerprint=None, now=NOON)
        _, told = answer(county, heir, stick)
        assert paid_elsewhere(told) == {paid["payment"]}
        assert not [each for each in told if isinstance(each, HeldEntry)]
    same = Village(renewal=4, previous=village)
    enrol(county, same.request(stick), fingerprint=None, now=NOON)
    assert paid_elsewhere(answer(county, same, stick)[1]) == set()


def test_a_year_that_no_reply_can_name_is_left_out(county: County, village: Village, stick: Path) -> None:
    """One line of it would keep the point from taking the reply, and every one after it."""
    person = Resident(
        name="曾小䶮", document_type="id_card", document_number=number(1), birth_date=date(1980, 5, 20), sex="male",
        household="0001", head="曾大", relation="子", group="三组", phone="",
    )  # fmt: skip
    years = (1999, 2000, YEAR, 2999, 3000)
    with county.engine.begin() as connection:
        residents.store(connection, village.point, [person], whole=True)
        rows = [(person.key, year, "曾小䶮", "网上", None, "0" * 64) for year in years]
        put_rows(connection, schema.paid_elsewhere, rows)
    _, told = answer(county, village, stick)
    assert [each.year for each in told if isinstance(each, PaidElsewhere)] == [2000, YEAR, 2999]


def test_a_point_nobody_knows(county: County, stick: Path) -> None:
    with pytest.raises(Refused, match="没有登记"):
        reply(county, point="341821199999", folder=stick, now=NOON)


def test_no_stick(county: County, village: Village, stick: Path) -> None:
    with pytest.raises(Refused) as caught:
        reply(county, point=village.point, folder=stick / "gone", now=NOON)
    assert caught.value.code == "folder_missing"
    header, _ = answer(county, village, stick)
    assert header.number == 2


def test_a_key_that_was_left_behind_is_named_to_nobody(county: County, stick: Path) -> None:
    old, other = Village(), Village(device=2)
    enrol(county, old.request(stick), fingerprint=None, now=NOON)
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    renewed = Village(renewal=1, previous=old)
    enrol(county, renewed.request(stick, sign_old=old.keys), fingerprint=None, now=NOON)
    files = reply(county, point=old.point, folder=stick, now=NOON)
    assert sorted(file.name.split("-")[-3] for file in files) == sorted([renewed.id[:5], other.id[:5]])
    mine = next(file for file in files if other.id[:5] in file.name)
    records = syncfile.read_records(envelope.open(mine.read_bytes(), keys=other.keys).payload)
    assert [each.journal for each in records if isinstance(each, Sibling)] == [renewed.id]
