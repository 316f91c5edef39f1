"""Somebody whom the roster does not know is entered from the document in hand, checked like a roster's row."""

from datetime import date

from tests.factories import Place, id_number


def test_somebody_who_is_on_no_list(counter: Place):
    number = id_number(date(1983, 4, 5), male=False, order=7)
    made = counter.json(
        "resident", "add", "--name", "翟小梅", "--document", number, "--household", "0001", "--last-year", "是"
    )["resident"]
    assert counter.json("find", "翟小梅")[0]["resident"] == made
    assert counter.json("due", made)["due_fen"] == 38_000
    assert counter.json("pay", made, "--cash-fen", 38_000)["total_fen"] == 38_000

    assert made in counter.refuses("resident_known", "resident", "add", "--name", "翟小梅", "--document", number)


def test_a_wrong_document_is_refused_with_every_reason(counter: Place):
    said = counter.refuses("resident_not_added", "resident", "add", "--name", "翟1", "--document", "341821198304050061")
    assert "校验位" in said and "数字" in said
    assert counter.json("find", "翟") == []
