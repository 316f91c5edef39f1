"""What a careful auditor would note down of a till, in plain values: nothing here is asked of the program."""

from dataclasses import dataclass, field
from datetime import date

from tests.till_places import HELD_YUAN, WITHIN_DAYS

# What the village owes, by handle (factories.village); the others cannot be paid for.
DUE = {"r1": 38_000, "r2": 3_800, "r3": 38_000, "r4": 38_000, "r5": 0, "r8": 38_000, "r9": 38_000}


@dataclass
class Day:
    """An account day. `slips`: count and fen of the settlement slips by terminal; `handed_fen`: found at handovers."""

    number: int
    on: date
    float_fen: int
    closed: bool = False
    handed_fen: int = 0
    remitted_fen: int = 0
    slips: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass
class Paid:
    """A payment. `prints`: for each print whether it came out; `sheet`: the form its receipt stands on."""

    payment: str
    receipt: str
    person: str
    fen: int
    method: str
    day: int
    terminal: str | None = None
    reference: str | None = None
    state: str = "active"
    carried_fen: int = 0
    late: bool = False
    prints: list[bool] = field(default_factory=list)
    sheet: "tuple[Book, int] | None" = None

    @property
    def left_fen(self) -> int:
        """What of it was not carried to somebody else."""
        return self.fen - self.carried_fen

    @property
    def waits_for_print(self) -> bool:
        return self.state == "active" and not self.late and not any(self.prints)


@dataclass
class Card:
    """An attempt to pay by card."""

    card: str
    people: tuple[str, ...]
    fen: int
    state: str = "intended"
    reference: str | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("intended", "unknown", "approved")


@dataclass(eq=False)
class Book:
    """Forms first..last of a code; `sheets`: used, void or lost by number; `at`: where the printer stands."""

    code: str
    first: int
    last: int
    at: int
    sheets: dict[int, str] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    settled: bool = False

    @property
    def next(self) -> int | None:
        """The form that is to be used next."""
        left = [n for n in range(self.at, self.last + 1) if n not in self.sheets]
        return left[0] if left and not self.settled else None

    @property
    def untouched(self) -> list[int]:
        return [n for n in range(self.first, self.last + 1) if n not in self.sheets]

    @property
    def missing(self) -> tuple[int, ...]:
        """Passed over: below a used form or the next one, or below the end where none is next."""
        passed = max(self.used | {self.last + 1 if self.next is None else self.next})
        return () if self.settled else tuple(n for n in self.untouched if n < passed and n != self.next)

    def count(self, state: str) -> int:
        return sum(each == state for each in self.sheets.values())


