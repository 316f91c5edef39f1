"""What a county in PostgreSQL keeps in its own folder: where its database is, and its private keys.

county.local  JSON sealed with AES-256-GCM under the key that slots.json wraps: whoever has the database or the folder
              alone can neither open the points' files nor answer in the county's name.
"""

import json
import secrets
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.devices import stick
from app.domain.errors import Refused

NAME = "county.local"
_PURPOSE = b"cunjiao county local"


class Local(msgspec.Struct, frozen=True, kw_only=True):
    """`db`: the database's URL as it was given. `store`: the id of the county in it. `keys`: envelope.to_bytes;
    `former`: those before, as JSON of office.Former; `stores`: every id this county had, also before restorations."""

    db: str
    store: str
    keys: str
    former: str = "[]"
    stores: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Local(…)"


class Beside:
    """The open county's hand on its file: what changes is written at once. Raises Refused as `save` does."""

    def __init__(self, folder: Path, local: Local, db_key: bytes) -> None:
        self._folder, self._local, self._db_key = folder, local, db_key

    def put(self, **fields: str) -> None:
        """Write these fields anew; a `store` is added to those the county had."""
        known = self._local
        stores = known.stores if known.store in known.stores else (*known.stores, known.store)
        self._local = msgspec.structs.replace(known, stores=stores, **fields)
        save(self._folder, self._local, self._db_key)


def save(folder: Path, local: Local, db_key: bytes) -> None:
    """Write it, sealed. Raises Refused as stick.write does."""
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(db_key).encrypt(nonce, msgspec.json.encode(local), _PURPOSE)
    stick.write(folder / NAME, json.dumps({"v": 1, "nonce": nonce.hex(), "sealed": sealed.hex()}).encode())


def load(folder: Path, db_key: bytes) -> Local | None:
    """What was saved, None where this county has no database elsewhere. Raises Refused county_unreadable."""
    try:
        kept = json.loads((folder / NAME).read_bytes())
        plain = AESGCM(db_key).decrypt(bytes.fromhex(kept["nonce"]), bytes.fromhex(kept["sealed"]), _PURPOSE)
        return msgspec.json.decode(plain, type=Local)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, InvalidTag, msgspec.DecodeError) as error:
        raise Refused("county_unreadable", file=NAME) from error
