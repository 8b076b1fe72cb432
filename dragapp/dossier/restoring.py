"""Putting a safety copy in the place of a dossier, and what would be different then."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragapp.dossier.backup import failing, is_sound, verify
from dragapp.dossier.backup_name import Backup, Reason
from dragapp.dossier.connecting import connect
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.durable import (
    NEEDED_SIDES,
    SIDES,
    copy_new,
    copy_with_sides,
    put,
    remove,
    temporary_beside,
)
from dragapp.dossier.shelf import Shelf
from dragapp.errors import BackupError, DossierError, named
from dragapp.plan.comparison import Difference, compare
from dragapp.plan.counted import counted

_SAME = Difference()


@dataclass(frozen=True, slots=True)
class Differences:
    """What a dossier has now that a copy of it had not, over all plans.

    `common` is about the plans that both have; `missing` counts the plans that only the copy has,
    `added` those that only the dossier has.
    """

    common: Difference = _SAME
    missing: int = 0
    added: int = 0

    @property
    def nothing(self) -> bool:
        """Whether both hold the same."""
        return self == Differences()

    def summary(self) -> str:
        """Say it in Romanian: "la fel ca acum", "3 puncte diferă; 1 plan lipsește din copie"."""
        parts = [] if self.common.nothing and not self.nothing else [self.common.summary()]
        if self.missing:
            are = "este" if self.missing == 1 else "sunt"
            parts.append(f"{counted(self.missing, 'plan', 'planuri')} {are} numai în copie")
        if self.added:
            lack = "lipsește" if self.added == 1 else "lipsesc"
            parts.append(f"{counted(self.added, 'plan', 'planuri')} {lack} din copie")
        return "; ".join(parts)


def differences(backup: Path, now: Dossier) -> Differences:
    """Compare a copy with the dossier that is open; plans are told by year and revision.

    The copy is only read. Raise DossierError where it cannot be, BackupError where it is the copy
    of a damaged file that SQLite would first have to change.
    """
    if any(os.path.lexists(f"{backup}{side}") for side in NEEDED_SIDES):
        raise BackupError(
            f"Copia de siguranță {named(backup)} este a unui fișier deteriorat și nu poate fi "
            "comparată cu cel de acum. Nimic nu a fost schimbat."
        )
    with Dossier.open(backup, write=False) as then:
        before = {(entry.year, entry.revision): entry.id for entry in then.plans()}
        after = {(entry.year, entry.revision): entry.id for entry in now.plans()}
        common = Difference(header_changed=then.institution() != now.institution())
        for which in before.keys() & after.keys():
            one, other = before[which], after[which]
            common += compare(then.load(one), now.load(other))
            if then.approval(one) != now.approval(other):
                common += Difference(header_changed=True)
    return Differences(common, len(before.keys() - after.keys()), len(after.keys() - before.keys()))


def restore(
    backup: Path, dossier_path: Path, shelf: Shelf, now: datetime | None = None
) -> Backup | None:
    """Put a copy in the place of a dossier that nobody has open; the caller holds its lock.

    Return the copy that was made of the state until now, None where there was no file. Raise
    BackupError where that fails; then the dossier is as it was.
    """
    path = Path(os.path.realpath(dossier_path))
    with (
        failing(f"Copia de siguranță {named(backup)} nu a putut fi pusă în locul fișierului"),
        temporary_beside(path) as temporary,
    ):
        verify(backup)
        copy_new(backup, temporary)
        verify(temporary)
        kept = _keep_present(path, shelf, now)
        with _without_sides(path, known=kept is not None):
            put(temporary, path)
    return kept


def _keep_present(path: Path, shelf: Shelf, now: datetime | None) -> Backup | None:
    """Copy what is there now, with what a crash left unfinished taken back where that works."""
    if not os.path.lexists(path):
        return None
    # Played back into a damaged file, a journal could do more damage: first on a copy, then in it.
    with temporary_beside(path) as trial:
        copy_with_sides(path, trial)
        with contextlib.suppress(DossierError), contextlib.closing(connect(trial, "rw")) as db:
            if is_sound(db, trial):
                kept = shelf.keep(db, Reason.RESTORE, now)
                _settle(path)
                return kept
    return shelf.keep_file(path, Reason.DAMAGED, now)


def _settle(path: Path) -> None:
    """Have SQLite take back or bring in what it left beside a sound file."""
    if any(os.path.lexists(f"{path}{side}") for side in SIDES):
        with contextlib.closing(connect(path, "rw")) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextlib.contextmanager
def _without_sides(path: Path, *, known: bool) -> Iterator[None]:
    """Move away what SQLite would play back into another file of that name; on failure, back again.

    It is removed at the end where it is `known`, that is, kept in a copy.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for side in SIDES:
            one = Path(f"{path}{side}")
            if os.path.lexists(one):
                other = one.with_name(f"{one.name}.{secrets.token_hex(4)}.vechi")
                os.rename(one, other)
                moved.append((one, other))
        yield
    except BaseException:
        for one, other in moved:
            os.rename(other, one)
        raise
    for _, other in moved if known else ():
        # Under its new name it harms nobody.
        with contextlib.suppress(OSError):
            remove(other)
