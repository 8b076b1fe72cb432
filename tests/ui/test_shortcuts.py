"""The list of all keys, and that no two commands want the same ones."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dragapp.ui.actions import SPECS
from dragapp.ui.keys import KEYS, Where
from dragapp.ui.shortcuts_dialog import ShortcutsDialog, spoken
from tests.ui.conftest import User


def test_no_two_commands_share_keys_and_none_takes_a_tables() -> None:
    commands = [keys for spec in SPECS.values() for keys in spec.keys.split()]
    assert len(commands) == len(set(commands))
    own = {
        keys
        for where in Where
        for key in KEYS[where].values()
        for keys in ([key.keys, f"Shift+{key.keys}"] if key.selects else [key.keys])
    }
    assert not {QKeySequence(keys).toString() for keys in own} & set(commands)
    for keys in commands:
        assert QKeySequence(keys).toString() == keys


def test_every_commands_keys_reach_it(piatra_neamt: User, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    table = piatra_neamt.table("improvement-courses")
    table.view.setCurrentIndex(table.model.index(1, 1))
    piatra_neamt.settle()
    for name, action in piatra_neamt.window.actions_.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, each=name: done.append(each))
        action.setEnabled(True)
    for name, spec in SPECS.items():
        for keys in spec.keys.split():
            sequence: list[object] = list(QKeySequence(keys))  # type: ignore[call-overload]
            combined = sequence[0]
            done.clear()
            piatra_neamt.press(combined.key(), combined.keyboardModifiers())  # type: ignore[attr-defined]
            assert done == [name], keys


def test_the_list_names_every_key_and_is_searched(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    root = dialog.list.invisibleRootItem()

    def listed() -> dict[str, str]:
        items = [
            item
            for at in range(root.childCount())
            if (head := root.child(at)) and not head.isHidden()
            for place in range(head.childCount())
            if (item := head.child(place)) and not item.isHidden()
        ]
        return {item.text(1): item.text(0) for item in items}

    every = listed()
    for spec in SPECS.values():
        if spec.keys:
            assert spoken(spec.keys.split()[0]) in every[spec.text.rstrip("…")]
    for where in Where:
        for key in KEYS[where].values():
            assert every[key.what] == spoken(key.keys)
    assert every["Anulează"] == "Ctrl+Z"
    QTest.keyClicks(dialog.search, "adauga rand subordonat")
    assert listed() == {"Adaugă rând subordonat": "Ctrl+Alt+Enter"}
    dialog.search.setText("ctrl+;")
    assert listed() == {"Data de azi": "Ctrl+;"}
    dialog.search.setText("")
    assert listed() == every
