"""Enrol a point's journal: after this the county takes its files."""

from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from app.county import records, revoke
from app.county.check import kind_name
from app.county.office import County
from app.county.records import Journal
from app.devices import envelope
from app.domain import fingerprint as fingerprints
from app.domain import journal
from app.domain.errors import Refused
from app.domain.syncfile import Request, SignedRequest

LAST_RENEWAL = 9


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """What was enrolled. `proof` is how the county knew the key: fingerprint, old_key or practice. `new` is false where
    this very journal was enrolled before."""

    point: str
    name: str
    device: int
    journal: str
    fingerprint: str
    proof: str
    new: bool


def enrol(county: County, request_file: Path, *, fingerprint: str | None, now: datetime) -> Enrolled:
    """Enrol the journal in `request_file`; `fingerprint` is what the point read out on the telephone.

    A real county needs it, unless a renewed journal is signed by the old key (once, while nobody revoked that); a
    practice county may do without.
    Raises Refused: practice_mismatch, enrol_fingerprint_needed, enrol_fingerprint_differs, previous_unknown,
    device_taken, renewal_taken, renewals_spent, enrolled_differently, and as envelope.read_request does.
    """
    signed = envelope.read_request(request_file)
    request = signed.request
    if request.practice != county.practice:
        raise Refused("practice_mismatch", theirs=kind_name(request.practice), ours=kind_name(county.practice))
    with county.engine.begin() as connection:
        known = records.journal(connection, request.point, request.journal)
        if known is not None and known.seal_key != request.seal_key:
            raise Refused("enrolled_differently", point=request.point)
        proof = _proof(connection, county, signed, fingerprint)
        if known is None:
            _check_device(connection, request)
            at, by = journal.stamp(now), county.operator
            _add_before(connection, request, proof=proof, at=at, by=by)
            _previous(connection, request)
            arrivals = records.arrivals(connection, request.point)
            records.add_journal(connection, _journal(request, proof=proof, at=at, by=by, arrivals=arrivals))
    return _enrolled(request, proof=proof if known is None else known.proof, new=known is None)


def _previous(connection: Connection, request: Request) -> Journal | None:
    """The journal that this one continues; it must be enrolled at the same point and device."""
    if request.previous is None:
        return None
    previous = records.journal(connection, request.point, request.previous.journal)
    if previous is None or previous.device != request.device:
        raise Refused("previous_unknown", point=request.point)
    return previous


def _add_before(connection: Connection, request: Request, *, proof: str, at: str, by: str) -> None:
    """Enrol the journals between this one and the last that is enrolled: the device changed twice before it was heard
    of. Their keys are gone; their entries come inside this one (`entry_carried`)."""
    if proof == "old_key":
        return
    for each in request.before:
        known = records.journal(connection, request.point, each.journal)
        if known is not None or fingerprints.of(bytes.fromhex(each.public_key)) != each.journal:
            continue
        fields = {name: getattr(each, name) for name in each.__struct_fields__}
        arrivals = records.arrivals(connection, request.point)
        then = msgspec.structs.replace(request, **fields, before=())
        records.add_journal(connection, _journal(then, proof=proof, at=at, by=by, arrivals=arrivals))


def _proof(connection: Connection, county: County, signed: SignedRequest, fingerprint: str | None) -> str:
    if fingerprint is not None:
        if fingerprints.read(fingerprint) != signed.request.journal:
            raise Refused("enrol_fingerprint_differs")
        return "fingerprint"
    cited = signed.request.previous
    if signed.previous_signature is not None and cited is not None:
        previous = records.journal(connection, signed.request.point, cited.journal)
        if previous is not None and _vouches(connection, previous, signed):
            return "old_key"
    if not county.practice:
        raise Refused("enrol_fingerprint_needed")
    return "practice"


def _vouches(connection: Connection, previous: Journal, signed: SignedRequest) -> bool:
    """The old key counts once, for the journal that comes next, and only while it is trusted itself."""
    envelope.check_request(signed, previous.public_key, signed.previous_signature or "")
    of_point = records.journals(connection, point=previous.point)
    heirs = [each for each in of_point if each.previous_journal == previous.journal]
    others = [each for each in heirs if each.journal != signed.request.journal]
    trusted = revoke.why(connection, previous) is None
    return trusted and not others and signed.request.renewal == previous.renewal + 1


def _check_device(connection: Connection, request: Request) -> None:
    """Two journals of one device that do not follow one another would give out the same receipt numbers."""
    of_device = [known for known in records.journals(connection, point=request.point) if known.device == request.device]
    newest = max((known.renewal for known in of_device), default=-1)
    if newest < 0 or (request.previous is not None and newest < request.renewal):
        return
    # One backup was restored twice; the first to come has the number.
    code = (
        "device_taken" if request.previous is None else "renewal_taken" if newest < LAST_RENEWAL else "renewals_spent"
    )
    raise Refused(code, device=request.device, point=request.point, next=newest + 1)


def _journal(request: Request, *, proof: str, at: str, by: str, arrivals: int) -> Journal:
    previous = request.previous
    return Journal(
        point=request.point,
        journal=request.journal,
        name=request.name,
        device=request.device,
        renewal=request.renewal,
        public_key=request.public_key,
        seal_key=request.seal_key,
        pack=request.pack,
        pack_hash=request.pack_hash,
        previous_journal=previous.journal if previous else None,
        previous_seq=previous.seq if previous else None,
        previous_head=previous.head if previous else None,
        proof=proof,
        enrolled_at=at,
        enrolled_by=by,
        arrivals=arrivals,
        held=0,
        head=journal.first_prev(bytes.fromhex(request.public_key)),
    )


def _enrolled(request: Request, *, proof: str, new: bool) -> Enrolled:
    return Enrolled(
        point=request.point,
        name=request.name,
        device=request.device,
        journal=request.journal,
        fingerprint=fingerprints.grouped(request.journal),
        proof=proof,
        new=new,
    )
