"""What else the counter says about one person beside what is due: namesakes, the dates of the payment, open cases."""

from collections.abc import Mapping
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
from app.gui.words import tr
from app.store import corrections, roster
from app.store.cards import Card
from app.store.corrections import Request

NAMESAKES = 20
REQUEST_STATES = {"requested": tr("已申请，还没有报县"), "sent": tr("已报县"), "received": tr("县里已收到")}


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
            said.append(
                tr("▲ 退费申请在办：{reason}，{state}").format(
                    reason=self.refund.reason, state=REQUEST_STATES[self.refund.state]
                )
            )
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
    return roster.namesakes(desk.db, name, NAMESAKES)


def open_card(desk: Desk, found: Due) -> Card | None:
    """The card of this person that has no certain result yet."""
    return next((card for card in open_cards(desk) if found.resident.key in card.people), None)


def waiting_for_card(desk: Desk, people: Mapping[str, str]) -> set[str]:
    """Of these (handle -> the person's key) the handles of those with such a card: nothing can be taken from them until
    it is clear."""
    waiting = {person for card in open_cards(desk) for person in card.people}
    return {handle for handle, key in people.items() if key in waiting}


def pending_refund(desk: Desk, payment: str) -> Request | None:
    """The refund request of a payment that is under way."""
    return next((r for r in requests(desk) if r.payment == payment and r.state != "withdrawn"), None)


def card_words(card: Card) -> str:
    """Why nothing can be taken from somebody with an open card, and what to do."""
    return tr("{at} 刷卡 {total} 元{state}，弄清以前不能再收。请按 Shift+F8 登记结果。").format(
        at=card.at[11:16], total=yuan_plain(card.total_fen), state=STATES[card.result]
    )


def dates_words(found: Benefit, method: str) -> str:
    """The three dates of a payment, and from when it covers."""
    moved = MOVED.get(method) or tr("解缴 {remitted_on}　到账 {received_on}").format(
        remitted_on=found.remitted_on or tr("还没有"), received_on=found.received_on or tr("还没有")
    )
    return tr("收款 {paid_on}　{moved}\n待遇 {period}").format(
        paid_on=found.paid_on, moved=moved, period=_period(found)
    )


# Where no money of its own was taken.
MOVED = {"zero": tr("免缴，没有钱要解缴"), "carried": tr("红冲转入，解缴和到账见原来那笔")}


def _period(found: Benefit) -> str:
    if found.starts is None:
        return tr("还没有定，到账以后才知道") if found.provisional else tr("本年度没有，或待县里核定")
    kind = tr("（暂定，以到账日期为准）") if found.provisional else ""
    return tr("{starts} 至 {ends}{kind}").format(starts=found.starts, ends=found.ends or "—", kind=kind)


def handed_words(view: ReceiptView) -> str:
    """Who brought the money, where it was not the insured, and the paper written on a round."""
    payer = tr("缴款人 {paid_by}").format(paid_by=view.paid_by) if view.paid_by else ""
    return tr("　").join(filter(None, (payer, tr("补录：{late}").format(late=view.late) if view.late else "")))


def declined_words(row: dict[str, Any]) -> str:
    """The latest reason somebody gave for not joining."""
    note = tr("，{note}").format(note=row["note"]) if row["note"] else ""
    return tr("▲ 登记过不参保：{get}{note}（{at} {by}）").format(
        get=REASONS.get(row["reason"], row["reason"]), note=note, at=row["at"][:10], by=row["by"]
    )
