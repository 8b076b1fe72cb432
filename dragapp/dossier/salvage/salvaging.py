"""Salvage of a damaged dossier: everything that is still readable, in a new file, with a report."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dragapp.dossier.creating import new_file
from dragapp.dossier.salvage.finding import Found, find
from dragapp.dossier.salvage.image import Image, read_bytes
from dragapp.dossier.salvage.model import Models
from dragapp.dossier.salvage.rebuilding import rebuild
from dragapp.dossier.salvage.report import Report, report_of
from dragapp.dossier.salvage.settling import settle
from dragapp.dossier.salvage.sound import read_sound
from dragapp.errors import SalvageError, cause, named
from dragapp.progress import Progress, silent

#: What SQLite needs beside a file to bring it to its last sound state.
_SIDES = ("-journal", "-wal")
#: A dossier is a hundred times smaller; a larger file is a film, not a plan.
_LARGEST = 1 << 28
#: Without any row of these there is nothing of a plan.
_TELLING = ("plan", "section", "paragraph", "node", "cell")


def salvage(damaged: Path, target: Path, progress: Progress = silent) -> Report:
    """Bring what a damaged dossier still holds into a new one, which then opens as any other.

    Not one byte of the damaged file changes, and nothing is made beside it. Raise DossierExists
    where anything is at the target, SalvageError where nothing of a plan is found, StorageError
    where the new file cannot be made; then nothing is left of it.
    """
    with new_file(target) as temporary, contextlib.closing(Models()) as models:
        found = _found(damaged, models, progress)
        if found is None or not any(found.rows.get(table) for table in _TELLING):
            raise _nothing(damaged, "nu s-a găsit nimic din vreun plan")
        rows = settle(found, models.of(found.version))
        progress(0.7)
        rebuild(temporary, target, rows, found.version)
        progress(1.0)
    return report_of(found, rows)


def _found(damaged: Path, models: Models, progress: Progress) -> Found | None:
    """Read a file as SQLite reads it, else page by page; the state that gives more rows counts."""
    best = None
    for image in _states(damaged, models):
        if isinstance(image, Found):
            return image
        found = find(Image(image), models, lambda done: progress(0.7 * done))
        if found and (best is None or found.count > best.count):
            best = found
    return best


def _states(damaged: Path, models: Models) -> Iterator[bytes | Found]:
    """Yield the rows of a sound state, or the bytes of each that the file may be brought to.

    With a journal beside it the file is in the middle of a change: first taken back, then as it is.
    """
    content = _content(damaged)
    sides = {side: beside for side in _SIDES if (beside := _beside(damaged, side))}
    for with_sides in (True, False) if sides else (False,):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            copy.write_bytes(content)
            for side, beside in sides.items() if with_sides else ():
                Path(f"{copy}{side}").write_bytes(beside)
            sound = read_sound(copy, models)
            yield sound or copy.read_bytes()


def _content(damaged: Path) -> bytes:
    try:
        if damaged.stat().st_size > _LARGEST:
            raise _nothing(damaged, "nu s-a găsit nimic: este prea mare pentru un dosar")
        return read_bytes(damaged)
    except OSError as error:
        raise _nothing(damaged, f"nu s-a putut citi nimic: {cause(error)}") from error


def _beside(damaged: Path, side: str) -> bytes:
    path = Path(f"{damaged}{side}")
    try:
        return read_bytes(path) if path.is_file() else b""
    except OSError as error:
        raise _nothing(path, f"nu s-a putut citi nimic: {cause(error)}") from error


def _nothing(path: Path, fault: str) -> SalvageError:
    return SalvageError(
        f"Din {named(path)} {fault}. Nimic nu a fost schimbat în el. Deschideți o copie de "
        "siguranță."
    )
