"""Romanian letters that programs have broken, and how each of these breakages is mended.

None of the patterns finds anything in sound Romanian text; where a sign is also used for itself
(2º, São Paulo), its surroundings decide.
"""

from __future__ import annotations

import re
import unicodedata

from dragapp.plan.mending import Mending
from dragapp.plan.text import commas_below

_SIGNS = "ăâîșț\u015f\u0163ĂÂÎȘȚ\u015e\u0162éöüóá„”“’‘«»–—…•°§"


def _misread() -> dict[str, str]:
    """Return what becomes of signs written in UTF-8 and read in an encoding of Windows."""
    misread = {
        "".join(_letter(byte, encoding) for byte in sign.encode("utf-8")): sign
        for sign in _SIGNS
        for encoding in ("cp1252", "cp1250", "latin-1")
    }
    # The last byte of ” has no sign in Western Europe and was lost on the way.
    return misread | {"â€": "”"}


def _letter(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


_MISREAD = _misread()
_LONGEST_FIRST = sorted(_MISREAD, key=len, reverse=True)

_L = r"[^\W\d_]"
#: Letters of Central Europe shown with the signs that Western Europe has in their place, and those
#: of fonts from before Romanian letters were in Unicode.
_OTHER_FONTS = {
    "ã": "ă", "Ã": "Ă", "þ": "ț", "Þ": "Ț", "º": "ș", "ª": "Ș", "Ń": "ț", "Ġ": "ț", "ú": "ș",
}  # fmt: skip
_IN_OTHER_FONTS = (
    rf"[ãÃ](?![oO])(?:(?<={_L}{{2}})|(?={_L}))",
    rf"[þÞĠ](?:(?<={_L}{{2}})|(?={_L}))",
    rf"(?<={_L}{{2}})º|(?<!\d)º(?={_L})(?![CF]\b)",
    rf"(?<!\d)ª(?={_L})",
    r"(?<=[a-zăâîșț])Ń",
    r"\bú(?=i\b)",
)

_ACCENTS = {
    "˘a": "ă", "˘A": "Ă", "ˆa": "â", "ˆA": "Â", "ˆi": "î", "ˆI": "Î", "ˆı": "î",
    "¸s": "ș", "¸S": "Ș", "¸t": "ț", "¸T": "Ț",
}  # fmt: skip
_COMBINING = str.maketrans("\u0306\u0302\u0326\u0327", "˘ˆ¸¸")
# The accent stands behind its letter, or before it, there maybe a blank apart from it.
_APART = (
    r"[aA](?:˘| \u0306)",
    r"[aAiIı](?:ˆ| \u0302)",
    r"[sStT](?:¸| [\u0326\u0327])",
    rf"(?<![aA])˘(?:[aA]|(?<={_L}˘) [aA])",
    rf"(?<![aAiI])ˆ(?:[aAiIı]|(?<={_L}ˆ) [aAiIı])",
    rf"(?<![sStT])¸(?:[sStT]|(?<={_L}¸) [sStT])",
)

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def _with_accent(found: re.Match[str]) -> str:
    signs = found[0].translate(_COMBINING).replace(" ", "")
    return _ACCENTS.get(signs) or _ACCENTS[signs[::-1]]


#: The breakages of letters, in the order in which they are mended.
BROKEN_LETTERS = (
    Mending(
        "literă greșit decodată",
        "litere greșit decodate",
        re.compile("|".join(map(re.escape, _LONGEST_FIRST))),
        lambda found: _MISREAD[found[0]],
    ),
    Mending(
        "literă descompusă",
        "litere descompuse",
        re.compile(rf"{_L}[\u0300-\u036f]+"),
        lambda found: unicodedata.normalize("NFC", found[0]),
    ),
    Mending(
        "semn desprins de literă",
        "semne desprinse de litere",
        re.compile("|".join(_APART)),
        _with_accent,
    ),
    Mending(
        "literă din alt font",
        "litere din alte fonturi",
        re.compile("|".join(_IN_OTHER_FONTS)),
        lambda found: _OTHER_FONTS[found[0]],
    ),
    Mending(
        "literă cu sedilă",
        "litere cu sedilă",
        re.compile("[\u015e\u015f\u0162\u0163]"),
        lambda found: commas_below(found[0]),
    ),
    Mending(
        "ligatură",
        "ligaturi",
        re.compile(f"[{''.join(_LIGATURES)}]"),
        lambda found: _LIGATURES[found[0]],
    ),
)
