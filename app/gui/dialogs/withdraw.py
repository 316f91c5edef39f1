"""撤回退费申请: a request that is no longer wanted, with the reason."""

from collections.abc import Callable

from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.fields import field
from app.gui.parts.layout import label
from app.store.corrections import Request


class WithdrawSheet(Sheet):
    """Nothing is given back and nothing lost by it: a new request can be made at any time."""

    def __init__(self, found: Request, withdraw: Callable[[str, str], str]) -> None:
        super().__init__("撤回退费申请", width=680)
        self._request, self._withdraw = found.request, withdraw
        self.reason = field("撤回原因", "例如：本人不退了，材料不齐以后再申请")
        words = f"{found.name}　{text.yuan(found.amount_fen)}　{found.reason}"
        self.body.addWidget(label(words, "large", wrap=True))
        self.body.addWidget(label(f"凭据 {text.receipt(found.receipt)}，{found.at[:10]} 由 {found.by} 申请", "quiet"))
        contact = f"　联系：{found.contact}" if found.contact else ""
        self.body.addWidget(label(f"凭：{found.evidence}{contact}", "quiet", wrap=True))
        self.body.addWidget(label("撤回原因", "large"))
        self.body.addWidget(self.reason)
        self.body.addWidget(label("撤回以后缴费照旧有效；以后要退可以再申请。", "quiet"))
        self.add_feet("撤回", self._accept)

    def _accept(self) -> None:
        refusal = self._withdraw(self._request, self.reason.text())
        if refusal:
            self.complain(refusal)
            self.reason.setFocus()
        else:
            self.close_sheet()
