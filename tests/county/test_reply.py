"""The county's answer: numbered, signed, sealed to one device, one file for each."""

from pathlib import Path

import pytest

from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reply import reply
from app.devices import envelope
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Ack, Header
from app.domain.syncfile import County as CountyRecord
from tests.factories_journal import NOON, Village


def answer(county: County, village: Village, stick: Path) -> tuple[Header, list[syncfile.Record]]:
    (file,) = reply(county, point=village.point, folder=stick, now=NOON)
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


def test_a_point_nobody_knows(county: County, stick: Path) -> None:
    with pytest.raises(Refused, match="没有登记"):
        reply(county, point="341821199999", folder=stick, now=NOON)


def test_no_stick(county: County, village: Village, stick: Path) -> None:
    with pytest.raises(Refused) as caught:
        reply(county, point=village.point, folder=stick / "gone", now=NOON)
    assert caught.value.code == "folder_missing"
    header, _ = answer(county, village, stick)
    assert header.number == 2
