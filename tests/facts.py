"""Facts with defaults: an ordinary resident of the county, insured last year, of whom everything is known."""

from typing import Any

from app import packs
from app.domain.assessment import Assessment, Facts, assess

PACKS = ("langxi-2024", "suixian-2023", "xingguo-2024", "yixian-2024")
IN_WINDOW = {
    "langxi-2024": "2023-11-15",
    "suixian-2023": "2022-11-15",
    "xingguo-2024": "2023-11-15",
    "yixian-2024": "2023-11-15",
}


def stated(pack_id: str = "langxi-2024", **told: Any) -> dict[str, Any]:
    """Facts as JSON states them, `told` on top of the defaults."""
    ordinary = {
        "birth_date": "1975-05-20",
        "hukou": "local",
        "residence_permit": False,
        "long_term_resident": True,
        "categories": [],
        "enrolment": "ordinary",
        "last_year": "insured",
        "registered": True,
        "other_cover": None,
        "paid_on": IN_WINDOW[pack_id],
        "received_on": IN_WINDOW[pack_id],
    }
    return {**ordinary, **told}


def without(told: dict[str, Any], *names: str) -> dict[str, Any]:
    """The same facts with some not told at all."""
    return {name: value for name, value in told.items() if name not in names}


def listed(name: str, on: str | None = "2020-01-01", until: str | None = None) -> dict[str, Any]:
    """A category as a department's list has it."""
    return {"name": name, "recognised_on": on, "removed_on": until}


def assessed(pack_id: str = "langxi-2024", **told: Any) -> Assessment:
    return assess(packs.load(pack_id), Facts.from_json(stated(pack_id, **told)))
