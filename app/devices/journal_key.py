"""The journal's private keys: a file outside the database and its backups, bound to this machine (design §2, journal
identity).

Sealed with AES-256-GCM under a key drawn from the database key, the machine's identity and the file's own place on its
disk. A copy of the folder, on this machine or another, has a database that opens and a key file that does not: then it
is a copy, and a new journal must begin.
"""

import json
import os
import secrets
import sys
import uuid
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.devices import envelope, stick
from app.devices.envelope import PrivateKeys
from app.domain.errors import Refused


def save(file: Path, keys: PrivateKeys, db_key: bytes) -> None:
    """Write the keys, sealed to this machine and this file. Raises Refused as `stick.write` does."""
    # The file must exist before it can be bound to its own place on the disk; it is then filled in place.
    stick.write(file, b"")
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_key(db_key, salt, file)).encrypt(nonce, envelope.to_bytes(keys), None)
    content = json.dumps({"v": 1, "salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}).encode()
    with file.open("r+b") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def load(file: Path, db_key: bytes) -> PrivateKeys | None:
    """The keys, or None where the file is missing, cut short, or not of this machine and place: the database is then
    a copy. A file that is there and cannot be read is Refused("file_unreadable"): that is no reason to begin anew."""
    try:
        kept = json.loads(file.read_bytes())
        salt, nonce, sealed = (bytes.fromhex(kept[part]) for part in ("salt", "nonce", "sealed"))
        plain = AESGCM(_key(db_key, salt, file)).decrypt(nonce, sealed, None)
    except (FileNotFoundError, ValueError, KeyError, TypeError, InvalidTag):
        return None
    except OSError as error:
        raise Refused("file_unreadable", file=file.name) from error
    return envelope.from_bytes(plain)


def _key(db_key: bytes, salt: bytes, file: Path) -> bytes:
    place = f"{machine()}\0{file.stat().st_ino}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"cunjiao journal key\0" + place).derive(db_key)


def machine() -> str:
    """What tells this machine from others: the system's machine id, else the network card's address."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for known in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        text = Path(known).read_text().strip() if Path(known).exists() else ""
        if text:
            return text
    return f"{uuid.getnode():012x}"
