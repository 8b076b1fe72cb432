"""Documents that break renderers: what users type, paste and build without meaning any harm."""

from __future__ import annotations

import re

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
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
    ToComplete,
)
from dragapp.plan.rich import Run, rich
from dragapp.plan.section import ParagraphKind
from tests.formats.pdf_text import numbered
from tests.formats.sample_document import (
    FRONT,
    NUMBER,
    PARTIES,
    PERIOD,
    TEXT,
    banner,
    column,
    head,
    item,
    note,
    place,
    plain_text,
    row,
)

WHERE = place("IV", "Obiective")
TITLES = ("Nr. crt.", "Direcții", "Măsuri", "Indicatori", "Surse", "Responsabil", "Termen")
LONG = numbered(1500)
EMOJI = "Ani 😀 👍🏽 👨‍👩‍👧 ❤️ 🇷🇴 🦄!"
ARABIC = "العربية שלום – text – العربية"
#: Every third space is one at which a line must not break, as in text pasted from a web page.
PASTED = re.sub(r"(\S+ \S+ \S+) ", "\\1\u00a0", numbered(120))
FORMATS = "a\u200bb\u200cc\u200dd\ufeffe\u2060f\u00adg\u202eh\u202ci\u061cj"


def grid(*rows: GridRow) -> Grid:
    """Return a grid of the matrix's seven columns."""
    cells, count = head(*TITLES)
    columns = (NUMBER, TEXT, column(italic=True), TEXT, TEXT, PARTIES, PERIOD)
    return Grid(WHERE, columns, cells, count, rows)


def lying(*rows: GridRow) -> tuple[Block, ...]:
    """Return that grid on a lying page."""
    return (PageTurn(True), grid(*rows))


def many_columns(count: int, rows: int) -> Grid:
    """Return a grid of many columns."""
    cells, depth = head(*(f"Coloana {number}" for number in range(count)))
    line = row(*(f"valoarea {number}" for number in range(count)))
    return Grid(WHERE, (TEXT,) * count, cells, depth, (line,) * rows)


def everywhere(text: str) -> tuple[Block, ...]:
    """Return a document that says a text in every place where a text may stand."""
    return (
        Letterhead((text, text)),
        AnnexLine(text),
        Title((text, text)),
        Heading(WHERE, 0, text, rich(text), rich(text)),
        Heading(WHERE, 1, text, (Run(text, bold=True), Run(text, italic=True))),
        plain_text(WHERE, text),
        item(WHERE, text, text),
        note(WHERE, text),
        ToComplete(WHERE, text),
        grid(banner(7, text), row(*[text] * 7)),
        Signatures((Signer(text, text), Signer(text, text))),
    )


ON_ONE_PAGE: dict[str, tuple[Block, ...]] = {
    "markup": lying(
        row(
            "1.",
            "a<b>c & d <para> </p> <br>",
            "&amp; &#x41; <font color='red'>x</font>",
            "<!-- -->",
            "%s {0} \\n",
            "( ) [ ]",
            "\\",
        )
    ),
    "controls": (
        Text(FRONT, (Run("a\x00b\x01\x0b\x1f\x7fc\ud800 d\ufffe\te\r\nf"),), ParagraphKind.PLAIN),
    ),
    "other scripts": (plain_text(FRONT, "ελληνικά кириллица ➤ ❖ ☐ ☑ ✓ → ≥ ½ №"),),
    "an address": lying(
        row("1.", "https://www.primaria-draguseni.ro/" + "a" * 400, "m", "i", "s", "r", "2024")
    ),
    "decomposed letters": (
        plain_text(FRONT, "s\u0326i t\u0326ara\u0306 i\u0302n S\u0326 – şi cu sedilă: ţară"),
    ),
    "a table without rows": lying(),
    "a table without header": (Grid(WHERE, (TEXT, TEXT), (), 0, (row("x", "y"), row("z", "w"))),),
    "words of 300 letters": (
        plain_text(FRONT, "Ă" * 300 + " și " + "asistență" * 33),
        item(FRONT, "Articolul 12 alineatul (3) litera a)", "text " * 30),
        Heading(WHERE, 0, "Z" * 120, rich("W" * 200)),
        grid(row("Q" * 300, *"abcdef")),
    ),
    "spans off the grid": lying(
        row(GridCell("aa", 5, 3), "bb", "cc", "dd", "ee", "ff", "gg"),
        row(None, GridCell("hh", 1, 99), None, "ii", "jj", "kk", "ll"),
        row("mm", "nn", "oo", "pp", "qq", "rr", "ss"),
        row("scurt"),
    ),
    "only spaces": (plain_text(FRONT, "   \n \n  "), item(FRONT, " ", " ")),
    "signers": (
        plain_text(FRONT, "Text."),
        Signatures(
            (
                Signer("Primar,", "Ion Popescu"),
                Signer("", ""),
                Signer("Întocmit, " * 9, "Ana " * 20),
                Signer("Avizat,", ""),
            )
        ),
    ),
}

