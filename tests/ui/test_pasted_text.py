"""Rich text from Word and browsers pasted into the texts of the window, and cleaned there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.ui.cleaning_dialog import CleaningDialog
from dragapp.ui.pasted_paragraphs import paragraphs_of_html
from dragapp.ui.text_editor import TextEditor
from tests.ui.conftest import User

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAMPLES = Path(__file__).parents[1] / "data" / "clipboard"
ITEM = ParagraphKind.ITEM
NARRATIVE = "narrative"


def word_item(mark: str, text: str, level: int = 1) -> str:
    """Return an item of a list as Word copies it."""
    return (
        f"<p class=MsoListParagraph style='margin-left:{36 * level}pt;text-indent:-18.0pt;"
        f"mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>"
        f"&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


def editor(user: User, section: str = NARRATIVE) -> TextEditor:
    """Turn to an emptied text."""
    field = user.go(section).before
    field.setFocus()
    field.selectAll()
    field.textCursor().removeSelectedText()
    field.reshape(lambda _: Paragraph())
    user.settle()
    return field


def copy(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def test_lists_of_word_become_lists() -> None:
    html = "".join(
        (
            word_item("1.", "Unu"),
            word_item("2.", "Doi"),
            word_item("a)", "sub doi", 2),
            word_item("b)", "tot sub doi", 2),
            word_item("·", "cu <b>punct</b>"),
            "<p>1. Scris de mână</p>",
            word_item("i.", "roman", 2),
            word_item("5.", "altă listă"),
        )
    )
    assert [
        (each.kind, each.level, each.label, each.number, plain(each.text))
        for each in paragraphs_of_html(html)
    ] == [
        (ITEM, 0, "{1}.", None, "Unu"),
        (ITEM, 0, "{1}.", None, "Doi"),
        (ITEM, 1, "{a})", None, "sub doi"),
        (ITEM, 1, "{a})", None, "tot sub doi"),
        (ITEM, 0, "•", None, "cu punct"),
        (ParagraphKind.PLAIN, 0, "", None, "1. Scris de mână"),
        (ITEM, 1, "{i}.", None, "roman"),
        (ITEM, 0, "{1}.", "5", "altă listă"),
    ]


def test_lists_of_a_browser_become_lists() -> None:
    html = "<ol start=3><li>trei<li>patru<ul><li>x</ul></ol><p>Text<ol type=a><li>un<li>doi</ol>"
    assert paragraphs_of_html(html) == [
        Paragraph(rich("trei"), ITEM, 0, "{1}.", "3"),
        Paragraph(rich("patru"), ITEM, 0, "{1}."),
        Paragraph(rich("x"), ITEM, 1, "•"),
        Paragraph(rich("Text")),
        Paragraph(rich("un"), ITEM, 0, "{a}."),
        Paragraph(rich("doi"), ITEM, 0, "{a}."),
    ]


@pytest.mark.parametrize("name", ["word", "browser", "calc_training"])
def test_no_word_of_a_table_is_lost(name: str) -> None:
    html = (SAMPLES / f"{name}.html").read_text("utf-8")
    text = " ".join(plain(each.text) for each in paragraphs_of_html(html))
    wanted = {
        "word": ["Capitolul III.1", "Nr. crt.", "Asigurarea personalului adecvat", "stagii"],
        "browser": ["Centre de zi", "Denumire Capacitate", "30 copii"],
        "calc_training": ["curs de management de caz 2 350,00", "* Birou"],
    }[name]
    for each in wanted:
        assert each in text.replace("\xa0", " ")
    assert text.count("\n") < len(paragraphs_of_html(html)) + 20


def test_bold_italic_and_lists_are_pasted_and_stored(draguseni: User) -> None:
    field = editor(draguseni)
    field.insertPlainText("Înainte ")
    html = f"<p>text <b>gros</b></p>{word_item('1.', '<i>Unu</i>')}{word_item('2.', 'Doi')}"
    copy("text gros\n1. Unu\n2. Doi", html)
    draguseni.press(Qt.Key.Key_V, CTRL)
    field.commit()
    assert draguseni.stored().section(NARRATIVE).before == [
        Paragraph(rich("Înainte text ", Run("gros", bold=True))),
        Paragraph(rich(Run("Unu", italic=True)), ITEM, 0, "{1}."),
        Paragraph(rich("Doi"), ITEM, 0, "{1}."),
    ]
    assert field._labels == ["", "1.", "2."]


def test_plain_lines_pasted_into_a_list_are_its_items(draguseni: User) -> None:
    field = editor(draguseni)
    field.reshape(lambda _: Paragraph((), ITEM, 0, "{1}.", "4"))
    copy("unu\ndoi")
    draguseni.press(Qt.Key.Key_V, CTRL)
    assert field._labels == ["4.", "5."]


def test_a_heading_stays_one_line(draguseni: User) -> None:
    heading = draguseni.go(NARRATIVE).heading
    heading.setFocus()
    heading.selectAll()
    copy("Un\ntitlu", "<h1>Un</h1><ul><li>titlu</ul>")
    draguseni.press(Qt.Key.Key_V, CTRL)
    heading.commit()
    assert plain(draguseni.stored().section(NARRATIVE).heading) == "Un titlu"


def test_a_pdfs_lines_are_pasted_as_paragraphs(draguseni: User) -> None:
    field = editor(draguseni)
    copy("Serviciile sociale ale comu-\nnei se acordă, potrivit\nlegii, tuturor.\nAlt paragraf.")
    draguseni.press(Qt.Key.Key_V, CTRL, SHIFT)
    field.commit()
    assert [plain(each.text) for each in draguseni.stored().section(NARRATIVE).before] == [
        "Serviciile sociale ale comunei se acordă, potrivit legii, tuturor.",
        "Alt paragraf.",
    ]


def test_a_text_is_cleaned_in_one_step_with_its_emphasis(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = editor(draguseni)
    broken = [
        Paragraph(rich("Asistenţa  ", Run("socială  comu-", bold=True))),
        Paragraph(rich("nitară.")),
        Paragraph(rich("Sigur."), ITEM, 0, "{1}."),
    ]
    field.insert(broken)
    field.commit()
    draguseni.settle()
    told: list[str] = []

    def agree(dialog: CleaningDialog) -> QDialog.DialogCode:
        told.extend(each.where for each in dialog.agreed())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CleaningDialog, "exec", agree)
    draguseni.do("clean")
    assert told == ["Paragrafele 1–2"]
    stored = draguseni.stored().section(NARRATIVE).before
    assert stored == [
        Paragraph(rich("Asistența ", Run("socială comu", bold=True), "nitară.")),
        Paragraph(rich("Sigur."), ITEM, 0, "{1}."),
    ]
    draguseni.do("undo")
    assert draguseni.stored().section(NARRATIVE).before == broken


def test_only_the_selected_paragraphs_are_cleaned(
    draguseni: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = editor(draguseni)
    field.insert([Paragraph(rich("unu  doi")), Paragraph(rich("trei  patru"))])
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    monkeypatch.setattr(CleaningDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    draguseni.do("clean")
    assert [plain(each.text) for each in field.paragraphs()] == ["unu  doi", "trei patru"]
