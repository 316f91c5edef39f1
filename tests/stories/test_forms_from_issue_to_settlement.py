"""Pre-numbered forms from 领用 to 结报缴销: every sheet is used, void, lost or goes back, and none of them twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.print_receipt import print_on
from app.domain.errors import Refused
from app.store import counter as counter_store
from tests.clerks import At
from tests.factories import CLERK
from tests.till_places import OTHER, Here, here

FORM = ("--form", "税收缴款书", "--code", "3418", "--issuer", "县税务局", "--on", "2023-11-15")
RECEIPT = "34182110020124100000{:02d}"


@pytest.fixture
def forms() -> Iterator[Here]:
    with here(forms=True, limits=False) as made:
        yield made


@pytest.fixture
def wang(forms: Here) -> At:
    """王会计 with a book of eight forms and four receipts to print."""
    clerk = At(forms.place, CLERK)
    clerk.says("day", "open", "--float-fen", 0)
    clerk.says("pay", "r1", "r2", "r3", "r4", "--cash-fen", 117_800)
    clerk.refuses("stock_empty", "receipt", RECEIPT.format(1), "--pdf", forms.stick / "1.pdf")
    clerk.says("stock", "receive", *FORM, "--first", "0001001", "--last", "0001008")
    return clerk


@pytest.fixture
def li(wang: At) -> At:
    return At(wang.place, OTHER)


def figures(clerk: At) -> tuple[int, ...]:
    """Received, used, void, lost, returned, unused of the first book; they must add up."""
    book = clerk.json("stock", "list")[0]
    found = tuple(book[name] for name in ("received", "used", "void", "lost", "returned", "unused"))
    assert found[0] == sum(found[1:])
    return found


def test_a_book_from_beginning_to_end(wang: At, stick: Path):
    def printed(receipt: int, *words: object) -> str:
        done = wang.json("receipt", RECEIPT.format(receipt), "--pdf", stick / f"{receipt}.pdf", *words)
        return str(done["sheet"])

    # Nobody has looked into the printer yet.
    assert "0001001" in wang.refuses("sheet_unsure", "receipt", RECEIPT.format(1), "--pdf", stick / "1.pdf")
    assert printed(1, "--sheet", "0001001") == "0001001"
    assert printed(2) == "0001002"

    # A jam: the form is spoilt, all three copies are kept, and its receipt goes onto the next one.
    said = wang.refuses("sheet_first_void", "receipt", RECEIPT.format(2), "--pdf", stick / "2.pdf")
    assert "请先登记作废" in said
    wang.refuses("sheet_copies", "print-failed", RECEIPT.format(2), "--reason", "卡纸", exit_code=2)
    wang.says("print-failed", RECEIPT.format(2), "--reason", "卡纸", "--copies-kept", 3)
    assert [row.receipt for row in waiting(wang)] == [RECEIPT.format(n) for n in (2, 3, 4)]
    wang.refuses("sheet_unsure", "receipt", RECEIPT.format(2), "--pdf", stick / "2.pdf")
    assert printed(2, "--sheet", "0001003") == "0001003"

    # One is lost before its turn; that passes over nothing.
    wang.says("stock", "lost", "3418", "1006", "--reason", "少一张")
    assert wang.json("stock", "list")[0]["missing"] == []

    # The roll and the program are out of step: number 5 lies in the printer, and 4 is nowhere.
    wang.refuses("sheet_differs", "receipt", RECEIPT.format(3), "--pdf", stick / "3.pdf", "--sheet", "0001005")
    assert wang.json("stock", "next", "--is", "1005")["number"] == 1005
    assert printed(3) == "0001005"
    assert "没有交代：0001004" in wang.says("stock", "list")

    # A receipt that stands is void: its form is spoilt with it, and nothing more is printed for it.
    wang.refuses("sheet_copies", "void", RECEIPT.format(3), "--reason", "选错人", exit_code=2)
    wang.says("void", RECEIPT.format(3), "--reason", "选错人", "--copies-kept", 3)
    wang.refuses("sheet_not_for_void", "receipt", RECEIPT.format(3), "--pdf", stick / "3.pdf")

    # 6 is lost, so 7 comes after 5; the clerk is asked.
    wang.refuses("sheet_unsure", "receipt", RECEIPT.format(4), "--pdf", stick / "4.pdf")
    assert printed(4, "--sheet", "0001007") == "0001007"
    assert figures(wang) == (8, 3, 2, 1, 0, 2)

    settled = ("stock", "settle", "3418", "0001001", "--on", "2023-11-15", "--receiver", "县税务局")
    assert "0001004" in wang.refuses("stock_missing", *settled)
    wang.says("stock", "void", "3418", "1004", "--reason", "受潮", "--copies", 3)
    assert "用 3 张，作废 3 张，遗失 1 张，交回 1 张" in wang.says(*settled)
    assert figures(wang) == (8, 3, 3, 1, 1, 0)
    # What has been reported stays as it was reported.
    wang.refuses("stock_settled", *settled)
    wang.refuses("stock_settled", "stock", "void", "3418", "1008", "--reason", "受潮", "--copies", 3)
    wang.refuses("stock_settled", "stock", "lost", "3418", "1007", "--reason", "丢失")
    wang.refuses("sheet_spent", "stock", "next", "--is", "1008", "--code", "3418")
    wang.refuses("stock_settled", "void", RECEIPT.format(4), "--reason", "选错人", "--copies-kept", 3)


def waiting(clerk: At) -> list[counter_store.Waiting]:
    with clerk.place.desk(CLERK) as desk:
        return counter_store.unprinted(desk.db, desk.journal)


def test_a_form_spoilt_by_itself_leaves_its_receipt_waiting(wang: At, stick: Path):
    wang.says("receipt", RECEIPT.format(1), "--pdf", stick / "1.pdf", "--sheet", "0001001")
    assert RECEIPT.format(1) not in [row.receipt for row in waiting(wang)]
    wang.says("stock", "void", "3418", "1001", "--reason", "盖错章", "--copies", 3)
    assert RECEIPT.format(1) in [row.receipt for row in waiting(wang)]
    again = wang.json("receipt", RECEIPT.format(1), "--pdf", stick / "1.pdf", "--sheet", "0001002")
    assert (again["copy"], again["sheet"]) == (1, "0001002")


def test_a_printer_that_is_off_spends_no_form(wang: At):
    def off(view: object) -> None:
        raise Refused("printer_none")

    with wang.place.desk(CLERK) as desk, pytest.raises(Refused):
        print_on(desk, RECEIPT.format(1), off, sheet="0001001")
    assert figures(wang) == (8, 0, 0, 0, 0, 8)
    # The form is still blank, but it is looked at before anything prints on it.
    with wang.place.desk(CLERK) as desk:
        with pytest.raises(Refused, match="看一眼"):
            print_on(desk, RECEIPT.format(1), lambda view: None)
        assert print_on(desk, RECEIPT.format(1), lambda view: None, sheet="0001001").copy == 1
    assert figures(wang) == (8, 1, 0, 0, 0, 7)


def test_the_other_clerk_at_the_printer_is_asked(wang: At, li: At, stick: Path):
    wang.says("receipt", RECEIPT.format(1), "--pdf", stick / "1.pdf", "--sheet", "0001001")
    li.refuses("sheet_unsure", "receipt", RECEIPT.format(2), "--pdf", stick / "2.pdf")
    li.says("stock", "next", "--is", "1002")
    li.says("receipt", RECEIPT.format(2), "--pdf", stick / "2.pdf")


def test_issues_neither_overlap_nor_follow_an_unsettled_book(wang: At):
    receive = ("stock", "receive", *FORM)
    wang.refuses("stock_overlaps", *receive, "--first", "0001008", "--last", "0001010")
    wang.refuses("stock_numbers", *receive, "--first", "1", "--last", "0001010", exit_code=2)
    wang.refuses("stock_numbers", *receive, "--first", "0002010", "--last", "0002001", exit_code=2)
    wang.refuses("stock_too_many", *receive, "--first", "1000000", "--last", "9999999", exit_code=2)
    for number in range(1001, 1009):
        wang.says("stock", "lost", "3418", number, "--reason", "水淹")
    wang.refuses("stock_unsettled", *receive, "--first", "0002001", "--last", "0002008")
    # Another name for the same code is the same stock.
    renamed = ("--form", "缴款书", *receive[4:])
    wang.refuses("stock_unsettled", "stock", "receive", *renamed, "--first", "0002001", "--last", "0002008")


def test_of_two_books_the_one_in_the_printer_is_used(wang: At, stick: Path):
    wang.says("stock", "receive", *FORM, "--first", "0002001", "--last", "0002002")
    assert wang.json("stock", "next", "--is", "2001")["number"] == 2001
    for receipt, sheet in ((1, "0002001"), (2, "0002002")):
        done = wang.json("receipt", RECEIPT.format(receipt), "--pdf", stick / "1.pdf")
        assert done["sheet"] == sheet
    # That book is used up; the other one lies elsewhere, so the clerk is asked.
    assert "0001001" in wang.refuses("sheet_unsure", "receipt", RECEIPT.format(3), "--pdf", stick / "3.pdf")


def test_a_form_written_by_hand_on_a_round_is_spent(wang: At, stick: Path):
    late = ("--paper-on", "2023-11-14", "--second", OTHER)
    wang.says("pay", "r8", "--cash-fen", 38_000, "--paper", "0001003", *late)
    assert figures(wang)[1] == 1
    wang.refuses("sheet_spent", "stock", "next", "--is", "1003")
    # It has its receipt: nothing waits to be printed, and no second form is spent on it.
    assert len(waiting(wang)) == 4
    wang.refuses("sheet_first_void", "receipt", RECEIPT.format(5), "--pdf", stick / "5.pdf", "--sheet", "0001001")
    wang.says("stock", "lost", "3418", "1001", "--reason", "丢失")
    wang.refuses("sheet_spent", "pay", "r9", "--cash-fen", 38_000, "--paper", "0001001", *late)
