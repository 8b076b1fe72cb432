"""What was recovered, and what had to be done for it, told to the user."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.dossier.salvage.finding import Found
from dragapp.dossier.salvage.rows import Rows
from dragapp.plan.counted import counted

_NOUNS = {
    "plans": ("plan", "planuri"),
    "sections": ("punct", "puncte"),
    "paragraphs": ("paragraf", "paragrafe"),
    "rows": ("rând", "rânduri"),
    "cells": ("celulă", "celule"),
}


_FURTHER = {
    "made": (
        "parte pierdută a fost refăcută din ce ținea de ea: unde scrie „recuperat”, dați numele "
        "potrivit",
        "părți pierdute au fost refăcute din ce ținea de ele: unde scrie „recuperat”, dați numele "
        "potrivit",
    ),
    "moved": (
        "parte nu și-a mai găsit locul și a fost pusă unde se potrivește cel mai bine",
        "părți nu și-au mai găsit locul și au fost puse unde se potrivesc cel mai bine",
    ),
    "unassigned": (
        "text fără loc cunoscut este la punctul „Texte recuperate”, care nu se tipărește",
        "texte fără loc cunoscut sunt la punctul „Texte recuperate”, care nu se tipărește",
    ),
    "incomplete": (
        "text nu mai este întreg; semnul \ufffd arată ce lipsește",
        "texte nu mai sunt întregi; semnul \ufffd arată ce lipsește",
    ),
    "mended": (
        "valoare de neînțeles a fost înlocuită",
        "valori de neînțeles au fost înlocuite",
    ),
}


@dataclass(frozen=True, slots=True)
class Report:
    """How many parts were recovered, by kind, each with its text.

    `mended` values had become senseless and were replaced; `moved` parts lost their place and got
    the likeliest one; `made` parts stand in for lost ones; `unassigned` texts are in a section of
    their own; `incomplete` ones miss some of their letters. `doubtful` tells that parts deleted
    earlier may be among these.
    """

    plans: int
    sections: int
    paragraphs: int
    rows: int
    cells: int
    mended: int = 0
    moved: int = 0
    made: int = 0
    unassigned: int = 0
    incomplete: int = 0
    doubtful: bool = False

    def sentences(self) -> list[str]:
        """Say it in Romanian, the most important first."""
        there = {name: getattr(self, name) for name in _NOUNS}
        parts = [counted(there[name], *nouns) for name, nouns in _NOUNS.items() if there[name]]
        verb = "S-au recuperat" if sum(there.values()) > 1 else "S-a recuperat"
        said = [f"{verb} {_listed(parts)}."]
        for name, (one, many) in _FURTHER.items():
            if number := getattr(self, name):
                said.append(f"{counted(number, one, many)}.")
        if self.doubtful:
            said.append("Este posibil ca printre acestea să fie și părți șterse mai demult.")
        return [*said, "Fișierul deteriorat a rămas neschimbat. Verificați planul recuperat."]


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} și {last}" if first else last


def report_of(found: Found, rows: Rows) -> Report:
    """Count what is in the rows."""
    added = rows.stand_ins | rows.fillers

    def count(table: str) -> int:
        return sum((table, number) not in added for number in rows.parts[table])

    return Report(
        plans=count("plan"),
        sections=count("section"),
        paragraphs=count("paragraph"),
        rows=count("node"),
        cells=len(rows.others["cell"]),
        mended=rows.mended,
        moved=rows.moved,
        made=len(rows.stand_ins),
        unassigned=len(rows.loose),
        incomplete=rows.incomplete,
        doubtful=found.doubtful,
    )
