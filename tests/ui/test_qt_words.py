"""Qt's own words in Romanian, and the rest of Qt's words left whole."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from shiboken6 import delete

from dragapp.ui import qt_words
from dragapp.ui.qt_words import QtWords
from tests.ui.qt_catalogue import catalogue, texts


@pytest.fixture
def romanian(qapp: QApplication) -> Iterator[QtWords]:
    words = QtWords(qapp)
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


def test_the_menu_of_a_field_speaks_romanian(romanian: object) -> None:
    field = QLineEdit("text")
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert texts == [
        "&Anulează", "&Refă", "&Taie", "&Copiază", "&Lipește", "Șterge", "Selectează tot",
    ]  # fmt: skip
    menu.deleteLater()


#: Where Qt asks for the texts of what this program uses: its widgets, dialogs, menus and folders.
CONTEXTS = {
    *("CloseButton", "QAbstractFileIconProvider", "QAbstractSpinBox", "QAccessibleActionInterface"),
    *("QComboBox", "QCupsJobWidget", "QCupsPrinterSupport", "QDialog", "QDialogButtonBox"),
    *("QDockWidget", "QErrorMessage", "QFileDialog", "QFileSystemModel", "QGnomeTheme"),
    *("QImageReader", "QInputDialog", "QLineEdit", "QMdiSubWindow", "QMessageBox"),
    *("QPageSetupWidget", "QPlatformTheme", "QPrintDialog", "QPrintPropertiesDialog"),
    *("QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget", "QProgressDialog"),
    *("QScrollBar", "QStandardPaths", "QTabBar", "QUnicodeControlCharacterMenu"),
    *("QWhatsThisAction", "QWidgetTextControl", "QWindowsUiaMainProvider", "QWizard"),
    *("Print Device Input Slot", "Print Device Output Bin"),
}
#: What the program never shows: Qt's own boasting, names of forms, folders of programs.
UNSEEN = {
    *("About Qt", "Form", "Job", "Runtime", "State", "Cache", "Configuration", "Temporary Items"),
    *("Application Configuration", "Application Data", "Critical Error:", "Debug Message:"),
    *("Fatal Error:", "Information:", "Warning:"),
}
#: What is the same in Romanian.
ALIKE = {
    *("Computer", "Folder", "Color", "Secret", "Public", "Standard", "mm", "in", "pt", "..."),
    *("CC", "DD", "P̸", "Cicero (CC)", "Didot (DD)", "Pica (P̸)", "%1 - [%2]", "- [%1]"),
}


@pytest.mark.skipif(not catalogue().is_file(), reason="Qt came without its catalogues")
def test_whatever_qt_may_show_is_answered_in_romanian(romanian: QtWords) -> None:
    asked = {each for each in texts(catalogue()) if each[0] in CONTEXTS}
    assert len(asked) > 300
    english = {
        text
        for context, text in asked
        if romanian.translate(context, text) == text
        and not text.startswith(("<", "Shared ", "Alt+"))
        and not text[0].isdigit()
    }
    assert english <= ALIKE | UNSEEN


def test_a_translation_keeps_what_qt_puts_into_it() -> None:
    for english, said in qt_words._WORDS.items():
        assert set(re.findall(r"%\d", english)) == set(re.findall(r"%\d", said)), english
        assert ("&" in english) == ("&" in said), english


class Asked(QtWords):
    """Notes what Qt asks for and gets back in English."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self.english: set[str] = set()

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        said = super().translate(context, text, disambiguation, n)
        if said == text and context.startswith(("QPrint", "QPageSetup", "QCups", "QUnix")):
            self.english.add(text)
        return said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows its own dialog")
def test_the_print_dialog_speaks_romanian(qapp: QApplication) -> None:
    words = Asked(qapp)
    qapp.installTranslator(words)
    try:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.show()
        shown = QTimer(dialog)
        shown.timeout.connect(close_properties)
        shown.start(10)
        (properties,) = (
            each for each in dialog.findChildren(QPushButton) if each.text() == "P&roprietăți"
        )
        properties.setEnabled(True)
        properties.click()
        delete(dialog)
    finally:
        qapp.removeTranslator(words)
    alike = {"Color", "Secret", "mm", "...", "Pica (P̸)", "Didot (DD)", "Cicero (CC)"}
    never_shown = {"Form", "Job", "Preview"}
    numbers = {text for text in words.english if text[0].isdigit()}
    assert words.english - numbers <= alike | never_shown


def close_properties() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


def test_keys_and_unknown_words_stay_whole(romanian: object) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+D").toString(native) == "Ctrl+Shift+D"
    assert QKeySequence("Ctrl+Return").toString(native) == "Ctrl+Enter"
    assert QKeySequence("Ctrl+Home").toString(native) == "Ctrl+Home"
    assert QCoreApplication.translate("QDialog", "Something else") == "Something else"
    assert QLocale().toString(1234.5)
