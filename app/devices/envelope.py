"""Keys, and the envelope around a sync file: sign, seal, open, verify (design §4, docs/format.md).

age (sealed to the receiver) around a zip of exactly header.json, payload.jsonl and signature. Whatever arrives is
hostile until proven otherwise: sizes and the zip's shape are checked before anything in it is parsed.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.devices import stick
from app.domain import fingerprint, syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Header, Request, SignedRequest, Succession

_CONTEXT = b"cunjiao-1\0"
_REQUEST_CONTEXT = b"cunjiao-request-1\0"
_COUNTY_CONTEXT = b"cunjiao-county-key-1\0"
_AGE = b"age-encryption.org/v1\n"
# A stanza has some 120 bytes; ours are two.
_HEAD_MAX = 8192
_LIMITS = {"header.json": syncfile.HEADER_MAX, "payload.jsonl": syncfile.PAYLOAD_MAX, "signature": 64}
# JSON lines of payments shrink about ten times; what grows more than this was made to fill the memory.
_RATIO_MAX = 200
_RATIO_FREE = 1 << 20


class PublicKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What others may know: `sign` is the Ed25519 key as 64 hex digits, `seal` an age recipient (age1…)."""

    sign: str
    seal: str

    @property
    def fingerprint(self) -> str:
        """Thirty digits; a journal's id."""
        return fingerprint.of(bytes.fromhex(self.sign))


class PrivateKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What nobody else may know: the Ed25519 seed (32 bytes) and the age identity (AGE-SECRET-KEY-1…)."""

    sign: bytes
    seal: str

    @property
    def public(self) -> PublicKeys:
        """The public halves."""
        import pyrage

        sign = Ed25519PrivateKey.from_private_bytes(self.sign).public_key().public_bytes_raw().hex()
        return PublicKeys(sign=sign, seal=str(pyrage.x25519.Identity.from_str(self.seal).to_public()))

    def __repr__(self) -> str:
        # Never into a log by way of a traceback or an f-string.
        return "PrivateKeys(…)"


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A file taken out of its envelope, whole and in itself consistent; who signed it is still to be verified."""

    header: Header
    header_bytes: bytes
    payload: bytes
    signature: bytes


def new_keys() -> PrivateKeys:
    """Fresh keys from the system's randomness."""
    import pyrage

    sign = Ed25519PrivateKey.generate().private_bytes_raw()
    return PrivateKeys(sign=sign, seal=str(pyrage.x25519.Identity.generate()))


def to_bytes(keys: PrivateKeys) -> bytes:
    """The private keys as JSON, for a file that the caller protects."""
    return msgspec.json.encode(keys)


def from_bytes(data: bytes) -> PrivateKeys:
    """The private keys that `to_bytes` wrote. Raises Refused keys_damaged."""
    import pyrage

    try:
        keys = msgspec.json.decode(data, type=PrivateKeys)
        _ = keys.public
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, pyrage.IdentityError) as error:
        raise Refused("keys_damaged") from error
    return keys


def pack(header: Header, payload: bytes, *, keys: PrivateKeys, to: str, also: Sequence[str] = ()) -> bytes:
    """The sealed file: signed by `keys`, sealed to the age recipient `to` and to those who may read along (`also`).

    The header must describe the payload and come from these keys; that it does not is a ValueError (a bug of the
    caller). The zip is the same for the same arguments; age draws a new ephemeral key each time. Raises Refused
    too_large; seal_key_invalid where `to` is no recipient.
    """
    import pyrage

    if header.from_ != keys.public.fingerprint:
        raise ValueError("the header's sender is not the signer")
    syncfile.check_payload(header, payload)
    if len(payload) > syncfile.PAYLOAD_MAX:
        raise Refused("too_large")
    signed = syncfile.canonical(header)
    members = {"header.json": signed, "payload.jsonl": payload, "signature": _sign(keys, _CONTEXT + signed)}
    try:
        sealed: bytes = pyrage.encrypt(
            _zipped(members), [pyrage.x25519.Recipient.from_str(each) for each in (to, *also)]
        )
    except pyrage.RecipientError as error:
        raise Refused("seal_key_invalid") from error
    return sealed


def seal_archive(members: dict[str, bytes], *, to: str) -> bytes:
    """Files as a zip sealed to an age recipient. Raises Refused seal_key_invalid."""
    import pyrage

    try:
        sealed: bytes = pyrage.encrypt(_zipped(members), [pyrage.x25519.Recipient.from_str(to)])
    except pyrage.RecipientError as error:
        raise Refused("seal_key_invalid") from error
    return sealed


def open(data: bytes, *, keys: PrivateKeys, former: Sequence[PrivateKeys] = (), reads_along: bool = False) -> Opened:
    """Take a file out of its envelope and check all that can be checked without knowing the sender.

    `former`: keys that were ours, to which some still write. `reads_along`: it is written to somebody else and sealed
    to us as well (the other device of a point).

    Raises Refused: not_a_sync_file, damaged (cut short or changed), not_ours (sealed to somebody else),
    envelope_swapped (sealed anew to us, but written to somebody else), member_unexpected, too_large, format_too_new,
    header_invalid, payload_mismatch.
    """
    members = _members(_unsealed(data, [keys, *former]))
    header = syncfile.parse_header(members["header.json"])
    if not reads_along and header.to not in {each.public.fingerprint for each in (keys, *former)}:
        raise Refused("envelope_swapped")
    syncfile.check_payload(header, members["payload.jsonl"])
    return Opened(
        header=header,
        header_bytes=members["header.json"],
        payload=members["payload.jsonl"],
        signature=members["signature"],
    )


