"""The till's machine: whatever two clerks do in whatever order, money and paper are what an auditor's notes say.

Each rule first asks the notes (till_model) why the step must be refused. The program has to refuse it for one of these
reasons and change nothing, or carry it out; then every figure is held against the notes.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.county.receive import receive as county_receive
from app.county.reply import reply as county_reply
from app.desk import card as cards_desk
from app.desk import day as days_desk
from app.desk import ids, refund, stock
from app.desk.card import begin
from app.desk.collect import collect
from app.desk.desk import Desk
from app.desk.hand_over import export
from app.desk.pass_drawer import pass_drawer
from app.desk.print_receipt import print_failed, print_on
from app.desk.refund import Claim
from app.desk.remit import Part, arrive, remit
from app.desk.reverse import WRONG_PERSON, reverse
from app.desk.second import Second, vouch
from app.desk.settle_cards import settle_cards
from app.desk.take_reply import take_reply
from app.desk.void import void
from app.domain.day import BadNote
from app.domain.errors import KnownError, Refused
from app.domain.payment import Collected, LatePaper, Tender
from app.domain.receipt import ReceiptView
from app.store import cards, counter, journal, money, projections
from app.store.database import writing
from tests.factories import CLERK, CODE, MORNING, Hands
from tests.till_county import compare
from tests.till_model import DUE, Book, Card, Day, Paid, Till
from tests.till_places import OTHER, PASSPHRASES, here

T = TypeVar("T")

clerks = st.sampled_from([CLERK, OTHER])
# Whom to pay for: how many, from where in the village, and whether any of them or somebody who still can be.
people = st.tuples(st.integers(1, 3), st.integers(0, 9), st.sampled_from([False, False, False, True]))
references = st.sampled_from(["R1", "R2", "R3", "R4", "R5", "R6"])
terminals = st.sampled_from(["T1", "T2"])
number = st.integers(0, 9)
often = st.sampled_from([True, True, True, False])
maybe = st.booleans()


class PowerCut(BaseException):
    """The lights go out: no part of the program expects it, and none may catch it."""


class TillMachine(RuleBasedStateMachine):
    """One run. `STEPS` counts, over all runs of this process, how each rule ended."""

    STEPS: ClassVar[Counter[str]] = Counter()

    @initialize(forms=maybe, limits=maybe)
    def begin_run(self, forms: bool, limits: bool) -> None:
        self.stack = ExitStack()
        self.here = self.stack.enter_context(here(forms=forms, limits=limits))
        self.clock = Hands(MORNING)
        self.desk = self.here.desk(self.clock)
        self.till = Till(forms=forms, limits=limits, holder=CLERK)
        self.hash = projections.content_hash(self.desk.db)
        self.stack.callback(lambda: self.desk.db.conn.close())
        self.closes: dict[int, dict[str, Any]] = {}
        self.perpetual, self.steps, self.exports, self.restarts, self.sound = 0, 0, 0, 0, True
        self.orders: list[tuple[str, tuple[str, ...], Tender]] = []
        days_desk.open_day(self.desk, 20_000)
        self.till.days.append(Day(1, self.today, 20_000))

    @property
    def today(self) -> date:
        return self.clock.moment.date()

    def by(self, clerk: str) -> Desk:
        """The desk with this clerk signed in."""
        return replace(self.desk, operator=clerk)

    def second(self, clerk: str, wanted: bool) -> Second | None:
        """The other clerk, who proves it."""
        other = OTHER if clerk == CLERK else CLERK
        return vouch(self.by(clerk), other, PASSPHRASES[other]) if wanted else None

    def attempt(self, name: str, reasons: set[str], step: Callable[[], T], *, keeps: str = "") -> T | None:
        """Carry a step out; None where it was refused, which must be for one of these reasons and leave nothing.

        `keeps`: the one refusal before which something is put on record (a count that turned out wrong).
        """
        self.sound = False
        try:
            done = step()
        except KnownError as error:
            assert any(error.code.startswith(reason) for reason in reasons), (name, error.code, reasons)
            left = projections.content_hash(self.desk.db) != self.hash
            assert left is (error.code == keeps), f"{name}: {error.code} left something, or nothing"
            self.STEPS[f"{name}: {error.code}"] += 1
            return None
        assert not reasons, f"{name} went through in spite of {reasons}"
        self.STEPS[name] += 1
        return done

    def who(self, chosen: tuple[int, int, bool]) -> tuple[str, ...]:
        """The people meant by a choice of `people`."""
        size, start, anybody = chosen
        busy = {each for card in self.till.open_cards for each in card.people} | set(self.till.active)
        pool = [each for each in DUE if each not in busy]
        pool = [*DUE, "r6", "r7"] if anybody or not pool else pool
        return tuple(dict.fromkeys(pool[(start + n) % len(pool)] for n in range(size)))

    def seldom(self, every: int) -> bool:
        """True every so many steps: for what is nearly always refused."""
        return self.steps % every == 0

    def closed(self) -> set[str]:
        return set() if self.till.day else {"day_not_open"}

    # -- taking money

    def note(self, done: Collected, method: str, *, terminal: str | None = None, reference: str | None = None) -> None:
        """Put taken payments on the notes."""
        assert self.till.day
        for taken in done.payments:
            assert taken.due_fen == DUE[taken.resident]
            how = method if taken.due_fen else "zero"
            slip = {"terminal": terminal, "reference": reference} if how == "pos" else {}
            self.till.paid.append(
                Paid(taken.payment, taken.receipt, taken.resident, taken.due_fen, how, self.till.day.number, **slip)
            )
        self.till.counted_fen = None

    @rule(by=clerks, chosen=people, short=st.sampled_from([0, 0, 0, 100]), second=maybe)
    def pay_cash(self, by: str, chosen: tuple[int, int, bool], short: int, second: bool) -> None:
        who = self.who(chosen)
        total = sum(DUE.get(each, 0) for each in who)
        over = self.till.over_limit(total, self.today)
        reasons = self.closed() | self.till.unpayable(who)
        reasons |= {"cash_short"} if short and total else set()
        reasons |= {"cash_limit"} if over and not second else set()
        tender = Tender(method="cash", cash_fen=total - short if total else 0)
        batch, witness = ids.new(self.clock()), self.second(by, second)
        order = lambda: collect(self.by(by), who, tender, batch=batch, second=witness)  # noqa: E731
        if done := self.attempt("现金", reasons, order):
            self.note(done, "cash")
            self.till.overrides += over
            self.orders.append((batch, who, tender))

    @rule(by=clerks, chosen=people, terminal=terminals, reference=references)
    def pay_card(self, by: str, chosen: tuple[int, int, bool], terminal: str, reference: str) -> None:
        who = self.who(chosen)
        reasons = self.closed() | self.till.unpayable(who)
        if any(DUE.get(each) for each in who):
            reasons |= self.till.taken_reference(reference)
        tender = Tender(method="pos", terminal=terminal, reference=reference)
        if done := self.attempt("刷卡一步", reasons, lambda: collect(self.by(by), who, tender)):
            self.note(done, "pos", terminal=terminal, reference=reference)

    @precondition(lambda self: self.orders)
    @rule(n=number, other=maybe, by=clerks)
    def order_again(self, n: int, other: bool, by: str) -> None:
        batch, who, tender = self.orders[n % len(self.orders)]
        asked = replace_tender(tender) if other else tender
        reasons = {"id_reused"} if other else set()
        done = self.attempt("同一编号再来", reasons, lambda: collect(self.by(by), who, asked, batch=batch))
        assert other or (done and [p.resident for p in done.payments] == list(who))

    @rule(by=clerks, who=st.sampled_from([*DUE]), paper=number, yesterday=maybe, second=often)
    def late_paper(self, by: str, who: str, paper: int, yesterday: bool, second: bool) -> None:
        form = self.form_at(paper)
        written = f"{form[1]:04d}" if form else f"P{paper}"
        over = self.till.over_limit(DUE[who], self.today)
        reasons = self.closed() | self.till.unpayable((who,))
        reasons |= set() if second else {"late_needs_second"}
        holder = self.till.papers.get(written)
        reasons |= {"paper_used"} if holder and holder.state != "void" else set()
        reasons |= {"sheet_spent"} if form and (form[1] in form[0].sheets or form[0].settled) else set()
        reasons |= {"cash_limit"} if over and not second else set()
        late = LatePaper(paper=written, paper_on=self.today - timedelta(days=yesterday))
        cash, witness = Tender(method="cash", cash_fen=DUE[who]), self.second(by, second)
        order = lambda: collect(self.by(by), [who], cash, late=late, second=witness)  # noqa: E731
        if done := self.attempt("补录", reasons, order):
            self.note(done, "cash")
            self.till.papers[written], self.till.overrides = self.till.paid[-1], self.till.overrides + 1
            self.till.paid[-1].late = True
            if form:
                form[0].sheets[form[1]] = "used"
                form[0].used.add(form[1])
                self.till.paid[-1].sheet = form

    def form_at(self, n: int) -> tuple[Book, int] | None:
        """A form of ours for an odd number, where there are forms."""
        book = self.till.books[n % len(self.till.books)] if self.till.forms and self.till.books and n % 2 else None
        return (book, book.first + n % 4) if book and book.first + n % 4 <= book.last else None

    # -- cards

    @rule(by=clerks, chosen=people)
    def card_begin(self, by: str, chosen: tuple[int, int, bool]) -> None:
        who = self.who(chosen)
        total = sum(DUE.get(each, 0) for each in who)
        reasons = self.closed() | self.till.unpayable(who) | (set() if total else {"card_nothing_due"})
        if done := self.attempt("登记刷卡", reasons, lambda: begin(self.by(by), who, terminal="T1")):
            self.till.cards.append(Card(done.card, who, total))

    def card_at(self, n: int) -> Card:
        """One of the cards; the open ones more often."""
        pool = self.till.open_cards if self.till.open_cards and n % 3 else self.till.cards
        return pool[n % len(pool)]

    @precondition(lambda self: self.till.cards)
    @rule(by=clerks, n=number, reference=references, cut=st.sampled_from([False, False, True]))
    def card_approved(self, by: str, n: int, reference: str, cut: bool) -> None:
        card = self.card_at(n)
        again = card.reference == reference and card.state in ("approved", "posted")
        reasons = set() if again or card.state in ("intended", "unknown") else {"card_is_settled"}
        reasons |= set() if again else self.till.taken_reference(reference, own=card)
        desk = self.by(by)
        if cut and not again and not reasons:
            # The slip is on record, and the computer dies before the payments are.
            self.cut_at(desk, 2, lambda cut: cards_desk.approved(cut, card.card, terminal="T1", reference=reference))
            card.state, card.reference = "approved", reference
            return
        posted = card.state == "posted"
        verb = lambda: cards_desk.approved(desk, card.card.lower(), terminal="T1", reference=reference)  # noqa: E731
        done = self.attempt("刷卡成功", reasons, verb)
        if done and not posted:
            self.note(done, "pos", terminal="T1", reference=reference)
            card.state, card.reference = "posted", reference

    @precondition(lambda self: self.till.cards)
    @rule(by=clerks, n=number)
    def card_post(self, by: str, n: int) -> None:
        card = self.card_at(n)
        posted = card.state == "posted"
        reasons = set() if card.state in ("approved", "posted") else {"card_is_settled"}
        done = self.attempt("记成缴费", reasons, lambda: cards_desk.post(self.by(by), card.card))
        if done and not posted:
            self.note(done, "pos", terminal="T1", reference=card.reference)
            card.state = "posted"

    @precondition(lambda self: self.till.cards)
    @rule(by=clerks, n=number, result=st.sampled_from(["declined", "unknown", "cancelled"]), reason=often)
    def card_answered(self, by: str, n: int, result: Any, reason: bool) -> None:
        card = self.card_at(n)
        reasons: set[str] = set()
        if card.state != result:
            reasons |= set() if card.state in cards_desk.FOLLOWS[result] else {"card_is_settled"}
            reasons |= {"reason_missing"} if not reason and "unknown" in (result, card.state) else set()
        said = "断线" if reason else None
        if self.attempt(
            f"刷卡 {result}", reasons, lambda: cards_desk.answer(self.by(by), card.card, result, reason=said)
        ):
            card.state = result

    @precondition(lambda self: self.till.cards)
    @rule(n=number)
    def card_id_for_cash(self, n: int) -> None:
        card = self.card_at(n)
        cash = Tender(method="cash", cash_fen=200_000)
        reasons = {"id_reused"}
        self.attempt("拿刷卡编号收现金", reasons, lambda: collect(self.desk, card.people, cash, batch=card.card))

    @precondition(lambda self: self.till.terminals(self.till.days[-1]) or self.seldom(7))
    @rule(by=clerks, terminal=terminals, batch=number, off=st.sampled_from([0, 0, 100]), reason=maybe)
    def settle(self, by: str, terminal: str, batch: int, off: int, reason: bool) -> None:
        day = self.till.days[-1]
        posted, before = self.till.terminals(day).get(terminal, (0, 0)), day.slips.get(terminal, (0, 0))
        left = (posted[0] - before[0], posted[1] - before[1])
        count, fen = max(left[0], 0), max(left[1], 0) + off
        slip = f"{terminal}/B{batch}"
        reasons = {"slip_used"} if slip in self.till.slips else set()
        reasons |= {"slip_differs"} if (count, fen) != left and not reason else set()
        verb = lambda: settle_cards(  # noqa: E731
            self.by(by), terminal=terminal.lower(), batch=f"b{batch}", count=count, amount_fen=fen,
            reason="手续费" if reason else None,
        )  # fmt: skip
        if self.attempt("结算单", reasons, verb):
            day.slips[terminal] = (before[0] + count, before[1] + fen)
            self.till.slips[slip] = not fen

    # -- corrections

    def paid_at(self, n: int) -> Paid:
        """One of the payments, the latest first."""
        return self.till.paid[-1 - n % len(self.till.paid)]

    @precondition(lambda self: self.till.paid)
    @rule(by=clerks, n=number, copies=st.sampled_from([3, 3, None]))
    def void(self, by: str, n: int, copies: int | None) -> None:
        paid, day = self.paid_at(n), self.till.day
        if paid.state == "void":
            reasons = {"already_void"}
        else:
            reasons = set() if day and paid.day == day.number else {"void_after_close"}
            reasons |= {"void_carried"} if paid.method == "carried" else set()
            reasons |= {"void_settled"} if self.till.settled_beyond(paid) else set()
            reasons |= {"refund_pending"} if self.till.pending(paid) else set()
            reasons |= self.till.standing(paid, copies)
        verb = lambda: void(self.by(by), paid.receipt, "选错人", copies_kept=copies)  # noqa: E731
        if done := self.attempt("作废", reasons, verb):
            assert done.give_back_fen == (paid.fen if paid.method == "cash" else 0)
            self.till.spoil(paid, by)
            paid.state, self.till.counted_fen = "void", None

    @precondition(lambda self: len(self.till.days) > 1 or (self.till.paid and self.seldom(7)))
    @rule(by=clerks, n=number, to=st.sampled_from([None, *DUE, "r7"]))
    def reverse(self, by: str, n: int, to: str | None) -> None:
        past = [paid for paid in self.till.paid if paid.state == "active" and self.till.days[paid.day - 1].closed]
        if not self.till.paid:
            return
        paid = past[n % len(past)] if past and n % 4 else self.paid_at(n)
        reasons = {"void": {"already_void"}, "reversed": {"already_reversed"}}.get(paid.state, set())
        reasons |= set() if self.till.days[paid.day - 1].closed else {"reverse_same_day"}
        reasons |= {"refund_pending"} if self.till.pending(paid) else set()
        reasons |= self.closed()
        if to is not None:
            reasons |= self.till.unpayable((to,)) | ({"carry_same"} if to == paid.person else set())
            reasons |= {"carry_short"} if DUE.get(to, 0) > paid.fen else set()
        if done := self.attempt("红冲", reasons, lambda: reverse(self.by(by), paid.payment, "同名", to=to)):
            paid.state = "reversed"
            if done.carried:
                self.note(done.carried, "carried")
                paid.carried_fen = done.carried.total_fen
            assert done.refund_fen == paid.left_fen
            if done.refund:
                self.till.requests[done.refund] = (paid, paid.left_fen, False)

    @precondition(lambda self: self.till.paid)
    @rule(by=clerks, n=number, reason=st.sampled_from([WRONG_PERSON, "其他特殊原因", "中途退保", "自然减员"]))
    def refund(self, by: str, n: int, reason: str) -> None:
        paid = self.paid_at(n)
        reasons = {"already_void"} if paid.state == "void" else set()
        reasons |= set() if paid.left_fen else {"nothing_to_refund"}
        reasons |= {"refund_pending"} if self.till.pending(paid) else set()
        reasons |= {"中途退保": {"refund_refused"}, "自然减员": {"refund_day_needed"}}.get(reason, set())
        claim = Claim(reason=reason, evidence="户口簿")
        if done := self.attempt("退费申请", reasons, lambda: refund.request(self.by(by), paid.receipt, claim)):
            assert done.amount_fen == paid.left_fen
            self.till.requests[done.request] = (paid, paid.left_fen, False)

    @precondition(lambda self: self.till.requests)
    @rule(by=clerks, n=number)
    def withdraw(self, by: str, n: int) -> None:
        request = sorted(self.till.requests)[n % len(self.till.requests)]
        paid, fen, ended = self.till.requests[request]
        reasons = {"refund_withdrawn"} if ended else set()
        reasons |= {"refund_behind_reversal"} if paid.state == "reversed" else set()
        if self.attempt("撤回申请", reasons, lambda: refund.withdraw(self.by(by), request, "不退了")):
            self.till.requests[request] = (paid, fen, True)

    # -- paper

    @precondition(lambda self: self.till.paid)
    @rule(by=clerks, n=number, told=st.sampled_from([None, "right", "right", "wrong"]), end=st.sampled_from("okjc"))
    def print(self, by: str, n: int, told: str | None, end: str) -> None:
        waiting = [p for p in self.till.paid if p.waits_for_print]
        paid = waiting[n % len(waiting)] if waiting and n % 3 else self.paid_at(n)
        book = self.till.book
        following = book.next if book else None
        reasons: set[str] = set()
        if self.till.forms:
            reasons |= {"sheet_not_for_void"} if paid.state != "active" else set()
            reasons |= {"sheet_first_void"} if paid.sheet else set()
            reasons |= {"sheet_differs"} if told == "wrong" and following else set()
            reasons |= {"sheet_unsure"} if told is None and following and not self.till.sure(by) else set()
            reasons |= set() if following else {"stock_empty"}
        sheet = f"{(following or 0) + (told == 'wrong'):04d}" if told else None
        if end == "c" and not reasons:
            self.cut_at(self.by(by), 9, lambda desk: print_on(desk, paid.receipt, power_goes, sheet=sheet))
            self.till.print_out(paid, by)
            return
        if end == "j" and not reasons:
            self.attempt_that_jams(by, paid, sheet)
            return
        if self.attempt("打印", reasons, lambda: print_on(self.by(by), paid.receipt, lambda view: None, sheet=sheet)):
            self.till.print_out(paid, by)

    def attempt_that_jams(self, by: str, paid: Paid, sheet: str | None) -> None:
        """The printer refuses: the print is on record as failed, and the form is free again."""
        try:
            print_on(self.by(by), paid.receipt, printer_refuses, sheet=sheet)
        except Refused as refusal:
            assert refusal.code == "printer_none"
        paid.prints.append(False)
        book = self.till.book
        if self.till.forms:
            self.till.looked = ("failed", by, book, 0)
        self.STEPS["打印机不应答"] += 1

    @precondition(lambda self: any(paid.prints for paid in self.till.paid) or (self.till.paid and self.seldom(7)))
    @rule(by=clerks, n=number, copies=st.sampled_from([3, 3, None]))
    def jam(self, by: str, n: int, copies: int | None) -> None:
        printed = [paid for paid in self.till.paid if paid.prints]
        paid = printed[n % len(printed)] if printed and n % 3 else self.paid_at(n)
        failed = print_known_failed(self.desk, paid)
        reasons = set() if paid.prints else {"never_printed"}
        reasons |= {"print_failed_already"} if failed else set()
        reasons |= self.till.standing(paid, copies)
        verb = lambda: print_failed(self.by(by), paid.receipt, "卡纸", copies_kept=copies)  # noqa: E731
        if self.attempt("卡纸", reasons, verb):
            self.till.looked = ("failed", by, None, 0)
            self.till.spoil(paid, by)
            paid.prints[-1] = False

    @rule(by=clerks, code=st.sampled_from("AAB"), size=st.integers(1, 4), again=st.sampled_from([0, 0, 0, 1]))
    def receive_stock(self, by: str, code: str, size: int, again: int) -> None:
        same = [book for book in self.till.books if book.code == code]
        first = same[-1].last if again and same else 10 * len(self.till.books) + 1
        overlap = any(book.first <= first + size - 1 and first <= book.last for book in same)
        reasons = {"stock_overlaps"} if overlap else set()
        reasons |= {"stock_unsettled"} if any(not b.settled and not b.untouched for b in same) else set()
        verb = lambda: stock.receive(  # noqa: E731
            self.by(by), form=f"税收票证{code}", code=code, first=f"{first:04d}", last=f"{first + size - 1:04d}",
            on=self.today, issuer="县税务局",
        )  # fmt: skip
        if self.attempt("领用", reasons, verb):
            book = Book(code, first, first + size - 1, first)
            self.till.books.append(book)
            self.till.looked = ("received", by, book, 0)

    @precondition(lambda self: self.till.books)
    @rule(by=clerks, n=number, m=st.integers(0, 3))
    def confirm(self, by: str, n: int, m: int) -> None:
        book = self.till.books[n % len(self.till.books)]
        sheet = book.first + m
        reasons = {"sheet_unknown"} if sheet > book.last else set()
        reasons |= {"sheet_spent"} if book.settled or sheet in book.sheets else set()
        done = self.attempt("下一张是", reasons, lambda: stock.confirm_next(self.by(by), book.code, f"{sheet:04d}"))
        if done:
            assert (done.code, done.number, done.sure) == (book.code, sheet, True)
            book.at, self.till.marked, self.till.looked = sheet, book, ("mark", by, book, sheet)

    @precondition(lambda self: self.till.books)
    @rule(by=clerks, n=number, m=st.integers(0, 3), state=st.sampled_from(["void", "lost"]))
    def end_sheet(self, by: str, n: int, m: int, state: Any) -> None:
        book = self.till.books[n % len(self.till.books)]
        sheet = book.first + m
        reasons = {"sheet_unknown"} if sheet > book.last else set()
        reasons |= {"stock_settled"} if book.settled else set()
        reasons |= {"sheet_ended"} if book.sheets.get(sheet) in ("void", "lost") else set()
        verb = lambda: stock.end_sheet(  # noqa: E731
            self.by(by), book.code, f"{sheet}", state, reason="打坏", copies=3 if state == "void" else None
        )
        if self.attempt("作废遗失", reasons, verb):
            self.till.end_sheet(book, sheet, state, by)

    @precondition(lambda self: self.till.books)
    @rule(by=clerks, n=number)
    def settle_stock(self, by: str, n: int) -> None:
        book = self.till.books[n % len(self.till.books)]
        reasons = {"stock_settled"} if book.settled else set()
        reasons |= {"stock_missing"} if book.missing else set()
        first = f"{book.first:04d}"
        verb = lambda: stock.settle(self.by(by), book.code, first, on=self.today, receiver="县税务局")  # noqa: E731
        if self.attempt("结报", reasons, verb):
            book.settled = True

    # -- the day

    @rule(by=clerks, present=maybe, off=st.sampled_from([0, 0, -5_000, 1_000]), reason=maybe)
    def hand_over(self, by: str, present: bool, off: int, reason: bool) -> None:
        day, holder = self.till.day, self.till.holder
        reasons = self.closed() | ({"drawer_is_yours"} if day and holder == by else set())
        expected = self.till.expected_fen(day) if day else 0
        counted = max(expected + off, 0)
        reasons |= {"handover_needs_reason"} if not reason and (not present or counted != expected) else set()
        giver = vouch(self.by(by), holder, PASSPHRASES[holder]) if present and holder != by else None
        why = "去县里开会" if reason else None
        verb = lambda: pass_drawer(self.by(by), counted, giver=giver, reason=why)  # noqa: E731
        if self.attempt("接班", reasons, verb, keeps="handover_needs_reason"):
            assert day
            day.handed_fen += counted - expected
            self.till.holder, self.till.counted_fen = by, None
            self.till.overrides += giver is not None
        elif reasons == {"handover_needs_reason"}:
            self.till.counted_fen = counted

    @rule(by=clerks, off=st.sampled_from([0, 0, 0, -5_000, 100]), counterfeit=maybe)
    def count(self, by: str, off: int, counterfeit: bool) -> None:
        day = self.till.day
        counted = max((self.till.expected_fen(day) if day else 0) + off, 0)
        bad = (BadNote(kind="counterfeit", fen=5_000, pieces=1),) if counterfeit else ()
        if self.attempt("点钞", self.closed(), lambda: days_desk.count_day(self.by(by), counted, bad=bad)):
            self.till.counted_fen = counted

    @precondition(lambda self: self.till.counted_fen is not None or self.seldom(7))
    @rule(by=clerks, reason=often, second=often)
    def close(self, by: str, reason: bool, second: bool) -> None:
        day, counted = self.till.day, self.till.counted_fen
        reasons = self.closed()
        if day:
            reasons |= {"day_not_counted"} if counted is None else set()
            reasons |= {"cards_open"} if self.till.open_cards else set()
            differs = counted is not None and self.till.differs(day, counted)
            reasons |= {"difference_needs_reason"} if differs and not reason else set()
            reasons |= {"difference_needs_second"} if differs and not second else set()
        why, witness = "找零有误" if reason else None, self.second(by, second)
        done = self.attempt("日结", reasons, lambda: days_desk.close_day(self.by(by), why, second=witness))
        if done is None:
            return
        assert day and counted is not None
        day.closed, self.till.counted_fen = True, None
        self.till.overrides += differs
        assert done.clean is not differs
        assert (done.second is not None) is differs and done.second != by
        valid = [p for p in self.till.paid if p.day == day.number and p.state != "void"]
        assert (done.people, done.receipts, done.records) == (len(valid),) * 3
        assert (done.expected_fen, done.counted_fen) == (self.till.expected_fen(day), counted)
        if done.clean:
            money_fen = counted - day.float_fen + done.pos_fen
            assert money_fen + sum(p.fen for p in valid if p.method == "carried") == sum(p.fen for p in valid)

    @precondition(lambda self: not self.till.day)
    @rule(by=clerks, float_fen=st.sampled_from([0, 20_000]))
    def open_day(self, by: str, float_fen: int) -> None:
        if self.attempt("开账", set(), lambda: days_desk.open_day(self.by(by), float_fen)):
            self.till.days.append(Day(len(self.till.days) + 1, self.today, float_fen))
            self.till.holder = by

    @precondition(lambda self: self.till.day and self.seldom(7))
    @rule(by=clerks)
    def open_twice(self, by: str) -> None:
        self.attempt("再开账", {"day_already_open"}, lambda: days_desk.open_day(self.by(by), 0))

    @precondition(lambda self: self.till.day and not self.till.open_cards)
    @rule(by=clerks, again=often, nights=st.integers(0, 3))
    def end_of_day(self, by: str, again: bool, nights: int) -> None:
        """Count and close, sleep, and open again: otherwise few runs would see more than one day."""
        self.count(by, 0, False)
        self.close(by, True, True)
        self.clock.moment += timedelta(days=nights)
        if again:
            self.open_day(by, 20_000)

    # -- the bank, the county, the nights and the power

    @precondition(lambda self: any(day.closed and self.till.open_fen(day) for day in self.till.days) or self.seldom(7))
    @rule(by=clerks, slip=number, part=maybe, off=st.sampled_from([0, 0, 0, 100]), n=number)
    def remit(self, by: str, slip: int, part: bool, off: int, n: int) -> None:
        days = [day for day in self.till.days if day.closed and self.till.open_fen(day)]
        chosen = [(day, self.till.open_fen(day)) for day in days]
        parts: tuple[Part, ...] = ()
        reasons = {"slip_used"} if f"S{slip}" in self.till.slips else set()
        if part:
            day = self.till.days[n % len(self.till.days)]
            fen = self.till.open_fen(day) // 2 or self.till.open_fen(day)
            chosen, parts = [(day, fen)], (Part(day=day.number, fen=fen),)
            reasons |= set() if day.closed or not fen else {"day_not_closed_yet"}
        amount = sum(fen for _, fen in chosen)
        reasons |= {"remit_differs"} if off else set()
        reasons |= set() if amount else {"nothing_to_remit"}
        verb = lambda: remit(  # noqa: E731
            self.by(by), slip=f"s{slip}", amount_fen=amount + off, on=self.today, bank="农商行", parts=parts
        )
        if self.attempt("解缴", reasons, verb):
            for day, fen in chosen:
                day.remitted_fen += fen
            self.till.slips[f"S{slip}"] = False

    @precondition(lambda self: self.till.slips or self.seldom(7))
    @rule(by=clerks, n=number)
    def arrive(self, by: str, n: int) -> None:
        slip = [*self.till.slips, "S99"][n % (len(self.till.slips) + 1)]
        arrived = self.till.slips.get(slip)
        reasons = {"slip_unknown"} if arrived is None else {"arrived_already", "slip_unknown"} if arrived else set()
        if self.attempt("到账", reasons, lambda: arrive(self.by(by), slip.lower(), self.today)):
            self.till.slips[slip] = True

    @precondition(lambda self: self.today < date(2023, 12, 20))
    @rule()
    def next_day(self) -> None:
        self.clock.moment += timedelta(days=1)

    @precondition(lambda self: self.seldom(5))
    @rule()
    def power_cut(self) -> None:
        """In the middle of a transaction the connection is gone, without a word."""
        self.desk.db.conn.execute("BEGIN IMMEDIATE")
        self.desk.write("day_counted", {"day": 1, "counted_fen": 1, "notes": {}, "bad": []})
        self.restart()
        self.STEPS["断电"] += 1

    def cut_at(self, desk: Desk, look: int, step: Callable[[Desk], object]) -> None:
        """Run a step in which the power goes at the n-th look at the clock, or by itself."""
        looks = 0

        def clock() -> datetime:
            nonlocal looks
            looks += 1
            if looks == look:
                raise PowerCut
            return self.clock()

        try:
            step(replace(desk, clock=clock))
        except PowerCut:
            self.restart()
            self.STEPS["中途断电"] += 1
            return
        raise AssertionError("the power did not go")

    def restart(self) -> None:
        """What is on the disk is opened again: mostly the store alone, now and then the whole point with its keys."""
        self.desk.db.conn.close()
        self.restarts += 1
        whole = self.restarts % 3 == 1
        self.desk = self.here.desk(self.clock) if whole else replace(self.desk, db=self.desk.connect())

    @precondition(lambda self: self.exports < 2)
    @rule(answer=maybe)
    def to_county(self, answer: bool) -> None:
        self.exports += 1
        try:
            sent = export(self.desk, self.here.stick)
        except Refused as refusal:
            assert refusal.code == "nothing_to_send"
            return
        with self.here.county() as county:
            result = county_receive(county, [self.here.stick / sent.file], now=self.clock())
            assert (result.quarantined, result.rejected, result.conflicts) == (0, [], [])
            compare(self.desk, county)
            if answer:
                (file,) = county_reply(county, point=CODE, folder=self.here.stick, now=self.clock())
                assert take_reply(self.desk, file).acknowledged_to == sent.last_seq
        self.STEPS["交县"] += 1

    # -- what must hold after every step

    @invariant()
    def books_agree(self) -> None:
        if not hasattr(self, "till"):
            return
        db, till = self.desk.db, self.till
        assert not db.conn.in_transaction
        self.steps += 1
        self.sound = False
        self.hash = projections.content_hash(db)
        self.day_agrees()
        assert money.holding(db).held_fen == till.held_fen
        self.people_agree()
        self.paper_agrees()
        self.past_stands()
        if self.steps % 10 == 0:
            self.rebuilt_is_live()
        self.sound = True

    def day_agrees(self) -> None:
        day = self.till.day
        opened = counter.open_day(self.desk.db, self.desk.journal)
        assert (opened and opened.day) == (day and day.number)
        if day is None:
            return
        found = counter.totals(self.desk.db, self.desk.journal, day.number)
        valid = self.till.of_day(day, "cash", "pos", "carried", "zero")
        assert found.expected_fen == self.till.expected_fen(day)
        assert (found.people, found.receipts, found.records) == (len(valid),) * 3
        assert (found.cash_fen, found.pos_fen, found.carried_fen) == tuple(
            self.till.taken_fen(day, method) for method in ("cash", "pos", "carried")
        )
        assert found.holder == self.till.holder
        assert money.posted_by_terminal(self.desk.db, self.desk.journal, day.number) == self.till.terminals(day)

    def people_agree(self) -> None:
        db, till = self.desk.db, self.till
        rows = db.conn.execute("SELECT payment FROM active").fetchall()
        assert sorted(row[0] for row in rows) == sorted(paid.payment for paid in till.active.values())
        assert {card.card for card in cards.open_cards(db)} == {card.card for card in till.open_cards}
        left = {each.request for each in refund.requests(self.desk) if each.state != "withdrawn"}
        assert left == {request for request, (_, _, ended) in till.requests.items() if not ended}
        # Nothing is asked back twice: a payment's open requests and what was carried never exceed it.
        for paid in till.paid:
            asked = sum(fen for each, fen, ended in till.requests.values() if each is paid and not ended)
            assert asked + paid.carried_fen <= paid.fen
        assert db.conn.execute("SELECT count(*) FROM overrides").fetchone()[0] == till.overrides

    def paper_agrees(self) -> None:
        db, till = self.desk.db, self.till
        for kind, first in (("fee", 1), ("zero", 900_001)):
            rows = db.conn.execute("SELECT serial FROM receipts WHERE kind = ? ORDER BY serial", (kind,)).fetchall()
            assert [row[0] for row in rows] == list(range(first, first + len(rows)))
        assert len(till.paid) == db.conn.execute("SELECT count(*) FROM receipts").fetchone()[0]
        waiting = {row.receipt for row in counter.unprinted(db, self.desk.journal)}
        assert waiting == {paid.receipt for paid in till.paid if paid.waits_for_print}
        found = stock.accounts(self.desk)
        assert len(found) == len(till.books)
        for account, book in zip(found, till.books, strict=True):
            figures = (account.used, account.void, account.lost)
            assert figures == tuple(book.count(state) for state in ("used", "void", "lost"))
            assert account.received == sum(figures) + account.returned + account.unused
            assert (account.returned, account.unused)[not book.settled] == len(book.untouched)
            assert (account.missing, account.next) == (book.missing, book.next)

    def past_stands(self) -> None:
        """Closed days never change, and the perpetual total never falls."""
        rows = {row["day"]: row for row in self.desk.db.query("SELECT * FROM closes")}
        assert {day: rows.get(day) for day in self.closes} == self.closes
        assert len(rows) == sum(day.closed for day in self.till.days)
        perpetual = counter.perpetual_fen(self.desk.db)
        assert perpetual == sum(paid.fen for paid in self.till.paid) >= self.perpetual
        self.closes, self.perpetual = rows, perpetual

    def rebuilt_is_live(self) -> None:
        with writing(self.desk.db):
            projections.rebuild(self.desk.db)
        assert projections.content_hash(self.desk.db) == self.hash

    def teardown(self) -> None:
        if not hasattr(self, "till"):
            return
        with self.stack:
            if not self.sound or projections.content_hash(self.desk.db) != self.hash:
                return
            self.rebuilt_is_live()
            assert journal.verify(self.desk.db).broken is None
            self.STEPS["runs"] += 1


def replace_tender(tender: Tender) -> Tender:
    """Another order than this."""
    return Tender(method="cash", cash_fen=(tender.cash_fen or 0) + 100)


def print_known_failed(desk: Desk, paid: Paid) -> bool:
    """Whether the last print of a receipt is on record as failed (its form may have been ended since by itself)."""
    return bool(paid.prints) and counter.print_failed(desk.db, paid.receipt, len(paid.prints) - 1)


def printer_refuses(view: ReceiptView) -> None:
    raise Refused("printer_none")


def power_goes(view: ReceiptView) -> None:
    raise PowerCut
