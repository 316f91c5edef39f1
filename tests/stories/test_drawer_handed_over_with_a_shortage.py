"""At noon 王会计 goes to a meeting. 李会计 counts the drawer, fifty yuan are missing, and from then on he answers."""

from tests.clerks import At
from tests.factories import CLERK
from tests.till_places import OTHER


def test_the_shortage_is_the_givers_and_stays_on_record(wang: At, li: At):
    wang.says("pay", "r1", "--cash-fen", 38_000)
    handed = ("day", "takeover", "--giver", CLERK, "--fen", 53_000)
    said = li.refuses("handover_needs_reason", *handed)
    assert "短款 50 元" in said and "没有登记" in said
    taken = li.json(*handed, "--reason", "早上找零有误")
    assert (taken["giver"], taken["taker"], taken["difference_fen"]) == (CLERK, OTHER, -5_000)

    # From now on 53,000 is what is expected; the receipts still say that fifty are missing.
    li.says("pay", "r3", "--cash-fen", 38_000)
    li.says("day", "count", "--fen", 91_000)
    said = li.refuses("difference_needs_reason", "day", "close")
    assert "款项比凭据少 50 元（交接时的短款 50 元算在内）" in said
    # The holder does not answer alone, and naming himself helps nothing.
    li.refuses("difference_needs_second", "day", "close", "--reason", "交接时少 50")
    li.refuses("second_is_operator", "day", "close", "--reason", "交接时少 50", "--second", OTHER)
    closed = li.json("day", "close", "--reason", "交接时少 50", "--second", CLERK)
    assert (closed["expected_fen"], closed["difference_fen"], closed["clean"]) == (91_000, 0, False)
    assert closed["handed_fen"] == -5_000
    assert closed["second"] == CLERK


def test_nobody_takes_over_from_himself_or_from_somebody_else(wang: At, li: At):
    wang.refuses("drawer_is_yours", "day", "takeover", "--fen", 20_000, "--reason", "试试")
    li.says("day", "takeover", "--giver", CLERK, "--fen", 20_000)
    # Now 李会计 holds it; 王会计 takes it back while 李会计 is ill.
    assert "不在场" in wang.refuses("handover_needs_reason", "day", "takeover", "--fen", 20_000)
    back = wang.json("day", "takeover", "--fen", 20_000, "--reason", "李会计生病")
    assert (back["giver"], back["taker"]) == (OTHER, CLERK)


def test_a_count_before_the_handover_no_longer_holds(wang: At, li: At):
    wang.says("day", "count", "--fen", 20_000)
    li.says("day", "takeover", "--giver", CLERK, "--fen", 20_000)
    li.refuses("day_not_counted", "day", "close")
    assert li.counts_and_closes(20_000)["clean"] is True
