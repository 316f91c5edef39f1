"""The lists that other offices send to the county, and the names they use for their columns.

A heading is recognised as on a roster (domain/roster_columns.py): width, blanks, stars and remarks in brackets make no
difference. Where two columns could be meant (应缴金额 beside 实缴金额), the name that stands first here is taken.
"""

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.roster_columns import ALIASES, BRACKETS, HEADER_SEARCH_ROWS, ORNAMENTS, letter
from app.domain.roster_values import plain


class ListColumns(Struct, frozen=True):
    """What a kind of list is called, the names of its columns by field, and the fields without which it is no list."""

    title: str
    names: dict[str, tuple[str, ...]]
    required: tuple[str, ...]


_NAME = (*ALIASES["name"], "缴费人姓名", "被保险人姓名", "缴费人名称", "纳税人名称")
# Last the payer's own number: on some lists it is the only one, on others it stands beside that of the insured.
_DOCUMENT = (
    *ALIASES["document"], "参保人证件号码", "被保险人身份证号", "社会保障号码", "社会保障号", "缴费人身份证号",
    "缴费人证件号码", "缴费人识别号", "纳税人识别号",
)  # fmt: skip

TAX = ListColumns(
    "税务到账名单",
    {
        "document": _DOCUMENT,
        "name": _NAME,
        "voucher": (
            "电子税票号", "电子税票号码", "电子税票", "税票号码", "税票号", "票证号码", "完税凭证号码", "完税凭证号",
            "缴费凭证号", "凭证号",
        ),
        "period": (
            "费款所属期", "费款所属时期", "费款所属期起", "所属期", "所属时期", "所属期起", "费款所属年度", "参保年度",
            "缴费年度", "年度",
        ),
        "period_end": ("费款所属期止", "所属期止", "费款所属期终"),
        "mark": (
            "缴费/退费标识", "缴费退费标识", "缴退费标识", "缴退标识", "缴/退费标识", "征退标识", "缴费标识",
            "退费标识",
            "业务类型", "标识",
        ),
        "amount": (
            "实缴金额", "实缴费额", "入库金额", "缴费金额", "已缴金额", "缴费额", "金额", "费额", "实缴", "应缴金额",
        ),
        "remitted_on": (
            "上解时间", "上解日期", "解缴日期", "解缴时间", "缴款日期", "缴款时间", "缴费日期", "缴费时间",
        ),
        "received_on": (
            "入国库时间", "入国库日期", "入库日期", "入库时间", "到账日期", "到账时间", "国库入库日期",
        ),
        "channel": ("缴费渠道", "缴款渠道", "征收渠道", "渠道", "缴费方式", "缴款方式", "征收方式"),
    },
    ("document", "voucher", "amount"),
)  # fmt: skip

EMPLOYEE = ListColumns(
    "职工参保名单",
    {
        "document": _DOCUMENT,
        "name": _NAME,
        "employer": ("单位名称", "参保单位", "工作单位", "用人单位", "参保单位名称", "单位"),
        "since": ("参保日期", "参保时间", "参保起始日期", "开始参保日期", "起始日期", "参保开始日期", "首次参保日期"),
        "until": ("停保日期", "停保时间", "终止日期", "中断日期", "参保终止日期", "暂停参保日期"),
    },
    ("document",),
)

CATEGORY = ListColumns(
    "人员类别名单",
    {
        "document": _DOCUMENT,
        "name": _NAME,
        "category": (*ALIASES["categories"], "类别", "类别名称", "对象类别", "人员类别名称"),
        "recognised_on": ALIASES["recognised_on"],
        "removed_on": ALIASES["removed_on"],
    },
    ("document", "category"),
)

ELSEWHERE = ListColumns(
    "别处已缴名单",
    {
        "document": _DOCUMENT,
        "name": _NAME,
        "period": ("参保年度", "缴费年度", "费款所属期", "所属期", "年度"),
        "place": ("缴费渠道", "缴款渠道", "渠道", "缴费地", "参保地", "缴费方式"),
        "paid_on": ("缴费日期", "缴费时间", "缴款日期"),
    },
    ("document",),
)

TOWNS = ListColumns(
    "乡镇和收款点名单",
    {
        "code": ("区划代码", "行政区划代码", "乡镇代码", "收款点代码", "机构代码", "代码"),
        "name": ("名称", "乡镇名称", "乡镇", "收款点名称", "收款点", "单位名称"),
        "target": ("目标人数", "参保目标", "目标任务", "任务数", "目标", "任务"),
    },
    ("code", "name"),
)

KINDS = {"tax": TAX, "employee": EMPLOYEE, "category": CATEGORY, "elsewhere": ELSEWHERE, "towns": TOWNS}


class Found(Struct, frozen=True):
    """Where the header row is (0-based), and in which column (0-based) each field stands."""

    row: int
    columns: dict[str, int]


def find_columns(rows: list[list[str]], wanted: ListColumns) -> Found:
    """The header row among the first twenty. Raises Refused: list_no_header, list_column_missing, list_column_twice."""
    ranks = _ranks(wanted)
    candidates = [(number, _columns(cells, ranks)) for number, cells in enumerate(rows[:HEADER_SEARCH_ROWS])]
    number, columns = max(candidates, key=lambda each: _likeness(each[1], wanted), default=(0, {}))
    if not any(field in columns for field in wanted.required) or len(columns) < 2:
        needed = "、".join(wanted.names[field][0] for field in wanted.required)
        raise Refused("list_no_header", title=wanted.title, rows=HEADER_SEARCH_ROWS, needed=needed)
    for field in wanted.required:
        if field not in columns:
            names = wanted.names[field]
            raise Refused("list_column_missing", title=wanted.title, field=names[0], names="、".join(names[:5]))
    return Found(number, {field: _only(wanted, field, places) for field, (_, places) in columns.items()})


def _ranks(wanted: ListColumns) -> dict[str, tuple[str, int]]:
    """Each plain name -> its field, and how early it stands among the field's names."""
    return {
        ORNAMENTS.sub("", plain(name)): (field, rank)
        for field, names in wanted.names.items()
        for rank, name in enumerate(names)
    }


def _columns(cells: list[str], ranks: dict[str, tuple[str, int]]) -> dict[str, tuple[int, list[int]]]:
    """The best rank of each field in this row, and the columns that have it."""
    found: dict[str, tuple[int, list[int]]] = {}
    for column, cell in enumerate(cells):
        heading = ORNAMENTS.sub("", plain(cell))
        named = ranks.get(heading) or ranks.get(BRACKETS.sub("", heading))
        if named is None:
            continue
        field, rank = named
        best, places = found.get(field, (rank, []))
        if rank <= best:
            found[field] = (rank, [column] if rank < best else [*places, column])
    return found


def _likeness(columns: dict[str, tuple[int, list[int]]], wanted: ListColumns) -> tuple[int, int]:
    return sum(field in columns for field in wanted.required), len(columns)


def _only(wanted: ListColumns, field: str, places: list[int]) -> int:
    if len(places) > 1:
        first, second = (letter(place) for place in places[:2])
        name = wanted.names[field][0]
        raise Refused("list_column_twice", title=wanted.title, field=name, first=first, second=second)
    return places[0]
