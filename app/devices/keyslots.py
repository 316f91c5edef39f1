"""The wrapped database key: one slot per clerk, one for the printed recovery sheet (design §2, Keys).

Point and county both use it. `slots.json` holds no secret by itself: each slot is the 256-bit key under AES-256-GCM,
keyed by Argon2id over a passphrase or the recovery code. The slot's kind and name are authenticated with it, so that
a slot cannot be passed off as another clerk's.
"""

import hashlib
import secrets
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from app.devices import stick
from app.domain.errors import Refused, WrongUse

KEY_BYTES = 32
# Crockford's base 32: no I, L, O, U, so that a code read from paper has one reading.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CODE_LENGTH = 26  # 130 random bits, then two characters of check


class _Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One wrapping. The costs have bounds, so that a damaged file cannot ask for all the memory of the machine."""

    kind: Literal["clerk", "recovery"]
    name: str
    salt: str
    nonce: str
    wrapped: str
    passes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 2
    memory_kib: Annotated[int, msgspec.Meta(ge=8 * 1024, le=1024 * 1024)] = 64 * 1024
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 4


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    v: Literal[1] = 1
    kdf: Literal["argon2id"] = "argon2id"
    cipher: Literal["aes-256-gcm"] = "aes-256-gcm"
    slots: tuple[_Slot, ...]


def create(file: Path) -> tuple[bytes, str]:
    """Make a database key and write `file` with its recovery slot; the key (32 bytes) and the recovery code to print.

    An existing file is never replaced (Refused slots_exist): with it the only way into its database would go.
    """
    if file.exists():
        raise Refused("slots_exist", file=file.name)
    db_key, code = secrets.token_bytes(KEY_BYTES), _new_code()
    _save(file, (_wrap(db_key, kind="recovery", name="", secret=folded(code).encode()),))
    return db_key, code


def renew_recovery(file: Path, db_key: bytes) -> str:
    """A new recovery code in the place of the old one, which opens nothing any more. Raises Refused slots_damaged."""
    code = _new_code()
    others = tuple(slot for slot in _load(file) if slot.kind != "recovery")
    _save(file, (_wrap(db_key, kind="recovery", name="", secret=folded(code).encode()), *others))
    return code


def add(file: Path, db_key: bytes, name: str, passphrase: str) -> None:
    """Give clerk `name` a slot. Raises WrongUse operator_name_empty, passphrase_empty; Refused operator_exists."""
    _require(name, passphrase)
    slots = _load(file)
    if any(slot.kind == "clerk" and slot.name == name for slot in slots):
        raise Refused("operator_exists", name=name)
    _save(file, (*slots, _wrap(db_key, kind="clerk", name=name, secret=_normal(passphrase))))


def change(file: Path, db_key: bytes, name: str, passphrase: str) -> None:
    """Give clerk `name` a new passphrase. Raises WrongUse passphrase_empty; Refused operator_unknown."""
    _require(name, passphrase)
    slots = _load(file)
    _named(slots, name)
    others = tuple(slot for slot in slots if slot.kind != "clerk" or slot.name != name)
    _save(file, (*others, _wrap(db_key, kind="clerk", name=name, secret=_normal(passphrase))))


def unlock(file: Path, name: str | None, passphrase: str) -> tuple[str, bytes]:
    """Open the slot of `name` (None: the only clerk) and return the name and the database key.

    Raises Refused: operator_needed (several and none named, or none at all), operator_unknown, passphrase_wrong,
    slots_damaged.
    """
    slot = _named(_load(file), name)
    return slot.name, _unwrap(slot, secret=_normal(passphrase), wrong="passphrase_wrong")


def unlock_recovery(file: Path, code: str) -> bytes:
    """The database key by the printed recovery code; blanks, hyphens, case and look-alikes (O for 0) do not matter.

    Raises Refused: recovery_code_mistyped (its check fails: copied wrongly), recovery_code_wrong (another sheet's),
    slots_damaged.
    """
    bare = folded(code)
    if len(bare) != _CODE_LENGTH + 2 or _check(bare[:_CODE_LENGTH]) != bare[_CODE_LENGTH:]:
        raise Refused("recovery_code_mistyped")
    for slot in _load(file):
        if slot.kind == "recovery":
            return _unwrap(slot, secret=bare.encode(), wrong="recovery_code_wrong")
    raise Refused("slots_damaged", file=file.name)


def folded(code: str) -> str:
    """What counts of a code or a part of it as somebody typed it: no blanks, hyphens, case or look-alikes (O for 0)."""
    wide = unicodedata.normalize("NFKC", code).upper().translate(_LOOKALIKES)
    return "".join(character for character in wide if character in _ALPHABET)


def wrap_for_county(file: Path, db_key: bytes, recipient: str) -> None:
    """Write the database key sealed to a county's age recipient; `age -d` with the county's identity opens it.

    Raises Refused seal_key_invalid, and as `stick.write` does.
    """
    import pyrage

    try:
        sealed: bytes = pyrage.encrypt(db_key, [pyrage.x25519.Recipient.from_str(recipient)])
    except pyrage.RecipientError as error:
        raise Refused("seal_key_invalid") from error
    stick.write(file, sealed)


def names(file: Path) -> tuple[str, ...]:
    """The clerks who have a slot, in the order they were added."""
    return tuple(slot.name for slot in _load(file) if slot.kind == "clerk")


def _require(name: str, passphrase: str) -> None:
    if not name.strip():
        raise WrongUse("operator_name_empty")
    if not passphrase:
        raise WrongUse("passphrase_empty")


def _named(slots: tuple[_Slot, ...], name: str | None) -> _Slot:
    clerks = {slot.name: slot for slot in slots if slot.kind == "clerk"}
    if name is None:
        if len(clerks) != 1:
            raise Refused("operator_needed", names="、".join(clerks))
        return next(iter(clerks.values()))
    if name not in clerks:
        raise Refused("operator_unknown", name=name)
    return clerks[name]


def _normal(passphrase: str) -> bytes:
    # Input methods differ in how they compose a character; the passphrase must not.
    return unicodedata.normalize("NFC", passphrase).encode()


def _derive(secret: bytes, slot: _Slot) -> bytes:
    # Only here, and the cipher below: the sign-in page shows the clerks' names and must not wait for cryptography.
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret,
        bytes.fromhex(slot.salt),
        time_cost=slot.passes,
        memory_cost=slot.memory_kib,
        parallelism=slot.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound_to(slot: _Slot) -> bytes:
    return f"cunjiao-slot-1\0{slot.kind}\0{slot.name}".encode()


def _wrap(db_key: bytes, *, kind: Literal["clerk", "recovery"], name: str, secret: bytes) -> _Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bare = _Slot(kind=kind, name=name, salt=secrets.token_hex(16), nonce=secrets.token_hex(12), wrapped="")
    wrapping = AESGCM(_derive(secret, bare))
    wrapped = wrapping.encrypt(bytes.fromhex(bare.nonce), db_key, _bound_to(bare))
    return msgspec.structs.replace(bare, wrapped=wrapped.hex())


def _unwrap(slot: _Slot, *, secret: bytes, wrong: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_derive(secret, slot))
    try:
        return cipher.decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), _bound_to(slot))
    except InvalidTag:
        raise Refused(wrong, name=slot.name) from None


def _new_code() -> str:
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    whole = body + _check(body)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def _check(body: str) -> str:
    bits = int.from_bytes(hashlib.sha256(body.encode()).digest()[:2], "big")
    return _ALPHABET[bits >> 11] + _ALPHABET[bits >> 6 & 31]


def _load(file: Path) -> tuple[_Slot, ...]:
    try:
        slots = msgspec.json.decode(file.read_bytes(), type=_File).slots
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("slots_damaged", file=file.name) from error
    if not all(_sound(slot) for slot in slots):
        raise Refused("slots_damaged", file=file.name)
    return slots


def _sound(slot: _Slot) -> bool:
    lengths = ((slot.salt, 16), (slot.nonce, 12), (slot.wrapped, KEY_BYTES + 16))
    return all(len(text) == 2 * size and set(text) <= set("0123456789abcdef") for text, size in lengths)


def _save(file: Path, slots: tuple[_Slot, ...]) -> None:
    stick.write(file, msgspec.json.format(msgspec.json.encode(_File(slots=slots)), indent=1))
