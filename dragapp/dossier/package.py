"""The file that takes a dossier to another computer: what is in it, written and read.

It is a ZIP with `dosar/<name>.dosar`, `copii/<name of a safety copy>` with what SQLite needs beside
it, `setari.json` and, last, `manifest.json`: the size and SHA-256 of each file. Whatever is not as
the manifest says, or has another name than these, is refused before anything is unpacked.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, TypeVar

from dragapp import __version__
from dragapp.dossier.backup_name import SUFFIX, read_name
from dragapp.dossier.durable import read_chunks
from dragapp.dossier.file_names import safe_name
from dragapp.errors import PackageError, named

FORMAT = 1
_KIND = "dragapp-mutare"
_MANIFEST, SETTINGS = "manifest.json", "setari.json"
#: Bytes of a JSON file, and files of a package, that no real one comes near.
_LARGEST_JSON, _MOST_FILES = 1 << 22, 10_000
_IDENTITY = re.compile(r"[0-9A-Za-z-]{8,64}")
_SIDE = re.compile(r"-(?:journal|wal)$")
_T = TypeVar("_T")


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
        return f"dosar/{self.name}{SUFFIX}"

    @property
    def backups(self) -> list[str]:
        """The names of the safety copies in the package, without what stands beside them."""
        return [entry.name for entry in self.entries if read_name(PurePosixPath(entry.name).name)]

    @property
    def size(self) -> int:
        """The size of all files, in bytes."""
        return sum(entry.size for entry in self.entries)


def write_package(
    path: Path,
    about: Manifest,
    files: Iterable[tuple[str, Callable[[], Iterator[bytes]]]],
) -> None:
    """Write a package of files, each given by its name and a way to read it.

    A file that is no longer there is left out. Raise OSError where the package cannot be written.
    """
    entries: list[Entry] = []
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as package:
        for name, chunks in files:
            total, size = hashlib.sha256(), 0
            with package.open(name, "w", force_zip64=True) as file:
                for chunk in chunks():
                    total.update(chunk)
                    size += file.write(chunk)
            entries.append(Entry(name, size, total.hexdigest()))
        manifest = {
            "kind": _KIND,
            "format": FORMAT,
            "program": __version__,
            "name": about.name,
            "identity": about.identity,
            "made": about.made.isoformat(),
            "years": list(about.years),
            "files": [asdict(entry) for entry in entries],
        }
        package.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))


class Package:
    """A package open for reading, whose structure was checked; raises PackageError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _reading(path):
            self._zip = zipfile.ZipFile(path)
        try:
            with _reading(path):
                self.manifest = _checked(self._zip)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, entry: Entry) -> Iterator[bytes]:
        """Yield a file in pieces, never more than its size; raise PackageError if it is another."""
        total, left = hashlib.sha256(), entry.size
        with _reading(self.path):
            file = self._zip.open(entry.name)
        with file:
            pieces = read_chunks(file)
            while True:
                with _reading(self.path):
                    piece = next(pieces, b"")
                    left -= len(piece)
                    _see(left >= 0)
                if not piece:
                    break
                total.update(piece)
                yield piece
        with _reading(self.path):
            _see(left == 0 and total.hexdigest() == entry.sha256)

    def settings(self) -> dict[str, str]:
        """Return the user's settings that came along."""
        for entry in self.manifest.entries:
            if entry.name == SETTINGS:
                data = b"".join(self.read(entry))
                with _reading(self.path):
                    found = json.loads(data)
                    _see(isinstance(found, dict))
                    return {name: _typed(str, value) for name, value in found.items()}
        return {}


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Tell whatever a file that is no sound package may lead to as PackageError."""
    try:
        yield
    except OSError as error:
        # A damaged place in the file, other than a disk that fails, has no number.
        if error.errno is None:
            raise _foreign(path) from error
        raise
    except (
        zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError,
        NotImplementedError, RuntimeError, OverflowError,
    ) as error:  # fmt: skip
        raise _foreign(path) from error


def _foreign(path: Path) -> PackageError:
    return PackageError(
        f"{named(path)} nu este un pachet al programului sau este deteriorat. Nimic nu a fost "
        "schimbat pe acest calculator. Faceți pachetul din nou pe calculatorul de unde vine."
    )


def _checked(package: zipfile.ZipFile) -> Manifest:
    """Return the manifest; raise ValueError or the like where the package is not as it says."""
    infos = {info.filename: info for info in package.infolist()}
    _see(len(infos) == len(package.infolist()) <= _MOST_FILES)
    for info in infos.values():
        _see(info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
        _see(not info.flag_bits & 1)
    _see(infos[_MANIFEST].file_size <= _LARGEST_JSON)
    found = json.loads(package.read(_MANIFEST))
    _see(found["kind"] == _KIND)
    if _typed(int, found["format"]) > FORMAT:
        raise PackageError(
            f"Pachetul {named(package.filename or '')} a fost făcut de o versiune mai nouă a "
            "programului. Nimic nu a fost schimbat pe acest calculator. Instalați versiunea nouă "
            "și despachetați-l cu ea."
        )
    manifest = Manifest(
        _typed(str, found["name"]),
        _typed(str, found["identity"]),
        datetime.fromisoformat(found["made"]),
        tuple(_typed(int, year) for year in found["years"]),
        tuple(
            Entry(_typed(str, file["name"]), _typed(int, file["size"]), _typed(str, file["sha256"]))
            for file in found["files"]
        ),
    )
    _see(safe_name(manifest.name) == manifest.name)
    _see(_IDENTITY.fullmatch(manifest.identity) is not None)
    names = [entry.name for entry in manifest.entries]
    _see(sorted([*names, _MANIFEST]) == sorted(infos) and manifest.dossier in names)
    for entry in manifest.entries:
        _see(entry.size == infos[entry.name].file_size)
        _see(entry.name in (manifest.dossier, SETTINGS) or _is_backup(entry.name, names))
        _see(entry.name != SETTINGS or entry.size <= _LARGEST_JSON)
    return manifest


def _is_backup(name: str, names: list[str]) -> bool:
    """Tell whether that is a safety copy, or what stands beside one that is there."""
    folder, _, file = name.partition("/")
    alone = _SIDE.sub("", file)
    beside = alone == file or f"copii/{alone}" in names
    return folder == "copii" and read_name(alone) is not None and beside


def _typed(kind: type[_T], value: Any) -> _T:
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _see(right: bool) -> None:
    if not right:
        raise ValueError
