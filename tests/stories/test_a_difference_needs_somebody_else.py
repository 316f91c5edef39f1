"""Ten yuan too many: who holds the drawer never answers for a difference alone, and never as his own witness."""

import pytest

from tests.clerks import At
from tests.factories import CLERK, Place
from tests.till_places import OTHER


@pytest.fixture
def ten_too_many(wang: At) -> At:
    wang.says("pay", "r1", "--cash-fen", 38_000)
    wang.says("day", "count", "--fen", 59_000)
    return wang


def test_the_holder_needs_the_other_clerk(ten_too_many: At):
    close = ("day", "close", "--reason", "少找零")
    assert "没有日结" in ten_too_many.refuses("difference_needs_second", *close)
    # Neither his own name nor that name with a blank in it, nor somebody without an account.
    ten_too_many.refuses("second_is_operator", *close, "--second", CLERK)
    ten_too_many.refuses("second_is_operator", *close, "--second", "王 会计")
    ten_too_many.refuses("operator_unknown", *close, "--second", "赵村长")
    assert ten_too_many.json(*close, "--second", OTHER)["second"] == OTHER


def test_a_wrong_passphrase_is_no_second_person(ten_too_many: At):
    close = ("--operator", CLERK, "day", "close", "--reason", "少找零", "--second", OTHER)
    ten_too_many.place.refuses("second_passphrase_wrong", *close, CUNJIAO_SECOND_PASSPHRASE="猜的")
    ten_too_many.place.refuses("passphrase_needed", *close, exit_code=2)


def test_whoever_closes_is_never_his_own_witness(ten_too_many: At, li: At):
    li.refuses("difference_needs_second", "day", "close", "--reason", "少找零")
    assert li.json("day", "close", "--reason", "少找零", "--second", CLERK)["second"] == CLERK


def test_where_there_is_one_clerk_the_reason_stands_alone(counter: Place):
    counter.says("day", "count", "--fen", 20_100)
    assert counter.json("day", "close", "--reason", "捡到 1 元")["second"] is None


def test_a_closed_day_is_closed(ten_too_many: At):
    ten_too_many.says("day", "close", "--reason", "少找零", "--second", OTHER)
    for words in (("day", "close"), ("day", "count", "--fen", 58_000), ("pay", "r3", "--cash-fen", 38_000)):
        ten_too_many.refuses("day_not_open", *words)
    ten_too_many.refuses("void_after_close", "void", "3418211002012410000001", "--reason", "重收")
    # The next day's number goes on, and its sums begin anew.
    ten_too_many.says("day", "open", "--float-fen", 20_000)
    assert ten_too_many.counts_and_closes(20_000)["day"] == 2
