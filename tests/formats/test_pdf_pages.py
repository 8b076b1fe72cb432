"""Pieces on pages: what stays together, and what may not stand alone."""

from __future__ import annotations

from pathlib import Path

from dragapp.annex.blocks import (
    Block,
    Grid,
    Heading,
    Layout,
    Signatures,
    Signer,
    Text,
)
from dragapp.formats.pdf.page import sheet_for
from dragapp.formats.pdf.paginate import SLACK, Page, paginate
from dragapp.formats.pdf.paragraph import Paragraph
from dragapp.formats.pdf.signatures import SignatureBlock
from dragapp.formats.pdf.story import runs
from dragapp.formats.pdf.structure import Structure
from dragapp.formats.pdf.table import TablePart
from dragapp.plan.rich import rich
from dragapp.plan.section import ParagraphKind
from tests.formats.pdf_text import document, written
from tests.formats.sample_document import (
    FRONT,
    TEXT,
    head,
    item,
    note,
    place,
    plain_text,
    row,
)

WHERE = place("I.A", "Servicii")
STANDING = sheet_for(Layout(), landscape=False)
LINES = int(STANDING.height / 15)


def pages(*blocks: Block) -> list[Page]:
    return [page for sheet, pieces in runs(blocks, Structure()) for page in paginate(pieces, sheet)]


def filler(lines: int) -> Text:
    """Return an item of so many lines of ordinary size."""
    return item(FRONT, "-", "\n".join(["rând"] * lines))


def grid(rows: int) -> Grid:
    cells, count = head("Serviciul", "Capacitate")
    return Grid(WHERE, (TEXT, TEXT), cells, count, (row("Cantina", "100"),) * rows)


def heading(level: int = 1) -> Heading:
    return Heading(WHERE, level, "A.", rich("Serviciile existente"))


def test_a_heading_never_ends_a_page() -> None:
    for lines in range(LINES - 8, LINES + 1):
        for below in (grid(5), grid(0), plain_text(FRONT, "a\nb\nc\nd"), filler(4)):
            for page in pages(filler(lines), heading(0), heading(), heading(2), below, filler(9)):
                assert not page.pieces[-1][0].with_next


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    for lines in range(LINES - 6, LINES + 1):
        done = pages(filler(lines), filler(7), filler(9))
        parts = [piece for page in done for piece, _ in page.pieces]
        assert all(isinstance(piece, Paragraph) and len(piece.lines) >= 2 for piece in parts)


def test_no_word_is_divided_where_the_page_turns() -> None:
    text = plain_text(FRONT, "instituționalizarea responsabilităților comunitare " * 300)
    for lines in range(LINES):
        done = pages(filler(lines), text)
        ends = [page.pieces[-1][0] for page in done]
        parts = [part for part in ends if isinstance(part, Paragraph)]
        assert len(parts) == len(done)
        assert any(line.hyphenated for part in parts for line in part.lines)
        assert not any(part.lines[-1].hyphenated for part in parts)


def test_signatures_are_never_alone_on_a_page() -> None:
    signers = Signatures((Signer("Primar,", ""), Signer("Întocmit,", "Ana Pop")))
    for lines in range(LINES - 14, LINES + 1):
        for text in (filler(6), grid(6), plain_text(FRONT, "Un rând.")):
            last = pages(filler(lines), text, signers)[-1]
            kinds = [type(piece) for piece, _ in last.pieces]
            assert kinds[-1] is SignatureBlock
            assert kinds[-2:] != kinds[-1:]
            assert len(kinds) >= 2


def test_a_note_stays_with_the_end_of_its_table() -> None:
    for lines in range(LINES - 16, LINES + 1):
        done = pages(filler(lines), heading(), grid(8), note(WHERE, "* Notă"), filler(30))
        for page in done:
            if isinstance(page.pieces[0][0], Paragraph):
                assert page.pieces[0][0].manner.size == 12.0


def test_a_last_page_is_not_begun_for_two_lines() -> None:
    room = STANDING.height
    for lines in range(LINES - 3, LINES + 4):
        done = pages(filler(lines))
        last, top = done[-1].pieces[-1]
        assert len(done) == 1 or last.height > SLACK
        assert top + last.height <= room + SLACK


