"""A grandfather pays for the four of his household and hands over six hundred-yuan notes too many."""

from app.domain.money import upper
from tests.factories import Place, family


def test_a_family_pays_cash(counter: Place, tmp_path):
    # The clerk types initials; all four answer to the household's number.
    assert [hit["name"] for hit in counter.json("find", "zgf")] == ["曾广福"]
    home = counter.json("find", "0001")
    assert [hit["resident"] for hit in home] == ["r1", "r2", "r3", "r4"]
    assert {hit["status"] for hit in home} == {"unpaid"}

    # What is due, and why, in words to read aloud.
    said = counter.says("due", "r2")
    assert said.startswith("单秀英：低保对象：标准 380 元，资助 342 元，个人缴 38 元（三(二)2）")
    assert "待遇自 2024-01-01 至 2024-12-31" in said

    # 380 + 38 + 380 + 380 = 1178 yuan out of 1200.
    said = counter.says("pay", "r1", "r2", "r3", "r4", "--cash-fen", 120_000)
    assert said.splitlines()[-1] == "合计 1178.00 元，找零 22.00 元"
    assert said.count("凭据") == 4

    # On the books: four payments, one receipt each, numbered without a gap.
    assert {hit["status"] for hit in counter.json("find", "0001")} == {"paid"}
    paid = counter.json("due", "r1")
    assert (paid["outcome"], paid["due_fen"]) == ("refuse_duplicate", None)

    # A receipt for each; the first print is the original.
    for serial in range(1, 5):
        number = f"34182110020124100000{serial:02d}"
        pdf = tmp_path / f"{serial}.pdf"
        assert counter.json("receipt", number, "--pdf", pdf) == {"receipt": number, "copy": 0, "file": str(pdf)}
        assert pdf.read_bytes().startswith(b"%PDF")
    assert "补打 1" in counter.says("receipt", "3418211002012410000002", "--pdf", tmp_path / "again.pdf")
    assert "补打 2" in counter.says("receipt", "3418211002012410000002", "--pdf", tmp_path / "again.pdf")
    assert upper(3_800) == "叁拾捌元整"

    # The drawer: 200 float and 1178 taken.
    counter.says("day", "count", "--fen", 137_800, "--notes", "100x13,50x1,20x1,5x1,1x3")
    closed = counter.json("day", "close")
    figures = {
        name: closed[name] for name in ("expected_fen", "difference_fen", "people", "receipts", "records", "clean")
    }
    expected = {"expected_fen": 137_800, "difference_fen": 0, "people": 4, "receipts": 4, "records": 4, "clean": True}
    assert figures == expected
    assert closed["unprinted"] == []

    verified = counter.json("verify")
    # Opened, roster, day, four payments, six prints, a count, a close.
    assert (verified["ok"], verified["entries"]) == (True, 15)


def test_one_paid_short_stops_the_whole_family(counter: Place):
    said = counter.refuses("cash_short", "pay", "r1", "r2", "--cash-fen", 41_000)
    assert "合计 418 元，还差 8 元" in said
    assert {hit["status"] for hit in counter.json("find", "0001")} == {"unpaid"}
    # The number was not used up.
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)
    assert paid["payments"][0]["receipt"] == "3418211002012410000001"


def test_one_who_cannot_pay_stops_the_whole_family(counter: Place):
    said = counter.refuses("outcome_refuse", "pay", "r1", "r7", "--cash-fen", 76_000)
    assert said.startswith("区志强 按规定不能收款")
    assert counter.json("find", "曾广福")[0]["status"] == "unpaid"


def test_nobody_is_charged_twice_in_one_payment(counter: Place):
    counter.refuses("person_twice", "pay", "r1", "r1", "--cash-fen", 76_000, exit_code=2)
    number = family()[0].document_number
    assert counter.json("find", number)[0]["resident"] == "r1"
    counter.refuses("person_twice", "pay", "r1", number, "--cash-fen", 76_000, exit_code=2)
