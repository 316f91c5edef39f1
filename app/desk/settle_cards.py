"""The terminal's own settlement slip (结算单) of a day, held against the journal, and its money on the way (T+1)."""

from datetime import date

import msgspec

from app.desk.desk import Desk
from app.domain.errors import Refused, WrongUse
from app.domain.payment import SUM_MAX_FEN, check_amount, slip_word, yuan_plain
from app.store import counter, money
from app.store.database import writing

# More cards than any terminal takes in a day, more days than any journal has.
COUNT_MAX = 100_000


class SettledCards(msgspec.Struct, frozen=True, kw_only=True):
    """What the slip says beside what the journal says: card payments and fen. `slip` is terminal/batch."""

    slip: str
    day: int
    count: int
    amount_fen: int
    expected_count: int
    expected_fen: int

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return (self.count, self.amount_fen) == (self.expected_count, self.expected_fen)


def settle_cards(
    desk: Desk,
    *,
    terminal: str,
    batch: str,
    count: int,
    amount_fen: int,
    on: date | None = None,
    day: int | None = None,
    reason: str | None = None,
) -> SettledCards:
    """Enter a settlement slip for a day (default: the open one, or the last). A difference wants its reason.

    Raises WrongUse count_wrong; Refused slip_used, settled_ahead, settled_early, day_unknown, slip_differs, and those
    of check_amount and slip_word.
    """
    terminal, batch = slip_word("终端号", terminal), slip_word("批次号", batch)
    check_amount(amount_fen, SUM_MAX_FEN)
    if not 0 <= count <= COUNT_MAX:
        raise WrongUse("count_wrong", count=count)
    with writing(desk.db):
        now = desk.checked_now()
        settled_on = on or now.date()
        chosen = counter.last_day(desk.db, desk.journal) if day is None else day
        _check_day(desk, chosen, settled_on, now.date())
        slip = f"{terminal}/{batch}"
        if money.settlement(desk.db, slip) is not None or money.remittance(desk.db, slip) is not None:
            raise Refused("slip_used", slip=slip)
        found = _held_against(desk, terminal, slip, chosen, count, amount_fen)
        if not found.agrees and not (reason or "").strip():
            raise Refused("slip_differs", differences=_differences(found))
        body = msgspec.to_builtins(found) | {"terminal": terminal, "of": desk.journal, "settled_on": str(settled_on)}
        desk.write("pos_settled", body | {"reason": (reason or "").strip() or None}, at=now)
    return found


def _check_day(desk: Desk, day: int, settled_on: date, today: date) -> None:
    row = counter.day_row(desk.db, desk.journal, day) if 0 < day <= COUNT_MAX else None
    if row is None:
        raise Refused("day_unknown", day=day)
    if settled_on > today:
        raise Refused("settled_ahead", on=settled_on)
    if str(settled_on) < row["date"]:
        raise Refused("settled_early", on=settled_on, date=row["date"])


def _held_against(desk: Desk, terminal: str, slip: str, day: int, count: int, amount_fen: int) -> SettledCards:
    """What is left of the day's cards on this terminal once earlier slips of the same day are taken off."""
    posted_count, posted_fen = money.posted_by_terminal(desk.db, desk.journal, day).get(terminal, (0, 0))
    earlier = [s for s in money.settled_terminals(desk.db, desk.journal, day) if s.terminal == terminal]
    return SettledCards(
        slip=slip,
        day=day,
        count=count,
        amount_fen=amount_fen,
        expected_count=posted_count - sum(s.count for s in earlier),
        expected_fen=posted_fen - sum(s.amount_fen for s in earlier),
    )


def _differences(found: SettledCards) -> str:
    return (
        f"结算单 {found.count} 笔 {yuan_plain(found.amount_fen)} 元，"
        f"程序里记着 {found.expected_count} 笔 {yuan_plain(found.expected_fen)} 元"
    )


def unsettled(desk: Desk) -> list[money.Unsettled]:
    """Terminals that took cards and whose settlement slip nobody has entered, of every day, the oldest first."""
    return money.unsettled(desk.db, desk.journal)
