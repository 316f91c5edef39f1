"""Files from sticks: each entry exactly once, and a named answer for each file that is not taken."""

from pathlib import Path

import msgspec
import pytest

from app.county import office
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import ReceiveResult, receive
from app.devices import envelope
from app.domain.journal import Entry, line
from tests.county.tables import content, rows
from tests.factories_journal import NOON, Village


def take(county: County, *paths: Path) -> ReceiveResult:
    return receive(county, paths, now=NOON)


def counts(result: ReceiveResult) -> tuple[int, int, int, int]:
    return result.accepted, result.duplicate, result.waiting, result.quarantined


def codes(result: ReceiveResult) -> list[str]:
    return [rejected.code for rejected in result.rejected]


def test_a_file_is_taken_once(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    village.pay(2, due=0)
    file = village.file(stick, county.keys.public)

    assert counts(take(county, file)) == (4, 0, 0, 0)
    before = content(county)
    assert counts(take(county, file)) == (0, 4, 0, 0)
    assert content(county) == before
    assert {row["due_fen"] for row in rows(county, "payments")} == {38_000, 0}
    assert [entry["line"] for entry in rows(county, "entries")] == village.lines


def test_cumulative_files_overlap(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    first = village.file(stick, county.keys.public)
    village.pay(2)
    second = village.file(stick, county.keys.public)

    assert counts(take(county, first, second)) == (4, 3, 0, 0)


def test_files_in_any_order_in_one_call(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    early = village.file(stick, county.keys.public, last=2)
    late = village.file(stick, county.keys.public, first=3)

    assert counts(take(county, late, early)) == (3, 0, 0, 0)


def test_a_file_that_comes_too_early_waits(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    early = village.file(stick, county.keys.public, last=1)
    middle = village.file(stick, county.keys.public, first=2, last=2)
    late = village.file(stick, county.keys.public, first=2)

    assert counts(take(county, late, middle, late)) == (0, 0, 2, 0)
    late.unlink()
    assert counts(take(county, early)) == (3, 1, 0, 0)
    assert len(rows(county, "payments")) == 1


def test_raw_files_are_kept(county: County, village: Village, stick: Path) -> None:
    file = village.file(stick, county.keys.public)
    take(county, file)
    assert [kept.read_bytes() for kept in (county.folder / "files").iterdir()] == [file.read_bytes()]


@pytest.mark.parametrize("length", [0, 10, 22, 120, 200, 230, 700, -1])
def test_a_truncated_file_is_refused_and_changes_nothing(
    county: County, village: Village, stick: Path, length: int
) -> None:
    file = village.file(stick, county.keys.public)
    before = content(county)
    file.write_bytes(file.read_bytes()[:length])

    assert codes(take(county, file)) == ["damaged"]
    assert content(county) == before


def test_another_countys_file(county: County, village: Village, stick: Path) -> None:
    assert codes(take(county, village.file(stick, envelope.new_keys().public))) == ["not_ours"]


def test_a_swapped_envelope(county: County, village: Village, stick: Path) -> None:
    """Somebody opened a file written to another county and sealed it anew to this one."""
    other = envelope.new_keys().public
    header = village.header(other)
    swapped = envelope.pack(header, village.payload(1, header.last_seq), keys=village.keys, to=county.keys.public.seal)
    file = stick / "swapped.cunjiao"
    file.write_bytes(swapped)
    assert codes(take(county, file)) == ["envelope_swapped"]


def test_a_point_that_is_not_enrolled(county: County, stick: Path) -> None:
    stranger = Village()
    assert codes(take(county, stranger.file(stick, county.keys.public))) == ["not_enrolled"]


def test_a_point_under_anothers_code(county: County, village: Village, stick: Path) -> None:
    file = village.file(stick, county.keys.public, point="341821100002")
    assert codes(take(county, file)) == ["not_enrolled"]


def test_a_real_points_file_at_a_practice_county(county: County, village: Village, stick: Path) -> None:
    assert codes(take(county, village.file(stick, county.keys.public, practice=False))) == ["practice_mismatch"]


def test_a_real_journal_under_a_practice_header(county: County, stick: Path) -> None:
    village = Village()
    enrol(county, village.request(stick), fingerprint=None, now=NOON)
    village.lines.clear()
    village.add("journal_opened", **village.opening() | {"practice": False})
    assert codes(take(county, village.file(stick, county.keys.public))) == ["practice_mismatch"]


def test_a_journal_that_opens_as_another(county: County, stick: Path) -> None:
    village = Village()
    enrol(county, village.request(stick), fingerprint=None, now=NOON)
    village.lines.clear()
    village.add("journal_opened", **village.opening() | {"device": 2})
    assert codes(take(county, village.file(stick, county.keys.public))) == ["opening_differs"]
    assert not rows(county, "entries")


def test_a_broken_chain_is_refused_whole(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    village.pay(2)
    entry = msgspec.json.decode(village.lines[2], type=Entry)
    village.lines[2] = line(msgspec.structs.replace(entry, by="别人"))
    result = take(county, village.file(stick, county.keys.public))
    assert codes(result) == ["chain_broken"]
    assert "第 4 条" in result.rejected[0].message
    assert not rows(county, "entries")


def test_a_wrong_head_is_refused(county: County, village: Village, stick: Path) -> None:
    file = village.file(stick, county.keys.public, head="0" * 64)
    assert codes(take(county, file)) == ["chain_broken"]


def test_a_fork_keeps_both_heads(county: County, village: Village, stick: Path) -> None:
    """Two machines went on from one journal with one key: a copied data folder."""
    village.pay(1)
    copy = Village(keys=village.keys)
    copy.lines = village.lines[:2]
    copy.pay(9)
    copy.pay(10)
    take(county, village.file(stick, county.keys.public))
    before = content(county)

    result = take(county, copy.file(stick, county.keys.public))

    assert codes(result) == ["fork"]
    assert content(county) == before
    (fork,) = rows(county, "forks")
    assert (fork["seq"], fork["held_head"], fork["other_head"]) == (3, village.head, copy.head)
    village.pay(2)
    assert counts(take(county, village.file(stick, county.keys.public))) == (1, 3, 0, 0)


def test_a_fork_in_a_slice_that_goes_on_from_the_other_story(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    copy = Village(keys=village.keys)
    copy.lines = village.lines[:2]
    copy.pay(9)
    copy.pay(10)
    take(county, village.file(stick, county.keys.public))
    assert codes(take(county, copy.file(stick, county.keys.public, first=4))) == ["fork"]


def test_one_bad_file_does_not_stop_the_others(county: County, village: Village, stick: Path) -> None:
    village.pay(1)
    good = village.file(stick, county.keys.public)
    bad = stick / "照片.jpg"
    bad.write_bytes(b"\xff\xd8\xff" * 100)
    missing = stick / "没有.cunjiao"
    result = take(county, bad, missing, good)
    assert (result.files, result.accepted) == (3, 3)
    assert codes(result) == ["not_a_sync_file", "file_unreadable"]


def test_the_countys_own_reply_is_not_taken(county: County, village: Village, stick: Path) -> None:
    from app.county.reply import reply

    (down,) = reply(county, point=village.point, folder=stick, now=NOON)
    assert codes(take(county, down)) == ["not_ours"]


def test_two_points_charging_one_person_is_a_conflict(county: County, village: Village, stick: Path) -> None:
    other = Village(point="341821100002")
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    other.open_day()
    village.pay(1)
    other.pay(7)
    other.pay(1)

    assert take(county, village.file(stick, county.keys.public)).conflicts == []
    (conflict,) = take(county, other.file(stick, county.keys.public)).conflicts

    assert conflict.person_masked == "341821********0001"
    assert [(each.point, each.proposal) for each in conflict.payments] == [
        (village.point, "keep"),
        (other.point, "refund"),
    ]
    assert len(rows(county, "payments")) == 3


def test_a_void_ends_the_conflict(county: County, village: Village, stick: Path) -> None:
    other = Village(device=2)
    enrol(county, other.request(stick), fingerprint=None, now=NOON)
    village.pay(1)
    twice = other.pay(1)
    files = [village.file(stick, county.keys.public), other.file(stick, county.keys.public)]
    assert len(take(county, *files).conflicts) == 1
    other.void(twice)
    assert take(county, other.file(stick, county.keys.public)).conflicts == []


def test_void_and_pay_again_is_no_conflict(county: County, village: Village, stick: Path) -> None:
    village.void(village.pay(1))
    village.pay(1)
    assert take(county, village.file(stick, county.keys.public)).conflicts == []
    assert len(rows(county, "active")) == 1


def test_a_renewed_journal_voids_what_the_old_one_took(county: County, village: Village, stick: Path) -> None:
    paid = village.pay(1)
    renewed = Village(renewal=1, previous=village)
    enrol(county, renewed.request(stick), fingerprint=None, now=NOON)
    renewed.void(paid)
    renewed.pay(1)
    files = [village.file(stick, county.keys.public), renewed.file(stick, county.keys.public)]
    result = take(county, *files)
    assert (result.quarantined, result.conflicts) == (0, [])


def test_reopened_with_a_new_passphrase_session(tmp_path: Path, stick: Path) -> None:
    village = Village()
    made, _ = office.create(tmp_path / "c", name="郎溪县", practice=True, passphrase="口令", operator="李", now=NOON)
    with made:
        enrol(made, village.request(stick), fingerprint=None, now=NOON)
        take(made, village.file(stick, made.keys.public))
        before = content(made)
    with office.open(tmp_path / "c", passphrase="口令", now=NOON) as again:
        assert content(again) == before
        assert counts(take(again, village.file(stick, again.keys.public))) == (0, 1, 0, 0)


def test_a_void_in_a_later_file_takes_the_payment_out_of_the_active_ones(
    county: County, village: Village, stick: Path
) -> None:
    voided, stays = village.pay(1), village.pay(2)
    take(county, village.file(stick, county.keys.public))
    village.void(voided)
    take(county, village.file(stick, county.keys.public))
    assert [row["person"] for row in rows(county, "active")] == [stays["person"]]
