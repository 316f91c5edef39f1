"""Measuring two works that take turns, and what comes out of it."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

try:
    from resource import RUSAGE_SELF, getrusage
except ImportError:  # Windows cannot tell; there a time that was interrupted stays in
    getrusage = None

Work = Callable[[int], object]
"""One piece of work; it is told its running number, so that both sides can do the n-th of the same."""

Statistic = Callable[[Sequence[float]], float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table. Times in seconds; `limit` is an absolute aim in seconds beside the ratio's.

    A line without times (ours is None) states in `note` what was counted; `counted` is whether it is as it must be,
    None where it could not be counted.
    """

    label: str
    note: str = ""
    ours: float | None = None
    reference: float | None = None
    ratio: float | None = None
    aim: float | None = None
    limit: float | None = None
    counted: bool | None = True

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it: the ratio, the absolute aim and the count."""
        within = self.ratio is None or self.aim is None or self.ratio <= self.aim
        fast = self.ours is None or self.limit is None or self.ours <= self.limit
        return self.counted is not False and within and fast


def compare(
    label: str,
    ours: Work,
    reference: Work,
    *,
    rounds: int,
    each: int = 1,
    statistic: Statistic = median,
    undisturbed: bool = False,
    warm: bool = True,
    aim: float | None = None,
    limit: float | None = None,
    note: str = "",
) -> Figure:
    """Let both works take turns, `each` times in each of the `rounds`, after one unmeasured turn if `warm`.

    `statistic` makes one number of a round's times (the median, or a percentile); the ratio is the median over the
    rounds. With `undisturbed`, for percentiles of short works, turns are left out during which the system took the
    processor away: they would say how busy the machine is with other things.
    """
    if warm:
        _turns(ours, reference, range(1), undisturbed=False)
    taken = [
        _turns(ours, reference, range(1 + number * each, 1 + (number + 1) * each), undisturbed=undisturbed)
        for number in range(rounds)
    ]
    pairs = [(statistic([a for a, _ in turns]), statistic([b for _, b in turns])) for turns in taken]
    return Figure(
        label=label,
        note=note,
        ours=median(a for a, _ in pairs),
        reference=median(b for _, b in pairs),
        ratio=median(a / b for a, b in pairs),
        aim=aim,
        limit=limit,
    )


def _turns(ours: Work, reference: Work, numbers: range, *, undisturbed: bool) -> list[tuple[float, float]]:
    """The times of turns. Who begins changes each time, so that neither always runs in the other's wake."""
    # What one side leaves to the garbage collector must not be charged to the other, nor to a single turn.
    gc.collect()
    taken = []
    for number in numbers:
        before = interruptions()
        if number % 2:
            a, b = _timed(ours, number), _timed(reference, number)
        else:
            b, a = _timed(reference, number), _timed(ours, number)
        if not undisturbed or interruptions() == before:
            taken.append((a, b))
    return taken


def _timed(work: Work, number: int) -> float:
    start = perf_counter()
    work(number)
    return perf_counter() - start


def interruptions() -> int:
    """How often the system has taken the processor away from this process."""
    return getrusage(RUSAGE_SELF).ru_nivcsw if getrusage else 0


def percentile(share: float) -> Statistic:
    """The smallest time that at least `share` of the times do not exceed."""
    return lambda times: sorted(times)[min(len(times) - 1, int(len(times) * share))]
