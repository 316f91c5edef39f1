"""A point may hold 1,500 yuan. Near it that is said, beyond it nothing is taken, but the family in hand may finish."""

from tests.clerks import At
from tests.factories import CLERK
from tests.till_places import OTHER, here


def test_warned_refused_and_finished_by_two():
    with here(forms=False, limits=True) as made:
        wang = At(made.place, CLERK)
        wang.says("day", "open", "--float-fen", 20_000)
        wang.says("pay", "r1", "r3", "--cash-fen", 76_000)
        assert "上限" not in wang.says("remit", "list")
        wang.says("pay", "r4", "r2", "--cash-fen", 41_800)
        # 1,178 yuan are below 80 %; the float is no takings.
        assert "上限" not in wang.says("remit", "list")
        said = wang.refuses("cash_limit", "pay", "r8", "--cash-fen", 38_000)
        assert "1558 元，上限 1500 元（六(二)第1段）" in said and "没有收款" in said and "第二个人" in said
        # A card is no cash, and who owes nothing pays nothing.
        wang.says("pay", "r5", "--cash-fen", 0)
        wang.refuses("second_is_operator", "pay", "r8", "--cash-fen", 38_000, "--second", CLERK)
        wang.says("pay", "r8", "--cash-fen", 38_000, "--second", OTHER)
        assert "1558 元" in wang.says("remit", "list")
        # It was for this family; the next one is refused again.
        wang.refuses("cash_limit", "pay", "r9", "--cash-fen", 38_000)
        wang.says("pay", "r9", "--pos", "--terminal", "T1", "--reference", "202311150001")
        with made.place.desk(CLERK) as desk:
            ((what, second, reason, by),) = desk.db.conn.execute("SELECT what, second, reason, by FROM overrides")
        assert (what, second, by) == ("limit", OTHER, CLERK) and "上限 1500 元" in reason

        # Closed and paid in, cash is taken again.
        assert wang.counts_and_closes(175_800)["clean"] is True
        wang.says("remit", "add", "JK1", "--fen", 155_800, "--on", "2023-11-15", "--bank", "农商行建平支行")
        assert wang.says("remit", "list") == "现金都已解缴。\n"


def test_cash_kept_too_long_is_refused_too():
    with here(forms=False, limits=True) as made:
        wang = At(made.place, CLERK)
        wang.says("day", "open", "--float-fen", 0)
        wang.says("pay", "r1", "r3", "--cash-fen", 76_000)
        assert wang.counts_and_closes(76_000)["clean"] is True
        # The last of the two days is inside.
        made.place.now = "2023-11-17T09:00:00"
        wang.says("day", "open", "--float-fen", 0)
        wang.says("pay", "r4", "--cash-fen", 38_000)
        made.place.now = "2023-11-18T09:00:00"
        said = wang.refuses("cash_limit", "pay", "r2", "--cash-fen", 3_800)
        assert "2023-11-15 收的现金最迟 2023-11-17 解缴" in said