def test_a_few_lines_on_a_last_page_are_not_left_alone() -> None:
    close = plain_text(FRONT, "a\nb\nc")
    turned = 0
    for lines in range(LINES - 18, LINES + 1):
        done = pages(filler(lines), heading(), grid(4), close)
        turned += len(done) > 1
        last = done[-1].pieces
        assert len(last) > 1
        # A heading goes along with its table.
        assert not any(page.pieces[-1][0].with_next for page in done)
        tops = [top for _, top in last]
        assert tops == sorted(set(tops))
        assert last[-1][1] + last[-1][0].height <= STANDING.height + SLACK
    assert turned > 5


def test_a_last_page_takes_nothing_of_what_goes_on_there() -> None:
    for lines in range(LINES - 14, LINES - 6):
        left = LINES - lines
        for divided in (plain_text(FRONT, "\n".join("a" * (left + 3))), grid(left)):
            first, last = pages(filler(lines), divided, plain_text(FRONT, "b"))
            assert [len(page.pieces) for page in (first, last)] == [2, 2]
            assert type(first.pieces[1][0]) is type(last.pieces[0][0])


def test_text_that_announces_a_list_stays_with_it() -> None:
    for lines in range(LINES - 5, LINES + 1):
        for page in pages(filler(lines), plain_text(FRONT, "Obiective:"), filler(3), filler(9)):
            last = page.pieces[-1][0]
            assert isinstance(last, Paragraph)
            assert not last.with_next


def test_a_line_like_a_heading_stays_with_what_it_heads() -> None:
    title, leads = plain_text(FRONT, "Direcții de acțiune"), plain_text(FRONT, "Obiective:")
    for run in ((title,), (title, title), (title, leads)):
        for lines in range(LINES - 8, LINES + 1):
            for page in pages(filler(lines), *run, filler(3), filler(9)):
                last = page.pieces[-1][0]
                assert isinstance(last, Paragraph)
                assert len(last.lines) > 1
        for lines in range(LINES - 8, LINES + 1):
            done = pages(filler(lines), *run, grid(9))
            assert isinstance(done[0].pieces[-1][0], TablePart) or len(done[0].pieces) == 1


def test_a_list_without_labels_is_parted_where_the_page_ends() -> None:
    names = [plain_text(FRONT, f"Centrul {number}") for number in range(9)]
    first, _ = pages(filler(LINES - 5), *names, filler(3))
    assert len(first.pieces) > 2


def test_a_table_is_divided_between_rows_and_keeps_all_of_them() -> None:
    done = pages(plain_text(FRONT, "Text."), grid(150))
    parts = [piece for page in done for piece, _ in page.pieces if isinstance(piece, TablePart)]
    assert sum(len(part.segment.rows) for part in parts) == 150
    assert len(parts) == len(done) > 2


def test_nothing_reaches_below_the_page() -> None:
    blocks: list[Block] = [heading(), filler(3), grid(9), note(WHERE, "* Notă")]
    bare: list[Block] = [heading(), grid(0), filler(7)]
    for page in pages(*blocks * 20, *bare * 30):
        for piece, top in page.pieces:
            assert top + piece.height <= STANDING.height + SLACK + 0.01


def test_labels_of_one_list_share_the_room_before_the_text() -> None:
    (_, pieces), *_ = runs(
        [item(FRONT, "-", "a"), item(FRONT, "c.12.", "b"), plain_text(FRONT, "x"),
         item(FRONT, "-", "c")],
        Structure(),
    )  # fmt: skip
    hangs = [piece.manner.hang for piece in pieces if isinstance(piece, Paragraph)]
    assert hangs[0] == hangs[1] > hangs[3]


def test_a_run_in_heading_is_one_paragraph_with_its_tail(tmp_path: Path) -> None:
    blocks = (
        Heading(WHERE, 1, "3.", rich("Telefonul verde"), rich("– nu este cazul.")),
        Heading(WHERE, 3, "c.1.", (), rich("Instruirea asistentului personal: anual;")),
        Heading(WHERE, 1, "2.", rich("Supervizare"), rich(": nr. 0")),
        Text(FRONT, rich("Notă"), ParagraphKind.NOTE, 0, "*"),
    )
    (page,) = written(document(*blocks), tmp_path)
    assert page.split("\r\n")[:4] == [
        "3. Telefonul verde – nu este cazul.",
        "c.1. Instruirea asistentului personal: anual;",
        "2. Supervizare: nr. 0",
        "* Notă",
    ]
