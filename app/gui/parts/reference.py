"""The reference number of a card slip, in the two places where it is typed."""

import re

from PySide6.QtWidgets import QLineEdit

from app.gui.words import tr

# 检索参考号 (retrieval reference number), field 37 of ISO 8583: twelve places, figures on the slips of POS terminals.
USUAL = re.compile(r"[0-9]{12}")
ODD = tr(
    "参考号一般是 12 位数字，这里是“{reference}”（{count} 位），还没有登记。请照签购单核对；确实如此，再按一次 Enter。"
)


class ReferenceField(QLineEdit):
    """Takes what is printed; what looks mistyped is asked about once."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("参考号"))
        self.setPlaceholderText(tr("签购单上的 12 位参考号"))
        self._asked = ""

    def doubt(self) -> str:
        """Why this is asked once more; "" where it looks right, or was asked about already."""
        reference = self.text().strip()
        if USUAL.fullmatch(reference) or reference == self._asked:
            return ""
        self._asked = reference
        return ODD.format(reference=reference, count=len(reference))
