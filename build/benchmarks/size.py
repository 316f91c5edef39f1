"""How much is measured: a county, or with --quick a small town."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much is measured."""

    name: str
    people: int
    import_rows: int
    rounds: int
    queries: int
    payments: int
    journal: int
    # Payments of the county's season.
    season: int = 643_118
    # Whether the county stands beside workbooks and PostgreSQL, too.
    beside: bool = True

    @classmethod
    def county(cls) -> "Size":
        """A whole county: the aims are about this size."""
        return cls(
            name="643,118 人", people=643_118, import_rows=60_000, rounds=9, queries=2_000, payments=1_000,
            journal=643_118,
        )  # fmt: skip

    @classmethod
    def full(cls) -> "Size":
        """Eight counties' payments at one; as many workbooks would take the better part of a day."""
        return replace(cls.county(), season=5_000_000, beside=False)

    @classmethod
    def quick(cls) -> "Size":
        """A small town."""
        return cls(name="快速", people=20_000, import_rows=5_000, rounds=5, queries=400, payments=100, journal=20_000,
                   season=20_000)  # fmt: skip
