"""The county's accounts as an .xlsx: one sheet for each question. People stand in it masked."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.county.reconcile import Reconciled
from app.devices import stick
from app.domain import fingerprint
from app.domain.journal import stamp
from app.domain.receipt import METHODS

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
_PROPOSALS = {"keep": "保留", "refund": "建议退费（由县里决定）"}


def write(found: Reconciled, *, county: str, practice: bool, path: Path, now: datetime) -> None:
    """Write the workbook durably. Raises Refused as stick.write does."""
    stick.write(path, _workbook([_summary(found, county, practice, now), *_sheets(found)]))


def _workbook(sheets: list[Sheet]) -> bytes:
    import xlsxwriter

    whole = io.BytesIO()
    # What a point sent is text and stays text: no formulas, links or numbers are made of it.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(whole, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        money = book.add_format({"num_format": "#,##0.00"})
        for title, header, rows in sheets:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(header), 22)
            sheet.write_row(0, 0, header, bold)
            for number, row in enumerate(rows, start=1):
                _write_row(sheet, number, row, header, money)
    return whole.getvalue()


def _write_row(sheet: Any, number: int, row: Sequence[Any], header: Sequence[str], money: Any) -> None:
    for column, value in enumerate(row):
        if "（元）" in header[column]:
            # Only here, at the edge: a spreadsheet has no fen. Below 90 trillion fen the quotient shows exactly.
            sheet.write_number(number, column, value / 100, money)
        else:
            sheet.write(number, column, value)


def _summary(found: Reconciled, county: str, practice: bool, now: datetime) -> Sheet:
    rows = [
        ("县（市、区）", county + ("（练习）" if practice else "")),
        ("生成时间", stamp(now)),
        ("缴费人数", found.people),
        ("有效缴费笔数", found.active_payments),
        ("金额（分）", found.total_fen),
        ("重复缴费", len(found.conflicts)),
        ("缺号", len(found.gaps)),
        ("账簿分叉", len(found.forks)),
        ("退回的记录", found.quarantined),
        ("未报收款点", len(found.silent_points)),
    ]
    return "汇总", ("项目", "数值"), rows


def _sheets(found: Reconciled) -> list[Sheet]:
    points = [(p.point, p.name, p.people, p.active_payments, p.due_fen, p.last_seq) for p in found.points]
    cases = [
        (
            c.person_masked,
            c.year,
            p.point,
            p.receipt,
            p.due_fen,
            METHODS.get(p.method, p.method),
            p.at,
            _PROPOSALS[p.proposal],
        )
        for c in found.conflicts
        for p in c.payments
    ]
    gaps = [(g.point, g.name, fingerprint.grouped(g.journal), g.first_missing, g.last_missing) for g in found.gaps]
    forks = [(f.point, fingerprint.grouped(f.journal), f.seq, f.held_head, f.other_head) for f in found.forks]
    silent = [(s.point, s.name, s.device) for s in found.silent_points]
    return [
        ("收款点", ("收款点", "名称", "人数", "有效笔数", "金额（元）", "已收到序号"), points),
        ("重复缴费", ("身份证件", "年度", "收款点", "凭据号", "金额（元）", "方式", "时间", "建议"), cases),
        ("缺号", ("收款点", "名称", "账簿", "缺号起", "缺号止"), gaps),
        ("账簿分叉", ("收款点", "账簿", "自序号", "已收链头", "另一链头"), forks),
        ("未报收款点", ("收款点", "名称", "设备"), silent),
    ]
