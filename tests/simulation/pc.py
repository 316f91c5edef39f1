"""One PC on a counter: what its clerk does in a day, and what it has been told by files, by our own count."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from app.desk.collect import collect
from app.desk.confirm_clock import confirm_clock
from app.desk.day import close_day, count_day, open_day, totals
from app.desk.hand_over import export, write_request
from app.desk.open_point import open_point
from app.desk.reverse import reverse
from app.desk.take_reply import take_reply
from app.desk.take_sibling import take_sibling
from app.desk.void import void
from app.devices import envelope
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.payment import Tender
from app.store import counter, database
from app.store import journal as journal_store
from tests.factories import PASSPHRASE, Hands
from tests.simulation.ledger import ended, paid
from tests.simulation.moulds import new_desk
from tests.simulation.parcels import NAMES, Parcel
from tests.simulation.sizes import Told

T = TypeVar("T")
CLOCK = {"clock_back"}
# Why somebody is not charged: paid here, told of elsewhere, not on the roster (any more), nothing to pay in this time.
UNPAID = {"already_paid", "already_paid_elsewhere", "paid_there", "resident_unknown", "outcome_not_open",
          "outcome_refuse", "outcome_refer", "outcome_register_first", "outcome_warn_no_benefit"}  # fmt: skip
TAKEN_BACK = {"void_after_close", "already_void", "already_reversed", "reverse_same_day", "reverse_other_journal",
              "refund_pending", "payment_unknown"}  # fmt: skip


class Pc:
    """A computer with a data folder. `line` names the journals that its store has gone through, the newest last."""

    def __init__(
        self, folder: Path, told: Told, *, now: datetime, code: str = "", device: int = 1, name: str = ""
    ) -> None:
        self.folder, self.told, self.hands = folder, told, Hands(now)
        made = new_desk(folder, code=code, device=device, name=name, now=now) if code else self._opened(now)
        self.desk = replace(made, clock=self.hands)
        self.by_county: frozenset[tuple[str, str]] = frozenset()
        self.by_siblings: dict[str, str] = {}
        self.ended_there: set[str] = set()
        self.forked = self.revoked = False

    def _opened(self, now: datetime) -> Any:
        return open_point(self.folder, operator=None, passphrase=PASSPHRASE, moment=now)

    @property
    def journal(self) -> str:
        return self.desk.journal

    @property
    def code(self) -> str:
        return self.desk.point.code

    def head(self, journal: str | None = None) -> int:
        """How many entries of a journal lie here."""
        query = "SELECT count(*) FROM journal WHERE journal = ?"
        return int(self.desk.db.conn.execute(query, (journal or self.journal,)).fetchone()[0])

    def journals(self) -> list[str]:
        """All journals of this store, the oldest first."""
        return [row[0] for row in self.desk.db.conn.execute("SELECT journal FROM journals ORDER BY renewal, opened_at")]

    def close(self) -> None:
        """Shut down."""
        database.close(self.desk.db)

    def reopen(self) -> None:
        """Start again, after the folder was closed to be copied."""
        self.desk = replace(self._opened(self.hands.moment), clock=self.hands)

    # -- a day at the counter

    def tried(self, allowed: set[str], verb: Callable[..., T], *words: Any, **named: Any) -> T | None:
        """Carry out a verb; one of these refusals is an answer, any other an error of the program."""
        try:
            done = verb(*words, **named)
        except Refused as refusal:
            if refusal.code not in allowed:
                raise
            self.told.answers[refusal.code] += 1
            return None
        self.told.done[verb.__name__] += 1
        return done

    def begin(self, now: datetime) -> None:
        """Come in the morning. A clock that shows an earlier day must be confirmed before anything is paid."""
        self.hands.moment = now
        if counter.open_day(self.desk.db, self.journal) is None and self.tried(CLOCK, open_day, self.desk, 0) is None:
            confirm_clock(self.desk, "电池没电")
            open_day(self.desk, 0)
        elif journal_store.last_moment(self.desk.db) > now:
            confirm_clock(self.desk, "电池没电")

    def pay(self, rng: Random, person: str) -> None:
        """Take one person's money, unless a file has told that it was paid elsewhere."""
        card = {"method": "pos", "terminal": "T1", "reference": f"K{rng.randrange(10**9)}"}
        tender = Tender(**card) if rng.random() < 0.3 else Tender(method="cash", cash_fen=100_000)
        done = self.tried(UNPAID, collect, self.desk, [person.partition(":")[2]], tender)
        if done is not None and person in self.knows_paid():
            raise AssertionError(f"{person} was charged although a file had told that it is paid")

    def knows_paid(self) -> set[str]:
        """Who has paid elsewhere, as the files taken here have told.

        What a restored PC paid before is its own again, and may have been taken back here since the county wrote.
        """
        over = self.ended_there | ended(line for (line,) in self.desk.db.conn.execute("SELECT line FROM journal"))
        told = {*self.by_siblings.items(), *((payment, person) for person, payment in self.by_county)}
        return {person for payment, person in told if payment not in over}

    def take_back(self, rng: Random) -> None:
        """Void or reverse one of the payments here."""
        rows = self.desk.db.conn.execute("SELECT payment FROM payments ORDER BY journal = ?, receipt", (self.journal,))
        payments = [row[0] for row in rows][-12:]
        if payments:
            verb = reverse if rng.random() < 0.4 else void
            self.tried(TAKEN_BACK, verb, self.desk, rng.choice(payments), "收错了")

    def end(self) -> None:
        """Count the drawer and close the day."""
        expected = totals(self.desk).expected_fen
        count_day(self.desk, expected)
        self.tried({"cards_open"}, close_day, self.desk, "核对无误")

    # -- files

    def export(self, folder: Path) -> Parcel | None:
        """Hand over what the county has not acknowledged."""
        done = self.tried({"county_unknown", "nothing_to_send", "nothing_to_send_returned"}, export, self.desk, folder)
        if done is None:
            return None
        return Parcel(
            path=Path(done.file), point=self.code, journal=self.journal, first=done.first_seq, last=done.last_seq
        )

    def request(self, folder: Path) -> Path:
        """The file that asks the county to enrol this journal."""
        file = folder / f"request-{self.journal}.json"
        write_request(self.desk, file)
        return file

    def take(self, parcel: Parcel) -> None:
        """Take a reply, or what a stick has made of it."""
        before = self.head()
        try:
            done = take_reply(self.desk, parcel.path)
        except Refused as refusal:
            self.told.answers[refusal.code] += 1
            self._expect(parcel, refusal.code)
            assert self.head() == before, "a refused reply wrote something"
            return
        assert parcel.harm is None and parcel.journal == self.journal, "a file that is not ours was taken"
        if done.effect:
            self.told.done["take_reply"] += 1
            self.by_county = parcel.told
            self.desk = replace(self._newest(), clock=self.hands)
        else:
            self.told.answers["no_effect"] += 1

    def _newest(self) -> Any:
        """The desk with the pack that a reply may have brought, as the window opens it anew."""
        if self.desk.db.conn.execute("SELECT count(*) FROM packs").fetchone()[0] < 2:
            return self.desk
        self.close()
        return self._opened(self.hands.moment)

    def _expect(self, parcel: Parcel, code: str) -> None:
        names = set(NAMES[parcel.harm]) if parcel.harm else set()
        if parcel.journal != self.journal:
            names.add("not_ours")
        if self.forked:
            names |= {"ack_differs", "held_broken"}
        assert code in names, f"{code} for a reply {parcel}"

    def read_along(self, parcel: Parcel) -> None:
        """Read the file that another PC of the village wrote."""
        try:
            take_sibling(self.desk, parcel.path)
        except Refused as refusal:
            self.told.answers[refusal.code] += 1
            # Not sealed to us: the other PC did not know of us then, or one of us has begun a new journal.
            names = NAMES[parcel.harm] if parcel.harm else {"not_ours", "sibling_unknown"}
            assert refusal.code in names, refusal.code
            return
        self.told.done["take_sibling"] += 1
        opened = envelope.open(envelope.read(parcel.path), keys=self.desk.keys, reads_along=True)
        lines = list(syncfile.lines(opened.payload))
        self.by_siblings |= paid(lines)
        self.ended_there |= ended(lines)
