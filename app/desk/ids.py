"""Identifiers made before the work and stored with it (design §2, rule 2): ULIDs, 26 characters, sortable by time."""

import hashlib
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
    """The id of the index-th payment in a batch: the batch's time, and 80 bits drawn from its id and the index.

    The same order makes the same ids; counting on from the batch would meet the next batch of a generator that counts.
    """
    drawn = hashlib.sha256(f"{ulid}/{index}".encode()).digest()[:10]
    return ulid[:10] + _text(int.from_bytes(drawn, "big"))[10:]


def _text(value: int) -> str:
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))
