"""Pictures of the first day: the first window, the steps that follow it, and what the resident is shown (shots.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.window import Window
from app.main import beginning_of, entry_of

if TYPE_CHECKING:
    from app.gui.entry import Beginning, Entry
    from build.shots import Show


def beginning(show: Show) -> None:
    """A computer without a point, step by step to the first payment."""
    turn_to(show, beginning_of(show.folder / "data", home=show.folder / "practice", people=60))
    show.shot("f0-what-for")
    show.keys("F3", "Return")
    show.shot("f1-place-missing")
    page = show.window.beginning_page
    page.steps[0].name.setText("建平镇钟桥村")
    page.steps[0].code.setText("341821100201")
    show.keys("Return")
    show.shot("f2-notice")
    page.steps[1].list.setCurrentRow(4)
    show.keys("Return")
    show.shot("f3-notice-draft")
    page.steps[1].list.setCurrentRow(0)
    show.keys("Return")
    page.clerk.name.setText("李会计")
    page.clerk.passphrase.setText("lianxi1")
    page.clerk.again.setText("lianxi2")
    show.keys("Return")
    show.shot("f4-passphrases-differ")
    turn_to(show, beginning_of(show.folder / "data", home=show.folder / "practice", people=60))
    show.shot("f4-goes-on")
    page = show.window.beginning_page
    show.keys("lianxi1", "Return")
    show.shot("f4-once-more")
    show.keys("lianxi1", "Return")
    show.shot("f5-recovery")
    page.recovery.part.last.setFocus()
    show.keys("Return")
    show.shot("f5-recovery-not-written")
    recovery(show)
    show.shot("f6-roster")
    show.window.page("roster").file.set_path(show.folder / "名册.csv")
    show.keys("F9", "F10")
    show.shot("f7-printing")
    show.keys("Alt+N")
    show.shot("f8-printing-sheet")
    show.keys("Escape", "Alt+M", "Alt+N")
    show.shot("f9-open-the-day")


def recovery(show: Show) -> None:
    """The code was closed away unwritten: a new one, and what its sheet is for."""
    turn_to(show, entry_of(show.folder / "data"))
    show.window.sign_in("李会计", "lianxi1")
    show.window.settle()
    show.shot("f5-sheet-missing")
    show.keys("Alt+N", "lianxi1", "Return")
    show.shot("f5-sheet-new")
    show.keys("Escape")
    show.shot("f5-sheet-leaving")
    part, code = show.window.sheet.part, show.window.sheet.part.recovery
    part.folder.set_path(show.folder)
    show.keys("F7")
    show.shot("f5-sheet-written")
    show.keys(code[-4:], "Return")
    turn_to(show, entry_of(show.folder / "data"))
    show.keys("F8", "0000", "Return", "lianxi2", "Return", "lianxi2", "Return")
    show.shot("f5-forgotten-mistyped")
    show.window.sheet.code.setText(code)
    show.window.sheet.again.setFocus()
    show.keys("Return")
    show.shot("f5-forgotten-done")
    show.keys("lianxi2", "Return")


def turn_to(show: Show, entry: Entry | Beginning) -> None:
    """Another window in the place of the one that is shown."""
    show.window.close()
    show.window = Window(entry)
    if show.size is not None:
        show.window.resize(*show.size)
    show.window.show()
    show.window.settle()


def first_payment(show: Show) -> None:
    """On a practice point, the first payment, and the letters for the resident."""
    show.enter()
    show.shot("g0-first-search")
    show.keys("wjg")
    show.shot("g1-first-found")
    show.keys("Return")
    show.shot("g2-first-family")
    show.keys("Alt+D")
    show.shot("g3-for-the-resident")
    show.keys("Escape", "Return")
    show.shot("g4-first-cash")
    show.keys("2000", "Return")
    show.shot("g5-first-taken")
    show.keys("Alt+D")
    show.shot("g6-change-for-the-resident")
