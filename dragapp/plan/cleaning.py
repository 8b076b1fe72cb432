"""Cleaning of text that was copied from a PDF or from Word, when the user asks for it.

Letters, blanks, bullets and quotation marks are mended; words and numbers stay as they were typed.
Of lines, only words broken at their ends are put together; `joining` does the rest.
"""

from __future__ import annotations

import re
from collections import Counter

from dragapp.plan.broken_letters import BROKEN_LETTERS
from dragapp.plan.cell_block import CellBlock
from dragapp.plan.joining import HYPHENATION
from dragapp.plan.mending import Mended, Mending, mended, tell
from dragapp.plan.text import PASTED_BULLETS

#: Letters that are bullets in the fonts of pictures, at the beginning of a line.
_LETTER_BULLETS = {"·": "•", "§": "▪", "Ø": "➤", "ü": "✓", "v": "❖", "o": "•"}
_BULLETS = "".join(map(chr, PASTED_BULLETS))


def _bullet(found: re.Match[str]) -> str:
    sign = found[0].strip()
    if sign in _LETTER_BULLETS:
        return f"{_LETTER_BULLETS[sign]} "
    return sign.translate(PASTED_BULLETS) if sign in _BULLETS else "• "


_MENDINGS = (
    *BROKEN_LETTERS,
    HYPHENATION,
    Mending(
        "caracter invizibil",
        "caractere invizibile",
        re.compile(
            "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
            r"|(?<=\w)\u200d|\u200d(?=\w)"
        ),
        lambda found: "",
    ),
    Mending(
        "marcator de listă",
        "marcatori de listă",
        re.compile(
            rf"[{_BULLETS}]|^ *[\uf020-\uf0ff]\s"
            r"|^ *(?:[·Øü§]\s+|[ov](?:\t| {2,})\s*)(?=[^\W\d_])",
            re.MULTILINE,
        ),
        _bullet,
    ),
    Mending(
        "spațiu special",
        "spații speciale",
        re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"),
        lambda found: " ",
    ),
    Mending(
        "spațiu la capăt de rând",
        "spații la capete de rând",
        re.compile(r"^ +| +$", re.MULTILINE),
        lambda found: "",
    ),
    Mending(
        "spațiu greșit lângă un semn de punctuație",
        "spații greșite lângă semne de punctuație",
        re.compile(r" +(?=,(?!,)|[;!?)\]]|[:.](?![.…\w/\\])|[”»](?!\w))|(?<=[(\[„«]) +"),
        lambda found: "",
    ),
    Mending("spațiu dublu", "spații duble", re.compile(r" {2,}"), lambda found: " "),
    Mending(
        "semn de citare greșit",
        "semne de citare greșite",
        re.compile(r"(?<![^\s(\[]),,(?=\w)|(?<=[\w.!?])''"),
        lambda found: "„" if found[0] == ",," else "”",
    ),
    Mending(
        "semn de citare greșit",
        "semne de citare greșite",
        re.compile(r"(?P<inside>„[^„”“\"\n]*)[“\"]"),
        lambda found: f"{found['inside']}”",
    ),
)  # fmt: skip


def cleaned(text: str) -> Mended:
    """Return the text with what copying has broken mended, and the count of what was.

    Text that needs nothing, and text that was cleaned, comes back as it is.
    """
    return mended(text, _MENDINGS)


def cleaned_block(block: CellBlock) -> tuple[CellBlock, str]:
    """Return a block with its texts cleaned, and in Romanian what was mended in all of them."""
    counts: Counter[tuple[str, str]] = Counter()

    def change(text: str) -> str:
        done = cleaned(text)
        counts.update(done.counts)
        return done.text

    return block.changed(change), tell(counts)
