"""Enrolling a point: a real county compares fingerprints, practice and real never mix, a device has one journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.county import office
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.revoke import revoke
from app.domain import fingerprint
from app.domain.errors import Refused, WrongUse
from tests.factories_journal import NOON, Village


@pytest.fixture
def real(tmp_path: Path) -> Iterator[County]:
    made, _ = office.create(
        tmp_path / "real", name="郎溪县", practice=False, passphrase="口令", operator="李科长", now=NOON
    )
    with made:
        yield made


def refusal(county: County, request: Path, spoken: str | None = None) -> str:
    with pytest.raises(Refused) as caught:
        enrol(county, request, fingerprint=spoken, now=NOON)
    return caught.value.code


def test_a_real_point_needs_its_fingerprint(real: County, stick: Path) -> None:
    village = Village(practice=False)
    request = village.request(stick)
    assert refusal(real, request) == "enrol_fingerprint_needed"
    assert refusal(real, request, Village().id) == "enrol_fingerprint_differs"
    assert refusal(real, request, "") == "enrol_fingerprint_differs"

    enrolled = enrol(real, request, fingerprint=f" {fingerprint.grouped(village.id)} ", now=NOON)

    assert (enrolled.journal, enrolled.proof, enrolled.new) == (village.id, "fingerprint", True)


def test_practice_may_do_without_but_not_with_a_wrong_one(county: County, stick: Path) -> None:
    request = Village().request(stick)
    assert refusal(county, request, "1" * 30) == "enrol_fingerprint_differs"
    assert enrol(county, request, fingerprint=None, now=NOON).proof == "practice"


def test_practice_and_real_never_mix(county: County, real: County, stick: Path) -> None:
    practice, earnest = Village(), Village(practice=False)
    assert refusal(county, earnest.request(stick), earnest.id) == "practice_mismatch"
    assert refusal(real, practice.request(stick), practice.id) == "practice_mismatch"


def test_enrolling_again_changes_nothing(county: County, stick: Path) -> None:
    request = Village().request(stick)
    assert enrol(county, request, fingerprint=None, now=NOON).new
    assert not enrol(county, request, fingerprint=None, now=NOON).new


def test_a_device_has_one_journal(county: County, stick: Path) -> None:
    enrol(county, Village().request(stick), fingerprint=None, now=NOON)
    assert refusal(county, Village().request(stick)) == "device_taken"
    assert enrol(county, Village(device=2).request(stick), fingerprint=None, now=NOON).device == 2


def test_a_renewed_journal_signed_by_the_old_key_needs_no_telephone(real: County, stick: Path) -> None:
    old = Village(practice=False)
    enrol(real, old.request(stick), fingerprint=old.id, now=NOON)
    renewed = Village(practice=False, renewal=1, previous=old)

    assert refusal(real, renewed.request(stick)) == "enrol_fingerprint_needed"
    assert refusal(real, renewed.request(stick, sign_old=Village().keys)) == "signature_invalid"
    assert enrol(real, renewed.request(stick, sign_old=old.keys), fingerprint=None, now=NOON).proof == "old_key"


def test_an_old_key_vouches_once_and_only_while_it_is_trusted(real: County, stick: Path) -> None:
    old = Village(practice=False)
    enrol(real, old.request(stick), fingerprint=old.id, now=NOON)
    renewed = Village(practice=False, renewal=1, previous=old)
    skipping = Village(practice=False, renewal=2, previous=old)
    assert refusal(real, skipping.request(stick, sign_old=old.keys)) == "enrol_fingerprint_needed"
    enrol(real, renewed.request(stick, sign_old=old.keys), fingerprint=None, now=NOON)
    # Whoever has the key that was left behind cannot go on from it a second time.
    thief = Village(practice=False, renewal=2, previous=old)
    assert refusal(real, thief.request(stick, sign_old=old.keys)) == "enrol_fingerprint_needed"
    revoke(real, point=old.point, device=1, reason="被盗", now=NOON)
    after = Village(practice=False, renewal=2, previous=renewed)
    assert refusal(real, after.request(stick, sign_old=renewed.keys)) == "enrol_fingerprint_needed"
    assert enrol(real, after.request(stick), fingerprint=after.id, now=NOON).new


def test_a_device_whose_numbers_are_used_up(county: County, stick: Path) -> None:
    old = Village()
    enrol(county, old.request(stick), fingerprint=None, now=NOON)
    enrol(county, Village(renewal=9, previous=old).request(stick), fingerprint=None, now=NOON)
    assert refusal(county, Village(renewal=9, previous=old).request(stick)) == "renewals_spent"


def test_a_renewed_journal_must_follow_one_that_is_enrolled(county: County, stick: Path) -> None:
    assert refusal(county, Village(renewal=1, previous=Village()).request(stick)) == "previous_unknown"


def test_a_changed_request_is_refused(county: County, stick: Path) -> None:
    request = Village().request(stick)
    request.write_text(request.read_text("utf-8").replace("建平镇", "涛城镇"), "utf-8")
    assert refusal(county, request) == "signature_invalid"


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "不是 JSON", '{"request": {"format": 1}}', "\x00", '{"request": null}']
)
def test_what_is_no_request(county: County, stick: Path, text: str) -> None:
    file = stick / "request.json"
    file.write_text(text, "utf-8")
    assert refusal(county, file) == "request_invalid"


def test_a_request_of_a_newer_program(county: County, stick: Path) -> None:
    request = Village().request(stick)
    request.write_text(request.read_text("utf-8").replace('"format": 1', '"format": 2'), "utf-8")
    assert refusal(county, request) == "format_too_new"


def test_a_folder_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "cunjiao.json").write_text('{"kind": "point", "practice": true, "v": 1}')
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(WrongUse, match="没有县级数据"):
            office.open(folder, passphrase="口令", now=NOON)
    with pytest.raises(WrongUse, match="已有"):
        office.create(tmp_path, name="x", practice=True, passphrase="口令", operator="李", now=NOON)


def test_a_database_that_was_replaced(tmp_path: Path) -> None:
    made, _ = office.create(tmp_path / "c", name="x", practice=True, passphrase="口令", operator="李", now=NOON)
    made.close()
    for content in (b"", b"x" * 8192):
        (tmp_path / "c" / "county.db").write_bytes(content)
        with pytest.raises(Refused) as caught:
            office.open(tmp_path / "c", passphrase="口令", now=NOON)
        assert caught.value.code == "county_unreadable"


def test_what_an_old_key_signs_after_it_was_replaced_is_not_taken(county: County, stick: Path) -> None:
    old = Village()
    enrol(county, old.request(stick), fingerprint=None, now=NOON)
    old.open_day()
    renewed = Village(renewal=1, previous=old)
    enrol(county, renewed.request(stick, sign_old=old.keys), fingerprint=None, now=NOON)
    whole = old.file(stick, county.keys.public)
    assert receive(county, [whole], now=NOON).accepted == 2
    old.pay(1)
    (refused,) = receive(county, [old.file(stick, county.keys.public)], now=NOON).rejected
    assert (refused.code, "第 2 条" in refused.message) == ("journal_ended", True)
