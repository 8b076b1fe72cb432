"""Texts in the window: paragraphs survive the editor, lists label themselves, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.examples import example
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.plan.text import clean
from dragapp.ui.paragraph_blocks import read_document, write_document
from tests.ui.conftest import User

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

RUNS = st.lists(st.builds(Run, st.text(max_size=20), st.booleans(), st.booleans()), max_size=4)
PARAGRAPH = st.builds(
    Paragraph,
    RUNS.map(lambda runs: rich(*runs)),
    st.sampled_from(ParagraphKind),
    st.integers(0, 6),
    st.sampled_from(["", "{1}.", "c.{1}.", "➤", "❖"]),
    st.sampled_from([None, "", "2", "II."]),
)


@given(st.lists(PARAGRAPH, max_size=5))
def test_paragraphs_survive_the_editor(paragraphs: list[Paragraph]) -> None:
    document = QTextDocument()
    write_document(document, paragraphs)
    empty = len(paragraphs) == 1 and not paragraphs[0].text
    assert read_document(document) == ([] if empty else paragraphs)


@pytest.mark.parametrize("name", ["piatra-neamt-2021", "draguseni-2024"])
def test_every_text_of_the_real_plans_survives_the_editor(qapp: QApplication, name: str) -> None:
    for section in example(name).walk():
        for paragraphs in (section.before, section.after):
            document = QTextDocument()
            write_document(document, paragraphs)
            assert read_document(document) == paragraphs


def before(user: User, section: str) -> list[Paragraph]:
    return user.stored().section(section).before


def end_of_text(user: User, section: str) -> None:
    editor = user.go(section).before
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    user.settle()


def test_enter_goes_on_with_the_list_and_twice_ends_it(piatra_neamt: User) -> None:
    end_of_text(piatra_neamt, "contents")
    piatra_neamt.press(Qt.Key.Key_Return)
    piatra_neamt.type("Obiective")
    piatra_neamt.press(Qt.Key.Key_Return)
    piatra_neamt.press(Qt.Key.Key_Return)
    piatra_neamt.type("Încheiere")
    labels = piatra_neamt.go("contents").before._labels
    assert labels == ["", "1.", "2.", "3.", "4.", ""]
    piatra_neamt.go("legal-basis")
    stored = before(piatra_neamt, "contents")
    assert [plain(each.text) for each in stored[-2:]] == ["Obiective", "Încheiere"]
    assert [each.kind for each in stored[-2:]] == [ParagraphKind.ITEM, ParagraphKind.PLAIN]


def test_shift_enter_is_a_line_of_the_same_paragraph(piatra_neamt: User) -> None:
    count = len(before(piatra_neamt, "contents"))
    end_of_text(piatra_neamt, "contents")
    piatra_neamt.press(Qt.Key.Key_Return, SHIFT)
    piatra_neamt.type("rândul doi")
    piatra_neamt.go("legal-basis")
    stored = before(piatra_neamt, "contents")
    assert len(stored) == count
    assert plain(stored[-1].text).endswith("Capitolul III.\nrândul doi")


def test_bold_and_list_kinds_by_command(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("press-messages").before
    editor.setFocus()
    editor.selectAll()
    piatra_neamt.settle()
    piatra_neamt.do("bold")
    panel = piatra_neamt.go("press-messages").panels["before"]
    panel._become(ParagraphKind.ITEM, "❖")
    piatra_neamt.do("indent")
    piatra_neamt.go("legal-basis")
    stored = before(piatra_neamt, "press-messages")
    assert all(run.bold for each in stored for run in each.text)
    assert {(each.kind, each.label) for each in stored} == {(ParagraphKind.ITEM, "❖")}
    assert min(each.level for each in stored) == 1


def test_text_is_stored_a_second_after_the_last_key(piatra_neamt: User, qtbot: QtBot) -> None:
    end_of_text(piatra_neamt, "contents")
    piatra_neamt.type(" și altele")
    assert not plain(before(piatra_neamt, "contents")[-1].text).endswith("și altele")
    qtbot.waitUntil(
        lambda: plain(before(piatra_neamt, "contents")[-1].text).endswith("și altele"),
        timeout=4000,
    )


def test_undo_belongs_to_the_text_first_and_then_to_the_dossier(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("contents").before
    original = before(piatra_neamt, "contents")
    end_of_text(piatra_neamt, "contents")
    piatra_neamt.type("abc")
    piatra_neamt.press(Qt.Key.Key_Z, CTRL)
    assert read_document(editor.document()) == original
    piatra_neamt.type("xyz")
    assert piatra_neamt.window.session is not None
    piatra_neamt.window.session.flush()
    piatra_neamt.go("legal-basis")
    piatra_neamt.do("undo")
    assert before(piatra_neamt, "contents") == original
    shown = piatra_neamt.go("contents").before
    assert read_document(shown.document()) == original
    assert not shown.document().isUndoAvailable()


def test_a_long_paste_with_everything_in_it_is_kept(draguseni: User) -> None:
    editor = draguseni.go("narrative").before
    editor.setFocus()
    editor.selectAll()
    hostile = "a\x00b\x07 😀 \u202eعربي\u202c <b>&amp; ş ț\r\nrând\t2\n"
    pasted = hostile + "x" * 100_000
    mime = QMimeData()
    mime.setText(pasted)
    editor.insertFromMimeData(mime)
    draguseni.go("legal-basis")
    stored = "\n".join(plain(each.text) for each in before(draguseni, "narrative"))
    assert stored == clean(pasted)


def test_a_heading_keeps_its_italic_and_stays_one_line(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("promotion-campaigns")
    assert any(run.italic for run in editor.section.heading)
    editor.heading.setFocus()
    editor.heading.moveCursor(QTextCursor.MoveOperation.End)
    piatra_neamt.settle()
    piatra_neamt.type(" 2021")
    piatra_neamt.press(Qt.Key.Key_Return)
    heading = piatra_neamt.stored().section("promotion-campaigns").heading
    assert plain(heading).endswith("Neamț: 2021")
    assert heading[0].italic


def test_a_heading_takes_bold_and_italic_by_command(piatra_neamt: User) -> None:
    editor = piatra_neamt.go("meetings")
    editor.heading.setFocus()
    editor.heading.selectAll()
    piatra_neamt.settle()
    piatra_neamt.do("italic")
    piatra_neamt.go("contents")
    assert all(run.italic for run in piatra_neamt.stored().section("meetings").heading)


def test_a_menu_opened_by_keys_leaves_the_commands_enabled(piatra_neamt: User) -> None:
    piatra_neamt.table("existing-services")
    piatra_neamt.settle()
    assert piatra_neamt.window.actions_["row_delete"].isEnabled()
    piatra_neamt.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    piatra_neamt.settle()
    assert piatra_neamt.window.actions_["row_delete"].isEnabled()
