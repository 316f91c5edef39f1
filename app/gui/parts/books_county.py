"""What goes through the county: refund requests with how far they have come, and what it was asked to look into."""

from PySide6.QtWidgets import QFrame, QWidget

from app.desk import ask_county, refund
from app.desk.desk import Desk
from app.gui import text
from app.gui.dialogs.withdraw import WithdrawSheet
from app.gui.pages.page import Page
from app.gui.parts import books_words as words
from app.gui.parts.books_table import RecordTable
from app.gui.parts.keys import key_button
from app.gui.parts.layout import column, label, row
from app.gui.words import tr
from app.store.corrections import Request, Task

NO_REQUEST = tr("没有退费申请可以撤回。")
ONLY_REQUESTS = tr("这是请县里核对的事，交上去就由县里办，不用撤回。要撤回退费申请，先用 ↑ ↓ 选中它。")


class CountyPart(QFrame):
    """No cash leaves the drawer here: the county decides, and its answers come with its replies."""

    def __init__(self, page: Page, keys_in: QWidget) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self.list: RecordTable[Request | Task] = RecordTable(
            tr("请县里办的事"), words.COUNTY_HEADS, empty=tr("没有退费申请，也没有请县里核对的事。"), wide=1, sums=(2,)
        )
        self.withdraw_button = key_button(keys_in, tr("撤回退费申请"), "F8", self.withdraw)
        title = row(label(tr("请县里办的事"), "title"), label(tr("退费由县里退，柜台不退现金"), "small"), None, gap=12)
        title.addWidget(self.withdraw_button)
        whole = column(title, gap=8)
        whole.addWidget(self.list, 1)
        self.setLayout(whole)

    @property
    def _desk(self) -> Desk:
        return self._session.desk

    def show_now(self) -> None:
        """Read and show: the refunds first, each newest first."""
        requests, tasks = refund.requests(self._desk), ask_county.tasks(self._desk)
        rows = [*(_request_row(each) for each in requests), *(_task_row(each) for each in tasks)]
        self.list.put([*requests, *tasks], rows)

    def withdraw(self) -> None:
        """Take back the chosen request."""
        self._session.hush()
        found = self.list.chosen
        if not isinstance(found, Request):
            self._session.say(ONLY_REQUESTS if found else NO_REQUEST, "calm")
        elif found.state == "withdrawn":
            self._session.say(tr("{name} 的退费申请已经撤回了。").format(name=found.name), "calm")
        else:
            sheet = WithdrawSheet(found, self._withdraw)
            self._page.open_sheet(sheet, sheet.reason)

    def _withdraw(self, request: str, reason: str) -> str:
        def verb() -> None:
            done = refund.withdraw(self._desk, request, reason)
            self._session.say(tr("{name} 的退费申请已撤回，缴费照旧有效。").format(name=done.name), "good")
            self._session.refresh()

        return self._session.attempt(verb)


def _request_row(each: Request) -> tuple[str, str, str, str]:
    doubt = tr("（由县里定）") if each.decision == "refer" else ""
    what = tr("退费：{reason}{doubt}，{evidence}").format(reason=each.reason, doubt=doubt, evidence=each.evidence)
    return (each.name, what, text.yuan(each.amount_fen), words.STATES[each.state])


def _task_row(each: Task) -> tuple[str, str, str, str]:
    category = tr("（{category}）").format(category=each.category) if each.category else ""
    return (
        each.name,
        tr("核对：{kind}{category}，{evidence}").format(
            kind=ask_county.KINDS[each.kind], category=category, evidence=each.evidence
        ),
        "",
        words.STATES[each.state],
    )
