"""Replacing this device's keys: a new journal, and a request that the old key has signed."""

import msgspec

from app.desk.begin_journal import begin_journal
from app.desk.desk import Desk
from app.desk.hand_over import REQUEST, request_of
from app.devices import envelope
from app.domain.errors import Refused
from app.store import counter, settings
from app.store.database import writing


def renew_keys(desk: Desk) -> Desk:
    """Begin a new journal with new keys while the old ones are at hand; the desk in it.

    The next `write_request` carries the old key's signature, so that the county can enrol it without the telephone.
    What the old journal had not handed over, the county asks for and the new one carries. The old private key is gone.

    Raises Refused: renew_day_open, and as begin_journal does.
    """
    if counter.open_day(desk.db, desk.journal) is not None:
        raise Refused("renew_day_open")
    old, renewed = desk.keys, begin_journal(desk)
    signed = envelope.sign_request(request_of(renewed), keys=renewed.keys, previous=old)
    with writing(renewed.db):
        settings.put(renewed.db, REQUEST, msgspec.to_builtins(signed))
    return renewed
