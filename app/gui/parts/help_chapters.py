"""The manual's chapters: which there are, in which order, and which of them belongs to a page or a sheet.

`resources/manual/index.md` is the list: a heading begins a group, each link below it is a chapter.
"""

import re
from dataclasses import dataclass
from functools import cache

from app import RESOURCES

FOLDER = RESOURCES / "manual"
INDEX, KEYS = "index", "keys"
_LINK = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<name>[a-z_-]+)\.md\)")

# A sheet has a chapter of its own where its page's would not do, and a heading in it where that is long.
SHEETS = {
    "AddResidentSheet": "roster#名册上没有这个人",
    "ArriveSheet": "books#登记到账",
    "CardSheet": "counter#刷卡",
    "CashSheet": "counter#现金",
    "ClockSheet": "trouble",
    "CorrectSheet": "correcting",
    "DeclineSheet": "counter#别的按键",
    "DisplaySheet": "display",
    "FacingSheet": "counter#给居民看",
    "ForgottenSheet": "sign_in#忘了口令",
    "JamSheet": "jam",
    "NextSheetSheet": "printing",
    "OpenCardsSheet": "card_unknown#怎么查清",
    "PreviewSheet": "printing#补打",
    "PrintFolderSheet": "printing#打印设置",
    "PrintSetupSheet": "printing#打印设置",
    "RecoverySheet": "sign_in#恢复单丢了、被人看过、还没有办",
    "RefundSheet": "correcting",
    "RemitSheet": "books#登记缴款单",
    "ReprintSheet": "printing#补打",
    "ReverseSheet": "wrong_person#已经日结了",
    "SituationSheet": "why#另一种情形",
    "StepsSheet": "why#展开理由",
    "RecordSheet": "why#资料",
    "TakeDrawerSheet": "handover",
    "VoidSheet": "wrong_person#当天，还没有日结",
    "WaitingSheet": "printing#没打印的",
    "WhatIfSheet": "why#试算",
}


@dataclass(frozen=True)
class Chapter:
    """One file of the manual: its name without the ending, its title, the group it stands in."""

    name: str
    title: str
    group: str


def chapters() -> tuple[Chapter, ...]:
    """All chapters as the index lists them."""
    found, group = [], ""
    for line in words(INDEX).splitlines():
        link = _LINK.match(line)
        if link:
            found.append(Chapter(link["name"], link["title"], group))
        elif line.startswith("## "):
            group = line.removeprefix("## ")
    return tuple(found)


@cache
def words(name: str) -> str:
    """What a chapter says, as Markdown."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def chapter_of(page: str, sheet: str = "") -> tuple[str, str]:
    """The chapter for a page by its name, or for a sheet over it by its class, and the heading to begin at ("" for its
    beginning); the index where neither has one."""
    name, _, heading = SHEETS.get(sheet, page).partition("#")
    return (name, heading) if (FOLDER / f"{name}.md").exists() else (INDEX, "")
