"""Points with some days behind them: cash of closed days, slips, requests to the county, and books of forms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.desk.ask_county import ask_county
from app.desk.collect import collect
from app.desk.day import close_day, count_day, open_day
from app.desk.desk import Desk
from app.desk.look_up import look_up
from app.desk.refund import Claim, request
from app.desk.stock import receive
from app.domain.payment import Tender
from app.store import database, journal
from tests.gui.places import MOMENT, PEOPLE, Place, made_point
from tests.policy.edited import changed, own_copy

FORM, CODE, ISSUER = "城乡居民医保缴费专用收据", "3418A", "县税务局建平分局"
FLOAT_FEN = 20_000


def pack_file(folder: Path, *sets: str) -> str:
    """A county's own pack: 郎溪 with some values changed."""
    return str(own_copy(folder, changed(*sets)))


def pay(desk: Desk, name: str, *, cash_fen: int = 100_000) -> str:
    """Take somebody's premium in cash; the receipt."""
    (hit, *_) = look_up(desk, name, limit=1)
    done = collect(desk, [hit.resident], Tender(method="cash", cash_fen=cash_fen))
    return done.payments[0].receipt


def close_the_day(desk: Desk, taken_fen: int) -> None:
    """Count what must be there, and close."""
    count_day(desk, FLOAT_FEN + taken_fen)
    close_day(desk)


def kept(desk: Desk, kind: str) -> list[dict[str, Any]]:
    """The bodies of the journal's entries of a kind, oldest first."""
    import json

    entries = [json.loads(line) for _, line, _ in journal.lines(desk.db, desk.journal)]
    return [entry["body"] for entry in entries if entry["kind"] == kind]


def days_behind(folder: Path, *, pack: str = "langxi-2024", days: int = 2) -> Place:
    """A point on whose closed days 王建国 and 李秀英 paid, on the open one 单桂花; two requests to the county."""
    first = MOMENT - timedelta(days=days)
    place = made_point(folder, pack=pack, rows=PEOPLE, opened=False, moment=first)
    receipts = []
    for number, name in enumerate(["王建国", "李秀英"][:days]):
        desk = replace(place, moment=first + timedelta(days=number)).open()
        open_day(desk, FLOAT_FEN)
        receipts.append(pay(desk, name))
        close_the_day(desk, 38_000)
        database.close(desk.db)
    desk = replace(place, moment=MOMENT).open()
    open_day(desk, FLOAT_FEN)
    pay(desk, "赵𠮷祥")
    _ask(desk, receipts)
    database.close(desk.db)
    return replace(place, moment=MOMENT)


def _ask(desk: Desk, receipts: Sequence[str]) -> None:
    claim = Claim(reason="重复缴费", evidence="电子缴费凭证 2023-11-10", contact="13956300011")
    request(desk, receipts[0], claim)
    (hit,) = look_up(desk, "曾庆有", limit=1)
    ask_county(desk, hit.resident, "category_later", evidence="民政 11 月名单", category="低保对象")


def with_forms(folder: Path, *, books: int = 1, on: date | None = None, moment: datetime = MOMENT) -> Place:
    """A point whose receipts are pre-numbered forms, with `books` of ten forms each."""
    pack = pack_file(folder / "pack", "receipt.paper=prenumbered")
    place = made_point(folder, pack=pack, moment=moment)
    desk = place.open()
    for number in range(books):
        first = 1001 + 10 * number
        receive(
            desk, form=FORM, code=CODE, first=f"{first:07d}", last=f"{first + 9:07d}", on=on or moment.date(),
            issuer=ISSUER,
        )  # fmt: skip
    database.close(desk.db)
    return place
