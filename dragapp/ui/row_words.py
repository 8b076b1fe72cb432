"""What rows are called in the names of actions, with their article: o direcție, direcția."""

from __future__ import annotations

from dragapp.plan.outline import Level

#: The forms' own levels: one row, and the row.
_ROWS = {
    "campanie": ("o campanie", "campania"),
    "categorie": ("o categorie", "categoria"),
    "centru": ("un centru", "centrul"),
    "direcție de acțiune": ("o direcție de acțiune", "direcția"),
    "măsură": ("o măsură", "măsura"),
    "obiectiv": ("un obiectiv", "obiectivul"),
    "program": ("un program", "programul"),
    "serviciu": ("un serviciu", "serviciul"),
    "temă": ("o temă", "tema"),
    "întâlnire": ("o întâlnire", "întâlnirea"),
}
_ROW = ("un rând", "rândul")


def a_row(level: Level) -> str:
    """Return what a new row of a level is called; a level of the user's own has rows."""
    return _ROWS.get(level.name, _ROW)[0]


def the_row(level: Level) -> str:
    """Return what a certain row of a level is called."""
    return _ROWS.get(level.name, _ROW)[1]
