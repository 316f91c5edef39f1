"""A generator that counts hands out ids one apart: neither order may touch what the other recorded."""

from tests.factories import Place


def test_the_next_id_is_another_payment(counter: Place):
    family = counter.json("pay", "r1", "r3", "--cash-fen", 76_000, "--id", "01HF9ZZZZZZZZZZZZZZZZZZZA0")
    neighbour = counter.json("pay", "r4", "--cash-fen", 38_000, "--id", "01HF9ZZZZZZZZZZZZZZZZZZZA1")

    ids = [paid["payment"] for paid in (*family["payments"], *neighbour["payments"])]
    assert len(set(ids)) == 3
    again = counter.json("pay", "r1", "r3", "--cash-fen", 76_000, "--id", "01HF9ZZZZZZZZZZZZZZZZZZZA0")
    assert again == family
    assert [counter.json("find", name)[0]["status"] for name in ("曾广福", "曾建国", "曾䶮")] == ["paid"] * 3


def test_the_last_id_there_is(counter: Place):
    paid = counter.json("pay", "r1", "r3", "--cash-fen", 76_000, "--id", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    assert len({one["payment"] for one in paid["payments"]}) == 2
