"""A file that nobody honest writes is turned away by name, and the files after it are taken all the same."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pyrage
import pytest

from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.restored import restored
from app.devices import stick as sticks
from app.domain import journal, nesting, syncfile
from tests.county.tables import rows
from tests.factories_journal import NOON, Village


def grow_deep(village: Village, depth: int = 3_000) -> None:
    """The village signs an entry of brackets; the chain goes on."""
    seq, head = len(village.lines) + 1, village.head.encode()
    nested = b"[" * depth + b"]" * depth
    line = b'{"at":"x","body":{"a":%s},"by":"x","kind":"clerk_added","prev":"%s","seq":%d,"v":1}'
    village.lines.append(line % (nested, head, seq))


@pytest.fixture
def honest(county: County, stick: Path) -> Village:
    made = Village(point="341821100002")
    enrol(county, made.request(stick), fingerprint=None, now=NOON)
    made.open_day()
    made.pay(2)
    return made


def test_brackets_without_end_do_not_stop_the_next_file(
    county: County, village: Village, honest: Village, stick: Path
) -> None:
    grow_deep(village)
    files = [village.file(stick, county.keys.public), honest.file(stick, county.keys.public)]
    found = receive(county, files, now=NOON)
    assert [each.code for each in found.rejected] == ["chain_broken"]
    assert (found.accepted, len(rows(county, "payments"))) == (3, 1)


def test_a_kept_file_without_a_row_does_not_stop_a_restoration(
    county: County, village: Village, honest: Village, stick: Path
) -> None:
    """The power went, or the program died, between keeping a file and taking it."""
    grow_deep(village)
    for each in (village, honest):
        data = each.sealed(county.keys.public)
        sticks.write(county.raw_file(syncfile.sha256(data)), data)
    taken = restored(county, now=NOON).taken
    assert ([each.code for each in taken.rejected], taken.accepted) == (["chain_broken"], 3)
    assert sorted(row["status"] for row in rows(county, "files")) == ["refused", "taken"]
    assert restored(county, now=NOON).taken.files == 0


def test_brackets_carried_from_an_older_journal_are_not_taken(county: County, village: Village, stick: Path) -> None:
    grow_deep(village)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    for seq, line in enumerate(village.lines, start=1):
        renewed.add("entry_carried", of=village.id, of_seq=seq, line=line.decode())
    found = receive(county, [renewed.file(stick, county.keys.public)], now=NOON)
    assert (found.rejected, found.accepted) == ([], 4)
    assert not [row for row in rows(county, "entries") if row["journal"] == village.id]


def test_a_zip_whose_names_are_no_text(county: County, honest: Village, stick: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in ("header.json", "payload.jsonl", "signäture"):
            archive.writestr(name, b"")
    inner = whole.getvalue().replace("ä".encode(), b"\xff\xfe")
    file = stick / "a.cunjiao"
    file.write_bytes(pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(county.keys.public.seal)]))
    found = receive(county, [file, honest.file(stick, county.keys.public)], now=NOON)
    assert ([each.code for each in found.rejected], found.accepted) == (["damaged"], 3)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of any bytes are Linux'")
def test_a_file_name_from_another_code_page(county: County, honest: Village, stick: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(stick) + "/村.cunjiao".encode("gbk")))
    file.write_bytes(honest.sealed(county.keys.public))
    (missing,) = receive(county, [file.with_suffix(".x")], now=NOON).rejected
    assert (missing.file, missing.code) == ("??.x", "file_unreadable")
    assert "??.x" in missing.message and missing.message.encode()
    assert receive(county, [file], now=NOON).accepted == 3
    assert [row["name"] for row in rows(county, "files")] == ["??.cunjiao"]


def test_the_depth_that_is_taken_can_be_read_again(county: County, village: Village, stick: Path) -> None:
    """The limit is a number: what one verb has stored another never fails to decode."""
    grow_deep(village, nesting.DEPTH_MAX - 2)
    found = receive(county, [village.file(stick, county.keys.public)], now=NOON)
    assert found.rejected == []
    assert all(journal.parse(row["line"]) for row in rows(county, "entries"))
