"""A clerk at a counter with two accounts: every command signed in, the other one's passphrase at hand for --second."""

from typing import Any

from tests.factories import Place
from tests.till_places import PASSPHRASES


class At:
    """What this clerk types at a place, and sees."""

    def __init__(self, place: Place, name: str) -> None:
        self.place, self.name = place, name
        (other,) = PASSPHRASES.keys() - {name}
        self._typed = {"CUNJIAO_PASSPHRASE": PASSPHRASES[name], "CUNJIAO_SECOND_PASSPHRASE": PASSPHRASES[other]}

    def says(self, *words: object) -> str:
        """The text a command prints; it must succeed."""
        return self.place.says("--operator", self.name, *words, **self._typed)

    def json(self, *words: object) -> Any:
        """What a command answers with --json; it must succeed."""
        return self.place.json("--operator", self.name, *words, **self._typed)

    def refuses(self, code: str, *words: object, exit_code: int = 1) -> str:
        """The sentence of a command that must be refused with this code."""
        return self.place.refuses(code, "--operator", self.name, *words, exit_code=exit_code, **self._typed)

    def counts_and_closes(self, fen: int, *words: object) -> Any:
        """The day's end, with this much in the drawer."""
        self.says("day", "count", "--fen", fen)
        return self.json("day", "close", *words)
