"""Real plans as text, cut into the pieces that must be found in everything made from them.

The texts in `data/sources` are conversions: bold and italic are marked with asterisks and tags, a
tab parts the cells of a table, and a hyphen may stand before an item that has a label of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_FOLDER = Path(__file__).parent / "data" / "sources"
NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


def source(name: str) -> str:
    """Return the text of a real plan."""
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def from_title(text: str) -> str:
    """Return the text from the plan's title, the first bold text, without a decision before it."""
    return text[text.index("**") :]


def annex_part(name: str) -> str:
    """Return the text of a real plan as far as it is printed: without the decision before it."""
    decision, adopted, annex = source(name).partition("Prezenta hotărâre a fost adoptată")
    return annex[annex.index("\n") :] if adopted else decision


def normal(text: str) -> str:
    """Return the letters and digits alone: what no layout may lose or reorder."""
    return "".join(letter for letter in text if letter.isalnum())


def pieces(text: str) -> list[str]:
    """Cut a text into its paragraphs, items, headings and cells, in order.

    Pieces without a letter or a digit, such as the cells "-" and "*", are left out.
    """
    cut = (piece for line in text.split("\n") for piece in _untagged(line).split("\t"))
    return [piece.strip() for piece in cut if normal(piece)]


def table_rows(text: str) -> list[tuple[str, ...]]:
    """Return the cells of each table row that are not empty, exactly as typed but for blanks."""
    lines = (_untagged(line).split("\t") for line in text.split("\n") if "\t" in line)
    return [filled(cells) for cells in lines]


def filled(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells that are not empty, their blanks and line ends as single spaces."""
    return tuple(" ".join(cell.split()) for cell in cells if cell.strip())


def missing(wanted: Iterable[str], found: Iterable[str]) -> list[str]:
    """Return the wanted pieces that are not among those found, each whole and in order."""
    units = [normal(unit) for unit in found]
    place, lost = 0, []
    for piece in wanted:
        try:
            place = units.index(normal(piece), place) + 1
        except ValueError:
            lost.append(piece)
    return lost


def _untagged(line: str) -> str:
    return re.sub(r"</?[bi]>", "", line)
