"""Corrections at the counter: one key for what can be put right about the person shown, one for who does not join."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk import refund
from app.desk.ask_county import Kind, ask_county
from app.desk.decline import decline
from app.desk.desk import Desk
from app.desk.due import Due
from app.desk.look_up import Hit, look_up
from app.desk.refund import Claim
from app.desk.reverse import Reversed, reverse
from app.domain.errors import Refused
from app.gui import text
from app.gui.dialogs.ask_county import AskCountySheet
from app.gui.dialogs.correct import CorrectSheet
from app.gui.dialogs.decline import DeclineSheet
from app.gui.dialogs.refund import RefundSheet, WithdrawSheet
from app.gui.dialogs.reverse import ReverseSheet
from app.gui.parts.known import declined_words, known, pending_refund
from app.gui.parts.offers import ASK, REFUND, REVERSE, VOID, WITHDRAW, offers
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

LIMIT = 20
PAID = tr("{name} 已经缴过费，不用登记不参保。要更正请按 F11。")
NOBODY = tr("先查到这个人，再登记为什么不参保。")
REQUESTED = tr("{name} 的退费申请已登记：{sum}，{decision}。村里不退现金，请等县里办理。")
DECISIONS = {"refund": tr("通知规定可以退"), "refer": tr("退不退由县里定")}


class Correcting:
    """Belongs to the counter page; every sheet is about the person shown."""

    def __init__(self, page: "CounterPage") -> None:
        self._page, self._session = page, page.session

    def open(self) -> None:
        """What can be put right now, and why the rest cannot."""
        found = self._page.shown
        self._session.hush()
        with self._session.calmly():
            title = tr("更正：{name}").format(name=found.resident.name) if found else tr("更正")
            made = offers(self._session.desk, self._session.state, found)
            sheet = CorrectSheet(title, _subject(found), made, lambda kind: self._go(kind, found))
            self._page.open_sheet(sheet, sheet.list)

    def _go(self, kind: str, found: Due | None) -> None:
        paid = found.paid if found else None
        if kind == VOID:
            self._page.paper.void(str(paid["receipt"]) if paid else None)
            return
        if found is None:
            return
        ways: dict[str, Callable[[Due], None]] = {
            REVERSE: self._reverse, REFUND: self._refund, WITHDRAW: self._withdraw, ASK: self._ask,
        }  # fmt: skip
        with self._session.calmly():
            ways[kind](found)

    # -- after the close

    def _reverse(self, found: Due) -> None:
        sheet = ReverseSheet(found, _subject(found), self._find, lambda why, to: self._reversed(found, why, to))
        self._page.open_sheet(sheet, sheet.reason)

    def _find(self, asked: str) -> list[Hit]:
        return look_up(self._session.desk, asked, limit=LIMIT)

    def _reversed(self, found: Due, reason: str, to: str | None) -> str:
        def work() -> None:
            done = reverse(self._session.desk, _payment(found), reason, to=to)
            said = _reversed_words(found, done)
            self._after(said, expected=False)
            if done.carried:
                self._page.paper.print_receipts([taken.receipt for taken in done.carried.payments])
            self._red_slip(done.receipt, said)

        return self._session.attempt(work)

    def _red_slip(self, receipt: str, said: str) -> None:
        """The red slip beside the receipts, where they are kept as files."""
        folder = self._session.print_folder
        if folder is not None:
            self._session.background(
                lambda desk, _tick: _write_red(desk, receipt, folder),
                done=lambda file: self._session.wrote(
                    tr("{said}红字凭据已写成 PDF，请双方签字。").format(said=said), file
                ),
            )

    def _refund(self, found: Due) -> None:
        desk, paid = self._session.desk, found.paid or {}
        policy = desk.pack_by_hash(str(paid["pack_hash"]))
        sheet = RefundSheet(
            found.resident.name, _subject(found), policy, found.resident.phone,
            lambda claim: self._requested(found, claim),
        )  # fmt: skip
        self._page.open_sheet(sheet, sheet.list)

    def _requested(self, found: Due, claim: Claim) -> str:
        def work() -> None:
            made = refund.request(self._session.desk, _payment(found), claim)
            self._after(
                REQUESTED.format(name=made.name, sum=text.yuan(made.amount_fen), decision=DECISIONS[made.decision])
            )

        return self._session.attempt(work)

    def _withdraw(self, found: Due) -> None:
        made = pending_refund(self._session.desk, _payment(found))
        if made is None:
            return
        subject = tr("{at} {by} 登记：{reason}，{amount}，材料 {evidence}").format(
            at=made.at[:10], by=made.by, reason=made.reason, amount=text.yuan(made.amount_fen), evidence=made.evidence
        )
        sheet = WithdrawSheet(
            found.resident.name, subject, lambda why: self._withdrawn(made.request, found.resident.name, why)
        )
        self._page.open_sheet(sheet, sheet.reason)

    def _withdrawn(self, request: str, name: str, reason: str) -> str:
        def work() -> None:
            refund.withdraw(self._session.desk, request, reason)
            self._after(tr("{name} 的退费申请已撤回，缴费照旧有效。").format(name=name))

        return self._session.attempt(work)

    # -- questions to the county, and who does not join

    def _ask(self, found: Due) -> None:
        categories = [each.name for each in self._session.desk.policy.categories]
        sheet = AskCountySheet(
            found.resident.name, _subject(found), categories,
            lambda kind, evidence, category: self._asked(found, kind, evidence, category),
        )  # fmt: skip
        self._page.open_sheet(sheet, sheet.list)

    def _asked(self, found: Due, kind: Kind, evidence: str, category: str | None) -> str:
        def work() -> None:
            task = ask_county(self._session.desk, found.handle, kind, evidence=evidence, category=category)
            self._after(tr("已提请县里核对 {name}，随下一次交县报上去。柜台先不改、不退。").format(name=task.name))

        return self._session.attempt(work)

    def decline(self) -> None:
        """Why the person shown does not join."""
        found = self._page.shown
        if found is None or found.paid:
            self._session.say(PAID.format(name=found.resident.name) if found else NOBODY, "calm")
            return
        self._session.hush()
        with self._session.calmly():
            latest = known(self._session.desk, found).declined
            sheet = DeclineSheet(
                found.resident.name, declined_words(latest) if latest else "",
                lambda reason, note: self._declined(found, reason, note),
            )  # fmt: skip
            self._page.open_sheet(sheet, sheet.list)

    def _declined(self, found: Due, reason: str, note: str) -> str:
        def work() -> None:
            name = decline(self._session.desk, found.handle, reason, note)
            self._after(tr("已登记 {name} 不参保的原因。以后要缴，随时可以收。").format(name=name))

        return self._session.attempt(work)

    def _after(self, sentence: str, *, expected: bool = True) -> None:
        self._session.say(sentence, "good")
        self._session.refresh()
        self._page.look_again(expected=expected)


def _payment(found: Due) -> str:
    return str((found.paid or {})["payment"])


def _subject(found: Due | None) -> str:
    """Which person and which payment this is about."""
    if found is None:
        return ""
    who = text.identity(found)
    if found.paid is None:
        return tr("{who}，本年度还没有缴费").format(who=who)
    paid = found.paid
    method = text.METHODS[paid["method"]]
    return tr("{who}\n{paid_on} {method} {due}　凭据 {receipt}").format(
        who=who,
        paid_on=paid["paid_on"],
        method=method,
        due=text.yuan(paid["due_fen"]),
        receipt=text.receipt(paid["receipt"]),
    )


def _write_red(desk: Desk, receipt: str, folder: Path) -> Path:
    # Drawing is loaded with the first slip, not with the counter.
    from app.desk.print_receipt import print_red_slip

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("cannot_write", file=folder.name, why=error.strerror) from error
    return print_red_slip(desk, receipt, folder / f"{receipt}-红冲.pdf")


def _reversed_words(found: Due, done: Reversed) -> str:
    said = tr("{name} 的 {amount}已红冲，抽屉里的钱不动。").format(
        name=found.resident.name, amount=text.yuan(done.amount_fen)
    )
    if done.carried:
        names = tr("、").join(taken.name for taken in done.carried.payments)
        receipts = tr("、").join(text.receipt(taken.receipt) for taken in done.carried.payments)
        said += tr("{total}已转给 {names}，新凭据 {receipts}。").format(
            total=text.yuan(done.carried.total_fen), names=names, receipts=receipts
        )
    if done.refund_fen:
        said += tr("剩下的 {refund}已自动申请退费，由县里办理。").format(refund=text.yuan(done.refund_fen))
    return said
