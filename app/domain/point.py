"""The point: one village counter and the device that keeps its journal."""

from datetime import date

import msgspec


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A point as it was created: 12-digit code, name, device 1-9, its pack, and for practice the day it plays on."""

    code: str
    name: str
    device: int
    practice: bool
    on: date | None
    pack: str
    pack_hash: str
    year: int
