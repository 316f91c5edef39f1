"""Paying by card: the terminal's slip is on the books, once, and no card number ever is."""

from tests.factories import Place


def test_a_family_pays_by_card(counter: Place):
    by_card = ("--pos", "--terminal", "10023387", "--reference", "202311150001")
    paid = counter.json("pay", "r1", "r3", *by_card)
    assert (paid["total_fen"], paid["change_fen"]) == (76_000, 0)
    # One slip for the family, two records; the drawer is not touched.
    with counter.desk() as desk:
        rows = desk.db.query("SELECT method, terminal, reference, due_fen FROM payments")
        one = {"method": "pos", "terminal": "10023387", "reference": "202311150001", "due_fen": 38_000}
        assert list(rows) == [one, one]
    counter.says("day", "count", "--fen", 20_000)
    closed = counter.json("day", "close")
    assert (closed["pos_fen"], closed["expected_fen"], closed["clean"]) == (76_000, 20_000, True)


def test_a_slip_pays_only_once(counter: Place):
    counter.json("pay", "r1", "--pos", "--terminal", "T1", "--reference", "A12345678901")
    # The clerk types the same slip for the next person, in small letters.
    said = counter.refuses("reference_used", "pay", "r3", "--pos", "--terminal", "T1", "--reference", "a12345678901")
    assert "3418211002012410000001" in said
    assert counter.json("find", "曾建国")[0]["status"] == "unpaid"


def test_a_voided_payment_frees_its_slip(counter: Place):
    slip = ("--pos", "--terminal", "T1", "--reference", "A12345678901")
    paid = counter.json("pay", "r1", *slip)["payments"][0]
    voided = counter.json("void", paid["payment"], "--reason", "选错人")
    # Nothing comes out of the drawer for a card.
    assert (voided["due_fen"], voided["give_back_fen"]) == (38_000, 0)
    assert counter.json("pay", "r3", *slip)["total_fen"] == 38_000


def test_a_card_number_is_never_stored(counter: Place):
    said = counter.refuses(
        "card_number", "pay", "r1", "--pos", "--terminal", "T1", "--reference", "6222021234567890128"
    )
    assert "6222021234567890128" not in said
    assert counter.json("verify")["entries"] == 3


def test_a_slip_must_be_whole(counter: Place):
    counter.refuses("pos_incomplete", "pay", "r1", "--pos", "--terminal", "T1", exit_code=2)
    counter.refuses("reference_invalid", "pay", "r1", "--pos", "--terminal", "T1", "--reference", "??", exit_code=2)
    counter.refuses("one_method", "pay", "r1", "--pos", "--cash-fen", "38000", exit_code=2)
    counter.refuses("one_method", "pay", "r1", exit_code=2)


def test_a_card_number_fits_in_no_field(counter: Place):
    for terminal, reference in (
        ("6222021234567890", "A1234567"),
        ("T1", "6222021234567890123"),
        ("T1", "6222 0212 3456 7890"),
    ):
        counter.refuses("card_number", "pay", "r1", "--pos", "--terminal", terminal, "--reference", reference)
