"""The season is over: on the county's word the journal is archived, sealed to the county, and the PC forgets it."""

import io
import zipfile
from pathlib import Path

import pyrage

from tests.factories import CODE, Place


def reply(counter: Place, pinned: Place, stick: Path) -> str:
    (file,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    return counter.says("import", file)


def test_the_end_of_a_season(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.refuses("archive_not_released", "archive", stick, "--destroy")
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    pinned.says("county", "release", "--point", CODE)
    assert "可以归档" in reply(counter, pinned, stick)
    # One more entry, and the county's word no longer covers the journal.
    counter.says("pay", "r3", "--cash-fen", 38_000)
    counter.refuses("archive_not_released", "archive", stick, "--destroy")
    assert counter.json("find", "zgf")[0]["status"] == "paid"

    pinned.says("county", "receive", counter.json("export", stick)["file"])
    pinned.says("county", "release", "--point", CODE)
    reply(counter, pinned, stick)
    # Cash in the drawer and a day nobody closed: once the journal is gone nobody could settle them.
    said = counter.refuses("archive_left_open", "archive", stick, "--destroy")
    assert "账日还没有日结" in said and "现金 760 元还没有解缴" in said
    done = counter.json("archive", stick, "--destroy", "--reason", "练习")
    assert sorted(file.name for file in counter.folder.iterdir() if file.is_file()) == []
    counter.refuses("no_point", "find", "zgf")
    assert opened_at_the_county(pinned, Path(done["file"])) == ["county.slot", "point.db", "slots.json"]


def opened_at_the_county(pinned: Place, file: Path) -> list[str]:
    from app.county import office
    from app.desk import clock

    with office.open(pinned.folder, passphrase=pinned.passphrase, now=clock.system()) as county:
        plain = pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(county.keys.seal)])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        return sorted(archive.namelist())


def test_a_county_does_not_release_what_it_has_not_whole(counter: Place, pinned: Place, stick: Path):
    pinned.refuses("point_unknown", "county", "release", "--point", "341821100999")
    assert pinned.json("county", "release", "--point", CODE) == []
