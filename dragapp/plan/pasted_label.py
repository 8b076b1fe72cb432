"""Labels that came with a pasted text: the program counts for itself and prints its own."""

from __future__ import annotations

import re

from dragapp.plan.label import PLACEHOLDER, read_ordinal

_COUNT = {"1": "[0-9]{1,3}", "I": "[IVXLC]{1,7}", "i": "[ivxlc]{1,7}", "A": "[A-Z]", "a": "[a-z]"}
_BARE = re.compile(r"\(?(?:[0-9]{1,3}[.)]?|(?:[IVXLCivxlc]{1,7}|[A-Za-z])[.)])")


def reads_as_number(text: str) -> bool:
    """Tell whether a cell holds a number for counting rows and nothing else."""
    return _BARE.fullmatch(text.strip()) is not None


def without_label(pattern: str, text: str) -> tuple[int | None, str]:
    """Return the number in front of a text, if the pattern has one, and the text without it.

    A text that does not begin with the pattern's label stays as it is.
    """
    found = PLACEHOLDER.search(pattern)
    if not pattern.strip():
        return None, text
    if found is None:
        label = re.match(rf"\s*{re.escape(pattern.strip())}\s*", text)
        return None, text[label.end() :] if label else text
    before, after = pattern[: found.start()].strip(), pattern[found.end() :].strip()
    label = re.match(
        rf"\s*{_loose(before)}\s*({_COUNT[found[1]]}){re.escape(after)}(\s+|(?=[^\W\d_])|\Z)", text
    )
    # A number that stands by itself belongs to the text: "38 de persoane" has no label.
    if label is None or not (before or after or label.end() == len(text)):
        return None, text
    return read_ordinal(label[1], found[1]), text[label.end() :]


def _loose(words: str) -> str:
    """Return a pattern of words that takes any case and any blanks between them."""
    return "(?i:" + r"\s+".join(re.escape(word) for word in words.split()) + ")"
