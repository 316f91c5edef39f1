"""The top of the window: practice or real in words and colour, the pages with their keys, who is signed in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from app.gui import scale
from app.gui.icons import icon
from app.gui.parts.flow import Flow
from app.gui.parts.layout import label, restyle, row
from app.gui.words import tr

PAGES = (
    ("home", tr("首页"), "Alt+S"),
    ("counter", tr("收款"), "F2"),
    ("day", tr("账日"), "F3"),
    ("hand_over", tr("交县"), "F4"),
    ("roster", tr("名册"), "F5"),
    ("books", tr("解缴票证"), "Alt+J"),
    ("reports", tr("报表"), "Alt+R"),
)
ICONS = {
    "home": "house", "counter": "hand-coins", "day": "calendar-check", "hand_over": "usb", "roster": "users",
    "books": "landmark", "reports": "chart-column",
}  # fmt: skip
ICON, ICON_GAP = 20, 4
# What Qt keeps between an icon and its word.
QT_GAP = 4
# Margins, gaps, and the bold of the page that is shown.
SLACK = 120


def _make_room_for_bold(button: QPushButton) -> None:
    """The page that is shown stands in bold, and its neighbours must not move for it."""
    bold = QFont(button.font())
    bold.setBold(True)
    more = QFontMetrics(bold).horizontalAdvance(button.text()) - button.fontMetrics().horizontalAdvance(button.text())
    button.setMinimumWidth(button.sizeHint().width() + max(0, more))


def _help_button() -> QPushButton:
    """A click takes no focus, so that one reads about what one was just doing; Tab comes to it all the same."""
    made = QPushButton(tr("帮助 F1"))
    made.setAccessibleName(tr("帮助"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    return made


class Header(QFrame):
    """Band, name of the point, navigation, clerk. Where there is little room the name of the program goes, then the
    keys beside the pages' names, then their icons; what is still too wide goes on in a further line."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.band, self.help = label("", "band", wrap=True), _help_button()
        self.logo, self.point, self.clerk = label(tr("村缴通"), "logo"), label("", "point"), label("", "clerk")
        self.buttons: dict[str, QPushButton] = {}
        for name, word, _ in PAGES:
            button = QPushButton()
            button.setProperty("kind", "nav")
            button.setCheckable(True)
            button.setAccessibleName(word)
            button.clicked.connect(lambda _on=False, name=name: go(name))
            self.buttons[name] = button
        bar = QFrame()
        bar.setObjectName("header")
        nav, who = QFrame(), QFrame()
        nav.setLayout(Flow(*self.buttons.values(), gap=2))
        who.setLayout(row(self.logo, self.point, gap=16))
        line = Flow(who, nav, self.clerk, gap=12, spread=True)
        line.setContentsMargins(18, 0, 18, 0)
        bar.setLayout(line)
        scale.fix(bar, least_height=54)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        above = row(gap=0)
        above.addWidget(self.band, 1)
        above.addWidget(self.help)
        whole.addLayout(above)
        whole.addWidget(bar)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        # Before sign-in the pages' buttons are hidden: the first frame does not wait for their icons.
        if not self.clerk.text():
            return
        for button in self.buttons.values():
            button.setIcon(QIcon())
        self._fit()

    def _fit(self) -> None:
        """Everything, or as much of it as one line holds."""
        room = self.width()
        whole = self._wanted(keys=True, icons=True)
        self.logo.setVisible(whole + self.logo.sizeHint().width() <= room)
        with_keys, with_icons = whole <= room, self._wanted(keys=False, icons=True) <= room
        for place, (name, button) in enumerate(self.buttons.items()):
            words = _words(place, with_keys=with_keys)
            if words != button.text():
                button.setText(words)
                button.setToolTip("" if with_keys else PAGES[place][2])
            if with_icons == button.icon().isNull():
                self._draw(button, ICONS[name] if with_icons else None)
            _make_room_for_bold(button)

    def _draw(self, button: QPushButton, name: str | None) -> None:
        size = scale.px(ICON)
        fine = self.devicePixelRatioF()
        button.setIcon(icon(name, "on_header", ICON, after=ICON_GAP, fineness=fine) if name else QIcon())
        button.setIconSize(QSize(size + ICON_GAP, size))

    def _wanted(self, *, keys: bool, icons: bool) -> int:
        """How wide everything but the name of the program would be."""
        wide = SLACK + self.point.sizeHint().width() + self.clerk.sizeHint().width()
        picture = scale.px(ICON) + ICON_GAP + QT_GAP
        for place, button in enumerate(self.buttons.values()):
            if not button.isHidden():
                ink = button.fontMetrics()
                less, more = ink.horizontalAdvance(button.text()), ink.horizontalAdvance(_words(place, with_keys=keys))
                wide += button.sizeHint().width() + more - less + picture * (icons - (not button.icon().isNull()))
        return wide

    def show_kind(self, *, practice: bool, on: str = "", draft: bool = False, year_over: int | None = None) -> None:
        """Say practice or real where nobody can overlook it, that a notice is a draft, that its year is over."""
        day = tr("　练习日期 {on}").format(on=on) if on else ""
        rules = tr("　▲ 政策包是征求意见稿，不能照它收费") if draft else ""
        rules += tr("　▲ 政策包管的 {year} 年度已经过完，请向县里要新的").format(year=year_over) if year_over else ""
        self.band.setText(
            tr("◆ 练习　这里的收款和凭据都不作数{day}{rules}").format(day=day, rules=rules)
            if practice
            else tr("● 正式收款点{rules}").format(rules=rules)
        )
        restyle(self.band, kind="practice" if practice else "real")
        restyle(self.help, band="practice" if practice else "real")

    def show_place(self, point: str, clerk: str) -> None:
        """Which point, and who is signed in."""
        self.point.setText(point)
        self.clerk.setText(tr("操作员 {clerk}").format(clerk=clerk) if clerk else "")
        for button in self.buttons.values():
            button.setVisible(bool(clerk))
        self._dress()

    def mark(self, name: str) -> None:
        """The page that is shown. The buttons are no group of Qt's: in one Tab would come to one of them only."""
        for each, button in self.buttons.items():
            button.setChecked(each == name)


def _words(place: int, *, with_keys: bool) -> str:
    _, word, key = PAGES[place]
    return f"{word} {key}" if with_keys else word
