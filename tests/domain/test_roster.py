"""Roster tables read into residents and rejections."""

from datetime import date

import pytest

from app.domain import roster
from app.domain.errors import Refused
from app.domain.resident import CategoryRecord, Resident
from app.domain.roster_columns import ALIASES, field_of, letter
from app.domain.roster_values import date_of
from tests.factories_roster import BAD_ROWS, HEADER, TODAY, canonical, id_number, row, table


def read(*rows: list[str]) -> roster.RosterReading:
    return roster.parse(table(*rows), canonical=canonical, today=TODAY)


def resident(**changes: str) -> Resident:
    reading = read(row(**changes))
    assert not reading.rejections, reading.rejections
    return reading.residents[0]


def test_a_good_row() -> None:
    assert resident(人员类别="农村低保", 认定日期="2023-08-01", 外出务工="是", 出生日期="19900101") == Resident(
        name="张建国",
        document_type="id_card",
        document_number=id_number(),
        birth_date=date(1990, 1, 1),
        sex="male",
        household="000001",
        head="张建国",
        relation="户主",
        group="第1组",
        phone="13800000001",
        hukou="local",
        categories=(CategoryRecord("低保对象", date(2023, 8, 1)),),
        last_year="insured",
        enrolment="migrant_worker",
    )


def test_town_and_what_was_paid_last_year() -> None:
    someone = resident(乡镇="建平镇", 上年缴费金额="350.00", 上年资助类别="建档立卡贫困户")
    assert (someone.town, someone.last_year_paid_fen, someone.last_year_category) == (
        "建平镇",
        35_000,
        "建档立卡贫困户",
    )
    nobody = resident()
    assert (nobody.town, nobody.last_year_paid_fen, nobody.last_year_category) == ("", None, "")


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        ("350", 35_000),
        ("0", 0),
        ("38.5", 3_850),
        (" ３５０．００ ", 35_000),
        ("￥350", 35_000),
        ("350元", 35_000),
        ("1,020.00", 102_000),
        ("", None),
        ("无", None),
        ("-", None),
    ],
)
def test_last_years_payment_as_sheets_write_it(cell: str, fen: int | None) -> None:
    assert resident(上年缴费金额=cell).last_year_paid_fen == fen


def test_there_are_at_least_forty_kinds_of_bad_rows() -> None:
    assert len(BAD_ROWS) >= 40
    assert len({kind for kind, _, _ in BAD_ROWS}) == len(BAD_ROWS)


@pytest.mark.parametrize(("bad", "fragment"), [pytest.param(bad, part, id=kind) for kind, bad, part in BAD_ROWS])
def test_a_bad_row_is_rejected_with_its_reason_and_the_good_one_taken(bad: list[str], fragment: str) -> None:
    good = row(身份证号=id_number("19850505"))
    reading = read(bad, good)
    [rejection] = reading.rejections
    assert rejection.row_number == 2
    assert any(fragment in reason for reason in rejection.reasons), rejection.reasons
    assert rejection.cells == tuple(bad)
    assert [resident.birth_date for resident in reading.residents] == [date(1985, 5, 5)]
    assert reading.read == 2


def test_a_row_names_all_its_faults_at_once() -> None:
    [rejection] = read(row(姓名="", 身份证号="", 上年参保="也许", 人员类别="贫困户")).rejections
    assert len(rejection.reasons) == 4


# -- the header


def test_every_alias_is_recognised() -> None:
    for field, aliases in ALIASES.items():
        for alias in aliases:
            assert field_of(alias) == field, alias


@pytest.mark.parametrize("heading", ["姓 名", "*姓名", "姓名：", "姓　名", "姓名（必填）", " 姓名\n"])
def test_a_heading_as_people_write_it(heading: str) -> None:
    assert field_of(heading) == "name"


def test_titles_above_and_any_order() -> None:
    titles = [["郎溪县2024年度参保名册", "", ""], ["单位：建平镇", "", "2023年11月"], []]
    rows = [*titles, ["公民身份号码", "序号", "参保人姓名"]]
    reading = roster.parse(roster.Table([*rows, [id_number(), "1", "李四"]]), canonical=canonical, today=TODAY)
    [someone] = reading.residents
    assert someone.name == "李四"
    assert reading.header == ("公民身份号码", "序号", "参保人姓名")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (["姓名", "户号", "手机"], "roster_column_missing"),
        (["身份证号", "户号"], "roster_column_missing"),
        (["姓名", "身份证号", "证件号码"], "roster_column_twice"),
        (["甲", "乙", "丙"], "sheet_no_header"),
        (["备注", "乙", "丙"], "sheet_no_header"),
    ],
)
def test_a_table_without_the_columns_is_refused(header: list[str], code: str) -> None:
    with pytest.raises(Refused) as caught:
        roster.parse(roster.Table([header, ["张三", id_number(), "1"]]), canonical=canonical, today=TODAY)
    assert caught.value.code == code


