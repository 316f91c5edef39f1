"""入户名单: a block for each household in the order one walks, what to ask at the door, and nobody without need."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.decline import decline
from app.desk.desk import Desk
from app.desk.reports.catalogue import made
from app.desk.reports.round import door_to_door
from app.desk.reports.unpaid import ADDING, LOOKING
from app.desk.reports.write import write
from app.domain.listing import Listing, Row
from app.domain.payment import Tender
from app.domain.progress import Progress
from app.store import database, elsewhere
from tests.factories import desk_at, family, village, villager

HOME = {"household": "0001", "head": "曾广福"}


def cells(found: Listing, *keys: str) -> list[Row]:
    places = [found.place(key) for key in keys]
    return [tuple(row[place] for place in places) for row in found.rows]


def at(folder: Path, *people: object) -> Listing:
    desk = desk_at(folder / "desk", people=people)  # type: ignore[arg-type]
    found = door_to_door(desk)
    database.close(desk.db)
    return found


def test_a_household_is_a_block_with_its_head_and_its_sum(season: Desk):
    found = door_to_door(season)
    assert cells(found, "group", "household", "head", "name", "due", "sum") == [
        ("一组", "0001", "曾广福", "单秀英", 3_800, 41_800),
        ("一组", "0001", "", "曾建国", 38_000, None),
        ("一组", "0003", "查新民", "查新民", 38_000, 38_000),
    ]
    # The head has paid: it is his telephone that one calls all the same.
    assert cells(found, "phone")[0] == (family()[0].phone,)
    assert found.total("due") == found.total("sum") == 79_800
    assert "2 户 3 人" in found.subtitle[0]
    assert (found.page_by, set(cells(found, "found"))) == ("group", {("",)})


def test_what_has_to_be_asked_first_and_what_was_noted(season: Desk):
    assert cells(door_to_door(season), "why") == [
        ("",),
        ("已记：不愿参保（说明年再交）",),
        ("待核定：是否已经办理参保登记？",),
    ]


def test_after_the_season_the_reason_why_not_stands_there(tmp_path: Path):
    desk = desk_at(tmp_path / "desk", people=[villager("王一"), villager("王二", order=1, enrolment="migrant_worker")])
    desk.clock.moment = desk.clock.moment.replace(year=2024, month=4)  # type: ignore[attr-defined]
    found = door_to_door(desk)
    database.close(desk.db)
    one, other = (str(why) for (why,) in cells(found, "why"))
    assert one.startswith("待核定：") and one.endswith("？")
    assert other.startswith("现在不能缴：")
    assert cells(found, "due", "sum") == [(None, None), (None, None)]
    assert found.total("sum") == 0


def test_who_need_not_be_gone_to_is_not_listed(desk: Desk):
    everybody = {name for (name,) in cells(door_to_door(desk), "name")}
    # 区志强 is insured as an employee; a reason noted by a clerk takes nobody off.
    assert everybody == {person.name for person in village()} - {"区志强"}
    open_day(desk, 20_000)
    collect(desk, ["r9"], Tender(method="cash", cash_fen=38_000))
    decline(desk, "r8", "away")
    with database.writing(desk.db):
        online = (family()[0].key, 2024, "online", None)
        elsewhere.replace_all(desk.db, "county", [online], at="2023-11-15T09:00:00+08:00")
    left = {name for (name,) in cells(door_to_door(desk), "name")}
    assert everybody - left == {"欧阳修远", "曾广福"}


def test_groups_households_and_people_without_either(tmp_path: Path):
    def at_home(name: str, order: int, group: str, household: str) -> object:
        return villager(name, order=order, group=group, household=household, head=name)

    found = at(
        tmp_path, at_home("王一", 1, "十组", "1"), at_home("王二", 2, "二组", "12"), at_home("王三", 3, "二组", "9"),
        at_home("王四", 4, "二组", ""), at_home("王五", 5, "二组", ""), at_home("王六", 6, "", "7"),
    )  # fmt: skip
    assert cells(found, "group", "head") == [
        ("二组", "王三"), ("二组", "王二"), ("二组", "王四"), ("二组", "王五"), ("十组", "王一"), ("未分组", "王六"),
    ]  # fmt: skip
    # Two people without a household number are two doors.
    assert cells(found, "sum") == [(38_000,)] * 6


@pytest.mark.parametrize(
    ("head", "other", "said"),
    [
        ("13800001111", "13800002222", ["13800001111", "13800002222"]),
        ("13800001111", "13800001111", ["13800001111", ""]),
        ("", "13800002222", ["13800002222", ""]),
        ("", "", ["", ""]),
    ],
)
def test_the_telephone_of_the_household_is_said_once(tmp_path: Path, head: str, other: str, said: list[str]):
    found = at(
        tmp_path,
        villager("曾广福", phone=head, **HOME),
        villager("曾建国", birth=date(1990, 3, 3), phone=other, relation="子", **HOME),
    )
    assert [phone for (phone,) in cells(found, "phone")] == said


def test_no_number_of_a_document_is_carried_from_door_to_door(season: Desk):
    read = " ".join(str(cell) for row in door_to_door(season).rows for cell in row)
    for person in village():
        assert person.document_number not in read and person.masked_number not in read


def test_the_empty_column_is_there_to_be_written_in(season: Desk, tmp_path: Path):
    listings = made(season, "round")
    write(season, listings, tmp_path / "入户名单.pdf", "pdf")
    assert (tmp_path / "入户名单.pdf").read_bytes().startswith(b"%PDF")
    write(season, listings, tmp_path / "入户名单.xlsx", "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "入户名单.xlsx").active
    (heads,) = [row for row in sheet.iter_rows() if row[0].value == "村民小组"]
    assert heads[-1].value == "上门情况"
    assert sheet.column_dimensions[heads[-1].column_letter].width >= 16


def test_it_tells_how_far_it_is(season: Desk):
    told: list[Progress] = []
    door_to_door(season, told.append)
    assert [(each.what, each.done, each.unit) for each in told] == [(LOOKING, 0, "人"), (ADDING, 0, "行")]
