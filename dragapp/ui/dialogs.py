"""Short questions and messages, all in one voice, and the two buttons of longer dialogs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QMessageBox, QWidget

from dragapp.ui.helping import PROPERTY, TROUBLE, Helping
from dragapp.ui.look import scaled

#: How much of a screen a dialog may take; the rest is for the window's own edges.
_PART = 0.92


def buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    """Return the two buttons of a dialog: the one that does it, and Renunță."""
    box = QDialogButtonBox()
    box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton("Renunță", QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def give_room(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog that large, in pixels at 100 %, but no larger than the screen."""
    wanted = QSize(scaled(width), scaled(height))
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * _PART))


def widen(dialog: QDialog, width: int) -> None:
    """Make a dialog at least so wide, in pixels at 100 %, but no wider than the screen."""
    widest = int(dialog.screen().availableSize().width() * _PART)
    dialog.setMinimumWidth(min(scaled(width), widest))


def tell(parent: QWidget | None, title: str, text: str, page: str = TROUBLE) -> None:
    """Tell something that went wrong and what can be done; the manual has a page on it."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
    box.setProperty(PROPERTY, page)
    helping = Helping.of_program()
    more = box.addButton("Ce puteți face…", QMessageBox.ButtonRole.ActionRole) if helping else None
    close = box.addButton("Închide", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.exec()
    if helping and more and box.clickedButton() is more:
        helping.show_page(page)


def ask(parent: QWidget | None, title: str, text: str, yes: str) -> bool:
    """Ask before something that takes away much; `yes` names the button that does it."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=parent)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton("Renunță", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is accept


def choose(parent: QWidget | None, title: str, text: str, *ways: str) -> str | None:
    """Ask which way to go on; the first is the usual one. None where the user gives up."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=parent)
    chosen = {box.addButton(way, QMessageBox.ButtonRole.AcceptRole): way for way in ways}
    box.setDefaultButton(next(iter(chosen)))
    box.setEscapeButton(box.addButton("Renunță", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return next((way for button, way in chosen.items() if button is box.clickedButton()), None)


def ask_retry(parent: QWidget | None, title: str, text: str) -> bool:
    """Tell what went wrong and offer to try once more."""
    return ask(parent, title, text, "Încearcă din nou")


def ask_text(parent: QWidget | None, title: str, question: str, text: str) -> str | None:
    """Ask for a short text, which may be empty; None where the user gives up."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.setOkButtonText("Păstrează")
    dialog.setCancelButtonText("Renunță")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.textValue().strip()
