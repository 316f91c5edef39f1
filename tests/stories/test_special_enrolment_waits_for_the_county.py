"""Somebody says he was discharged this year: the notice has a price for that, and the counter shows it, but takes no
money before the county has seen the paper."""

from tests.factories import Place

DISCHARGED = ("--fact", "enrolment=veteran", "--fact", "event_date=2024-01-10")


def test_a_veteran_is_told_and_referred(counter: Place):
    counter.now = "2024-02-20T09:30:00"
    told = counter.json("due", "r1", *DISCHARGED)
    assert (told["outcome"], told["due_fen"], told["benefit_start"]) == ("collect", 38_000, "2024-02-21")
    assert "退役军人：个人缴380元（三(一)）" in counter.refuses(
        "special_enrolment", "pay", "r1", "--cash-fen", 38_000, *DISCHARGED
    )
