"""Codes of social services (`8891 CZ-C-II`) and the nomenclator that knows them.

The nomenclator is the annex of HG 867/2015 as it is loaded, not as the law stands: a code that it
lacks may be newer, so it is unknown, never wrong. Codes are compared by their key; the typed form
is never rewritten.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from dragapp.plan.text import is_not_applicable, plain

VERSION = "2016-2017 + HG 1433/2022 parțial"
"""The state of the law that resources/nomenclator holds."""

_LATIN = str.maketrans("АВЕЅІКМНОРСТХ", "ABESIKMHOPCTX")
_ROMAN = str.maketrans("1L|", "III")
_WELL_FORMED = re.compile(r"[0-9]{4}[A-Z]{2,}(?:-[A-Z]+)*")
# A line may break inside a code; only one that begins with the four digits begins another code.
_BETWEEN = re.compile(r"[/;,]|\n(?=[^\S\n]*[0-9]{4})")
_NEAR = 2


class MatchState(Enum):
    """What the nomenclator says of a typed code."""

    FOUND = "găsit"
    AMBIGUOUS_FORM = "formă neoficială"
    UNKNOWN = "necunoscut"
    MALFORMED = "format greșit"
    EMPTY = "gol"


@dataclass(frozen=True)
class Entry:
    """A row of the nomenclator: one kind of social service.

    `display` is the printed code, `aliases` other spellings met; `category` and `name` are the
    official ones; `status` says whether the row is in force and `evidence` how that is known.
    """

    code: str
    display: str
    aliases: tuple[str, ...]
    category: str
    name: str
    beneficiaries: str
    regime: str
    status: str
    evidence: str


@dataclass(frozen=True)
class Match:
    """The answer to a typed code.

    `entry` is set where the code is found; with an ambiguous form it is the likely service, whose
    official code must be checked. `nearest` are the entries one or two slips of the keyboard away.
    """

    state: MatchState
    entry: Entry | None = None
    nearest: tuple[Entry, ...] = ()


class Nomenclator:
    """The entries in official order, found by the key of their code.

    Raises ValueError where two entries share a code or another's spelling.
    """

    def __init__(self, entries: Iterable[Entry], version: str = VERSION) -> None:
        self.entries = tuple(entries)
        self.version = version
        self._by_code: dict[str, Entry] = {}
        for entry in self.entries:
            if self._by_code.setdefault(service_key(entry.code), entry) is not entry:
                raise ValueError(f"codul {entry.code} apare de două ori în nomenclator")
        self._by_alias: dict[str, Entry] = {}
        for entry in self.entries:
            for key in {service_key(alias) for alias in entry.aliases}:
                if self._by_code.get(key, entry) is not entry or key in self._by_alias:
                    raise ValueError(f"altă scriere a codului {entry.code} este și a altui cod")
                if key not in self._by_code:
                    self._by_alias[key] = entry

    @classmethod
    def load(cls, source: Path | str, version: str = VERSION) -> Nomenclator:
        """Read the table from a file, or from its text.

        Raises OSError, and ValueError for a table that lacks a column or repeats a code.
        """
        text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
        rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), restval="")
        missing = set(Entry.__dataclass_fields__) - set(rows.fieldnames or ())
        if missing:
            raise ValueError(f"din nomenclator lipsesc coloanele: {', '.join(sorted(missing))}")
        return cls((_entry(row) for row in rows), version)

    def lookup(self, text: str) -> Match:
        """Look up one typed code; see `split_codes` for a cell that may hold several."""
        key = service_key(text)
        if not key or is_not_applicable(text):
            return Match(MatchState.EMPTY)
        entry = self._by_code.get(key)
        if entry is not None:
            return Match(MatchState.FOUND, entry)
        nearest = self._nearest(key)
        if not _WELL_FORMED.fullmatch(_normal(text)):
            return Match(MatchState.MALFORMED, None, nearest)
        entry = self._by_alias.get(key)
        if entry is not None:
            return Match(MatchState.AMBIGUOUS_FORM, entry, nearest)
        return Match(MatchState.UNKNOWN, None, nearest)

    def _nearest(self, key: str) -> tuple[Entry, ...]:
        """Return the entries at most two slips away, the nearest first."""
        distances = {
            entry.code: _distance(key, own)
            for own, entry in self._by_code.items()
            if abs(len(own) - len(key)) <= _NEAR
        }
        near = [entry for entry in self.entries if distances.get(entry.code, _NEAR + 1) <= _NEAR]
        return tuple(sorted(near, key=lambda entry: distances[entry.code]))


def service_key(text: str) -> str:
    """Return the form in which two spellings of a code are equal: no blanks, case or hyphens."""
    return _normal(text).replace("-", "")


def split_codes(cell: str) -> list[str]:
    """Return the codes that a cell holds, as typed: `8899 CZ-PN-III / 8899 CZ-PN-IV`."""
    return [code for part in _BETWEEN.split(cell) if (code := part.strip())]


def _normal(text: str) -> str:
    """Return the code in Latin capitals with its hyphens and Roman numeral, without blanks."""
    typed = "".join(plain(unicodedata.normalize("NFKC", text)).split()).upper()
    letters = typed.lstrip("0123456789")
    digits = typed.removesuffix(letters)
    latin = letters.translate(_LATIN)
    body = latin.rstrip("IVX1L|")
    return digits + body + latin.removeprefix(body).translate(_ROMAN)


def _distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, beside in enumerate(other, 1):
            change = diagonal + (letter != beside)
            diagonal, row[j] = row[j], min(change, row[j] + 1, row[j - 1] + 1)
    return row[-1]


def _entry(row: dict[str, str]) -> Entry:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    return Entry(
        row["code"],
        row["display"],
        aliases,
        row["category"],
        row["name"],
        row["beneficiaries"],
        row["regime"],
        row["status"],
        row["evidence"],
    )
