"""Pages of the manual found by words, without case or diacritics, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass

from dragapp.manual.markup import Part, lines_of, plain
from dragapp.manual.pages import Manual, Page
from dragapp.plan.folding import fold_placed
from dragapp.plan.word_search import WordSearch, words

#: How much of the text around a find is told, in letters.
_ROOM = 90


@dataclass(frozen=True, slots=True)
class Found:
    """A page and the piece of its text that speaks of what was looked for."""

    page: Page
    excerpt: str


class ManualSearch:
    """Finds pages by their titles first, then by what they say."""

    def __init__(self, manual: Manual) -> None:
        self._lines = {page.name: page_lines(page.parts) for page in manual.pages}
        self._search = WordSearch(
            manual.pages, lambda page: (page.title, " ".join(self._lines[page.name]))
        )

    def find(self, typed: str) -> list[Found]:
        """Return the pages that have every typed word; none where nothing is typed."""
        wanted = words(typed)
        if not wanted:
            return []
        return [Found(page, self._excerpt(page, wanted)) for page in self._search.find(typed)]

    def _excerpt(self, page: Page, wanted: list[str]) -> str:
        """Return the line with the most of the words, cut to the words."""
        lines = self._lines[page.name]
        if not lines:
            return ""
        best = max(lines, key=lambda line: len({word for word, _, _ in places(line, wanted)}))
        found = places(best, wanted)
        start = max(0, found[0][1] - _ROOM // 3) if found else 0
        if start:
            start = best.find(" ", start) + 1
        piece = best[start : start + _ROOM]
        if start + _ROOM < len(best):
            piece = f"{piece[: piece.rfind(' ')]} …"
        return f"… {piece}" if start else piece


def page_lines(parts: tuple[Part, ...]) -> list[str]:
    """Return the texts of a page's blocks."""
    return [plain(line) for part in parts for line in lines_of(part)]


def places(text: str, wanted: list[str]) -> list[tuple[str, int, int]]:
    """Return where the words begin words of a text: which, its start and its end, in order.

    The text is as typed, the words are folded. A word counts with another ending too: "vârstnici"
    in "vârstnice".
    """
    folded, typed = fold_placed(text)
    found = []
    for word in wanted:
        stem = word if len(word) < 5 or word.isdecimal() else word[:-2]
        at = folded.find(stem)
        while at >= 0:
            if at == 0 or not folded[at - 1].isalnum():
                end = at + len(stem)
                while end < len(folded) and folded[end].isalnum():
                    end += 1
                last = typed[end - 1] + 1
                found.append((word, typed[at], last))
            at = folded.find(stem, at + 1)
    return sorted(found, key=lambda each: each[1:])
