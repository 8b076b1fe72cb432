"""Where the safety copies are kept: always with the user's work, in a second place if wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui import dialogs, files, portable, settings

_ABOUT = (
    "Copiile de siguranță se fac singure: la prima modificare a zilei, la închidere și înainte de "
    "orice restaurare sau actualizare. Cele vechi se răresc: rămân toate din ultimele două zile, "
    "apoi una pe zi, pe săptămână și pe lună."
)
_SECOND = (
    "Un stick sau un folder de pe alt calculator, pentru cazul în care acesta se strică. Copiile "
    "ajung acolo de fiecare dată când locul este la îndemână."
)
#: The same for the portable program.
_BESIDE = (
    "Un folder de pe calculator, pentru cazul în care stickul se strică sau se pierde. Copiile "
    "ajung acolo de fiecare dată când locul este la îndemână."
)


class CopiesDialog(QDialog):
    """Shows the first place, and stores the second one at once when it is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unde se păstrează copiile de siguranță")
        dialogs.widen(self, 640)
        self._first, self.second = QLineEdit(), QLineEdit()
        for field, name in ((self._first, "Locul copiilor"), (self.second, "Al doilea loc")):
            field.setReadOnly(True)
            field.setAccessibleName(name)
        self._first.setText(str(settings.copies_folder()))
        self._first.setToolTip(self._first.text())
        self._first.setCursorPosition(0)
        self.second.setPlaceholderText("niciunul")
        show = QPushButton("Deschide folderul")
        show.clicked.connect(self._show)
        choose = QPushButton("Alege…")
        choose.clicked.connect(self.choose)
        self._none = QPushButton("Fără al doilea loc")
        self._none.clicked.connect(lambda: self._keep(None))
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.addWidget(QLabel("Lângă program:" if portable.folder() else "În Documente:"), 0, 0)
        grid.addWidget(self._first, 0, 1)
        grid.addWidget(show, 0, 2, 1, 2)
        grid.addWidget(QLabel("Al doilea loc:"), 1, 0)
        grid.addWidget(self.second, 1, 1)
        grid.addWidget(choose, 1, 2)
        grid.addWidget(self._none, 1, 3)
        grid.addWidget(_advice(_BESIDE if portable.folder() else _SECOND), 2, 1, 1, 3)
        buttons = QDialogButtonBox()
        buttons.addButton("Închide", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(_advice(_ABOUT))
        column.addLayout(grid)
        column.addWidget(buttons)
        choose.setFocus()
        self._refresh()

    def choose(self) -> None:
        """Ask for the second place."""
        known = settings.second_place() or settings.documents()
        chosen = files.ask_folder(self, "Al doilea loc al copiilor de siguranță", known)
        if chosen:
            self._keep(chosen)

    def _keep(self, folder: Path | None) -> None:
        settings.keep_second_place(folder)
        self._refresh()

    def _refresh(self) -> None:
        second = settings.second_place()
        self.second.setText(str(second) if second else "")
        self._none.setEnabled(second is not None)

    def _show(self) -> None:
        folder = settings.copies_folder()
        files.show(next(each for each in (folder, *folder.parents) if each.is_dir()))


def _advice(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("advice")
    label.setWordWrap(True)
    return label
