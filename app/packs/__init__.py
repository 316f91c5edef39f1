"""Rule packs: pack.toml in, `Policy` values out; checks with the line, tables for reading, answers as JSON.

lines.py     where in the text a value stands
reading.py   bytes -> Policy, or a sentence with the line
checks.py    what a well-formed pack may still get wrong
library.py   the packs that came with the program
"""

from app.packs.library import PackInfo, available, load, pack_bytes
from app.packs.reading import load_bytes

__all__ = ["PackInfo", "available", "load", "load_bytes", "pack_bytes"]
