"""The printed blocks as a typst document: the same texts, sizes and tables, set by typst's means.

Every text is a string of typst's, in which nothing is markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Grid,
    GridRow,
    Heading,
    Letterhead,
    PageTurn,
    Signatures,
    Text,
    Title,
    ToComplete,
)
from dragapp.plan.column import Align
from dragapp.plan.outline import Look
from dragapp.plan.rich import RichText
from dragapp.plan.section import ParagraphKind
from tests.bench.look import BANNER, HEAD, LYING, UPRIGHT, size

_PREAMBLE = """\
#set document(title: {title}, author: {author})
#set text(font: ("Liberation Serif", "DejaVu Sans"), size: 12pt, lang: "ro", region: "RO")
#set text(hyphenate: true)
#set par(justify: true, leading: 0.59em, spacing: 1.1em)
#set page(
  paper: "a4",
  footer: context text(9pt, [
    #{foot} #h(1fr) Pagina #counter(page).display() din #counter(page).final().first()
  ]),
  header: context if counter(page).get().first() > 1 {{
    align(right, text(9pt, style: "italic", {head}))
  }},
)
#set table(stroke: 0.5pt, inset: 3.2pt)
#show table: set par(justify: false, leading: 0.51em)
#show heading: set text(size: 12pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set align(center)
"""
#: The chapters and their sections.
_CONTENTS = "#outline(title: [CUPRINS], depth: 3)\n#pagebreak()"
_ALIGN = {Align.AUTO: "left", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def as_typst(document: Document) -> str:
    """Return a document as the text of a typst file."""
    parts = [
        _PREAMBLE.format(
            title=_string(document.title),
            author=_string(document.author),
            foot=_string(document.running_foot),
            head=_string(document.running_head),
        ),
        _page(lying=False),
    ]
    for (is_item, _), blocks in groupby(document.blocks, _list):
        if is_item:
            parts.append(_items([block for block in blocks if isinstance(block, Text)]))
        else:
            for block in blocks:
                parts.append(_block(block))
                if isinstance(block, Title) and document.layout.contents:
                    parts.append(_CONTENTS)
    return "\n\n".join(parts)


def _list(block: Block) -> tuple[bool, int]:
    if isinstance(block, Text) and block.kind == ParagraphKind.ITEM:
        return True, block.level
    return False, 0


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _rich(text: RichText) -> str:
    """Return a content block."""
    runs: list[str] = []
    for run in text:
        set_run = _string(run.text)
        if run.bold:
            set_run = f"strong({set_run})"
        if run.italic:
            set_run = f"emph({set_run})"
        runs.append(f"#{set_run}")
    return f"[{''.join(runs)}]"


def _page(*, lying: bool) -> str:
    top, right, bottom, left = LYING if lying else UPRIGHT
    return (
        f"#set page(flipped: {str(lying).lower()}, margin: (top: {top}cm, right: {right}cm,"
        f" bottom: {bottom}cm, left: {left}cm))"
    )


def _items(items: list[Text]) -> str:
    """Return neighbouring items of one level as a list with the labels they have."""
    labels = ", ".join(_string(item.label) for item in items)
    texts = ", ".join(_rich(item.text) for item in items)
    indent = 0.75 * items[0].level
    return f"#enum(indent: {indent}cm, numbering: n => ({labels},).at(n - 1), {texts})"


def _block(block: Block) -> str:
    match block:
        case PageTurn():
            return _page(lying=block.landscape)
        case Letterhead():
            lines = "#linebreak()".join(f"#strong({_string(line)})" for line in block.lines)
            return f"#align(center)[{lines}]"
        case AnnexLine():
            return f"#align(right)[#{_string(block.text)}]"
        case Title():
            lines = "#linebreak()".join(f"#{_string(line)}" for line in block.lines)
            return f"#align(center, heading(level: 1, outlined: false, text(14pt)[{lines}]))"
        case Heading():
            return _heading(block)
        case Text():
            if block.kind == ParagraphKind.NOTE:
                return f"#text(9.5pt, {_rich(block.text)})"
            return f"#par(first-line-indent: (amount: 1cm, all: true), {_rich(block.text)})"
        case ToComplete():
            return f"#emph({_string(f'[{block.text}]')})"
        case Signatures():
            signers = ", ".join(
                f"align(center)[#{_string(each.role)}\\ \\ #strong({_string(each.name)})]"
                for each in block.signers
            )
            count = min(len(block.signers), 3)
            return f"#block(breakable: false, grid(columns: (1fr,) * {count}, {signers}))"
        case Grid():
            return _table(block)
    raise TypeError(type(block).__name__)


def _heading(block: Heading) -> str:
    label = f"#{_string(block.label + ' ')}" if block.label else ""
    if block.tail:
        return f"#strong[{label}#{_rich(block.text)} ]#{_rich(block.tail)}"
    return f"#heading(level: {max(block.level, 0) + 2})[{label}#{_rich(block.text)}]"


def _table(grid: Grid) -> str:
    columns = len(grid.columns)
    heads = (
        f"table.cell(x: {head.column}, y: {head.row}, rowspan: {head.rowspan},"
        f" colspan: {head.colspan}, align: center + horizon, fill: {_ink(HEAD)},"
        f" strong({_string(head.text)})),"
        for head in grid.head
    )
    align = ", ".join(_ALIGN[column.align] for column in grid.columns)
    header = f"table.header({''.join(heads)}),\n" if grid.head else ""
    rows = "\n".join("".join(_cells(grid, row)) for row in grid.rows)
    return (
        f"#text({size(columns)}pt, table(columns: {columns}, align: ({align},),\n{header}{rows}))"
    )


def _cells(grid: Grid, row: GridRow) -> Iterator[str]:
    is_banner = row.look == Look.BANNER
    for column, cell in zip(grid.columns, row.cells, strict=True):
        if cell is None:
            continue
        text = _string(cell.text)
        if is_banner or row.total:
            text = f"strong({text})"
        elif column.italic:
            text = f"emph({text})"
        options = "".join(_options(cell.rowspan, cell.colspan, shaded=is_banner or row.total))
        yield f"table.cell({options}{text})," if options else f"{text},"


def _options(rowspan: int, colspan: int, *, shaded: bool) -> Iterable[str]:
    if rowspan > 1:
        yield f"rowspan: {rowspan}, "
    if colspan > 1:
        yield f"colspan: {colspan}, "
    if shaded:
        yield f"fill: {_ink(BANNER)}, "


def _ink(ink: float) -> str:
    return f"luma({round(100 - 100 * ink)}%)"
