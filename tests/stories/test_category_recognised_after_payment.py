"""曾建国 paid 380 in November; in December the list of 低保 has his name. The county settles it, no drawer."""

from tests.factories import Place


def test_the_clerk_asks_and_gives_nothing_back(counter: Place):
    counter.says("pay", "r3", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    counter.says("day", "open", "--float-fen", 20_000)

    ask = ("ask-county", "r3", "--kind", "category_later")
    counter.refuses("category_unknown_here", *ask, "--category", "贫困户", "--evidence", "低保证 0123")
    counter.refuses("evidence_missing", *ask, "--evidence", " ", exit_code=2)
    asked = counter.json(*ask, "--category", "低保对象", "--evidence", "低保证 0123，2023-12-01 认定")
    assert (asked["receipt"], asked["state"]) == ("3418211002012410000001", "requested")

    # A reversal in favour of himself is no way to the difference.
    said = counter.refuses("carry_same", "reverse", "3418211002012410000001", "--reason", "低保", "--to", "r3")
    assert "请县里核对" in said and "由县里处理差额" in said
    counter.says("day", "count", "--fen", 20_000)
    assert counter.json("day", "close")["clean"] is True


def test_a_question_of_a_renewed_journal_is_its_own(counter: Place):
    """The new journal counts from 1 again, so its questions meet the numbers of the old one's."""
    first = counter.json("ask-county", "r3", "--kind", "other", "--evidence", "第一件")
    (counter.folder / "journal.key").unlink()
    asked = [counter.json("ask-county", "r1", "--kind", "other", "--evidence", f"第{n}件") for n in range(first["seq"])]
    assert first["seq"] in [each["seq"] for each in asked]
    assert [(each["name"], each["evidence"]) for each in asked] == [("曾广福", f"第{n}件") for n in range(first["seq"])]