def verify(opened: Opened, public_sign_hex: str) -> None:
    """The file was signed with this key, and says that it comes from it. Raises Refused signature_invalid."""
    if fingerprint.of(bytes.fromhex(public_sign_hex)) != opened.header.from_:
        raise Refused("signature_invalid")
    _check(public_sign_hex, opened.signature, _CONTEXT + opened.header_bytes)


def sign_request(request: Request, *, keys: PrivateKeys, previous: PrivateKeys | None = None) -> SignedRequest:
    """The request of a point, signed by its journal's keys and, where they are still there, by the old journal's."""
    message = _request_message(request)
    return SignedRequest(
        request=request,
        signature=_sign(keys, message).hex(),
        previous_signature=_sign(previous, message).hex() if previous else None,
    )


def write_request(path: Path, signed: SignedRequest) -> None:
    """Write a signed request as readable JSON. Raises Refused as `stick.write` does."""
    value = msgspec.structs.asdict(signed) | {"request": syncfile.request_value(signed.request)}
    stick.write(path, msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2) + b"\n")


def read_request(path: Path) -> SignedRequest:
    """The request in a file, signed by the key it names, with a seal key that can be sealed to.

    Raises Refused: file_unreadable, request_invalid, format_too_new, signature_invalid.
    """
    signed = syncfile.parse_request(read(path, limit=syncfile.REQUEST_MAX))
    check_request(signed, signed.request.public_key, signed.signature)
    return signed


def check_request(signed: SignedRequest, public_sign_hex: str, signature: str) -> None:
    """This signature under the request is that key's. Raises Refused signature_invalid."""
    _check(public_sign_hex, bytes.fromhex(signature), _request_message(signed.request))


def _request_message(request: Request) -> bytes:
    return _REQUEST_CONTEXT + msgspec.json.encode(syncfile.request_value(request), order="sorted")


def succession(old: PrivateKeys, new: PublicKeys) -> Succession:
    """The old key's word for the new ones."""
    signature = _sign(old, _COUNTY_CONTEXT + _both(new.sign, new.seal)).hex()
    return Succession(before=old.public.sign, sign_key=new.sign, seal_key=new.seal, signature=signature)


def check_succession(step: Succession) -> None:
    """It is the word of the key it names. Raises Refused signature_invalid."""
    _check(step.before, bytes.fromhex(step.signature), _COUNTY_CONTEXT + _both(step.sign_key, step.seal_key))


def _both(sign_key: str, seal_key: str) -> bytes:
    return msgspec.json.encode({"seal_key": seal_key, "sign_key": sign_key})


def read(path: Path, *, limit: int = syncfile.SEALED_MAX) -> bytes:
    """The bytes of a file that somebody brought. Raises Refused: file_unreadable, too_large."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise Refused("file_unreadable", file=name_of(path)) from error
    if len(data) > limit:
        raise Refused("too_large")
    return data


def name_of(path: Path) -> str:
    """A file's name for lists and tables; bytes that are no UTF-8 (an old stick's GBK) become question marks."""
    return path.name.encode("utf-8", "replace").decode()


def _sign(keys: PrivateKeys, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(keys.sign).sign(message)


def _check(public_sign_hex: str, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_sign_hex)).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise Refused("signature_invalid") from error


def _unsealed(data: bytes, keys: Sequence[PrivateKeys]) -> bytes:
    import pyrage

    if len(data) > syncfile.SEALED_MAX:
        raise Refused("too_large")
    if not data.startswith(_AGE):
        raise Refused("damaged" if _AGE.startswith(data) else "not_a_sync_file")
    # An age head is one stanza a recipient and a line that begins "---" (age-encryption.org/v1). The library reads the
    # head anew with every few KB: one of 30 MB without an end kept it busy for more than ten minutes.
    if b"\n---" not in data[:_HEAD_MAX]:
        raise Refused("damaged")
    try:
        plain: bytes = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(each.seal) for each in keys])
    except pyrage.DecryptError as error:
        raise Refused("not_ours" if "No matching keys" in str(error) else "damaged") from error
    return plain


def _zipped(members: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _members(data: bytes) -> dict[str, bytes]:
    """The three members, unpacked within their limits; what else a zip may hold is refused by its directory alone."""
    _check_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sorted(info.filename for info in infos) != sorted(_LIMITS):
                raise Refused("member_unexpected")
            return {info.filename: _member(archive, info) for info in infos}
    # zipfile raises these for broken archives, encrypted members, unknown compression, names that are not the UTF-8
    # they say they are, and places beyond any file (zip64).
    except (zipfile.BadZipFile, RuntimeError, EOFError, zlib.error, UnicodeDecodeError, OverflowError) as error:
        raise Refused("damaged") from error


def _check_directory(data: bytes) -> None:
    """The end record tells of three members and a small directory, so that zipfile never reads a large one."""
    end = data[-22:]
    if len(end) < 22 or end[:4] != b"PK\x05\x06" or data[-42:-38] == b"PK\x06\x07":
        raise Refused("not_a_sync_file")
    count = int.from_bytes(end[10:12], "little")
    size, start = (int.from_bytes(end[at : at + 4], "little") for at in (12, 16))
    if count != len(_LIMITS):
        raise Refused("member_unexpected")
    if size > 4096 or start + size != len(data) - len(end):
        raise Refused("damaged")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    # Other methods would bring their own appetite for memory.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("member_unexpected")
    if info.file_size > _LIMITS[info.filename] or _bomb(info):
        raise Refused("too_large")
    return archive.read(info)


def _bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _RATIO_FREE and info.file_size > _RATIO_MAX * max(info.compress_size, 1)
