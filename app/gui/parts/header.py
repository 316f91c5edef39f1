"""The top of the window: practice or real in words and colour, the pages with their keys, who is signed in."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from app.gui.parts.layout import label, restyle, row

PAGES = (
    ("counter", "收款", "F2"),
    ("day", "账日", "F3"),
    ("hand_over", "交县", "F4"),
    ("roster", "名册", "F5"),
    ("books", "解缴票证", "Alt+J"),
    ("reports", "报表", "Alt+R"),
)


class Header(QFrame):
    """Band, name of the point, navigation, clerk."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.band = label("", "band")
        self.band.setFixedHeight(31)
        self.point, self.clerk = label("", "point"), label("", "clerk")
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        nav = row(gap=4)
        for name, word, key in PAGES:
            button = QPushButton(f"{word}  {key}")
            button.setProperty("kind", "nav")
            button.setCheckable(True)
            button.setAccessibleName(word)
            button.clicked.connect(lambda _on=False, name=name: go(name))
            group.addButton(button)
            nav.addWidget(button)
            self.buttons[name] = button
        bar = QFrame()
        bar.setObjectName("header")
        line = row(label("村缴通", "logo"), self.point, None, nav, None, self.clerk, gap=16)
        line.setContentsMargins(18, 0, 18, 0)
        bar.setLayout(line)
        bar.setFixedHeight(54)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        whole.addWidget(bar)

    def show_kind(self, *, practice: bool, on: str = "") -> None:
        """Say practice or real where nobody can overlook it."""
        day = f"　练习日期 {on}" if on else ""
        self.band.setText(f"◆ 练习　这里的收款和凭据都不作数{day}" if practice else "● 正式收款点")
        restyle(self.band, kind="practice" if practice else "real")

    def show_place(self, point: str, clerk: str) -> None:
        """Which point, and who is signed in."""
        self.point.setText(point)
        self.clerk.setText(f"操作员 {clerk}" if clerk else "")
        for button in self.buttons.values():
            button.setVisible(bool(clerk))

    def mark(self, name: str) -> None:
        """The page that is shown."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)
