"""The manual's chapters: which there are, in which order, and which of them belongs to a page or a sheet.

`resources/manual/index.md` is the list: a heading begins a group, each link below it is a chapter.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from app import RESOURCES

FOLDER = RESOURCES / "manual"
INDEX, KEYS = "index", "keys"
_LINK = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<name>[a-z_-]+)\.md\)")


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


@cache
def sheets() -> dict[str, str]:
    """For a sheet by its class where it is explained: a chapter of its own where its page's would not do, and after a #
    the heading in it where that is long."""
    found: dict[str, str] = tomllib.loads((FOLDER / "sheets.toml").read_text(encoding="utf-8"))
    return found


def chapter_of(page: str, sheet: str = "") -> tuple[str, str]:
    """The chapter for a page by its name, or for a sheet over it by its class, and the heading to begin at ("" for its
    beginning); the index where neither has one."""
    name, _, heading = sheets().get(sheet, page).partition("#")
    return (name, heading) if (FOLDER / f"{name}.md").exists() else (INDEX, "")