class Till:
    """The till's books. `looked`: the last thing that happened to any form: (what, by whom, book, number)."""

    def __init__(self, *, forms: bool, limits: bool, holder: str) -> None:
        self.forms, self.limits, self.holder = forms, limits, holder
        self.days: list[Day] = []
        self.paid: list[Paid] = []
        self.cards: list[Card] = []
        self.books: list[Book] = []
        self.looked: tuple[str, str, Book | None, int] | None = None
        self.marked: Book | None = None
        self.counted_fen: int | None = None
        self.requests: dict[str, tuple[Paid, int, bool]] = {}
        self.slips: dict[str, bool] = {}
        self.papers: dict[str, Paid] = {}
        self.overrides = 0

    # -- the day

    @property
    def day(self) -> Day | None:
        """The open day."""
        return self.days[-1] if self.days and not self.days[-1].closed else None

    def of_day(self, day: Day, *methods: str) -> list[Paid]:
        """The valid payments of a day, of these methods."""
        return [p for p in self.paid if p.day == day.number and p.state != "void" and p.method in methods]

    def taken_fen(self, day: Day, method: str = "cash") -> int:
        return sum(p.fen for p in self.of_day(day, method))

    def expected_fen(self, day: Day) -> int:
        return day.float_fen + self.taken_fen(day) + day.handed_fen

    def terminals(self, day: Day) -> dict[str, tuple[int, int]]:
        """Card payments and fen by terminal; a family's card is one."""
        found: dict[str, tuple[set[str], int]] = {}
        for p in self.of_day(day, "pos"):
            references, fen = found.get(p.terminal or "", (set(), 0))
            found[p.terminal or ""] = (references | {p.reference or ""}, fen + p.fen)
        return {terminal: (len(references), fen) for terminal, (references, fen) in found.items()}

    def differs(self, day: Day, counted_fen: int) -> bool:
        """Whether money or slips say something else than the receipts."""
        posted = self.terminals(day)
        slips = any(posted.get(terminal, (0, 0)) != slip for terminal, slip in day.slips.items())
        return slips or counted_fen != day.float_fen + self.taken_fen(day)

    # -- money held

    def open_fen(self, day: Day) -> int:
        return self.taken_fen(day) - day.remitted_fen

    @property
    def held_fen(self) -> int:
        return sum(self.open_fen(day) for day in self.days)

    def over_limit(self, adding_fen: int, today: date) -> bool:
        """Whether this much more cash is beyond what the pack lets a point hold."""
        if not self.limits or not adding_fen:
            return False
        oldest = next((day.on for day in self.days if self.open_fen(day)), today)
        return self.held_fen + adding_fen > HELD_YUAN * 100 or (today - oldest).days > WITHIN_DAYS

    # -- people and cards

    @property
    def active(self) -> dict[str, Paid]:
        return {p.person: p for p in self.paid if p.state == "active"}

    @property
    def open_cards(self) -> list[Card]:
        return [card for card in self.cards if card.is_open]

    def unpayable(self, people: tuple[str, ...], *, own: Card | None = None) -> set[str]:
        """Why these people cannot be paid for."""
        found = {"outcome_"} if any(each not in DUE for each in people) else set()
        found |= {"already_paid"} if any(each in self.active for each in people) else set()
        waiting = [card for card in self.open_cards if card is not own]
        return found | ({"card_pending"} if any(set(people) & set(card.people) for card in waiting) else set())

    def taken_reference(self, reference: str, *, own: Card | None = None) -> set[str]:
        """Why this slip of a terminal pays for nobody else."""
        found = {"reference_used"} if any(p.reference == reference and p.state != "void" for p in self.paid) else set()
        for card in self.cards:
            if card is not own and card.reference == reference and card.state in ("approved", "cancelled"):
                found.add("reference_pending" if card.state == "approved" else "reference_cancelled")
        return found

    def settled_beyond(self, paid: Paid) -> bool:
        """Whether the terminal's slips cover this card payment already."""
        day = self.days[paid.day - 1]
        if paid.method != "pos" or paid.terminal not in day.slips:
            return False
        return self.terminals(day)[paid.terminal][1] - paid.fen < day.slips[paid.terminal][1]

    def pending(self, paid: Paid) -> bool:
        return any(each is paid and not ended for each, _, ended in self.requests.values())

    # -- forms

    @property
    def book(self) -> Book | None:
        """The book that lies in the printer."""
        open_ = [book for book in self.books if book.next is not None]
        return self.marked if self.marked in open_ else next(iter(open_), None)

    def sure(self, by: str) -> bool:
        """Whether this clerk knows the next form without looking."""
        if self.looked is None or self.book is None:
            return False
        what, who, book, number = self.looked
        follows = {"use": number + 1, "mark": number}.get(what)
        return who == by and book is self.book and follows == self.book.next

    def print_out(self, paid: Paid, by: str) -> None:
        """A print that came out, on the next form where there are forms."""
        paid.prints.append(True)
        book = self.book
        if self.forms and book is not None and book.next is not None:
            number = book.next
            book.sheets[number], book.at = "used", number + 1
            book.used.add(number)
            paid.sheet, self.looked = (book, number), ("use", by, book, number)

    def end_sheet(self, book: Book, number: int, state: str, by: str) -> None:
        """A form is spoilt or lost; the receipt on it waits for another."""
        book.sheets[number], self.looked = state, ("end", by, book, number)
        for paid in self.paid:
            if paid.sheet == (book, number):
                paid.sheet = None
                if paid.prints:
                    paid.prints[-1] = False

    def spoil(self, paid: Paid, by: str) -> None:
        if paid.sheet:
            self.end_sheet(*paid.sheet, "void", by)

    def standing(self, paid: Paid, copies: int | None) -> set[str]:
        """Why the form under a receipt cannot be spoilt."""
        if paid.sheet is None:
            return set()
        found = {"stock_settled"} if paid.sheet[0].settled else set()
        return found | ({"sheet_copies"} if copies is None else set())
