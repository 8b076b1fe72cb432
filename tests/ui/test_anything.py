"""Keys and commands in any order: what is stored is what is shown, and undo leads all the way back.

The order is random but always the same; the clipboard holds what no table fits.
"""

from __future__ import annotations

import sys
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from dragapp.dossier.step import Spot
from dragapp.ui import dialogs
from dragapp.ui.offer_list import OfferList
from tests.ui.conftest import User

_STEPS, _OFTEN = 120, 10
_NONE, _CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_PLAIN = [
    "Tab",
    "Tab",
    "Return",
    "Escape",
    "F2",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "Delete",
    "Backspace",
]
_WITH_CTRL = [
    "A",
    "C",
    "X",
    "V",
    "V",
    "Z",
    "Z",
    "Y",
    "D",
    "Semicolon",
    "Plus",
    "Minus",
    "Up",
    "Down",
    "End",
    "Space",
]
_KEYS = (
    [(name, _NONE) for name in _PLAIN]
    + [(name, _CTRL) for name in _WITH_CTRL]
    + [(name, _SHIFT) for name in ("Tab", "Down", "Right", "Space")]
    + [(name, _ALT) for name in ("Up", "Down", "Return")]
)
_COMMANDS = [
    "row_above",
    "row_below",
    "row_child",
    "row_duplicate",
    "row_delete",
    "row_up",
    "row_down",
    "row_promote",
    "row_demote",
    "undo",
    "redo",
    "paste_clean",
    "state_done",
    "state_none",
    "section_up",
    "section_hide",
]
_TEXTS = ("a", "Bugetul local", "12,5", "8891 CZ", "ș\nț", "-")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_anything_can_be_done_and_taken_back(
    piatra_neamt: User, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    user, chance = piatra_neamt, Random(seed)
    failed: list[BaseException] = []
    session = user.window.session
    assert session
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: failed.append(error))
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    QApplication.clipboard().setText("unu\tdoi\n\t\ntrei\tpatru\tcinci\n")
    before = user.stored()
    tables = [section.key for section in before.walk() if section.table]
    for number in range(_STEPS):
        if number % _OFTEN == 0:
            assert user.window.tabs
            user.window.tabs.show_spot(Spot(user.plan.id, chance.choice(tables)))
            user.table(user.chosen().key)
        kind = chance.random()
        if kind < 0.35:
            user.type(chance.choice(_TEXTS))
        elif kind < 0.8:
            name, modifier = chance.choice(_KEYS)
            user.press(Qt.Key[f"Key_{name}"], modifier)
        else:
            user.window.actions_[chance.choice(_COMMANDS)].trigger()
            user.settle()
        # A dialog that nobody shows leaves no window active.
        user.window.activateWindow()
        user.settle()
        focus = QApplication.focusWidget()
        if focus is None or focus.objectName() != "cell":
            assert not [each for each in user.window.findChildren(OfferList) if each.isVisible()]
        assert not failed
    assert session.flush()
    last, steps = user.stored(), 0
    assert last == user.plan
    while user.window.actions_["undo"].isEnabled():
        session.undo()
        session.flush()
        steps += 1
    assert user.stored() == user.plan == before
    for _ in range(steps):
        session.redo()
        session.flush()
    assert user.stored() == user.plan == last
    assert not failed
