"""Headings, paragraphs and everything else that is not a table: each in one cell over the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Heading,
    Letterhead,
    Signatures,
    Text,
    Title,
    ToComplete,
)
from dragapp.formats.xlsx.canvas import Area, Canvas
from dragapp.formats.xlsx.cells import Emphasised, Entry, Value
from dragapp.formats.xlsx.metrics import Ruler, height
from dragapp.formats.xlsx.pieces import rich_pieces
from dragapp.formats.xlsx.styles import Style, Styles
from dragapp.plan.rich import RichText, Run, plain, rich
from dragapp.plan.section import ParagraphKind

#: Excel's limit of indentation is far beyond; deeper lists stop here to keep room for their text.
DEEPEST_INDENT = 8
#: Points that one step of indentation takes, at the most.
INDENT = 10.0

_BODY = Style()
_ANNEX_LINE = Style(align="right")
_TITLE = Style(size=13, align="center", middle=True)
_HEADINGS = (Style(size=13), Style(size=12))
_NOTE = Style(size=9)
_SIGNER = Style(align="center")
#: Points between an office and a name, to sign there, and the line where a name is missing.
_ROOM = 34.0
_RULE = "_" * 26


class Prose:
    """Writes blocks of text on a canvas, one below the other."""

    def __init__(self, canvas: Canvas, styles: Styles, ruler: Ruler) -> None:
        self._canvas, self._styles, self._ruler = canvas, styles, ruler

    def write(self, block: Block) -> None:
        """Write one block that is not a table."""
        match block:
            case Letterhead(lines):
                for line in lines:
                    self._cell((Run(line, bold=True),), _BODY)
            case AnnexLine(text):
                self._canvas.gap(4)
                self._cell((Run(text),), _ANNEX_LINE)
            case Title(lines):
                self._canvas.gap(18)
                for line in lines:
                    self._cell((Run(line, bold=True),), _TITLE)
                self._canvas.gap(12)
            case Heading():
                self._heading(block)
            case Text():
                self._text(block)
            case ToComplete(_, text):
                self._cell((Run(text, italic=True),), _BODY)
            case Signatures():
                self._signatures(block)

    def _heading(self, heading: Heading) -> None:
        large = heading.level < len(_HEADINGS) and not heading.tail
        opening = [
            Run(run.text, True, run.italic) for run in _labelled(heading.label, heading.text)
        ]
        between = [" "] if opening and heading.tail else []
        self._canvas.gap(6)
        self._cell(
            rich(*opening, *between, *heading.tail), _HEADINGS[heading.level] if large else _BODY
        )

    def _text(self, text: Text) -> None:
        style = _NOTE if text.kind == ParagraphKind.NOTE else _BODY
        indent = text.level + (text.kind == ParagraphKind.ITEM)
        self._cell(
            _labelled(text.label, text.text), style._replace(indent=min(indent, DEEPEST_INDENT))
        )

    def _signatures(self, signatures: Signatures) -> None:
        self._canvas.gap(24)
        columns, count = len(self._canvas.widths), len(signatures.signers)
        edges = [columns * at // count for at in range(count + 1)] if count else []
        roles = [signer.role for signer in signatures.signers]
        names = [signer.name if signer.name.strip() else _RULE for signer in signatures.signers]
        for texts, room in ((roles, _ROOM), (names, 0.0)):
            columns_of_pieces = [rich_pieces((Run(text),)) for text in texts]
            for pieces in zip_longest(*columns_of_pieces, fillvalue=()):
                self._side_by_side(pieces, list(pairwise(edges)))
            if room:
                self._canvas.gap(room)

    def _side_by_side(self, texts: Sequence[RichText], spans: list[tuple[int, int]]) -> None:
        heights = [
            self._height(text, _SIGNER, self._width(left, right))
            for text, (left, right) in zip(texts, spans, strict=True)
        ]
        first, last = self._canvas.add_rows(max(heights) + 6)
        for text, (left, right) in zip(texts, spans, strict=True):
            self._canvas.put(Area(first, left + 1, last, right), self._entry(text, _SIGNER))

    def _cell(self, text: RichText, style: Style) -> None:
        columns = len(self._canvas.widths)
        for piece in rich_pieces(text):
            needed = self._height(piece, style, self._width(0, columns))
            first, last = self._canvas.add_rows(needed)
            self._canvas.put(Area(first, 1, last, columns), self._entry(piece, style))

    def _width(self, left: int, right: int) -> float:
        return sum(self._canvas.widths[left:right])

    def _height(self, text: RichText, style: Style, width: float) -> float:
        letters = plain(text)
        bold = sum(len(run.text) for run in text if run.bold) / max(1, len(letters))
        room = width - INDENT * style.indent
        return height(self._ruler.lines(letters, room, style.size, bold=bold), style.size)

    def _entry(self, text: RichText, style: Style) -> Entry:
        letters = plain(text)
        value: Value = letters or None
        if len({run.style for run in text}) > 1:
            value = Emphasised(text, style.size)
        elif text:
            style = style._replace(bold=text[0].bold, italic=text[0].italic)
        return Entry(value, self._styles.for_text(style, letters))


def _labelled(label: str, text: RichText) -> RichText:
    between = " " if label and text else ""
    return rich(label, between, *text)
