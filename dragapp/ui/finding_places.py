"""Going to the place of a hit: its tab, its section, its cell or its text, the hit selected."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from dragapp.dossier.step import Spot
from dragapp.plan.finding import Hit
from dragapp.plan.outline import Look, Table
from dragapp.plan.places import Place, PlaceKind, letters
from dragapp.plan.plan import PAPER_KINDS, Plan
from dragapp.ui.changed_field import go_to
from dragapp.ui.decision_page import DecisionPage
from dragapp.ui.general_tab import GeneralTab
from dragapp.ui.plan_tabs import PlanTabs
from dragapp.ui.section_editor import SectionEditor
from dragapp.ui.spelling_marks import units
from dragapp.ui.text_place import GENERAL, field_of, select

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
        field = field_of(tabs, hit.place.kind)
        if field:
            _select(field, hit)
        else:
            _show_heading(editor, hit.place)
    return None


def _show_heading(editor: SectionEditor, place: Place) -> None:
    """Stand below the heading of a column, which is changed in a dialog of its own."""
    if editor.table and place.kind in (PlaceKind.COLUMN, PlaceKind.GROUP):
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
    return GENERAL[place.kind], 0


def _select(field: QWidget, hit: Hit) -> None:
    go_to(field)
    _mark(field, hit)


def _mark(field: QWidget, hit: Hit) -> None:
    """Select the letters of a hit; fields of other kinds have none."""
    if isinstance(field, QLineEdit):
        start, end = (units(letters(hit.text), place) for place in (hit.start, hit.end))
        field.setSelection(start, end - start)
    elif isinstance(field, QTextEdit | QPlainTextEdit):
        select(field, hit.place.paragraph, hit.start, hit.end)
