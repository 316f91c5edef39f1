"""撤回退费申请: a request that is no longer wanted, with the reason."""

from collections.abc import Callable

from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.fields import field
from app.gui.parts.layout import label
from app.gui.words import tr
from app.store.corrections import Request


class WithdrawSheet(Sheet):
    """Nothing is given back and nothing lost by it: a new request can be made at any time."""

    def __init__(self, found: Request, withdraw: Callable[[str, str], str]) -> None:
        super().__init__(tr("撤回退费申请"), width=680)
        self._request, self._withdraw = found.request, withdraw
        self.reason = field(tr("撤回原因"), tr("例如：本人不退了，材料不齐以后再申请"))
        words = tr("{name}　{amount}　{reason}").format(
            name=found.name, amount=text.yuan(found.amount_fen), reason=found.reason
        )
        self.body.addWidget(label(words, "large", wrap=True))
        self.body.addWidget(
            label(
                tr("凭据 {receipt}，{at} 由 {by} 申请").format(
                    receipt=text.receipt(found.receipt), at=found.at[:10], by=found.by
                ),
                "quiet",
            )
        )
        contact = tr("　联系：{contact}").format(contact=found.contact) if found.contact else ""
        self.body.addWidget(
            label(tr("依据：{evidence}{contact}").format(evidence=found.evidence, contact=contact), "quiet", wrap=True)
        )
        self.body.addWidget(label(tr("撤回原因"), "large"))
        self.body.addWidget(self.reason)
        self.body.addWidget(label(tr("撤回以后缴费照旧有效；以后要退可以再申请。"), "quiet", wrap=True))
        self.add_feet(tr("撤回"), self._accept)

    def _accept(self) -> None:
        refusal = self._withdraw(self._request, self.reason.text())
        if refusal:
            self.complain(refusal)
            self.reason.setFocus()
        else:
            self.close_sheet()
