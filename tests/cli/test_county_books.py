"""The county's books by their verbs: lists, cases, the accounts as JSON, sheet and page."""

from pathlib import Path

from tests.county.books import TAX, sheet
from tests.factories import CODE, Place


def sent(counter: Place, stick: Path) -> str:
    return str(counter.json("export", stick)["file"])


def test_from_a_list_to_a_decision(counter: Place, pinned: Place, stick: Path) -> None:
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.says("county", "receive", sent(counter, stick))
    with counter.desk() as desk:
        (row,) = desk.db.query("SELECT person FROM payments")
    document = row["person"].partition(":")[2]
    rows = [["V1", document, "2024", "缴费", "2023-11-16", "", "380"], ["V2", document, "2024", "", "", "", "380"]]
    file = sheet(stick / "税务.csv", TAX, *rows)
    taken = pinned.json("county", "list", file, "--kind", "tax")
    assert (taken["kind"], taken["read"], taken["taken"], taken["rejected"], taken["known"]) == ("tax", 2, 2, 0, False)
    assert "什么也没有变" in pinned.says("county", "list", file, "--kind", "tax")

    (case,) = pinned.json("county", "case", "list")
    assert (case["kind"], case["state"], case["point"]) == ("online_and_cash", "open", CODE)
    decided = pinned.json(
        "county", "case", "decide", case["case"], "--decision", "refund_other", "--note", "退网上一笔"
    )
    assert (decided["state"], decided["decision"], decided["note"]) == ("decided", "refund_other", "退网上一笔")
    assert pinned.says("county", "case", "list").strip() == "没有这样的问题单。"
    assert case["case"] in pinned.says("county", "case", "list", "--state", "all")
    pinned.refuses("case_note", "county", "case", "decide", case["case"], "--decision", "keep", exit_code=2)


def test_the_accounts_as_sheet_and_page(counter: Place, pinned: Place, stick: Path) -> None:
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.says("county", "receive", sent(counter, stick))
    towns = sheet(stick / "乡镇.csv", "代码 名称 目标", [CODE[:9], "建平镇", "10"])
    assert pinned.json("county", "towns", towns)["taken"] == 1
    files = ("--xlsx", stick / "对账.xlsx", "--html", stick / "对账.html")
    found = pinned.json("county", "reconcile", *files)
    assert list(found) == [
        "people", "active_payments", "total_fen", "conflicts", "gaps", "silent_points", "points", "forks",
        "quarantined",
        "money", "days", "timeline", "slips", "tax", "differences", "case_counts", "cases", "subsidies", "towns",
        "lists",
    ]  # fmt: skip
    assert found["money"] == {"taken_fen": 38_000, "held_fen": 38_000, "on_way_fen": 0, "arrived_fen": 0}
    assert [(town["name"], town["people"], town["permille"]) for town in found["towns"]] == [("建平镇", 1, 100)]
    assert (stick / "对账.xlsx").read_bytes().startswith(b"PK")
    assert "建平镇" in (stick / "对账.html").read_text(encoding="utf-8")
    assert "已收 380.00 元：未上解 380.00 元" in pinned.says("county", "reconcile")


def test_lists_that_are_none(pinned: Place, stick: Path) -> None:
    file = sheet(stick / "a.csv", "甲 乙", ["1", "2"])
    pinned.refuses("list_no_header", "county", "list", file, "--kind", "tax")
    pinned.refuses("sheet_missing", "county", "list", stick / "none.csv", "--kind", "tax")
    pinned.refuses("list_kind", "county", "list", file, "--kind", "roster", exit_code=2)
