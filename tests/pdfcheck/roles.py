"""The standard structure types of ISO 32000-1, 14.8.4, and the role map that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary

from tests.pdfcheck.objects import name

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
INLINE = frozenset(
    ("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT")
).union(("RP", "Warichu", "WT", "WP"))
STANDARD = INLINE.union(
    ["Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"],
    ["NonStruct", "Private", "P", "H", *HEADINGS, "L", "LI", "Lbl", "LBody"],
    ["Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Figure", "Formula", "Form"],
)
RUN_ON = INLINE - {"Note"}
"""What is read as part of the sentence around it."""


def standard_role(kind: str, role_map: Any) -> str:
    """Return the standard type that a type stands for, empty when it stands for none."""
    met: set[str] = set()
    while kind not in STANDARD and kind and kind not in met:
        met.add(kind)
        kind = name(role_map, f"/{kind}")
    return kind if kind in STANDARD else ""


def role_map_faults(role_map: Any) -> Iterator[str]:
    """Yield what is wrong with the role map: standard types given another meaning, and loops."""
    if not isinstance(role_map, Dictionary):
        return
    for key in map(str, role_map):
        kind = key[1:]
        if kind in STANDARD:
            yield f"role-standard: {kind} is mapped to {name(role_map, key)}"
        elif not standard_role(kind, role_map):
            yield f"role-map: {kind} leads to no standard type"
