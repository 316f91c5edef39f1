"""What in a value is left to the county, so that an answer to its question is not taken for an answer to all of it."""

from collections.abc import Iterator

from app.domain.duties import Refund, Said
from app.domain.policy import Category, Continuity, OtherCover, PackFile, Scope, Stacking, Terms


def waiting(pack: PackFile, said: Said) -> Iterator[str]:
    """The keys of a value that say "the county decides": as long as they do, nobody has said what to do."""
    if isinstance(said, Terms) and said.decision in ("refer", "hold"):
        yield "decision"
    if isinstance(said, Scope | OtherCover | Refund) and said.decision == "refer":
        yield "decision"
    if isinstance(said, Continuity) and said.never == "refer":
        yield "never"
    if isinstance(said, Category) and said.subsidy == "undetermined":
        yield "subsidy"
    if isinstance(said, Stacking) and said.undetermined == "refer" and _has_unset(pack):
        yield "undetermined"


def _has_unset(pack: PackFile) -> bool:
    return any(category.subsidy == "undetermined" for category in pack.categories)
