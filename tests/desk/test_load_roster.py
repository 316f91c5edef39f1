"""A preview that the roster has overtaken: refused by name, nothing half written, the indexes all still there."""

import pytest

from app.desk.load_roster import load_roster, preview
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


def _indexes(desk) -> int:
    return desk.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone()[0]
