"""What happens when something goes wrong in the window: one calm message, and work goes on.

An error of the program's own (DragappError) is told as it says itself. Any other is a fault of the
program: it goes to the log, and one dialog tells of it once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton

from dragapp.errors import DragappError
from dragapp.ui import dialogs

if TYPE_CHECKING:
    import threading

_NOT_DONE = "Acțiunea nu a reușit"
_FAULT = "Ceva nu a mers cum trebuie"
_CALM = (
    "Programul a întâmpinat o eroare neașteptată. Ce era salvat până acum este în siguranță în "
    "fișierul primăriei și puteți lucra mai departe. Dacă eroarea se repetă, copiați detaliile și "
    "trimiteți-le celor care întrețin programul."
)
_NO_START = (
    "O eroare neașteptată a oprit programul la pornire. Fișierul primăriei nu a fost atins. "
    "Reporniți calculatorul și încercați din nou; dacă eroarea se repetă, anunțați-i pe cei care "
    "întrețin programul."
)
_AGAIN = "Eroarea neașteptată s-a repetat; ce era salvat este în siguranță."


class Trouble(QObject):
    """Tells of errors that nobody has handled, instead of ending or staying silent.

    Never two at a time, never over another program's window: what cannot be told now is shown in
    the status bar, and told when the user is back.
    """

    # From any thread, and never in the middle of Qt's own work, such as painting.
    _met = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._counts: dict[str, int] = {}
        self._told: set[str] = set()
        self._waiting: dict[str, str | _Fault] = {}
        self._box: QMessageBox | None = None
        self._quiet, self._telling = 0, False
        self._met.connect(self._meet, Qt.ConnectionType.QueuedConnection)
        app.applicationStateChanged.connect(self._tell_waiting)
        app.focusWindowChanged.connect(self._tell_waiting)

    @classmethod
    def of(cls, app: QApplication) -> Trouble:
        """Return the one that an application has, made where there is none yet."""
        return app.findChild(cls) or cls(app)

    def install(self) -> None:
        """Be told of errors: this thread's, other threads', and those that Python only mentions."""
        import threading

        sys.excepthook = self.raised
        threading.excepthook = self._raised_in_thread
        sys.unraisablehook = self._raised_in_passing

    def uninstall(self) -> None:
        """Leave all errors to Python again."""
        import threading

        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Open no dialog for what goes wrong meanwhile: the user is leaving."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1
            QTimer.singleShot(0, self, self._tell_waiting)

    def raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of an error that nobody has handled; called by Python."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif not isinstance(error, DragappError):
            self._met.emit(self._counted(kind, error, trace))
        elif QThread.currentThread() == self.thread():
            self._say(str(error))
        else:
            self._met.emit(str(error))

    def tell_no_start(self, error: Exception) -> None:
        """Tell that the window could not even be made; the program ends after that."""
        fault = self._counted(type(error), error, error.__traceback__)
        dialogs.tell(None, "Programul nu a putut porni", f"{_NO_START}\n\n{fault.place}".strip())

    def _raised_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self.raised(found.exc_type, found.exc_value, found.exc_traceback)

    def _raised_in_passing(self, found: sys.UnraisableHookArgs) -> None:
        """Log what went wrong while something was cleared away: nothing depends on it."""
        if found.exc_value is not None:
            self._counted(found.exc_type, found.exc_value, found.exc_traceback)

    def _counted(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> _Fault:
        fault = _Fault(kind, error, trace)
        count = self._counts[fault.key] = self._counts.get(fault.key, 0) + 1
        # The first, 2nd, 4th, 8th: a fault in a timer would push all else out of the log.
        if count & (count - 1) == 0:
            fault.log(count)
        if count == 1 and sys.stderr:
            sys.__excepthook__(kind, error, trace)
        return fault

    def _meet(self, met: str | _Fault) -> None:
        if isinstance(met, str):
            self._say(met)
        elif met.key in self._told:
            self._hint(_AGAIN)
        elif not self._may_tell():
            # While one is being told, another one goes to the log alone.
            if not self._box:
                self._wait(met.key, met, _FAULT)
        else:
            self._show(met)

    def _say(self, text: str) -> None:
        """Tell an error of the program's own, now or when it can be told."""
        if not self._may_tell():
            from dragapp.ui import log

            log.write(text)
            self._wait(text, text, text)
            return
        self._telling = True
        try:
            dialogs.tell(QApplication.activeWindow(), _NOT_DONE, text)
        finally:
            self._telling = False
        QTimer.singleShot(0, self, self._tell_waiting)

    def _show(self, fault: _Fault) -> None:
        self._told.add(fault.key)
        parent = QApplication.activeModalWidget() or QApplication.activeWindow()
        box = QMessageBox(QMessageBox.Icon.Warning, _FAULT, _CALM, parent=parent)
        box.setDetailedText(f"{fault.details}\n{fault.place}".strip())
        understood = box.addButton("Am înțeles", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(understood)
        box.setEscapeButton(understood)
        copy = box.addButton("Copiază detaliile", QMessageBox.ButtonRole.ActionRole)
        # Otherwise any button closes the box.
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: _copy(fault.details, copy))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.destroyed.connect(self._closed)
        self._box = box
        box.open()

    def _closed(self) -> None:
        self._box = None
        QTimer.singleShot(0, self, self._tell_waiting)

    def _wait(self, key: str, met: str | _Fault, hint: str) -> None:
        self._waiting.setdefault(key, met)
        self._hint(hint)

    def _hint(self, text: str) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow):
                window.statusBar().showMessage(" ".join(text.split()))

    def _may_tell(self) -> bool:
        # When the focus goes to another program, Qt says so of the window first.
        here = QApplication.focusWindow() is not None
        active = QApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return here and active and not (self._quiet or self._telling or self._box)

    def _tell_waiting(self, *_: object) -> None:
        if self._waiting and self._may_tell():
            self._hint("")
        while self._waiting and self._may_tell():
            self._meet(self._waiting.pop(next(iter(self._waiting))))


class _Fault:
    """An error that nobody foresaw; `key` is the same for the same place in the program."""

    def __init__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        import traceback

        from dragapp.ui import log

        self.key = "".join([kind.__name__, *traceback.format_tb(trace)])
        trail = "".join(traceback.format_exception(kind, error, trace))
        self.details, self.place = f"{log.surroundings()}\n\n{trail}", ""

    def log(self, count: int) -> None:
        """Write it to the log; where that succeeds, `place` tells where the log is."""
        from dragapp.ui import log

        times = f", a {count}-a oară" if count > 1 else ""
        if log.write(f"eroare neașteptată{times}\n{self.details}"):
            self.place = f"Jurnalul erorilor: {log.folder()}"


def _copy(text: str, button: QPushButton) -> None:
    QApplication.clipboard().setText(text)
    button.setText("Detaliile au fost copiate")
