"""Text with bold and italic, the only emphasis that real plans use.

A `RichText` is a tuple of runs, never a markup string: what the user types is never read as markup.
In JSON and in the dossier it is a plain string where nothing is emphasised, otherwise a list of
strings and of objects such as `{"b": "bold"}`, `{"i": "italic"}` or `{"bi": "both"}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from dragapp.plan.text import clean


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False

    @property
    def style(self) -> str:
        """The style's name in JSON: "", "b", "i" or "bi"."""
        return ("b" if self.bold else "") + ("i" if self.italic else "")


RichText: TypeAlias = tuple[Run, ...]
JsonText: TypeAlias = str | list[str | dict[str, str]]

_STYLES = {"": (False, False), "b": (True, False), "i": (False, True), "bi": (True, True)}


def rich(*runs: Run | str) -> RichText:
    """Clean the runs, drop empty ones and join neighbours of one style."""
    joined: list[Run] = []
    for run in runs:
        bold, italic = (run.bold, run.italic) if isinstance(run, Run) else (False, False)
        text = clean(run.text if isinstance(run, Run) else run)
        if not text:
            continue
        if joined and (joined[-1].bold, joined[-1].italic) == (bold, italic):
            joined[-1] = Run(joined[-1].text + text, bold, italic)
        else:
            joined.append(Run(text, bold, italic))
    return tuple(joined)


def plain(text: Iterable[Run]) -> str:
    """Return the letters without their styles."""
    return "".join(run.text for run in text)


def to_json(text: RichText) -> JsonText:
    """Return the JSON form of a text."""
    if not any(run.style for run in text):
        return plain(text)
    return [{run.style: run.text} if run.style else run.text for run in text]


def from_json(value: object) -> RichText:
    """Read the JSON form of a text; raise ValueError, in Romanian, when it is another thing."""
    if isinstance(value, str):
        return rich(value)
    if not isinstance(value, list):
        raise ValueError("se aștepta un text")
    runs: list[Run] = []
    for item in value:
        pair = {"": item} if isinstance(item, str) else item
        if not isinstance(pair, dict) or len(pair) != 1:
            raise ValueError("o bucată de text este un șir sau un obiect cu o singură cheie")
        style, text = next(iter(pair.items()))
        if style not in _STYLES or not isinstance(text, str):
            raise ValueError('o bucată de text are cheia "b", "i" sau "bi" și un șir ca valoare')
        runs.append(Run(text, *_STYLES[style]))
    return rich(*runs)
