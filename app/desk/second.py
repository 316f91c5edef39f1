"""The second person: somebody other than the clerk at the counter who answers for an exception with him.

Where the point has several clerks it is one of them, who proves it with the own passphrase; where there is only one
account it is a witness, by name. Both stand in the entry.
"""

import msgspec

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import keyslots
from app.domain.errors import Refused, WrongUse


class Second(msgspec.Struct, frozen=True, kw_only=True):
    """A second person as an entry names him; `is_clerk`: proved by passphrase."""

    name: str
    is_clerk: bool


def has_colleague(desk: Desk) -> bool:
    """Whether another clerk exists, so that a witness by name is not enough."""
    return any(name != desk.operator for name in keyslots.names(folders.slots(desk.folder)))


def vouch(desk: Desk, name: str, passphrase: str | None) -> Second:
    """The second person named, proved where a colleague exists.

    Raises WrongUse second_missing; Refused second_is_operator, operator_unknown, second_passphrase_wrong.
    """
    name = name.strip()
    if not name:
        raise WrongUse("second_missing")
    if "".join(name.split()) == "".join(desk.operator.split()):
        raise Refused("second_is_operator", name=name)
    if not has_colleague(desk):
        return Second(name=name, is_clerk=False)
    try:
        keyslots.unlock(folders.slots(desk.folder), name, passphrase or "")
    except Refused as error:
        if error.code == "passphrase_wrong":
            raise Refused("second_passphrase_wrong", name=name) from error
        raise
    return Second(name=name, is_clerk=True)
