"""A small document with one of each thing that a fault may be planted in, over three pages.

On its first page, beside paragraphs with words divided at the end of a line, stand headings of
three levels below the title, a list with a list inside it, a note, and a table whose header has two
rows; a table with banners goes on where a merged label is cut by the end of the page.
"""

from __future__ import annotations

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Grid,
    GridCell,
    GridRow,
    Heading,
    Letterhead,
    PageTurn,
    Signatures,
    Signer,
    Text,
    Title,
)
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import ParagraphKind
from tests.formats.sample_document import (
    FRONT,
    NUMBER,
    PERCENT,
    TEXT,
    banner,
    head,
    item,
    money,
    note,
    place,
    plain_text,
    row,
)

CHAPTER, EXISTING, BUDGET = (
    place(path, name) for path, name in (("I", "Administrare"), ("I.A", "Existente"), ("I.A.1", ""))
)
PROSE = (
    "Serviciile sociale reprezintă activitatea sau ansamblul de activități realizate pentru a "
    "răspunde nevoilor sociale, precum și celor speciale, individuale, familiale sau de grup, în "
    "vederea depășirii situațiilor de dificultate, prevenirii și combaterii riscului de excluziune "
    "socială, promovării incluziunii sociale și creșterii calității vieții."
)


def specimen() -> Document:
    """Return the document."""
    return Document(
        title="Planul anual de acțiune privind serviciile sociale pentru anul 2026",
        author="Comuna Drăgușeni",
        subject="Anexă la hotărârea nr. 25 din 26.04.2026",
        running_head="Anexă la hotărârea nr. 25 din 26.04.2026",
        running_foot="Plan anual de acțiune – Comuna Drăgușeni, 2026",
        blocks=(*_text(), _budget(), note(BUDGET, "* Sume fără TVA."), *_measures()),
    )


def _text() -> list[Block]:
    return [
        Letterhead(("ROMÂNIA", "COMUNA DRĂGUȘENI")),
        AnnexLine("Anexă la hotărârea nr. 25 din 26.04.2026"),
        Title(("PLANUL ANUAL DE ACȚIUNE", "PENTRU ANUL 2026")),
        plain_text(FRONT, PROSE),
        Heading(CHAPTER, 0, "Capitolul I", rich(": Administrarea serviciilor sociale")),
        Heading(EXISTING, 1, "A.", rich("Serviciile sociale existente")),
        plain_text(EXISTING, rich("Se acordă ", Run("gratuit", bold=True), ": " + PROSE)),
        item(EXISTING, "1.", "Îngrijiri la domiciliu pentru:"),
        item(EXISTING, "➤", "persoane vârstnice;", 1),
        item(EXISTING, "➤", "persoane cu dizabilități;", 1),
        item(EXISTING, "2.", PROSE),
        Text(EXISTING, rich(PROSE), ParagraphKind.PLAIN, 1),
        Heading(BUDGET, 2, "1.", rich("Bugetele estimate")),
    ]


def _budget() -> Grid:
    cells, rows = head("Nr. crt.", "Serviciul", "Grad de ocupare", ("Buget", ("local", "județean")))
    columns = (NUMBER, TEXT, PERCENT, money(), money())
    return Grid(
        BUDGET,
        columns,
        cells,
        rows,
        (
            row("1.", "Centrul de zi pentru persoane vârstnice", "100%", "332,50", "–"),
            row("2.", "Îngrijiri la domiciliu", "85%", "40,00", "12,00"),
            row("3.", "Cantina de ajutor social", "", "7,00", "0,50"),
            row(GridCell("Total", colspan=3), None, None, "379,50", "12,50", total=True),
        ),
    )


def _measures() -> list[Block]:
    cells, rows = head("Nr. crt.", "Direcția de acțiune", "Măsuri")
    merged = (GridCell("1.", rowspan=6), GridCell("Dezvoltarea serviciilor", rowspan=6))
    measure = "Înființarea unui serviciu\nși licențierea lui\npână la sfârșitul anului"
    measures: tuple[GridRow, ...] = (
        banner(3, "Obiectivul 1. Personal pregătit", "1."),
        *(row(f"{number}.", "Formarea personalului", measure) for number in range(1, 8)),
        banner(3, "Obiectivul 2. Servicii accesibile tuturor"),
        *(row(*(merged if number == 0 else (None, None)), measure) for number in range(6)),
    )
    return [
        PageTurn(True),
        Heading(place("IV", "Obiective"), 0, "Capitolul IV", rich(": Obiective și măsuri")),
        Grid(place("IV", ""), (NUMBER, TEXT, TEXT), cells, rows, measures),
        Signatures((Signer("Primar,", "Mihăiță Anișoara"), Signer("Secretar general,", ""))),
    ]
