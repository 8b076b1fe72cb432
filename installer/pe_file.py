"""What a Windows program file (.exe, .dll, .pyd) says of itself: for which Windows, what it needs.

Its lists of names are read here and not by pefile, which stops without a word after some thousand
names of functions; Qt's files have more.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pefile

#: The endings of their names.
KINDS = (".exe", ".dll", ".pyd")
#: The directories of a PE file, their entries' lengths in bytes, and where in an entry the address
#: of the DLL's name and that of the list of functions are (Microsoft, "PE Format").
_IMPORTS = (1, 20, 12, 0)
_DELAYED = (13, 32, 4, 16)
_EXPORTS = 0
_BY_NUMBER = 1 << 63
X86_64 = 0x8664


@dataclass(frozen=True)
class PeFile:
    """Names of DLLs are in small letters; functions that are known by number only are left out.

    Attributes are:
        machine: the processor, `X86_64` for ours.
        windows: the oldest Windows that loads it, by its internal version: (10, 0).
        needs: each DLL that it imports, at once or with the first call, and its functions.
        offers: the functions that it exports by name.
    """

    path: Path
    machine: int
    windows: tuple[int, int]
    needs: dict[str, frozenset[bytes]]
    offers: frozenset[bytes]


def pe_paths(folder: Path) -> list[Path]:
    """Return all program files below a folder, in order."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in KINDS)
    return sorted(path for path in found if path.is_file())


def read(path: Path) -> PeFile:
    """Read one file; raise pefile.PEFormatError or ValueError where it is no program or damaged."""
    with pefile.PE(str(path), fast_load=True) as headers:
        head = headers.OPTIONAL_HEADER
        image = _Image(bytes(headers.get_memory_mapped_image()))
        starts = [entry.VirtualAddress for entry in head.DATA_DIRECTORY]
        windows = (head.MajorSubsystemVersion, head.MinorSubsystemVersion)
        machine = headers.FILE_HEADER.Machine
    needs: dict[str, set[bytes]] = {}
    for kind in (_IMPORTS, _DELAYED):
        for name, functions in image.imports(starts[kind[0]], *kind[1:]):
            needs.setdefault(name, set()).update(functions)
    frozen = {name: frozenset(functions) for name, functions in sorted(needs.items())}
    return PeFile(path, machine, windows, frozen, frozenset(image.exports(starts[_EXPORTS])))


class _Image:
    """A program file as Windows lays it out in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def imports(
        self, start: int, length: int, name_at: int, functions_at: int
    ) -> Iterator[tuple[str, list[bytes]]]:
        while start and (name := self._number(start + name_at, 4)):
            functions = self._number(start + functions_at, 4)
            yield self._text(name).decode("ascii").lower(), list(self._functions(functions))
            start += length

    def exports(self, start: int) -> Iterator[bytes]:
        if start:
            count, names = self._number(start + 24, 4), self._number(start + 32, 4)
            for place in range(count):
                yield self._text(self._number(names + 4 * place, 4))

    def _functions(self, start: int) -> Iterator[bytes]:
        while start and (entry := self._number(start, 8)):
            if not entry & _BY_NUMBER:
                # A hint of two bytes stands before the name.
                yield self._text(entry + 2)
            start += 8

    def _number(self, start: int, length: int) -> int:
        code = {4: "<I", 8: "<Q"}[length]
        try:
            return int(struct.unpack_from(code, self._data, start)[0])
        except struct.error as error:
            raise ValueError(f"its list of names ends at {start:#x}") from error

    def _text(self, start: int) -> bytes:
        return self._data[start : self._data.index(b"\0", start)]
