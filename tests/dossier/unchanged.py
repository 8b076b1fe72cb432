"""What must hold after an action that failed: nothing was stored, undo and redo are the same."""

from __future__ import annotations

from typing import Any, TypeAlias

from dragapp.dossier.dossier import Dossier
from tests.dossier.samples import dump

Rows: TypeAlias = dict[str, list[tuple[Any, ...]]]


def with_a_history(dossier: Dossier) -> Rows:
    """Leave one step to undo and one to redo; return what the dossier holds."""
    for title in ("primul", "al doilea"):
        with dossier.action(title) as edit:
            edit.set_plan(dossier.find(), title=title)
    dossier.undo()
    return dump(dossier)


def is_as_it_was(dossier: Dossier, before: Rows) -> None:
    """See that all is as `with_a_history` left it, and that undo and redo still work."""
    assert not dossier._db.conn.in_transaction
    assert dump(dossier) == before
    assert (dossier.undo_name, dossier.redo_name) == ("primul", "al doilea")
    dossier.redo()
    assert dump(dossier) != before
    dossier.undo()
    assert dump(dossier) == before
    dossier.undo()
    assert dossier.undo_name is None
    dossier.redo()
    assert dump(dossier) == before
