"""What the cells of a roster mean: each function takes a cell's text and gives the fact, or refuses the row by name.

A word that is not known is never read as "no": the person would be charged by a guess. It refuses the row, saying why.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from app.domain.errors import Refused, WrongUse
from app.domain.money import parse_yuan
from app.domain.resident import CategoryRecord, DocumentType, ListedLastYear, Sex

Value = TypeVar("Value")

MAX_NAME = 50
MAX_TEXT = 500

NOTHING = frozenset({"", "无", "-", "--", "—", "/", "空", "暂无", "没有"})
YES = frozenset({"是", "有", "Y", "YES", "√", "✓", "✔", "1", "TRUE", "对", "已"})
NO = frozenset({"否", "无", "N", "NO", "×", "✗", "X", "0", "FALSE", "没有", "不是", "未"})
NO_CATEGORY = NOTHING | {
    "普通居民", "一般居民", "普通", "一般", "普通人员", "一般人员", "一般户", "一般农户", "普通群众", "否",
}  # fmt: skip


def _meanings(*groups: tuple[Value, Iterable[str]]) -> dict[str, Value]:
    """Word -> meaning, from a meaning and the words for it."""
    return {word: meaning for meaning, words in groups for word in words}


LAST_YEAR: dict[str, ListedLastYear | None] = _meanings(
    (None, [""]),
    ("insured", ["是", "已参保", "参保", "正常参保", "连续参保", "续保", "已缴费", "在保", *sorted(YES)]),
    ("never", ["从未", "从未参保", "首次参保", "新参保", "首次"]),
    # Not last year: whether never before or no longer, such a list does not say.
    ("not_insured", ["否", "未参保", *sorted(NO)]),
    ("lapsed", ["断保", "中断", "中断参保", "中断缴费", "断缴", "曾参保"]),
)
OTHER_COVER: dict[str, str | None] = _meanings(
    (None, ["无", "否", "未参加其他医保", "N", "0", *sorted(NOTHING)]),
    ("employee", ["职工医保", "职工", "城镇职工", "城镇职工医保", "职工基本医疗保险", "本地职工医保", "异地职工医保"]),
    ("employee_duty", ["职工应参保", "应参加职工医保", "应参保职工", "职工医保应参保"]),
    ("other_place_resident", ["异地居民医保", "异地参保", "外地居民医保", "异地居民", "外地参保", "异地"]),
    ("school", ["学校", "学校参保", "在校参保", "高校", "大学生医保", "在校大学生"]),
    ("military", ["部队", "现役", "现役军人", "军人", "服役", "参军"]),
    ("prison", ["服刑", "监狱", "在押", "服刑人员"]),
    ("already_paid", ["已缴", "已缴费", "网上已缴", "线上已缴", "已线上缴费", "手机已缴", "网缴"]),
)
# The kind of register (农业, 城镇) says nothing of the place: a village lists its own people unless it says otherwise.
HUKOU: dict[str, str] = _meanings(
    ("local", ["本县", "本县户籍", "本地", "本地户籍", "本村", "本村户籍", "本镇", "本乡", "本县外镇", ""]),
    ("local", ["农业", "农业户口", "非农业", "非农业户口", "农村", "城镇", "家庭户", "居民户口", "集体户"]),
    ("same_city", ["本市", "本市外县", "市内外县", "本市户籍", "同市"]),
    ("other_county", ["外县", "县外", "外县户籍"]),
    ("other_city", ["外市", "市外", "外省", "省外", "非本市", "非本市户籍", "港澳台"]),
    ("foreign", ["外国", "外籍", "境外", "国外"]),
)
SEX: dict[str, Sex | None] = _meanings(
    (None, [""]),
    ("male", ["男", "男性", "M", "1"]),
    ("female", ["女", "女性", "F", "2"]),
)
# The digits are the codes of the medical insurance system (psn_cert_type, domain C6).
DOCUMENT_TYPE: dict[str, DocumentType | None] = _meanings(
    (None, [""]),
    ("id_card", ["居民身份证", "身份证", "居民身份证(户口簿)", "户口簿", "01", "1"]),
    ("hmt_residence", ["港澳台居民居住证", "港澳居民居住证", "台湾居民居住证", "17"]),
    ("foreign_permanent", ["外国人永久居留身份证", "外国人永久居留证", "永久居留身份证", "07", "7"]),
    ("birth_certificate", ["出生医学证明", "出生证", "出生证明"]),
)

DATE = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))"
)
MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?$")
SEPARATORS = re.compile(r"[、，,；;/|\n]+")
DATE_SEPARATORS = re.compile(r"[、，,；;|\n\s]+")
DIGITS_LOST = re.compile(r"\d(\.\d*)?[eE]\+?\d+")
THOUSANDS = re.compile(r"\d,\d{3}(\.\d{1,2})?")
BLANKS = re.compile(r"[\s\u3000\u200b-\u200f\u2060\ufeff]+")
DOTS = dict.fromkeys(map(ord, "•・．‧∙●⋅｡･"), "·")
CJK = re.compile(r"[\u2e80-\u9fff\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010ffff]")
COMMON_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
LETTER = re.compile(r"[^\W\d_]|[\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010ffff]")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@lru_cache(maxsize=8192)
def plain(cell: str) -> str:
    """A code word of a cell: half-width, upper-case, without blanks."""
    return BLANKS.sub("", cell if cell.isascii() else unicodedata.normalize("NFKC", cell)).upper()


def name_of(cell: str) -> str:
    """A person's name with every separator dot as · (民委发〔2016〕33号) and no blanks inside a Chinese name."""
    if COMMON_NAME.fullmatch(cell):
        return cell
    name = cell.translate(DOTS)
    name = BLANKS.sub("", name).replace(".", "·") if CJK.search(name) else BLANKS.sub(" ", name).strip()
    if not name:
        raise Refused("row_name_missing")
    _refuse_unsafe(name, "姓名")
    if len(name) > MAX_NAME:
        raise Refused("row_too_long", field="姓名", limit=MAX_NAME)
    if "?" in name or "？" in name or "\ufffd" in name or "□" in name:
        raise Refused("row_name_character_lost")
    if any(character.isdigit() for character in name) or not LETTER.search(name):
        raise Refused("row_name_not_a_name")
    return name


