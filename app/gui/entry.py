"""What the composition root hands to the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.desk.desk import Desk
    from app.desk.set_up import PackShown, Plan
    from app.packs.library import PackInfo


@dataclass(frozen=True)
class Entry:
    """Who may sign in, and how. `sign_in(name, passphrase)` opens the point; it runs off the window's thread.

    `passphrase_hint` is shown on the sign-in page of a practice point; None elsewhere. `folder` holds the data.
    `recover(code, name, passphrase)` gives a clerk a new passphrase by the recovery code, off the window's thread too;
    None where there is no recovery sheet to do it with.
    """

    clerks: tuple[str, ...]
    practice: bool
    passphrase_hint: str | None
    sign_in: "Callable[[str, str], Desk]"
    title: str
    folder: "Path"
    recover: "Callable[[str, str, str], None] | None" = None


@dataclass(frozen=True)
class Beginning:
    """A computer without a point. `practise` and `make` run off the window's thread; `make` answers the open desk and
    the recovery code, `write_sheet` and `confirm` say of it that it is on paper. `plan` is what was answered before the
    window was closed, `keep` remembers it; `check` raises where a real point may not collect by its pack."""

    plan: "Plan"
    packs: "Sequence[PackInfo]"
    describe: "Callable[[str], PackShown]"
    check: "Callable[[Plan], None]"
    keep: "Callable[[Plan], None]"
    make: "Callable[[Plan, str], tuple[Desk, str]]"
    write_sheet: "Callable[[Desk, Path, str], Path]"
    confirm: "Callable[[Desk], None]"
    practise: "Callable[[], Entry]"
