"""The table in the file that says which character each glyph stands for.

Searching, copying and reading aloud depend on it. reportlab's own table writes characters beyond
U+FFFF in a way that readers take for two others, and makes blocks longer than the format allows.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

# Adobe Technical Note 5411: at most so many entries in a block.
_BLOCK = 100


def install() -> None:
    """Have reportlab write this table into every font from now on."""
    ttfonts.makeToUnicodeCMap = to_unicode


def to_unicode(font: str, subset: Sequence[int]) -> str:
    """Return the table (PDF 1.7, 9.10.3) of a font whose codes stand for these characters."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
    ]
    blocks: list[str] = []
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font}) /Ordering ({font}) /Supplement 0 >> def",
            f"/CMapName /{font} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
