"""Files on their way, and what a stick does to them: lost, late, twice, out of order, cut short, a bit turned over,
taken to another county or sealed anew for it.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pyrage

from app.devices.envelope import PrivateKeys, PublicKeys
from tests.simulation.sizes import Told

LOSS, TWICE, LATE = 0.12, 0.12, 0.25
HARMS = ("truncated", "flipped")
# What a file so treated may be called; a bit of the envelope's head may hide for whom it was.
NAMES = {
    "truncated": {"damaged"},
    "flipped": {"damaged", "not_ours", "not_a_sync_file"},
    "foreign": {"not_ours"},
    "resealed": {"envelope_swapped"},
}


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A file: `journal` wrote it (up) or is written to (down). `told`: whom a reply names as paid, by which payment, by
    our own count."""

    path: Path
    point: str
    journal: str
    first: int = 0
    last: int = 0
    day: int = 0
    harm: str | None = None
    told: frozenset[tuple[str, str]] = frozenset()
    store: str = ""


class Post:
    """The sticks between a county and its points."""

    def __init__(self, rng: Random, told: Told) -> None:
        self.rng, self.told, self.under_way, self.written = rng, told, [], 0
        self.under_way: list[Parcel] = []

    def send(self, parcel: Parcel, day: int, *, harmed: float) -> None:
        """Let a file go its way; it may be lost, doubled or harmed."""
        if self.rng.random() < LOSS:
            self.told.faults["lost"] += 1
            return
        copies = 1
        if self.rng.random() < TWICE:
            self.told.faults["twice"] += 1
            copies = 2
        for _ in range(copies):
            late = self.rng.randint(2, 6) if self.rng.random() < LATE else self.rng.randint(0, 1)
            self.told.faults["late"] += late > 1
            self._post(replace(parcel, day=day + late), harmed)

    def _post(self, parcel: Parcel, harmed: float) -> None:
        if self.rng.random() < harmed:
            parcel = self.harm(parcel, self.rng.choice(HARMS))
        self.under_way.append(parcel)

    def harm(self, parcel: Parcel, harm: str) -> Parcel:
        """A copy of the file, cut short or with one bit turned over."""
        data = bytearray(parcel.path.read_bytes())
        if harm == "truncated":
            del data[self._place(data) :]
        else:
            data[self._place(data)] ^= 1 << self.rng.randrange(8)
        return self._copied(parcel, bytes(data), harm)

    def _place(self, data: bytearray) -> int:
        # Sealed files differ in length from run to run; `random` draws the same all the same, `randrange` does not.
        return int(self.rng.random() * len(data))

    def resealed(self, parcel: Parcel, opener: PrivateKeys, to: PublicKeys) -> Parcel:
        """The same signed content in another envelope, as only its receiver can make it."""
        inner = pyrage.decrypt(parcel.path.read_bytes(), [pyrage.x25519.Identity.from_str(opener.seal)])
        sealed = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(to.seal)])
        return self._copied(parcel, sealed, "resealed")

    def _copied(self, parcel: Parcel, data: bytes, harm: str) -> Parcel:
        self.told.faults[harm] += 1
        self.written += 1
        path = parcel.path.with_name(f"{parcel.path.stem}-{self.written}.cunjiao")
        path.write_bytes(data)
        return replace(parcel, path=path, harm=harm)

    def arrived(self, day: int) -> list[Parcel]:
        """What comes today, in any order."""
        come = [parcel for parcel in self.under_way if parcel.day <= day]
        self.under_way = [parcel for parcel in self.under_way if parcel.day > day]
        self.rng.shuffle(come)
        return come
