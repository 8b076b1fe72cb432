"""A dictionary in Hunspell's format: which words there are, and which look like a given one.

Stems are found by their letters without diacritics, so that one look tells both whether a word is
right and what it would be with the right diacritics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragapp.plan.folding import fold_alike
from dragapp.plan.text import fold
from dragapp.spelling.affixes import Affixes, Prefix, Suffix
from dragapp.spelling.letters import folded, lower_first

_NO_PREFIX = Prefix("", "", "")
_PIECE = 4_000


class Dictionary:
    """Stems with their flags, and the affixes that the flags allow."""

    def __init__(self, affixes: Affixes, listed: Iterable[str]) -> None:
        """Take the lines of word lists, `stem/FLAGS` each, without their counts."""
        self._affixes = affixes
        self._stems: dict[str, str] = {}
        lines = [line for line in listed if line]
        # A piece at a time: each call holds up the other threads.
        for start in range(0, len(lines), _PIECE):
            self._add(lines[start : start + _PIECE])

    def _add(self, lines: list[str]) -> None:
        for line, alike in zip(lines, fold_alike(lines), strict=True):
            key = (alike if alike.isascii() else fold(line)).partition("/")[0]
            other = self._stems.get(key)
            self._stems[key] = line if other is None else f"{other}\n{line}"

    def has(self, word: str) -> bool:
        """Tell whether it is a word; any word may have a capital first letter."""
        small = lower_first(word) if word[1:] == word[1:].lower() else word
        return any(form in (word, small) for form in self.forms(folded(word)))

    def forms(self, letters: str) -> Iterator[str]:
        """Yield the words that have these folded letters, some maybe twice."""
        yield from self._forms(letters, _NO_PREFIX)
        for prefix in self._affixes.prefixes:
            if letters.startswith(prefix.folded):
                yield from self._forms(letters.removeprefix(prefix.folded), prefix)

    def stems(self) -> Iterator[str]:
        """Yield every stem's folded letters."""
        yield from self._stems

    def inflected(self, letters: str) -> Iterator[str]:
        """Yield the words that are made of the stems with these folded letters."""
        for stem, flags in self._entries(letters):
            yield stem
            for by_strip in self._affixes.suffixes.values():
                for strip, by_flag in by_strip.items():
                    if letters.endswith(strip):
                        for flag in flags:
                            for suffix in by_flag.get(flag, ()):
                                if form := suffix.attached(stem):
                                    yield form

    def _entries(self, letters: str) -> Iterator[tuple[str, str]]:
        listed = self._stems.get(letters)
        if listed is not None:
            for line in listed.split("\n"):
                stem, _, flags = line.partition("/")
                yield stem, flags

    def _forms(self, letters: str, prefix: Prefix) -> Iterator[str]:
        """Yield the words that are the prefix and a form with these folded letters."""
        for stem, flags in self._entries(letters):
            if prefix.flag in flags:
                yield prefix.add + stem
        suffixes = self._affixes.suffixes
        for length in range(min(self._affixes.longest, len(letters) - 1) + 1):
            place = len(letters) - length
            by_strip = suffixes.get(letters[place:])
            if by_strip is None:
                continue
            for strip, by_flag in by_strip.items():
                if letters[:place] + strip in self._stems:
                    for stem, flags in self._entries(letters[:place] + strip):
                        if prefix.flag in flags:
                            yield from _attached(stem, flags, by_flag, prefix)


def _attached(
    stem: str, flags: str, by_flag: dict[str, list[Suffix]], prefix: Prefix
) -> Iterator[str]:
    for flag in flags:
        for suffix in by_flag.get(flag, ()):
            form = suffix.attached(stem)
            if form is not None:
                yield prefix.add + form
