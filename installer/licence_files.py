"""Texts of licences, read from wherever they lie."""

from __future__ import annotations

from pathlib import Path

#: Texts that no shipped package brings along; their README says where they are from.
TEXTS = Path(__file__).with_name("licence_texts")
#: The program's own licence.
GPL = Path(__file__).parent.parent / "LICENSE"

#: A text and its title.
Text = tuple[str, str]


def read(*paths: Path, below: Path | None = None) -> tuple[Text, ...]:
    """Return the texts of files, each with its name, or its path below a folder, as the title."""
    names = (path.relative_to(below).as_posix() if below else path.name for path in paths)
    texts = (_decoded(path.read_bytes()) for path in paths)
    return tuple(zip(names, texts, strict=True))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older licences have their authors' names in the alphabet of Western Europe.
        return data.decode("cp1252")
