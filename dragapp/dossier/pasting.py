"""A computed paste carried into the dossier."""

from __future__ import annotations

from dragapp.dossier.edit import Edit
from dragapp.plan.paste import Paste
from dragapp.plan.section import Section

#: From so many cells on, reading the section again costs less than reading each of its rows.
_FEW = 20


def carry_out(edit: Edit, section: Section, paste: Paste) -> None:
    """Store a paste into a section's table, as part of an action.

    The table must be the one that the paste was computed for. Raise LookupError or ValueError
    where it is not.
    """
    assert section.table is not None
    if paste.restructured or len(paste.changes) > _FEW:
        edit.set_table(section.id, paste.table)
        return
    ids = {node.key: node.id for node in section.table.walk()}
    for change in paste.changes:
        edit.set_cell(ids[change.node], change.column, change.new)
