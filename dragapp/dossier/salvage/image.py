"""The bytes of a damaged file as pages, whatever its header says of them."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

from dragapp.dossier.salvage.layout import Layout, layout, likely_kind
from dragapp.dossier.salvage.page_format import INNER, KINDS, OF_INDEXES, TABLE_INNER, number

#: What a dossier is made with comes first.
_SIZES = (4096, 512, 1024, 2048, 8192, 16384, 32768, 65536)
_MAGIC = b"SQLite format 3\0"
_FILE_HEADER = 100
#: So much is read at once, and again in smaller pieces where the disk refuses; a sector at last.
_PIECES = (1 << 20, 4096, 512)


class Image:
    """A file's pages, numbered from 1 as SQLite does; what is missing of the last is zeros.

    All of a page is used: the program never asked SQLite to keep bytes back at its end.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = max(_SIZES, key=lambda size: _likely_pages(data, size))
        self.count = -(-len(data) // self.size)
        self._kinds: dict[int, int | None] = {}
        self._layouts: dict[tuple[int, int], Layout] = {}

    def page(self, page: int) -> bytes:
        """Return a page."""
        start = (page - 1) * self.size
        return self.data[start : start + self.size].ljust(self.size, b"\0")

    def start(self, page: int) -> int:
        """Return where the tree begins in a page: on the first one after the file's header.

        Unless another page has come into its place.
        """
        if page > 1:
            return 0
        content = self.page(page)
        moved = content[0] in KINDS and layout(content, 0, content[0]).sound
        return 0 if moved else _FILE_HEADER

    def kind(self, page: int) -> int | None:
        """Return what kind of page of a tree a page is, None where it is none."""
        if page not in self._kinds:
            self._kinds[page] = likely_kind(self.page(page), self.start(page))
        return self._kinds[page]

    def is_inner(self, page: int) -> bool:
        """Tell whether a page is soundly one inside a table's tree, where there are no rows."""
        return self.kind(page) == TABLE_INNER and self.layout(page, TABLE_INNER).sound

    def has_text(self, page: int) -> bool:
        """Tell whether there may be text that a person wrote in a page that holds no row."""
        if self.page(page).startswith(_MAGIC):
            return False
        return self.kind(page) not in (*OF_INDEXES, TABLE_INNER)

    def layout(self, page: int, kind: int) -> Layout:
        """Return where a page's cells are, read as a page of a kind."""
        if (page, kind) not in self._layouts:
            self._layouts[page, kind] = layout(self.page(page), self.start(page), kind)
        return self._layouts[page, kind]

    def has(self, page: int) -> bool:
        """Tell whether there is such a page."""
        return 1 <= page <= self.count

    @property
    def version(self) -> int:
        """The version that the header tells; it may be damaged as all else."""
        return number(self.data, 60, 4)

    def free_pages(self) -> tuple[set[int], bool]:
        """Return the pages that hold nothing any more, and whether their list is sound."""
        if not self.data.startswith(_MAGIC):
            return set(), False
        trunk, told = number(self.data, 32, 4), number(self.data, 36, 4)
        free: set[int] = set()
        while trunk:
            if not self.has(trunk) or trunk in free:
                return free, False
            free.add(trunk)
            page = self.page(trunk)
            trunk, count = number(page, 0, 4), number(page, 4, 4)
            if count > self.size // 4 - 2:
                return free, False
            leaves = [number(page, at, 4) for at in range(8, 8 + 4 * count, 4)]
            if not all(map(self.has, leaves)):
                return free, False
            free.update(leaves)
        return free, len(free) == told


def _likely_pages(data: bytes, size: int) -> int:
    """Count what would be pages of a tree at that page size: with a wrong size there are fewer."""
    return sum(
        data[at] in KINDS and _is_likely(data[at : at + size])
        for at in range(size, len(data) - 12, size)
    )


def _is_likely(page: bytes) -> bool:
    first = 12 if page[0] in INNER else 8
    cells, content = number(page, 3, 2), number(page, 5, 2)
    last = first + 2 * cells
    places = [number(page, at, 2) for at in range(first, min(last, len(page)), 2)]
    return bool(places) and last <= content <= min(places) and max(places) < len(page)


def read_bytes(path: Path) -> bytes:
    """Return what a file holds, with zeros where the disk refuses to give it.

    Raise OSError where the disk gives nothing.
    """
    refused: list[OSError] = []
    with path.open("rb", buffering=0) as file:
        length = file.seek(0, 2)
        parts = [_read(file, at, _PIECES, refused) for at in range(0, length, _PIECES[0])]
    data = b"".join(parts)[:length]
    if refused and not any(data):
        raise refused[0]
    return data


def _read(file: FileIO, at: int, pieces: tuple[int, ...], refused: list[OSError]) -> bytes:
    size, *smaller = pieces
    try:
        file.seek(at)
        return file.read(size).ljust(size, b"\0")
    except OSError as error:
        refused.append(error)
    if not smaller:
        return bytes(size)
    inner = range(at, at + size, smaller[0])
    return b"".join(_read(file, place, tuple(smaller), refused) for place in inner)
