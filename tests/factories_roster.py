"""Roster rows for tests: a good row, and one row for each kind of fault a real roster has had.

Every ID number here is invented, with a right check digit unless the fault is a wrong one.
"""

from datetime import date

from app.domain.identity import check_digit
from app.domain.roster import Table

TODAY = date(2023, 11, 15)
HEADER = [
    "姓名", "身份证号", "证件类型", "户号", "户主", "与户主关系", "村民小组", "手机",
    "人员类别", "认定日期", "取消日期", "上年参保", "其他参保", "户籍", "居住证", "长期居住",
    "参保登记", "外出务工", "性别", "出生日期", "备注", "乡镇", "上年缴费金额", "上年资助类别",
]  # fmt: skip

CATEGORIES = {
    "特困人员": "特困人员",
    "特困": "特困人员",
    "低保对象": "低保对象",
    "农村低保": "低保对象",
    "重残": "一般重度残疾人",
}


def canonical(name: str) -> str | None:
    """What a pack would answer; the packs have tests of their own."""
    return CATEGORIES.get(name)


def id_number(birth: str = "19900101", order: int = 1, region: str = "341821") -> str:
    """A sound ID number; an odd order is a man's."""
    first17 = f"{region}{birth}{order:03d}"
    return first17 + check_digit(first17)


GOOD = {
    "姓名": "张建国",
    "身份证号": id_number(),
    "户号": "000001",
    "户主": "张建国",
    "与户主关系": "户主",
    "村民小组": "第1组",
    "手机": "13800000001",
    "上年参保": "是",
    "户籍": "本县",
}


def row(**changes: str) -> list[str]:
    """A good row, with changes."""
    return [{**GOOD, **changes}.get(heading, "") for heading in HEADER]


def table(*rows: list[str]) -> Table:
    """A sheet with the header and these rows."""
    return Table([HEADER, *rows])


# kind, the row, and part of the reason that must be given
BAD_ROWS: list[tuple[str, list[str], str]] = [
    ("no name", row(姓名=""), "没有姓名"),
    ("name of blanks only", row(姓名="　 "), "没有姓名"),
    ("name with a lost character", row(姓名="张?国"), "字符已丢失"),
    ("name with a replacement character", row(姓名="张\ufffd"), "字符已丢失"),
    ("name is a number", row(姓名="341821"), "姓名里有数字"),
    ("name without letters", row(姓名="——"), "没有文字"),
    ("name is a formula", row(姓名="=HYPERLINK(A1)"), "公式符号"),
    ("name with a control character", row(姓名="张\x07国"), "控制字符"),
    ("name of 51 characters", row(姓名="张" * 51), "超过 50 个字"),
    ("no ID number", row(身份证号=""), "没有身份证号"),
    ("15-digit ID number", row(身份证号="110105491231002"), "11010519491231002X"),
    ("15-digit ID number of a centenarian", row(身份证号="110105001231996"), "不能推算"),
    ("scientific notation", row(身份证号="3.41821E+17"), "按数字存放"),
    ("a float", row(身份证号="341821199001010000.0"), "按数字存放"),
    ("last digits turned to zeros", row(身份证号="341821199001010000"), "末三位为 000"),
    ("17 digits", row(身份证号="34182119900101001"), "这里是 17 位"),
    ("19 digits", row(身份证号=id_number() + "1"), "这里是 19 位"),
    ("wrong check digit", row(身份证号="110105194912310021"), "校验位不符"),
    ("two digits exchanged", row(身份证号="110105194912130025"), "校验位不符"),
    ("30 February", row(身份证号=id_number("19900230")), "不存在"),
    ("born in 1800", row(身份证号=id_number("18000101")), "不存在"),
    ("born tomorrow", row(身份证号=id_number("20231116")), "晚于今天"),
    ("letters in the number", row(身份证号="34182119900101ABCD"), "不是能识别的样式"),
    ("several numbers in one cell", row(身份证号=f"{id_number()}/{id_number(order=3)}"), "不是能识别的样式"),
    ("a masked number", row(身份证号="341821********0015"), "不是能识别的样式"),
    ("travel permit of Hong Kong", row(身份证号="H12345678"), "港澳台居民居住证"),
    ("wrong check digit of a foreigner of 2017", row(身份证号="KAZ110090123104"), "校验位不符"),
    ("document type differs", row(证件类型="外国人永久居留身份证"), "证件类型与证件号码不符"),
    ("document type unknown", row(证件类型="护照"), "“证件类型”里的“护照”不能识别"),
    ("sex differs", row(性别="女"), "性别与身份证号"),
    ("sex unknown", row(性别="甲"), "“性别”里的“甲”不能识别"),
    ("birth date differs", row(出生日期="1991-01-01"), "出生日期与证件号码"),
    ("birth date unreadable", row(出生日期="90年正月"), "不是能识别的日期"),
    ("birth date in the future", row(身份证号="A123456789", 出生日期="2024-01-01"), "晚于今天"),
    ("household number as a float", row(户号="3.41821100200001E+17"), "户号按数字存放"),
    ("category unknown", row(人员类别="贫困户"), "“贫困户”不在本县政策"),
    ("one of two categories unknown", row(人员类别="低保对象、贫困户"), "“贫困户”不在本县政策"),
    ("recognition date without a category", row(认定日期="2023-08-01"), "没有人员类别"),
    ("recognition date impossible", row(人员类别="低保对象", 认定日期="2023-02-30"), "日历上不存在"),
    ("recognition date unreadable", row(人员类别="低保对象", 认定日期="去年"), "不是能识别的日期"),
    ("recognition date in the future", row(人员类别="低保对象", 认定日期="2024-08-01"), "晚于今天"),
    ("more dates than categories", row(人员类别="低保对象", 认定日期="2023-08-01、2023-09-01"), "对不上"),
    (
        "removed before recognised",
        row(人员类别="低保对象", 认定日期="2023-08-01", 取消日期="2023-07-01"),
        "取消日期早于认定日期",
    ),
    (
        "one category twice with two dates",
        row(人员类别="低保对象、农村低保", 认定日期="2023-08-01、2023-07-01"),
        "写了两次",
    ),
    ("last year unknown", row(上年参保="好像是"), "“上年参保”里的“好像是”不能识别"),
    ("other cover unknown", row(其他参保="商业保险"), "“其他参保”里的“商业保险”不能识别"),
    ("hukou unknown", row(户籍="月球"), "“户籍”里的“月球”不能识别"),
    ("residence permit unknown", row(居住证="办理中"), "“居住证”里的“办理中”不能识别"),
    ("registered unknown", row(参保登记="？"), "“参保登记”里的“？”不能识别"),
    ("migrant worker unknown", row(外出务工="可能"), "“外出务工”里的“可能”不能识别"),
    ("last year's payment in words", row(上年缴费金额="三百五十"), "“上年缴费金额”的“三百五十”不是金额"),
    ("last year's payment negative", row(上年缴费金额="-350"), "“上年缴费金额”的“-350”不是金额"),
    ("last year's payment of two amounts", row(上年缴费金额="350,380"), "不是金额"),
    ("last year's payment with three decimals", row(上年缴费金额="350.005"), "不是金额"),
    ("town is a formula", row(乡镇="=A1"), "公式符号"),
    ("last year's category too long", row(上年资助类别="长" * 501), "超过 500 个字"),
    ("note is a formula", row(备注="+cmd|' /C calc'!A0"), "公式符号"),
    ("note of 501 characters", row(备注="长" * 501), "超过 500 个字"),
    ("a footer under the table", row(姓名="填表人：李四", 身份证号="", 户号=""), "没有身份证号"),
]
