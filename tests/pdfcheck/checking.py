"""All the checks of one file, in the order in which a reader would put things right."""

from __future__ import annotations

from collections import Counter

import pikepdf

from tests.pdfcheck import (
    archive,
    catalog,
    contents_list,
    elements,
    fonts,
    links,
    metadata,
    navigation,
    page_numbers,
    pages,
    placement,
    syntax,
    tables,
    text,
)
from tests.pdfcheck.opened import opened

PARTS = (
    archive, metadata, catalog, navigation, pages, page_numbers, fonts,
    placement, elements, contents_list, tables, links, text,
)  # fmt: skip
SHOWN = 8
"""How many faults of one name are listed; of the others the number is told."""


def check(data: bytes) -> list[str]:
    """Return the faults of a PDF file as PDF/A-2a and PDF/UA-1, one line each, or an empty list.

    A line begins with the fault's short name and a colon; the names are stable.
    """
    found = list(syntax.faults(data))
    try:
        file = opened(data)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        return shortened([*found, f"unreadable: {error}"])
    for part in PARTS:
        found.extend(part.faults(file))
    return shortened(found)


def shortened(found: list[str]) -> list[str]:
    """Keep the first lines of each name, and tell how many more there are."""
    kept: list[str] = []
    seen: Counter[str] = Counter()
    for line in found:
        name = line.partition(":")[0]
        seen[name] += 1
        if seen[name] <= SHOWN:
            kept.append(line)
    more = {name: count - SHOWN for name, count in seen.items() if count > SHOWN}
    return kept + [f"{name}: and {count} more" for name, count in more.items()]
