"""Rule packs: pack.toml in, `Policy` values out; checks with the line, tables for reading, answers as JSON.

lines.py     where in the text a value stands
reading.py   bytes -> Policy, or a sentence with the line
checks.py    what a well-formed pack may still get wrong
library.py   the packs that came with the program
cases.py     worked examples beside a pack
table.py     the rules as a table, words.py one step as a sentence
verbs.py     list, show, check; assess_io.py answers for a JSON array
"""

from app.packs.library import PackInfo, available, load, pack_bytes
from app.packs.reading import load_bytes
from app.packs.verbs import PackCheck, pack_check, pack_list, pack_show
from app.packs.words import render

__all__ = [
    "PackCheck",
    "PackInfo",
    "available",
    "load",
    "load_bytes",
    "pack_bytes",
    "pack_check",
    "pack_list",
    "pack_show",
    "render",
]
