"""What is typed while long work goes on is kept, and so is what the work does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import sleep

from PySide6.QtCore import Qt

from dragapp.dossier.edit import Edit
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import Section
from dragapp.ui.session import Session
from tests.ui.conftest import User

COURSES = "improvement-courses"


def session_of(user: User) -> Session:
    assert user.window.session
    return user.window.session


def _long() -> Iterator[None]:
    for _ in range(40):
        sleep(0.002)
        yield


def reword(user: User, section: Section) -> None:
    """Change a section's text and its first cell among steps that take their time."""

    def steps(edit: Edit) -> Iterator[None]:
        first = replace(section.before[0], text=rich("Altfel."))
        edit.set_paragraphs(section.id, "before", [first, *section.before[1:]])
        if section.table:
            edit.set_cell(section.table.rows[0].id, "staff", "Altcineva")
        yield from _long()

    session_of(user).act_slowly("scrie încet", steps)


def test_a_letter_typed_into_a_text_meanwhile_is_kept(draguseni: User) -> None:
    editor = draguseni.go("narrative").before
    section = draguseni.chosen()
    editor.setFocus()
    draguseni.settle()
    reword(draguseni, section)
    draguseni.type("Nou ")
    assert session_of(draguseni).flush()
    assert "Nou" in plain(draguseni.stored().section("narrative").before[0].text)
    assert "Altfel." in plain(draguseni.stored().section("narrative").before[0].text)
    assert draguseni.stored() == draguseni.plan


def test_a_letter_typed_into_a_cell_meanwhile_is_kept(piatra_neamt: User) -> None:
    table = piatra_neamt.table(COURSES)
    row = piatra_neamt.chosen().table
    assert row
    key = row.rows[0].key
    table.view.show_cell(key, "staff")
    piatra_neamt.press(Qt.Key.Key_F2)
    piatra_neamt.type("X")

    def steps(edit: Edit) -> Iterator[None]:
        edit.set_cell(row.rows[0].id, "staff", "Altcineva")
        yield from _long()

    session_of(piatra_neamt).act_slowly("scrie încet", steps)
    piatra_neamt.type("Y")
    piatra_neamt.press(Qt.Key.Key_Return)
    stored = piatra_neamt.stored()
    table_now = stored.section(COURSES).table
    assert table_now
    assert table_now.rows[0].cells["staff"].endswith("Y")
    assert stored == piatra_neamt.plan
