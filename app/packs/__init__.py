"""Rule packs: pack.toml in, `Policy` values out; checks with the line, tables for reading, answers as JSON.

lines.py     where in the text a value stands; naming.py its dotted name; kinds.py its type
codes.py     the fixed words with their Chinese; keys.py what each key is called; results.py what a case expects
reading.py   bytes -> Policy, or a sentence with the line: spelling.py, misspelt.py (no TOML), shape.py (no values)
checks.py    what a well-formed pack may still get wrong (check_*.py, one subject each)
library.py   the packs that came with the program; sources.py those and files; install.py one about to be used
cases.py     worked examples beside a pack: case_file.py their text, check_cases.py what is wrong with them
rows.py      each value in an official's words (rows_duties.py: money and paper); table.py all of them; words.py a step
compare.py   what changes from one pack to another
verbs.py     list, show, check; assess_io.py answers for a JSON array; ask.py for money, paper and dates
renew.py     another year's pack from this one, with what to look at again (reviews.py)
questions.py what the county has yet to answer; confirm.py its answers (waiting.py what one leaves open); edit.py the
             file, typed.py a value as typed
"""

from app.packs.library import PackInfo, available, load, pack_bytes
from app.packs.reading import load_bytes, load_kept
from app.packs.verbs import PackCheck, pack_check, pack_list, pack_show
from app.packs.words import render

__all__ = [
    "PackCheck",
    "PackInfo",
    "available",
    "load",
    "load_bytes",
    "load_kept",
    "pack_bytes",
    "pack_check",
    "pack_list",
    "pack_show",
    "render",
]
