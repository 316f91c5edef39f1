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

# A sheet has a chapter of its own where its page's would not do.
SHEETS = {
    "AddResidentSheet": "roster",
    "CardSheet": "card_unknown",
    "ClockSheet": "trouble",
    "CorrectSheet": "correcting",
    "DisplaySheet": "display",
    "ForgottenSheet": "sign_in",
    "JamSheet": "jam",
    "NextSheetSheet": "printing",
    "OpenCardsSheet": "card_unknown",
    "PreviewSheet": "printing",
    "PrintFolderSheet": "printing",
    "PrintSetupSheet": "printing",
    "RecoverySheet": "sign_in",
    "RefundSheet": "correcting",
    "ReprintSheet": "printing",
    "ReverseSheet": "wrong_person",
    "SituationSheet": "why",
    "StepsSheet": "why",
    "RecordSheet": "why",
    "TakeDrawerSheet": "handover",
    "VoidSheet": "wrong_person",
    "WaitingSheet": "printing",
    "WhatIfSheet": "why",
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


def chapter_of(page: str, sheet: str = "") -> str:
    """The chapter for a page by its name, or for a sheet over it by its class; the index where neither has one."""
    name = SHEETS.get(sheet, page)
    return name if (FOLDER / f"{name}.md").exists() else INDEX
