"""One slip of a layout drawn on a sheet: title and marks, bar code, grid or running texts, signatures, disclaimer."""

from collections.abc import Mapping, Sequence

from app.devices import bars, flow, fonts, grid, tags
from app.devices.content import Content
from app.devices.layout import Caption, Field, Ink, Layout, Marks, Note, Stamp, Title
from app.devices.sheet import INK, STAMP, WATERMARK, Sheet
from app.devices.typeset import MIDDLE, MM, fit
from app.domain.errors import Refused
from app.domain.receipt import Line


def draw(sheet: Sheet, layout: Layout, content: Content) -> float:
    """Draw the slip at the sheet's top; answers its height. Refused("layout_full") where its texts have no room."""
    content = _marked(sheet, layout, content)
    _head(sheet, layout, content)
    for field in layout.fields:
        _field(sheet, field, content.lines)
    return _within(layout, content, _body(sheet, layout, content))


def _marked(sheet: Sheet, layout: Layout, content: Content) -> Content:
    """The marks across the slip; those the layout has no place for become tags, so that none is lost."""
    words: list[str] = []
    if content.stamp and layout.stamp:
        _stamp(sheet, layout.stamp, content.stamp, layout.ink)
    elif content.stamp:
        words.append(content.stamp)
    if layout.marks:
        _across(sheet, layout.marks, content.across, layout.ink)
    else:
        words += content.across
    return content._replace(tags=(*words, *content.tags))


def _across(sheet: Sheet, part: Marks, words: Sequence[str], ink: Ink) -> None:
    """Behind the text, so that it stays readable."""
    grey = INK if ink.outline else WATERMARK
    for index, word in enumerate(words):
        middle = part.middle + (index - (len(words) - 1) / 2) * part.pitch
        colour = (grey, grey, grey)
        sheet.mark(word, part.x, middle, size=part.size, angle=part.angle, colour=colour, outline=ink.outline)


def _stamp(sheet: Sheet, part: Stamp, word: str, ink: Ink) -> None:
    """Behind the text too: a void must not hide the figures it voids."""
    size = part.size * min(1.0, 2 / len(word))  # three characters take the room of two
    colour = (INK, INK, INK) if ink.outline else STAMP
    sheet.mark(word, part.x, part.middle, size=size, angle=part.angle, colour=colour, outline=ink.outline, framed=True)


def _head(sheet: Sheet, layout: Layout, content: Content) -> None:
    for caption in layout.captions:
        _caption(sheet, caption, caption.text)
    if layout.title:
        _title(sheet, layout.title, () if layout.tags else content.tags, content)
    if layout.tags:
        tags.row(sheet, content.tags, layout.tags.x, layout.tags.middle, size=layout.tags.size)
    if layout.barcode and content.digits and layout.flow is None:
        bars.draw(sheet, layout.barcode, content.digits)
    if layout.number:
        number = content.lines["number"]
        _caption(sheet, layout.number, f"{number.label} {number.value}")
    if layout.copy and content.copy:
        _caption(sheet, layout.copy, content.copy)


def _caption(sheet: Sheet, part: Caption, text: str) -> None:
    sheet.text(text, part.x, part.baseline, size=part.size, role=part.role, align=part.align)


def _title(sheet: Sheet, part: Title, beside: Sequence[str], content: Content) -> None:
    """The title, and the tags beside it, which have their room first."""
    taken = sum(tags.width(tag, part.tag) + tags.GAP for tag in beside)
    title = fit(content.title, part.right - part.left - taken, big=part.big, small=part.small, role="bold")
    sheet.block(title, part.left, part.middle, role="bold")
    end = max(fonts.width(line, size=title.size, role="bold") for line in title.lines) / MM + tags.GAP
    tags.row(sheet, beside, part.left + end, part.middle, size=part.tag)


def _field(sheet: Sheet, field: Field, lines: Mapping[str, Line]) -> None:
    """A value alone, its last line on the baseline."""
    if field.key not in lines:
        return
    line = lines[field.key]
    text = f"{line.label} {line.value}" if field.labelled else line.value
    value = fit(text, field.width, big=field.big, small=field.small, role=field.role)
    middle = field.baseline - value.height_mm / 2 + value.size * (0.66 - MIDDLE) / MM
    sheet.block(value, field.x, middle, role=field.role, align=field.align)


def _body(sheet: Sheet, layout: Layout, content: Content) -> float:
    """What grows with its texts; answers where it ends."""
    if layout.flow:
        return flow.draw(sheet, layout, layout.flow, content)
    end = down = 0.0
    if layout.grid:
        end = grid.draw(sheet, layout.grid, content.lines, layout.ink)
        # A reason of many lines pushes the signatures down rather than standing on them.
        down = end - layout.grid.bottom
    if layout.signatures:
        grid.signatures(sheet, layout.signatures, layout.ink, down=down)
        end = layout.signatures.baseline + down + 1
    if layout.note and content.note:
        end = _note(sheet, layout.note, content.note, layout.ink, down)
    return end


def _note(sheet: Sheet, part: Note, text: str, ink: Ink, down: float) -> float:
    note = fit(text, part.right - part.left, big=part.big, small=part.small)
    sheet.block(note, part.left, part.middle + down, grey=ink.label)
    return part.middle + down + note.height_mm / 2 - 0.5


def _within(layout: Layout, content: Content, end: float) -> float:
    """The slip's height, which is given or follows from where its content ends."""
    given = layout.slips.height or layout.paper.height
    if given is None:
        return end
    if end > given - (0 if layout.flow else layout.paper.edge) + 0.01:
        raise Refused("layout_full", number=content.digits or content.title, layout=layout.name)
    return given
