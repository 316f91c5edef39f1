"""A preview that the roster has overtaken: refused by name, nothing half written, the indexes all still there."""

from datetime import datetime

import pytest

from app.desk.load_roster import load_roster, preview
from app.desk.residents import listed_at
from app.domain.errors import Refused
from app.store import lookup, roster
from tests.factories import Place, enter, family


@pytest.mark.parametrize("meanwhile", [1, 4], ids=["most are new", "all are known"])
def test_somebody_else_was_quicker(point: Place, tmp_path, meanwhile: int):
    file = tmp_path / "名册.csv"
    rows = [f"{person.name},{person.document_number},0001" for person in family()]
    file.write_text("\n".join(("姓名,身份证号,户号", *rows)), encoding="utf-8")
    with point.desk() as desk:
        found = preview(desk, file)
        enter(desk, family()[:meanwhile])
        indexes = _indexes(desk)
        with pytest.raises(Refused) as refused:
            load_roster(desk, found)

        assert refused.value.code == "roster_changed"
        assert roster.count(desk.db) == meanwhile
        assert _indexes(desk) == indexes
        assert len(lookup.find(desk.db, "曾广福", 5)) == 1


def test_whose_word_it_is_stands_with_the_person(point: Place, tmp_path):
    """The list that last said anything new, so that 为什么 can be answered with its day."""
    rows = [f"{person.name},{person.document_number},0001,一组" for person in family()]

    def imported(name: str, rows: list[str]) -> list[datetime | None]:
        file = tmp_path / name
        file.write_text("\n".join(("姓名,身份证号,户号,组别", *rows)), encoding="utf-8")
        with point.desk() as desk:
            load_roster(desk, preview(desk, file))
            return [listed_at(desk, f"r{number}") for number in (1, 2)]

    first = imported("十月.csv", rows)
    assert first[0] is not None and first[0] == first[1]
    point.now = "2023-11-20T08:00:00"
    assert imported("又一次.csv", rows) == first
    changed = imported("十一月.csv", [rows[0].replace("一组", "二组"), *rows[1:]])
    assert changed == [datetime.fromisoformat("2023-11-20T08:00:00+08:00"), first[1]]


def _indexes(desk) -> int:
    return desk.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone()[0]
