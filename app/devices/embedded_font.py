"""A reportlab TrueType font that copies right and embeds fast. Imported only where a PDF is made: it loads reportlab.

Four things differ from reportlab's own class, all for our font objects only:
- its ToUnicode map writes characters above U+FFFF as five hex digits, which readers take for something else, so that 𠮷
  copied from a receipt is not 𠮷. Ours writes UTF-16, as ISO 32000-1, 9.10.3 asks, in blocks of at most 100.
- it copies the whole outline table (10-30 MB) for every page made. Ours cuts each outline out of the file.
- it keeps the whole file in memory. Ours maps it: of a font of 30,000 characters a receipt needs two hundred.
- it keeps which characters a glyph stands for, needed only while it reads the file, and the metrics of each glyph as a
  pair of its own, where most are alike: 8 MB a font. Ours keeps each pair once.
"""

from mmap import ACCESS_READ, mmap
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
        with open(filename, "rb") as file:
            mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
        read, outlines = self.face.get_table, Outlines(mapped, self.face.get_table_pos("glyf")[0])
        self.face._ttf_data = mapped
        alike: dict[tuple[int, int], tuple[int, int]] = {}
        self.face.hmetrics = [alike.setdefault(pair, pair) for pair in self.face.hmetrics]
        self.face.glyphToChar = {}
        self.face.get_table = lambda tag: outlines if tag == "glyf" else read(tag)

    def addObjects(self, doc: Any) -> None:
        """Add the subsets to the document as reportlab does, then mend their ToUnicode maps."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for index, subset in enumerate(subsets):
            name = b"".join((SUBSETN(index), b"+", self.face.name, self.face.subfontNameX)).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(subset)


class Outlines:
    """The outline table where it lies in the file from `start` on; a slice of it is bytes, as reportlab expects."""

    def __init__(self, file: mmap, start: int) -> None:
        self._file, self._start = file, start

    def __getitem__(self, part: slice) -> bytes:
        return self._file[self._start + part.start : self._start + part.stop]


def to_unicode(subset: list[int]) -> str:
    """The ToUnicode map of a subset: code n of the font stands for the character subset[n]; 0 is .notdef."""
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = (pairs[start : start + BLOCK] for start in range(0, len(pairs), BLOCK))
    return CMAP.format(
        blocks="\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    )
