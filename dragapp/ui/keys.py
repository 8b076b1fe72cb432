"""The keys that are no commands of a menu: what they do in a table and in an open cell.

Tables and cells look up here what a key means, and the list of all keys is made from here and from
`actions`, so that what is listed is what works.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Where(StrEnum):
    """Where keys have that meaning, as the list of keys names it."""

    TABLE = "În tabel"
    CELL = "În celula deschisă"


@dataclass(frozen=True, slots=True)
class Key:
    """What a key does. With `selects`, Shift selects all the way to there."""

    keys: str
    what: str
    selects: bool = False


KEYS: dict[Where, dict[str, Key]] = {
    Where.TABLE: {
        "edit": Key("F2", "Intră în textul celulei, la capătul lui"),
        "enter_down": Key(
            "Return",
            "Coboară; după Tab, în coloana de unde ați pornit; pe ultimul rând gol, ridică nivelul",
        ),
        "enter_up": Key("Shift+Return", "Urcă"),
        "next": Key("Tab", "Celula următoare; după ultima celulă scrisă, un rând nou"),
        "previous": Key("Shift+Tab", "Celula dinainte"),
        "leave": Key("F6", "Iese din tabel, la câmpul următor"),
        "leave_back": Key("Shift+F6", "Iese din tabel, la câmpul dinainte"),
        "up": Key("Up", "Celula de deasupra", selects=True),
        "down": Key("Down", "Celula de dedesubt", selects=True),
        "left": Key("Left", "Celula din stânga", selects=True),
        "right": Key("Right", "Celula din dreapta", selects=True),
        "edge_up": Key("Ctrl+Up", "Marginea celulelor scrise, în sus", selects=True),
        "edge_down": Key("Ctrl+Down", "Marginea celulelor scrise, în jos", selects=True),
        "edge_left": Key("Ctrl+Left", "Marginea celulelor scrise, spre stânga", selects=True),
        "edge_right": Key("Ctrl+Right", "Marginea celulelor scrise, spre dreapta", selects=True),
        "row_start": Key("Home", "Prima celulă a rândului", selects=True),
        "row_end": Key("End", "Ultima celulă a rândului", selects=True),
        "first": Key("Ctrl+Home", "Prima celulă a tabelului", selects=True),
        "last": Key("Ctrl+End", "Ultima celulă a tabelului", selects=True),
        "page_up": Key("PgUp", "Un ecran mai sus", selects=True),
        "page_down": Key("PgDown", "Un ecran mai jos", selects=True),
        "choose_row": Key("Shift+Space", "Alege rândul, cu cele subordonate"),
        "choose_column": Key("Ctrl+Space", "Alege coloana"),
        "choose_all": Key("Ctrl+A", "Alege tot tabelul"),
    },
    Where.CELL: {
        "keep_down": Key(
            "Return", "Păstrează textul și coboară; de pe ultimul rând, la un rând nou"
        ),
        "keep_up": Key("Shift+Return", "Păstrează textul și urcă"),
        "keep_next": Key("Tab", "Păstrează textul și trece la celula următoare"),
        "keep_previous": Key("Shift+Tab", "Păstrează textul și trece la celula dinainte"),
        "new_line": Key("Alt+Return", "Linie nouă în celulă"),
        "give_up": Key("Esc", "Renunță la ce ați scris în celulă"),
        "into_text": Key("F2", "Săgețile merg de acum prin text; până atunci păstrează și mută"),
    },
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ONE_KEY = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}


def pressed(event: QKeyEvent, where: Where) -> str | None:
    """Return the name of what a key means there; None where it is just a key."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Backtab:
        modifiers |= _SHIFT
    combined = QKeyCombination(modifiers, _ONE_KEY.get(key, key))
    return _names(where).get(combined.toCombined())


@cache
def _names(where: Where) -> dict[int, str]:
    names: dict[int, str] = {}
    for name, key in KEYS[where].items():
        sequence: Any = QKeySequence(key.keys)
        plain: QKeyCombination = sequence[0]
        names[plain.toCombined()] = name
        if key.selects:
            shifted = QKeyCombination(plain.keyboardModifiers() | _SHIFT, plain.key())
            names[shifted.toCombined()] = name
    return names
