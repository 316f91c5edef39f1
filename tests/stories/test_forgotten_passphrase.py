"""The clerk has forgotten the passphrase: the sheet from the cupboard opens the point, and the journal says so."""

from pathlib import Path

import pyrage

from app.devices import keyslots
from app.domain import journal as entries
from app.store import journal
from tests.factories import CLERK, CODE, NAME, PACK, Place


def test_the_recovery_sheet_gives_a_new_passphrase(tmp_path: Path):
    point = Place(tmp_path / "point")
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK, "--practice")
    sheet = tmp_path / "恢复单.pdf"
    code = point.json(*made, "--recovery-sheet", sheet)["recovery"]
    assert sheet.read_bytes().startswith(b"%PDF-")

    mistyped = code[:-1] + ("0" if code[-1] != "0" else "1")
    new = {"CUNJIAO_NEW_PASSPHRASE": "新的口令"}
    point.refuses("recovery_code_mistyped", "clerk", "recover", CLERK, CUNJIAO_RECOVERY=mistyped, **new)
    point.says("clerk", "recover", CLERK, CUNJIAO_RECOVERY=code.lower(), **new)

    point.refuses("passphrase_wrong", "verify")
    point.passphrase = "新的口令"
    assert point.json("verify")["ok"]
    with point.desk() as desk:
        last = [entries.parse(stored) for _, stored, _ in journal.lines(desk.db, desk.journal)][-1]
    assert (last.kind, last.body) == ("clerk_added", {"name": CLERK, "by_recovery": True})


def test_a_sheet_that_was_lost_opens_nothing_any_more(tmp_path: Path):
    point = Place(tmp_path / "point")
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK, "--practice")
    old = point.json(*made)["recovery"]
    new = point.json("clerk", "new-recovery")["recovery"]
    chosen = {"CUNJIAO_NEW_PASSPHRASE": "新的口令"}
    point.refuses("recovery_code_wrong", "clerk", "recover", CLERK, CUNJIAO_RECOVERY=old, **chosen)
    # The clerk's own passphrase is as it was.
    assert point.json("verify")["ok"]
    point.says("clerk", "recover", CLERK, CUNJIAO_RECOVERY=new, **chosen)


def test_the_pinned_county_can_open_the_point_too(counter: Place, pinned: Place):
    from app.county import office as offices
    from app.desk import clock

    with offices.open(pinned.folder, passphrase=pinned.passphrase, now=clock.parse("2023-11-16")) as county:
        identity = pyrage.x25519.Identity.from_str(county.keys.seal)
    sealed = (counter.folder / "county.slot").read_bytes()
    _, db_key = keyslots.unlock(counter.folder / "slots.json", None, counter.passphrase)
    assert pyrage.decrypt(sealed, [identity]) == db_key
