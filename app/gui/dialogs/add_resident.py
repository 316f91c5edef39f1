"""登记一个人: somebody who is on no roster (a newborn, a wife who moved in), entered from the document in hand."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from app.desk.add_resident import Stated
from app.domain.errors import Refused
from app.domain.identity import Document
from app.domain.roster_columns import ALIASES
from app.domain.roster_row import HUKOU_BY_DOCUMENT
from app.domain.roster_values import HUKOU, LAST_YEAR
from app.gui import text
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import field
from app.gui.parts.household_field import Find, HouseholdField
from app.gui.parts.layout import label, sides
from app.gui.parts.titled import Titled
from app.gui.words import tr

WIDTH = 920
INTRO = tr("照证件填。低保、特困这些身份类别这里不填：只以部门的名单为准，等部门的名单来。")
WHICH_NUMBER = tr("身份证号从身份证或户口簿上抄；还没有上户口的新生儿，抄出生医学证明编号。")
BY_CERTIFICATE = tr("出生医学证明的编号里没有出生日期：请照证明填上。")
NO_BIRTHDAY = tr("这个号码看不全生日：请填出生日期。")
UNKNOWN = tr("不知道，用到时再问")
DOCUMENTS = {
    "id_card": tr("居民身份证"),
    "hmt_residence": tr("港澳台居民居住证"),
    "foreign_permanent": tr("外国人永久居留身份证"),
    "birth_certificate": tr("出生医学证明"),
}
# What a person says of oneself under "relation" who is the head.
HEAD = ALIASES["head"][0]
Read = Callable[[str], Document]
"""What a document number tells. Raises Refused: it is none, or its person is on the roster."""
Add = Callable[[Stated], str]
"""Enters the person; "" or the sentence why not."""


class AddResidentSheet(Sheet):
    """Who it is, which household, the rest; Enter goes from field to field and registers on the last."""

    def __init__(self, asked: str, find: Find, read: Read, add: Add) -> None:
        """`asked`: what was looked for in vain; a name or a number need not be typed again."""
        super().__init__(tr("登记一个名册上没有的人"), width=WIDTH)
        self._read, self._add = read, add
        self.name = field(tr("姓名"))
        self.document = field(tr("证件号码"))
        self.birth = field(tr("出生日期"), tr("例如：2023-11-02"))
        self.told = label(WHICH_NUMBER, "quiet", wrap=True)
        self.household = HouseholdField(find)
        self.relation = field(tr("与户主关系"), tr("例如：子、儿媳、户主"))
        self.group = field(tr("村民小组"))
        self.phone = field(tr("电话（可以不填）"))
        self.hukou = _box(tr("户籍（↑ ↓ 选）"), "hukou", HUKOU)
        self.last_year = _box(tr("上年参保（↑ ↓ 选）"), "last_year", LAST_YEAR, first=UNKNOWN)
        self.note = field(tr("为什么名册上没有（可以不填）"), tr("例如：10 月嫁入，户口已迁来"))
        self._build()
        self.add_feet(tr("登记"), self._accept)
        self.document.textChanged.connect(lambda _words: self._look())
        self.household.changed.connect(self._show_group)
        self._start(asked.strip())

    def _build(self) -> None:
        self.told.setAccessibleName(tr("证件说明"))
        self.born, self.place = _titled(self.birth), _titled(self.group)
        self.born.hide()
        who = sides(_titled(self.name), _titled(self.document), self.born)
        home = sides(_titled(self.relation), self.place, _titled(self.phone))
        rest = sides(_titled(self.hukou), _titled(self.last_year), _titled(self.note))
        for line, widths in ((who, (3, 5, 3)), (home, (1, 1, 1)), (rest, (3, 4, 5))):
            for place, wide in enumerate(widths):
                line.setStretch(place, wide)
        self.body.addWidget(label(INTRO, "quiet", wrap=True))
        self.body.addLayout(who)
        self.body.addWidget(self.told)
        self.body.addWidget(self.household)
        self.body.addLayout(home)
        self.body.addLayout(rest)

    def _start(self, asked: str) -> None:
        if any(each.isdigit() for each in asked):
            self.document.setText(asked)
        elif not asked.isascii():
            self.name.setText(asked)

    @property
    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.document if self.name.text() else self.name

    # -- what the number and the household tell

    def _look(self) -> None:
        """What the number says for itself is not asked."""
        self.complain("")
        try:
            document = self._read(self.document.text())
        except Refused:
            self.told.setText(WHICH_NUMBER)
            self.born.hide()
            return
        self.told.setText(_told(document))
        self.born.setVisible(document.birth_date is None)
        self.hukou.setCurrentIndex(self.hukou.findData(_hukou_of(document)))

    def _show_group(self) -> None:
        """Who joins a household lives where it does."""
        joined = self.household.joined
        self.place.setVisible(joined is None or not joined.group)

    # -- doing

    def _accept(self) -> None:
        if self._stops():
            return
        self.complain("")
        self.household.fold()
        fields = (self.name, self.document, self.birth, self.household.search, self.relation, self.group, self.phone)
        if self.goes_on(*fields, self.hukou, self.last_year, self.note):
            return
        refusal = self._wrong_household() or self._add(self._stated())
        if refusal:
            self.complain(refusal)
            go_to(self._doubtful())
        else:
            self.close_sheet()

    def _stops(self) -> bool:
        """Whether Enter must stay: a slip in the number or the household is seen best before the rest is typed."""
        if self.document.hasFocus():
            why = self._wrong_document()
        elif self.household.search.hasFocus():
            why = self._wrong_household()
        else:
            return False
        if why:
            self.complain(why)
        return bool(why)

    def _wrong_document(self) -> str:
        try:
            self._read(self.document.text())
        except Refused as refusal:
            return str(refusal)
        return ""

    def _wrong_household(self) -> str:
        return self.household.refusal

    def _doubtful(self) -> QWidget:
        """The field that is most likely wrong."""
        if self._wrong_household():
            return self.household.search
        if not self.name.text().strip():
            return self.name
        if self._wrong_document():
            return self.document
        return self.birth if self.born.isVisible() else self.name

    def _stated(self) -> Stated:
        joined, name, relation = self.household.joined, self.name.text(), self.relation.text().strip()
        own = name if relation == HEAD else ""
        return Stated(
            name=name,
            document=self.document.text(),
            birth_date=self.birth.text() if self.born.isVisible() else "",
            household=self.household.number,
            head=joined.head if joined else own,
            relation=relation,
            group=joined.group if joined and joined.group else self.group.text(),
            phone=self.phone.text(),
            hukou=self.hukou.currentData(),
            last_year=self.last_year.currentData(),
            note=self.note.text(),
        )


def _titled(item: QWidget) -> Titled:
    return Titled(item.accessibleName(), item)


def _box(name: str, fact: str, words: Mapping[str, str | None], *, first: str = "") -> QComboBox:
    """The answers as the counter gives them; each carries the word a roster has for it, `first` carries none."""
    made = QComboBox()
    made.setAccessibleName(name)
    if first:
        made.addItem(first, "")
    for value, shown in text.ANSWERS[fact]:
        made.addItem(shown, next(word for word, meaning in words.items() if meaning == value))
    return made


def _hukou_of(document: Document) -> str:
    """The roster's word for where such a document's people are registered."""
    value = HUKOU_BY_DOCUMENT.get(document.type, "local")
    return next(word for word, meaning in HUKOU.items() if meaning == value)


def _told(document: Document) -> str:
    """What the number says: to be compared with the person who stands there."""
    if document.birth_date is None:
        return BY_CERTIFICATE if document.type == "birth_certificate" else NO_BIRTHDAY
    return tr("✓ {document}：{sex}，{born}。请与本人核对。").format(
        document=DOCUMENTS[document.type], sex=text.SEX[document.sex], born=text.born(document.birth_date)
    )
