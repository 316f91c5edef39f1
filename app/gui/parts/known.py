"""What else the counter says about one person beside what is due: namesakes, the dates of the payment, open cases."""

from dataclasses import dataclass
from typing import Any

from app.desk import receipt_view
from app.desk.benefit import Benefit, benefit
from app.desk.card import STATES, open_cards
from app.desk.decline import REASONS
from app.desk.desk import Desk
from app.desk.due import Due
from app.desk.refund import requests
from app.domain.payment import yuan_plain
from app.domain.receipt import ReceiptView
from app.store import corrections, lookup, roster
from app.store.cards import Card
from app.store.corrections import Request

NAMESAKES = 20
REQUEST_STATES = {"requested": "已申请，还没有报县", "sent": "已报县", "received": "县里已收到"}


@dataclass(frozen=True)
class Known:
    """`benefit` and `refund` only of a paid person, `declined` only of one unpaid."""

    namesakes: int
    card: Card | None
    method: str
    benefit: Benefit | None
    handed: str
    refund: Request | None
    declined: dict[str, Any] | None

    @property
    def lines(self) -> list[str]:
        """What stands under the reason, line by line."""
        said = []
        if self.card:
            said.append(f"▲ {card_words(self.card)}")
        if self.benefit:
            said.append(dates_words(self.benefit, self.method))
        if self.handed:
            said.append(self.handed)
        if self.refund:
            said.append(f"▲ 退费申请在办：{self.refund.reason}，{REQUEST_STATES[self.refund.state]}")
        if self.declined:
            said.append(declined_words(self.declined))
        return said


def known(desk: Desk, found: Due) -> Known:
    """All of it for one person."""
    paid = found.paid
    return Known(
        namesakes=namesakes(desk, found.resident.name),
        card=open_card(desk, found),
        method=paid["method"] if paid else "",
        benefit=benefit(desk, paid) if paid else None,
        handed=handed_words(receipt_view.of(desk, paid, copy=0, sheet=None)) if paid else "",
        refund=pending_refund(desk, paid["payment"]) if paid else None,
        declined=None if paid else corrections.declined(desk.db).get(found.resident.key),
    )


def namesakes(desk: Desk, name: str) -> int:
    """How many in the roster have exactly this name, the person himself included; nobody is assessed for it."""
    found = (roster.by_id(desk.db, place) for place in lookup.find(desk.db, name, NAMESAKES))
    return sum(each is not None and each.name == name for each in found)


def open_card(desk: Desk, found: Due) -> Card | None:
    """The card of this person that has no certain result yet."""
    return next((card for card in open_cards(desk) if found.resident.key in card.people), None)


def pending_refund(desk: Desk, payment: str) -> Request | None:
    """The refund request of a payment that is under way."""
    return next((r for r in requests(desk) if r.payment == payment and r.state != "withdrawn"), None)


def card_words(card: Card) -> str:
    """Why nothing can be taken from somebody with an open card, and what to do."""
    return (
        f"{card.at[11:16]} 刷卡 {yuan_plain(card.total_fen)} 元{STATES[card.result]}，"
        "弄清以前不能再收。请按 Shift+F8 登记结果。"
    )


def dates_words(found: Benefit, method: str) -> str:
    """The three dates of a payment, and from when it covers."""
    moved = MOVED.get(method) or f"解缴 {found.remitted_on or '还没有'}　到账 {found.received_on or '还没有'}"
    return f"收款 {found.paid_on}　{moved}\n待遇 {_period(found)}"


# Where no money of its own was taken.
MOVED = {"zero": "免缴，没有钱要解缴", "carried": "红冲转入，解缴和到账见原来那笔"}


def _period(found: Benefit) -> str:
    if found.starts is None:
        return "还没有定，到账以后才知道" if found.provisional else "本年度没有，或待县里核定"
    kind = "（暂定，以到账日期为准）" if found.provisional else ""
    return f"{found.starts} 至 {found.ends or '—'}{kind}"


def handed_words(view: ReceiptView) -> str:
    """Who brought the money, where it was not the insured, and the paper written on a round."""
    payer = f"缴款人 {view.paid_by}" if view.paid_by else ""
    return "　".join(filter(None, (payer, f"补录：{view.late}" if view.late else "")))


def declined_words(row: dict[str, Any]) -> str:
    """The latest reason somebody gave for not joining."""
    note = f"，{row['note']}" if row["note"] else ""
    return f"▲ 登记过不参保：{REASONS.get(row['reason'], row['reason'])}{note}（{row['at'][:10]} {row['by']}）"
