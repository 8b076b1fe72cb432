"""How each object is written: what stands around it, its strings and the ends of its stream.

PDF/A-2 6.1.6 (hexadecimal strings), 6.1.7.1 (streams) and 6.1.9 (objects), which a reader that
mends what it reads does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

EOL = rb"(?:\r\n|\r|\n)"
HEAD = re.compile(rb"(\d+)[\0\t\f ](\d+)[\0\t\f ]obj" + EOL)
TOKEN = re.compile(rb"%[^\r\n]*|<<|>>|<[^>]*>|\(|/[^\s()<>\[\]{}/%]*|[\[\]{})]|[^\s()<>\[\]{}/%]+")
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
HEXADECIMAL = re.compile(rb"<[0-9A-Fa-f\s]*>")


def object_faults(data: bytes, offsets: list[int], pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with the writing of the objects that begin at the offsets."""
    for offset in offsets:
        head = HEAD.match(data, offset)
        if head is None or (offset and data[offset - 1 : offset] not in b"\r\n"):
            yield f"object-written: at {offset}: {data[offset : offset + 20]!r}"
            continue
        which = f"object {int(head[1])}"
        yield from (f"{fault[0]}: {which}: {fault[1]}" for fault in _body(data, head.end(), pdf))


def _body(data: bytes, position: int, pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    last: list[bytes] = []
    depth = 0
    length: list[bytes] = []
    while (token := TOKEN.search(data, position)) is not None:
        word = token[0]
        position = token.end()
        if word == b"(":
            position = _past_string(data, position)
        elif word in (b"<<", b">>"):
            depth += 1 if word == b"<<" else -1
        elif word.startswith(b"<") and (fault := _hexadecimal(word)):
            yield "hexadecimal", fault
        elif word == b"endobj":
            if not re.search(EOL + rb"\Z", data[token.start() - 2 : token.start()]):
                yield "object-written", "endobj does not stand at the beginning of a line"
            return
        elif word == b"stream" and depth == 0:
            position, fault = _past_stream(data, position, _length(length, pdf))
            if fault:
                yield "stream", fault
                return
        if depth == 1 and b"/Length" in last[-3:]:
            length = [*length, word]
        last = [*last[-2:], word]
    yield "object-written", "no endobj"


def _past_string(data: bytes, position: int) -> int:
    depth = 1
    while depth and (found := PARENTHESIS.search(data, position)) is not None:
        position = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
    return position


def _hexadecimal(word: bytes) -> str:
    if not HEXADECIMAL.fullmatch(word):
        return f"{word[:30]!r} has other characters than digits"
    return f"{word[:30]!r} has an odd number of digits" if len(b"".join(word.split())) % 2 else ""


def _length(words: list[bytes], pdf: pikepdf.Pdf) -> int | None:
    if not words or not words[0].isdigit():
        return None
    if words[2:3] != [b"R"]:
        return int(words[0])
    value = pdf.get_object(int(words[0]), int(words[1]))
    return value if isinstance(value, int) else None


def _past_stream(data: bytes, position: int, length: int | None) -> tuple[int, str]:
    begin = re.compile(rb"\r\n|\n").match(data, position)
    if begin is None:
        return position, "stream is not followed by its end of line"
    if length is None:
        return position, "its length is not told"
    end = begin.end() + length
    closing = re.compile(EOL + rb"endstream\b").match(data, end)
    if closing is not None:
        return closing.end(), ""
    if data.startswith(b"endstream", end):
        return end, "no end of line before endstream"
    real = data.find(b"endstream", begin.end()) - begin.end()
    return end, f"its length is given as {length} where endstream comes after {real} bytes"
