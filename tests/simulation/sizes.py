"""How large a run is, and what a run tells of itself."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Size:
    """Collecting points, days, people of each point's roster; faults per hundred days of one PC."""

    points: int
    days: int
    people: int = 9
    faults: int = 12


SMALL = Size(points=6, days=12)
WHOLE = Size(points=40, days=60, people=24, faults=4)
SIZES = {"small": SMALL, "whole": WHOLE}


@dataclass
class Told:
    """What happened: faults put in and named answers got, by kind; `missing`: entries that nobody has any more."""

    faults: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    shut_out: int = 0
    """Entries of journals that the county has refused to enrol, by name."""

    def plain(self) -> dict[str, object]:
        """As JSON has it; equal for the same seed and size."""
        counted = {name: dict(sorted(getattr(self, name).items())) for name in ("faults", "answers", "done")}
        return counted | {"missing": self.missing, "shut_out": self.shut_out}
