"""Documents of any blocks, for tests that must hold whatever a plan says."""

from __future__ import annotations

from hypothesis import strategies as st

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    HeadCell,
    Heading,
    Layout,
    Letterhead,
    PageTurn,
    Signatures,
    Signer,
    Text,
    Title,
    ToComplete,
)
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.rich import Run
from dragapp.plan.section import ParagraphKind
from tests.formats.sample_document import place

PLACE = place("IV.2", "Obiective")
#: What offices type, and what reaches a plan by pasting.
PIECES = [
    *"aăâiîsștțAĂÂÎȘȚ0189.,;:()-–/%&<>\\\"„” \n\t",
    "asistență ", "socială, ", "Compartimentul ", "responsabilități", "1.250,00 lei ",
    "www.comuna.ro/plan", "şţ", "s\u0326", "\u00a0", "\u2003", "\u200b", "\u00ad", "\x00", "\ud800",
    "\uf0b7", "➤", "😀", "🦄", "中", "ع", "x\u0301",
]  # fmt: skip


def short_texts(most: int) -> st.SearchStrategy[str]:
    """Return texts of up to so many pieces."""
    return st.lists(st.sampled_from(PIECES), max_size=most).map("".join)


def texts(most: int = 25) -> st.SearchStrategy[str]:
    """Return texts of up to so many pieces, and sometimes of very many."""
    short = short_texts(most)
    return short | st.lists(st.sampled_from(PIECES), max_size=3).map(
        lambda found: "".join(found) * 40
    )


def runs() -> st.SearchStrategy[tuple[Run, ...]]:
    """Return texts in several styles."""
    return st.lists(st.builds(Run, texts(), st.booleans(), st.booleans()), max_size=3).map(tuple)


levels = st.integers(0, 6)
labels = st.sampled_from(
    ["", "1.", "a)", "i.", "•", "➤", "Capitolul I", "art. 12 alin. (3)"]
) | texts(5)
spans = st.sampled_from([1, 1, 1, 2, 3, 9, 0])
signers = st.builds(Signer, short_texts(6), short_texts(6))
columns = st.builds(
    GridColumn, st.sampled_from(list(ColumnKind)), st.sampled_from(list(Align)), st.booleans()
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Return tables whose spans may reach over other cells and off the grid."""
    own = tuple(draw(st.lists(columns, min_size=1, max_size=9)))
    count = len(own)
    cells = st.none() | st.builds(GridCell, texts(8), spans, spans)
    row = st.builds(
        GridRow,
        st.lists(cells, max_size=count).map(tuple),
        st.sampled_from([Look.ROW, Look.ROW, Look.BANNER]),
        st.booleans(),
    )
    depth = draw(st.integers(0, 2))
    heads = tuple(
        HeadCell(draw(texts(4)), line, column) for line in range(depth) for column in range(count)
    )
    return Grid(PLACE, own, heads, depth, tuple(draw(st.lists(row, max_size=7))))


def blocks() -> st.SearchStrategy[Block]:
    """Return blocks of every kind."""
    lines = st.lists(texts(6), max_size=4).map(tuple)
    return st.one_of(
        st.builds(Letterhead, lines),
        st.builds(AnnexLine, texts()),
        st.builds(Title, lines),
        st.builds(Heading, st.just(PLACE), levels, labels, runs(), runs() | st.just(())),
        st.builds(
            Text, st.just(PLACE), runs(), st.sampled_from(list(ParagraphKind)), levels, labels
        ),
        st.builds(ToComplete, st.just(PLACE), texts()),
        grids(),
        grids(),
        st.builds(PageTurn, st.booleans()),
        st.builds(
            Signatures, st.lists(signers, max_size=4).map(tuple), st.booleans(), st.booleans()
        ),
    )


def documents() -> st.SearchStrategy[Document]:
    """Return documents of any blocks in any order."""
    layouts = st.builds(Layout, st.booleans(), st.booleans(), st.just(False))
    some = st.lists(blocks(), max_size=8).map(tuple)
    return st.builds(
        Document,
        st.just("Plan"),
        st.just("Comuna Drăgușeni"),
        st.just("Anexă"),
        texts(4),
        texts(4),
        some,
        st.sampled_from(["", "PROIECT"]),
        layouts,
    )
