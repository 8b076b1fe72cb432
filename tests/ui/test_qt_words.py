"""Qt's own words in Romanian, and the rest of Qt's words left whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from dragapp.ui.qt_words import QtWords


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


def test_keys_and_unknown_words_stay_whole(romanian: object) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+D").toString(native) == "Ctrl+Shift+D"
    assert QKeySequence("Ctrl+Return").toString(native) == "Ctrl+Enter"
    assert QCoreApplication.translate("QDialog", "What's This?") == "What's This?"
    assert QLocale().toString(1234.5)
