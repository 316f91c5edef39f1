"""The envelope: what goes in comes out, and everything else has a name."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Before
from tests.factories_journal import Village

COUNTY = envelope.new_keys()
VILLAGE = Village()
VILLAGE.open_day()
VILLAGE.pay(1)
SEALED = VILLAGE.sealed(COUNTY.public)
HEADER = VILLAGE.header(COUNTY.public, number=7)
PAYLOAD = VILLAGE.payload(1, 3)


def refusal(data: bytes, keys: PrivateKeys = COUNTY) -> str:
    with pytest.raises(Refused) as caught:
        envelope.verify(envelope.open(data, keys=keys), VILLAGE.keys.public.sign)
    return caught.value.code


def sealed(inner: bytes) -> bytes:
    """Any bytes under our seal, as somebody hostile who knows the county's public key would send them."""
    data: bytes = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(COUNTY.public.seal)])
    return data


def members() -> dict[str, bytes]:
    plain = pyrage.decrypt(SEALED, [pyrage.x25519.Identity.from_str(COUNTY.seal)])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(*pairs: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", how) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
    return whole.getvalue()


def test_what_goes_in_comes_out() -> None:
    opened = envelope.open(envelope.pack(HEADER, PAYLOAD, keys=VILLAGE.keys, to=COUNTY.public.seal), keys=COUNTY)
    envelope.verify(opened, VILLAGE.keys.public.sign)
    assert (opened.header, opened.payload, opened.header_bytes) == (HEADER, PAYLOAD, syncfile.canonical(HEADER))


def test_the_sealed_content_is_the_same_each_time() -> None:
    identity = pyrage.x25519.Identity.from_str(COUNTY.seal)
    made = [envelope.pack(HEADER, PAYLOAD, keys=VILLAGE.keys, to=COUNTY.public.seal) for _ in range(2)]
    assert made[0] != made[1]
    assert pyrage.decrypt(made[0], [identity]) == pyrage.decrypt(made[1], [identity])


def test_a_header_that_does_not_fit_is_a_bug() -> None:
    with pytest.raises(ValueError, match="signer"):
        envelope.pack(HEADER, PAYLOAD, keys=COUNTY, to=COUNTY.public.seal)
    with pytest.raises(Refused, match="内容摘要"):
        envelope.pack(HEADER, PAYLOAD + b"\n", keys=VILLAGE.keys, to=COUNTY.public.seal)


def test_no_recipient() -> None:
    with pytest.raises(Refused) as caught:
        envelope.pack(HEADER, PAYLOAD, keys=VILLAGE.keys, to="age1nobody")
    assert caught.value.code == "seal_key_invalid"


def test_keys_survive_their_file_and_stay_out_of_logs() -> None:
    assert envelope.from_bytes(envelope.to_bytes(COUNTY)) == COUNTY
    assert COUNTY.seal not in f"{COUNTY} {COUNTY!r}"
    for damaged in (b"", b"{}", envelope.to_bytes(COUNTY)[:-4], b'{"sign":"AAAA","seal":"x"}'):
        with pytest.raises(Refused) as caught:
            envelope.from_bytes(damaged)
        assert caught.value.code == "keys_damaged"


def test_sealed_to_somebody_else() -> None:
    assert refusal(SEALED, envelope.new_keys()) == "not_ours"


def test_signed_by_somebody_else() -> None:
    opened = envelope.open(SEALED, keys=COUNTY)
    with pytest.raises(Refused) as caught:
        envelope.verify(opened, envelope.new_keys().public.sign)
    assert caught.value.code == "signature_invalid"


@pytest.mark.parametrize("data", [b"x", b"PK\x03\x04" + bytes(100), "不是文件".encode() * 50])
def test_what_is_no_sync_file(data: bytes) -> None:
    assert refusal(data) == "not_a_sync_file"


@pytest.mark.parametrize("length", [0, 1, 21, 22, 100, 184, 200, 230])
def test_cut_short_near_the_beginning(length: int) -> None:
    assert refusal(SEALED[:length]) == "damaged"


def test_cut_short() -> None:
    # What is sealed is a little longer or shorter each time: no lengths in the names of tests.
    for length in (len(SEALED) // 2, len(SEALED) - 1):
        assert refusal(SEALED[:length]) == "damaged"


def test_longer_than_it_was() -> None:
    assert refusal(SEALED + b"\0") == "damaged"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, len(SEALED) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_noticed(at: int, bit: int) -> None:
    changed = bytearray(SEALED)
    changed[at] ^= 1 << bit
    assert refusal(bytes(changed)) in {"damaged", "not_ours", "not_a_sync_file"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_change_under_the_seal_is_noticed(data: st.DataObject) -> None:
    """Whoever knows the county's public key can seal; only the signature stands between them and the accounts."""
    parts = members()
    name = data.draw(st.sampled_from(sorted(parts)))
    changed = bytearray(parts[name])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    code = refusal(sealed(zipped(*(parts | {name: bytes(changed)}).items())))
    assert code in {"header_invalid", "format_too_new", "envelope_swapped", "payload_mismatch", "signature_invalid"}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_under_the_seal_have_an_answer(inner: bytes) -> None:
    assert refusal(sealed(inner)) in {"not_a_sync_file", "member_unexpected", "damaged"}


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 10**6), value=st.integers(0, 255))
def test_a_changed_zip_under_the_seal_never_gives_other_content(at: int, value: int) -> None:
    whole = bytearray(zipped(*members().items()))
    whole[at % len(whole)] = value
    try:
        opened = envelope.open(sealed(bytes(whole)), keys=COUNTY)
        envelope.verify(opened, VILLAGE.keys.public.sign)
    except Refused:
        return
    assert (opened.payload, opened.header_bytes) == (members()["payload.jsonl"], members()["header.json"])


HEADER_JSON, PAYLOAD_JSONL, SIGNATURE = (members()[name] for name in ("header.json", "payload.jsonl", "signature"))
OURS = [("header.json", HEADER_JSON), ("payload.jsonl", PAYLOAD_JSONL), ("signature", SIGNATURE)]


def _without_warning(*pairs: tuple[str, bytes]) -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return zipped(*pairs)


def _many_entries() -> bytes:
    """An archive whose directory names a hundred thousand members and whose end says three."""
    whole = bytearray(zipped(*((f"{number}", b"") for number in range(5000))))
    whole[-14:-10] = (3).to_bytes(2, "little") * 2
    return bytes(whole)


def _says_encrypted() -> bytes:
    whole = bytearray(zipped(*OURS))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def _no_text(*, flagged: bool = True) -> bytes:
    """A name that says it is UTF-8 and is not; without the flag it is some old code page's."""
    whole = bytearray(zipped(*OURS[:2], ("signatur\u00e9", SIGNATURE)).replace("\u00e9".encode(), b"\xff\xfe"))
    if not flagged:
        for start in (whole.index(b"signatur") - 30 + 7, whole.rindex(b"signatur") - 46 + 9):
            whole[start] = 0
    return bytes(whole)


def _no_text_within() -> bytes:
    """The directory is as it should be, the name before the member itself is no text."""
    whole = bytearray(zipped(*OURS))
    whole[whole.rindex(b"signature") - 46 + 9] = 8
    whole[whole.index(b"signature")] = 0xFF
    return bytes(whole)


def _beyond_any_file() -> bytes:
    """The directory says (in a zip64 field) that a member begins at the last of 2**64 bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in OURS:
            member = zipfile.ZipInfo(name)
            member.extra = (1).to_bytes(2, "little") + (8).to_bytes(2, "little") + b"\xff" * 8
            archive.writestr(member, data)
    made = bytearray(whole.getvalue())
    directory = made.rindex(b"signature") - 46
    made[directory + 42 : directory + 46] = b"\xff" * 4
    return bytes(made)


ZIPS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "another member": ("member_unexpected", lambda: zipped(*OURS, ("autorun.inf", b""))),
    "a member missing": ("member_unexpected", lambda: zipped(*OURS[:2])),
    "another name": ("member_unexpected", lambda: zipped(*OURS[:2], ("../signature", SIGNATURE))),
    "a name twice": ("member_unexpected", lambda: _without_warning(*OURS[:2], OURS[1])),
    "a large directory": ("damaged", _many_entries),
    "something behind": ("not_a_sync_file", lambda: zipped(*OURS) + b"more than a comment"),
    "something before": ("damaged", lambda: b"MZ" + zipped(*OURS)),
    "an encrypted member": ("damaged", _says_encrypted),
    "a name that is no text": ("damaged", _no_text),
    "a name of some code page": ("member_unexpected", lambda: _no_text(flagged=False)),
    "a member's own name that is no text": ("damaged", _no_text_within),
    "a place beyond any file": ("damaged", _beyond_any_file),
    "a compression nobody needs": ("member_unexpected", lambda: zipped(*OURS, how=zipfile.ZIP_LZMA)),
    "a bomb": ("too_large", lambda: zipped(OURS[0], ("payload.jsonl", bytes(64 << 20)), OURS[2])),
    "a large header": ("too_large", lambda: zipped(("header.json", bytes(1 << 20)), *OURS[1:])),
    "a long signature": ("too_large", lambda: zipped(*OURS[:2], ("signature", bytes(65)))),
    "a short signature": ("signature_invalid", lambda: zipped(*OURS[:2], ("signature", SIGNATURE[:63]))),
    "no signature": ("signature_invalid", lambda: zipped(*OURS[:2], ("signature", b""))),
    "another payload": ("payload_mismatch", lambda: zipped(OURS[0], ("payload.jsonl", b"{}\n"), OURS[2])),
}


@pytest.mark.parametrize(("code", "make"), ZIPS.values(), ids=ZIPS.keys())
def test_other_archives_under_the_seal(code: str, make: Callable[[], bytes]) -> None:
    assert refusal(sealed(make())) == code


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        envelope.read(_sparse(tmp_path / "large", syncfile.SEALED_MAX + 1))
    assert caught.value.code == "too_large"


def _sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_member_that_lies_about_its_size() -> None:
    """The directory promises four bytes, the stream holds a megabyte: never more than promised is unpacked."""
    whole = bytearray(zipped(OURS[0], ("payload.jsonl", bytes(1 << 20)), OURS[2]))
    directory = whole.index(b"payload.jsonl", whole.index(b"PK\x01\x02")) - 46
    whole[directory + 24 : directory + 28] = (4).to_bytes(4, "little")
    whole[directory + 16 : directory + 20] = zlib.crc32(bytes(4)).to_bytes(4, "little")
    assert refusal(sealed(bytes(whole))) == "payload_mismatch"


def test_a_header_of_brackets() -> None:
    deep = b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}"
    assert refusal(sealed(zipped(("header.json", deep), *OURS[1:]))) == "header_invalid"


def test_a_request_of_a_program_before_this_one(tmp_path: Path) -> None:
    """Without journals before it, a request holds and signs what requests always did."""
    file = VILLAGE.request(tmp_path)
    read = msgspec.json.decode(file.read_bytes())
    assert set(read["request"]) == {
        "format", "kind", "practice", "point", "name", "device", "renewal", "journal", "public_key", "seal_key", "pack",
        "pack_hash", "created", "previous",
    }  # fmt: skip
    message = b"cunjiao-request-1\0" + msgspec.json.encode(read["request"], order="sorted")
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(VILLAGE.keys.public.sign))
    key.verify(bytes.fromhex(read["signature"]), message)


def test_the_journals_before_are_signed_too(tmp_path: Path) -> None:
    asked = envelope.read_request(VILLAGE.request(tmp_path)).request
    before = Before(
        journal="1" * 30, renewal=0, public_key="a" * 64, seal_key=asked.seal_key, pack="p", pack_hash="0" * 64
    )
    file = tmp_path / "request.json"
    signed = envelope.sign_request(msgspec.structs.replace(asked, before=(before,)), keys=VILLAGE.keys)
    envelope.write_request(file, signed)
    assert envelope.read_request(file) == signed
    file.write_bytes(file.read_bytes().replace(b'"renewal": 0,', b'"renewal": 1,'))
    with pytest.raises(Refused) as caught:
        envelope.read_request(file)
    assert caught.value.code == "signature_invalid"
    dead = msgspec.structs.replace(before, seal_key="age1" + "q" * 58)
    envelope.write_request(
        file, envelope.sign_request(msgspec.structs.replace(asked, before=(dead,)), keys=VILLAGE.keys)
    )
    with pytest.raises(Refused) as caught:
        envelope.read_request(file)
    assert caught.value.code == "request_invalid"


def test_a_request_whose_key_nothing_can_be_sealed_to(tmp_path: Path) -> None:
    """It is refused before it is enrolled: later it would stop every reply to the point."""
    file = VILLAGE.request(tmp_path)
    asked = envelope.read_request(file).request
    for key in ("age1" + "q" * 58, asked.seal_key[:-1] + ("q" if asked.seal_key[-1] != "q" else "p")):
        bad = msgspec.structs.replace(asked, seal_key=key)
        envelope.write_request(file, envelope.sign_request(bad, keys=VILLAGE.keys))
        with pytest.raises(Refused) as caught:
            envelope.read_request(file)
        assert caught.value.code == "request_invalid"


def test_a_newer_format_says_so_before_anything_else() -> None:
    newer = msgspec.json.encode({"format": 2, "whatever": []})
    assert refusal(sealed(zipped(("header.json", newer), *OURS[1:]))) == "format_too_new"
