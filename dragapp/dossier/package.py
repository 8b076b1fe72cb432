"""The file that takes a dossier to another computer: a ZIP, written, and read with distrust."""

from __future__ import annotations

import errno
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from dragapp.dossier.durable import read_chunks
from dragapp.dossier.manifest import (
    SETTINGS,
    Entry,
    Manifest,
    NewerPackage,
    from_json,
    see,
    to_json,
    typed,
)
from dragapp.errors import BackupError, DossierError, PackageError, cause, named
from dragapp.progress import Progress

_MANIFEST = "manifest.json"
#: Bytes of a JSON file, and files of a package, that no real one comes near.
_LARGEST_JSON, _MOST_FILES = 1 << 22, 10_000


def write_package(
    path: Path, about: Manifest, files: list[tuple[str, Path]], tick: Callable[[int], None]
) -> None:
    """Write a package of files, given by their names in it; `tick` is told the bytes done.

    A file that is no longer there is left out. Raise OSError where the package cannot be written.
    """
    entries: list[Entry] = []
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as package:
        for name, source in files:
            try:
                opened = source.open("rb")
            except FileNotFoundError:
                continue
            total, size = hashlib.sha256(), 0
            with opened, package.open(name, "w", force_zip64=True) as file:
                for chunk in read_chunks(opened):
                    total.update(chunk)
                    size += file.write(chunk)
                    tick(len(chunk))
            entries.append(Entry(name, size, total.hexdigest()))
        manifest = replace(about, entries=tuple(entries))
        package.writestr(_MANIFEST, to_json(manifest))


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
        """Yield a file in pieces, no more than its size; raise PackageError if it is another."""
        total = hashlib.sha256()
        with _reading(self.path):
            file = self._zip.open(entry.name)
        with file:
            pieces = read_chunks(file)
            while True:
                with _reading(self.path):
                    piece = next(pieces, b"")
                if not piece:
                    break
                total.update(piece)
                yield piece
        with _reading(self.path):
            see(total.hexdigest() == entry.sha256)

    def settings(self) -> dict[str, str]:
        """Return the user's settings that came along."""
        for entry in self.manifest.entries:
            if entry.name == SETTINGS:
                data = b"".join(self.read(entry))
                with _reading(self.path):
                    found = json.loads(data)
                    see(isinstance(found, dict))
                    return {name: typed(str, value) for name, value in found.items()}
        return {}


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Tell whatever a file that is no sound package may lead to as PackageError."""
    try:
        yield
    except NewerPackage as error:
        raise PackageError(
            f"Pachetul {named(path)} a fost făcut de o versiune mai nouă a programului. Nimic nu a "
            "fost schimbat pe acest calculator. Instalați versiunea nouă și despachetați-l cu ea."
        ) from error
    except OSError as error:
        raise _unread(path, error) from error
    except (
        zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError,
        NotImplementedError, RuntimeError, OverflowError,
    ) as error:  # fmt: skip
        # Python takes a disk that does not answer for the end of the package.
        if isinstance(error.__context__, OSError):
            raise _unread(path, error.__context__) from error
        raise _foreign(path) from error


def _unread(path: Path, error: OSError) -> PackageError:
    # A place outside the file is a fault of the file, not of the disk.
    if error.errno in (None, errno.EINVAL):
        return _foreign(path)
    return PackageError(
        f"Pachetul {named(path)} nu poate fi citit: {cause(error)}. Nimic nu a fost schimbat "
        "pe acest calculator. Verificați stickul sau folderul și încercați din nou."
    )


def _foreign(path: Path) -> PackageError:
    return PackageError(
        f"{named(path)} nu este un pachet al programului sau este deteriorat. Nimic nu a fost "
        "schimbat pe acest calculator. Faceți pachetul din nou pe calculatorul de unde vine."
    )


def _checked(package: zipfile.ZipFile) -> Manifest:
    """Return the manifest; raise ValueError or the like where the package is not as it says."""
    infos = {info.filename: info for info in package.infolist()}
    see(len(infos) == len(package.infolist()) <= _MOST_FILES)
    for name, info in infos.items():
        see(info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
        see(not info.flag_bits & 1)
        see(name not in (_MANIFEST, SETTINGS) or info.file_size <= _LARGEST_JSON)
    manifest = from_json(package.read(_MANIFEST))
    sizes = {entry.name: entry.size for entry in manifest.entries}
    del infos[_MANIFEST]
    see(sizes == {name: info.file_size for name, info in infos.items()})
    return manifest


class Meter:
    """Tells the progress of a work by the bytes that are done."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total, self._done, self._progress = max(total, 1), 0, progress

    def tick(self, size: int) -> None:
        """Note that so many bytes more are done; raise what the listener raises."""
        self._done += size
        self._progress(min(1.0, self._done / self._total))


@contextmanager
def telling(failure: str) -> Iterator[None]:
    """Tell what fails as PackageError; `failure` begins the sentence."""
    try:
        yield
    except (BackupError, DossierError) as error:
        raise PackageError(str(error)) from error
    except OSError as error:
        raise PackageError(
            f"{failure}: {cause(error)}. Datele dumneavoastră sunt în siguranță, nimic nu a fost "
            "schimbat. Verificați discul sau stickul și încercați din nou."
        ) from error