@lru_cache(maxsize=8192)
def text_of(cell: str, field: str, limit: int = MAX_TEXT) -> str:
    """Free text as it stands, without control characters and nothing a spreadsheet would run as a formula."""
    text = cell.strip()
    if text:
        _refuse_unsafe(text.replace("\n", " "), field)
        if len(text) > limit:
            raise Refused("row_too_long", field=field, limit=limit)
    return text


def household_of(cell: str) -> str:
    """A household number as text. One kept as a long number has lost digits and would throw families together."""
    text = text_of(cell, "户号", 60)
    if DIGITS_LOST.fullmatch(text):
        raise Refused("row_household_digits_lost")
    return text


def phone_of(cell: str) -> str:
    """A telephone number without blanks and hyphens. What does not look like one is kept: nobody is charged by it."""
    if cell.isascii() and cell.isdigit():
        return cell
    text = BLANKS.sub("", cell)
    if text in NOTHING:
        return ""
    digits = (text if text.isascii() else unicodedata.normalize("NFKC", text)).replace("-", "").removeprefix("+86")
    return digits if digits.isdigit() else text_of(digits, "手机", 60)


@lru_cache(maxsize=4096)
def fen_of(cell: str, field: str) -> int | None:
    """An amount in yuan (380, 380.00, 1,020元, ￥38.5) as fen; None for an empty cell, a dash or 无, never 0."""
    word = plain(cell)
    if word in NOTHING:
        return None
    figures = word.removeprefix("¥").removesuffix("元")
    # Spreadsheets write 1,020; with more digits in front it is no premium but two amounts in a cell.
    if THOUSANDS.fullmatch(figures):
        figures = figures.replace(",", "")
    try:
        return parse_yuan(figures)
    except WrongUse:
        raise Refused("row_amount_unreadable", field=field, text=cell.strip()[:40]) from None


def yes_no(cell: str, field: str) -> bool | None:
    """是 / 否 in the ways people tick a box; None for an empty cell."""
    word = plain(cell)
    if not word:
        return None
    if word in YES:
        return True
    if word in NO:
        return False
    raise Refused("row_word_unknown", field=field, word=cell.strip(), known="是、否")


