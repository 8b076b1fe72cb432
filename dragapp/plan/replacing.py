"""What texts become when hits are replaced; nothing is changed here.

The dossier carries the changes out (`dossier.replacing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dragapp.plan.finding import Hit
from dragapp.plan.places import Place, Text
from dragapp.plan.rich import RichText, Run, rich
from dragapp.plan.text import clean


@dataclass(frozen=True, slots=True)
class Change:
    """A text and what it becomes; both are of one type."""

    place: Place
    old: Text
    new: Text


def changes(hits: Iterable[Hit], by: str) -> list[Change]:
    """Return what the texts of the hits become when each hit is replaced.

    The hits of a text stand one after the other, as `find` gives them. In a text with styles the
    replacement has the style of the first letter that it replaces. Texts that would stay the same
    are left out.
    """
    by = clean(by)
    made = []
    for place, group in groupby(hits, key=lambda hit: hit.place):
        found = list(group)
        old = found[0].text
        spans = [(hit.start, hit.end) for hit in found]
        new = _plain(old, spans, by) if isinstance(old, str) else _rich(old, spans, by)
        if new != old:
            made.append(Change(place, old, new))
    return made


def _plain(text: str, spans: list[tuple[int, int]], by: str) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], by]
        at = end
    return "".join([*pieces, text[at:]])


def _rich(text: RichText, spans: list[tuple[int, int]], by: str) -> RichText:
    pieces: list[Run] = []
    offset = 0
    for run in text:
        at, past = offset, offset + len(run.text)
        for start, end in spans:
            if end <= at or start >= past:
                continue
            pieces.append(
                Run(run.text[at - offset : max(start, at) - offset], run.bold, run.italic)
            )
            if start >= at:
                pieces.append(Run(by, run.bold, run.italic))
            at = min(end, past)
        pieces.append(Run(run.text[at - offset :], run.bold, run.italic))
        offset = past
    return rich(*pieces)
