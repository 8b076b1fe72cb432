"""Paragraphs as blocks of a text document, and back, without a markup language in between.

What a paragraph is beside its letters (kind, level, label pattern, typed number) travels as user
properties of the block's format; Qt copies them to the next block on Enter.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from dragapp.plan.label import render
from dragapp.plan.rich import Run, plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.plan.text import PASTED_BULLETS
from dragapp.ui.look import scaled

_FIRST = int(QTextFormat.Property.UserProperty.value)
KIND, LEVEL, LABEL, NUMBER = (_FIRST + i for i in range(1, 5))
#: One step of indentation, and the least room of a label, in pixels at 100 %.
STEP, ROOM = 26, 34
#: How a document writes a line end inside a paragraph.
LINE_BREAK = "\u2028"


def room(paragraph: Paragraph) -> int:
    """Return the width, in pixels, of the place for a paragraph's label; 0 where it has none."""
    if paragraph.kind != ParagraphKind.ITEM and not paragraph.label:
        return 0
    metrics = QFontMetrics(QApplication.font())
    shown = (render(paragraph.label, 28), paragraph.number or "")
    widest = max(metrics.horizontalAdvance(text.translate(PASTED_BULLETS)) for text in shown)
    return max(scaled(ROOM), widest + scaled(16))


def block_format(paragraph: Paragraph) -> QTextBlockFormat:
    """Return the block format that stands for a paragraph's kind, level, label and number."""
    made = QTextBlockFormat()
    made.setProperty(KIND, paragraph.kind.value)
    made.setProperty(LEVEL, paragraph.level)
    made.setProperty(LABEL, paragraph.label)
    if paragraph.number is not None:
        # Never an empty string: Qt gives one back as something else.
        made.setProperty(NUMBER, f"={paragraph.number}")
    made.setLeftMargin(paragraph.level * scaled(STEP) + room(paragraph))
    made.setBottomMargin(scaled(5))
    return made


def rescale(document: QTextDocument) -> None:
    """Give every block the margins of the zoom of now; the text's own undo list is forgotten."""
    block = document.begin()
    while block.isValid():
        wanted = block_format(shape(block))
        if wanted.leftMargin() != block.blockFormat().leftMargin():
            margins = QTextBlockFormat()
            margins.setLeftMargin(wanted.leftMargin())
            margins.setBottomMargin(wanted.bottomMargin())
            QTextCursor(block).mergeBlockFormat(margins)
        block = block.next()
    document.clearUndoRedoStacks()


def shape(block: QTextBlock) -> Paragraph:
    """Return a block's paragraph without its text."""
    form = block.blockFormat()
    kind = form.property(KIND)
    number = form.property(NUMBER)
    return Paragraph(
        (),
        ParagraphKind(kind) if kind else ParagraphKind.PLAIN,
        int(form.property(LEVEL) or 0),
        str(form.property(LABEL) or ""),
        None if number is None else str(number)[1:],
    )


def read_block(block: QTextBlock) -> Paragraph:
    """Return a block's paragraph."""
    paragraph = shape(block)
    runs: list[Run] = []
    walker = block.begin()
    while not walker.atEnd():
        fragment = walker.fragment()
        form = fragment.charFormat()
        text = fragment.text().replace(LINE_BREAK, "\n")
        runs.append(Run(text, form.fontWeight() >= QFont.Weight.DemiBold, form.fontItalic()))
        walker += 1
    paragraph.text = rich(*runs)
    return paragraph


def read_document(document: QTextDocument) -> list[Paragraph]:
    """Return the paragraphs of a document; a document without text has none."""
    paragraphs = []
    block = document.begin()
    while block.isValid():
        paragraphs.append(read_block(block))
        block = block.next()
    return [] if len(paragraphs) == 1 and not paragraphs[0].text else paragraphs


def write_document(document: QTextDocument, paragraphs: list[Paragraph]) -> None:
    """Replace a document's blocks by paragraphs, and forget its old undo list."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, paragraph in enumerate(paragraphs or [Paragraph()]):
        if number:
            cursor.insertBlock(block_format(paragraph), QTextCharFormat())
        else:
            cursor.setBlockFormat(block_format(paragraph))
            cursor.setBlockCharFormat(QTextCharFormat())
            cursor.setCharFormat(QTextCharFormat())
        for run in paragraph.text:
            cursor.insertText(run.text.replace("\n", LINE_BREAK), char_format(run))
    cursor.endEditBlock()
    document.clearUndoRedoStacks()


def first_change(old: list[Paragraph], new: list[Paragraph]) -> int:
    """Return the position, in the document of the new paragraphs, from where they differ."""
    position = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            return position + _units(_same(plain(one.text), plain(other.text)))
        position += _units(plain(other.text)) + 1
    return position


def _same(one: str, other: str) -> str:
    """Return what two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    end = next((place for place, (left, right) in pairs if left != right), len(other))
    return one[:end]


def _units(text: str) -> int:
    """Return how many positions Qt counts in a text."""
    return len(text.encode("utf-16-le")) // 2


def char_format(run: Run) -> QTextCharFormat:
    """Return the character format of a run."""
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    return made
