"""Texts one below the other, as on a roll and on a slip for elders: the page is as long as they are."""

from collections.abc import Callable

from app.devices import bars, fonts, tags
from app.devices.content import Content
from app.devices.layout import Flow, Layout, Type
from app.devices.sheet import INK, Sheet
from app.devices.typeset import MM, fit
from app.domain.receipt import Line

# One element drawn with its top at y; answers where it ends.
Element = Callable[[Sheet, Layout, Flow, Content, float], float]


def draw(sheet: Sheet, layout: Layout, flow: Flow, content: Content) -> float:
    """Draw what `flow.order` names; answers where it ends, the margin below included."""
    y = flow.top
    for name in flow.order:
        if name in ELEMENTS:
            y = ELEMENTS[name](sheet, layout, flow, content, y)
        elif name in content.lines:
            y = _line(sheet, layout, flow, content.lines[name], y)
    return y + flow.bottom


def _line(sheet: Sheet, layout: Layout, flow: Flow, line: Line, y: float) -> float:
    """A label, and its value beside or below it."""
    kind = flow.types.get(line.key, flow.plain)
    if flow.label_width:
        value = fit(
            line.value, flow.right - flow.left - flow.label_width, big=kind.big, small=kind.small, role=kind.role
        )
        height = max(kind.row, value.height_mm)
        label = fit(line.label, flow.label_width - 0.5, big=flow.label_size, small=min(7.0, flow.label_size))
        # Beside a value of several lines the label stands at the first.
        first = y + height / 2 - value.height_mm / 2 * (1 - 1 / len(value.lines))
        sheet.block(label, flow.left, first, grey=layout.ink.label)
        sheet.block(value, flow.left + flow.label_width, y + height / 2, role=kind.role)
        return y + height + flow.gap
    below = _text(sheet, flow, line.label, Type(big=flow.label_size, small=flow.label_size, row=0), y, layout.ink.label)
    return _text(sheet, flow, line.value, kind, below - flow.gap, INK)


def _text(sheet: Sheet, flow: Flow, text: str, kind: Type, y: float, grey: float = INK) -> float:
    """A text over the whole width."""
    fitted = fit(text, flow.right - flow.left, big=kind.big, small=kind.small, role=kind.role)
    height = max(kind.row, fitted.height_mm)
    sheet.block(fitted, flow.left, y + height / 2, role=kind.role, grey=grey)
    return y + height + flow.gap


def _title(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    kind = flow.types.get("title", Type(big=14, small=11, role="bold"))
    return _text(sheet, flow, content.title, kind, y)


def _tags(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    """The marks in frames, in as many rows as they need; one that is too wide is set smaller."""
    size = flow.types.get("tags", Type(big=12)).big
    x = flow.left
    for tag in content.tags:
        fitting = min(size, size * (flow.right - flow.left) / tags.width(tag, size))
        if x > flow.left and x + tags.width(tag, fitting) > flow.right:
            x, y = flow.left, y + tags.height(size) + flow.gap
        tags.draw(sheet, tag, x, y + tags.height(size) / 2, size=fitting)
        x += tags.width(tag, fitting) + tags.GAP
    return y + tags.height(size) + flow.gap if content.tags else y


def _barcode(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    if layout.barcode is None or not content.digits:
        return y
    bars.draw(sheet, layout.barcode, content.digits, top=y)
    return y + layout.barcode.height + flow.gap


def _number(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    """The number under its bars, in the middle, without its label."""
    if not content.digits:
        return y
    kind = flow.types.get("number", flow.plain)
    fitted = fit(content.lines["number"].value, flow.right - flow.left, big=kind.big, small=kind.small)
    middle = (flow.left + flow.right) / 2
    sheet.block(fitted, middle, y + fitted.height_mm / 2, align="middle")
    return y + fitted.height_mm + flow.gap


def _note(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    return _text(sheet, flow, content.note, flow.types.get("note", flow.plain), y, layout.ink.label)


def _say(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    for sentence in flow.say:
        y = _text(sheet, flow, sentence, flow.types.get("say", flow.plain), y)
    return y


def _rule(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    sheet.lines([(flow.left, y, flow.right, y)], weight=layout.ink.frame, grey=layout.ink.rule)
    return y + flow.gap


def _signatures(sheet: Sheet, layout: Layout, flow: Flow, content: Content, y: float) -> float:
    """One place to sign below the other: a roll is narrow, a hand is not."""
    part = layout.signatures
    if part is None:
        return y
    for label in part.labels:
        start = flow.left + fonts.width(label, size=part.size) / MM + 2
        sheet.text(label, flow.left, y + part.line - 1, size=part.size, grey=layout.ink.label)
        sheet.lines([(start, y + part.line, flow.right, y + part.line)], weight=layout.ink.hairline, grey=INK)
        y += part.line + flow.gap
    return y


ELEMENTS: dict[str, Element] = {
    "title": _title,
    "tags": _tags,
    "barcode": _barcode,
    "number": _number,
    "note": _note,
    "say": _say,
    "rule": _rule,
    "signatures": _signatures,
}
