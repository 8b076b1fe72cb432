"""The lines into which a PDF breaks a paragraph, put together again when the user asks for it.

Only what shows that a sentence goes on joins two lines: the next one begins with a small letter,
or this one ends where no sentence ends. Lists, titles and paragraphs thus stay apart; a line that
should have been joined can be joined by hand, while one joined wrongly is hard to find.
"""

from __future__ import annotations

import re
from collections import Counter

from dragapp.plan.mending import Mended, Mending, mended

_SMALL = "a-zăâîșț"
#: Before these a hyphen at the end of a line belongs to the word: dintr-un, socio-economic.
_HYPHENATED = frozenset(
    (
        *("într", "dintr", "printr", "s", "n", "m", "l", "i", "v", "c", "d", "ș", "ț"),
        *("administrativ", "administrativă", "administrative", "socio", "economico", "medico"),
        *("juridico", "tehnico", "educativ", "instructiv"),
    )
)
#: Words after which no line of an official text ends, capitals or numbers following.
_GOING_ON = frozenset(
    (
        *("al", "a", "ai", "ale", "cu", "de", "din", "în", "la", "pe", "pentru", "prin", "privind"),
        *("și", "sau", "ori", "către", "după", "fără", "între", "sub", "spre", "dintre", "lui"),
        *("nr.", "art.", "alin.", "lit.", "pct.", "str.", "jud.", "com.", "dl.", "dna.", "H.G."),
        *("comuna", "comunei", "orașul", "orașului", "municipiul", "municipiului", "județul"),
        *("județului", "satul", "satului", "Consiliul", "Consiliului", "anul", "anului"),
        *("Primăria", "Primăriei", "Guvernului", "Legea", "Legii", "dlui"),
    )
)
_LIST_MARK = re.compile(
    r"[-–•▪➤❖✓☐*·]\s|\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s"
)
_ENDS = (";", ":", ".", "!", "?", "…")
_COUNTED = ("rând unit cu cel de dinainte", "rânduri unite cu cele de dinainte")


def _whole_word(found: re.Match[str]) -> str:
    word, hyphen = found["word"], found["hyphen"]
    return f"{word}-" if word in _HYPHENATED and hyphen != "\u00ad" else word


#: A word that is broken at the end of a line, between small letters.
HYPHENATION = Mending(
    "cuvânt despărțit la capăt de rând",
    "cuvinte despărțite la capăt de rând",
    re.compile(rf"(?<!\w)(?P<word>\w*[{_SMALL}])(?P<hyphen>[-\u2010\u00ad]) *\n *(?=[{_SMALL}])"),
    _whole_word,
)


def joined_lines(text: str) -> Mended:
    """Return the text with the lines of each paragraph joined, and the count of them.

    Words broken at line ends are put together too. A blank line stays between paragraphs. Joining
    the joined text changes nothing.
    """
    words = mended(text, (HYPHENATION,))
    lines: list[str] = []
    count = 0
    for line in words.text.split("\n"):
        if lines and _goes_on(lines[-1], line):
            lines[-1] = _put_together(lines[-1], line)
            count += 1
        else:
            lines.append(line)
    return Mended("\n".join(lines), words.counts + Counter({_COUNTED: count}))


def _goes_on(line: str, following: str) -> bool:
    line, following = line.rstrip(" "), following.lstrip(" ")
    if not line.strip() or not following.strip() or _LIST_MARK.match(following):
        return False
    last = line.split()[-1].lstrip("(„\"'")
    if last in _GOING_ON or line.endswith((",", "(", "„")):
        return True
    return following[0].islower() and not line.endswith(_ENDS)


def _put_together(line: str, following: str) -> str:
    line, following = line.rstrip(" "), following.lstrip(" ")
    hyphened = re.search(r"\w[-\u2010]\Z", line) is not None
    return line + following if hyphened else f"{line} {following}"
