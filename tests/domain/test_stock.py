"""A book's account: what follows from what was done to its sheets, and that it always adds up."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.stock import Book, account, ranges

BOOK = Book(
    stock="S", form="税收票证", code="A", first=11, last=18, width=4, issued_on="2023-11-15", issuer="县", settled=False
)
sheets = st.integers(11, 18)


@given(used=st.sets(sheets), ends=st.dictionaries(sheets, st.sampled_from(["void", "lost"])), mark=st.none() | sheets)
def test_it_adds_up_and_nothing_is_offered_twice(used, ends, mark):
    found = account(BOOK, dict.fromkeys(used, "R"), ends, mark)
    assert found.received == found.used + found.void + found.lost + found.returned + found.unused == 8
    assert found.next is None or (found.next not in used and found.next not in ends and 11 <= found.next <= 18)
    assert not set(found.missing) & {*used, *ends, found.next}
    assert len(found.missing) <= found.unused


def test_a_sheet_lost_before_its_turn_passes_over_nothing():
    found = account(BOOK, {11: "R1"}, {16: "lost"}, None)
    assert (found.next, found.missing) == (12, ())


def test_after_going_back_the_numbers_go_on_from_there():
    # 12 to 14 had been skipped; the clerk found them and put them into the printer.
    found = account(BOOK, {11: "R1", 15: "R2", 12: "R3"}, {}, 12)
    assert (found.next, found.missing) == (13, (14,))


def test_the_last_sheet_used_what_was_passed_over_is_missing():
    found = account(BOOK, {17: "R1", 18: "R2"}, {11: "void"}, 17)
    assert (found.next, ranges(found.missing)) == (None, [(12, 16)])
