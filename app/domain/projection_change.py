"""What changes between two projections: of two packs over one list, or of two lists under one pack."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from app.domain.columns import Column
from app.domain.projection import Answer
from app.domain.projection_sums import Tally, tally


class Listed(Struct, frozen=True, gc=False):
    """Everybody of a projection: who (`Resident.key`, each once) and the answer, in the same order."""

    keys: Sequence[str]
    answers: Column[Answer]


class Shift(Struct, frozen=True, kw_only=True):
    """People on both sides whose answer was one thing and is another now."""

    before: Answer
    after: Answer
    people: int

    @property
    def due_change_fen(self) -> int | None:
        """By how much more is due from them together, in fen; None where an amount is open on either side."""
        return self._change(self.before.due_fen, self.after.due_fen)

    @property
    def subsidy_change_fen(self) -> int | None:
        """By how much more is subsidised, as `due_change_fen`."""
        return self._change(self.before.subsidy_fen, self.after.subsidy_fen)

    def _change(self, before_fen: int | None, after_fen: int | None) -> int | None:
        if self.before.is_open or self.after.is_open:
            return None
        return self.people * ((after_fen or 0) - (before_fen or 0))


class Difference(Struct, frozen=True, kw_only=True):
    """The shifts, the most people first; those who are only on the later list (`added`) or the earlier one (`gone`)."""

    shifts: tuple[Shift, ...]
    same: int
    added: Tally
    gone: Tally

    @property
    def due_change_fen(self) -> int:
        """By how much more is due in all where both sides are known, in fen."""
        return sum(each.due_change_fen or 0 for each in self.shifts) + self.added.due_fen - self.gone.due_fen

    @property
    def subsidy_change_fen(self) -> int:
        """By how much more is subsidised in all where both sides are known, in fen."""
        changes = sum(each.subsidy_change_fen or 0 for each in self.shifts)
        return changes + self.added.subsidy_fen - self.gone.subsidy_fen

    @property
    def open(self) -> int:
        """People whose change nobody can say yet: an amount is open on one side. They are in no change in fen."""
        shifted = sum(each.people for each in self.shifts if each.due_change_fen is None)
        return shifted + self.added.open + self.gone.open


def compare(before: Listed, after: Listed) -> Difference:
    """What is other in `after`, people matched by key."""
    places = {key: place for place, key in enumerate(before.keys)}
    earlier, later = before.answers, after.answers
    pairs: Counter[tuple[int, int]] = Counter()
    added: Counter[int] = Counter()
    for key, code in zip(after.keys, later.codes, strict=True):
        place = places.pop(key, None)
        if place is None:
            added[code] += 1
        else:
            pairs[earlier.codes[place], code] += 1
    gone = Counter(earlier.codes[place] for place in places.values())
    shifts, same = _shifts(earlier, later, pairs)
    return Difference(shifts=shifts, same=same, added=_tally(later, added), gone=_tally(earlier, gone))


def _shifts(
    earlier: Column[Answer], later: Column[Answer], pairs: Counter[tuple[int, int]]
) -> tuple[tuple[Shift, ...], int]:
    found = [
        Shift(before=earlier.values[one], after=later.values[other], people=people)
        for (one, other), people in pairs.most_common()
    ]
    same = sum(shift.people for shift in found if shift.before == shift.after)
    return tuple(shift for shift in found if shift.before != shift.after), same


def _tally(answers: Column[Answer], counted: Counter[int]) -> Tally:
    return tally((answers.values[code], people) for code, people in counted.items())
