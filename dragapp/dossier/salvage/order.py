"""Places among siblings: they count 0, 1, 2, … without gaps."""

from __future__ import annotations

from collections import defaultdict

from dragapp.dossier.salvage.rows import Rows, integer, position
from dragapp.dossier.salvage.shape import Row

#: What makes rows of a table siblings.
_SCOPES = {
    "section": ("plan", "parent"),
    "paragraph": ("section", "place"),
    "level": ("section",),
    "column": ("section",),
    "node": ("section", "parent"),
    "paper": ("plan",),
}


def number_siblings(rows: Rows, *tables: str) -> None:
    """Let the siblings of some tables, or of all, count on in the order in which they stand."""
    for table in tables or _SCOPES:
        groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
        for row in rows.of(table):
            groups[tuple(row.get(name) for name in _SCOPES[table])].append(row)
        for group in groups.values():
            group.sort(key=lambda row: (position(row), integer(row, "id") or 0))
            for place, row in enumerate(group):
                row["position"] = place
