"""曾广福 died in December, after paying. 郎溪 gives back what was paid before 1 January: the county does, on paper."""

import pytest

from tests.factories import Place

RECEIPT = "3418211002012410000001"
ASK = ("refund", "request", RECEIPT, "--reason", "自然减员", "--evidence", "死亡证明 皖郎 0231 号")


@pytest.fixture
def december(counter: Place) -> Place:
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    counter.now = "2023-12-20T09:00:00"
    counter.says("day", "open", "--float-fen", 20_000)
    return counter


def test_the_village_asks_and_pays_nothing(december: Place):
    assert "日期" in december.refuses("refund_day_needed", *ASK)
    assert "还没有到" in december.refuses("refund_day_ahead", *ASK, "--on", "2023-12-21")
    done = december.json(*ASK, "--on", "2023-12-18", "--contact", "单秀英 13800001231")
    assert (done["amount_fen"], done["decision"], done["state"]) == (38_000, "refund", "requested")
    said = december.refuses("void_after_close", "void", RECEIPT, "--reason", "退钱")
    assert "也不能从抽屉退钱" in said
    december.refuses("refund_pending", *ASK, "--on", "2023-12-18")
    # Nothing left the drawer, and what was taken is still to be paid in.
    december.says("day", "count", "--fen", 20_000)
    assert december.json("day", "close")["clean"] is True
    assert december.json("remit", "list")[0]["taken_fen"] == 38_000


def test_after_new_year_it_is_the_countys_to_say(december: Place):
    december.now = "2024-01-10T09:00:00"
    told = december("pack", "ask", "langxi-2024", "refund", "reason=自然减员", "on=2024-01-03", "--json").json
    wanted = told[0]["decision"] if isinstance(told, list) else told["decision"]
    if wanted == "refuse":
        december.refuses("refund_refused", *ASK, "--on", "2024-01-03")
    else:
        assert december.json(*ASK, "--on", "2024-01-03")["decision"] == wanted


def test_what_the_notice_refuses_is_refused_with_its_clause(december: Place):
    asked = ("refund", "request", RECEIPT, "--reason", "中途退保", "--evidence", "本人申请")
    assert "三(一)" in december.refuses("refund_refused", *asked)
    december.refuses("evidence_missing", *asked[:4], "自然减员", "--evidence", " ", exit_code=2)
    # What nobody paid is not given back.
    december.says("pay", "r5", "--cash-fen", 0)
    zero = ("refund", "request", "3418211002012490000001", "--reason", "错误缴费", "--evidence", "凭据")
    with december.desk() as desk:
        ((number,),) = desk.db.conn.execute("SELECT receipt FROM receipts WHERE kind = 'zero'")
    december.refuses("nothing_to_refund", *zero[:2], number, *zero[3:])
