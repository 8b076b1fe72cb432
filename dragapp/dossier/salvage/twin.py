"""What a plan or a table may hold only once: the second one gets a key of its own."""

from __future__ import annotations

from datetime import date

from dragapp.dossier.salvage.rows import KEYS, Rows, integer
from dragapp.dossier.salvage.shape import Value
from dragapp.plan.keys import new_key

_SCOPES = {"section": "plan", "node": "plan", "level": "section", "column": "section"}


def part_twins(rows: Rows) -> None:
    """Give each part that has another's key a new one, and each plan a year and revision."""
    for table, scope in _SCOPES.items():
        taken: set[tuple[Value, Value]] = set()
        for row in rows.parts[table].values():
            if (row[scope], row["key"]) in taken:
                row["key"] = new_key(KEYS[table])
                rows.mended += 1
            taken.add((row[scope], row["key"]))
    _part_plans(rows)


def _part_plans(rows: Rows) -> None:
    """Keep what plans are told to be; a plan that stands in for another is told last."""
    plans = rows.parts["plan"]
    years = [integer(row, "year") or 0 for row in plans.values()]
    newest = max(years, default=0) or date.today().year
    taken: set[tuple[int, int]] = set()
    for number in sorted(plans, key=lambda number: (("plan", number) in rows.stand_ins, number)):
        row = plans[number]
        year, revision = integer(row, "year") or newest, integer(row, "revision") or 0
        while (year, revision) in taken:
            revision += 1
        taken.add((year, revision))
        told = row.get("year"), row.get("revision")
        rows.mended += told != (year, revision) and ("plan", number) not in rows.stand_ins
        row["year"], row["revision"] = year, revision
