"""The files of a county's season: 643,118 payments in 400 files, signed and sealed as points do it, made once.

A point's journal is written here line by line, as tests/factories_journal.py does: days of 60 payments, one in twelve
without money, one in 200 void, one in 5,000 of somebody who paid at another point as well. The people are invented.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from benchmarks import people

from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain import journal, syncfile
from app.domain.identity import check_digit
from app.domain.journal import Entry
from app.domain.syncfile import Header
from tests.factories_journal import NOON, PACK, Village

PER_FILE = 1_608
A_DAY = 60
MAKERS = (
    "app/domain/journal.py", "app/domain/syncfile.py", "app/domain/tables.py", "app/domain/effects_payment.py",
    "app/devices/envelope.py", "tests/factories_journal.py", "build/benchmarks/county_files.py",
)  # fmt: skip
_SURNAMES, _NAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华"


class Season(msgspec.Struct, frozen=True):
    """Where the files are: one request and one sealed file for each point, and the county's keys they are sealed to."""

    folder: Path
    points: int

    @property
    def keys(self) -> PrivateKeys:
        return envelope.from_bytes((self.folder / "county.keys").read_bytes())

    @property
    def requests(self) -> list[Path]:
        return [self.folder / f"{number:05d}.json" for number in range(self.points)]

    @property
    def files(self) -> list[Path]:
        return [self.folder / f"{number:05d}.cunjiao" for number in range(self.points)]


def season(payments: int) -> Season:
    """So many payments, in files of about PER_FILE."""
    points = max(1, round(payments / PER_FILE))
    folder = people.kept(f"season-{payments}", MAKERS, lambda made: _make(made, payments, points))
    return Season(folder, points)


def _make(folder: Path, payments: int, points: int) -> None:
    folder.mkdir()
    county = envelope.new_keys()
    (folder / "county.keys").write_bytes(envelope.to_bytes(county))
    for number in range(points):
        first, last = (payments * each // points for each in (number, number + 1))
        village = Village(point=point_code(number))
        village.request(folder).rename(folder / f"{number:05d}.json")
        lines = list(_lines(village, range(first, last)))
        (folder / f"{number:05d}.cunjiao").write_bytes(_sealed(village, lines, county))


def point_code(number: int) -> str:
    """Points of 20 villages to a town, towns counted on from one county to the next."""
    return f"34{1801 + number // 4000:04d}{100 + number // 20 % 200:03d}{200 + number % 20:03d}"


def person(number: int) -> str:
    """A valid ID number for each number, as the key that entries hold; neighbours in a village are of any age."""
    day, serial = number * 7_919 % 20_000, number // 20_000
    born = f"{1940 + day // 336:04d}{day // 28 % 12 + 1:02d}{day % 28 + 1:02d}"
    digits = f"341821{born}{serial:03d}"
    return f"id_card:{digits}{check_digit(digits)}"


def _lines(village: Village, numbers: range) -> Iterator[bytes]:
    """The journal's lines: opened, then day after day. Every line cites the hash of the one before."""
    prev, seq = journal.digest(village.lines[0]), 1
    yield village.lines[0]
    for kind, body in _bodies(village, numbers):
        seq += 1
        at = f"2023-{10 + seq // 900 % 3:02d}-{seq // 60 % 28 + 1:02d}T{8 + seq // 7 % 10:02d}:{seq % 60:02d}:00+08:00"
        line = journal.line(Entry(seq=seq, at=at, by="王会计", kind=kind, body=body, prev=prev))
        prev = journal.digest(line)
        yield line


def _bodies(village: Village, numbers: range) -> Iterator[tuple[str, dict[str, Any]]]:
    random = Random(numbers.start)
    # A village works its id out of its keys each time it is asked.
    journal_id, sample, zero = village.id, village.payment(0), village.payment(0, due_fen=0)
    for place, number in enumerate(numbers):
        day = place // A_DAY + 1
        if place % A_DAY == 0:
            yield "day_opened", {"day": day, "date": _date(day), "float_fen": 20_000}
        # The one in 5,000 is the person of some payment before it.
        who = number if number % 5_000 != 4_998 else number - 4_000
        paid = _paid(journal_id, zero if number % 12 == 5 else sample, who, place, day, random)
        yield "payment", paid
        if number % 200 == 199:
            yield "payment_voided", _void(paid)


def _date(day: int) -> str:
    return f"2023-{10 + day // 28 % 3:02d}-{day % 28 + 1:02d}"


def _paid(journal_id: str, sample: dict[str, Any], who: int, place: int, day: int, random: Random) -> dict[str, Any]:
    key, ulid = person(who), f"{journal_id[:10]}{place:016d}"
    document = key.partition(":")[2]
    name = random.choice(_SURNAMES) + "".join(random.choices(_NAMES, k=2))
    serial = (900_000 if sample["method"] == "zero" else 0) + place + 1
    payer = sample["resident"] | {
        "name": name,
        "document_number": document,
        "birth_date": f"{document[6:10]}-{document[10:12]}-{document[12:14]}",
        "household": f"{place // 3:04d}",
        "head": name,
        "phone": f"139{random.randrange(10**8):08d}",
    }
    return sample | {
        "payment": ulid,
        "batch": sample["batch"] | {"id": f"B{ulid[1:]}", "digest": f"{random.getrandbits(256):064x}"},
        "person": key,
        "resident": payer,
        "day": day,
        "paid_on": _date(day),
        "receipt": f"{sample['receipt'][:-6]}{serial:06d}",
        "category": "特困人员" if sample["method"] == "zero" else None,
    }


def _void(paid: dict[str, Any]) -> dict[str, Any]:
    cited = ("payment", "receipt", "person", "year", "day", "due_fen", "method")
    return {name: paid[name] for name in cited} | {"reason": "重复"}


def _sealed(village: Village, lines: list[bytes], county: PrivateKeys) -> bytes:
    payload = syncfile.payload_of(lines)
    header = Header(
        direction="up",
        practice=True,
        from_=village.id,
        to=county.public.fingerprint,
        point=village.point,
        journal=village.id,
        number=1,
        created=journal.stamp(NOON),
        first_seq=1,
        last_seq=len(lines),
        prev_head=village.head_at(0),
        head=journal.digest(lines[-1]),
        payload_sha256=syncfile.sha256(payload),
        packs=(PACK.hash,),
    )
    return envelope.pack(header, payload, keys=village.keys, to=county.public.seal)
