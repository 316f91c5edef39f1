"""How this computer prints: which printer, which layout, how far off it is. Local settings, never in the journal."""

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from app.desk.desk import Desk
from app.desk.receipt_view import INSURANCE
from app.devices import layouts
from app.devices.drawing import Drawing, moved
from app.devices.layout import Layout
from app.domain.receipt import ReceiptView
from app.store import settings
from app.store.database import writing

How = Literal["pdf", "system", "thermal"]

KEY, FOLDER = "print_setup", "print_folder"
FIRST: dict[How, str] = {"pdf": "receipt-a5", "system": "receipt-a5", "thermal": "thermal-80"}
SLIP = "large-a5"


class PrintSetup(msgspec.Struct, frozen=True, kw_only=True):
    """Receipts go to PDF files, to a printer of the system (`printer`; "" is its default one), or to a thermal one.

    `where` is the thermal printer's device, file or address. `dx_tenths` and `dy_tenths` (1/10 mm) move what goes to
    the system's printer onto its form. `slip`: a large-type slip goes with each payment.
    """

    how: How = "pdf"
    layout: str = FIRST["pdf"]
    printer: str = ""
    where: str = ""
    dx_tenths: int = 0
    dy_tenths: int = 0
    slip: bool = False


def load(desk: Desk) -> PrintSetup:
    """The setup in force: PDF files on A5 until somebody says otherwise."""
    kept = settings.get(desk.db, KEY)
    found = msgspec.convert(kept, PrintSetup) if kept else PrintSetup()
    # A layout that is gone, or that the pack in force does not allow, must not stop a receipt.
    return found if _is_offered(desk, found) else replace(found, layout=FIRST[found.how])


def chosen(desk: Desk) -> bool:
    """Whether anybody has set up the printing of this computer."""
    return settings.get(desk.db, KEY) is not None


def _is_offered(desk: Desk, setup: PrintSetup) -> bool:
    if setup.layout not in layouts.names():
        return False
    layout = layouts.load(setup.layout)
    return _fits(layout, setup.how) and _allowed(desk, layout)


def save(desk: Desk, setup: PrintSetup) -> PrintSetup:
    """Keep a setup. Raises Refused layout_missing, layout_invalid; WrongUse offset_too_far."""
    layouts.load(setup.layout)
    moved(Drawing(width=0, height=0, items=()), dx_tenths=setup.dx_tenths, dy_tenths=setup.dy_tenths)
    kept = replace(setup, printer=setup.printer.strip(), where=setup.where.strip())
    with writing(desk.db):
        settings.put(desk.db, KEY, msgspec.to_builtins(kept))
    return kept


def last_folder(desk: Desk) -> Path | None:
    """Where receipts were written the last time: proposed again, never taken without asking (design §2, rule 10)."""
    kept = settings.get(desk.db, FOLDER)
    return Path(kept) if kept else None


def keep_folder(desk: Desk, folder: Path) -> None:
    """Remember what the clerk chose."""
    with writing(desk.db):
        settings.put(desk.db, FOLDER, str(folder))


def offered(desk: Desk, how: How) -> dict[str, str]:
    """The layouts for receipts on this kind of paper, name -> what a clerk reads."""
    found = {name: layouts.load(name) for name in layouts.names()}
    return {name: each.name for name, each in found.items() if _fits(each, how) and _allowed(desk, each)}


def shared(layout: Layout) -> bool:
    """Whether several receipts stand on one sheet, one for each of a family."""
    return len(layout.slips.tops) > 1 and not layout.slips.copies


def together(setup: PrintSetup) -> bool:
    """Whether the receipts of one payment go to paper in one job."""
    return shared(layouts.load(setup.layout))


def placed(setup: PrintSetup, page: Drawing) -> Drawing:
    """The page where the printer of this setup must be told to print it."""
    return moved(page, dx_tenths=setup.dx_tenths, dy_tenths=setup.dy_tenths)


def has_form(layout: str) -> bool:
    """Whether the layout is printed onto a form (套打)."""
    return layouts.load(layout).form is not None


def _allowed(desk: Desk, layout: Layout) -> bool:
    """A family's receipts share a sheet only where the pack says so, and never a pre-numbered form."""
    rule = desk.policy.receipt
    return not shared(layout) or (rule.one_per == "household" and rule.paper == "own")


def _fits(layout: Layout, how: How) -> bool:
    """Rolls for thermal printers, sheets for the others; what has a heading of its own is no receipt."""
    return not layout.heading and (layout.paper.height is None) == (how == "thermal")


def sample(desk: Desk) -> ReceiptView:
    """A receipt of nobody, to look at and to try the printer with; it says across that it is worth nothing."""
    rule, year, now = desk.policy.receipt, desk.policy.benefit_year, desk.clock()
    return ReceiptView(
        number=f"{desk.point.code}{year % 100:02d}{desk.point.device}0000001",
        title=rule.title,
        disclaimer=f"{rule.disclaimer}，{rule.formal}",
        practice=True,
        draft=False,
        point_name=desk.point.name,
        point_code=desk.point.code,
        payer_name="张小样",
        id_masked="341821********001X",
        household="0001",
        benefit_year=year,
        insurance_name=INSURANCE,
        category=None,
        price_fen=38_000,
        subsidy_fen=0,
        due_fen=38_000,
        reason="这是打印样张，没有收款",
        clause="",
        method="cash",
        reference_tail=None,
        terminal=None,
        benefit_start=date(year, 1, 1),
        benefit_end=date(year, 12, 31),
        waiting="0",
        waiting_note="",
        clerk=desk.operator,
        paid_at=now,
        entry_hash8="00000000",
        print_count=0,
        voided=False,
        sheet="0000001" if rule.paper == "prenumbered" else None,
    )
