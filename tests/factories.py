"""A village's counter and the county beside it, for tests: real folders, real keys, real encrypted stores.

`Place` is a data folder with the command line pointed at it: what a clerk types, and what the clerk sees.
`family()` and
`villager()` make people; `desk_at()` opens a desk in this process. Nothing here replaces a part of the program.
"""

import csv
import io
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.cli import main as command_line
from app.desk import clock
from app.desk.clock import CHINA
from app.desk.desk import Desk
from app.desk.load_roster import Loaded, Preview, load_roster
from app.desk.open_point import create_point, open_point, point_of
from app.devices import journal_key, keyslots
from app.domain.identity import check_digit
from app.domain.resident import CategoryRecord, Resident
from app.domain.roster import RosterReading
from app.store import database, roster

PACK = "langxi-2024"
CODE = "341821100201"
NAME = "建平镇钟桥村"
CLERK = "王会计"
PASSPHRASE = "建平镇 2023"
ON = date(2023, 11, 15)
MORNING = datetime(2023, 11, 15, 9, 30, tzinfo=CHINA)
PRICE = 38_000


class Answer(msgspec.Struct, frozen=True):
    """What the clerk sees of one command: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Place:
    """A data folder and the command line. `now` is CUNJIAO_NOW (None: not set), and may be moved."""

    def __init__(self, folder: Path, *, passphrase: str = PASSPHRASE, now: str | None = "2023-11-15T09:30:00") -> None:
        self.folder, self.passphrase, self.now = folder, passphrase, now

    def __call__(self, *words: object, stdin: str | bytes = "", **environment: str) -> Answer:
        """Run one command as it would be typed."""
        given = {"CUNJIAO_PASSPHRASE": self.passphrase} | ({"CUNJIAO_NOW": self.now} if self.now else {}) | environment
        return run_here("--data", self.folder, *words, stdin=stdin, environment=given)

    @contextmanager
    def desk(self, operator: str | None = None) -> Iterator[Desk]:
        """The point of this folder, opened in this process; `operator`: which clerk, where there are several."""
        moment = clock.parse(self.now) if self.now else None
        opened = open_point(self.folder, operator=operator, passphrase=self.passphrase, moment=moment)
        try:
            yield opened
        finally:
            database.close(opened.db)

    def at(self, folder: Path) -> "Place":
        """The same place in another folder, its journal's keys bound there by the function that bound them here.

        Without that the copy would begin a new journal. Making a point anew for each test costs two passphrases.
        """
        shutil.copytree(self.folder, folder)
        if (self.folder / "journal.key").exists():
            slots = self.folder / "slots.json"
            _, db_key = keyslots.unlock(slots, keyslots.names(slots)[0], self.passphrase)
            keys = journal_key.load(self.folder / "journal.key", db_key)
            assert keys is not None
            journal_key.save(folder / "journal.key", keys, db_key)
        return Place(folder, passphrase=self.passphrase, now=self.now)

    def lighten(self, **others: str) -> "Place":
        """Wrap the clerk's slot anew at the least cost a slot may ask for, as a slow computer's would be; `others` are
        further clerks with their passphrases.

        A test types thirty commands and each unlocks; at the usual cost that is most of its time.
        """
        file = self.folder / "slots.json"
        ((name,), (_, key)) = keyslots.names(file), keyslots.unlock(file, None, self.passphrase)
        slots = json.loads(file.read_bytes())
        slots["slots"] = [slot for slot in slots["slots"] if slot["kind"] != "clerk"]
        clerks = {name: self.passphrase} | others
        slots["slots"] += [_light_slot(clerk, passphrase, key) for clerk, passphrase in clerks.items()]
        file.write_text(json.dumps(slots))
        return self

    def says(self, *words: object, **environment: str) -> str:
        """The text a command prints for people; it must succeed."""
        answer = self(*words, **environment)
        assert answer.code == 0, answer.err
        return answer.out

    def json(self, *words: object, **environment: str) -> Any:
        """What a command answers with --json; it must succeed."""
        answer = self(*words, "--json", **environment)
        assert answer.code == 0, answer.err
        return answer.json

    def refuses(self, code: str, *words: object, exit_code: int = 1, **environment: str) -> str:
        """The one sentence of a command that must be refused with this code."""
        answer = self(*words, **environment)
        assert (answer.code, answer.out) == (exit_code, ""), answer
        return sentence_of(answer.err, code)


def _light_slot(name: str, passphrase: str, key: bytes) -> dict[str, Any]:
    """A clerk's slot as keyslots writes it, with one pass over 8 MiB."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapping = hash_secret_raw(
        passphrase.encode(), salt, time_cost=1, memory_cost=8192, parallelism=1, hash_len=32, type=Type.ID
    )
    wrapped = AESGCM(wrapping).encrypt(nonce, key, f"cunjiao-slot-1\0clerk\0{name}".encode())
    costs = {"passes": 1, "memory_kib": 8192, "lanes": 1}
    return {"kind": "clerk", "name": name, "salt": salt.hex(), "nonce": nonce.hex(), "wrapped": wrapped.hex()} | costs


def sentence_of(err: str, code: str) -> str:
    """Standard error as one line of Chinese ending in its code; the sentence without it."""
    assert err.endswith(f"（{code}）\n") and err.count("\n") == 1, err
    assert any("\u4e00" <= character <= "\u9fff" for character in err)
    assert "Traceback" not in err
    return err.removesuffix(f"（{code}）\n")


