"""A county, its points and the sticks between them, day by day. Every choice comes from the seed.

Keys and sealed bytes are fresh in each run; nothing is chosen by them, so the same seed does the same.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from app.county import office as offices
from app.desk.back_up import back_up, restore
from app.domain.resident import CategoryRecord, Resident
from tests.factories import CHINA, PASSPHRASE, Place, enter
from tests.simulation.moulds import moulds
from tests.simulation.office import Office
from tests.simulation.parcels import Parcel, Post
from tests.simulation.pc import Pc
from tests.simulation.people import person, rosters
from tests.simulation.sizes import Size, Told

FIRST_DAY = datetime(2023, 11, 1, 8, 30, tzinfo=CHINA)
HARMED = 0.1
SECOND_PC = 0.35


class World:
    """All there is. `dead` are journals whose PC is gone, with their last entry; `pcs` the PCs that are alive."""

    def __init__(self, folder: Path, seed: int, size: Size) -> None:
        self.folder, self.size, self.rng, self.told = folder, size, Random(seed), Told()
        self.day = 0
        (folder / "backups").mkdir()
        self.office = Office(folder / "county", self.told, self.now())
        self.other = offices.open(_copied(folder / "other"), passphrase=PASSPHRASE, now=self.now())
        self.post = Post(self.rng, self.told)
        self.pcs: list[Pc] = []
        self.dead: dict[str, int] = {}
        self.forked: set[str] = set()
        self.stolen: list[Pc] = []
        self.requests: list[tuple[int, Path]] = []
        self.backups: dict[str, list[Path]] = {}
        self.seen: list[Parcel] = []
        self.made = 0
        self.rosters = rosters(self.rng, size.points, size.people)
        self._settle()

    def now(self, hour: int = 0) -> datetime:
        """A moment of today."""
        return FIRST_DAY + timedelta(days=self.day, hours=hour)

    # -- the beginning

    def _settle(self) -> None:
        """Points with their rosters, all of them enrolled; most have the county's first reply."""
        for number, people in enumerate(self.rosters):
            for device in (1, 2) if self.rng.random() < SECOND_PC else (1,):
                self._new_pc(number, device, people)
            self.office.put_roster(code_of(number), people)
        for number in range(self.size.points):
            for parcel in self.office.reply(code_of(number), self.stick(), self.now()):
                self._deliver_down(parcel)

    def _new_pc(self, number: int, device: int, people: list[Resident]) -> None:
        pc = Pc(
            self._place(), self.told, now=self.now(), code=code_of(number), device=device, name=f"{number + 1} 号村"
        )
        enter(pc.desk, people)
        self.pcs.append(pc)
        self.office.enrol(self.now(), pc.request(self.folder))

    def _place(self) -> Path:
        self.made += 1
        return self.folder / f"pc-{self.made}"

    def stick(self) -> Path:
        """An empty stick: two files of one name never meet."""
        self.made += 1
        made = self.folder / f"stick-{self.made}"
        made.mkdir()
        return made

    # -- a day

    def live(self) -> None:
        """All days."""
        for _ in range(self.size.days):
            self.day += 1
            self._office_copies()
            for pc in list(self.pcs):
                self._counter(pc)
            self._county()

    def _office_copies(self) -> None:
        """Now and then the county copies its database, and more seldom it has to put a copy back."""
        if self.rng.random() < 0.25:
            self.office.copy()
            self.office.reopen(self.now())
        if self.office.copies and self.rng.random() < 0.06:
            files_too = self.rng.random() < 0.5
            self.told.faults["county restored" if files_too else "county restored without files"] += 1
            self.office.put_back(self.rng.choice(self.office.copies), self.now(), files_too=files_too)

    def _counter(self, pc: Pc) -> None:
        back = timedelta(days=3) if self.chance(self.size.faults / 3) else timedelta()
        self.told.faults["clock back"] += bool(back)
        pc.begin(self.now() - back + timedelta(minutes=self.rng.randrange(60)))
        people = self.rosters[number_of(pc.code)]
        for _ in range(self.rng.choice((0, 1, 1, 2, 3))):
            pc.pay(self.rng, self.rng.choice(people).key)
        if self.rng.random() < 0.25:
            pc.take_back(self.rng)
        if self.rng.random() < 0.8:
            pc.end()
        if self.rng.random() < 0.5:
            self._hand_over(pc)
        if self.rng.random() < 0.2:
            self.backups.setdefault(pc.folder.name, []).append(Path(back_up(pc.desk, self.folder / "backups").folder))
        if self.chance(self.size.faults):
            self.rng.choice(self._misfortunes())(pc)

    def chance(self, in_hundred: float) -> bool:
        """Whether it happens today."""
        return self.rng.random() * 100 < in_hundred

    def _hand_over(self, pc: Pc) -> None:
        parcel = pc.export(self.stick())
        if parcel is None:
            return
        self.post.send(parcel, self.day, harmed=HARMED)
        self.seen.append(parcel)
        if self.rng.random() < 0.05:
            self._astray(parcel)

    def _astray(self, parcel: Parcel) -> None:
        """A stick comes to another county, as it is or sealed anew; and another county's comes here."""
        resealed = self.rng.random() < 0.5
        own, other = self.office.county.keys, self.other.keys
        strange = self.post.resealed(parcel, own, other.public) if resealed else replace(parcel, harm="foreign")
        self.told.faults["foreign"] += not resealed
        here = self.office.county
        self.office.county = self.other
        self.office.receive([strange], self.now(), forked=set())
        self.office.county = here

    def end(self) -> None:
        """Close every store."""
        for pc in (*self.pcs, *self.stolen):
            pc.close()
        self.office.county.close()
        self.other.close()

    # -- the county's day

    def _county(self) -> None:
        self.enrol_waiting()
        come = self.post.arrived(self.day)
        up = [parcel for parcel in come if parcel.store == ""]
        self.office.receive(up, self.now(6), forked=self.forked)
        for parcel in come:
            if parcel.store:
                self._deliver_down(parcel)
        self._read_along()
        self._change_down()
        for number in range(self.size.points):
            if self.rng.random() < 0.3:
                self._answer(number)

    def enrol_waiting(self) -> bool:
        """Enrol the requests that have come; what is refused is tried again. Whether one was enrolled."""
        waiting, self.requests = self.requests, []
        for day, request in waiting:
            if day > self.day or not self.office.enrol(self.now(6), request):
                self.requests.append((day, request))
        return len(self.requests) < len(waiting)

    def _answer(self, number: int) -> None:
        for parcel in self.office.reply(code_of(number), self.stick(), self.now(7)):
            self._check_ack(parcel)
            self.post.send(parcel, self.day, harmed=HARMED)

    def _check_ack(self, parcel: Parcel) -> None:
        for pc in (*self.pcs, *self.stolen):
            if pc.journal == parcel.journal:
                self.office.check_ack(parcel, pc.desk.keys)
                return

    def _deliver_down(self, parcel: Parcel) -> None:
        """A reply comes to the village; now and then each PC tries the file of the other."""
        for pc in self.pcs:
            if pc.journal == parcel.journal or (pc.code == parcel.point and self.rng.random() < 0.2):
                pc.take(parcel)

    def _read_along(self) -> None:
        for pc in self.pcs:
            others = [p for p in self.seen if p.point == pc.code and p.journal not in pc.journals()]
            if others and self.rng.random() < 0.4:
                # Mostly what the other PC wrote last; now and then an old stick turns up.
                chosen = others[-1] if self.rng.random() < 0.7 else self.rng.choice(others)
                pc.read_along(self.post.harm(chosen, "flipped") if self.rng.random() < 0.1 else chosen)

    def _change_down(self) -> None:
        """The county's roster of one point changes, for its next reply."""
        if self.rng.random() < 0.25:
            number = self.rng.randrange(self.size.points)
            people = self.rosters[number]
            here = self.rng.randrange(len(people))
            if self.rng.random() < 0.3:
                people.append(person(100_000 + self.size.points * self.day + number))
            elif self.rng.random() < 0.3 and len(people) > 3:
                people.pop(here)
            else:
                poor = (CategoryRecord("低保对象", datetime(2022, 1, 1).date()),)
                people[here] = msgspec.structs.replace(people[here], categories=poor)
            self.told.done["roster changed"] += 1
            self.office.put_roster(code_of(number), people)

    # -- what befalls a PC

    def _misfortunes(self) -> list[Callable[[Pc], None]]:
        return [self._dies, self._dies, self._dies, self._copied, self._cloned, self._stolen, self._old_stick]

    def _dies(self, pc: Pc) -> None:
        """The PC is gone; another one goes on from a backup, not always the latest."""
        self.told.faults["died"] += 1
        self._bury(pc)
        self._comes_back(pc)

    def _bury(self, pc: Pc) -> None:
        self.dead[pc.journal] = max(self.dead.get(pc.journal, 0), pc.head())
        self.pcs.remove(pc)
        pc.close()

    def _comes_back(self, pc: Pc) -> None:
        backups = self.backups.get(pc.folder.name)
        if not backups:
            self.told.faults["died without a backup"] += 1
            return
        oldest = self.rng.random() < 0.15
        folder = self._place()
        restore(backups[0] if oldest else backups[-1], folder)
        self.told.faults["restored from an old backup" if oldest else "restored"] += 1
        # The backups of the old PC are still in the drawer.
        self.backups[folder.name] = list(backups)
        self._goes_on(folder, pc)

    def _goes_on(self, folder: Path, before: Pc) -> None:
        pc = Pc(folder, self.told, now=self.now(9))
        # What files told lies in the store; a backup knows less than the PC that is gone.
        pc.forked = before.forked
        self.pcs.append(pc)
        self.requests.append((self.day + self.rng.randint(0, 4), pc.request(self.folder)))

    def _copied(self, pc: Pc) -> None:
        """Somebody copies the data folder to a second computer and both go on."""
        self.told.faults["folder copied"] += 1
        folder = self._place()
        pc.close()
        shutil.copytree(pc.folder, folder)
        pc.reopen()
        self._goes_on(folder, pc)

    def _cloned(self, pc: Pc) -> None:
        """The whole disk is cloned, the journal's key with it: two PCs write one journal."""
        self.told.faults["disk cloned"] += 1
        folder = self._place()
        pc.close()
        Place(pc.folder, passphrase=PASSPHRASE).at(folder)
        pc.reopen()
        twin = Pc(folder, self.told, now=self.now(9))
        twin.forked = pc.forked = True
        self.forked.add(pc.journal)
        self.pcs.append(twin)

    def _stolen(self, pc: Pc) -> None:
        """The PC is stolen: revoked at once, its thief goes on, the village goes on from a backup."""
        self.office.revoke(self.now(9), pc.code, pc.journal, pc.desk.point.device)
        self.dead[pc.journal] = max(self.dead.get(pc.journal, 0), pc.head())
        self.pcs.remove(pc)
        self.stolen.append(pc)
        parcel = pc.export(self.stick())
        if parcel is not None:
            self.post.send(parcel, self.day, harmed=0)
        self._comes_back(pc)

    def _old_stick(self, pc: Pc) -> None:
        """A stick of weeks ago turns up and is handed in again."""
        mine = [parcel for parcel in self.seen if parcel.journal == pc.journal]
        if mine:
            self.told.faults["old stick"] += 1
            self.post.send(self.rng.choice(mine), self.day, harmed=HARMED)


def _copied(folder: Path) -> Path:
    return shutil.copytree(moulds().other, folder)


def code_of(number: int) -> str:
    """A point's code."""
    return f"341821{100_001 + number}"


def number_of(code: str) -> int:
    """The number of a point."""
    return int(code[6:]) - 100_001