OVER_PAGES: dict[str, tuple[Block, ...]] = {
    "two cells higher than the page": lying(
        banner(7, "Obiectiv 1"),
        row("1.", "d", LONG, LONG.replace("cuvânt", "altul"), "s", "r", "2024"),
        row("2.", "d", "m", "i", "s", "r", "2024"),
    ),
    "a merged label higher than the page": lying(
        banner(7, "Obiectiv 1"),
        row(GridCell("1.", rowspan=2), GridCell(LONG, rowspan=2), "a", "b", "c", "d", "e"),
        row(None, None, "a", "b", "c", "d", "e"),
        row("2.", "x", "a", "b", "c", "d", "e"),
    ),
    "a banner higher than the page": lying(
        banner(7, LONG), row("1.", "x", "a", "b", "c", "d", "e")
    ),
    "a heading cell higher than the page": (
        Grid(WHERE, (TEXT, TEXT), *head(LONG, "Alta"), (row("x", "y"),) * 5),
    ),
    "a paragraph, an item and a heading": (
        plain_text(FRONT, LONG),
        item(FRONT, "1.", LONG.replace("cuvânt", "altul"), 9),
        Heading(WHERE, 1, "A.", rich(LONG.replace("cuvânt", "titlu"))),
    ),
    "a merged label that goes on beside a cell that does": lying(
        row("1.", "a", GridCell(LONG, rowspan=2), "b", "c", "d", "e"),
        row("2.", LONG.replace("cuvânt", "altul"), None, "b", "c", "d", "e"),
    ),
    "a cell of 8,000 characters": lying(row("1.", "d", "m", numbered(660), "s", "r", "2024")),
}

LABELS = (GridCell("1.", rowspan=200), GridCell("Direcția unică", rowspan=200))
MERGED = lying(
    banner(7, "Obiectiv 1"),
    *(
        row(*(LABELS if number == 0 else (None, None)), f"măsura{number:03d}.", "i", "s", "r", "t")
        for number in range(200)
    ),
)

