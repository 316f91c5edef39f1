"""Names as they are typed on a counter: pinyin and initials, with each reading a polyphonic surname is looked up by.

pypinyin reads 曾 as ceng and 单 as dan, which as surnames are zeng and shan; the table below puts the surname's
reading first and keeps the everyday one, since a clerk may type either. It is curated: the dictionary's archaic ones
(王 yu, 方 pang) would only fill the index with people nobody looks for under them. 繁體 characters have readings of
their own in pypinyin, so nothing is folded to 简体 here; a search by characters finds the form of the roster.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from msgspec import Struct

# Character = readings as a surname, the right one first.
SURNAME_LINES = """
曾=zeng/ceng 单=shan/dan 單=shan/dan 解=xie/jie 仇=qiu/chou 查=zha/cha 区=ou/qu 區=ou/qu 盖=ge/gai 蓋=ge/gai
朴=piao/pu 缪=miao/mou 繆=miao/mou 翟=zhai/di 覃=qin/tan 尉=wei/yu 乐=yue/le 樂=yue/le 员=yun/yuan
員=yun/yuan 贠=yun 种=chong/zhong 祭=zhai/ji 繁=po/fan 句=gou/ju 那=na/nuo 牟=mou/mu 冼=xian 洗=xian/xi
郗=chi/xi 郇=xun/huan 隗=wei/kui 阚=kan/han 闞=kan/han 折=she/zhe 召=shao/zhao 宓=mi/fu 都=du/dou 佴=nai/er
逄=pang 逢=pang/feng 干=gan 黑=he/hei 盛=sheng/cheng 秘=bi/mi 薄=bo/bao 卜=bu/bo 柏=bai/bo 伯=bo/bai
藏=zang/cang 谌=chen/shen 諶=chen/shen 钭=dou/tou 郄=qie/xi 强=qiang/jiang 強=qiang/jiang 长=chang/zhang
行=xing/hang 朝=chao 厍=she 库=she/ku 参=shen/can 乜=nie/mie 蔚=yu/wei 会=gui/hui 炅=gui/jiong 莘=xin/shen
粘=nian/zhan 能=nai/neng 难=ning/nan 不=fou/bu 颉=xie/jie 呙=guo
"""
SURNAMES = {item[0]: item[2:].replace("/", " ") for item in SURNAME_LINES.split()}
COMPOUND_SURNAMES = {
    "尉迟": "yu chi", "尉遲": "yu chi", "万俟": "mo qi", "萬俟": "mo qi", "单于": "chan yu", "單于": "chan yu",
    "长孙": "zhang sun", "長孫": "zhang sun", "澹台": "tan tai", "澹臺": "tan tai", "拓跋": "tuo ba", "令狐": "ling hu",
    "宰父": "zai fu", "亓官": "qi guan", "子车": "zi ju",
}  # fmt: skip
# Given-name characters that parents read one way and neighbours another.
GIVEN = {
    "乐": "le yue", "茜": "qian xi", "行": "xing hang", "长": "chang zhang", "朝": "chao zhao", "重": "chong zhong",
    "晟": "sheng cheng", "柏": "bai bo", "娜": "na nuo", "盛": "sheng cheng", "单": "dan shan", "解": "jie xie",
}  # fmt: skip
# Characters of names that pypinyin has no reading for. (It does read 䶮 yan, 㛃 jie, 𬭼 sui; a test holds it to that.)
RARE = {"𠮷": "ji"}
MOST_READINGS = 8

# pypinyin looks at these when it is first imported: to read one character it needs no dictionary of phrases, which
# takes 44 MB and a quarter of a second.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")


class SearchKeys(Struct, frozen=True, gc=False):
    """How a name is found by letters: 曾小贤 is zxx and zengxiaoxian, and otherwise cxx and cengxiaoxian."""

    initials: str
    pinyin: str
    initials_alt: tuple[str, ...] = ()
    pinyin_alt: tuple[str, ...] = ()


def search_keys(name: str) -> SearchKeys:
    """The letters for a name. Characters without a reading, dots and blanks give none; Latin letters stand as they are.

    Which character could not be read does not matter for finding: the name is still found by the others.
    """
    if name[:2] in COMPOUND_SURNAMES:
        readings = [_compound(name[:2]), *map(_given, name[2:])]
    else:
        readings = [*map(_surname, name[:1]), *map(_given, name[1:])]
    if max(map(len, readings), default=0) == 1:  # nearly every name there is
        return SearchKeys(*_joined([each[0] for each in readings]))
    first, *others = map(_joined, islice(product(*readings), MOST_READINGS))
    alternatives = [keys for keys in dict.fromkeys(others) if keys != first]
    return SearchKeys(
        *first,
        tuple(dict.fromkeys(initials for initials, _ in alternatives if initials != first[0])),
        tuple(dict.fromkeys(pinyin for _, pinyin in alternatives if pinyin != first[1])),
    )


# A reading is (initials, pinyin) of one character or of a compound surname.
Reading = tuple[str, str]


def _joined(readings: Sequence[Reading]) -> Reading:
    return "".join([initial for initial, _ in readings]), "".join([syllable for _, syllable in readings])


@lru_cache(maxsize=256)
def _compound(surname: str) -> tuple[Reading, ...]:
    syllables = COMPOUND_SURNAMES[surname].split()
    right = "".join(syllable[0] for syllable in syllables), "".join(syllables)
    literal = (_joined(pair) for pair in product(_surname(surname[0]), _given(surname[1])))
    return tuple(dict.fromkeys((right, *literal)))


@lru_cache(maxsize=32_768)
def _surname(character: str) -> tuple[Reading, ...]:
    return _readings(SURNAMES[character]) if character in SURNAMES else _given(character)


@lru_cache(maxsize=65_536)
def _given(character: str) -> tuple[Reading, ...]:
    if character.isascii():
        letter = character.lower() if character.isalpha() else ""
        return ((letter, letter),)
    known = GIVEN.get(character) or RARE.get(character)
    return _readings(known or _dictionary(character))


def _readings(syllables: str) -> tuple[Reading, ...]:
    return tuple((syllable[:1], syllable) for syllable in syllables.split()) or (("", ""),)


def _dictionary(character: str) -> str:
    """The commonest reading in pypinyin, ü as v; "" where it has none (it then gives the character back)."""
    from pypinyin import Style, lazy_pinyin

    syllable: str = lazy_pinyin(character, style=Style.NORMAL)[0]
    return syllable if syllable.isascii() and syllable.isalpha() else ""
