"""The manual's pictures: `dev.py shots --manual` keeps these of all that are taken, in resources/manual/pictures.

Of a sheet only the sheet is kept, in its own size; a whole window is made as narrow as the manual's page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame

from app.desk.collect import collect
from app.desk.open_point import open_point
from app.domain.payment import Tender
from app.gui.window import Window
from app.store import database
from build import shots_paper

if TYPE_CHECKING:
    from build.shots import Show

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "manual" / "pictures"
WIDTH, COLOURS, MARGIN, EDGE = 898, 96, 8, "#cfd8d4"

# The picture as shots*.py name it: what the chapters call it.
PICTURES = {
    "01-sign-in": "sign_in",
    "05-same-name": "same_name",
    "06-family": "counter",
    "07-steps": "steps",
    "09-cash": "cash",
    "10-taken": "taken",
    "13-card": "card",
    "15-void": "void",
    "20-day-count": "day_count",
    "21-day-short": "short_cash",
    "30-request": "hand_over",
    "41-roster-preview": "roster",
    "44-add-joins": "add_resident",
    "50-day-open": "day_open",
    "81-record": "record",
    "83-what-if": "what_if",
    "93-situation-veteran": "situation",
    "b2-card-unknown": "card_unknown",
    "b5-cards-open": "open_cards",
    "d1-over-cash": "cash_limit",
    "e1-take-drawer": "take_drawer",
    "e9-bad-notes": "bad_notes",
    "f4-correct-before": "correct",
    "f7-reverse-to": "reverse",
    "g0-books": "books",
    "h2-setup-printer": "print_setup",
    "h8-again": "reprint",
    "ha-jam": "jam",
    "hc-waits-again": "unprinted",
    "f0-what-for": "beginning",
    "g3-for-the-resident": "facing",
    "j1-home-middle": "home",
    "j4-home-round": "round",
    "m1-reports": "reports",
    "m2-day-match": "day_match",
    "m3-day-closed": "day_closed",
}


def keep(file: Path, window: Window) -> None:
    """Keep a picture just taken where a chapter shows it: PNG with few colours, at most 900 pixels wide."""
    name = PICTURES.get(file.stem)
    if name is None:
        return
    picture = Image.open(file).convert("RGB")
    if window.sheet is not None:
        picture = picture.crop(_around(window))
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    FOLDER.mkdir(parents=True, exist_ok=True)
    ImageOps.expand(picture, 1, EDGE).quantize(COLOURS, dither=Image.Dither.NONE).save(
        FOLDER / f"{name}.png", optimize=True
    )


def _around(window: Window) -> tuple[int, int, int, int]:
    """The sheet that lies there and a little of what is beneath: left, top, right, bottom."""
    frame = next(each for each in window.sheet.children() if isinstance(each, QFrame))
    corner = frame.mapTo(window, QPoint(0, 0))
    left, top = max(0, corner.x() - MARGIN), max(0, corner.y() - MARGIN)
    right, bottom = corner.x() + frame.width() + MARGIN, corner.y() + frame.height() + MARGIN
    return left, top, min(right, window.width()), min(bottom, window.height())


def a_good_day(show: Show) -> None:
    """A day on which everything agrees."""
    desk = open_point(show.point, operator="李会计", passphrase="lianxi", moment=show.moment)
    for who in ("r1", "r3"):
        collect(desk, [who], Tender(method="cash", cash_fen=38_000))
    database.close(desk.db)
    show.enter()
    show.keys("Alt+R", "Escape", "Down", "Down", "Down", "Down", "Down")
    shots_paper.drawn(show, "m1-reports")
    show.keys("F3", "9", "Return", "1", "Return", "0", "Return", "1", "Return", "0", "Return", "0", "Return", "F9")
    show.shot("m2-day-match")
    show.keys("F10")
    show.shot("m3-day-closed")
