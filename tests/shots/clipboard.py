"""Pictures of what is shown before pasting and before cleaning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QTextEdit

if TYPE_CHECKING:
    from tests.shots.__main__ import Shots

_SAMPLES = Path(__file__).parents[1] / "data" / "clipboard"
_WIDE = "Campanie nouă\tObiectiv\tIunie\tDAS\tprea mult\tși asta\nA doua\tAlt obiectiv\tIulie\tSPAS"
_BROKEN = (
    "Asistenţa  socială comuni-\ntară se acordă ,, la domiciliu ” .\n"
    "\uf0b7 consiliere şi informare;\n\uf0b7 însoţire la  medic."
)


def _copy(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def _go(shots: Shots, section: str) -> None:
    shots.window.activateWindow()
    shots.settle()
    shots.go(section)


def take(shots: Shots) -> None:
    """Take the preview of three pastes, and cleaning in cells and in a text."""
    acts, window = shots.window.actions_, shots.window
    text, html = ((_SAMPLES / f"calc_training.{each}").read_text() for each in ("tsv", "html"))
    _copy(text, html)
    for name, section in (("courses", "improvement-courses"), ("services", "existing-services")):
        _go(shots, section)
        shots.modal(f"paste-{name}", acts["paste"].trigger)
    _copy(_WIDE)
    _go(shots, "information-campaigns")
    shots.modal("paste-left-out", acts["paste"].trigger)
    tabs = window.tabs
    chapter = tabs.chapter() if tabs else None
    assert chapter
    assert chapter.editor
    table = chapter.editor.table
    assert table
    model = table.model
    model.setData(model.index(0, 1), _BROKEN)
    model.setData(model.index(1, 2), "Responsabil :  primarul")
    table.view.selectAll()
    shots.modal("clean-cells", acts["clean"].trigger)
    _go(shots, "published-information")
    field: QTextEdit = chapter.editor.before
    field.setFocus()
    field.setPlainText(_BROKEN)
    shots.settle()
    shots.modal("clean-text", acts["clean"].trigger)
