"""The day at a glance: each figure against the verb it comes from, and who is left against an assessment of each."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.desk import demo_roster
from app.desk.collect import collect
from app.desk.day import count_day, open_day
from app.desk.decline import decline
from app.desk.desk import Desk
from app.desk.due import due_for
from app.desk.home import Bar, Home, home
from app.desk.left import count_left, is_left
from app.desk.load_roster import load_roster, preview
from app.desk.open_point import create_point, point_of
from app.desk.print_receipt import print_receipt
from app.desk.remit import arrive
from app.desk.reports.progress import progress
from app.desk.residents import handle
from app.desk.state import state
from app.desk.take_changes import TARGET
from app.desk.target import target_of
from app.domain.facts import COVERS, ENROLMENTS, HUKOU
from app.domain.payment import Tender
from app.store import database, elsewhere, insured, settings
from tests.factories import CLERK, ON, PASSPHRASE, Hands, desk_at, enter, village, villager
from tests.season import first_day, second_day, three_days

CASH = Tender(method="cash", cash_fen=38_000)
PACKS = ("langxi-2024", "xingguo-2024", "suixian-2023", "yixian-2024", "national-2025")


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = three_days(desk_at(tmp_path_factory.mktemp("season") / "desk", people=village()))
    yield opened
    database.close(opened.db)


def taken(found: Home) -> dict[str, tuple[int, int]]:
    assert found.day is not None
    return {each.method: (each.people, each.fen) for each in found.day.taken}


def test_nothing_yet(tmp_path: Path):
    desk = desk_at(tmp_path / "desk")
    found = home(desk)
    database.close(desk.db)
    assert (found.day, found.groups, found.shown, found.target) == (None, (), (), None)
    assert (found.left.homes, found.left.people, found.whole) == (0, 0, Bar(label="合计", paid=0, people=0))
    assert found.whole.permille == 0


def test_the_open_day_by_method(desk: Desk):
    open_day(desk, 20_000)
    collect(desk, ["r1", "r2"], Tender(method="cash", cash_fen=50_000))
    collect(desk, ["r4"], Tender(method="pos", terminal="T0001", reference="000000000001"))
    collect(desk, ["r5"], Tender(method="cash", cash_fen=0))
    found = home(desk)
    assert found.day is not None
    assert taken(found) == {"cash": (2, 41_800), "pos": (1, 38_000), "zero": (1, 0)}
    assert (found.day.is_open, found.day.people, found.day.receipts, found.day.match) == (True, 4, 4, None)
    # As the state bar says it: the cash taken, without the change money.
    assert (found.state.cash_held_fen, found.day.float_fen) == (41_800, 20_000)


def test_the_four_way_match_stands_there_once_counted_and_goes_with_the_next_payment(desk: Desk):
    open_day(desk, 20_000)
    collect(desk, ["r1"], CASH)
    count_day(desk, 53_000)
    found = home(desk).day
    assert found is not None and found.match is not None
    assert (found.match.people, found.match.receipts, found.match.records) == (1, 1, 1)
    assert (found.match.difference_fen, found.match.differences) == (-5_000, ("款项比凭据少 50 元",))
    collect(desk, ["r3"], CASH)
    again = home(desk).day
    assert again is not None and again.match is None


def test_a_closed_day_stays_as_it_was_closed(desk: Desk):
    first_day(desk)
    closed = home(desk).day
    assert closed is not None and closed.match is not None and not closed.is_open
    assert (closed.people, closed.receipts, closed.voids, closed.match.difference_fen) == (4, 4, 1, -1_000)
    # On the second day two payments of the first were reversed, and one of them carried over.
    second_day(desk)
    found = home(desk)
    assert taken(found) == {"cash": (1, 38_000), "pos": (0, 0), "zero": (0, 0), "carried": (1, 38_000)}
    assert found.day is not None and found.day.match is not None
    assert (found.day.number, found.day.people, found.day.match.differences) == (2, 2, ())


def test_the_money_on_its_way(desk: Desk):
    first_day(desk)
    money = home(desk).money
    assert (money.to_bank_fen, money.oldest) == (41_800, date(2023, 11, 15))
    second_day(desk)
    money = home(desk).money
    # The card's own settlement slip is on its way as well as the deposit of day 1.
    assert (money.to_bank_fen, money.oldest) == (38_000, date(2023, 11, 16))
    assert (money.on_way_fen, money.slips) == (79_800, 2)
    arrive(desk, "S1", date(2023, 11, 16))
    assert (home(desk).money.on_way_fen, home(desk).money.slips) == (38_000, 1)


def test_what_waits_is_what_the_state_bar_says(desk: Desk, tmp_path: Path):
    open_day(desk, 20_000)
    receipt = collect(desk, ["r1"], CASH).payments[0].receipt
    assert home(desk).state.unprinted == 1
    print_receipt(desk, receipt, tmp_path / "1.pdf")
    found, said = home(desk).state, state(desk)
    assert (found.unprinted, found.sync, found.cards_open) == (0, said.sync, said.cards_open)


def test_the_bars_are_those_of_the_report(season: Desk):
    found = home(season)
    rows = [(bar.label, bar.people, bar.paid, bar.permille) for bar in found.groups]
    assert rows == [(row[0], row[1], row[2], row[5]) for row in progress(season).rows]
    assert found.whole == Bar(label="合计", paid=5, people=8)


def test_the_county_goes_before_the_notice_and_without_either_there_is_no_task(tmp_path: Path):
    point, pack = point_of(
        code="421321100000", name="厉山镇医保服务站", device=1, practice=True, on=ON, pack_id="suixian-2023"
    )
    desk, _ = create_point(tmp_path, point, operator=CLERK, passphrase=PASSPHRASE, clock=Hands(), pack=pack)
    enter(desk, [villager("王一"), villager("王二", order=1)])
    noticed = home(desk)
    with database.writing(desk.db):
        settings.put(desk.db, TARGET, 40)
    sent = home(desk)
    listed = progress(desk)
    database.close(desk.db)
    assert (listed.total("target"), "县里下达的任务 40 人" in listed.notes[0]) == (40, True)
    assert noticed.target is not None and noticed.target.clause
    assert noticed.whole.people == noticed.target.people == 59_813
    assert sent.target is not None
    assert (sent.target.people, sent.target.clause, sent.whole.people) == (40, None, 40)
    # A group has no task of its own: it is held against the roster.
    assert [bar.people for bar in sent.groups] == [2]


def test_a_village_is_given_no_task_by_its_towns_figure(desk: Desk):
    assert target_of(desk) is None


def test_the_households_that_are_left(season: Desk):
    found = home(season)
    assert [(each.household, each.head, each.people, each.due_fen) for each in found.shown] == [
        ("0001", "曾广福", 2, 41_800),
        ("0003", "查新民", 1, 38_000),
    ]
    family, alone = found.shown
    # r3 said no, which takes nobody off; r6 has to be asked something first. The handle is that of somebody left.
    assert (family.noted, family.undecided, alone.noted, alone.undecided) == (1, 0, 0, 1)
    assert family.resident == "r2"
    assert (found.left.homes, found.left.people) == (2, 3)


def test_who_paid_elsewhere_is_missing_here_but_nobody_goes_there(desk: Desk):
    before = home(desk)
    person = village()[7]
    with database.writing(desk.db):
        elsewhere.replace_all(desk.db, "county", [(person.key, 2024, "online", None)], at="2023-11-15T09:00:00+08:00")
        elsewhere.replace_all(desk.db, "sibling", [(person.key, 2024, "online", None)], at="2023-11-15T09:00:00+08:00")
    after = home(desk)
    assert before.whole == after.whole
    assert (before.left.elsewhere, after.left.elsewhere) == (0, 1)
    assert (after.left.homes, after.left.people) == (before.left.homes - 1, before.left.people - 1)
    assert person.head in [each.head for each in before.shown]
    assert person.head not in [each.head for each in after.shown]


def test_groups_and_households_in_the_order_one_walks(tmp_path: Path):
    places = [("十组", "2"), ("二组", "10"), ("二组", "9"), ("", "1"), ("二组", ""), ("二组", ""), ("一组", "3")]
    people = [
        villager(f"王{place}", order=place, group=group, household=number, head=f"王{place}")
        for place, (group, number) in enumerate(places)
    ]
    desk = desk_at(tmp_path / "desk", people=people)
    found = home(desk)
    decline(desk, "r2", "away")
    few = count_left(desk, first=2)
    database.close(desk.db)
    assert [each.head for each in found.shown] == ["王6", "王2", "王1", "王4", "王5", "王0", "王3"]
    assert [each.group for each in found.shown][-1] == "未分组"
    assert (few.homes, few.first) == (7, (("一组", "3", 0), ("二组", "9", 0)))


@pytest.mark.parametrize("pack", PACKS)
def test_counting_by_kind_finds_whom_the_rules_find_one_by_one(tmp_path: Path, pack: str):
    """Whatever facts a roster may hold: the count by the database is that of an assessment of each."""
    desk = desk_at(tmp_path / "desk", pack=pack)
    file = tmp_path / "名册.csv"
    demo_roster.write(file, 300, seed=11, policy=desk.policy)
    load_roster(desk, preview(desk, file))
    random = Random(5)
    odd = [
        villager(
            f"王{number}", order=number % 400, birth=date(1974 + number % 48, 11, 1 + number % 28), group="散户组",
            household=random.choice(("", "1", "2")), hukou=random.choice(HUKOU),
            residence_permit=random.choice((None, True, False)), long_term_resident=random.choice((None, True, False)),
            other_cover=random.choice((None, None, None, *COVERS)), enrolment=random.choice(ENROLMENTS),
        )
        for number in range(400)
    ]  # fmt: skip
    enter(desk, odd)
    found = home(desk)
    left = [
        due
        for number, resident in insured.unpaid(desk.db, desk.policy.benefit_year)
        if is_left(desk, due := due_for(desk, handle(number), resident))
    ]
    rows = progress(desk).rows
    database.close(desk.db)
    assert [(bar.label, bar.people) for bar in found.groups] == [(row[0], row[1]) for row in rows]
    assert found.left.people == len(left)
    homes = {(due.resident.group, due.resident.household or due.handle) for due in left}
    assert found.left.homes == len(homes)
