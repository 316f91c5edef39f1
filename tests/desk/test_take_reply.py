"""What a reply may change, told with replies that a county with its own keys really signs and seals."""

from pathlib import Path
from typing import Any

import pytest

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.hand_over import export, known_county
from app.desk.state import state
from app.desk.take_reply import Taken, take_reply
from app.desk.void import void
from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain import journal, syncfile
from app.domain.errors import Refused
from app.domain.payment import Tender
from app.domain.syncfile import Ack, County, Header, PaidElsewhere, Record, Rejected, Succession
from app.store import sync
from tests.factories import CODE

STORE, RESTORED = "a" * 32, "b" * 32


class Office:
    """The county's pen: replies to one desk, numbered as told."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder, self.keys, self.written = desk, folder, envelope.new_keys(), 0
        self.successions: tuple[Succession, ...] = ()

    def reply(
        self,
        *records: Record,
        number: int,
        to: int = 0,
        store: str = STORE,
        signer: PrivateKeys | None = None,
        **head: Any,
    ) -> Path:
        """A reply that acknowledges entries up to `to` and brings these records too."""
        own, desk = self.keys.public, self.desk
        first = journal.first_prev(bytes.fromhex(desk.keys.public.sign))
        digest = head.get("digest") or sync.hash_at(desk.db, desk.journal, to) or first
        keys = {"sign_key": own.sign, "seal_key": own.seal}
        said = County(name="郎溪县医保局", successions=self.successions, **keys)
        payload = syncfile.write_records([said, Ack(acknowledged_to=to, head=digest), *records])
        signer = signer or self.keys
        header = Header(
            direction="down", practice=head.get("practice", True), from_=signer.public.fingerprint, to=desk.journal,
            point=head.get("point", CODE), journal=desk.journal, store=store, number=number,
            created="2023-11-16T08:00:00+08:00", first_seq=1, last_seq=to, prev_head=first, head=digest,
            payload_sha256=syncfile.sha256(payload),
        )  # fmt: skip
        self.written += 1
        file = self.folder / f"{self.written}.cunjiao"
        file.write_bytes(envelope.pack(header, payload, keys=signer, to=desk.keys.public.seal))
        return file

    def answered(self, *records: Record, **told: Any) -> Taken:
        """The reply, taken at the desk."""
        return take_reply(self.desk, self.reply(*records, **told))


@pytest.fixture
def office(desk: Desk, stick: Path) -> Office:
    """A county that the desk has met, with two payments made since (entries 4 and 5)."""
    made = Office(desk, stick)
    made.answered(number=1)
    open_day(desk, 0)
    for person in ("r1", "r3"):
        collect(desk, [person], Tender(method="cash", cash_fen=38_000))
    return made


def states(desk: Desk) -> list[str]:
    return [row["sync_state"] for row in desk.db.query("SELECT sync_state FROM payment_states ORDER BY seq")]


def test_a_rejected_record_comes_back_and_is_cured_by_the_next_reply(desk: Desk, office: Office):
    done = office.answered(Rejected(seq=5, code="due_differs", remedy="请作废重收"), number=2, to=5)
    assert (done.effect, [r.seq for r in done.rejected]) == (True, [5])
    # Received and stored, yet not taken: a business state of one record, which stops nothing else.
    assert states(desk) == ["acknowledged", "rejected"]
    office.answered(number=3, to=5)
    assert states(desk) == ["acknowledged", "acknowledged"]


def test_a_restored_county_lowers_the_acknowledgement_and_the_point_sends_again(
    desk: Desk, office: Office, stick: Path
):
    office.answered(number=7, to=5)
    assert states(desk) == ["acknowledged", "acknowledged"]
    # The county's machine was lost; its new store begins to count anew and has nothing beyond entry 4.
    done = office.answered(number=1, to=4, store=RESTORED)
    assert (done.effect, done.acknowledged_to) == (True, 4)
    assert states(desk) == ["acknowledged", "unsent"]
    assert state(desk).sync == {"unsent": 1, "sent": 0, "acknowledged": 1, "rejected": 0}
    assert export(desk, stick).first_seq == 5
    # A straggler of the old store, with a number never seen, has no effect any more.
    done = office.answered(number=8, to=5)
    assert (done.effect, done.acknowledged_to) == (False, 4)
    assert states(desk) == ["acknowledged", "sent"]
    county = known_county(desk)
    assert county is not None and county.store == RESTORED


def elsewhere(number: str, payment: str | None) -> PaidElsewhere:
    return PaidElsewhere(document_type="id_card", document_number=number, year=2024, where="other_point",
                         paid_on="2023-11-15", payment=payment)  # fmt: skip


def test_a_payment_that_is_here_was_not_made_elsewhere(desk: Desk, office: Office):
    """The county, unsure of which machine goes on from which, names a payment that this store has itself."""
    own = next(iter(desk.db.query("SELECT * FROM payments ORDER BY seq")))
    number = own["person"].partition(":")[2]
    done = office.answered(elsewhere(number, own["payment"]), number=2, to=5)
    assert done.told == ()
    void(desk, own["payment"], "收错了")
    assert collect(desk, [number], Tender(method="cash", cash_fen=38_000)).total_fen == own["due_fen"]


def test_a_payment_of_another_device_keeps_a_person_from_paying(desk: Desk, office: Office):
    own = next(iter(desk.db.query("SELECT * FROM payments ORDER BY seq")))
    number = own["person"].partition(":")[2]
    void(desk, own["payment"], "收错了")
    assert office.answered(elsewhere(number, "01HEXX87VR55ZDA0SXKQEPE1XR"), number=2, to=5).told != ()
    with pytest.raises(Refused) as refusal:
        collect(desk, [number], Tender(method="cash", cash_fen=38_000))
    assert refusal.value.code == "paid_there"


def test_an_older_number_has_no_effect(desk: Desk, office: Office):
    office.answered(number=5, to=5)
    for number in (5, 4, 1):
        done = office.answered(Rejected(seq=4, code="x", remedy="y"), number=number, to=0)
        assert (done.effect, done.acknowledged_to, done.rejected) == (False, 5, [])


def test_a_new_key_is_pinned_only_under_the_old_ones_signature(desk: Desk, office: Office):
    old = office.keys
    office.keys = envelope.new_keys()
    assert refused(office, number=2, to=4) == "signature_invalid"
    # The old key names the new one, but does not say that it follows.
    assert refused(office, number=3, to=4, signer=old) == "signature_invalid"
    office.successions = (envelope.succession(old, office.keys.public),)
    office.answered(number=4, to=5)
    assert refused(office, number=5, to=5, signer=old) == "county_key_left"


def refused(office: Office, *records: Record, **told: Any) -> str:
    """The code of a reply that must change nothing."""
    before = states(office.desk), sync.last_reply(office.desk.db, office.desk.journal, STORE)
    with pytest.raises(Refused) as refusal:
        office.answered(*records, **told)
    assert (states(office.desk), sync.last_reply(office.desk.db, office.desk.journal, STORE)) == before
    return refusal.value.code


def test_each_reply_that_is_not_taken_has_its_name(office: Office):
    assert refused(office, number=2, to=5, digest="f" * 64) == "ack_differs"
    assert refused(office, number=2, to=99, digest="f" * 64) == "ack_differs"
    assert refused(office, number=2, to=5, practice=False) == "practice_mismatch"
    assert refused(office, number=2, to=5, point="341821999999") == "other_point"
    assert refused(office, Ack(acknowledged_to=4, head="f" * 64), number=2, to=5) == "record_invalid"


def test_a_first_reply_without_an_acknowledgement_makes_the_county_known(desk: Desk, stick: Path):
    assert known_county(desk) is None
    done = Office(desk, stick).answered(number=1)
    assert (done.effect, done.acknowledged_to) == (True, 0)
    county = known_county(desk)
    assert county is not None and county.name == "郎溪县医保局"
