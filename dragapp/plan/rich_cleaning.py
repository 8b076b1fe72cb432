"""Cleaning of rich text: what `cleaning` and `joining` mend, with bold and italic kept in place.

Paragraphs stay what they are; only running text that a PDF has broken into lines is joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from dragapp.plan.cleaning import cleaned
from dragapp.plan.joining import joined_lines
from dragapp.plan.mending import Mended
from dragapp.plan.rich import RichText, Run, plain, rich
from dragapp.plan.section import Paragraph, ParagraphKind

#: Stands for a line end inside a paragraph while paragraphs are lines.
_INNER = "\u2028"


@dataclass(frozen=True, slots=True)
class CleanedPart:
    """Neighbouring paragraphs, by their places from `start` to before `end`, and what they become.

    `counts` says how often each kind of fault was mended, see `mending.tell`.
    """

    start: int
    end: int
    paragraphs: list[Paragraph]
    counts: Counter[tuple[str, str]]


def cleaned_parts(paragraphs: list[Paragraph], *, join: bool = True) -> list[CleanedPart]:
    """Return what cleaning changes, part by part, in the order of the paragraphs."""
    whole, _ = cleaned_paragraphs(paragraphs, join=join)
    before, after = [plain(each.text) for each in paragraphs], [plain(each.text) for each in whole]
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        CleanedPart(
            start, end, whole[first:last], cleaned_paragraphs(paragraphs[start:end], join=join)[1]
        )
        for kind, start, end, first, last in changes
        if kind != "equal"
    ]


def cleaned_paragraphs(
    paragraphs: list[Paragraph], *, join: bool = True
) -> tuple[list[Paragraph], Counter[tuple[str, str]]]:
    """Return the paragraphs with their texts mended, and how often each kind of fault was.

    With `join`, paragraphs of running text in which a sentence goes on become one, and so do lines.
    """
    counts: Counter[tuple[str, str]] = Counter()

    def mend(text: RichText, change: Callable[[str], Mended]) -> RichText:
        done = change(plain(text))
        counts.update(done.counts)
        return _restyled(text, done.text)

    steps = (cleaned, joined_lines) if join else (cleaned,)
    for step in steps:
        paragraphs = [replace(each, text=mend(each.text, step)) for each in paragraphs]
    if join:
        paragraphs = [
            each
            for running, group in groupby(paragraphs, _is_running)
            for each in (_joined(list(group), mend) if running else group)
        ]
    return paragraphs, +counts


def _is_running(paragraph: Paragraph) -> bool:
    return paragraph.kind == ParagraphKind.PLAIN and not paragraph.label


def _joined(
    group: list[Paragraph], mend: Callable[[RichText, Callable[[str], Mended]], RichText]
) -> list[Paragraph]:
    """Join neighbours of running text; what becomes of several is shaped as the first."""
    runs: list[Run] = []
    for each in group:
        runs += [Run("\n")] * bool(runs)
        runs += [replace(run, text=run.text.replace("\n", _INNER)) for run in each.text]
    # Not by `rich`, which would make a line end of what stands for one.
    whole = mend(tuple(runs), joined_lines)
    lines = _lines(whole)
    shapes = iter(group)
    return [replace(next(shapes), text=line) for line in lines]


def _lines(text: RichText) -> list[RichText]:
    """Divide a text at its line ends."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *more = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=each)] for each in more]
    return [
        rich(*(replace(run, text=run.text.replace(_INNER, "\n")) for run in line)) for line in lines
    ]


def _restyled(text: RichText, new: str) -> RichText:
    """Return other letters in the styles of those that they stand for."""
    old = plain(text)
    if new == old:
        return text
    runs = [run for run in text for _ in run.text]
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    made: list[Run] = []
    for _, start, end, first, last in changes:
        for at in range(first, last):
            place = min(start + at - first, max(end - 1, start), len(runs) - 1)
            made.append(replace(runs[place], text=new[at]))
    return _merged(made)


def _merged(letters: list[Run]) -> RichText:
    return tuple(
        Run("".join(run.text for run in group), *style)
        for style, group in groupby(letters, lambda run: (run.bold, run.italic))
    )
