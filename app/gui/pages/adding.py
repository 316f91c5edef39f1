"""Somebody who is on no roster: one sheet for the roster page and the counter, and on with the payment from there."""

from app.desk.add_resident import Stated, add_resident, read_document
from app.desk.look_up import look_up
from app.domain.identity import normalise
from app.gui.dialogs.add_resident import AddResidentSheet
from app.gui.pages.page import Page
from app.gui.words import tr

LIMIT = 20
IMPORTING = tr("正在导入名册，等导完再登记。什么也没有变。")
ADDED = tr("已登记 {name}，请接着收款。这条登记会随下一次交县报上去，请县里核对后补进名册。")


def open_adding(page: Page, asked: str = "") -> None:
    """Ask who it is; once registered, the counter shows this person. `asked`: what was looked for in vain."""
    session, desk = page.session, page.session.desk
    if session.importing:
        session.say(IMPORTING, "caution")
        return
    made: list[tuple[Stated, str]] = []
    sheet = AddResidentSheet(
        asked,
        lambda words: look_up(desk, words, limit=LIMIT),
        lambda number: read_document(desk, number),
        lambda stated: session.attempt(lambda: made.append((stated, add_resident(desk, stated)))),
    )
    session.hush()
    page.open_sheet(sheet, sheet.first)
    # Not before: a sheet that closes gives the focus back to the page it was opened from.
    sheet.closed.connect(lambda: _go_on(page, *made[0]) if made else None)


def _go_on(page: Page, stated: Stated, resident: str) -> None:
    page.session.refresh()
    page.person_wanted.emit(normalise(stated.document), resident)
    page.session.say(ADDED.format(name=stated.name.strip()), "good")
