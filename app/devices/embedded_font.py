"""A reportlab TrueType font that copies right and embeds fast. Imported only where a PDF is made: it loads reportlab.

Two things differ from reportlab's own class, both for our font objects only:
- its ToUnicode map writes characters above U+FFFF as five hex digits, which readers take for something else, so that 𠮷
  copied from a receipt is not 𠮷. Ours writes UTF-16, as ISO 32000-1, 9.10.3 asks, in blocks of at most 100.
- it copies the whole outline table (10-30 MB) for every page made. Ours keeps the copy.
"""

from functools import cache
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

BLOCK = 100

CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """One font file, parsed once, subset into every document that uses it."""

    def __init__(self, name: str, filename: str) -> None:
        # Without asciiReadable only the characters used are embedded, not all of ASCII.
        super().__init__(name, filename, asciiReadable=False, shapable=False)
        self.face.get_table = cache(self.face.get_table)

    def addObjects(self, doc: Any) -> None:
        """Add the subsets to the document as reportlab does, then mend their ToUnicode maps."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for index, subset in enumerate(subsets):
            name = b"".join((SUBSETN(index), b"+", self.face.name, self.face.subfontNameX)).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(subset)


def to_unicode(subset: list[int]) -> str:
    """The ToUnicode map of a subset: code n of the font stands for the character subset[n]; 0 is .notdef."""
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = (pairs[start : start + BLOCK] for start in range(0, len(pairs), BLOCK))
    return CMAP.format(
        blocks="\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    )
