"""The texts that Qt may show, read from one of the catalogues that come with it (*.qm)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_MAGIC, _MESSAGES = 16, 0x69
#: Parts of a message: its end, its English text, where Qt asks for it.
_END, _TEXT, _CONTEXT = 1, 6, 7


def catalogue() -> Path:
    """Return Qt's German catalogue: every catalogue has the English texts too."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return Path(folder) / "qtbase_de.qm"


def texts(path: Path) -> set[tuple[str, str]]:
    """Return every text of a catalogue with its context."""
    parts: dict[int, str] = {}
    found = set()
    for tag, data in _messages(_section(path.read_bytes(), _MESSAGES)):
        if tag == _END:
            found.add((parts.get(_CONTEXT, ""), parts.get(_TEXT, "")))
            parts = {}
        elif tag in (_TEXT, _CONTEXT):
            parts[tag] = data.decode()
    return found


def _section(data: bytes, wanted: int) -> bytes:
    place = _MAGIC
    while place < len(data):
        length = int.from_bytes(data[place + 1 : place + 5], "big")
        if data[place] == wanted:
            return data[place + 5 : place + 5 + length]
        place += 5 + length
    raise AssertionError("no messages in the catalogue")


def _messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(data):
        tag = data[place]
        place += 1
        if tag == _END:
            yield tag, b""
            continue
        length = int.from_bytes(data[place : place + 4], "big")
        yield tag, data[place + 4 : place + 4 + length]
        place += 4 + length
