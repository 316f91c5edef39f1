"""解缴: deposit slips entered against closed days, and the day on which the money was received (入库、到账).

Money has three states, 已收 / 已上解 / 已入库, and each payment three dates (design §2, rule 7).
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.desk.desk import Desk
from app.domain.errors import Refused, WrongUse
from app.domain.payment import SUM_MAX_FEN, check_amount, slip_word, yuan_plain
from app.store import money
from app.store.database import writing
from app.store.money import Takings


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """How much of which closed day a slip pays in; `fen` None: all that is left of it."""

    day: int
    fen: int | None = None


class RemittedCash(msgspec.Struct, frozen=True, kw_only=True):
    """A deposit slip as it was entered, and what cash is still held, in fen."""

    slip: str
    amount_fen: int
    remitted_on: str
    days: tuple[str, ...]
    still_held_fen: int


def waiting(desk: Desk) -> list[Takings]:
    """Days whose cash has not been wholly remitted, oldest first; the open day among them."""
    return [each for each in money.takings(desk.db, "cash") if each.open_fen]


def remit(desk: Desk, *, slip: str, amount_fen: int, on: date, bank: str, parts: Sequence[Part] = ()) -> RemittedCash:
    """Enter a deposit slip against days of this journal (default: every closed day that still holds cash).

    Raises WrongUse bank_missing, remit_zero, remit_day_twice; Refused slip_used, remit_ahead, remit_too_early,
    nothing_to_remit, day_not_closed_yet, remit_too_much, remit_differs, and those of check_amount and slip_word.
    """
    slip, bank = slip_word("缴款单号", slip), bank.strip()
    check_amount(amount_fen, SUM_MAX_FEN)
    if not bank:
        raise WrongUse("bank_missing")
    with writing(desk.db):
        now = desk.checked_now()
        if money.remittance(desk.db, slip) is not None:
            raise Refused("slip_used", slip=slip)
        chosen = _chosen(desk, parts)
        _check_dates(on, now.date(), [day for day, _ in chosen])
        total = sum(fen for _, fen in chosen)
        if total != amount_fen:
            raise Refused("remit_differs", amount=yuan_plain(amount_fen), total=yuan_plain(total))
        days = [{"of": day.of, "day": day.day, "amount_fen": fen} for day, fen in chosen]
        body = {"slip": slip, "amount_fen": amount_fen, "remitted_on": str(on), "bank": bank, "days": days}
        desk.write("remitted", body, at=now)
    return RemittedCash(
        slip=slip,
        amount_fen=amount_fen,
        remitted_on=str(on),
        days=tuple(day.on for day, _ in chosen),
        still_held_fen=money.holding(desk.db).held_fen,
    )


def _chosen(desk: Desk, parts: Sequence[Part]) -> list[tuple[Takings, int]]:
    open_ = waiting(desk)
    if not parts:
        found = [(each, each.open_fen) for each in open_ if each.is_closed]
        if not found:
            raise Refused("nothing_to_remit")
        return found
    own = {each.day: each for each in open_ if each.of == desk.journal}
    days = [part.day for part in parts]
    for day in days:
        if days.count(day) > 1:
            raise WrongUse("remit_day_twice", day=day)
    return [_part(own.get(part.day), part) for part in parts]


def _part(takings: Takings | None, part: Part) -> tuple[Takings, int]:
    if takings is None:
        raise Refused("nothing_to_remit")
    if not takings.is_closed:
        raise Refused("day_not_closed_yet", date=takings.on)
    fen = takings.open_fen if part.fen is None else check_amount(part.fen, SUM_MAX_FEN)
    if not fen:
        raise WrongUse("remit_zero")
    if fen > takings.open_fen:
        raise Refused("remit_too_much", date=takings.on, open=yuan_plain(takings.open_fen))
    return takings, fen


def _check_dates(on: date, today: date, days: list[Takings]) -> None:
    if on > today:
        raise Refused("remit_ahead", on=on)
    latest = max(each.on for each in days)
    if str(on) < latest:
        raise Refused("remit_too_early", on=on, taken=latest)


def arrive(desk: Desk, slip: str, on: date) -> money.Remitted:
    """Enter the day on which a remittance was received. Raises Refused: slip_unknown, arrived_already, arrived_early,
    remit_ahead."""
    with writing(desk.db):
        now = desk.checked_now()
        found = money.remittance(desk.db, slip.strip().upper())
        if found is None:
            raise Refused("slip_unknown", slip=slip)
        if found.received_on is not None:
            raise Refused("arrived_already", slip=found.slip, on=found.received_on)
        if on > now.date():
            raise Refused("remit_ahead", on=on)
        if str(on) < found.remitted_on:
            raise Refused("arrived_early", on=on, remitted_on=found.remitted_on)
        desk.write("remittance_arrived", {"slip": found.slip, "received_on": str(on)}, at=now)
    return msgspec.structs.replace(found, received_on=str(on))
