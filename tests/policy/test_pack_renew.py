"""`pack new`: next year's pack from this year's, and everything in it that must be looked at again."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.packs import edit
from app.packs.confirm import Answer, settle
from app.packs.reading import load_bytes, parse
from app.packs.renew import later_year, renew
from app.packs.sources import find
from tests.factories import run_here, sentence_of
from tests.facts import PACKS
from tests.policy.edited import PACK, changed, own_copy


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        (date(2023, 12, 31), 1, date(2024, 12, 31)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2023, 2, 28), 1, date(2024, 2, 29)),
        (date(2024, 2, 28), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2025, 1, 1), -1, date(2024, 1, 1)),
    ],
)
def test_a_day_in_another_year(day: date, years: int, moved: date) -> None:
    assert later_year(day, years) == moved


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_pack_can_be_renewed_and_nothing_in_it_is_settled(pack_id: str) -> None:
    old = packs.load(pack_id)
    year = old.benefit_year + 1
    made = renew(find(pack_id), year=year, id=f"x-{year}")
    new = load_bytes(made.data, "new")
    assert (new.id, new.benefit_year, new.status, new.copied_from) == (f"x-{year}", year, "draft", pack_id)
    assert new.benefit.starts == old.benefit.starts.replace(year=year)
    prices = (new.prices.individual, new.prices.full, new.prices.fiscal)
    assert not any(price.confirmed for price in prices if price)
    assert (new.notice.title, new.notice.number, new.notice.issued_on, new.notice.bases) == ("", None, None, ())
    assert [
        window.closes.year - before.closes.year for window, before in zip(new.windows, old.windows, strict=True)
    ] == [1 for _ in old.windows]
    places = {each.place for each in made.reviews}
    assert {"notice", "prices.individual", "channel", "remittance", "benefit"} <= places
    assert {f"window.{each.id}" for each in old.windows} <= places
    assert {f"category.{each.name}.subsidy" for each in old.categories} <= places
    assert {f"question.{each.id}" for each in old.open_questions} <= places
    assert len(places) == len(made.reviews)


def test_each_thing_to_look_at_is_named_with_its_line() -> None:
    made = renew(find(PACK), year=2025)
    lines = made.data.decode().splitlines()
    at = {each.place: lines[each.line - 1] for each in made.reviews}
    assert at["prices.individual"] == "[prices.individual]"
    assert at["recognition.base"].startswith("base = 2024-08-31")
    assert at["category.低保对象.subsidy"] == "subsidy = 342"
    assert at["channel"] == "[[channel]]"
    assert not [each for each in made.reviews if each.line <= 1]
    _, found = parse(made.data, "new")
    assert not [each for each in found if each.severe or "找不到" in each.problem]


def test_comments_and_clauses_are_kept() -> None:
    old, new = packs.pack_bytes(PACK).decode(), renew(find(PACK), year=2025).data.decode()
    comments = re.findall(r"#.*", old)
    assert comments
    assert all(comment in new for comment in comments)
    assert re.findall(r"^clause = .*", old, re.MULTILINE) == re.findall(r"^clause = .*", new, re.MULTILINE)
    assert "待遇从哪一天起" in new
    assert "2025年1月1日" in new, "years in the pack's own words move too"


def test_month_s_end_stays_month_s_end() -> None:
    (window,) = [
        each for each in load_bytes(renew(find("suixian-2023"), year=2024).data, "x").windows if each.closes.month == 2
    ]
    assert window.closes == date(2024, 2, 29)


def test_answers_of_last_year_are_asked_again(tmp_path: Path) -> None:
    file = own_copy(tmp_path)
    told = Answer(question="remittance", answer="三日内", by="县税务局", on=date(2024, 3, 1), source="函1号")
    file.write_bytes(settle(find(file), answer=told, sets=["remittance.within_days=3"]).data)
    new = load_bytes(renew(find(file), year=2025).data, "new")
    assert new.confirmed == ()
    asked = new.question_of["remittance"]
    assert "三日内" in asked.default and "函1号" in asked.default and "2024-03-01" in asked.default
    assert "question.remittance" in {each.place for each in new.reviews}
    assert new.remittance.within_days == 3
    assert (new.remittance.silent, new.remittance.question) == (True, "remittance")


def test_what_was_never_looked_at_is_not_forgotten(tmp_path: Path) -> None:
    left = {"review": [{"place": "scope.local", "text": "问过公安没有"}, {"place": "scope.gone", "text": "a"}]}
    file = own_copy(tmp_path, changed("status=draft", add=left))
    places = [each.place for each in renew(find(file), year=2025).reviews]
    assert places.count("scope.local") == 1
    assert "scope.gone" not in places


def test_the_copy_cannot_be_final_while_something_is_left() -> None:
    document = edit.read(renew(find(PACK), year=2025).data)
    edit.set_value(document, "status", "final")
    _, found = parse(edit.written(document), "new")
    severe = [each for each in found if each.severe]
    assert len(severe) > 20
    with pytest.raises(WrongUse):
        load_bytes(edit.written(document), "new")


@pytest.mark.parametrize("id", ["郎溪-2025", "Langxi-2025", "a/b", "../x", "-x", "x-", "a b"])
def test_an_id_that_could_be_a_path_or_a_sentence(id: str) -> None:
    with pytest.raises(WrongUse) as caught:
        renew(find(PACK), year=2025, id=id)
    assert caught.value.code == "pack_id_invalid"


def test_the_command_writes_one_file_and_never_over_another(tmp_path: Path) -> None:
    words = ("pack", "new", "--from", PACK, "--year", 2025, "--out", tmp_path)
    made = run_here(*words, "--json")
    assert made.code == 0, made.err
    file = tmp_path / "langxi-2025" / "pack.toml"
    assert made.json["file"] == str(file)
    assert [each.name for each in file.parent.iterdir()] == ["pack.toml"], "the old cases prove the old rules"
    assert len(made.json["reviews"]) == len(tomllib.loads(file.read_text(encoding="utf-8"))["review"])
    before = file.read_bytes()
    again = run_here(*words)
    assert (again.code, again.out) == (2, "")
    sentence_of(again.err, "pack_exists")
    assert file.read_bytes() == before
    other = run_here("pack", "new", "--from", file, "--year", 2026, "--out", tmp_path / "other.toml")
    assert other.code == 0
    assert "样例没有复制" in other.out
    assert tomllib.loads((tmp_path / "other.toml").read_text(encoding="utf-8"))["id"] == "langxi-2026"


def test_the_same_year_needs_an_id_of_its_own(tmp_path: Path) -> None:
    same = run_here("pack", "new", "--from", PACK, "--year", 2024, "--out", tmp_path)
    assert same.code == 2
    sentence_of(same.err, "pack_id_same")
    own = run_here("pack", "new", "--from", PACK, "--year", 2024, "--id", "other-2024", "--out", tmp_path, "--json")
    assert own.code == 0
    assert json.loads(own.out)["id"] == "other-2024"
    unknown = run_here("pack", "new", "--from", "nowhere", "--year", 2024)
    assert unknown.code == 2
    sentence_of(unknown.err, "pack_unknown")


def test_for_the_same_year_nothing_was_moved(tmp_path: Path) -> None:
    told = run_here("pack", "new", "--from", PACK, "--year", 2024, "--id", "other-2024", "--out", tmp_path)
    assert "顺延" not in told.out
    assert "年度相同，日期没有动" in told.out and "保障周期现为 2024-01-01 至 2024-12-31" in told.out
    moved = run_here("pack", "new", "--from", PACK, "--year", 2025, "--out", tmp_path)
    assert "日期已按年度顺延" in moved.out and "保障周期顺延为 2025-01-01" in moved.out


@pytest.mark.parametrize("pack_id", PACKS)
def test_what_to_look_at_stands_in_the_order_of_the_file(pack_id: str) -> None:
    lines = [each.line for each in renew(find(pack_id), year=2030).reviews]
    assert lines == sorted(lines)
