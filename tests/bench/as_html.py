"""The printed blocks as HTML: the same texts, sizes and tables, for a word processor to set.

Its looks are written on the elements themselves, which is what LibreOffice understands.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

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
from tests.bench.look import BANNER, HEAD, UPRIGHT, size

_STYLE = """\
@page {{ size: 21cm 29.7cm; margin: {margins} }}
body {{ font-family: "Liberation Serif"; font-size: 12pt }}
p {{ margin: 0 0 6pt 0; text-align: justify }}
td p, th p {{ margin: 0 }}
"""
_ALIGN = {Align.AUTO: "left", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def as_html(document: Document) -> str:
    """Return a document as the text of an HTML file."""
    style = _STYLE.format(margins=" ".join(f"{margin}cm" for margin in UPRIGHT))
    body = "\n".join(map(_block, document.blocks))
    return (
        f'<!DOCTYPE html>\n<html lang="ro"><head><meta charset="utf-8">'
        f"<title>{_plain(document.title)}</title><style>{style}</style></head>"
        f"<body>\n{body}\n</body></html>"
    )


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _rich(text: RichText) -> str:
    runs: list[str] = []
    for run in text:
        set_run = _plain(run.text)
        if run.bold:
            set_run = f"<b>{set_run}</b>"
        if run.italic:
            set_run = f"<i>{set_run}</i>"
        runs.append(set_run)
    return "".join(runs)


def _block(block: Block) -> str:
    match block:
        case PageTurn():
            return ""
        case Letterhead():
            return f'<p align="center"><b>{"<br>".join(map(_plain, block.lines))}</b></p>'
        case AnnexLine():
            return f'<p align="right">{_plain(block.text)}</p>'
        case Title():
            return f'<h1 align="center">{"<br>".join(map(_plain, block.lines))}</h1>'
        case Heading():
            return _heading(block)
        case Text():
            return _text(block)
        case ToComplete():
            return f"<p><i>[{_plain(block.text)}]</i></p>"
        case Signatures():
            signers = (
                f'<td align="center">{_plain(each.role)}<br><br><b>{_plain(each.name)}</b></td>'
                for each in block.signers
            )
            return f'<table width="100%"><tr>{"".join(signers)}</tr></table>'
        case Grid():
            return _table(block)
    raise TypeError(type(block).__name__)


def _heading(block: Heading) -> str:
    label = _plain(f"{block.label} ") if block.label else ""
    if block.tail:
        return f"<p><b>{label}{_rich(block.text)}</b> {_rich(block.tail)}</p>"
    level = max(block.level, 0) + 2
    return f"<h{level}>{label}{_rich(block.text)}</h{level}>"


def _text(block: Text) -> str:
    label = _plain(f"{block.label} ") if block.label else ""
    if block.kind == ParagraphKind.ITEM:
        indent = f"margin-left: {0.65 + 0.75 * block.level}cm; text-indent: -0.65cm"
    elif block.kind == ParagraphKind.NOTE:
        indent = "font-size: 9.5pt"
    else:
        indent = "text-indent: 1cm"
    return f'<p style="{indent}">{label}{_rich(block.text)}</p>'


def _table(grid: Grid) -> str:
    heads = "".join(f"<tr>{''.join(_head(grid, row))}</tr>" for row in range(grid.head_rows))
    rows = "\n".join(f"<tr>{''.join(_cells(grid, row))}</tr>" for row in grid.rows)
    type_ = f"font-size: {size(len(grid.columns))}pt"
    return (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="4" style="{type_}">'
        f"<thead>{heads}</thead><tbody>\n{rows}\n</tbody></table>"
    )


def _head(grid: Grid, row: int) -> Iterator[str]:
    for head in grid.head:
        if head.row == row:
            options = _options(head.rowspan, head.colspan, HEAD)
            yield f"<th{options}>{_plain(head.text)}</th>"


def _cells(grid: Grid, row: GridRow) -> Iterator[str]:
    marked = row.look == Look.BANNER or row.total
    for column, cell in zip(grid.columns, row.cells, strict=True):
        if cell is None:
            continue
        text = _plain(cell.text)
        if marked:
            text = f"<b>{text}</b>"
        elif column.italic:
            text = f"<i>{text}</i>"
        options = _options(cell.rowspan, cell.colspan, BANNER if marked else 0.0)
        yield f'<td{options} valign="top" align="{_ALIGN[column.align]}">{text}</td>'


def _options(rowspan: int, colspan: int, ink: float) -> str:
    options = f' rowspan="{rowspan}"' if rowspan > 1 else ""
    if colspan > 1:
        options += f' colspan="{colspan}"'
    if ink:
        grey = f"{round(255 * (1 - ink)):02x}"
        options += f' bgcolor="#{grey * 3}"'
    return options
