"""Pictures of tables being worked in: the grip, the line of a drag, and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

if TYPE_CHECKING:
    from tests.shots.__main__ import Shots

MATRIX = "objectives-matrix"


def take_tables(shots: Shots) -> None:
    """Take them, on a plan with a matrix of objectives."""
    shots.go(MATRIX)
    tabs = shots.window.tabs
    chapter = tabs.chapter() if tabs else None
    assert chapter
    assert chapter.editor
    table = chapter.editor.table
    assert table
    view = table.view
    assert view.drag
    measures = [row.key for row in table.model.table.walk() if row.level == "measure"]
    view.drag.choose(measures[:1])
    view.drag.start(measures[:1])
    view.drag.move(view.rowViewportPosition(2) + 4)
    shots.take("row-drag")
    view.drag.cancel()
    view.clearSelection()
    view.setCurrentIndex(view.model().index(0, 2))
    view.edit(view.currentIndex())
    shots.take("cell-open")
    table.session.flush()
    view.order.show(3, False)
    view.order.shift(view.columns_in_sight()[-1], -1)
    view.selectionModel().select(view.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
    shots.take("columns-moved")
    view.order.as_printed()
    shots.modal("shortcuts", shots.window.actions_["shortcuts"].trigger)
