"""A finished file on the disk, whole or not at all: what every PDF is written with."""

import contextlib
import errno
import os
from pathlib import Path

from app.domain.errors import Refused


def write(data: bytes, file: Path) -> None:
    """Write a finished file: under a temporary name beside it, to the disk, then renamed.

    Refused("disk_full") or Refused("cannot_write"); an older file of that name is then untouched, nothing is left over.
    """
    put_in_place(stage(data, file), file)


def stage(data: bytes, file: Path) -> Path:
    """The slow half of `write`: the finished file under its temporary name, on the disk. Refusals as `write`."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        write_through(data, temporary)
    except OSError as error:
        _forget(temporary)
        raise refusal(error, file) from error
    return temporary


def put_in_place(temporary: Path, file: Path) -> None:
    """The quick half of `write`: the rename. A device or a folder of that name is left alone."""
    try:
        if file.exists() and not file.is_file():
            raise OSError(errno.EISDIR, "not a file")
        temporary.replace(file)
    except OSError as error:
        _forget(temporary)
        raise refusal(error, file) from error


def _forget(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def made(folder: Path) -> Path:
    """The folder, which is made where it is not there yet. Refused("disk_full") or Refused("cannot_write")."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(error, folder) from error
    return folder


def write_through(data: bytes, file: Path) -> None:
    """Write and wait for the disk."""
    with file.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


REASONS = {
    errno.EACCES: "没有写入权限，或文件正被别的程序打开",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "那里已有同名的文件夹或设备",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}


def refusal(error: OSError, file: Path) -> Refused:
    """The sentence for what the system answered."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused("disk_full", file=file)
    return Refused("cannot_write", file=file, why=REASONS.get(error.errno or 0, f"系统错误 {error.errno}"))
