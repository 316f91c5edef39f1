"""What is not an ordinary payment, for the measurement of stalls: why, a void, a card, sheets, the close, another day,
other colours. By keyboard; each story ends where it says, or the measurement stops.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.desk.day_standing import Standing, standing
from app.domain.day import DENOMINATIONS
from app.gui import scale, style

if TYPE_CHECKING:
    from benchmarks.stalls_child import Day

Key = Qt.Key
ENTER, ESC, DOWN = Key.Key_Return, Key.Key_Escape, Key.Key_Down
F = [Key.Key_F1, *(Key(Key.Key_F1 + number) for number in range(12))]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LOOK_MS, DRESS_MS = 400, 1_000
TERMINAL, REFERENCE, BATCH = "T0000001", "311115000001", "000001"


def why(day: "Day") -> None:
    """Why this sum, what if, what is known of somebody, the resident's view."""
    _find(day, "lw")
    day.press(F[7], F[7], F[12], pause=LOOK_MS)
    _expect(day, "StepsSheet")
    day.press(ESC)
    for key, sheet in ((Key.Key_Z, "RecordSheet"), (Key.Key_D, "FacingSheet")):
        day.press(key, modifier=ALT, pause=LOOK_MS)
        _expect(day, sheet)
        day.press(ESC)


def void(day: "Day") -> None:
    """The last receipt of a day that has a thousand."""
    day.press(F[2])
    day.press(F[11], pause=LOOK_MS)
    _expect(day, "CorrectSheet")
    day.press(ENTER, ENTER, pause=LOOK_MS)
    _expect(day, "VoidSheet")
    day.type("cuo")
    day.press(ENTER, pause=LOOK_MS)
    _expect(day, "")
    _idle(day)


def card(day: "Day") -> None:
    """A family pays by card."""
    _find(day, "cx")
    day.press(F[8], pause=LOOK_MS)
    _expect(day, "CardSheet")
    for words in (TERMINAL, REFERENCE):
        day.type(words)
        day.press(ENTER, pause=LOOK_MS)
    _expect(day, "")
    _idle(day)


def sheets(day: "Day") -> None:
    """The sheets for somebody new, what waits to be printed, a receipt again, the printer, and a theme."""
    _find(day, "wx")
    for key, modifier, sheet in (
        (Key.Key_F5, SHIFT, "AddResidentSheet"), (F[6], None, "WaitingSheet"), (F[10], None, "ReprintSheet"),
    ):  # fmt: skip
        day.press(key, modifier=modifier or Qt.KeyboardModifier.NoModifier, pause=LOOK_MS)
        _expect(day, sheet)
        day.press(ESC)
    day.press(Key.Key_J, modifier=ALT)
    day.press(F[12], pause=LOOK_MS)
    _expect(day, "PrintSetupSheet")
    day.press(ESC)


def close(day: "Day") -> None:
    """The terminal's slip, the count note by note, the close and its report."""
    day.press(F[3], pause=LOOK_MS)
    day.press(F[12], pause=LOOK_MS)
    for words in (BATCH, "1", str(_standing(day).sums.pos_fen // 100)):
        day.type(words)
        day.press(ENTER)
    _expect(day, "")
    page, rest = day.window.page("day"), _standing(day).sums.expected_fen
    for fen in DENOMINATIONS:
        page.notes.boxes[fen].setFocus()
        page.notes.boxes[fen].selectAll()
        day.type(str(rest // fen))
        rest %= fen
    day.press(F[9], F[10], pause=LOOK_MS)
    page.report_file.set_path(day.folder / "日报.pdf")
    day.press(F[7], pause=LOOK_MS)
    _idle(day)
    if not (day.folder / "日报.pdf").exists():
        raise SystemExit("这一天没有日结")


def open_again(day: "Day") -> None:
    """Another day with change money."""
    day.press(F[3], F[9], pause=LOOK_MS)
    day.type("200")
    day.press(F[9], pause=LOOK_MS)
    if day.window.stack.currentWidget() is not day.window.page("counter"):
        raise SystemExit("没有开账")


def colours(day: "Day") -> None:
    """Every theme, larger text, and back."""
    day.press(Key.Key_X, modifier=ALT, pause=LOOK_MS)
    _expect(day, "DisplaySheet")
    day.press(DOWN, DOWN, DOWN, Key.Key_Tab, DOWN, DOWN, pause=DRESS_MS)
    if (style.theme(), scale.percent()) != ("contrast", 150):
        raise SystemExit("没有换颜色和字号")
    day.press(ESC, pause=DRESS_MS)


STORIES: tuple[tuple[str, Callable[["Day"], None]], ...] = (
    ("理由、试算、资料", why), ("作废", void), ("刷卡", card), ("各种登记", sheets), ("点钞日结", close),
    ("再开一个账日", open_again), ("换颜色和字号", colours),
)  # fmt: skip


def _find(day: "Day", letters: str) -> None:
    day.press(F[2])
    day.type(letters)
    day.press(ENTER, pause=LOOK_MS)


def _idle(day: "Day") -> None:
    while day.window.worker.busy:
        day.wait(50)


def _expect(day: "Day", sheet: str) -> None:
    """This sheet lies there, or none."""
    found = type(day.window.sheet).__name__ if day.window.sheet else ""
    if found != sheet:
        raise SystemExit(f"应是“{sheet}”，却是“{found}”")


def _standing(day: "Day") -> Standing:
    if day.window.session is None:
        raise SystemExit("没有登录")
    return standing(day.window.session.desk)
