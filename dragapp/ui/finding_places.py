"""Going to the place of a hit: its tab, its section, its cell or its text, the hit selected."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from dragapp.dossier.step import Spot
from dragapp.plan.finding import Hit
from dragapp.plan.outline import Look, Table
from dragapp.plan.places import PlaceKind, letters
from dragapp.plan.plan import PAPER_KINDS, Plan
from dragapp.ui.changed_field import go_to
from dragapp.ui.decision_page import DecisionPage
from dragapp.ui.general_tab import GeneralTab
from dragapp.ui.plan_tabs import PlanTabs
from dragapp.ui.section_editor import SectionEditor

#: The fields that show a text, by their spoken names.
_GENERAL = {
    PlaceKind.TITLE: "Titlul planului",
    PlaceKind.LETTERHEAD: "Antetul instituției",
    PlaceKind.HEADER_DRAFT: "Antetul la proiect",
    PlaceKind.HEADER_ADOPTED: "Antetul la hotărâre",
    PlaceKind.HEADER_EXTRA: "Alte rânduri ale antetului",
}
_INSTITUTION = {
    "name": "Denumirea",
    "county": "Județul",
    "fiscal_code": "Cod fiscal",
    "address": "Adresa",
    "phone": "Telefon/fax",
    "email": "E-mail",
    "website": "Pagina de internet",
    "department": "Compartimentul",
    "mayor": "Primar",
    "secretary": "Secretar general",
    "inspector": "Inspector",
}
_DECISION = {
    "number": "Nr. hotărârii",
    "date": "Data hotărârii",
    "session": "Felul ședinței",
    "votes_for": "Voturi pentru",
    "votes_against": "Voturi împotrivă",
    "abstentions": "Voturi abțineri",
    "chair": "Președinte de ședință",
    "secretary": "Secretar general",
}
_PAPER = {
    "number": "Număr",
    "date": "Data",
    "issuer": "Emitent",
    "registered_number": "Nr. înregistrare",
    "registered_date": "Data înregistrării",
    "note": "Mențiuni",
}
_OF_DECISION = (PlaceKind.DECISION, PlaceKind.PAPER)


def is_of_decision(hit: Hit) -> bool:
    """Tell whether a hit is in the data of the decision or of its papers."""
    return hit.place.kind in _OF_DECISION


def spot_of(plan: Plan, hit: Hit) -> Spot:
    """Return the place of a hit as undo knows places."""
    place = hit.place
    if not place.section:
        return Spot(plan.id, part=DecisionPage.part if is_of_decision(hit) else GeneralTab.part)
    if place.kind == PlaceKind.CELL:
        row = _shown_row(plan.section(place.section).table, place.row)
        return Spot(plan.id, place.section, row, place.column)
    return Spot(plan.id, place.section)


def _shown_row(table: Table | None, row: str) -> str:
    """Return the row that a cell is shown in; lines of one cell stand in the row above them."""
    for above in table.walk() if table else ():
        for below in above.rows:
            if below.key == row and table and table.level(below.level).look == Look.STACKED:
                return above.key
    return row


def about(plan: Plan, hit: Hit) -> str:
    """Say what kind of place it is, by the name of its field or column."""
    place = hit.place
    if not place.section:
        return _name(plan, hit)[0]
    if place.kind == PlaceKind.CELL:
        table = plan.section(place.section).table
        columns = table.columns if table else []
        titles = [each.title or each.group for each in columns if each.key == place.column]
        return f"{place.kind}, {titles[0]}" if titles and titles[0] else place.kind
    return place.kind


def show_hit(tabs: PlanTabs, plan: Plan, hit: Hit) -> None:
    """Turn to the place of a hit and select the hit there; a focus that lies elsewhere stays."""
    focus = QApplication.focusWidget()
    inside = focus is None or tabs.isAncestorOf(focus)
    field = _shown(tabs, plan, hit)
    if focus is not None and not inside:
        focus.setFocus()
        if isinstance(field, QLineEdit):
            # A field of one line that is left lets go of what was selected in it.
            _mark(field, hit)


def _shown(tabs: PlanTabs, plan: Plan, hit: Hit) -> QWidget | None:
    """Turn to the place of a hit; return its field where it is in one."""
    tabs.show_spot(spot_of(plan, hit))
    if not hit.place.section:
        name, number = _name(plan, hit)
        fields = [
            each
            for each in tabs.currentWidget().findChildren(QWidget)
            if each.accessibleName() == name and each.isVisibleTo(tabs)
        ]
        if number >= len(fields):
            return None
        _select(fields[number], hit)
        return fields[number]
    chapter = tabs.chapter()
    editor = chapter.editor if chapter else None
    if editor and editor.section.key == hit.place.section:
        _show_in(editor, hit)
    return None


def _show_in(editor: SectionEditor, hit: Hit) -> None:
    place = hit.place
    match place.kind:
        case PlaceKind.HEADING:
            _select(editor.heading, hit)
        case PlaceKind.STATEMENT:
            _select(editor.state.statement, hit)
        case PlaceKind.BEFORE:
            _select(editor.before, hit, place.paragraph)
        case PlaceKind.AFTER:
            _select(editor.after, hit, place.paragraph)
        case PlaceKind.COLUMN | PlaceKind.GROUP if editor.table:
            # Headings are changed in a dialog of their own; here one stands below them.
            columns = [column.key for column in editor.table.model.layout_now.columns]
            if place.column in columns and editor.table.model.rowCount():
                below = editor.table.model.index(0, columns.index(place.column))
                editor.table.view.setCurrentIndex(below)
                editor.table.view.scrollTo(below)


def _name(plan: Plan, hit: Hit) -> tuple[str, int]:
    """Return the spoken name of a hit's field, and which one of that name it is."""
    place = hit.place
    match place.kind:
        case PlaceKind.INSTITUTION:
            return _INSTITUTION[place.column], 0
        case PlaceKind.DECISION:
            return _DECISION[place.column], 0
        case PlaceKind.PAPER:
            kind = plan.papers[place.paragraph].kind
            number = sum(paper.kind == kind for paper in plan.papers[: place.paragraph])
            return f"{PAPER_KINDS[kind]}, {_PAPER[place.column]}", number
    return _GENERAL[place.kind], 0


def _select(field: QWidget, hit: Hit, paragraph: int = 0) -> None:
    go_to(field)
    _mark(field, hit, paragraph)


def _mark(field: QWidget, hit: Hit, paragraph: int = 0) -> None:
    """Select the letters of a hit; fields of other kinds have none."""
    typed = letters(hit.text)
    # Qt counts in UTF-16.
    start, end = (len(typed[:each].encode("utf-16-le")) // 2 for each in (hit.start, hit.end))
    if isinstance(field, QLineEdit):
        field.setSelection(start, end - start)
    elif isinstance(field, (QTextEdit, QPlainTextEdit)):
        at = field.document().findBlockByNumber(paragraph).position()
        cursor = field.textCursor()
        cursor.setPosition(at + start)
        cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        field.ensureCursorVisible()
