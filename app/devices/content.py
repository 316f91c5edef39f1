"""What a slip says, whatever paper it is for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain import receipt
from app.domain.receipt import Line, ReceiptView

STAMPS = (receipt.VOID_MARK, receipt.REVERSED_MARK)


class Content(NamedTuple):
    """`across` lies across the slip, `stamp` is stamped on it, `tags` stand beside the title, `copy` names a 联."""

    title: str
    lines: Mapping[str, Line]
    note: str = ""
    digits: str = ""
    across: Sequence[str] = ()
    stamp: str = ""
    tags: Sequence[str] = ()
    copy: str = ""


def of_receipt(view: ReceiptView, *, copy: str = "", heading: str = "") -> Content:
    """A receipt's content; `heading` stands for its title on a slip that is no receipt."""
    marks = receipt.marks(view)
    across = (receipt.DRAFT_MARK, receipt.PRACTICE_MARK)
    return Content(
        title=heading or view.title,
        lines={line.key: line for line in receipt.lines(view)},
        note=view.disclaimer,
        digits=view.number,
        across=tuple(mark for mark in marks if mark in across),
        # A void receipt that was also reversed is void: the graver word.
        stamp=next((mark for mark in marks if mark in STAMPS), ""),
        tags=tuple(mark for mark in marks if mark not in (*across, *STAMPS)),
        copy=copy,
    )
