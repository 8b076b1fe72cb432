"""Looking into PDF objects without tripping over what is missing or of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pikepdf import Array, Name, Object, ObjectType, PdfError, Stream, String

Key = tuple[int, int]
"""The number and the generation of an indirect object; (0, 0) for a direct one."""


def entry(holder: Any, *path: str) -> Any:
    """Return what stands at the end of a path of keys, None where the path breaks off."""
    for key in path:
        kind = holder._type_code if isinstance(holder, Object) else None
        if kind is ObjectType.stream:
            holder = holder.stream_dict
        elif kind is not ObjectType.dictionary:
            return None
        holder = holder.get(key)
    return holder


def name(holder: Any, *path: str) -> str:
    """Return a name without its slash, empty where there is none."""
    found = entry(holder, *path)
    return str(found)[1:] if isinstance(found, Name) else ""


def text(holder: Any, *path: str) -> str | None:
    """Return a text string, None where there is none."""
    found = entry(holder, *path)
    return str(found) if isinstance(found, String) else None


def whole(holder: Any, *path: str) -> int | None:
    """Return a whole number, None where there is none."""
    found = entry(holder, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def number(value: Any) -> float:
    """Return a number, 0 for what is not one."""
    return float(value) if isinstance(value, (int, float, Decimal)) else 0.0


def data_of(stream: Any) -> bytes:
    """Return a stream's data, none for what cannot be read: `syntax` tells of that."""
    try:
        return stream.read_bytes() if isinstance(stream, Stream) else b""
    except PdfError:
        return b""


def items(holder: Any, *path: str) -> list[Any]:
    """Return the members of an array, or the one value that stands in its place."""
    found = entry(holder, *path)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def key_of(value: Any) -> Key:
    """Return which indirect object this is."""
    number, generation = getattr(value, "objgen", (0, 0))
    return number, generation


def number_tree(root: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree in the order in which they stand."""
    flat = items(root, "/Nums")
    for key, value in zip(flat[::2], flat[1::2], strict=False):
        if isinstance(key, int):
            yield key, value
    for kid in items(root, "/Kids"):
        yield from number_tree(kid)
