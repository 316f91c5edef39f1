"""A chapter's look: Qt sets Markdown plainly; here it gets the program's type scale, colours and room between lines."""

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from app.gui import scale, style

BASE, KEY = 18, 16
HEADINGS = {1: 28, 2: 22, 3: 19}
LINE_PER_CENT, PROPORTIONAL = 115.0, 1
PADDING, MARGIN, INDENT = 6, 20, 36
COLUMNS = {2: (30, 70), 3: (24, 32, 44)}
"""What the columns of a table of so many take of its width, in per cent: tables below one another look like one."""


def dress(document: QTextDocument) -> None:
    """Dress all of a document that was just set."""
    document.setDefaultFont(style.font(BASE))
    document.setDocumentMargin(MARGIN)
    document.setIndentWidth(scale.px(INDENT))
    whole = QTextCursor(document)
    whole.beginEditBlock()
    block = document.begin()
    while block.isValid():
        _dress_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)
    whole.endEditBlock()


def _dress_block(block: QTextBlock) -> None:
    runs = _runs(block)
    cursor, level = QTextCursor(block), block.blockFormat().headingLevel()
    if cursor.currentTable() is None:
        cursor.setBlockFormat(_room(block, level, picture=any(look.isImageFormat() for _, _, look in runs)))
    for start, length, look in runs:
        if level or look.isAnchor() or look.fontFixedPitch():
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_look(look, level))


def _room(block: QTextBlock, level: int, *, picture: bool) -> QTextBlockFormat:
    shape = block.blockFormat()
    if not picture:
        # Around a picture a proportional line would put room of its size.
        shape.setLineHeight(LINE_PER_CENT, PROPORTIONAL)
    shape.setTopMargin(16 if level > 1 else 6 if picture else 0)
    shape.setBottomMargin(4 if block.textList() is not None else 8)
    return shape


def _runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Where each run of one format begins, how long it is, and the format."""
    found, run = [], block.begin()
    while not run.atEnd():
        piece = run.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        run += 1
    return found


def _look(old: QTextCharFormat, level: int) -> QTextCharFormat:
    """A heading, a link, or a key: what the chapters write as code."""
    new = QTextCharFormat(old)
    new.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    new.setFontUnderline(old.isAnchor())
    if old.fontFixedPitch():
        new.setFontFamilies(list(style.FAMILIES))
        new.setBackground(style.colour("tint"))
    else:
        new.setForeground(style.colour("strong"))
    if level or old.fontFixedPitch():
        new.setFontWeight(QFont.Weight.Bold)
        new.setProperty(QTextFormat.Property.FontPixelSize, scale.px(HEADINGS.get(level, KEY)))
    return new


def _dress_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellPadding(PADDING)
    shape.setCellSpacing(0)
    shape.setBottomMargin(12)
    shape.setWidth(_per_cent(100))
    shape.setColumnWidthConstraints([_per_cent(each) for each in COLUMNS.get(table.columns(), ())])
    table.setFormat(shape)
    for row in range(table.rows()):
        for place in range(table.columns()):
            cell = table.cellAt(row, place)
            lines = cell.format().toTableCellFormat()
            lines.setBottomBorder(1)
            lines.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            lines.setBottomBorderBrush(style.colour("line"))
            cell.setFormat(lines)


def _per_cent(share: int) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)
