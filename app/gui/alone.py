"""One window to a point: a second one would show figures that the first has already changed."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from app.gui.words import tr

TAKEN = tr(
    "这个收款点已经在另一个窗口里打开。请在任务栏里找到那个窗口接着用；那个窗口没有反应，就先关掉它，再在这里登录。已经记下的收款都是安全的。"
)


class Alone:
    """Holds a file beside the data folder (not in it: a copied folder must not look as if it were in use).

    A process that was killed holds nothing: Qt looks whether the one named in the file still runs.
    """

    def __init__(self, file: Path) -> None:
        self._lock = QLockFile(str(file))
        # Never by age alone: a window stays open for days.
        self._lock.setStaleLockTime(0)

    def taken(self) -> bool:
        """Whether this window has the point for itself; where no such file can be written nobody else can either."""
        return (
            self._lock.isLocked() or self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError
        )

    def leave(self) -> None:
        """Let another window have it."""
        self._lock.unlock()


def beside(folder: Path) -> Path:
    """The file for a data folder."""
    return folder.with_name(f"{folder.name}.window-lock")
