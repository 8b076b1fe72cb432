"""What a package for another computer says of itself, and whether that can be believed.

In it are `dosar/<name>.dosar`, `copii/<name of a safety copy>` with what SQLite needs beside it,
and `setari.json`. Whatever has another name than these is refused before anything is unpacked, so
that nothing lands outside the folders it is meant for.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypeVar

from dragapp import __version__
from dragapp.dossier.backup_name import SUFFIX, read_name
from dragapp.dossier.durable import NEEDED_SIDES
from dragapp.dossier.file_names import safe_name

FORMAT = 1
SETTINGS = "setari.json"
DOSSIER, BACKUPS = "dosar/", "copii/"
_KIND = "dragapp-mutare"
_IDENTITY = re.compile(r"[0-9A-Za-z-]{8,64}")
_SIDE = re.compile(rf"(?:{'|'.join(NEEDED_SIDES)})$")
_T = TypeVar("_T")


class NewerPackage(Exception):
    """The package was made by a newer version of the program."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a package: its name there, its size in bytes, its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself."""

    name: str
    identity: str
    made: datetime
    years: tuple[int, ...]
    entries: tuple[Entry, ...]

    @property
    def dossier(self) -> str:
        """The name of the dossier's file in the package."""
        return f"{DOSSIER}{self.name}{SUFFIX}"

    @property
    def backups(self) -> list[str]:
        """The names of the safety copies in the package, without what stands beside them."""
        names = [entry.name for entry in self.entries if entry.name.startswith(BACKUPS)]
        return [name for name in names if read_name(name.removeprefix(BACKUPS))]

    @property
    def size(self) -> int:
        """The size of all files, in bytes."""
        return sum(entry.size for entry in self.entries)


def to_json(manifest: Manifest) -> str:
    """Return the manifest as it is written."""
    written = {
        "kind": _KIND,
        "format": FORMAT,
        "program": __version__,
        "name": manifest.name,
        "identity": manifest.identity,
        "made": manifest.made.isoformat(),
        "years": manifest.years,
        "files": [asdict(entry) for entry in manifest.entries],
    }
    return json.dumps(written, ensure_ascii=False, indent=1)


def from_json(text: bytes) -> Manifest:
    """Return the manifest that was written.

    Raise NewerPackage, and ValueError, TypeError, LookupError or RecursionError where it is none.
    """
    found = json.loads(text)
    see(found["kind"] == _KIND)
    if typed(int, found["format"]) > FORMAT:
        raise NewerPackage
    files = [
        Entry(typed(str, file["name"]), typed(int, file["size"]), typed(str, file["sha256"]))
        for file in found["files"]
    ]
    manifest = Manifest(
        typed(str, found["name"]),
        typed(str, found["identity"]),
        datetime.fromisoformat(found["made"]),
        tuple(typed(int, year) for year in found["years"]),
        tuple(files),
    )
    names = [entry.name for entry in files]
    see(safe_name(manifest.name) == manifest.name)
    see(_IDENTITY.fullmatch(manifest.identity) is not None)
    see(len(set(names)) == len(names) and manifest.dossier in names)
    see(all(name in (manifest.dossier, SETTINGS) or _is_backup(name, names) for name in names))
    return manifest


def typed(kind: type[_T], value: Any) -> _T:
    """Return a value that is of that very type; raise TypeError where it is not."""
    if type(value) is not kind:
        raise TypeError(value)
    return value


def see(right: bool) -> None:
    """Raise ValueError where something is not as it should be."""
    if not right:
        raise ValueError


def _is_backup(name: str, names: list[str]) -> bool:
    """Tell whether that is a safety copy, or what stands beside one that is there."""
    alone = _SIDE.sub("", name)
    known = alone.startswith(BACKUPS) and read_name(alone.removeprefix(BACKUPS)) is not None
    return known and alone in names