def word_of(cell: str, words: dict[str, Value], field: str) -> Value:
    """The fact that a code word stands for."""
    for word in (cell, plain(cell)):
        if word in words:
            return words[word]
    raise Refused("row_word_unknown", field=field, word=cell.strip(), known=_examples(words))


def date_of(cell: str, field: str) -> date | None:
    """A date written 2023-08-31, 2023/8/31, 2023.8.31, 20230831 or 2023年8月31日; None for an empty cell."""
    text = cell.strip()
    return None if text in NOTHING else _date(text, field)


def categories_of(
    names: str, recognised: str, removed: str, *, canonical: Callable[[str], str | None], today: date
) -> tuple[CategoryRecord, ...]:
    """The categories of one person, several in a cell being usual, with one date for all or a date for each.

    A name the pack does not know refuses the row: to drop it would charge that person the full price.
    """
    found = [_category(part, canonical) for part in _parts(names, canonical)]
    recognised_on = _dates(recognised, len(found), "认定日期")
    removed_on = _dates(removed, len(found), "取消日期")
    records = tuple(dict.fromkeys(map(CategoryRecord, found, recognised_on, removed_on)))
    _refuse_twice_with_different_dates(records)
    for record in records:
        _refuse_impossible_dates(record, today)
    return records


def _parts(names: str, canonical: Callable[[str], str | None]) -> list[str]:
    text = names.strip()
    if plain(text) in NO_CATEGORY:
        return []
    # A name of the pack may itself hold a comma or a slash.
    if canonical(text) is not None:
        return [text]
    return [part for part in map(str.strip, SEPARATORS.split(text)) if plain(part) not in NO_CATEGORY]


def _category(word: str, canonical: Callable[[str], str | None]) -> str:
    name = canonical(word) or canonical(plain(word))
    if name is None:
        raise Refused("row_category_unknown", word=word[:MAX_NAME])
    return name


def _dates(cell: str, count: int, field: str) -> list[date | None]:
    text = cell.strip()
    if text in NOTHING:
        return [None] * count
    dates = [_date(part, field) for part in DATE_SEPARATORS.split(MIDNIGHT.sub("", text)) if part]
    if not count:
        raise Refused("row_date_without_category", field=field)
    if len(dates) == 1:
        return [dates[0]] * count
    if len(dates) != count:
        raise Refused("row_dates_count", field=field, dates=len(dates), categories=count)
    return list(dates)


@lru_cache(maxsize=4096)
def _date(text: str, field: str) -> date:
    match = DATE.fullmatch(MIDNIGHT.sub("", unicodedata.normalize("NFKC", text)))
    if match is None:
        raise Refused("row_date_unreadable", field=field, text=text[:40])
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        found = date(year, month, day)
    except ValueError:
        raise Refused("row_date_unreal", field=field, text=text[:40]) from None
    if not 1900 <= year <= 2100:
        raise Refused("row_date_unreal", field=field, text=text[:40])
    return found


def _refuse_twice_with_different_dates(records: tuple[CategoryRecord, ...]) -> None:
    names = [record.name for record in records]
    for name in names:
        if names.count(name) > 1:
            raise Refused("row_category_twice", name=name)


def _refuse_impossible_dates(record: CategoryRecord, today: date) -> None:
    if record.recognised_on is not None and record.recognised_on > today:
        raise Refused("row_date_in_future", field="认定日期")
    if record.recognised_on and record.removed_on and record.removed_on < record.recognised_on:
        raise Refused("row_removed_before_recognised")


def _refuse_unsafe(text: str, field: str) -> None:
    if CONTROL.search(text):
        raise Refused("row_control_character", field=field)
    if text.startswith(FORMULA):
        raise Refused("row_formula", field=field)


def _examples(words: dict[str, Value]) -> str:
    """A few words that would have been understood: the first for each meaning that is spelt in Chinese."""
    first: dict[object, str] = {}
    for word, meaning in words.items():
        if CJK.search(word):
            first.setdefault(meaning, word)
    return "、".join(first.values())
