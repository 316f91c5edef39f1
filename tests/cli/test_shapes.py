"""Every command of design §5 with --json: exactly these names, these types, these exit codes. Other programs rely
on it."""

import json
from pathlib import Path
from typing import Any

from app.desk import ids
from app.packs import library
from tests.factories import CLERK, CODE, NAME, PACK, Place, roster_csv, run_here, sentence_of, village


def names_of(value: dict[str, Any], names: str) -> None:
    """The value has these names first and in this order; more may follow only where the design says so."""
    assert list(value)[: len(names.split())] == names.split()


def exactly(value: dict[str, Any], names: str) -> dict[str, Any]:
    assert sorted(value) == sorted(names.split())
    return value


def test_roster_import(point: Place, tmp_path: Path):
    file = roster_csv(tmp_path / "名册.csv", village())
    done = point.json("roster", "import", file)
    names_of(done, "read added changed rejected rejects_file")
    assert [done[n] for n in ("read", "added", "changed", "rejected", "rejects_file")] == [9, 9, 0, 0, None]
    again = point.json("roster", "import", file)
    assert [again[n] for n in ("read", "added", "changed", "rejected", "rejects_file")] == [9, 0, 0, 0, None]


def test_find(counter: Place):
    (hit,) = counter.json("find", "zgf")
    exactly(hit, "resident name id_masked household group status")
    assert hit == {
        "resident": "r1", "name": "曾广福", "id_masked": hit["id_masked"], "household": "0001", "group": "一组",
        "status": "unpaid",
    }  # fmt: skip
    assert hit["id_masked"].startswith("341821********") and len(hit["id_masked"]) == 18
    assert counter.json("find", "没有这个人") == []
    assert len(counter.json("find", "3418", "--limit", 2)) == 2
    assert "没有找到" in counter.says("find", "没有这个人")


