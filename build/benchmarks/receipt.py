"""Drawing a receipt, against a bare reportlab page with the same fonts and the same texts; and many of them."""

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from benchmarks.measure import Figure, Work, compare
from benchmarks.size import Size

from app.desk import clock
from app.devices import fonts, receipt_pdf
from app.domain import receipt
from app.domain.receipt import ReceiptView

AIM = 1.5
# What so many receipts may leave behind: less than one of them weighs while it is drawn.
GROWTH_KB = 4096
MM = 72 / 25.4
NAMES = ("曾祥吉", "查小䶮", "欧阳建国", "单桂英", "解春花", "仇志强", "王芳")


def measure(size: Size) -> list[Figure]:
    font = fonts.embedded("main").fontName
    bold = fonts.embedded("bold").fontName

    def ours(number: int) -> object:
        return receipt_pdf.render(view(number))

    def bare(number: int) -> object:
        return page(view(number), font, bold)

    note = "参照：reportlab 画同样的文字，同样的字体，不排版"
    return [
        compare("一张收款凭据的 PDF", ours, bare, aim=AIM, rounds=size.rounds, each=20, note=note),
        many(ours, bare, size.payments),
    ]


def many(ours: Work, bare: Work, count: int) -> Figure:
    """So many receipts one after the other, in turns with as many bare pages; and what stays in memory."""
    before = resident_kb()
    figure = compare(f"{count} 张收款凭据", ours, bare, aim=AIM, rounds=1, each=count, statistic=sum)
    after = resident_kb()
    if before is None or after is None:
        return replace(figure, note="内存增长在本系统上量不出")
    grown = after - before
    return replace(figure, note=f"内存增长 {grown} KB（要求 ≤{GROWTH_KB} KB）", counted=grown <= GROWTH_KB)


def resident_kb() -> int | None:
    """What this process holds in memory now (not its peak), in KB; None where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1])


def page(view: ReceiptView, font: str, bold: str) -> bytes:
    """The texts of a receipt one under the other, and nothing else."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(210 * MM, 148 * MM), pageCompression=1)
    canvas.setFont(bold, 19)
    canvas.drawString(40, 380, view.title)
    for row, line in enumerate(receipt.lines(view)):
        canvas.setFont(font, 9)
        canvas.drawString(40, 350 - 14 * row, line.label)
        canvas.setFont(bold if line.key in ("payer", "due", "upper", "waiting") else font, 10.5)
        canvas.drawString(120, 350 - 14 * row, line.value)
    canvas.setFont(font, 8)
    canvas.drawString(40, 30, view.disclaimer)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def view(number: int) -> ReceiptView:
    """An ordinary receipt; name, amounts and number change from one to the next."""
    due = 3800 + number % 90 * 100
    return ReceiptView(
        number=receipt.number("341821100201", year=2024, device=1, renewal=0, serial=number + 1),
        title="城乡居民基本医疗保险费收款凭据",
        disclaimer="本凭据非税务/财政票据，正式票据以税务机关开具为准。",
        practice=False,
        draft=False,
        point_name="建平镇钟桥村",
        point_code="341821100201",
        payer_name=NAMES[number % len(NAMES)],
        id_masked="341821********1234",
        household="0312",
        benefit_year=2024,
        insurance_name="城乡居民基本医疗保险费",
        category="低保对象",
        price_fen=38000,
        subsidy_fen=38000 - due,
        due_fen=due,
        reason=f"低保对象：标准380元，资助{(38000 - due) // 100}元，个人缴{due // 100}元（三(二)2）",
        clause="",
        method="cash",
        reference_tail=None,
        terminal=None,
        benefit_start=date(2024, 1, 1),
        benefit_end=date(2024, 12, 31),
        waiting="0",
        waiting_note="",
        clerk="李会计",
        paid_at=datetime(2023, 11, 15, 10, 24, number % 60, tzinfo=clock.CHINA),
        entry_hash8="9f3ac07e",
        print_count=0,
        voided=False,
    )
