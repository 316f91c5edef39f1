"""An auditor picks a receipt: from the sum back to the clause, the list it rests on, the record and the county."""

import hashlib

from app.packs import library
from app.store import journal
from tests.factories import Place


def test_from_the_receipt_to_the_clause_and_the_record(counter: Place):
    paid = counter.json("pay", "r2", "--cash-fen", 3_800)
    (number,) = [each["receipt"] for each in paid["payments"]]
    told = counter.json("explain", number)

    assert told["assessment"]["headline"] == "低保对象：标准 380 元，资助 342 元，个人缴 38 元（三(二)2）"
    won = next(step for step in told["assessment"]["steps"] if step["effect"]["kind"] == "subsidy")
    assert (won["clause"], won["effect"]["fen"]) == ("三(二)2", 34_200)
    assert told["facts"]["categories"] == [{"name": "低保对象", "recognised_on": "2022-01-01", "removed_on": None}]
    assert told["pack_hash"] == hashlib.sha256(library.pack_bytes("langxi-2024")).hexdigest()
    with counter.desk() as desk:
        line = next(line for seq, line, _ in journal.lines(desk.db, desk.journal) if seq == told["seq"])
    assert told["hash"] == hashlib.sha256(line).hexdigest()
    assert (told["state"], told["sync_state"]) == ("active", "unsent")


def test_a_void_stays_explained(counter: Place):
    (taken,) = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"]
    counter.says("void", taken["payment"], "--reason", "交错人")
    assert counter.json("explain", taken["receipt"])["state"] == "void"


def test_a_number_nobody_issued_is_refused(counter: Place):
    counter.refuses("receipt_unknown", "explain", "3418211000002410000999")


def test_on_the_screen_it_reads_like_a_clerk(counter: Place):
    (taken,) = counter.json("pay", "r2", "--cash-fen", 3_800)["payments"]
    said = counter("explain", taken["receipt"]).out
    assert "单秀英：低保对象：标准 380 元" in said
    assert "县民政局认定，城乡医疗救助资金出资" in said
    assert "有效，未报" in said
