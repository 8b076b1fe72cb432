"""The pages of a PDF file put on a printer's paper, each as a picture.

The sheets stay standing for the whole job: few drivers turn them in the middle of one, and not all
in the same direction. A lying page is turned instead, its upper edge, where it is bound, to the
left, where the standing pages are bound.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from dragapp.errors import PrintError
from dragapp.progress import Progress, silent

#: Dots per inch: more of them make the print no better and the job many times larger.
DENSEST = 300
_MM = QPageSize.Unit.Millimeter
_INCH_MM, _INCH_POINTS = 25.4, 72
#: Paper that differs by so little, in millimetres, is the same.
_SLACK = 3.0
_UNFINISHED = (
    "Verificați dacă imprimanta este pornită, legată la calculator și are hârtie, apoi încercați "
    "din nou. Planul este în siguranță."
)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF file has."""
    with closing(PdfDocument(pdf)) as file:
        return len(file)


def is_a4(printer: QPrinter) -> bool:
    """Whether the printer is to print on the paper that the pages are made for."""
    wanted, given = QPageSize(QPageSize.PageSizeId.A4).size(_MM), paper_size(printer)
    near = (abs(wanted.width() - given.width()), abs(wanted.height() - given.height()))
    return max(near) <= _SLACK


def paper_size(printer: QPrinter) -> QSizeF:
    """Return the size of the chosen paper, standing, in millimetres."""
    size = printer.pageLayout().pageSize().size(_MM)
    return size if size.width() <= size.height() else size.transposed()


def sides(printer: QPrinter, count: int) -> list[int | None]:
    """Return the pages to be sent of `count`, from 0, in the order chosen; None is an empty side.

    A printer that makes copies by itself is sent the pages once.
    """
    ranges = printer.pageRanges()
    chosen: list[int | None] = [
        page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)
    ]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    both = printer.duplex() != QPrinter.DuplexMode.DuplexNone
    if copies > 1 and both and len(chosen) % 2:
        # The next copy is not to begin on the back of this one.
        chosen.append(None)
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    if printer.collateCopies() or both:
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def send(printer: QPrinter, pdf: bytes, progress: Progress = silent) -> int:
    """Print a PDF file as the printer was told to; return how many sides were sent.

    Raise PrintError where the printer does not take them, and what `progress` raises to stop the
    job: what was sent before may be printed, a file that was being written is removed.
    """
    with closing(PdfDocument(pdf)) as file:
        wanted = sides(printer, len(file))
        if not wanted:
            told = f"Paginile cerute nu există: anexa are paginile 1–{len(file)}."
            raise PrintError(f"{told} Nimic nu s-a tipărit.")
        try:
            _send(printer, file, wanted, progress)
        except BaseException:
            if name := printer.outputFileName():
                Path(name).unlink(missing_ok=True)
            raise
    return len(wanted)


def _send(
    printer: QPrinter, file: PdfDocument, wanted: list[int | None], progress: Progress
) -> None:
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    progress(0.0)
    if not painter.begin(printer):
        raise PrintError(f"Imprimanta{_named(printer)} nu a primit nicio pagină. {_UNFINISHED}")
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for place, page in enumerate(wanted):
            progress(place / len(wanted))
            if (place and not printer.newPage()) or _failed(printer):
                raise _stopped(printer, place, len(wanted))
            if page is not None:
                with closing(file[page]) as drawn:
                    _put(painter, printer, drawn)
        progress(1.0)
    except BaseException:
        printer.abort()
        raise
    finally:
        ended = painter.end()
    if not ended or _failed(printer):
        raise _stopped(printer, len(wanted), len(wanted))


def _put(painter: QPainter, printer: QPrinter, page: PdfPage) -> None:
    """Draw a page at its own size in the middle of the sheet; smaller where it does not fit."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    across, down = printer.physicalDpiX(), printer.physicalDpiY()
    width, height = page.get_size()
    turned = (width > height) != (sheet.width() > sheet.height())
    if turned:
        width, height = height, width
    width, height = width / _INCH_POINTS * across, height / _INCH_POINTS * down
    slack = _SLACK / _INCH_MM * across
    smaller = 1.0
    if width > sheet.width() + slack or height > sheet.height() + slack:
        smaller = min(sheet.width() / width, sheet.height() / height)
    width, height = width * smaller, height * smaller
    dense = min(across, down, DENSEST) / _INCH_POINTS * smaller
    coloured = printer.colorMode() == QPrinter.ColorMode.Color and _has_picture(page)
    image = _picture(page, dense, turned=turned, coloured=coloured)
    left, top = (sheet.width() - width) / 2, (sheet.height() - height) / 2
    painter.drawImage(QRectF(left, top, width, height), image)


def _has_picture(page: PdfPage) -> bool:
    """Whether a page shows a picture, such as the coat of arms; all else is black and grey."""
    return any(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))


def _picture(page: PdfPage, scale: float, *, turned: bool, coloured: bool) -> QImage:
    bitmap = page.render(
        scale=scale, rotation=270 if turned else 0, grayscale=not coloured, prefer_bgrx=coloured
    )
    kind = QImage.Format.Format_RGB32 if coloured else QImage.Format.Format_Grayscale8
    with closing(bitmap):
        size = (bitmap.width, bitmap.height, bitmap.stride)
        image = QImage(bytes(bitmap.buffer), *size, kind)
        # The bytes are not Qt's own: it is given a copy that it may keep.
        return image.copy()


def _failed(printer: QPrinter) -> bool:
    state = QPrinter.PrinterState
    return printer.printerState() in (state.Aborted, state.Error)


def _stopped(printer: QPrinter, sent: int, wanted: int) -> PrintError:
    return PrintError(
        f"Imprimanta{_named(printer)} nu a primit toate paginile: s-au trimis {sent} din {wanted}. "
        + _UNFINISHED
    )


def _named(printer: QPrinter) -> str:
    return f" „{printer.printerName()}”" if printer.printerName() else ""
