"""What a county's reply would change here, in sentences a clerk reads before it happens."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from app.domain.resident import Resident


class RosterChange(msgspec.Struct, frozen=True, kw_only=True):
    """One person before and after; None where somebody is new, or taken off."""

    before: Resident | None
    after: Resident | None


def sentences(changes: Sequence[RosterChange]) -> list[str]:
    """名册新增 3 人、更改 5 人、移出 2 人; then who gained or lost which category, the larger groups first."""
    if not changes:
        return []
    added = sum(change.before is None for change in changes)
    gone = sum(change.after is None for change in changes)
    counts = ((added, "新增"), (len(changes) - added - gone, "更改"), (gone, "移出"))
    head = "名册" + "、".join(f"{word} {count} 人" for count, word in counts if count) + "。"
    return [head, *_moved(changes, "新增", _gained), *_moved(changes, "不再是", _lost)]


def _moved(changes: Iterable[RosterChange], word: str, which: Callable[[RosterChange], set[str]]) -> list[str]:
    counts = Counter(name for change in changes for name in which(change))
    return [f"{count} 人{word}{name}。" for name, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]


def _gained(change: RosterChange) -> set[str]:
    return _held(change.after) - _held(change.before) if change.before is not None else set()


def _lost(change: RosterChange) -> set[str]:
    return _held(change.before) - _held(change.after) if change.after is not None else set()


def _held(resident: Resident | None) -> set[str]:
    """The categories that a person has and that nobody has taken away."""
    return {record.name for record in resident.categories if record.removed_on is None} if resident else set()
