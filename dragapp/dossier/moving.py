"""*Mută pe alt calculator*: a dossier, its safety copies and the user's settings in one file."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragapp.dossier.backup import copy_database
from dragapp.dossier.backup_name import backup_name
from dragapp.dossier.connecting import connect
from dragapp.dossier.durable import NEEDED_SIDES, put, sync, temporary_folder
from dragapp.dossier.file_names import safe_name
from dragapp.dossier.manifest import BACKUPS, SETTINGS, Manifest
from dragapp.dossier.package import Meter, Package, telling, write_package
from dragapp.dossier.reading import read_entries
from dragapp.dossier.shelf import Shelf
from dragapp.dossier.unpacking import Unpacked, unpack
from dragapp.errors import PackageError, named
from dragapp.progress import Progress, silent

__all__ = ["PACKAGE_SUFFIX", "Contents", "Unpacked", "look", "pack", "unpack"]

#: How the name of a package ends.
PACKAGE_SUFFIX = ".mutare"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a package holds.

    The dossier's name, when it was packed, the years of its plans, how many safety copies.
    """

    name: str
    made: datetime
    years: tuple[int, ...]
    backups: int


def pack(
    path: Path, shelf: Shelf, settings: dict[str, str], target: Path, progress: Progress = silent
) -> None:
    """Write a dossier, which may be open, with its safety copies and settings to one file.

    The file is read back before it takes its name, in place of an older one. Raise PackageError, or
    what `progress` raises; then the target is as it was and nothing is left behind.
    """
    target = Path(os.path.realpath(target))
    with telling(f"Pachetul {named(target)} nu a putut fi făcut"):
        if target.exists() and target.samefile(path):
            raise PackageError(
                f"Pachetul nu poate lua locul fișierului primăriei, {named(path)}. Nimic nu a fost "
                "schimbat. Alegeți alt nume pentru el."
            )
        with temporary_folder(target.parent) as folder:
            progress(0.0)
            package = folder / "package"
            _fill(package, path, shelf, settings, progress)
            sync(package)
            put(package, target)


def look(package: Path) -> Contents:
    """Tell what a package holds; raise PackageError where it is none or is damaged."""
    with Package(package) as opened:
        about = opened.manifest
        return Contents(about.name, about.made, about.years, len(about.backups))


def _fill(
    package: Path, path: Path, shelf: Shelf, settings: dict[str, str], progress: Progress
) -> None:
    database, options = package.with_name("dossier"), package.with_name("settings")
    with contextlib.closing(connect(path, "ro")) as db:
        years = tuple(sorted({entry.year for entry in read_entries(db)}))
        copy_database(db, database)
    options.write_text(json.dumps(settings, indent=1), encoding="ascii")
    about = Manifest(safe_name(path.stem), shelf.identity, datetime.now(), years, ())
    files = [(about.dossier, database), (SETTINGS, options)]
    for backup in shelf.backups():
        name = BACKUPS + backup_name(backup.made, backup.reason, backup.number)
        for side in ("", *NEEDED_SIDES):
            if not side or os.path.exists(f"{backup.path}{side}"):
                files.append((f"{name}{side}", Path(f"{backup.path}{side}")))
    meter = Meter(2 * sum(_size(source) for _, source in files), progress)
    write_package(package, about, files, meter.tick)
    with Package(package) as written:
        for entry in written.manifest.entries:
            for piece in written.read(entry):
                meter.tick(len(piece))
    progress(1.0)


def _size(path: Path) -> int:
    """Return a file's size, 0 where it was thinned meanwhile."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_size
    return 0
