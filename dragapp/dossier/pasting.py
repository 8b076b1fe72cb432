"""A computed paste carried into the dossier."""

from __future__ import annotations

from collections.abc import Iterator

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
    for _ in carry_out_slowly(edit, section, paste):
        pass


def carry_out_slowly(edit: Edit, section: Section, paste: Paste) -> Iterator[int]:
    """Do what `carry_out` does, yielding after each row or cell how many are done."""
    assert section.table is not None
    if paste.restructured or len(paste.changes) > _FEW:
        yield from edit.set_table_slowly(section.id, paste.table)
        return
    ids = {node.key: node.id for node in section.table.walk()}
    for done, change in enumerate(paste.changes, 1):
        edit.set_cell(ids[change.node], change.column, change.new)
        yield done