def test_a_doubled_column_is_named_by_both_letters() -> None:
    with pytest.raises(Refused, match=r"B 列和 D 列"):
        roster.parse(
            roster.Table([["姓名", "身份证号", "户号", "公民身份号码"], ["张三"]]), canonical=canonical, today=TODAY
        )
    assert [letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_header_alone_is_an_empty_roster() -> None:
    with pytest.raises(Refused) as caught:
        read([], [""] * len(HEADER))
    assert caught.value.code == "sheet_empty"


def test_columns_that_are_absent_are_said_once() -> None:
    reading = roster.parse(
        roster.Table([["姓名", "身份证号"], ["张三", id_number()]], "名册", ("二组",)), canonical=canonical, today=TODAY
    )
    assert len(reading.warnings) == 4
    assert any("人员类别" in warning for warning in reading.warnings)
    assert any("二组" in warning for warning in reading.warnings)
    assert reading.residents[0].hukou == "local"


# -- rows


def test_repeated_rows() -> None:
    other = row(姓名="李四", 身份证号=id_number())
    reading = read(row(), row(), other, row(身份证号=id_number().lower(), 姓名="张建国"))
    assert [rejection.row_number for rejection in reading.rejections] == [3, 4, 5]
    assert "第 2 行完全相同" in reading.rejections[0].reasons[0]
    assert "第 2 行相同，但内容不同" in reading.rejections[1].reasons[0]
    assert (reading.read, reading.repeated, len(reading.residents)) == (4, 3, 1)


def test_a_rejected_row_does_not_make_the_good_one_a_repetition() -> None:
    reading = read(row(上年参保="？？"), row())
    assert [resident.birth_date for resident in reading.residents] == [date(1990, 1, 1)]


def test_short_and_blank_rows() -> None:
    rows = [["姓名", "身份证号", "备注"], [], ["张三", id_number()], ["", " \u3000"]]
    reading = roster.parse(roster.Table(rows), canonical=canonical, today=TODAY)
    assert (reading.read, len(reading.residents)) == (1, 1)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张 三", "张三"),
        ("欧阳　娜", "欧阳娜"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "阿依古丽·买买提"),
        ("阿依古丽.买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("John  Smith", "John Smith"),
        ("张䶮", "张䶮"),
        ("𠮷𬭼", "𠮷𬭼"),
        ("张\ue863", "张\ue863"),
        ("陳國棟", "陳國棟"),
    ],
)
def test_names(written: str, name: str) -> None:
    assert resident(姓名=written).name == name


@pytest.mark.parametrize("none", ["", "无", "普通居民", "一般居民", "-", " "])
def test_no_category(none: str) -> None:
    assert resident(人员类别=none).categories == ()


@pytest.mark.parametrize("separator", ["、", "，", ",", "；", ";", "/", "\n", " 、 "])
def test_several_categories_in_a_cell(separator: str) -> None:
    found = resident(人员类别=f"特困{separator}重残", 认定日期="2023-08-01").categories
    assert found == (CategoryRecord("特困人员", date(2023, 8, 1)), CategoryRecord("一般重度残疾人", date(2023, 8, 1)))


def test_a_date_for_each_category() -> None:
    found = resident(人员类别="特困、重残", 认定日期="2023-08-01、2023年9月2日", 取消日期="2023-10-01").categories
    assert [(each.recognised_on, each.removed_on) for each in found] == [
        (date(2023, 8, 1), date(2023, 10, 1)),
        (date(2023, 9, 2), date(2023, 10, 1)),
    ]


def test_one_category_named_twice_is_one() -> None:
    assert resident(人员类别="低保对象、农村低保").categories == (CategoryRecord("低保对象", None),)


@pytest.mark.parametrize(
    "text",
    ["2023-08-31", "2023/8/31", "20230831", "2023年8月31日", "2023.8.31", "２０２３－０８－３１", "2023-08-31 0:00"],
)
def test_dates(text: str) -> None:
    assert date_of(text, "认定日期") == date(2023, 8, 31)


@pytest.mark.parametrize("text", ["2023-8", "45169", "08-31-2023", "2023-8/31", "2023-13-01", "3023-01-01", "今天"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(Refused):
        date_of(text, "认定日期")


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("是", "insured"),
        ("已参保", "insured"),
        ("ｙ", "insured"),
        ("否", "not_insured"),
        ("从未", "never"),
        ("断保", "lapsed"),
    ],
)
def test_last_year(word: str, fact: str) -> None:
    assert resident(上年参保=word).last_year == fact
    assert resident(上年参保="").last_year is None


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("", None),
        ("无", None),
        ("职工医保", "employee"),
        ("职工应参保", "employee_duty"),
        ("异地居民医保", "other_place_resident"),
        ("学校", "school"),
        ("部队", "military"),
        ("服刑", "prison"),
        ("已缴", "already_paid"),
    ],
)
def test_other_cover(word: str, fact: str | None) -> None:
    assert resident(其他参保=word).other_cover == fact


def test_phones_that_are_none_are_kept_and_counted() -> None:
    reading = read(row(手机="138 0000-0001"), row(手机="问村长", 身份证号=id_number(order=3)))
    assert [someone.phone for someone in reading.residents] == ["13800000001", "问村长"]
    assert any("1 行的手机号" in warning for warning in reading.warnings)


def test_hong_kong_and_foreign_residents() -> None:
    hong_kong = resident(身份证号=id_number(region="810000"), 户籍="")
    assert (hong_kong.hukou, hong_kong.residence_permit) == ("other_city", True)
    foreigner = resident(身份证号="KAZ110090123105", 户籍="", 性别="男", 出生日期="1990-12-31", 姓名="John Smith")
    assert (foreigner.hukou, foreigner.sex, foreigner.birth_date) == ("foreign", "male", date(1990, 12, 31))
    assert read(row(身份证号="KAZ110090123105", 出生日期="1990-12-30")).rejections


def test_a_newborn_by_birth_certificate() -> None:
    newborn = resident(身份证号="R340123456", 证件类型="出生医学证明", 出生日期="2023-10-01", 性别="女")
    assert newborn.document_type == "birth_certificate"
    assert (newborn.birth_date, newborn.sex) == (date(2023, 10, 1), "female")


def test_a_birth_certificate_tells_no_date_so_the_row_must() -> None:
    (rejected,) = read(row(身份证号="R340123456", 证件类型="出生医学证明", 出生日期="", 性别="女")).rejections
    assert "出生日期" in rejected.reasons[0]
