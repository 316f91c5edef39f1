"""The wrong brother was paid for: voided with a reason, the money given back, the number spent; then the right one."""

from tests.factories import Place


def test_void_and_pay_again(counter: Place):
    wrong = counter.json("pay", "r3", "--cash-fen", 40_000)["payments"][0]
    said = counter.says("void", wrong["payment"], "--reason", "缴错人，应为曾广福")
    assert said == f"凭据 {wrong['receipt']} 已作废，应退现金 380.00 元。\n"
    assert counter.json("find", "曾建国")[0]["status"] == "unpaid"

    # The number is not used again, neither by another nor by himself.
    right = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    again = counter.json("pay", "r3", "--cash-fen", 38_000)["payments"][0]
    numbers = [payment["receipt"][-6:] for payment in (wrong, right, again)]
    assert numbers == ["000001", "000002", "000003"]
    assert again["payment"] != wrong["payment"]

    # The drawer is expected to hold the float and two payments.
    counter.says("day", "count", "--fen", 96_000)
    closed = counter.json("day", "close")
    assert (closed["expected_fen"], closed["people"], closed["receipts"], closed["records"]) == (96_000, 2, 2, 2)
    assert closed["clean"] is True


def test_a_void_can_name_the_receipt(counter: Place, tmp_path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    assert counter.json("void", paid["receipt"], "--reason", "重复")["payment"] == paid["payment"]
    # What was void stays void, and its paper can still be printed, marked.
    counter.refuses("already_void", "void", paid["receipt"], "--reason", "重复")
    assert counter.json("receipt", paid["receipt"], "--pdf", tmp_path / "void.pdf")["copy"] == 0


def test_after_the_close_only_a_refund_request_is_left(counter: Place):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    said = counter.refuses("void_after_close", "void", paid["payment"], "--reason", "重复")
    assert "退费申请" in said
    assert counter.json("find", "曾广福")[0]["status"] == "paid"
    # Not on the next day either.
    counter.now = "2023-11-16T09:00:00"
    counter.says("day", "open", "--float-fen", 0)
    counter.refuses("void_after_close", "void", paid["payment"], "--reason", "重复")


def test_a_void_needs_a_reason_and_a_payment(counter: Place):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    counter.refuses("reason_missing", "void", paid["payment"], "--reason", "  ", exit_code=2)
    counter.refuses("payment_unknown", "void", "01HF7YAT00000000000000000Z", "--reason", "重复")
    assert counter.json("find", "曾广福")[0]["status"] == "paid"


def test_the_command_of_a_voided_payment_does_not_pay_again(counter: Place):
    """A script that sends its order once more gets the stored answer; that the payment is void is the counter's to
    say."""
    order = ("pay", "r1", "--cash-fen", 38_000, "--id", "01HF7YAT00000000000000000A")
    paid = counter.json(*order)
    counter.says("void", paid["payments"][0]["payment"], "--reason", "重复")
    assert counter.json(*order) == paid
    assert counter.json("find", "曾广福")[0]["status"] == "unpaid"
