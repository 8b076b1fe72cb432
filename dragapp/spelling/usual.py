"""How often a word stands in what the program brings: the form, the nomenclator, the acts.

Where letters without diacritics may stand for several words ("masura": măsură, măsura), the one
that such plans use more often is proposed first.
"""

from __future__ import annotations

from collections import Counter

from dragapp import resources
from dragapp.spelling.words import words

_FOLDERS = (("forms", "*.toml"), ("nomenclator", "*.csv"), ("acts", "*.toml"))


def usual_words() -> Counter[str]:
    """Return the words in small letters with their counts; raise OSError for a missing file."""
    counts: Counter[str] = Counter()
    for folder, pattern in _FOLDERS:
        for path in sorted(resources.folder(folder).glob(pattern)):
            counts.update(each.word.lower() for each in words(path.read_text(encoding="utf-8")))
    return counts
