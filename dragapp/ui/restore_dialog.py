"""Choosing a safety copy: when each was made, why, how large it is and what differs from now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.restoring import differences
from dragapp.dossier.shelf import Backup, Reason
from dragapp.errors import DragappError
from dragapp.ui import dialogs, files
from dragapp.ui.preview_dialog import PreviewDialog

#: Pixels beside the widest text of a column.
_AIR = 16
_HEAD = ("Făcută la", "De ce", "Mărime", "Față de acum")
_ABOUT = (
    "Alegeți starea la care vreți să vă întoarceți. Starea de acum se păstrează și ea ca o copie, "
    "așa că restaurarea se poate face și înapoi."
)


class RestoreDialog(QDialog):
    """Lists copies, the newest first; `chosen` is the one to be restored once it was accepted.

    Without an open dossier there is nothing to compare with.
    """

    def __init__(self, parent: QWidget, backups: list[Backup], now: Dossier | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Restaurează o copie de siguranță")
        dialogs.give_room(self, 860, 460)
        self._backups, self._now, self._compared = backups, now, 0
        about = QLabel(_ABOUT if backups else "Nu există încă nicio copie de siguranță.")
        about.setWordWrap(True)
        self.table = QTableWidget(len(backups), len(_HEAD) if now else len(_HEAD) - 1)
        self.table.setHorizontalHeaderLabels(_HEAD)
        self.table.setAccessibleName("Copii de siguranță")
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.doubleClicked.connect(self.preview)
        for row, backup in enumerate(backups):
            size = f"{QLocale().toString(-(-backup.size // 1024))} KB"
            made = f"{backup.made:%d.%m.%Y, %H:%M:%S}"
            for column, text in enumerate((made, str(backup.reason), size)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(3):
            header.resizeSection(column, header.sectionSize(column) + _AIR)
        box = QDialogButtonBox()
        self._preview = QPushButton("Previzualizează")
        self._preview.clicked.connect(self.preview)
        folder = QPushButton("Deschide folderul")
        folder.clicked.connect(self._show_folder)
        folder.setEnabled(bool(backups))
        box.addButton(self._preview, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        self._restore = box.addButton("Restaurează", QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("Renunță", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.addWidget(about)
        column_.addWidget(self.table, 1)
        column_.addWidget(box)
        self.table.itemSelectionChanged.connect(self._enable)
        self._enable()
        if backups:
            self.table.selectRow(0)
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._compare_next)

    def _enable(self) -> None:
        """Let nobody show or put back a file that was put aside because it is damaged."""
        sound = bool(self._backups) and self._selected.reason != Reason.DAMAGED
        for button in (self._preview, self._restore):
            button.setEnabled(sound)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        # The dossier may be closed as soon as a copy was chosen.
        self._soon.stop()
        super().hideEvent(event)

    @property
    def chosen(self) -> Path:
        """The copy that is selected."""
        return self._selected.path

    @property
    def _selected(self) -> Backup:
        return self._backups[max(self.table.currentRow(), 0)]

    def preview(self) -> None:
        """Show the selected copy, for reading only."""
        if not self._preview.isEnabled():
            return
        try:
            dossier = Dossier.open(self.chosen, write=False)
        except DragappError as error:
            dialogs.tell(self, "Copia nu poate fi citită", str(error))
            return
        made = f"{self._selected.made:%d.%m.%Y, ora %H:%M}"
        with dossier:
            PreviewDialog(self, dossier, f"Copia din {made} ({self._selected.reason})").exec()

    def _compare_next(self) -> None:
        """Fill in one difference at a time: the list can be used meanwhile."""
        if self._compared == len(self._backups) or self._now is None:
            self._soon.stop()
            return
        try:
            text = differences(self._backups[self._compared].path, self._now).summary()
        except DragappError:
            text = "nu poate fi citită"
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(self._compared, len(_HEAD) - 1, item)
        self._compared += 1

    def _show_folder(self) -> None:
        files.show(self.chosen.parent)
