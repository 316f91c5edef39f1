"""Identifiers made before the work and stored with it (design §2, rule 2): ULIDs, 26 characters, sortable by time."""

import secrets
from datetime import datetime

from app.domain.errors import WrongUse

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new(now: datetime) -> str:
    """A new ULID: 48 bits of milliseconds, 80 random bits."""
    return _text(int(now.timestamp() * 1000) << 80 | secrets.randbits(80))


def parse(text: str) -> str:
    """A ULID as given on the command line, in capitals; WrongUse where it is none."""
    ulid = text.strip().upper()
    if len(ulid) != 26 or any(c not in ALPHABET for c in ulid) or ulid[0] > "7":
        raise WrongUse("id_invalid", id=text)
    return ulid


def nth(ulid: str, index: int) -> str:
    """The id of the index-th payment in a batch: the batch's id counted on, so that the same order makes the same
    ids."""
    value = 0
    for character in ulid:
        value = value << 5 | ALPHABET.index(character)
    return _text((value + 1 + index) % (1 << 128))


def _text(value: int) -> str:
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))
