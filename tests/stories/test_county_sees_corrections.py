"""What was reversed, carried and asked back at the counter is with the county after one stick, and adds up there."""

from pathlib import Path

from app.county import office as offices
from app.county.office import County
from app.desk.clock import parse
from app.domain.tables import TABLES
from tests.county.tables import rows
from tests.factories import Place


def opened(place: Place) -> County:
    assert place.now
    return offices.open(place.folder, passphrase=place.passphrase, now=parse(place.now))


def test_reversed_carried_and_asked_back(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "r4", "--cash-fen", 76_000)
    counter.says("day", "count", "--fen", 96_000)
    counter.says("day", "close")
    counter.says("day", "open", "--float-fen", 0)
    counter.says("reverse", "3418211002012410000001", "--reason", "同名", "--to", "r2")
    counter.says("reverse", "3418211002012410000002", "--reason", "重复")
    counter.says("ask-county", "r3", "--kind", "category_later", "--evidence", "低保证")
    counter.says("card", "begin", "r8")

    received = pinned.json("county", "receive", counter.json("export", stick)["file"])
    assert (received["quarantined"], received["conflicts"]) == (0, [])
    summed = pinned.json("county", "reconcile")
    # 单秀英's 38 yuan stand; of the rest 342 and 380 are asked back.
    assert (summed["people"], summed["active_payments"], summed["total_fen"]) == (1, 1, 3_800)
    with opened(pinned) as county:
        assert sorted(row["amount_fen"] for row in rows(county, "refunds")) == [34_200, 38_000]
        carried = [row["method"] for row in rows(county, "payments") if row["due_fen"] == 3_800]
        assert carried == ["carried"]
        assert {row["kind"] for row in rows(county, "tasks")} == {"category_later"}
        assert len(rows(county, "cards")) == 1
        assert {name for name in TABLES if name in {"reversals", "refunds"} and not rows(county, name)} == set()

    # A person reversed here and paid elsewhere is no conflict; paid twice, it is.
    counter.says("pay", "r1", "--pos", "--terminal", "T1", "--reference", "A1")
    pinned.json("county", "receive", counter.json("export", stick)["file"])
    assert pinned.json("county", "reconcile")["conflicts"] == []
