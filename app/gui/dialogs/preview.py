"""预览: the receipt as the next print would show it, painted by what prints it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.desk import print_receipt as prints
from app.desk import print_setup
from app.desk.print_setup import PrintSetup
from app.domain.errors import KnownError
from app.domain.receipt import ReceiptView
from app.gui.dialogs.sheet import EDGE, Sheet
from app.gui.parts.layout import label
from app.gui.parts.page_picture import PagePicture, fineness
from app.gui.parts.shade import Shade
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.session import Session

SIZE, LEAST = QSize(820, 520), 240
WAIT = tr("正在排版……")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A page as a picture, its size in mm, and whether a pre-printed form lies beneath."""

    png: bytes
    width: float
    height: float
    on_form: bool


class PreviewSheet(Sheet):
    """Nothing is printed by looking."""

    def __init__(
        self, session: "Session", number: str, print_: Callable[[list[str]], None], back: Callable[[], None]
    ) -> None:
        """`back`: to where it was asked for, once it is left without printing."""
        super().__init__(tr("预览"), width=880)
        self._back_to = back
        self._number, self._print = number, print_
        setup = print_setup.load(session.desk)
        layouts = print_setup.offered(session.desk, setup.how)
        self.picture = PagePicture(tr("凭据预览"), SIZE)
        self.picture.show_words(WAIT)
        self.body.addWidget(
            label(
                tr("版式：{layouts}。打出来就是这个样子；只看，还没有打印。").format(layouts=layouts[setup.layout]),
                "quiet",
            )
        )
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.main = self.add_feet(tr("打印"), self._accept)
        self._session, self._setup = session, setup

    def open_over(self, shade: Shade, first: QWidget) -> None:
        """The page as large as this window has room for, or it would be cut off below."""
        super().open_over(shade, first)
        wanted = sum(part.sizeHint().height() for part in (self._head, self._lines, self._foot))
        lacking = max(0, wanted + 2 * EDGE - shade.host.height())
        self.picture.take(QSize(SIZE.width(), max(LEAST, SIZE.height() - lacking)))
        view, setup, room = prints.view(self._session.desk, self._number), self._setup, self.picture.room
        self._session.background(lambda _desk, _tick: shown(view, setup, room), done=self._show, refused=self._refused)

    def _show(self, found: Shown) -> None:
        if self.is_open:
            self.picture.show_png(found.png)

    def _refused(self, error: KnownError) -> None:
        if self.is_open:
            self.picture.show_words(tr("排不出来"))
            self.main.setEnabled(False)
            self.complain(str(error))

    def _accept(self) -> None:
        self._back_to = lambda: None
        self.close_sheet()
        self._print([self._number])

    def close_sheet(self) -> None:
        """Esc goes back one step, not two."""
        was_open = self.is_open
        super().close_sheet()
        if was_open:
            QTimer.singleShot(0, self._back_to)


def shown(view: ReceiptView, setup: PrintSetup, room: tuple[float, float]) -> Shown:
    """The first page of a receipt as this setup prints it, to fit `room`; for the worker."""
    from app.devices.receipt_drawing import drawings, form
    from app.gui.printing import picture

    page = next(drawings([view], setup.layout))
    under = form(setup.layout) if print_setup.has_form(setup.layout) else None
    png = picture(print_setup.placed(setup, page), under, fineness(page, room))
    return Shown(png=png, width=page.width, height=page.height, on_form=under is not None)
