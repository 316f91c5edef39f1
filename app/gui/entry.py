"""What the composition root hands to the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.desk.desk import Desk


@dataclass(frozen=True)
class Entry:
    """Who may sign in, and how. `sign_in(name, passphrase)` opens the point; it runs off the window's thread.

    `passphrase_hint` is shown on the sign-in page of a practice point; None elsewhere.
    """

    clerks: tuple[str, ...]
    practice: bool
    passphrase_hint: str | None
    sign_in: "Callable[[str, str], Desk]"
    title: str
