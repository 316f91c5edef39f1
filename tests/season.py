"""Three days at a counter with all that reports must get right, on `factories.village()` of 郎溪 (380 yuan a person).

Day 1, 11-15, float 200: r1 380 and r2 38 (低保) in cash; r3 380 in cash, void; r4 380 by card; r5 nothing to pay.
  Ten yuan short, a false fifty in the drawer. 418 cash, 380 card; receipts of 380+38+380+380+0 = 1178 yuan.
Day 2, 11-16, float 200: r1 reversed and carried to r8; r2 reversed, its 38 yuan asked back; r9 380 from a paper receipt
  of 11-14. The 418 of day 1 paid in. 380 cash; receipts of 380+380 = 760 yuan.
Day 3, 11-17, still open: the 418 have arrived; r1 pays 380. r3 does not want to join.
In the end r1, r4, r5, r8 and r9 are insured: 1900 yuan of price, 380 subsidised, 1520 due. All receipts: 2318 yuan.
"""

from datetime import date, datetime

from app.desk.clock import CHINA
from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.decline import decline
from app.desk.desk import Desk
from app.desk.print_receipt import print_receipt
from app.desk.remit import Part, arrive, remit
from app.desk.reverse import reverse
from app.desk.second import vouch
from app.desk.settle_cards import settle_cards
from app.desk.void import void
from app.domain.day import BadNote, parse_notes
from app.domain.payment import LatePaper, Tender
from tests.factories import Hands

WITNESS = "村主任"
FALSE_FIFTY = (BadNote(kind="counterfeit", fen=5_000, pieces=1),)


def turn_to(desk: Desk, day: int, hour: int) -> None:
    """Put the clock on an hour of November 2023."""
    assert isinstance(desk.clock, Hands)
    desk.clock.moment = datetime(2023, 11, day, hour, tzinfo=CHINA)


def cash(fen: int) -> Tender:
    return Tender(method="cash", cash_fen=fen)


def first_day(desk: Desk) -> None:
    """Day 1."""
    turn_to(desk, 15, 10)
    open_day(desk, 20_000)
    family = collect(desk, ["r1", "r2"], cash(50_000))
    print_receipt(desk, family.payments[0].receipt, desk.folder / "r1.pdf")
    void(desk, collect(desk, ["r3"], cash(38_000)).payments[0].payment, "按错了人")
    collect(desk, ["r4"], Tender(method="pos", terminal="T0001", reference="000000000001"))
    collect(desk, ["r5"], cash(0))
    turn_to(desk, 15, 17)
    settle_cards(desk, terminal="T0001", batch="0001", count=1, amount_fen=38_000)
    count_day(desk, 60_800, parse_notes("100x6,5x1,1x3"), bad=FALSE_FIFTY)
    close_day(desk, "少找回 10 元", second=vouch(desk, WITNESS, None))


def second_day(desk: Desk) -> None:
    """Day 2."""
    turn_to(desk, 16, 9)
    open_day(desk, 20_000)
    reverse(desk, receipt(1), "记错人", to="r8")
    reverse(desk, receipt(2), "重复缴费")
    late = LatePaper(paper="A0001", paper_on=date(2023, 11, 14))
    collect(desk, ["r9"], cash(38_000), late=late, second=vouch(desk, WITNESS, None))
    remit(desk, slip="S1", amount_fen=41_800, on=date(2023, 11, 16), bank="郎溪农商行", parts=[Part(day=1)])
    turn_to(desk, 16, 17)
    count_day(desk, 58_000)
    close_day(desk)


def three_days(desk: Desk) -> Desk:
    """All of it; the desk is at noon of day 3."""
    first_day(desk)
    second_day(desk)
    turn_to(desk, 17, 9)
    arrive(desk, "S1", date(2023, 11, 17))
    open_day(desk, 20_000)
    collect(desk, ["r1"], cash(38_000))
    decline(desk, "r3", "unwilling", "说明年再交")
    turn_to(desk, 17, 12)
    return desk


def receipt(serial: int) -> str:
    """A receipt number of this counter."""
    return f"3418211002012410{serial:06d}"
