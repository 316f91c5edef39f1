"""What can be corrected about one person right now, and why the rest cannot: each with its sentence."""

from dataclasses import dataclass
from typing import Any

from app.desk.desk import Desk
from app.desk.due import Due
from app.desk.state import State
from app.gui.parts.known import pending_refund
from app.gui.words import tr

VOID, REVERSE, REFUND, WITHDRAW, ASK = tr("作废"), tr("红冲"), tr("退费申请"), tr("撤回退费申请"), tr("申请核对")
NOBODY = tr("先查到这个人，再按 F11。")
OTHERS = tr("{name} 没有可作废的凭据。要作废别人的，先查到那个人，再按 F11。")
UNPAID = tr("{name} 本年度没有缴费记录，没有可{what}的。")


@dataclass(frozen=True)
class Offer:
    """One kind of correction: what it does, or in `why_not` why it is not possible."""

    kind: str
    does: str
    why_not: str = ""


def offers(desk: Desk, state: State, found: Due | None) -> list[Offer]:
    """Everything in the order in which a clerk tries it."""
    paid = found.paid if found else None
    name = found.resident.name if found else ""
    if found is None or paid is None:
        why = UNPAID if found else NOBODY
        closed = "" if state.day else tr("还没有开账，今天没有凭据。")
        # Of today's receipts the first would be somebody else's.
        not_this = OTHERS.format(name=name) if found else ""
        return [
            Offer(VOID, tr("从今天的凭据里选一张作废，当面退还现金。"), closed or not_this),
            Offer(REVERSE, "", why.format(name=name, what=tr("红冲"))),
            Offer(REFUND, "", why.format(name=name, what=tr("退费"))),
            Offer(ASK, ASKS, "" if found else NOBODY),
        ]
    same_day = state.day is not None and (paid["journal"], paid["day"]) == (desk.journal, state.day.day)
    return [
        Offer(VOID, _void_does(paid), _void_not(paid, same_day=same_day)),
        Offer(REVERSE, REVERSES, _reverse_not(desk, state, paid, same_day=same_day)),
        _refund(desk, paid, same_day=same_day),
        Offer(ASK, ASKS),
    ]


ASKS = tr("类别、个人信息有疑问，请县里核对；柜台不改类别，也不退钱。")
REVERSES = tr("那个账日已经日结：记一笔红字，抽屉里的钱不动；可以转给真正要缴的人，不转的报县里退费。")
REFUNDS = tr("写明理由和看过的材料，报县里办理；村里不退现金。")


def _void_does(paid: dict[str, Any]) -> str:
    if paid["method"] == "pos":
        return tr("今天还没有日结：凭据作废，号码保留。请先在 POS 机上撤销这一笔。")
    return tr("今天还没有日结：凭据作废，号码保留，现金当面退还。")


def _void_not(paid: dict[str, Any], *, same_day: bool) -> str:
    if not same_day:
        # By its number: a day opened after the close may have the same date.
        return tr("收这笔的第 {day} 个账日已经日结，不能作废，也不能从抽屉退钱。").format(day=paid["day"])
    return tr("这是红冲转入的，今天的抽屉里没有这笔钱；日结以后可以红冲。") if paid["method"] == "carried" else ""


def _reverse_not(desk: Desk, state: State, paid: dict[str, Any], *, same_day: bool) -> str:
    if same_day:
        return tr("今天还没有日结，不用红冲，直接作废。") if paid["method"] != "carried" else tr("请日结以后再红冲。")
    if paid["journal"] != desk.journal:
        return tr("这笔记在更换以前的账簿上，请填退费申请。")
    if pending_refund(desk, paid["payment"]):
        return tr("已有退费申请在办；要红冲，请先撤回那份申请。")
    return "" if state.day else tr("还没有开账。请先开账（F3），红冲记在新的账日上。")


def _refund(desk: Desk, paid: dict[str, Any], *, same_day: bool) -> Offer:
    request = pending_refund(desk, paid["payment"])
    if request:
        return Offer(WITHDRAW, tr("“{reason}”的申请在办。居民不退了，可以撤回。").format(reason=request.reason))
    if not paid["due_fen"]:
        return Offer(REFUND, "", tr("免缴确认没有收钱，没有可退的。"))
    return Offer(REFUND, REFUNDS, tr("今天还没有日结，直接作废、当面退钱更快。") if same_day else "")