OF_ANY_LENGTH: dict[str, tuple[Block, ...]] = {
    "nothing": (),
    "markup everywhere": everywhere("<b>&amp; & <br/> ]]> %s {0} \\n (a) [b]"),
    "emoji everywhere": everywhere(EMOJI),
    "right to left everywhere": everywhere(ARABIC),
    "controls everywhere": everywhere("a\x00b\x01\x0b\x1f\x7fc\ud800d\udfff\ufffe\ufdd0e"),
    "invisible letters everywhere": everywhere(FORMATS),
    "nothing but invisible letters": everywhere("\u200b\u200d\ufeff"),
    "nothing but controls": everywhere("\x00\x01\ud800"),
    "line ends everywhere": everywhere("\n\nunu\r\n\n\ndoi\u2028trei\x85\n"),
    "spaces everywhere": everywhere("  unu \u00a0 doi\u2003trei\t\tpatru  "),
    "spaces that do not break": (
        plain_text(FRONT, PASTED),
        item(FRONT, "1.", PASTED),
        Heading(WHERE, 1, "A.", rich(PASTED)),
        grid(row("1.", *[PASTED] * 6)),
    ),
    "boxes to tick": (
        plain_text(FRONT, "☐ da ☐ nu " * 30),
        grid(row("1.", *["☐ da ☐ nu " * 9] * 6)),
    ),
    "a title of no lines": (Title(()), Heading(WHERE, 0, "Capitolul IV", ())),
    "cedilla": everywhere("şi ţara Şi Ţara s\u0327i t\u0327ara"),
    "pasted bullets": everywhere("\uf0b7 unu \uf0a7 doi \uf0d8 trei \uf0fc patru \uf0e0 \ue000"),
    "combining marks": everywhere("x\u0301y\u0308 a\u0301\u0302\u0306\u0327 \u0301z e\u20dd"),
    "words of 300 letters everywhere": everywhere("Ș" * 300),
    "a heading of 3,000 characters": (
        Heading(WHERE, 0, "Capitolul IV", rich(numbered(250))),
        Heading(WHERE, 3, "a)", rich("Text"), rich(numbered(250))),
        plain_text(WHERE, "Sfârșit."),
    ),
    "a title of 100 lines": (
        Title(tuple(f"rândul {number}" for number in range(100))),
        plain_text(FRONT, "Text."),
    ),
    "a letterhead of 100 lines": (
        Letterhead(tuple(f"RÂNDUL {number}" for number in range(100))),
        *(AnnexLine(f"Anexa {number}") for number in range(100)),
    ),
    "headings alone": tuple(
        Heading(WHERE, level, f"{level}.", rich("Titlu")) for level in (9, 0, 5, 2, 40)
    ),
    "headings of nothing": (
        *(Heading(place("", ""), level, "", ()) for level in range(3)),
        Heading(place("", ""), 0, "", (), rich("numai restul")),
        plain_text(FRONT, "Text."),
    ),
    "lists one in the other": tuple(
        item(WHERE, label, f"nivelul {level}", level)
        for level, label in zip((*range(40), *range(40, 0, -7)), "1a-i•➤(" * 7, strict=False)
    ),
    "labels of any kind": tuple(
        item(WHERE, label, "text")
        for label in ("1.", "a)", "", "•", "i.", "XII.", "-", "Ș.", "12/3", "o", "(iv)", "L.", "∞")
    ),
    "labels wider than the page": (item(WHERE, "etichetă " * 40, "text"), item(WHERE, "2.", "x")),
    "a merged label over 200 rows": MERGED,
    "60 columns": (PageTurn(True), many_columns(60, 4)),
    "60 columns on a standing page": (many_columns(60, 3),),
    "rows of nothing": lying(row(*[None] * 7), row(*[""] * 7), row(), row(*[None] * 7)),
    "rows under a merged one": lying(
        row(*(GridCell(f"c{number}", rowspan=3) for number in range(7))),
        row(*[None] * 7),
        row(*[None] * 7),
        row(*"abcdefg"),
    ),
    "spans of nothing": lying(
        row(GridCell("a", 0, 0), GridCell("b", -1, -5), "c", "d", "e", "f", "g")
    ),
    "a column of nothing": (Grid(WHERE, (), (), 0, (row(),)), plain_text(FRONT, "Text.")),
    "a header of nothing": (Grid(WHERE, (TEXT, TEXT), (), 3, (row("a", "b"),)),),
    "a header that takes the page": (
        Grid(WHERE, (TEXT,) * 3, *head(*["rând\n" * 40] * 3), (row("a", "b", "c"),) * 60),
    ),
    "banners alone": lying(*(banner(7, f"Obiectiv {number}", "") for number in range(60))),
    "turns alone": (PageTurn(True), PageTurn(False)) * 5,
    "thirty signers": (
        Signatures(tuple(Signer(f"Funcția {n},", f"Numele {n}") for n in range(30)), stamp=True),
    ),
    "a stamp without signers": (Signatures((), stamp=True),),
}
