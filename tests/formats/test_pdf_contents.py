"""The list of contents: when there is one, what it names, and where its entries lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Heading,
    Layout,
    Letterhead,
    PageTurn,
    Place,
    Title,
)
from dragapp.annex.build import annex
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes, pdf_made
from dragapp.formats.pdf.assemble import assemble
from dragapp.formats.pdf.contents import EntryLine
from dragapp.formats.pdf.paginate import SLACK, Page
from dragapp.formats.pdf.paragraph import Paragraph
from dragapp.formats.pdf.structure import Structure
from dragapp.plan.rich import plain, rich
from tests.formats.pdf_text import document, letters, page_texts
from tests.formats.sample_document import FRONT, plain_text
from tests.pdfcheck import check, reading

DAY = date(2024, 4, 26)
WANTED = Layout(contents=True)
OPENING = (
    Letterhead(("CONSILIUL LOCAL DRĂGUȘENI", "Sat Drăgușeni, jud. Iași")),
    AnnexLine("Anexă la hotărârea nr. 25 din 26.04.2024"),
    Title(("PLANUL ANUAL DE ACȚIUNE", "PENTRU ANUL 2024")),
)


@dataclass(frozen=True)
class Led:
    """A link as a reader of the file finds it: its page, edges, words, and where it leads."""

    page: int
    edges: tuple[float, float, float, float]
    says: str
    target: int
    top: float


def links(data: bytes) -> list[Led]:
    with pikepdf.open(BytesIO(data)) as pdf:
        places = {str(page.obj.objgen): number for number, page in enumerate(pdf.pages)}
        return [
            Led(
                number,
                tuple(float(edge) for edge in link.Rect),  # type: ignore[arg-type]
                str(link.Contents),
                places[str(link.Dest[0].objgen)],
                float(link.Dest[3]),
            )
            for number, page in enumerate(pdf.pages)
            for link in page.get("/Annots", [])
        ]


def wanted(*blocks: Block, large: bool = False) -> Document:
    return replace(document(*blocks), layout=replace(WANTED, large=large))


def heading(text: str, level: int = 0, label: str = "", tail: str = "") -> Heading:
    where = Place(letters(label + text)[:9], text, label, "", "")
    return Heading(where, level, label, rich(text), rich(tail) if tail else ())


def leaves(count: int) -> tuple[Block, ...]:
    """Return so many pages, each with a chapter of its own."""
    chapters = [heading(f"Partea {number}", label=f"{number}.") for number in range(count)]
    return tuple(
        block for n, chapter in enumerate(chapters) for block in (PageTurn(n % 2 > 0), chapter)
    )


@cache
def piatra(large: bool = False) -> Document:
    made = annex(example("piatra-neamt-2021"))
    return replace(made, layout=Layout(large=large, contents=True))


def names(made: Document) -> Iterator[tuple[Heading, str]]:
    """Yield the headings that are to be listed, each with its label and text as printed."""
    for block in made.blocks:
        if isinstance(block, Heading) and block.level <= 1:
            yield block, letters(block.label + plain(block.text))


def test_there_is_a_list_once_the_annex_passes_ten_pages(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(wanted(*leaves(10))))
    assert len(page_texts(path)) == 10
    path.write_bytes(pdf_bytes(wanted(*leaves(11))))
    ten_and_one = page_texts(path)
    assert len(ten_and_one) == 12
    assert ten_and_one[0].startswith("CUPRINS")
    assert check(path.read_bytes()) == []
    path.write_bytes(pdf_bytes(document(*leaves(11))))
    assert len(page_texts(path)) == 11


def test_a_document_without_chapters_has_no_list() -> None:
    text = [plain_text(FRONT, "rând\n" * 30)] * 30
    assert links(pdf_bytes(wanted(*OPENING, *text))) == []
    assert links(pdf_bytes(wanted(*OPENING, *text, heading("Adânc", level=2)))) == []


@pytest.mark.parametrize("large", [False, True])
def test_every_entry_names_and_leads_to_the_page_of_its_heading(large: bool) -> None:
    data = pdf_bytes(piatra(large), day=DAY)
    found = links(data)
    listed = list(names(piatra()))
    assert len(found) == len(listed) == 17
    with pypdfium2.PdfDocument(data) as pdf:
        for link, (block, name) in zip(found, listed, strict=True):
            said, number = link.says.rsplit(", pagina ", 1)
            assert letters(said) == name
            assert int(number) == link.target + 1
            page = pdf[link.target].get_textpage()
            assert f"Pagina {number} din {len(pdf)}" in page.get_text_range()
            width, _ = pdf.get_page_size(link.target)
            below = page.get_text_bounded(0, link.top - 30, width, link.top)
            assert letters(below).startswith(letters(block.label + plain(block.text))[:20])
            # The number is printed at the right end of the rectangle that leads there.
            left, bottom, right, _ = link.edges
            printed = pdf[link.page].get_textpage()
            last = printed.get_text_bounded(left, bottom, right, bottom + 12)
            assert last.split()[-1] == number
            assert 0 < left < right < pdf.get_page_size(link.page)[0]


def test_the_list_stands_below_the_title_and_the_text_begins_overleaf(tmp_path: Path) -> None:
    path = tmp_path / "anexa.pdf"
    path.write_bytes(pdf_bytes(wanted(*OPENING, plain_text(FRONT, "Având în vedere"), *leaves(11))))
    first, second, *_ = page_texts(path)
    assert "PENTRU ANUL 2024\r\nCUPRINS\r\n0. Partea 0" in first
    assert "10. Partea 10" in first
    assert "Având în vedere" not in first
    assert second.startswith("Având în vedere")


def test_bookmarks_lead_to_the_same_places_as_the_list() -> None:
    data = pdf_bytes(piatra(), day=DAY)
    with pypdfium2.PdfDocument(data) as pdf:
        marks = [
            (mark.level, mark.get_title(), mark.get_dest().get_index(), mark.get_dest().get_view())
            for mark in pdf.get_toc()
        ]
    assert marks[0][:3] == (0, "CUPRINS", 0)
    listed = [(page, view[1][1]) for level, _, page, view in marks[1:] if level <= 1]
    assert listed == [(link.target, pytest.approx(link.top, abs=0.01)) for link in links(data)]


def test_sections_are_found_on_their_pages_behind_a_list() -> None:
    made = pdf_made(piatra(), day=DAY)
    with pypdfium2.PdfDocument(made.data) as pdf:
        texts = [letters(page.get_textpage().get_text_range()) for page in pdf]
    lists = {link.page for link in links(made.data)}
    assert {spot.section for spot in made.spots if spot.page in lists} == {""}
    assert [spot.page for spot in made.spots] == sorted(spot.page for spot in made.spots)
    for block, name in names(piatra()):
        spot = next(spot for spot in made.spots if spot.section == block.place.section)
        assert name[:40] in texts[spot.page]


def test_the_list_is_tagged_and_conforms() -> None:
    data = pdf_bytes(piatra(), day=DAY)
    assert check(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        title, whole = next(kid for kid in pdf.Root.StructTreeRoot.K.K if kid.S == "/Sect").K
        chapter, *others = whole.K
        reference, inner = chapter.K
        label, own = inner.K[0].K
        link = own.K[0]
        assert [str(each.S) for each in (title, whole)] == ["/H2", "/TOC"]
        assert {str(each.S) for each in (chapter, *others, *inner.K)} == {"/TOCI"}
        assert [str(each.S) for each in (reference, inner)] == ["/Reference", "/TOC"]
        assert [str(each.S) for each in (label, own, link)] == ["/Lbl", "/Reference", "/Link"]
        assert str(link.K[-1].Type) == "/OBJR"
    said = reading(data)
    start = said.index("CUPRINS")
    assert said[start + 1].startswith("Capitolul I : Administrare, înființare și finanțarea")
    assert said[start + 1].split()[-1] == "5"
    assert "...." not in "".join(said[start : start + 40])


def test_no_trace_of_the_list_without_one() -> None:
    few = wanted(*OPENING, heading("Scurt"))
    assert check(pdf_bytes(few)) == []
    with pikepdf.open(BytesIO(pdf_bytes(few))) as pdf:
        assert [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K] == ["/P"] * 3 + ["/H1", "/H2"]


def test_a_heading_that_runs_on_is_listed_without_its_tail() -> None:
    runs_on = heading("Telefonul verde", 1, "3.", "– nu este cazul, fiindcă nu există.")
    bare = heading("", 1, "4.", "Fără titlu, doar un text care curge mai departe " * 9)
    long = heading("Un titlu fără sfârșit " * 40, 1, "5.")
    leads = heading("Campanii de promovare:", 1, "6.")
    ends = (heading("Subvenționare.", 1, "7."), heading("Mesaje prin presă etc.", 1, "8."))
    nothing = heading("", label=" ")
    data = pdf_bytes(wanted(*leaves(11), nothing, runs_on, bare, long, leads, *ends))
    assert check(data) == []
    found = {link.says.split()[0]: link.says.rsplit(", pagina", 1)[0] for link in links(data)[-6:]}
    assert found["3."] == "3. Telefonul verde"
    assert found["4."].startswith("4. Fără titlu, doar un text")
    assert found["4."].endswith("…")
    assert len(found["4."]) < 120
    assert found["5."].endswith("…")
    assert 280 < len(found["5."]) < 330
    assert found["6."] == "6. Campanii de promovare"
    assert found["7."] == "7. Subvenționare"
    assert found["8."] == "8. Mesaje prin presă etc."


def lists(made: Document) -> list[Page]:
    pages = assemble(made, Structure())
    return [page for page in pages if any(isinstance(piece, EntryLine) for piece, _ in page.pieces)]


def entries(page: Page) -> list[EntryLine]:
    return [piece for piece, _ in page.pieces if isinstance(piece, EntryLine)]


def chapters(count: int) -> Iterator[Heading]:
    """Yield a chapter and its four sections, again and again, so many headings in all."""
    for number in range(count):
        level = 1 if number % 5 else 0
        text = "Activități de informare a publicului cu privire la serviciile sociale " * 2
        yield heading(text, level, f"{number % 5 or 'Capitolul I'}.")


@pytest.mark.parametrize("lying", [False, True])
def test_no_entry_of_the_list_is_left_alone(lying: bool) -> None:
    for lines, count in [*((lines, 9) for lines in range(1, 46)), *((1, n) for n in range(60))]:
        opening = [AnnexLine("Anexă")] * lines
        text = (*leaves(11), *chapters(count))
        done = lists(wanted(PageTurn(lying), *opening, Title(("PLAN",)), *text))
        assert any(isinstance(each, Paragraph) and each.outline for each, _ in done[0].pieces)
        assert sum(len(entries(page)) for page in done) == 11 + count
        for page in done:
            piece, down = page.pieces[-1]
            assert down + piece.height <= page.sheet.height + SLACK
            assert len(entries(page)) >= 4
        for page, after in pairwise(done):
            assert entries(page)[-1].entry.level >= entries(after)[0].entry.level


def test_what_would_just_need_another_page_is_set_closer() -> None:
    sizes = []
    for count in range(2, 25):
        done = lists(wanted(*OPENING, *chapters(count), *leaves(11)))
        sizes.append((len(done), entries(done[0])[0].title.manner.size))
    one_page = [size for number, size in sizes if number == 1]
    assert one_page[0] == 12
    assert one_page == sorted(one_page, reverse=True)
    assert len(set(one_page)) > 2
    assert min(one_page) > 10
    assert next(size for number, size in sizes if number == 2) == 12


def test_a_lying_first_page_has_the_list_in_its_middle() -> None:
    data = pdf_bytes(wanted(PageTurn(True), *OPENING, *leaves(11)))
    assert check(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        across = float(pdf.pages[0].MediaBox[2])
    assert across > 800
    for link in links(data):
        left, _, right, _ = link.edges
        assert left > 100
        assert (left + right) / 2 == pytest.approx(across / 2, abs=0.5)


def test_the_same_plan_gives_the_same_list() -> None:
    assert pdf_bytes(piatra(), day=DAY) == pdf_bytes(replace(piatra()), day=DAY)
