"""The words of undo's menu: names of things, quoted and short, and rows with their article."""

from __future__ import annotations

from dragapp.plan.outline import Level

#: A name that is longer than this many letters is cut at a word.
_MOST = 40
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


def shortened(text: str) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= _MOST:
        return line
    head = line[:_MOST]
    return (head.rpartition(" ")[0] or head[:-1]).rstrip(" ,.;:–-") + "…"


def quoted(name: str) -> str:
    """Quote a name, short; quotes inside quotes are angular in Romanian."""
    inner = shortened(name).replace("„", "«").replace("”", "»")
    return f"„{inner}”"


def a_row(level: Level) -> str:
    """Return what a new row of a level is called; a level of the user's own has rows."""
    return _ROWS.get(level.name, _ROW)[0]


def the_row(level: Level) -> str:
    """Return what a certain row of a level is called."""
    return _ROWS.get(level.name, _ROW)[1]
