"""Names by the letters a clerk types."""

import subprocess
import sys

import pytest

from app.devices.pinyin import SURNAMES, SearchKeys, search_keys


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("张三", "zhangsan", "zs"),
        ("吕梁", "lvliang", "ll"),
        ("张䶮", "zhangyan", "zy"),
        ("李㛃", "lijie", "lj"),
        ("王𬭼", "wangsui", "ws"),
        ("赵𠮷", "zhaoji", "zj"),
        ("欧阳修", "ouyangxiu", "oyx"),
        ("陳國棟", "chenguodong", "cgd"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("John Smith", "johnsmith", "johnsmith"),
    ],
)
def test_one_reading(name: str, pinyin: str, initials: str) -> None:
    assert search_keys(name) == SearchKeys(initials, pinyin)


@pytest.mark.parametrize(
    ("name", "right", "everyday"),
    [
        ("曾小明", "zengxiaoming", "cengxiaoming"),
        ("单小明", "shanxiaoming", "danxiaoming"),
        ("解小明", "xiexiaoming", "jiexiaoming"),
        ("仇小明", "qiuxiaoming", "chouxiaoming"),
        ("查小明", "zhaxiaoming", "chaxiaoming"),
        ("区小明", "ouxiaoming", "quxiaoming"),
        ("盖小明", "gexiaoming", "gaixiaoming"),
        ("朴小明", "piaoxiaoming", "puxiaoming"),
        ("缪小明", "miaoxiaoming", "mouxiaoming"),
        ("翟小明", "zhaixiaoming", "dixiaoming"),
        ("覃小明", "qinxiaoming", "tanxiaoming"),
        ("尉迟恭", "yuchigong", "weichigong"),
        ("万俟卨", "moqixie", "wanqixie"),
        ("單小明", "shanxiaoming", "danxiaoming"),
    ],
)
def test_a_surname_is_found_as_it_is_called_and_as_it_is_read(name: str, right: str, everyday: str) -> None:
    keys = search_keys(name)
    assert keys.pinyin == right
    assert everyday in keys.pinyin_alt


def test_initials_of_another_reading_are_given_once_and_only_where_they_differ() -> None:
    assert search_keys("曾小明").initials_alt == ("cxm",)
    assert search_keys("单丹").initials_alt == ("dd",)
    assert search_keys("缪小明").initials_alt == ()


def test_the_surname_reading_is_not_used_for_given_names() -> None:
    assert search_keys("张区").pinyin == "zhangqu"


def test_a_given_name_that_may_be_read_two_ways() -> None:
    assert search_keys("张乐").pinyin == "zhangle"
    assert search_keys("张乐").initials_alt == ("zy",)


def test_many_polyphonic_characters_stay_few_readings() -> None:
    assert len(search_keys("解乐乐行").pinyin_alt) < 8


@pytest.mark.parametrize("name", ["", "·", "\ue001", "\U00031752"])
def test_what_has_no_reading_gives_no_letters(name: str) -> None:
    assert search_keys(name) == SearchKeys("", "")
    assert search_keys("张" + name).pinyin == "zhang"


def test_the_table_is_well_formed() -> None:
    assert all(len(surname) == 1 for surname in SURNAMES)
    assert all(reading.isalpha() and reading.islower() for text in SURNAMES.values() for reading in text.split())


def test_the_dictionary_of_phrases_is_left_out() -> None:
    """It takes 44 MB in every window, and one character is read without it."""
    code = "import sys; from app.devices.pinyin import search_keys; search_keys('王建国'); "
    code += "print('pypinyin' in sys.modules, 'pypinyin.phrases_dict' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
