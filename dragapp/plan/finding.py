"""Looking for a text in the whole plan, without case and diacritics unless asked for.

A hit never begins or ends inside a letter: "s" is not found in "ß", and "ș" that is stored as two
code points is found, and replaced, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dragapp.plan.folding import fold_alike, fold_placed, is_mark
from dragapp.plan.places import Place, PlaceKind, Text, letters, texts
from dragapp.plan.plan import Plan
from dragapp.plan.text import clean

_AROUND = 40
#: So many texts are looked through in one step.
_AT_ONCE = 100
_FILLED = {PlaceKind.HEADER_DRAFT, PlaceKind.HEADER_ADOPTED}
_PLACEHOLDER = re.compile(r"\{(?:nr|data)\}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: `whole` words only, `exact` with the case and the diacritics typed."""

    text: str
    whole: bool = False
    exact: bool = False


class Hit(NamedTuple):
    """One find: its place, the text that stands there and the span of letters in it."""

    place: Place
    text: Text
    start: int
    end: int

    @property
    def section(self) -> str:
        """The key of its section, empty for what is in none, such as the title."""
        return self.place.section

    def excerpt(self) -> Excerpt:
        """Return the hit with some words around it, on one line."""
        text = re.sub(r"\s", " ", letters(self.text))
        first = _cut(text, self.start - _AROUND, self.start, 1)
        last = _cut(text, self.end + _AROUND, self.end, -1)
        before, after = "…" * (first > 0), "…" * (last < len(text))
        shift = len(before) - first
        return Excerpt(f"{before}{text[first:last]}{after}", self.start + shift, self.end + shift)


class Excerpt(NamedTuple):
    """A line of a list of results; the hit is `text[start:end]`."""

    text: str
    start: int
    end: int


def find(plan: Plan, sought: Sought) -> list[Hit]:
    """Return every hit in printed order; hits do not overlap. Nothing sought gives nothing."""
    return find_in(texts(plan), sought)


def finding_steps(plan: Plan, sought: Sought) -> Iterator[list[Hit]]:
    """Yield what `find` returns bit by bit, each after a few milliseconds; some bits are empty."""
    listed = texts(plan)
    while known := list(islice(listed, _AT_ONCE)):
        yield find_in(known, sought)


def find_in(listed: Iterable[tuple[Place, Text]], sought: Sought) -> list[Hit]:
    """Return the hits in some texts, in their order."""
    typed = clean(sought.text)
    wanted = typed if sought.exact else fold_placed(typed)[0]
    if not wanted:
        return []
    known = list(listed)
    plain = [letters(text) for _, text in known]
    hits = []
    for number, folded in enumerate(plain if sought.exact else fold_alike(plain)):
        exact = sought.exact or folded.isascii()
        if exact and wanted not in folded:
            continue
        place, text = known[number]
        typed = plain[number]
        for start, end in _same(typed, folded, wanted) if exact else _placed(typed, wanted):
            if sought.whole and not _is_whole(typed, start, end):
                continue
            if place.kind not in _FILLED or not _in_placeholder(typed, start, end):
                hits.append(Hit(place, text, start, end))
    return hits


def _same(text: str, folded: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield the spans in a text whose folded form has the same places."""
    at = folded.find(wanted)
    while at >= 0:
        past = at + len(wanted)
        whole = past == len(text) or not is_mark(text[past])
        if whole:
            yield at, past
        at = folded.find(wanted, past if whole else at + 1)


def _placed(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield the spans in a text with unusual letters."""
    folded, places = fold_placed(text)
    at = folded.find(wanted)
    while at >= 0:
        past = at + len(wanted)
        begins = at == 0 or places[at - 1] != places[at]
        ends = past == len(folded) or places[past] != places[past - 1]
        if begins and ends:
            end = places[past - 1] + 1
            while end < len(text) and is_mark(text[end]):
                end += 1
            yield places[at], end
        at = folded.find(wanted, past if begins and ends else at + 1)


def _in_placeholder(text: str, start: int, end: int) -> bool:
    """Tell whether a span touches `{nr}` or `{data}`, which are filled when the plan is printed."""
    spans = (found.span() for found in _PLACEHOLDER.finditer(text))
    return any(start < past and at < end for at, past in spans)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word goes on at either end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_in_word(before) and _in_word(text[start])) and not (
        _in_word(after) and _in_word(text[end - 1])
    )


def _in_word(letter: str) -> bool:
    return bool(letter) and (letter.isalnum() or is_mark(letter))


def _cut(text: str, wanted: int, hit: int, step: int) -> int:
    """Return where to cut: at the wanted place or nearer to the hit, between words if possible."""
    if not 0 < wanted < len(text):
        return min(max(wanted, 0), len(text))
    place = wanted
    while place != hit and text[place - (step > 0)] != " ":
        place += step
    return wanted if place == hit else place
