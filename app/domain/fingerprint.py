"""The fingerprint of an Ed25519 public key: thirty decimal digits that two people can compare over the telephone.

It is also the journal's id (design §2). 10**30 is just under 2**100, so nobody finds a second key for a given
fingerprint.
"""

import hashlib
import unicodedata

DIGITS = 30
_GROUP = 5


def of(public_key: bytes) -> str:
    """The fingerprint of a public key (32 bytes): SHA-256 as a big-endian number modulo 10**30, thirty digits."""
    return f"{int.from_bytes(hashlib.sha256(public_key).digest(), 'big') % 10**DIGITS:0{DIGITS}d}"


def grouped(fingerprint: str) -> str:
    """Six groups of five, as it is shown and read out."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))


def read(text: str) -> str:
    """What somebody typed, as thirty digits: blanks, hyphens and full-width digits do not matter.

    Anything else gives "" (which no key has), so that a comparison simply fails.
    """
    plain = unicodedata.normalize("NFKC", text)
    bare = "".join(character for character in plain if not character.isspace() and character not in "-·,，、")
    return bare if len(bare) == DIGITS and bare.isascii() and bare.isdecimal() else ""
