"""Paper, from whatever page: print what was just paid, print what waits, again, not come out, in large type, void."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk import print_receipt as prints
from app.desk import print_setup, receipts, stock
from app.desk.desk import Desk
from app.desk.void import Voided, void
from app.domain.errors import KnownError
from app.gui import text
from app.gui.dialogs.copies import CopiesSheet
from app.gui.dialogs.jam import JamSheet
from app.gui.dialogs.next_sheet import NextSheetSheet
from app.gui.dialogs.preview import PreviewSheet
from app.gui.dialogs.prints import Again, PrintFolderSheet, ReprintSheet, WaitingSheet
from app.gui.dialogs.sheet import Sheet
from app.gui.dialogs.void import VoidSheet
from app.gui.session import Session
from app.gui.words import tr

OpenSheet = Callable[[Sheet, QWidget], None]

PASSED_OVER = tr("跳过的票还没有交代：№ {numbers}。请在“解缴票证”（Alt+J）里逐张登记作废（Alt+2）或遗失（Alt+3）。")
NOTHING_LARGE = tr("这次登录以后还没有打印过凭据。要给老人打大字提示单，按 F10 选一张，再按 Alt+L。")
WAITS_AGAIN = tr("已记下：凭据 {number} 没有打出来。{kept}收款不受影响，弄好打印机以后按 F6 再打。")
CAME_OUT_BEFORE = tr(
    "已记下：凭据 {number} 这一次没有打出来。{kept}以前打出来过，所以不列在“未打印”里；还要一张，就按 F10 再补打。"
)
PRINTED_AGAIN = tr("凭据 {number} 又打了一次：{where}。")
NO_ROLL = tr("大字提示单要用 A5 纸，小票机打不了，没有打印。要打大字单，请在打印设置里改用打印机或存成 PDF。")


class Paper(QObject):
    """`voided` carries the receipt, so that its person is looked at anew; `waits`: nothing is printed for now."""

    voided = Signal(str)
    waits = Signal()

    def __init__(self, session: Session, open_sheet: OpenSheet) -> None:
        super().__init__()
        self._session, self._open = session, open_sheet
        self._last: list[str] = []
        self._asked: set[str] = set()
        session.printed.connect(self._printed)

    # -- printing

    def print_receipts(self, numbers: list[str]) -> None:
        """Print what was just paid, and a large-type slip beside it where this computer is set up so."""
        self._last = list(numbers)
        self._print(numbers, slips=print_setup.load(self._session.desk).slip)

    def _print(self, numbers: list[str], *, slips: bool = False) -> None:
        """First where to (PDF files at a real point, once a session), then which form lies in the printer."""
        self._with_folder(lambda: self._with_form(lambda: self._send(numbers, slips=slips)))

    def _print_again(self, numbers: list[str]) -> None:
        """As somebody asked for: what became of it is said, and not what was said before."""
        self._session.hush()
        self._asked = set(numbers)
        self._print(numbers)

    def _printed(self, number: str, problem: str, where: str) -> None:
        # What was to be heeded meanwhile (a form passed over) stays.
        if number in self._asked and not problem and not self._session.stands_there:
            self._session.say(PRINTED_AGAIN.format(number=text.receipt(number), where=where), "good")
        self._asked.discard(number)

    def _send(self, numbers: list[str], *, slips: bool) -> None:
        self._session.print_receipts(numbers)
        if slips:
            self._slips(numbers)

    def _with_folder(self, then: Callable[[], None]) -> None:
        setup = print_setup.load(self._session.desk)
        if setup.how != "pdf" or self._session.print_folder is not None:
            then()
            return

        def chosen(folder: Path) -> None:
            self._session.print_to(folder)
            then()

        sheet = PrintFolderSheet(chosen, print_setup.last_folder(self._session.desk))
        sheet.closed.connect(self._not_now)
        self._open(sheet, sheet.field.line)

    def _not_now(self) -> None:
        if self._session.print_folder is None:
            self.waits.emit()

    def _with_form(self, then: Callable[[], None]) -> None:
        """On pre-numbered forms: where paper and program could differ, somebody looks first."""
        if self._session.desk.policy.receipt.paper == "own":
            then()
            return
        try:
            form = stock.next_sheet(self._session.desk)
        except KnownError as error:
            self._session.refused(error)
            self.waits.emit()
            return
        if form.sure:
            then()
        else:
            self._ask_form(form, then)

    def _ask_form(self, form: stock.NextSheet, then: Callable[[], None]) -> None:
        looked = False

        def confirm(code: str, number: str) -> str:
            nonlocal looked
            refusal = self.confirm_form(code, number)
            looked = not refusal
            return refusal

        sheet = NextSheetSheet(form, self.codes, confirm, then)
        sheet.closed.connect(lambda: None if looked else self.waits.emit())
        self._open(sheet, sheet.number)

    @property
    def codes(self) -> list[str]:
        """The codes of the books with a form left."""
        found = stock.accounts(self._session.desk)
        return list(dict.fromkeys(each.book.code for each in found if each.next is not None))

    def confirm_form(self, code: str, number: str) -> str:
        """The clerk has looked; "" or the sentence why that cannot be. Passed-over forms are named in the strip."""
        desk = self._session.desk
        before = _missing(desk)
        refusal = self._session.attempt(lambda: stock.confirm_next(desk, code, number))
        passed = [each for each in _missing(desk) if each not in before]
        if passed and not refusal:
            self._session.say(PASSED_OVER.format(numbers=tr("、").join(passed)), "caution")
        elif not refusal:
            self._session.say(tr("记下了：打印机里的下一张是 № {number}。").format(number=number.strip()), "good")
        return refusal

    # -- what waits, again, not come out

    def show_waiting(self) -> None:
        """The receipts of which no print came out, and one key to print them all."""
        with self._session.calmly():
            sheet = WaitingSheet(receipts.waiting(self._session.desk), self._print_again)
            self._open(sheet, sheet.first)

    def reprint(self, chosen: str | None = None, *, without: str = "") -> None:
        """One receipt again, as 补打 k; or look at it, in large type, or say that it did not come out. `without`: who
        was looked up and has none."""
        with self._session.calmly():
            again = Again(
                print=self._print_again,
                jam=self.not_come_out,
                slip=lambda numbers: self._with_folder(lambda: self._slips(numbers)),
                look=self.preview,
            )
            desk = self._session.desk
            sheet = ReprintSheet(receipts.of_day(desk), receipts.waiting_numbers(desk), chosen, again, without=without)
            self._open(sheet, sheet.list if chosen else sheet.number)

    def not_come_out(self, number: str) -> None:
        """Jammed, blank or smudged: the print failed, and its form is spoilt."""
        with self._session.calmly():
            desk = self._session.desk
            view = prints.view(desk, number)
            sheet = JamSheet(view, prints.form_under(desk, number), self._failed)
            self._open(sheet, sheet.reason)

    def _failed(self, number: str, reason: str, copies: int | None) -> str:
        desk = self._session.desk
        refusal = self._session.attempt(lambda: prints.print_failed(desk, number, reason, copies_kept=copies))
        if not refusal:
            kept = tr("打坏的那一张票已作废，各联请留存。") if copies else ""
            waits = number in receipts.waiting_numbers(desk)
            words = (WAITS_AGAIN if waits else CAME_OUT_BEFORE).format(number=text.receipt(number), kept=kept)
            self._session.say(words, "good")
            self._session.printed.emit(number, words, "")
            self._session.refresh()
        return refusal

    def preview(self, number: str) -> None:
        """The receipt as the next print would show it."""
        with self._session.calmly():
            sheet = PreviewSheet(self._session, number, self._print_again, lambda: self.reprint(number))
            self._open(sheet, sheet.main)

    # -- in large type

    def large_slip(self) -> None:
        """The large-type slips of what was paid last."""
        if self._last:
            self._with_folder(lambda: self._slips(self._last))
        else:
            self._session.say(NOTHING_LARGE, "calm")

    def _slips(self, numbers: list[str]) -> None:
        if print_setup.load(self._session.desk).how == "thermal":
            self._session.say(NO_ROLL, "caution")
        else:
            self._session.print_slips(numbers)

    # -- void

    def void(self, chosen: str | None = None) -> None:
        """Void one receipt of the open day."""
        with self._session.calmly():
            sheet = VoidSheet(receipts.of_day(self._session.desk), chosen, self._void)
            self._open(sheet, sheet.reason if chosen else sheet.list)

    def _void(self, receipt: str, reason: str) -> str:
        form = prints.form_under(self._session.desk, receipt)
        if form is None:
            return self._void_now(receipt, reason, None)
        # The sheet that asked for the reason closes first.
        QTimer.singleShot(0, self, lambda: self._void_with_form(form, receipt, reason))
        return ""

    def _void_with_form(self, form: stock.NextSheet, receipt: str, reason: str) -> None:
        sheet = CopiesSheet(form, lambda copies: self._void_now(receipt, reason, copies))
        self._open(sheet, sheet.copies)
        sheet.copies.selectAll()

    def _void_now(self, receipt: str, reason: str, copies: int | None) -> str:
        return self._session.attempt(lambda: self._do_void(receipt, reason, copies))

    def _do_void(self, receipt: str, reason: str, copies: int | None) -> None:
        done = void(self._session.desk, receipt, reason, copies_kept=copies)
        back = _back(done)
        kept = tr("收回的 {copies} 联请留存。").format(copies=copies) if copies else ""
        self._session.say(
            tr("{name} 的凭据 {receipt} 已作废，号码保留。请收回原凭据。{kept}{back}").format(
                name=done.name, receipt=text.receipt(done.receipt), kept=kept, back=back
            ),
            "good",
        )
        self._session.refresh_soon()
        self.voided.emit(receipt)


def _back(done: Voided) -> str:
    """What is to be done with the money of a voided receipt."""
    if done.method == "pos":
        shared = tr("（那笔刷卡共 {charged}、{charged_people} 人，只退这一人的）").format(
            charged=text.yuan(done.charged_fen), charged_people=done.charged_people
        )
        return tr("请在终端上退回 {due}{shared}。").format(
            due=text.yuan(done.due_fen), shared=shared if done.charged_people > 1 else ""
        )
    return (
        tr("请当面退还现金 {give_back}。").format(give_back=text.yuan(done.give_back_fen))
        if done.give_back_fen
        else tr("没有现金要退。")
    )


def _missing(desk: Desk) -> list[str]:
    """The forms nobody has accounted for, as printed."""
    return [each.book.text(number) for each in stock.accounts(desk) for number in each.missing]
