"""Which column of a roster is which: the header row found, and each heading recognised by the names agencies use.

A village gets its roster from the township, the county or a department, each with its own headings, titles above them
and columns in any order.
"""

import re
import unicodedata

from msgspec import Struct

from app.domain.errors import Refused

HEADER_SEARCH_ROWS = 20

# The first name is the one used in sentences, and by the rosters this program writes itself.
ALIASES: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "参保人姓名", "人员姓名", "居民姓名", "成员姓名", "参保人"),
    "document": (
        "身份证号", "证件号码", "公民身份号码", "身份证号码", "居民身份证", "居民身份证号", "居民身份证号码",
        "公民身份证号", "公民身份证号码", "证件号", "身份证", "身份号码", "参保人身份证号", "身份证件号码",
    ),
    "document_type": ("证件类型", "证件种类", "证件类别"),
    "household": ("户号", "户编号", "家庭编号", "户编码", "家庭编码", "户籍编号", "户口编号"),
    "head": ("户主", "户主姓名"),
    "relation": ("与户主关系", "家庭关系", "关系", "户主关系", "和户主关系"),
    "group": ("村民小组", "组别", "组", "小组", "村组", "村民组", "所在组", "所属小组"),
    "town": (
        "乡镇", "街道", "镇(街道)", "乡镇(街道)", "乡(镇)", "乡镇街道", "镇街", "乡镇/街道", "镇/街道",
        "所属乡镇", "所在乡镇", "所属街道", "所在街道", "所属镇", "所在镇", "乡镇名称", "所属乡镇街道", "所在乡镇街道",
        "所属镇街", "所在镇街",
    ),
    "phone": ("手机", "联系电话", "手机号", "电话", "手机号码", "电话号码", "联系方式"),
    "categories": (
        "人员类别", "资助类别", "困难类别", "身份类别", "人员属性", "资助人员类别", "困难人员类别", "特殊人群类别",
        "资助对象类别", "困难人员身份", "医疗救助对象类别",
    ),
    "recognised_on": ("认定日期", "认定时间", "身份认定日期", "身份认定时间"),
    "removed_on": ("取消日期", "退出日期", "取消时间", "退出时间", "身份取消日期"),
    "last_year": ("上年参保", "上年是否参保", "上年参保状态", "上年度参保", "上年度是否参保", "上年参保情况"),
    "last_year_paid": (
        "上年缴费金额", "上年个人缴费", "上年个人缴费金额", "上年实缴", "上年实缴金额", "上年度缴费金额",
        "上年度个人缴费", "上年度个人缴费金额", "上年度实缴金额", "上年缴纳金额", "上年度缴纳金额",
    ),
    "last_year_category": (
        "上年资助类别", "上年人员类别", "上年困难类别", "上年类别", "上年身份类别", "上年度资助类别", "上年度人员类别",
        "上年度困难类别", "上年度类别",
    ),
    "other_cover": ("其他参保", "其他参保情况", "其它参保", "其它参保情况", "其他医保"),
    "hukou": ("户籍", "户籍类型", "户籍所在地", "户籍地"),
    "residence_permit": ("居住证", "有无居住证", "是否有居住证"),
    "long_term_resident": ("长期居住", "是否长期居住"),
    "registered": ("参保登记", "是否登记", "是否参保登记", "已登记"),
    "migrant": ("外出务工", "是否外出务工", "外出务工人员"),
    "sex": ("性别",),
    "birth_date": ("出生日期", "出生年月日", "出生时间"),
    "note": ("备注", "说明"),
}  # fmt: skip
REQUIRED = ("name", "document")

BRACKETS = re.compile(r"[(\[【<《].*?[)\]】>》]")
# Blanks, the star of a mandatory column, colons, and the sort marks that Excel users type.
ORNAMENTS = re.compile(r"[\s*:：※▲\u200b\ufeff]+")


class Header(Struct, frozen=True):
    """Where the header row is (0-based) and in which column (0-based) each recognised field stands."""

    row: int
    columns: dict[str, int]


def find_header(rows: list[list[str]]) -> Header:
    """The header row among the first twenty, titles above it being usual.

    Raises Refused: sheet_no_header (no row looks like one), roster_column_missing, roster_column_twice.
    """
    candidates = [(row, _fields(cells)) for row, cells in enumerate(rows[:HEADER_SEARCH_ROWS])]
    row, fields = max(candidates, key=lambda candidate: _likeness(candidate[1]), default=(0, []))
    if _likeness(fields) < (0, 2):
        raise Refused("sheet_no_header", rows=HEADER_SEARCH_ROWS)
    return Header(row, _columns(fields))


def field_of(heading: str) -> str | None:
    """The field a heading names, or None. Width, blanks, stars and a remark in brackets make no difference."""
    plain = ORNAMENTS.sub("", unicodedata.normalize("NFKC", heading))
    return FIELD_OF.get(plain) or FIELD_OF.get(BRACKETS.sub("", plain))


def letter(column: int) -> str:
    """The letter a spreadsheet gives the column (0-based): 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _fields(cells: list[str]) -> list[tuple[str, int]]:
    named = ((field_of(cell), column) for column, cell in enumerate(cells))
    return [(field, column) for field, column in named if field is not None]


def _likeness(fields: list[tuple[str, int]]) -> tuple[int, int]:
    """How much a row looks like the header: the columns that must be there count first, then how many are known."""
    names = {field for field, _ in fields}
    return sum(required in names for required in REQUIRED), len(names)


def _columns(fields: list[tuple[str, int]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for field, column in fields:
        if field in columns:
            raise Refused(
                "roster_column_twice", field=ALIASES[field][0], first=letter(columns[field]), second=letter(column)
            )
        columns[field] = column
    for field in REQUIRED:
        if field not in columns:
            raise Refused("roster_column_missing", field=ALIASES[field][0], aliases="、".join(ALIASES[field][:4]))
    return columns


FIELD_OF = {ORNAMENTS.sub("", unicodedata.normalize("NFKC", alias)): field for field, aliases in ALIASES.items()
            for alias in aliases}  # fmt: skip
