"""What stands on a receipt: the payment as its entry keeps it, worded by the pack of that hash (design §2, rule 8)."""

from datetime import datetime
from typing import Any, get_type_hints

import msgspec

from app.desk.benefit import benefit
from app.desk.desk import Desk
from app.domain import receipt
from app.domain.answer import Assessment
from app.domain.errors import Refused
from app.domain.policy import Policy
from app.domain.receipt import ReceiptView
from app.domain.resident import masked
from app.store import counter
from app.store import journal as journal_store

# What each field of an assessment is, to read it back from an entry.
_FIELDS = get_type_hints(Assessment)

INSURANCE = "城乡居民基本医疗保险费"
TAIL = 4


def of(desk: Desk, row: dict[str, Any], *, copy: int, sheet: str | None) -> ReceiptView:
    """The receipt of a payment as `payment_states` has it, its `copy`-th print, on the form `sheet` if on one."""
    entry = journal_store.entry(desk.db, row["journal"], row["seq"])
    body, pack = entry.body, desk.pack_by_hash(row["pack_hash"])
    covered = benefit(desk, row)
    payer, reference = body["resident"], body["reference"]
    return ReceiptView(
        number=row["receipt"],
        title=pack.receipt.title,
        disclaimer=f"{pack.receipt.disclaimer}，{pack.receipt.formal}",
        practice=desk.point.practice,
        draft=pack.status == "draft",
        point_name=desk.point.name,
        point_code=desk.point.code,
        payer_name=payer["name"],
        id_masked=masked(payer["document_number"]),
        household=payer["household"],
        benefit_year=body["year"],
        insurance_name=INSURANCE,
        category=body["category"],
        price_fen=body["price_fen"],
        subsidy_fen=body["subsidy_fen"],
        due_fen=body["due_fen"],
        reason=assessment_of(body, pack).headline,
        clause="",
        method=body["method"],
        reference_tail=reference[-TAIL:] if reference else None,
        terminal=body["terminal"],
        benefit_start=covered.starts,
        benefit_end=covered.ends,
        waiting=covered.waiting,
        waiting_note=receipt.waiting_note(covered.waiting, covered.starts),
        clerk=entry.by,
        paid_at=datetime.fromisoformat(entry.at),
        entry_hash8=row["hash8"],
        print_count=copy,
        voided=row["state"] == "void",
        reversed=row["state"] == "reversed",
        sheet=sheet,
        paid_by=_paid_by(body.get("payer")),
        late=_late(body.get("late")),
        benefit_provisional=covered.provisional,
    )


def _paid_by(payer: dict[str, str] | None) -> str | None:
    if payer is None:
        return None
    return f"{payer['name']}（{payer['relation']}）" if payer["relation"] else payer["name"]


def _late(late: dict[str, str] | None) -> str | None:
    return f"纸质凭据 {late['paper']}，{late['paper_on']} 收款" if late else None


def red(desk: Desk, row: dict[str, Any]) -> ReceiptView:
    """The red slip of a reversed payment; it bears the number it cancels, for no number is spent on it."""
    found = counter.reversal(desk.db, row["journal"], row["payment"])
    if found is None:
        raise Refused("not_reversed", receipt=row["receipt"])
    return receipt.red_slip(
        of(desk, row, copy=0, sheet=None),
        number=row["receipt"],
        reason=found["reason"],
        clause="",
        clerk=found["by"],
        at=datetime.fromisoformat(found["at"]),
        entry_hash8=journal_store.hash_of(desk.db, row["journal"], found["seq"])[:8],
    )


def assessment_of(body: dict[str, Any], policy: Policy) -> Assessment:
    """The assessment as the payment's entry keeps it, worded by the pack of that hash."""
    keys = (
        "outcome", "steps", "price_fen", "due_fen", "subsidy_fen", "category", "benefit_start", "benefit_end",
        "waiting", "retroactive_from",
    )  # fmt: skip
    stated = {k: body[k] for k in keys} | {"eligible": True, "enrolment": body["facts"].get("enrolment")}
    return Assessment(policy=policy, **{k: msgspec.convert(v, _FIELDS[k]) for k, v in stated.items()})
