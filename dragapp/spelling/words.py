"""Text cut into the words whose spelling can be judged.

Left out is what is never wrong: codes and whatever has a digit, words in capitals with their
endings ("DGASPC-ului"), Roman numerals, abbreviations, addresses of sites and of mail,
placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragapp.spelling.letters import standard

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_INSIDE = "-\u2010\u2011'’"
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+|[^\s@,;()]+@[^\s@,;()]+"
    r"|(?:[\w-]+\.)+(?:ro|eu|com|org|net|gov)\b(?!\.\w)|\{[^{}\s]*\})"
    rf"|\w(?:[\w{_MARKS}]|[{_INSIDE}](?=\w))*"
)
# "DGASPC-ului", "ONG-urile", "CV-ul"
_INFLECTED = re.compile(r"[A-ZĂÂÎȘȚ]{2,}(?:-[A-ZĂÂÎȘȚ]+)*-[a-zăâîșț]{1,7}")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
#: So long may an abbreviation be that the list below lacks.
_SHORT = 4
_ABBREVIATIONS = """
alin anex ap apart art aut benef benf bir bl buc ca cca civ comp com conf crt cpt dir dl dlui dna
dnei dvs dr ec ed et ex fax ing insp inst jr jud lit loc lt max mil mld min mun mr mrd nr obs ord
par pag pct pers pl pp prof pt reg resp sc sec sem serv sf spec sr str subpct tab tel trim univ urm
vol etc ha kg km lei mii ml mm cm mc mp
"""
#: Abbreviations and units of plans; in tables they stand without a full stop too.
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the dictionary would spell it, and where it stands: `text[start:end]`."""

    word: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words that can be right or wrong."""
    for found in _TOKEN.finditer(text):
        word = None if found["address"] else judged(found.group())
        if word and not _is_abbreviation(word, text, found.end()):
            yield Word(word, found.start(), found.end())


@lru_cache(maxsize=50_000)
def judged(typed: str) -> str | None:
    """Return a word as the dictionary would spell it, None where it is never wrong.

    That is a code, a word in capitals, a Roman numeral or an abbreviation.
    """
    word = standard(typed)
    never_wrong = (
        len(word) < 2
        or not word.replace("-", "").replace("'", "").isalpha()
        or word.isupper()
        or _INFLECTED.fullmatch(word)
        or _ROMAN.fullmatch(word)
        or word.lower() in ABBREVIATIONS
    )
    return None if never_wrong else word


def _is_abbreviation(word: str, text: str, end: int) -> bool:
    """Tell whether a short word has a full stop behind which no new sentence begins."""
    if len(word) > _SHORT or text[end : end + 1] != ".":
        return False
    after = text[end + 1 : end + 3]
    following = after.lstrip(" ")[:1]
    return following.islower() or following.isdecimal() or bool(after[:1].strip())
