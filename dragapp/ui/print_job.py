"""Printing from the window: the system's dialog, the paper looked at, the pages sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from shiboken6 import delete

from dragapp.errors import Cancelled, ExportError, PrintError
from dragapp.plan.counted import counted
from dragapp.progress import Progress
from dragapp.ui import dialogs
from dragapp.ui.paper import is_a4, page_count, paper_size, send
from dragapp.ui.progress_dialog import working

_NO_PRINTER = (
    "Pe acest calculator nu este instalată nicio imprimantă. Puteți salva anexa ca PDF și o puteți "
    "tipări de pe alt calculator."
)
_PICTURES_ONLY = (
    "„{}” nu scoate hârtie, ci un fișier cu poze ale paginilor: în el nu se poate căuta, iar "
    "programele care citesc cu voce nu îl pot citi. Pentru păstrare și pentru publicare este bun "
    "fișierul făcut cu „Salvează PDF…”."
)
_STOPPED = (
    "Ați oprit tipărirea. Imprimanta poate scoate paginile pe care le primise până atunci; planul "
    "este în siguranță."
)
_SAVE, _PRINT, _BACK = "Salvează PDF…", "Tipărește oricum", "Alege altă hârtie"


def has_printer() -> bool:
    """Whether this computer has a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def offer_file(parent: QWidget) -> bool:
    """Tell that there is no printer; True where the user wants a PDF file instead."""
    return dialogs.choose(parent, "Nicio imprimantă", _NO_PRINTER, _SAVE) == _SAVE


def print_document(window: QMainWindow, title: str, make: Callable[[Progress], bytes]) -> bool:
    """Print the PDF that `make` makes, under a title; True where the user wants it as a file."""
    try:
        with working(window, "Tipărire", "Se fac paginile…") as progress:
            pdf = make(progress)
    except Cancelled:
        return False
    except ExportError as error:
        dialogs.tell(window, "Tipărirea nu a reușit", str(error))
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    pages = page_count(pdf)
    printer.setFromTo(1, pages)
    while asked(window, printer, pages):
        way = _way(window, printer)
        if way == _SAVE:
            return True
        if way is None or (way == _PRINT and _sent(window, printer, pdf)):
            return False
    return False


def asked(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Let the user choose the printer and how it prints; return whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setMinMax(1, pages)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        # It must not outlive the printer, which it goes on looking at.
        delete(dialog)


def _way(parent: QWidget, printer: QPrinter) -> str | None:
    """Ask where something speaks against printing like that; return how to go on."""
    name = printer.printerName()
    if "pdf" in name.lower():
        told = _PICTURES_ONLY.format(name)
        way = dialogs.choose(parent, "Fișier în loc de hârtie", told, _SAVE, _PRINT)
        if way != _PRINT:
            return way
    if is_a4(printer):
        return _PRINT
    return dialogs.choose(parent, "Altă hârtie", _other_paper(printer), _BACK, _PRINT)


def _other_paper(printer: QPrinter) -> str:
    size, named = paper_size(printer), printer.pageLayout().pageSize()
    custom = named.id() == QPageSize.PageSizeId.Custom
    name = "" if custom else f"{named.name().split(' / ')[0]}, "
    a4 = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Millimeter)
    fits = size.width() >= a4.width() and size.height() >= a4.height()
    become = "rămân la mărimea lor, la mijlocul hârtiei" if fits else "se micșorează cât să încapă"
    chosen = f"{name}{size.width():.0f} × {size.height():.0f} mm"
    return (
        f"Anexa este făcută pentru hârtie A4 (210 × 297 mm), iar la imprimantă este aleasă alta: "
        f"{chosen}. Dacă tipăriți oricum, paginile {become}."
    )


def _sent(window: QMainWindow, printer: QPrinter, pdf: bytes) -> bool:
    """Print; return False where it failed and the user wants to try again."""
    try:
        with working(window, "Tipărire", "Se trimit paginile la imprimantă…") as progress:
            count = send(printer, pdf, progress)
    except Cancelled:
        window.statusBar().showMessage(_STOPPED, 12_000)
    except PrintError as error:
        return not dialogs.ask_retry(window, "Tipărirea nu a reușit", str(error))
    else:
        sent = counted(count, "pagină trimisă", "pagini trimise")
        window.statusBar().showMessage(f"{sent} la {printer.printerName() or 'imprimantă'}", 8000)
    return True
