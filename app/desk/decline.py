"""Why somebody does not join: said at the door or the counter, kept for the list of those left."""

from collections.abc import Mapping

from app.desk.desk import Desk
from app.desk.residents import resolve
from app.domain.errors import Refused, WrongUse
from app.store import corrections, counter
from app.store.database import writing

REASONS: dict[str, str] = {
    "employee": "已有职工医保",
    "elsewhere": "在外地参保",
    "student": "在校参保",
    "military": "现役军人",
    "prison": "服刑",
    "died": "已故",
    "moved": "户口已迁出",
    "away": "外出，联系不上",
    "unwilling": "不愿参保",
    "other": "其他",
}


# Who is away may be paid for by whoever is at the counter.
STAY_OUT = REASONS.keys() - {"away"}


def declined(desk: Desk, people: Mapping[str, str]) -> set[str]:
    """Of these (handle -> the person's key) the handles of those who are recorded as not joining: nobody is asked for
    their money beforehand."""
    rows = corrections.declined(desk.db)
    return {handle for handle, key in people.items() if rows.get(key, {}).get("reason") in STAY_OUT}


def decline(desk: Desk, resident: str, reason: str, note: str = "") -> str:
    """Record the reason (a key of REASONS; the latest counts); returns the name.

    Raises WrongUse decline_reason, decline_note; Refused resident_unknown, already_paid.
    """
    if reason not in REASONS:
        raise WrongUse("decline_reason", reason=reason, known="、".join(REASONS))
    if reason == "other" and not note.strip():
        raise WrongUse("decline_note")
    _, person = resolve(desk, resident)
    with writing(desk.db):
        paid = counter.active_payment(desk.db, person.key, desk.policy.benefit_year)
        if paid:
            raise Refused("already_paid", name=person.name, on=paid["paid_on"], receipt=paid["receipt"])
        body = {"person": person.key, "name": person.name, "reason": reason, "note": note.strip()}
        desk.write("joining_declined", body, at=desk.checked_now())
    return person.name
