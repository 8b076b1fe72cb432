"""The dialog "Listele mele": what the office has added of its own, and carrying it elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dragapp.dossier.dossier import Dossier
from dragapp.errors import DragappError, FormatError, cause, named
from dragapp.formats.own_lists import dump_lists, load_lists
from dragapp.formats.replacing import replace_file
from dragapp.plan.own_lists import OwnLists, merged
from dragapp.ui import dialogs, settings
from dragapp.ui.files import SUFFIX
from dragapp.ui.office_lists import OfficeLists
from dragapp.ui.own_model import Misplaced
from dragapp.ui.own_page import OwnPage
from dragapp.ui.own_rows import KEPT

_TITLE = "Listele mele"
_JSON = "Listele unei primării (*.json)"
_BOTH = f"Liste sau fișierul altei primării (*.json *{SUFFIX})"


def edit_own_lists(parent: QWidget, lists: OfficeLists) -> None:
    """Let the user change the lists; one undo step."""
    dialog = OwnListsDialog(parent, lists)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        lists.replace(dialog.lists())


class OwnListsDialog(QDialog):
    """A tab for each list; what is changed is stored when the dialog is accepted."""

    def __init__(self, parent: QWidget, lists: OfficeLists) -> None:
        super().__init__(parent)
        self.setWindowTitle(_TITLE)
        dialogs.give_room(self, 940, 520)
        may = lists.may_change
        self.tabs = QTabWidget()
        self.pages = {
            kept.name: OwnPage(kept, getattr(lists.lists, kept.name), may_change=may)
            for kept in KEPT
        }
        self._before = {name: page.model.texts() for name, page in self.pages.items()}
        for kept in KEPT:
            self.tabs.addTab(self.pages[kept.name], kept.title)
        self._told = QLabel()
        self._told.setWordWrap(True)
        box = dialogs.buttons(self, "Păstrează")
        # Apart from what ends the dialog.
        role = QDialogButtonBox.ButtonRole.ResetRole
        bring = box.addButton("Ia dintr-un &fișier…", role)
        bring.setToolTip("Adaugă listele salvate de altă primărie sau cele din dosarul ei")
        bring.clicked.connect(self.bring)
        carry = box.addButton("&Salvează listele…", role)
        carry.setToolTip("Salvează listele într-un fișier, pentru alt dosar")
        carry.clicked.connect(self.carry)
        for button in (bring, carry):
            button.setAutoDefault(False)
        bring.setEnabled(may)
        box.buttons()[0].setEnabled(may)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._told)
        layout.addWidget(box)

    def lists(self) -> OwnLists:
        """Return the lists as they are shown; raise Misplaced where they cannot be kept."""
        return OwnLists(**{name: page.model.things() for name, page in self.pages.items()})

    def _checked(self) -> OwnLists | None:
        """Return the lists; None, after the user was led to it, where a cell is wrong."""
        for page in self.pages.values():
            page.commit()
            try:
                page.model.things()
            except Misplaced as wrong:
                self.tabs.setCurrentWidget(page)
                page.view.setFocus()
                page.view.setCurrentIndex(wrong.place)
                dialogs.tell(self, _TITLE, str(wrong))
                return None
        return self.lists()

    def accept(self) -> None:
        if self._checked() is not None:
            super().accept()

    def reject(self) -> None:
        for page in self.pages.values():
            page.commit()
        changed = any(page.model.texts() != self._before[name] for name, page in self.pages.items())
        if not changed or dialogs.ask(
            self,
            _TITLE,
            "Ați schimbat listele. Dacă închideți acum, schimbările făcute aici se pierd.",
            "Închide fără ele",
        ):
            super().reject()

    def bring(self) -> None:
        """Add what another dossier or a file of lists has more."""
        folder = str(settings.last_folder())
        chosen, _ = QFileDialog.getOpenFileName(self, "Ia listele din", folder, _BOTH)
        mine = self._checked() if chosen else None
        if mine is None:
            return
        try:
            both = merged(mine, lists_in(Path(chosen)))
        except DragappError as error:
            dialogs.tell(self, _TITLE, str(error))
            return
        for name, page in self.pages.items():
            page.model.show(getattr(both.lists, name))
        self._told.setText(both.summary())

    def carry(self) -> None:
        """Save the lists, as they are shown, to a file for another dossier."""
        lists = self._checked()
        if lists is None:
            return
        proposed = str(settings.last_folder() / "liste.json")
        chosen, _ = QFileDialog.getSaveFileName(self, "Salvează listele", proposed, _JSON)
        if not chosen:
            return
        path = Path(chosen)
        try:
            replace_file(path, dump_lists(lists).encode())
        except DragappError as error:
            dialogs.tell(self, _TITLE, str(error))
        else:
            self._told.setText(f"Salvat: {path}")


def lists_in(path: Path) -> OwnLists:
    """Read the lists of a file of lists or of a dossier; raise DragappError."""
    if path.suffix.lower() == SUFFIX:
        with Dossier.open(path, write=False) as dossier:
            return dossier.own_lists()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(
            f"Fișierul {named(path)} nu este un fișier de liste. Listele dumneavoastră au rămas "
            "cum erau. Alegeți un fișier salvat cu „Salvează listele”."
        ) from error
    except OSError as error:
        raise FormatError(
            f"Fișierul {named(path)} nu a putut fi citit: {cause(error)}. Listele dumneavoastră au "
            "rămas cum erau."
        ) from error
    return load_lists(text, path.name)
