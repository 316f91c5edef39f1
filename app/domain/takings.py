"""What a day's report says of single clerks, terminals and handovers. Amounts in fen."""

import msgspec

from app.domain import money


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """The drawer handed over during the day: from whom to whom, and by how much the count differed (>0: 长款)."""

    giver: str
    taker: str
    counted_fen: int
    difference_fen: int
    reason: str = ""


class ClerkTakings(msgspec.Struct, frozen=True, kw_only=True):
    """What one clerk took in during the day, voids left out."""

    clerk: str
    people: int
    cash_fen: int
    pos_fen: int


class TerminalTakings(msgspec.Struct, frozen=True, kw_only=True):
    """A card terminal: card payments in the journal, and what its own settlement slip says (None: not entered yet)."""

    terminal: str
    posted: int
    posted_fen: int
    slip: int | None = None
    slip_fen: int | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether slip and journal say the same; None while there is no slip."""
        return None if self.slip is None else (self.slip, self.slip_fen) == (self.posted, self.posted_fen)


def clerk_text(each: ClerkTakings) -> str:
    """李会计 5 人，现金 1900.00 元，刷卡 380.00 元."""
    pos = f"，刷卡 {money.yuan(each.pos_fen)} 元" if each.pos_fen else ""
    return f"{each.clerk} {each.people} 人，现金 {money.yuan(each.cash_fen)} 元{pos}"


def terminal_text(each: TerminalTakings) -> str:
    """What journal and settlement slip say of a terminal, and whether that is the same."""
    posted = f"终端 {each.terminal} 登记 {each.posted} 笔 {money.yuan(each.posted_fen)} 元"
    if each.slip is None or each.slip_fen is None:
        return f"{posted}，结算单未录入"
    verdict = "相符" if each.agrees else "不相符"
    return f"{posted}，结算单 {each.slip} 笔 {money.yuan(each.slip_fen)} 元，{verdict}"
