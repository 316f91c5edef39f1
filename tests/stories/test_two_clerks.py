"""A second clerk gets an account: each opens with an own passphrase, and the journal says who did what."""

from app.desk.open_point import open_point
from app.domain import journal as entries
from app.store import database, journal
from tests.factories import CLERK, Place

OTHER = "李会计"
OTHERS = "李会计的口令"


def authors(place: Place) -> list[tuple[str, str]]:
    """Kind and author of every entry, in order."""
    desk = open_point(place.folder, operator=CLERK, passphrase=place.passphrase)
    lines = [entries.parse(stored) for _, stored, _ in journal.lines(desk.db, desk.journal)]
    database.close(desk.db)
    return [(entry.kind, entry.by) for entry in lines]


def test_two_clerks(counter: Place):
    assert counter.says("clerk", "add", OTHER, CUNJIAO_NEW_PASSPHRASE=OTHERS) == f"已添加操作员 {OTHER}。\n"

    # From now on it must be said who is there.
    said = counter.refuses("operator_needed", "pay", "r1", "--cash-fen", 38_000)
    assert CLERK in said and OTHER in said
    counter.refuses("passphrase_wrong", "--operator", OTHER, "pay", "r1", "--cash-fen", 38_000)

    paid = counter.json("--operator", CLERK, "pay", "r1", "--cash-fen", 38_000)["payments"][0]
    counter.says("pay", "r3", "--cash-fen", 38_000, "--operator", OTHER, CUNJIAO_PASSPHRASE=OTHERS)
    counter.says("--operator", OTHER, "void", paid["payment"], "--reason", "重复", CUNJIAO_PASSPHRASE=OTHERS)

    assert authors(counter) == [
        ("journal_opened", CLERK), ("roster_imported", CLERK), ("day_opened", CLERK), ("clerk_added", CLERK),
        ("payment", CLERK), ("payment", OTHER), ("payment_voided", OTHER),
    ]  # fmt: skip


def test_a_clerk_is_added_once_and_only_by_one_who_is_in(counter: Place):
    counter.refuses("passphrase_wrong", "clerk", "add", OTHER, CUNJIAO_PASSPHRASE="猜的", CUNJIAO_NEW_PASSPHRASE=OTHERS)
    counter.refuses("operator_exists", "clerk", "add", CLERK, CUNJIAO_NEW_PASSPHRASE=OTHERS)
    counter.refuses("passphrase_empty", "clerk", "add", OTHER, CUNJIAO_NEW_PASSPHRASE="", exit_code=2)
    counter.refuses("operator_name_empty", "clerk", "add", " ", CUNJIAO_NEW_PASSPHRASE=OTHERS, exit_code=2)
    counter.refuses("passphrase_needed", "clerk", "add", OTHER, exit_code=2)
    # Still the only one, so nobody need be named.
    assert counter.json("find", "zgf")[0]["name"] == "曾广福"


def test_the_other_clerk_confirms_a_clock_that_went_back(counter: Place):
    counter.says("clerk", "add", OTHER, CUNJIAO_NEW_PASSPHRASE=OTHERS)
    counter.says("--operator", CLERK, "pay", "r1", "--cash-fen", 38_000)
    counter.now = "2023-11-08T09:30:00"

    confirm = ("clock", "confirm", "--reason", "换了电池")
    assert CLERK in counter.refuses("second_person_needed", "--operator", CLERK, *confirm)
    counter.refuses("clock_back", "--operator", CLERK, "pay", "r3", "--cash-fen", 38_000)
    counter.says("--operator", OTHER, *confirm, CUNJIAO_PASSPHRASE=OTHERS)
    counter.says("--operator", CLERK, "pay", "r3", "--cash-fen", 38_000)
