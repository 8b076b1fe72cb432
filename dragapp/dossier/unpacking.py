"""A dossier out of a package and into a folder, its safety copies beside those that are there."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from dragapp.dossier.backup import verify
from dragapp.dossier.backup_name import SUFFIX, backup_name, read_name
from dragapp.dossier.durable import (
    NEEDED_SIDES,
    digest,
    is_free,
    put_new,
    remove,
    temporary_folder,
    write_new,
)
from dragapp.dossier.manifest import BACKUPS, Entry
from dragapp.dossier.package import Meter, Package, telling
from dragapp.dossier.shelf import Shelf
from dragapp.errors import named
from dragapp.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Where the dossier is now, and the settings that came along, for the caller to take over."""

    dossier: Path
    settings: dict[str, str]


def unpack(package: Path, folder: Path, root: Path, progress: Progress = silent) -> Unpacked:
    """Put a package's dossier in a folder and its safety copies under their root.

    What is there already stays: a dossier of that name makes the new one "… (2)". Raise
    PackageError, or what `progress` raises; then nothing is left behind.
    """
    with (
        Package(package) as opened,
        telling(f"Pachetul {named(package)} nu a putut fi despachetat"),
        contextlib.ExitStack() as made,
    ):
        _make_folder(root, made)
        with temporary_folder(folder) as here, temporary_folder(root) as there:
            files = _extract(opened, here, there, progress)
            settings = opened.settings()
            progress(1.0)
            about = opened.manifest
            _place_backups(files, Shelf(root, about.name, about.identity), made)
            placed = _place_dossier(files[about.dossier], folder, about.name, made)
            made.pop_all()
    return Unpacked(placed, settings)


def _extract(package: Package, here: Path, there: Path, progress: Progress) -> dict[str, Path]:
    """Unpack every file under a name of its own, the dossier here, the copies there; verify all."""
    about = package.manifest
    for place in (here, there):
        if shutil.disk_usage(place).free < about.size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place))
    meter = Meter(about.size, progress)
    files: dict[str, Path] = {}
    for number, entry in enumerate(about.entries):
        path = (here if entry.name == about.dossier else there) / str(number)
        write_new(path, _ticking(package, entry, meter))
        files[entry.name] = path
    verify(files[about.dossier])
    return files


def _ticking(package: Package, entry: Entry, meter: Meter) -> Iterator[bytes]:
    meter.tick(0)
    for piece in package.read(entry):
        yield piece
        meter.tick(len(piece))


def _place_backups(files: dict[str, Path], shelf: Shelf, made: contextlib.ExitStack) -> None:
    """Give the safety copies their names, after those of the same second that are there."""
    folder = shelf.folder
    _make_folder(folder, made)
    for name, path in files.items():
        parts = read_name(name.removeprefix(BACKUPS))
        if not name.startswith(BACKUPS) or parts is None:
            continue
        for number in count(parts[2]):
            target = folder / backup_name(parts[0], parts[1], number)
            if is_free(target):
                # The copy itself comes last: without it nobody sees what stands beside it.
                for side in (*NEEDED_SIDES, ""):
                    if f"{name}{side}" in files:
                        _place(files[f"{name}{side}"], Path(f"{target}{side}"), made)
                break
            if target.is_file() and digest(target) == digest(path):
                break


def _place_dossier(path: Path, folder: Path, name: str, made: contextlib.ExitStack) -> Path:
    """Give the dossier a name that no file has."""
    for number in count(1):
        again = "" if number == 1 else f" ({number})"
        target = folder / f"{name}{again}{SUFFIX}"
        if not is_free(target):
            continue
        with contextlib.suppress(FileExistsError):
            _place(path, target, made)
            return target
    raise AssertionError("there is always another number")


def _place(path: Path, target: Path, made: contextlib.ExitStack) -> None:
    put_new(path, target)
    made.callback(remove, target)


def _make_folder(folder: Path, made: contextlib.ExitStack) -> None:
    """Make a folder with those above it, all to be removed again where the work fails."""
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir(exist_ok=True)
        made.callback(_remove_folder, folder)


def _remove_folder(folder: Path) -> None:
    # Somebody else may have put something there meanwhile.
    with contextlib.suppress(OSError):
        folder.rmdir()
