"""The reports about people: who is insured, who is not, and what a village may hang up about it."""

import shutil

import pytest

from app.desk.desk import Desk
from app.desk.open_point import create_point, point_of
from app.desk.reports.board import board, show_names
from app.desk.reports.catalogue import REPORTS, made
from app.desk.reports.progress import progress
from app.desk.reports.register import register
from app.desk.reports.summary import summary
from app.desk.reports.unpaid import unpaid
from app.domain import journal as entry
from app.domain.listing import Listing, shown
from app.store import database, journal
from tests.factories import CLERK, ON, PASSPHRASE, Hands, Place, enter, family, village, villager
from tests.season import receipt


def words(listing: Listing) -> str:
    """Everything that can be read on a report."""
    cells = (
        shown(cell, column.kind) for row in listing.lines for cell, column in zip(row, listing.columns, strict=True)
    )
    headings = (column.heading for column in listing.columns)
    return " ".join((listing.title, *listing.subtitle, *listing.notes, *headings, *cells))


def test_the_register_has_everyone_whose_payment_stands(season: Desk):
    found = register(season)
    assert found.column("name") == ["曾䶮", "曾广福", "解小燕", "欧阳修远", "仇长生"]
    assert (found.total("price"), found.total("subsidy"), found.total("due")) == (190_000, 38_000, 152_000)
    # The county asks for the number itself.
    assert found.column("id")[1] == family()[0].document_number
    # The paper receipt counts for the day it was written; what was carried to 解小燕 came in with the reversed payment.
    assert found.column("paid_on") == ["2023-11-15", "2023-11-17", "2023-11-16", "2023-11-14", "2023-11-15"]
    assert found.column("received_on") == [None, None, "2023-11-17", None, None]


def test_the_summary_counts_everyone_three_times_alike(season: Desk):
    found = summary(season)
    parts = {part: [row for row in found.rows if row[0] == part] for part in ("按小组", "按类别", "按资助来源")}
    for rows in parts.values():
        assert tuple(sum(int(row[place]) for row in rows) for place in range(2, 7)) == found.totals[2:]
    assert found.totals[2:] == (5, 1, 190_000, 38_000, 152_000)
    assert [row[1:4] for row in parts["按类别"]] == [("特困人员", 1, 1), ("无资助类别", 4, 0)]
    assert [(row[1], row[5]) for row in parts["按资助来源"]] == [("城乡医疗救助资金", 38_000), ("无资助", 0)]
    assert "另有红冲后没有转给他人的 1 笔 38 元，等待县里退还，不在本表内。" in found.notes


def test_the_sums_are_those_of_the_journal(season: Desk):
    entries = [entry.parse(line) for _, line, _ in journal.lines(season.db, season.journal)]
    gone = {e.body["payment"] for e in entries if e.kind in ("payment_voided", "payment_reversed")}
    stands = [e.body for e in entries if e.kind == "payment" and e.body["payment"] not in gone]
    assert summary(season).total("due") == sum(body["due_fen"] for body in stands)
    assert summary(season).total("people") == len(stands)


def test_who_has_not_paid_with_amount_and_reason(season: Desk):
    found = unpaid(season)
    assert [(row[3], row[6], row[7], row[8]) for row in found.rows] == [
        ("单秀英", 3_800, "未缴", ""),
        ("曾建国", 38_000, "未缴", "不愿参保（说明年再交）"),
        ("查新民", 38_000, "待核定", ""),
    ]
    assert found.page_by == "group"
    assert all("*" in str(number) for number in found.column("id"))
    # 区志强 has employee insurance: nobody need knock at the door.
    assert "区志强" not in words(found)
    assert "另有 1 人按通知不在这里参保（名册注明已有其他保障等），未列。" in found.notes


def test_progress_begins_where_most_is_missing(season: Desk):
    found = progress(season)
    assert found.rows == (("一组", 7, 4, 3, 1, 571), ("二组", 1, 1, 0, 0, 1000))
    assert found.totals == ("合计", 8, 5, 3, 1, 625)
    assert found.notes == ("应参保人数：名册上按通知可以在这里参保的人，加上已缴的人。",)


@pytest.mark.parametrize(
    ("code", "name", "whole"), [("421321100000", "厉山镇医保服务站", 59_813), ("421321100201", "厉山镇某村", 1)]
)
def test_a_town_is_held_against_the_notice_a_village_against_its_roster(tmp_path, code, name, whole):
    point, pack = point_of(code=code, name=name, device=1, practice=True, on=ON, pack_id="suixian-2023")
    desk, _ = create_point(tmp_path, point, operator=CLERK, passphrase=PASSPHRASE, clock=Hands(), pack=pack)
    enter(desk, [villager("王一")])
    found = progress(desk)
    database.close(desk.db)
    assert found.total("target") == whole
    assert ("通知给厉山镇的任务" in found.notes[0]) == (whole > 1)


def test_the_board_tells_nobody_anything_about_anyone(season: Desk):
    found = board(season)
    assert [row[1:] for row in found.rows] == [
        ("一组", "欧**远", "已参保"), ("一组", "解*燕", "已参保"), ("一组", "曾*福", "已参保"),
        ("一组", "曾*", "已参保"),
        ("二组", "仇*生", "已参保"),
    ]  # fmt: skip
    read = words(found)
    for person in village():
        secrets = (person.name, person.document_number, person.document_number[-4:], person.household, person.phone)
        secrets += (person.masked_number, *(category.name for category in person.categories))
        assert [secret for secret in secrets if secret and secret in read] == []
    assert [kind for kind in (column.kind for column in found.columns) if kind in ("yuan", "id")] == []
    assert "380" not in read and receipt(4) not in read


def test_the_county_may_say_that_names_are_posted_whole(desk: Desk):
    show_names(desk, full=True)
    assert board(desk).rows == ()
    assert "没有记录。" in board(desk).notes


def test_only_the_register_has_whole_numbers(season: Desk):
    numbers = [person.document_number for person in village()]
    for name in REPORTS:
        read = " ".join(words(listing) for listing in made(season, name))
        assert any(number in read for number in numbers) == (name == "register"), name


def test_a_renewed_journal_does_not_split_the_books(counter: Place, tmp_path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    # Copied by hand, without the key of its journal: a new one begins.
    shutil.copytree(counter.folder, tmp_path / "renewed")
    renewed = Place(tmp_path / "renewed", passphrase=counter.passphrase, now="2023-11-16T09:00:00")
    renewed.says("day", "open", "--float-fen", 0)
    renewed.says("pay", "r3", "--cash-fen", 38_000)
    renewed.says("day", "count", "--fen", 38_000)
    renewed.says("day", "close")

    def totals(name: str) -> dict[str, int]:
        return renewed.json("report", name)["listings"][0]["totals"]

    assert totals("register")["due"] == 76_000
    assert totals("receipts")["amount"] == 76_000
    assert totals("cash")["taken"] == 76_000
    assert totals("remittances")["amount"] == 76_000
    states = [row["state"] for row in renewed.json("report", "receipts")["listings"][0]["rows"]]
    assert states == ["有效", "有效"]
