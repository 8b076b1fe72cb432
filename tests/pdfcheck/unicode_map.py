"""The ToUnicode map of a font: which text each character code stands for."""

from __future__ import annotations

import re

SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
CHAR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]*)>")
LARGEST = 0xFFFF


def read_map(cmap: bytes) -> dict[int, str]:
    """Return the text of each code that the map names; what is not a map gives nothing."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(cmap):
        if kind == b"char":
            found |= {_code(code): _text(text) for code, text in CHAR.findall(body)}
            continue
        for first, last, start, listed in RANGE.findall(body):
            codes = range(_code(first), min(_code(last), LARGEST) + 1)
            if listed:
                texts = [_text(one) for one in HEXADECIMAL.findall(listed)]
                found |= dict(zip(codes, texts, strict=False))
            else:
                found |= _counted(codes, _text(start))
    return found


def _counted(codes: range, start: str) -> dict[int, str]:
    # Only the last character counts up (ISO 32000-1, 9.10.3).
    if not start:
        return {}
    return {code: start[:-1] + chr(ord(start[-1]) + code - codes.start) for code in codes}


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _text(digits: bytes) -> str:
    written = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(written if len(written) % 2 == 0 else written + "0").decode(
        "utf-16-be", "replace"
    )
