"""Which sheet holds what, and what the sheets are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.annex.blocks import (
    AnnexLine,
    Heading,
    Letterhead,
    PageTurn,
    Place,
    Signatures,
    Signer,
    Text,
    Title,
    ToComplete,
)
from dragapp.formats.xlsx.names import SheetNames
from dragapp.plan.rich import rich
from dragapp.plan.section import ParagraphKind
from tests.formats import sample_document as sample
from tests.formats.xlsx_reading import cells, document, read, texts

CHAPTER = Place("i", "Capitolul I", "I", "i", "Capitolul I")
SERVICES = Place("i.a", "Servicii existente", "I.A", "i", "Capitolul I")
PROGRAMME = Place("i.c", "Contractare", "I.C", "i", "Capitolul I")


def paragraph(place: Place, text: str, label: str = "", level: int = 0) -> Text:
    return Text(place, rich(text), ParagraphKind.ITEM, level, label)


def test_a_table_has_a_sheet_and_the_rest_is_gathered_by_chapter(tmp_path: Path) -> None:
    workbook = read(
        document(
            Letterhead(("ROMÂNIA", "COMUNA DRĂGUȘENI")),
            AnnexLine("Anexă la hotărârea nr. 25 din 26.04.2024"),
            Title(("PLANUL ANUAL", "DE ACȚIUNE")),
            Heading(CHAPTER, 0, "Capitolul I.", rich("Administrarea serviciilor")),
            PageTurn(True),
            Heading(SERVICES, 1, "A.", rich("Serviciile existente")),
            paragraph(SERVICES, "înainte de tabel"),
            sample.existing_services(),
            sample.note(SERVICES, "*după tabel"),
            PageTurn(False),
            Heading(PROGRAMME, 1, "C.", rich("Programul anual"), rich("– nu este cazul.")),
            ToComplete(PROGRAMME),
            Signatures((Signer("Primar,", "Popa Ion"), Signer("Întocmit,", ""))),
        ),
        tmp_path,
    )

    assert workbook.sheetnames == [
        "Antet",
        "I.A Servicii existente",
        "Capitolul I",
        "Semnături",
    ]
    assert texts(workbook["Antet"]) == [
        "ROMÂNIA",
        "COMUNA DRĂGUȘENI",
        "Anexă la hotărârea nr. 25 din 26.04.2024",
        "PLANUL ANUAL",
        "DE ACȚIUNE",
    ]
    assert texts(workbook["Capitolul I"]) == [
        "C. Programul anual – nu este cazul.",
        "de completat",
    ]
    services = texts(workbook["I.A Servicii existente"])
    assert services[:4] == [
        "Capitolul I. Administrarea serviciilor",
        "A. Serviciile existente",
        "înainte de tabel",
        "Nr. crt.",
    ]
    assert services[-1] == "*după tabel"


def test_signatures_close_the_workbook_with_room_to_sign(tmp_path: Path) -> None:
    people = (Signer("Primar,", "Popa Ion"), Signer("Contrasemnează,\nSecretar general,", " "))
    workbook = read(document(paragraph(CHAPTER, "text"), Signatures(people)), tmp_path)

    assert workbook.sheetnames == ["Antet", "Capitolul I", "Semnături"]
    sheet = workbook["Semnături"]
    mayor, secretary, name, line = cells(sheet)
    assert (mayor.value, name.value) == ("Primar,", "Popa Ion")
    assert secretary.value == "Contrasemnează,\nSecretar general,"
    assert isinstance(line.value, str)
    assert set(line.value) == {"_"}
    assert (name.column, line.column) == (mayor.column, secretary.column)
    assert name.row == line.row
    between = range(mayor.row + 1, name.row)
    assert sum(sheet.row_dimensions[row].height for row in between) > 25


def test_a_chapter_of_that_name_leaves_the_signatures_their_sheet(tmp_path: Path) -> None:
    chapter = Place("x", "Semnături", "", "x", "Semnături")
    signers = Signatures((Signer("Primar,", ""),))
    workbook = read(document(paragraph(chapter, "text"), signers), tmp_path)

    assert workbook.sheetnames == ["Antet", "Semnături", "Semnături (2)"]
    assert texts(workbook["Semnături (2)"])[0] == "Primar,"


def test_a_chapter_that_is_a_table_keeps_its_other_text_on_the_same_sheet(tmp_path: Path) -> None:
    top = Place("iv", "Obiective", "IV", "iv", "Obiective")
    below = Place("iv.1", "Monitorizare", "IV.1", "iv", "Obiective")
    workbook = read(
        document(
            Heading(top, 0, "", rich("Obiective")), sample.matrix(), paragraph(below, "Trimestrial")
        ),
        tmp_path,
    )

    assert workbook.sheetnames == ["Antet", "Obiective"]
    assert texts(workbook["Obiective"])[-1] == "Trimestrial"


def test_a_section_with_a_second_table_goes_on_on_a_second_sheet(tmp_path: Path) -> None:
    workbook = read(
        document(sample.training(), sample.training(), paragraph(sample.training().place, "notă")),
        tmp_path,
    )

    first, second = workbook.worksheets[1:]
    assert second.title.endswith("(2)")
    assert texts(second) == [*texts(first), "notă"]


def test_an_empty_document_is_a_workbook_with_one_sheet(tmp_path: Path) -> None:
    workbook = read(document(), tmp_path)

    assert workbook.sheetnames == ["Antet"]
    assert cells(workbook["Antet"]) == []


def test_a_list_item_keeps_its_label_and_its_depth(tmp_path: Path) -> None:
    workbook = read(
        document(paragraph(CHAPTER, "Legea nr. 292/2011;", "1."), paragraph(CHAPTER, "x", "➤", 2)),
        tmp_path,
    )

    first, second = cells(workbook["Capitolul I"])
    assert (first.value, second.value) == ("1. Legea nr. 292/2011;", "➤ x")
    assert second.alignment.indent > first.alignment.indent


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("I.A Servicii existente", "I.A Servicii existente"),
        ("", "Foaie"),
        ("[]:*?/\\", "Foaie"),
        ("'", "Foaie"),
        ("II.1/a: ce?", "II.1 a ce"),
        ("History", "History (2)"),
        ("'citat'", "citat"),
        ("două\nrânduri", "două rânduri"),
        ("a\x00\ufffe\ud800b", "ab"),
    ],
)
def test_a_sheet_name_is_the_nearest_that_excel_allows(wanted: str, given_name: str) -> None:
    assert SheetNames().take(wanted) == given_name


@given(st.lists(st.text(alphabet="aAăș '[]:*?/\\\n\U0001f600" + "\ud800", max_size=40), max_size=8))
def test_any_names_are_allowed_and_differ_without_case(wanted: list[str]) -> None:
    names = SheetNames()
    taken = [names.take(name) for name in (*wanted, "x" * 40, "X" * 40)]

    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\\n")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_hostile_names_make_a_workbook_that_opens(tmp_path: Path) -> None:
    names = ["Același nume foarte lung pentru două foi", "ACELAȘI NUME FOARTE LUNG PENTRU DOUĂ FOI"]
    places = [Place(str(i), name, "", str(i), name) for i, name in enumerate([*names, "", "Antet"])]
    workbook = read(document(*(paragraph(place, "text") for place in places)), tmp_path)

    assert len(workbook.sheetnames) == 5
    assert all(texts(sheet) == ["text"] for sheet in workbook.worksheets[1:])
