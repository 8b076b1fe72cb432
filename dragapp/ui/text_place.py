"""Between the places of a plan's texts and the fields on screen that show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from dragapp.plan.places import Place, PlaceKind
from dragapp.ui.fields import raw_text
from dragapp.ui.plan_tabs import PlanTabs
from dragapp.ui.section_editor import SectionEditor
from dragapp.ui.spelling_marks import units

#: The texts of the first tab, by the accessible names of their fields.
GENERAL = {
    PlaceKind.TITLE: "Titlul planului",
    PlaceKind.LETTERHEAD: "Antetul instituției",
    PlaceKind.HEADER_DRAFT: "Antetul la proiect",
    PlaceKind.HEADER_ADOPTED: "Antetul la hotărâre",
    PlaceKind.HEADER_EXTRA: "Alte rânduri ale antetului",
}


def field_of(tabs: PlanTabs, kind: PlaceKind) -> QTextEdit | QPlainTextEdit | None:
    """Return the field of such a text, in the first tab or in the section that is looked at."""
    if kind in GENERAL:
        fields = tabs.general.findChildren(QPlainTextEdit)
        return next(each for each in fields if each.accessibleName() == GENERAL[kind])
    chapter = tabs.chapter()
    return _of_section(chapter.editor).get(kind) if chapter and chapter.editor else None


def _of_section(editor: SectionEditor) -> dict[PlaceKind, QTextEdit]:
    return {
        PlaceKind.HEADING: editor.heading,
        PlaceKind.STATEMENT: editor.state.statement,
        PlaceKind.BEFORE: editor.before,
        PlaceKind.AFTER: editor.after,
    }


def caret(
    tabs: PlanTabs, focus: QWidget | None, section: str, places: Sequence[Place]
) -> tuple[int, int] | None:
    """Return where the user stands in a text: the number of its place, and the place in it.

    Behind what is selected; in an empty paragraph, before the next one. None where the focus is in
    no text of these places.
    """
    if not isinstance(focus, QTextEdit | QPlainTextEdit):
        return None
    lines = isinstance(focus, QPlainTextEdit)
    cursor = focus.textCursor()
    block = focus.document().findBlock(cursor.selectionEnd())
    paragraph = 0 if lines else block.blockNumber()
    text = raw_text(focus.document()) if lines else block.text()
    at = cursor.selectionEnd() - (0 if lines else block.position())
    kinds = {kind for kind in PlaceKind if field_of(tabs, kind) is focus}
    found = None
    for number, place in enumerate(places):
        if place.kind not in kinds or not (place.kind in GENERAL or place.section == section):
            continue
        if place.paragraph >= paragraph:
            return number, _letters(text, at) if place.paragraph == paragraph else 0
        found = number + 1
    return (found % len(places), 0) if found is not None else None


def _letters(text: str, at: int) -> int:
    """Return the place in a text of Qt's count; see `spelling_marks.units`."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))


def select(field: QTextEdit | QPlainTextEdit, paragraph: int, start: int, end: int) -> None:
    """Select a piece of a text, counted in its paragraph, or in a field of lines in all."""
    block = field.document().findBlockByNumber(paragraph)
    text = raw_text(field.document()) if isinstance(field, QPlainTextEdit) else block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units(text, start))
    cursor.setPosition(block.position() + units(text, end), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()
