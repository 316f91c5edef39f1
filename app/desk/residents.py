"""Handles: how the counter names a resident. `r12` is the twelfth of the roster; a document number works too."""

import re
from datetime import datetime

from app.desk.desk import Desk
from app.domain.errors import Refused
from app.domain.resident import Resident
from app.store import roster

HANDLE = re.compile(r"[rR](\d{1,9})")


def handle(resident: int) -> str:
    """The handle of a roster row."""
    return f"r{resident}"


def listed_at(desk: Desk, resident: str) -> datetime | None:
    """When the list came that last said anything new of the resident with this handle; None where nobody knows."""
    found = HANDLE.fullmatch(resident)
    at = roster.listed_at(desk.db, int(found[1])) if found else None
    return datetime.fromisoformat(at) if at else None


def resolve(desk: Desk, asked: str) -> tuple[str, Resident]:
    """Handle and resident for a handle or a full document number; refused where nobody has it."""
    found = HANDLE.fullmatch(asked.strip())
    resident = roster.by_id(desk.db, int(found[1])) if found else None
    if found and resident:
        return handle(int(found[1])), resident
    # A birth certificate's number looks like a handle: a letter and nine digits.
    by_number = roster.by_number(desk.db, asked.strip().upper())
    if by_number is None:
        raise Refused("resident_unknown", asked=asked if len(asked) < 15 else "该证件号码")
    return handle(by_number[0]), by_number[1]
