"""The second person: another clerk with the own passphrase, or where there is none a witness by name (desk/second)."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.desk import folder as folders
from app.desk.desk import Desk
from app.desk.second import Second, has_colleague, vouch
from app.devices import keyslots
from app.gui.parts.fields import FieldRow, field, secret
from app.gui.session import Session
from app.gui.words import tr

Vouched = Callable[[Second], None]
Told = Callable[[str], None]


def colleagues(desk: Desk) -> list[str]:
    """The other clerks of this point."""
    return [name for name in keyslots.names(folders.slots(desk.folder)) if name != desk.operator]


class SecondForm(FieldRow):
    """Name, and the passphrase where a colleague exists. `who` given: it can only be this clerk."""

    def __init__(self, session: Session, words: str = "", *, who: str = "", caption: str = tr("第二个人")) -> None:
        self._session = session
        self.has_colleague = has_colleague(session.desk)
        known = [who] if who else colleagues(session.desk)
        self.name = field(
            tr("{caption}姓名").format(caption=caption),
            tr("、").join(known) or tr("在场的另一个人，例如村主任"),
            width=280,
        )
        self.word = secret(tr("{caption}口令").format(caption=caption), width=240)
        if len(known) == 1:
            self.name.setText(known[0])
        self.name.setReadOnly(bool(who))
        asked = (self.name, self.word) if self.has_colleague else (self.name,)
        super().__init__(*asked, words=words)

    @property
    def first(self) -> QLineEdit:
        """Where the focus goes: the name stands there already where only one person can be meant."""
        return self.word if self.has_colleague and self.name.text() else self.name

    @property
    def stops(self) -> tuple[QLineEdit, ...]:
        """What Enter goes through."""
        asked = (self.name, self.word) if self.has_colleague else (self.name,)
        return asked[asked.index(self.first) :]

    def vouch(self, done: Vouched, refused: Told) -> None:
        """Prove it off the window's thread: opening a key slot takes its time."""
        name, word = self.name.text(), self.word.text()
        self._session.background(
            lambda desk, _tick: vouch(desk, name, word), done=done, refused=lambda error: refused(str(error))
        )
