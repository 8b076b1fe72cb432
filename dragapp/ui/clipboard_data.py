"""What the clipboard holds, as a block of cells, and blocks as what other programs take."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from dragapp.errors import DragappError
from dragapp.formats.clipboard import read_clipboard
from dragapp.formats.clipboard.html_writing import write_html
from dragapp.formats.clipboard.tsv import write_tsv
from dragapp.plan.cell_block import CellBlock, as_one_text


class NothingToPaste(DragappError):
    """The clipboard holds no text; nothing was changed."""


def data_of_clipboard() -> QMimeData:
    """Return what is on the clipboard; nothing where another program keeps it to itself."""
    return QApplication.clipboard().mimeData() or QMimeData()


def block_of_clipboard() -> CellBlock:
    """Return what was copied last, in this program or another.

    Raise NothingToPaste where that is no text, and TooLarge.
    """
    return block_of_data(data_of_clipboard())


def block_of_data(data: QMimeData) -> CellBlock:
    """Return the cells of clipboard data; raise NothingToPaste and TooLarge."""
    html, text = data.html() if data.hasHtml() else "", text_of(data)
    if not text and not html:
        raise NothingToPaste(_missing(data))
    block = read_clipboard(text, html)
    if not any(text.strip() for row in block.texts() for text in row) and data.hasImage():
        raise NothingToPaste(_PICTURE)
    return block


def text_of(data: QMimeData) -> str:
    """Return the plain text of clipboard data; Qt alone would take the names of files for one."""
    return "" if data.hasUrls() and not data.hasHtml() and _only_urls(data) else data.text()


def one_text(data: QMimeData) -> str:
    """Return clipboard data as one text for a field; cells come a space apart, rows as lines.

    The line end that spreadsheets put behind a single cell does not count.
    """
    text = text_of(data)
    if "\t" not in text and not text.startswith('"'):
        return text.removesuffix("\n").removesuffix("\r")
    return as_one_text(read_clipboard(text)).texts()[0][0]


def put_block(block: CellBlock) -> None:
    """Put a block on the clipboard as text with tabs and as an HTML table."""
    data = QMimeData()
    data.setText(write_tsv(block))
    data.setHtml(write_html(block))
    QApplication.clipboard().setMimeData(data)


_PICTURE = (
    "Ați copiat o imagine, nu un text: nu are ce se lipi. Nimic nu a fost schimbat. Dacă tabelul e "
    "scanat, textul lui trebuie scris."
)


def _missing(data: QMimeData) -> str:
    if data.hasImage():
        return _PICTURE
    if data.hasUrls():
        return (
            "Ați copiat un fișier, nu un text: nu are ce se lipi. Nimic nu a fost schimbat. "
            "Deschideți fișierul și copiați din el celulele de care aveți nevoie."
        )
    return (
        "Nu ați copiat încă nimic. Alegeți celulele sau textul, aici ori în alt program, și "
        "apăsați Ctrl+C."
    )


def _only_urls(data: QMimeData) -> bool:
    return not any(name.startswith("text/plain") for name in data.formats())
