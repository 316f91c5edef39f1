"""One thing to fill in or choose, with its name over it; hidden and shown as one."""

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.gui.parts.layout import column, label


class Titled(QFrame):
    """A name over a field or over fields side by side."""

    def __init__(self, title: str, item: QWidget | QLayout) -> None:
        super().__init__()
        self.setLayout(column(label(title, "quiet"), item, gap=4))
