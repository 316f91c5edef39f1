"""Write a file so that it is there after the stick is pulled or the power goes, or say by name why it is not.

Temporary name, fsync, rename, fsync of the folder, read back and compare (design §4): without the folder's fsync the
file was missing after a cut; without the comparison a worn stick looks like a good one. Windows has no fsync of
folders.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import KnownError, Refused

# So much goes to the stick at once: what has not reached it is not told as written.
_PIECE = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOENT, errno.ESTALE}
# Windows: not ready, device not connected, no such device, write fault, I/O device error.
_GONE_WINDOWS = {21, 29, 433, 1117, 1167}


def write(path: Path, data: bytes, *, tick: Callable[[int], None] | None = None) -> str:
    """Put `data` at `path`, replacing what is there, and return its SHA-256 (64 hex digits) once it has been read back.

    `tick` is told the bytes that have reached the stick, all of them before the file gets its name; what it raises
    leaves nothing behind.
    Raises Refused: folder_missing, disk_full, stick_gone, cannot_write, readback_differs. After a refusal an older
    file of that name is still whole, except after readback_differs.
    """
    if not path.parent.is_dir():
        raise Refused("folder_missing", folder=path.parent)
    temporary = path.with_name(f".{path.name}.part")
    try:
        _write_through(temporary, data, tick)
        os.replace(temporary, path)
        _sync_folder(path.parent)
        found = _read_from_medium(path)
    except KnownError:
        _forget(temporary)
        raise
    except OSError as error:
        _forget(temporary)
        raise Refused(status(error), folder=path.parent, file=path.name, why="只读或没有权限") from error
    if found != data:
        raise Refused("readback_differs", file=path.name)
    return hashlib.sha256(data).hexdigest()


def status(error: OSError) -> str:
    """The name of what went wrong while writing: disk_full, stick_gone or cannot_write."""
    if error.errno in _FULL:
        return "disk_full"
    if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_WINDOWS:
        return "stick_gone"
    return "cannot_write"


def _write_through(path: Path, data: bytes, tick: Callable[[int], None] | None) -> None:
    with open(path, "wb") as file:
        for start in range(0, len(data) or 1, _PIECE):
            file.write(data[start : start + _PIECE])
            file.flush()
            os.fsync(file.fileno())
            if tick:
                tick(min(len(data), start + _PIECE))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some stick file systems (FUSE exFAT, NTFS) know no fsync of folders; any other failure counts.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(handle)


def _read_from_medium(path: Path) -> bytes:
    with open(path, "rb") as file:
        # Ask the system to forget its copy, so that the bytes come from the stick and not from memory.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