def test_find_says_how_each_stands(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    standing = {hit["name"]: hit["status"] for hit in counter.json("find", "3418")}
    assert standing["曾广福"] == "paid"
    assert {standing[name] for name in ("单秀英", "曾䶮")} == {"unpaid"}
    assert (standing["仇长生"], standing["查新民"], standing["区志强"]) == ("zero", "refer", "refused")


ASSESSMENT = (
    "outcome eligible due_fen subsidy_fen category benefit_start benefit_end waiting retroactive_from questions steps"
)


def test_due(counter: Place):
    found = counter.json("due", "r2")
    names_of(found, ASSESSMENT)
    assert (found["outcome"], found["eligible"]) == ("collect", True)
    assert (found["due_fen"], found["subsidy_fen"], found["category"]) == (3_800, 34_200, "低保对象")
    assert (found["benefit_start"], found["benefit_end"], found["waiting"]) == ("2024-01-01", "2024-12-31", "0")
    for step in found["steps"]:
        names_of(step, "clause text effect")
        exactly(step["effect"], "kind fen")
        assert step["effect"]["kind"] in ("price", "subsidy", "loses", "window", "period", "refuse", "ask")
    (asked,) = counter.json("due", "r6")["questions"]
    exactly(asked, "id text default")


def test_due_and_pay_by_document_number(counter: Place):
    number = village()[0].document_number
    assert counter.json("due", number) == counter.json("due", "r1")
    assert counter.json("pay", number, "--cash-fen", 38_000)["payments"][0]["resident"] == "r1"


def test_pay(counter: Place):
    done = counter.json("pay", "r1", "r2", "--cash-fen", 50_000)
    names_of(done, "payments total_fen change_fen")
    assert (done["total_fen"], done["change_fen"]) == (41_800, 8_200)
    for payment, (resident, due) in zip(done["payments"], [("r1", 38_000), ("r2", 3_800)], strict=True):
        exactly(payment, "payment resident receipt due_fen")
        assert (payment["resident"], payment["due_fen"]) == (resident, due)
        assert ids.parse(payment["payment"]) == payment["payment"]
        assert len(payment["receipt"]) == 22 and payment["receipt"].isdigit()


def test_day(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    assert counter.json("day", "count", "--fen", 58_000) == {"day": 1, "counted_fen": 58_000}
    closed = counter.json("day", "close")
    assert {"expected_fen", "counted_fen", "difference_fen", "clean", "reason", "unprinted"} <= set(closed)
    counter.now = "2023-11-16T09:00:00"
    opened = counter.json("day", "open", "--float-fen", 10_000)
    assert opened == {"day": 2, "date": "2023-11-16", "float_fen": 10_000}


def test_receipt_and_void(counter: Place, tmp_path: Path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    pdf = tmp_path / "凭据 1.pdf"
    printed = counter.json("receipt", paid["receipt"], "--pdf", pdf)
    assert printed == {"receipt": paid["receipt"], "copy": 0, "file": str(pdf)}
    counter.refuses("receipt_unknown", "receipt", "9" * 22, "--pdf", pdf)
    counter.refuses("cannot_write", "receipt", paid["receipt"], "--pdf", tmp_path / "no such folder" / "1.pdf")
    voided = counter.json("void", paid["payment"], "--reason", "重复")
    assert (voided["payment"], voided["receipt"]) == (paid["payment"], paid["receipt"])


def test_export_import_and_verify(counter: Place, pinned: Place, stick: Path):
    sent = counter.json("export", stick)
    exactly(sent, "file entries first_seq last_seq sha256")
    assert Path(sent["file"]).parent == stick and len(sent["sha256"]) == 64
    pinned.json("county", "receive", sent["file"])
    (reply,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    exactly(counter.json("import", reply), "acknowledged_to rejected roster packs")
    verified = exactly(counter.json("verify"), "ok entries head")
    assert verified["ok"] is True and verified["entries"] == 3 and len(verified["head"]) == 64


def test_county(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    sent = counter.json("export", stick)["file"]
    torn = stick / "torn.cunjiao"
    torn.write_bytes(Path(sent).read_bytes()[:100])
    answer = pinned("county", "receive", sent, torn, "--json")
    assert answer.code == 1
    exactly(answer.json, "files accepted duplicate waiting quarantined rejected conflicts")
    exactly(answer.json["rejected"][0], "file code message")
    summed = pinned.json("county", "reconcile", "--xlsx", stick / "汇总.xlsx")
    names_of(summed, "people active_payments total_fen conflicts gaps silent_points")
    assert (summed["people"], summed["active_payments"], summed["total_fen"]) == (1, 1, 38_000)
    assert (stick / "汇总.xlsx").read_bytes().startswith(b"PK")
    pinned.refuses("point_unknown", "county", "reply", "--point", "341821999999", stick)


def test_point_create_and_request(tmp_path: Path):
    place = Place(tmp_path / "point")
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK, "--practice")
    first = place.json(*made, "--device", 3, "--recovery-sheet", tmp_path / "恢复单.pdf")
    assert {"point", "name", "fingerprint", "recovery"} <= set(first)
    assert (tmp_path / "恢复单.pdf").read_bytes().startswith(b"%PDF")
    place.refuses("folder_taken", *made)
    request = json.loads(Path(place.json("point", "request", tmp_path / "r.json")["file"]).read_text())
    assert (request["request"]["device"], request["request"]["point"]) == (3, CODE)


def test_assess_needs_no_folder_and_no_passphrase(tmp_path: Path):
    facts = [
        {"hukou": "local", "categories": [], "enrolment": "ordinary", "last_year": "insured", "other_cover": None,
         "birth_date": "1980-01-01", "paid_on": "2023-11-15"},
        {},
    ]  # fmt: skip
    for stdin in (json.dumps(facts), json.dumps(facts, ensure_ascii=False).encode("utf-8-sig")):
        answer = run_here(
            "assess", "--pack", PACK, "--json", "--data", tmp_path / "nowhere", stdin=stdin,
            environment={"CUNJIAO_NOW": "not a time"},
        )  # fmt: skip
        assert (answer.code, answer.err) == (0, "")
        first, unknown = answer.json
        names_of(first, ASSESSMENT)
        assert (first["outcome"], first["due_fen"]) == ("collect", 38_000)
        assert unknown["outcome"] == "refer"
    assert run_here("assess", "--pack", PACK, stdin="[]").json == []
    assert not (tmp_path / "nowhere").exists()


def test_assess_says_who_and_what_is_wrong():
    for stdin, word in (("{", "JSON"), ("{}", "数组"), ('[{"hukou": "moon"}]', "第 1 人"), (b"\xff\xfe", "JSON")):
        answer = run_here("assess", "--pack", PACK, stdin=stdin)
        assert (answer.code, answer.out) == (2, "")
        assert word in answer.err and answer.err.endswith("（facts_invalid）\n")
    assert run_here("assess", "--pack", "nowhere-1999", stdin="[]").err.endswith("（pack_unknown）\n")


def test_packs():
    listed = run_here("pack", "list", "--json").json
    assert [pack["id"] for pack in listed] == [
        "langxi-2024", "national-2025", "suixian-2023", "xingguo-2024", "yixian-2024",
    ]  # fmt: skip
    assert {pack["status"] for pack in listed} == {"final", "draft"}
    shown = run_here("pack", "show", PACK)
    assert shown.code == 0 and "三(二)2" in shown.out
    checked = run_here("pack", "check", "resources/policy/langxi-2024/pack.toml", "--json")
    assert (checked.code, checked.json["ok"]) == (0, True)


def test_pack_check_ends_with_1_for_a_bad_pack(tmp_path: Path):
    text = Path("resources/policy/langxi-2024/pack.toml").read_text(encoding="utf-8")
    bad = tmp_path / "pack.toml"
    bad.write_text(text + "\n[unknown]\nkey = 1\n", encoding="utf-8")
    answer = run_here("pack", "check", bad)
    assert answer.code in (1, 2) and "unknown" in answer.out + answer.err
    assert run_here("pack", "check", tmp_path / "missing.toml").code == 2


def test_demo_roster_goes_through_import(point: Place, tmp_path: Path):
    file = tmp_path / "demo.xlsx"
    made = run_here("demo-roster", file, "--people", 200, "--seed", 7)
    assert made.code == 0
    done = point.json("roster", "import", file)
    assert (done["read"], done["added"], done["rejected"]) == (200, 200, 0)
    same = tmp_path / "same.csv"
    run_here("demo-roster", same, "--people", 50, "--seed", 7)
    again = tmp_path / "again.csv"
    run_here("demo-roster", again, "--people", 50, "--seed", 7)
    assert same.read_bytes() == again.read_bytes()


def test_demo_roster_of_a_pack_that_is_only_a_file(tmp_path: Path):
    """An official's own pack: the people are of its county, not of one of the program's."""
    file, roster = tmp_path / "pack.toml", tmp_path / "own.csv"
    text = library.pack_bytes(PACK).decode()
    file.write_text(text.replace('code = "341821"', 'code = "349901"', 1), encoding="utf-8")
    assert run_here("demo-roster", roster, "--people", 50, "--pack", file).code == 0
    assert "349901" in roster.read_text(encoding="utf-8-sig")
    unknown = run_here("demo-roster", roster, "--people", 50, "--pack", tmp_path / "none.toml")
    assert unknown.code == 2
    sentence_of(unknown.err, "pack_missing")
