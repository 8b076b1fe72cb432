"""Labels in front of headings, list items and rows: patterns, their numbers, and counting.

A pattern holds at most one placeholder, `{1}`, `{I}`, `{i}`, `{A}` or `{a}`, and the text around it
("Capitolul {I}.", "c.{1}.", "Obiectiv {1}."); a pattern without a placeholder prints as it is
("➤", "II."). What the user typed instead of the automatic number is called `typed`:

- None: the next number;
- "": no label, and nothing is counted (the torn first row of a page that was lost);
- text: printed in place of the number; when it reads as a number, or ends in one that follows
  another ("1.2."), the count goes on from it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

PLACEHOLDER = re.compile(r"\{([1IiAa])\}")
DOTTED = re.compile(r"([^{}]*[0-9]\.)([0-9]{1,6})([.)]?)")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def ordinal(number: int, style: str) -> str:
    """Write a number above zero in the style of a placeholder; after z comes aa."""
    if style == "1":
        return str(number)
    if style in "Ii":
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
        return text if style == "I" else text.lower()
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text if style == "A" else text.lower()


def read_ordinal(text: str, style: str) -> int | None:
    """Read what `ordinal` writes; None when it is something else."""
    if style == "1":
        return int(text) if re.fullmatch(r"[0-9]{1,6}", text) and int(text) > 0 else None
    if style in "Aa":
        letters = text.upper()
        if not re.fullmatch(r"[A-Z]{1,3}", letters):
            return None
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - ord("A") + 1
        return number
    letters, number = text.upper(), 0
    for value, sign in _ROMAN:
        while letters.startswith(sign):
            number, letters = number + value, letters[len(sign) :]
    written = ordinal(number, "I") if 0 < number < 4000 else ""
    return number if written and not letters and written == text.upper() else None


def counts(pattern: str) -> bool:
    """Tell whether the pattern has a place for a number."""
    return PLACEHOLDER.search(pattern) is not None


def render(pattern: str, number: int) -> str:
    """Fill a pattern with a number."""
    return PLACEHOLDER.sub(lambda found: ordinal(number, found[1]), pattern, count=1)


def read_typed(pattern: str, typed: str) -> int | None:
    """Tell which number a typed label stands for: "2", "2." or the filled pattern itself."""
    found = PLACEHOLDER.search(pattern)
    if found is None:
        return None
    style, text = found[1], typed.strip()
    before, after = pattern[: found.start()].strip(), pattern[found.end() :].strip()
    if text.startswith(before) and text.endswith(after) and len(text) > len(before + after):
        text = text[len(before) : len(text) - len(after) or None].strip()
    text = text.rstrip(".)").strip()
    number = read_ordinal(text, style)
    return number if number is not None else read_ordinal(text, "1")


class Numbering:
    """Counts labels of one list in reading order; each scope has a count of its own."""

    def __init__(self) -> None:
        self._counts: dict[Hashable, int] = {}
        self._patterns: dict[Hashable, str] = {}

    def label(self, scope: Hashable, pattern: str, typed: str | None) -> str:
        """Return the label to print for the next item of the scope."""
        if typed == "":
            return ""
        if not counts(pattern):
            return pattern if typed is None else typed
        if typed is None:
            number = self._counts.get(scope, 0) + 1
            self._counts[scope] = number
            return render(self._patterns.get(scope, pattern), number)
        read = read_typed(pattern, typed)
        if read is None:
            self._go_on(scope, typed)
            return typed
        self._patterns.pop(scope, None)
        self._counts[scope] = read
        bare = typed.strip() in (str(read), ordinal(read, PLACEHOLDER.findall(pattern)[0]))
        return render(pattern, read) if bare else typed

    def _go_on(self, scope: Hashable, typed: str) -> None:
        """Let a typed "1.2." be followed by "1.3.", as its own pattern."""
        found = DOTTED.fullmatch(typed.strip())
        if found:
            self._patterns[scope] = f"{found[1]}{{1}}{found[3]}"
            self._counts[scope] = int(found[2])

    def restart(self, scope: Hashable) -> None:
        """Let the scope begin at one again."""
        self._counts.pop(scope, None)
        self._patterns.pop(scope, None)
