"""From the rows that were found to rows that a dossier can hold: nothing found is left out."""

from __future__ import annotations

import json
from collections import defaultdict

from dragapp.dossier.salvage.finding import Found
from dragapp.dossier.salvage.model import Model
from dragapp.dossier.salvage.order import number_siblings
from dragapp.dossier.salvage.other_rows import settle_others
from dragapp.dossier.salvage.rows import Rows, integer, number_rows, position
from dragapp.dossier.salvage.sections import settle_sections
from dragapp.dossier.salvage.table_parts import settle_tables, vote_sections
from dragapp.dossier.salvage.twin import part_twins
from dragapp.dossier.salvage.value import as_rich, complete, mend_values
from dragapp.plan.rich import from_json, plain

#: The name of the section that holds what has no other place; it is not printed.
LOOSE_NAME = "Texte recuperate"
_LAST = 1 << 62


def settle(found: Found, model: Model) -> Rows:
    """Give each row values that can be kept, a place, and everything that it refers to."""
    rows = number_rows(found)
    mend_values(rows, model)
    vote_sections(rows)
    settle_sections(rows)
    settle_tables(rows)
    settle_others(rows, model)
    _place_loose(rows)
    number_siblings(rows)
    part_twins(rows)
    for table, number in (*rows.stand_ins, *rows.fillers):
        complete(model, table, rows.parts[table][number])
    for row in rows.others["institution"]:
        complete(model, "institution", row)
    return rows


def _place_loose(rows: Rows) -> None:
    """Put loose texts into a section of their plan, of the newest one where that is not known."""
    plans, sections = rows.parts["plan"], rows.parts["section"]
    newest = max(plans, key=lambda number: integer(plans[number], "year") or 0)
    texts: dict[int, list[str]] = defaultdict(list)
    for loose in rows.loose:
        home = sections.get(loose.section or 0)
        texts[integer(home, "plan") or newest].append(loose.text)
    for plan, found in texts.items():
        tops = [row for row in sections.values() if row["plan"] == plan and row["parent"] is None]
        tops = [row for row in tops if row.get("scope") != "decision"]
        # Only what is below another section can be deleted again.
        under = max(tops, key=position)["id"] if tops else None
        section = rows.fill(
            "section", plan=plan, parent=under, position=_LAST, name=LOOSE_NAME, hidden=1
        )
        for place, text in enumerate(found):
            rows.fill(
                "paragraph", section=section["id"], place="before", position=place,
                text=as_rich(_bare(text)), kind="plain",
            )  # fmt: skip


def _bare(text: str) -> str:
    """Return a loose text as it was typed, where it was stored with emphasis."""
    try:
        return plain(from_json(json.loads(text)))
    except (ValueError, RecursionError):
        return text
