"""The county's end in a run: it enrols, takes what arrives, answers, and is put back from an older copy."""

import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from app.county import office, records, residents, schema
from app.county.enrol import enrol
from app.county.points import forks, gaps, silent
from app.county.receive import ReceiveResult, receive
from app.county.records import Journal
from app.county.reply import reply
from app.county.restored import restored
from app.county.revoke import revoke
from app.devices import envelope
from app.devices.envelope import Opened
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.resident import Resident
from app.domain.syncfile import Ack
from tests.factories import PASSPHRASE
from tests.simulation.ledger import standing
from tests.simulation.moulds import moulds
from tests.simulation.parcels import NAMES, Parcel
from tests.simulation.sizes import Told

NOT_ENROLLED = {"previous_unknown", "renewal_taken", "renewals_spent"}


class Office:
    """A county, what it keeps on paper, and the copies of its database."""

    def __init__(self, folder: Path, told: Told, now: datetime) -> None:
        self.folder, self.told = folder, told
        shutil.copytree(moulds().county, folder)
        self.county = office.open(folder, passphrase=PASSPHRASE, now=now)
        # What was enrolled (a request) and revoked (point, journal, device), in the order it was done.
        self.papers: list[Path | tuple[str, str, int]] = []
        self.copies: list[Path] = []

    # -- who is who

    def journals(self) -> dict[str, Journal]:
        """All enrolled journals by their id."""
        with self.county.engine.begin() as connection:
            return {each.journal: each for each in records.journals(connection)}

    def enrol(self, now: datetime, request: Path) -> bool:
        """Enrol a journal; its request is kept on file."""
        if request not in self.papers:
            self.papers.append(request)
        try:
            done = enrol(self.county, request, fingerprint=None, now=now)
        except Refused as refusal:
            assert refusal.code in NOT_ENROLLED, refusal
            self.told.answers[refusal.code] += 1
            return False
        self.told.done["enrol"] += done.new
        return True

    def revoke(self, now: datetime, point: str, journal: str, device: int) -> None:
        """Trust a device no more."""
        found = [each for each in self.journals().values() if (each.point, each.device) == (point, device)]
        if found and found[-1].journal == journal and not self.is_revoked(found[-1]):
            revoke(self.county, point=point, device=device, reason="电脑被盗", now=now)
            self.papers.append((point, journal, device))
            self.told.faults["revoked"] += 1

    def is_revoked(self, enrolled: Journal) -> bool:
        """Whether a journal was revoked."""
        return enrolled.journal in self._revoked()

    def put_roster(self, point: str, people: list[Resident]) -> None:
        """What `county send-roster --whole` does once the spreadsheet was read."""
        with self.county.engine.begin() as connection:
            residents.store(connection, point, people, whole=True)

    def roster(self, point: str) -> dict[str, str | None]:
        """The people of a point's roster, None for one taken off."""
        table = schema.residents.c
        with self.county.engine.begin() as connection:
            rows = connection.execute(select(table.person, table.content).where(table.point == point))
            return {row.person: row.content for row in rows}

    # -- files

    def receive(self, parcels: list[Parcel], now: datetime, *, forked: set[str]) -> None:
        """Take files in; each answer must be the one that what happened to the file calls for."""
        if not parcels:
            return
        known = self.journals()
        revoked = self._revoked()
        for parcel in parcels:
            codes = _answers(parcel, known, revoked, forked)
            found = receive(self.county, [parcel.path], now=now)
            # One that had waited may now be ready and refused: its journal was revoked meanwhile.
            refused = [each.code for each in found.rejected if each.file == parcel.path.name]
            got = refused[0] if refused else "waiting" if found.waiting else "taken"
            assert got in codes, f"{got} and not {codes} for {parcel}"
            stored = found.accepted + found.duplicate + found.quarantined
            assert got != "taken" or stored >= parcel.last - parcel.first + 1, "taken and not held"
            self._count(got, found)

    def opened(self, parcel: Parcel) -> Opened:
        """What is in a file, as the county reads it."""
        try:
            return envelope.open(envelope.read(parcel.path), keys=self.county.keys)
        except Refused as refusal:
            raise AssertionError(f"{refusal.code} for {parcel}") from refusal

    def _revoked(self) -> set[str]:
        with self.county.engine.begin() as connection:
            return set(connection.execute(select(schema.revocations.c.journal)).scalars())

    def _count(self, got: str, found: ReceiveResult) -> None:
        self.told.answers[got] += 1
        for name in ("accepted", "duplicate", "quarantined"):
            self.told.done[name] += getattr(found, name)

    def reply(self, point: str, folder: Path, now: datetime) -> list[Parcel]:
        """Answer a point's devices. What is acknowledged must be what is held."""
        try:
            files = reply(self.county, point=point, folder=folder, now=now)
        except Refused as refusal:
            assert refusal.code == "point_unknown", refusal
            self.told.answers[refusal.code] += 1
            return []
        enrolled = [each for each in self.journals().values() if each.point == point]
        return [self._parcel(file, enrolled) for file in files]

    def _parcel(self, file: Path, enrolled: list[Journal]) -> Parcel:
        to = next(each for each in enrolled if f"-{each.journal[:5]}-" in file.name)
        paid = standing(self.lines())
        people = {person for person, content in self.roster(to.point).items() if content is not None}
        told = frozenset(
            (p, payment) for p in people for _, journal, payment in paid.get(p, []) if journal != to.journal
        )
        return Parcel(
            path=file, point=to.point, journal=to.journal, told=told, last=self.contiguous(to), store=self.county.store
        )

    def check_ack(self, parcel: Parcel, keys: envelope.PrivateKeys) -> None:
        """No reply acknowledges more than the county holds without a hole as it writes it."""
        opened = envelope.open(envelope.read(parcel.path), keys=keys)
        (ack,) = [each for each in syncfile.read_records(opened.payload) if isinstance(each, Ack)]
        assert ack.acknowledged_to == parcel.last, "acknowledged what is not held"

    def contiguous(self, of: Journal) -> int:
        """Up to which entry the county's own table of entries has no hole."""
        table = schema.entries.c
        with self.county.engine.begin() as connection:
            query = select(table.seq).where(table.point == of.point, table.journal == of.journal).order_by(table.seq)
            seqs = list(connection.execute(query).scalars())
        assert seqs == list(range(1, len(seqs) + 1)), "a hole among the entries held"
        return len(seqs)

    def lines(self) -> list[tuple[str, str, bytes]]:
        """Point, journal and line of all entries in the accounts, in order."""
        table, out = schema.entries, schema.quarantine
        same = [table.c[name] == out.c[name] for name in ("point", "journal", "seq")]
        query = (
            select(table.c.point, table.c.journal, table.c.line)
            .join(out, same[0] & same[1] & same[2], isouter=True)
            .where(out.c.code.is_(None))
            .order_by(table.c.point, table.c.journal, table.c.seq)
        )
        with self.county.engine.begin() as connection:
            return [(row.point, row.journal, row.line) for row in connection.execute(query)]

    def listed(self) -> tuple[set[str], set[str], set[str]]:
        """The journals listed as having gaps, as silent (point and device as text), as forked."""
        with self.county.engine.begin() as connection:
            enrolled = records.journals(connection)
            named = {each.point: each.name for each in enrolled}
            holes = {each.journal for each in gaps(connection, enrolled, named)}
            quiet = {f"{each.point}-{each.device}" for each in silent(enrolled, named)}
            return holes, quiet, {each.journal for each in forks(connection)}

    # -- a copy, and back

    def copy(self) -> None:
        """Keep a copy of the database, as an office's nightly backup does."""
        self.county.close()
        copy = self.folder.with_name(f"county-{len(self.copies)}.db")
        shutil.copyfile(self.folder / "county.db", copy)
        self.copies.append(copy)

    def reopen(self, now: datetime) -> None:
        """Open the county after it was closed to be copied."""
        self.county = office.open(self.folder, passphrase=PASSPHRASE, now=now)

    def put_back(self, copy: Path, now: datetime, *, files_too: bool) -> None:
        """Put the database back from a copy; what was enrolled and revoked since is done again from the papers."""
        self.county.close()
        for leftover in self.folder.glob("county.db*"):
            leftover.unlink()
        shutil.copyfile(copy, self.folder / "county.db")
        if not files_too:
            shutil.rmtree(self.folder / "files")
            (self.folder / "files").mkdir()
        self.reopen(now)
        for paper in self.papers:
            self._do_again(paper, now)
        restored(self.county, now=now)

    def _do_again(self, paper: Path | tuple[str, str, int], now: datetime) -> None:
        try:
            if isinstance(paper, Path):
                enrol(self.county, paper, fingerprint=None, now=now)
            else:
                self._revoke_again(*paper, now=now)
        except Refused as refusal:
            assert refusal.code in NOT_ENROLLED, refusal

    def _revoke_again(self, point: str, journal: str, device: int, *, now: datetime) -> None:
        found = [each for each in self.journals().values() if (each.point, each.device) == (point, device)]
        if found and found[-1].journal == journal and not self.is_revoked(found[-1]):
            revoke(self.county, point=point, device=device, reason="电脑被盗", now=now)


def _answers(parcel: Parcel, known: dict[str, Journal], revoked: set[str], forked: set[str]) -> set[str]:
    """What the county may say of a file, by what happened to it."""
    if parcel.harm:
        return NAMES[parcel.harm]
    if parcel.journal not in known:
        return {"not_enrolled"}
    if parcel.journal in revoked:
        return {"revoked"}
    return {"taken", "waiting"} | ({"fork"} if parcel.journal in forked else set())
