"""The end of a run: every surviving stick and a last export of every living PC are delivered, then all is compared."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from app.county import chain, records, schema
from app.county.records import Journal
from app.county.take import take
from app.desk.hand_over import known_county
from app.domain import journal as entries
from app.domain import syncfile
from app.store import journal as journal_store
from app.store import projections, roster
from app.store.database import writing
from tests.county.tables import content
from tests.simulation.ledger import standing
from tests.simulation.parcels import Parcel
from tests.simulation.pc import Pc
from tests.simulation.world import World, code_of

# A backup of a backup goes up in three rounds; nobody needs more than this.
ROUNDS = 8


class Ending:
    """What is delivered last, and what must then hold."""

    def __init__(self, world: World) -> None:
        self.world, self.office, self.told = world, world.office, world.told
        self.reach: dict[str, int] = {}
        # What only a PC has whose own journal was written twice: the county may have taken the other one's story.
        self.perhaps: dict[str, int] = {}

    def run(self) -> None:
        """Deliver, compare."""
        world = self.world
        world.day += 30
        while world.enrol_waiting():
            pass
        self._foresee()
        up = [parcel for parcel in world.post.under_way if not parcel.store]
        self.office.receive(up, world.now(), forked=world.forked)
        for parcel in world.post.under_way:
            if parcel.store:
                world._deliver_down(parcel)
        world.post.under_way = []
        for _ in range(ROUNDS):
            if not self._round():
                break
        else:
            raise AssertionError(f"still new entries after {ROUNDS} rounds")
        self._compare()

    def _round(self) -> bool:
        """Every PC takes its reply and hands over once; whether the county heard anything new."""
        before = sum(each.held for each in self.office.journals().values())
        pinned = [pc for pc in self.world.pcs if known_county(pc.desk)]
        for number in range(self.world.size.points):
            for parcel in self.office.reply(code_of(number), self.world.stick(), self.world.now()):
                self.world._check_ack(parcel)
                for pc in self.world.pcs:
                    if pc.journal == parcel.journal:
                        pc.take(parcel)
        for pc in self.world.pcs:
            pc.hands.moment = max(pc.hands.moment, self.world.now())
            parcel = pc.export(self.world.stick())
            if parcel is not None:
                self.office.receive([parcel], self.world.now(), forked=self.world.forked)
        after = sum(each.held for each in self.office.journals().values())
        return after > before or len(pinned) < len([pc for pc in self.world.pcs if known_county(pc.desk)])

    # -- what the county must end with

    def heard_pcs(self) -> list[Pc]:
        """The living PCs to which the county listens."""
        enrolled = self.office.journals()
        return [
            pc for pc in self.world.pcs if pc.journal in enrolled and not self.office.is_revoked(enrolled[pc.journal])
        ]

    def _foresee(self) -> None:
        """How far the county must come in each journal that does not grow any more: what it holds, what lies in a store
        of a living PC, and what files bring without a hole."""
        enrolled = self.office.journals()
        reach = {journal: each.held for journal, each in enrolled.items()}
        for pc in self.heard_pcs():
            found = self.perhaps if pc.journal in self.world.forked else reach
            for journal in pc.journals():
                if journal in reach:
                    found[journal] = max(found.get(journal, 0), pc.head(journal))
        # A county put back without its files knows of some that it waits with and has no more.
        kept = [p for p in self._kept_waiting() if p.path.exists()]
        files = [p for p in self.world.post.under_way if not (p.harm or p.store)] + kept
        trusted = [p for p in files if p.journal in enrolled and not self.office.is_revoked(enrolled[p.journal])]
        carried = _carried(line for _, _, line in self.office.lines())
        before: dict[str, int] = {}
        while reach != before:
            before = dict(reach)
            for parcel in sorted(trusted, key=lambda p: p.first):
                if parcel.first <= reach[parcel.journal] + 1:
                    reach[parcel.journal] = max(reach[parcel.journal], parcel.last)
                    carried |= _carried(syncfile.lines(self.office.opened(parcel).payload))
            for journal in reach:
                while (journal, reach[journal] + 1) in carried:
                    reach[journal] += 1
        self.reach = reach

    def _kept_waiting(self) -> list[Parcel]:
        """What waits at the county already."""
        table = schema.files.c
        with self.office.county.engine.begin() as connection:
            rows = connection.execute(
                select(table.point, table.journal, table.first_seq, table.last_seq, table.sha256).where(
                    table.status == "waiting"
                )
            ).fetchall()
        return [
            Parcel(path=self.office.county.raw_file(r.sha256), point=r.point, journal=r.journal,
                   first=r.first_seq, last=r.last_seq)
            for r in rows
        ]  # fmt: skip

    def _compare(self) -> None:
        self._union()
        self._rebuilt()
        self._conflicts()
        self._listed()
        for pc in self.world.pcs:
            self._sound(pc)

    def _union(self) -> None:
        """Exactly what lives, what was backed up and what sticks brought; the missing are those of dead PCs."""
        enrolled = self.office.journals()
        growing = {pc.journal: pc for pc in self.heard_pcs()}
        for journal, each in enrolled.items():
            if journal in self.world.forked:
                continue
            least = most = growing[journal].head() if journal in growing else self.reach[journal]
            if journal not in growing:
                # A reply from before the county was put back brings home more than the county itself remembers.
                most = max(least, self.world.dead.get(journal, 0), self.perhaps.get(journal, 0))
            told = f"{each.point}-{each.device}.{each.renewal}: {each.held} held, not {least} to {most}"
            assert least <= each.held <= most, told
            self.told.missing += max(0, self.world.dead.get(journal, 0) - each.held)
        for pc in self.world.pcs:
            self._same_lines(pc, enrolled)
        strangers = {pc.journal: pc.head() for pc in self.world.pcs if pc.journal not in enrolled}
        strangers |= {journal: last for journal, last in self.world.dead.items() if journal not in enrolled}
        self.told.shut_out = sum(strangers.values())

    def _same_lines(self, pc: Pc, enrolled: dict[str, Journal]) -> None:
        """Entry by entry what lies in the PC's store, as far as the county has it."""
        for journal in pc.journals():
            if journal not in enrolled or journal in self.world.forked:
                continue
            with self.office.county.engine.begin() as connection:
                held = records.stored(connection, enrolled[journal], first=1, last=enrolled[journal].held)
            here = [(seq, digest, line) for seq, line, digest in journal_store.lines(pc.desk.db, journal)]
            shorter = min(len(held), len(here))
            assert [tuple(row) for row in held[:shorter]] == here[:shorter], "two stories of one journal"

    def _rebuilt(self) -> None:
        """The county's tables are those that its entries give when they are taken one journal after the other."""
        live = _plain(content(self.office.county))
        county = self.office.county
        with county.engine.connect() as connection, connection.begin() as once:
            kept = {each: records.stored(connection, each, first=1, last=each.held) for each in _old_first(connection)}
            for name in (*schema.projections, "entries", "quarantine"):
                connection.execute(schema.metadata.tables[name].delete())
            for each in kept:
                first = chain.journal.first_prev(bytes.fromhex(each.public_key))
                records.set_held(connection, each, held=0, head=first)
            for each, lines in kept.items():
                now = records.journal(connection, each.point, each.journal)
                assert now is not None
                rest = [line for seq, _, line in lines if seq > now.held]
                links = chain.follow(rest, first_seq=now.held + 1, prev=now.head)
                take(connection, now, links, practice=True, at="")
            again = {name: list(map(tuple, connection.execute(select(table)))) for name, table in _compared()}
            once.rollback()
        twice = self._numbered_twice()
        for name, rows in again.items():
            ours, theirs = (
                [row for row in each if row[0] not in twice]
                for each in (sorted(_undated(name, rows), key=repr), live[name])
            )
            assert ours == theirs, f"{name} is not what the entries give"

    def _numbered_twice(self) -> set[str]:
        """Points where one backup was restored twice and both PCs gave out the same receipt numbers: the later to come
        is quarantined, so what the accounts hold there follows the order in which files came."""
        series = Counter((each.point, each.device, each.renewal) for each in self.office.journals().values())
        found = {point for (point, _, _), times in series.items() if times > 1}
        self.told.answers["numbered twice"] += len(found)
        return found

    def _conflicts(self) -> None:
        """Whoever is charged twice stands on the county's list, and nobody else."""
        from app.county.conflicts import conflicts

        twice = {person: each for person, each in standing(self.office.lines()).items() if len(each) > 1}
        with self.office.county.engine.begin() as connection:
            listed = conflicts(connection)
        told = sorted(sorted(each.payment for each in one.payments) for one in listed)
        assert told == sorted(sorted(payment for _, _, payment in each) for each in twice.values())
        self.told.done["charged twice"] += len(twice)

    def _listed(self) -> None:
        holes, quiet, forked = self.office.listed()
        enrolled = self.office.journals()
        assert quiet == {f"{each.point}-{each.device}" for each in enrolled.values() if not each.held}
        assert forked <= self.world.forked
        waiting = {p.journal for p in self._kept_waiting()}
        assert holes == waiting, "a gap that is not listed"
        self.told.answers["gap listed"] += len(holes)
        self.told.answers["fork listed"] += len(forked)
        self.told.answers["silent listed"] += len(quiet)

    def _sound(self, pc: Pc) -> None:
        """The chain holds, a rebuild gives the same, the roster is the county's."""
        assert journal_store.verify(pc.desk.db).broken is None
        live = projections.content_hash(pc.desk.db)
        with writing(pc.desk.db):
            projections.rebuild(pc.desk.db)
        assert projections.content_hash(pc.desk.db) == live, "rebuilt is not live"
        if pc in self.heard_pcs() and not pc.forked:
            wanted = self.office.roster(pc.code)
            here = {each.key: msgspec.json.encode(each).decode() for each in roster.by_keys(pc.desk.db, list(wanted))}
            assert here == {person: content for person, content in wanted.items() if content is not None}


def _carried(lines: Iterable[bytes]) -> set[tuple[str, int]]:
    """The entries of journals before that these lines carry: (journal, seq)."""
    found = (entries.parse(line) for line in lines if b'"entry_carried"' in line)
    return {(each.body["of"], each.body["of_seq"]) for each in found if each.kind == "entry_carried"}


def _old_first(connection: object) -> Iterable[Journal]:
    """All journals, those that others go on from first."""
    return sorted(records.journals(connection), key=lambda each: (each.point, each.device, each.renewal))  # type: ignore[arg-type]


def _compared() -> list[tuple[str, object]]:
    return [(name, schema.metadata.tables[name]) for name in (*schema.projections, "entries", "quarantine")]


def _undated(name: str, rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Since when an entry is in quarantine says nothing about it."""
    return [row[:-1] if name == "quarantine" else row for row in rows]


def _plain(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(_undated(name, rows), key=repr) for name, rows in tables.items()}
