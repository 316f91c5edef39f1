"""The states every screen shows, and what only housekeeping changes."""

from pathlib import Path

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.print_receipt import print_receipt
from app.desk.state import state
from app.desk.void import void
from app.domain.payment import Tender

CASH = Tender(method="cash", cash_fen=38_000)


def test_the_state_bar(desk: Desk, tmp_path: Path):
    shown = state(desk)
    assert (shown.practice, shown.draft, shown.day, shown.residents, shown.county_known) == (
        True,
        False,
        None,
        9,
        False,
    )
    assert (shown.cash_held_fen, shown.unprinted) == (0, 0)
    assert shown.roster_at is not None

    open_day(desk, 20_000)
    paid = [collect(desk, [person], CASH).payments[0] for person in ("r1", "r3")]
    shown = state(desk)
    # The float is change money, not takings.
    assert (shown.cash_held_fen, shown.unprinted) == (76_000, 2)
    assert shown.sync == {"unsent": 2, "sent": 0, "acknowledged": 0, "rejected": 0}

    print_receipt(desk, paid[0].receipt, tmp_path / "1.pdf")
    void(desk, paid[1].payment, "重复")
    shown = state(desk)
    assert (shown.cash_held_fen, shown.unprinted) == (38_000, 0)


def test_print_copies_left_by_a_crash_go_at_start(tmp_path: Path):
    from app.desk.open_point import open_point
    from app.store import database
    from tests.factories import PASSPHRASE, desk_at

    desk = desk_at(tmp_path / "desk")
    left = desk.folder / "print" / "凭据.pdf"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"%PDF names")
    database.close(desk.db)
    database.close(open_point(desk.folder, operator=None, passphrase=PASSPHRASE).db)
    assert not left.exists()