def run_here(*words: object, stdin: str | bytes = "", environment: dict[str, str] | None = None) -> Answer:
    """Run the command line in this process, as `python -m app` would."""
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    with _streams(given) as (out, err), _environment(environment or {}):
        code = command_line([str(word) for word in words])
        sys.stdout.flush()
        sys.stderr.flush()
        return Answer(code, out.getvalue().decode(), err.getvalue().decode())


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(stream, encoding="ascii", write_through=True) for stream in (out, err))
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.detach()
        sys.stdin, sys.stdout, sys.stderr = kept


@contextmanager
def _environment(given: dict[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    for name in ("CUNJIAO_PASSPHRASE", "CUNJIAO_NEW_PASSPHRASE", "CUNJIAO_NOW"):
        os.environ.pop(name, None)
    os.environ.update(given)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


# -- people


def id_number(birth: date, *, male: bool, order: int = 0, region: str = "341821") -> str:
    """A sound ID number; `order` 0-499 tells people of one birthday and sex apart."""
    first17 = f"{region}{birth:%Y%m%d}{order * 2 + male:03d}"
    return first17 + check_digit(first17)


def villager(
    name: str,
    *,
    birth: date = date(1980, 5, 20),
    male: bool = True,
    order: int = 0,
    household: str = "0001",
    category: str | None = None,
    **facts: Any,
) -> Resident:
    """A local resident who was insured last year; `category` with a recognition date in good time."""
    number = id_number(birth, male=male, order=order)
    listed = (CategoryRecord(category, date(2022, 1, 1)),) if category else ()
    return Resident(
        name=name,
        document_type="id_card",
        document_number=number,
        birth_date=birth,
        sex="male" if male else "female",
        household=household,
        categories=listed,
        **{"head": name, "relation": "户主", "group": "一组", "last_year": "insured"} | facts,
    )


def family() -> list[Resident]:
    """Household 0001, four generations of one price each: 380, 38 (低保), 380 and 380 yuan. Handles r1 to r4."""
    home = {"household": "0001", "head": "曾广福"}
    return [
        villager("曾广福", birth=date(1965, 5, 20), phone="13800001231", **home),
        villager("单秀英", birth=date(1967, 1, 1), male=False, category="低保对象", relation="妻", **home),
        villager("曾建国", birth=date(1990, 3, 3), relation="子", **home),
        villager("曾䶮", birth=date(2018, 7, 8), relation="孙", **home),
    ]


def village() -> list[Resident]:
    """The family (r1-r4), one with nothing to pay (r5), one of whom the roster does not know enough (r6), one with
    employee insurance (r7), and two more households (r8, r9)."""
    return [
        *family(),
        villager("仇长生", birth=date(1940, 1, 1), household="0002", category="特困人员", group="二组"),
        villager("查新民", birth=date(1985, 1, 1), household="0003", last_year="never"),
        villager("区志强", birth=date(1979, 9, 9), household="0004", other_cover="employee"),
        villager("解小燕", birth=date(1995, 12, 31), male=False, household="0005"),
        villager("欧阳修远", birth=date(1972, 2, 29), household="0006"),
    ]


ROSTER_HEADER = (
    "户编号", "户主", "姓名", "与户主关系", "身份证号", "村民小组", "联系电话", "人员类别", "认定日期", "上年参保",
    "其他参保",
)  # fmt: skip
_LAST_YEAR = {"insured": "是", "never": "否", "lapsed": "中断", None: ""}
_COVER = {None: "", "employee": "职工医保"}


def roster_csv(file: Path, people: Sequence[Resident]) -> Path:
    """Write people as a township's roster; returns the file."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(ROSTER_HEADER)
        writer.writerows(_cells(person) for person in people)
    return file


def _cells(person: Resident) -> tuple[str, ...]:
    names = "、".join(record.name for record in person.categories)
    dates = "、".join(str(record.recognised_on) for record in person.categories)
    return (
        person.household, person.head, person.name, person.relation, person.document_number, person.group, person.phone,
        names, dates, _LAST_YEAR[person.last_year], _COVER[person.other_cover],
    )  # fmt: skip


# -- desks in this process


class Hands:
    """A clock whose hands a test moves; each look at it takes a second."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def desk_at(folder: Path, *, people: Sequence[Resident] = (), pack: str = PACK, practice: bool = True) -> Desk:
    """A new point, opened, with these people on its roster and a clock of `Hands`."""
    wanted, content = point_of(
        code=CODE, name=NAME, device=1, practice=practice, on=ON if practice else None, pack_id=pack
    )
    desk, _ = create_point(folder, wanted, operator=CLERK, passphrase=PASSPHRASE, clock=Hands(), pack=content)
    if people:
        enter(desk, people)
    return desk


def enter(desk: Desk, people: Sequence[Resident]) -> Loaded:
    """Put people on the roster by the desk's own verb, without a spreadsheet before it."""
    added, changed, same = roster.sort_out(desk.db, people)
    rows = list(enumerate(people, start=2))
    reading = RosterReading(rows, [], (), len(rows), 0, ROSTER_HEADER)
    found = Preview(
        file=desk.folder / "名册.csv", digest="0" * 64, reading=reading, added=added, changed=changed, same=same
    )
    return load_roster(desk, found)
