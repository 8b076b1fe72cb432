"""What happens when something goes wrong in the window: one calm message, and work goes on."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from dragapp.errors import DragappError
from dragapp.ui import dialogs


def install() -> None:
    """Show errors that no one has handled, instead of ending or staying silent."""
    sys.excepthook = _show


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    window = QApplication.activeWindow()
    if isinstance(error, DragappError):
        dialogs.tell(window, "Acțiunea nu a reușit", str(error))
        return
    # Most sessions never need these two.
    import logging
    import traceback

    details = "".join(traceback.format_exception(kind, error, trace))
    logging.getLogger(__name__).error("unexpected error\n%s", details)
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Ceva nu a mers cum trebuie",
        "Programul a întâmpinat o eroare neașteptată. Ce ați salvat până acum este în siguranță "
        "în fișierul primăriei și puteți lucra mai departe. Dacă eroarea se repetă, copiați "
        "detaliile și trimiteți-le celor care întrețin programul.",
        parent=window,
    )
    box.setDetailedText(details)
    box.addButton("Am înțeles", QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton("Copiază detaliile", QMessageBox.ButtonRole.ActionRole)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(details)
