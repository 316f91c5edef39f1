"""How this computer prints: a local setting that never stops a receipt, whatever became of its layout."""

from pathlib import Path

import pytest

from app.desk import print_setup
from app.desk.print_setup import PrintSetup
from app.devices import layouts
from app.domain.errors import Refused, WrongUse
from app.store import settings
from app.store.database import writing
from tests.factories import Place


def test_without_a_setting_receipts_become_files(counter: Place) -> None:
    with counter.desk() as desk:
        assert print_setup.load(desk) == PrintSetup()


def test_a_setup_is_kept_and_leaves_no_entry(counter: Place) -> None:
    wanted = PrintSetup(how="system", layout="receipt-241", printer="针式", dx_tenths=-7, dy_tenths=12)
    head = counter.json("verify")["entries"]
    with counter.desk() as desk:
        print_setup.save(desk, wanted)
    with counter.desk() as desk:
        assert print_setup.load(desk) == wanted
    assert counter.json("verify")["entries"] == head


def test_a_layout_that_is_gone_or_not_allowed_falls_back(counter: Place) -> None:
    with counter.desk() as desk:
        for name in ("no-longer-there", "family-a4", "thermal-80"):
            with writing(desk.db):
                settings.put(desk.db, print_setup.KEY, {"how": "system", "layout": name, "dx_tenths": 5})
            found = print_setup.load(desk)
            assert (found.layout, found.dx_tenths) == ("receipt-a5", 5)


def test_what_cannot_be_right_is_refused(counter: Place) -> None:
    with counter.desk() as desk:
        with pytest.raises(WrongUse, match="偏移超过"):
            print_setup.save(desk, PrintSetup(how="system", dx_tenths=500))
        with pytest.raises(Refused, match="没有名为"):
            print_setup.save(desk, PrintSetup(layout="no-longer-there"))
        assert print_setup.load(desk) == PrintSetup()


def test_rolls_for_thermal_printers_and_sheets_for_the_others(counter: Place) -> None:
    with counter.desk() as desk:
        assert set(print_setup.offered(desk, "thermal")) == {"thermal-58", "thermal-80"}
        sheets = print_setup.offered(desk, "system")
    assert "receipt-241" in sheets
    assert not any(layouts.load(name).paper.height is None for name in sheets)


def test_the_sample_says_that_it_is_worth_nothing(counter: Place, tmp_path: Path) -> None:
    with counter.desk() as desk:
        assert print_setup.sample(desk).practice
