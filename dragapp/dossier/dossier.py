"""The town hall's file, open: its plans, the actions on them, undo and redo."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from types import TracebackType

from dragapp.dossier.creating import create_file
from dragapp.dossier.edit import Edit
from dragapp.dossier.faults import not_stored, reading, storing
from dragapp.dossier.journal import Journal
from dragapp.dossier.opening import Opened, open_file
from dragapp.dossier.reading import PlanEntry, read_entries, read_institution, read_plan
from dragapp.dossier.refreshing import refresh
from dragapp.dossier.step import History, Spot, Step
from dragapp.dossier.touched import Touched
from dragapp.errors import PlanMissing, StorageError, named
from dragapp.plan.plan import Institution, Plan


class Dossier:
    """An open dossier; made by `create` or `open`, used on one thread, closed at the end.

    `read_only` is true where the file or its folder cannot be written; actions then raise
    StorageError.
    """

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path, self.read_only = path, opened.read_only
        self._db = opened.db
        self._journal = Journal(self._db)
        self._history = History()
        self._acting = False
        self._version = self._data_version()

    @classmethod
    def create(cls, path: Path, plan: Plan) -> Dossier:
        """Make a dossier with one plan and open it.

        Raise DossierExists where anything is there, StorageError where it cannot be made.
        """
        create_file(path, plan)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Dossier:
        """Open a dossier, whose file is checked first and changed only by actions.

        Raise DossierMissing, NotADossier, DossierNewer, DossierBusy, or DossierError where the
        system refuses.
        """
        opened = open_file(path)
        try:
            return cls(path, opened)
        except BaseException:
            opened.db.close()
            raise

    def close(self) -> None:
        """Close the file; an action under way is rolled back. Closing twice does nothing."""
        self._history.clear()
        self._db.close()

    def __enter__(self) -> Dossier:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def plans(self) -> list[PlanEntry]:
        """Return the plans, the newest first."""
        with reading(self.path):
            return read_entries(self._db)

    def find(self, year: int | None = None, revision: int | None = None) -> int:
        """Return a plan's id: the newest of that year and revision; raise PlanMissing."""
        for entry in self.plans():
            if year in (None, entry.year) and revision in (None, entry.revision):
                return entry.id
        which = "" if year is None else f" pentru anul {year}"
        which += "" if not revision else f", modificarea nr. {revision}"
        raise PlanMissing(f"Fișierul {named(self.path)} nu are un plan{which}.")

    def load(self, plan_id: int) -> Plan:
        """Return a plan with everything in it; raise PlanMissing where there is none."""
        with reading(self.path), self._db.atomic():
            plan = read_plan(self._db, plan_id)
        if plan is None:
            raise self._missing()
        return plan

    def refresh(self, plan: Plan, touched: Touched) -> None:
        """Bring a loaded plan up to date in place; raise PlanMissing where it is gone.

        A section that still exists stays the same object; its text and table are new objects.
        """
        with reading(self.path), self._db.atomic():
            found = refresh(self._db, plan, touched)
        if not found:
            raise self._missing()

    def institution(self) -> Institution:
        """Return the town hall as the next plan names it."""
        with reading(self.path):
            return read_institution(self._db)

    @contextlib.contextmanager
    def action(
        self, name: str, spot: Spot | None = None, merge: str | None = None
    ) -> Iterator[Edit]:
        """Make the changes of the block one transaction and one step that can be undone.

        An error in the block rolls everything back and goes on. A block that changes nothing
        leaves no step. An action with the same `merge` key right after the first joins its step.
        Raise StorageError where the changes cannot be stored.
        """
        edit = Edit(self._db)
        with self._transaction(f"Acțiunea „{name}” nu a fost salvată în {named(self.path)}"):
            yield edit
            inverse = self._journal.take()
        if inverse:
            self._history.record(Step(name, spot, deepcopy(edit.touched)), inverse, merge)

    def undo(self) -> Step | None:
        """Take the latest action back and return it; None where there is none."""
        if not self._history.past:
            return None
        entry = self._history.past[-1]
        with self._transaction(f"Acțiunea „{entry.step.name}” nu a putut fi anulată"):
            redo = self._journal.replay(entry.inverse)
        self._history.undone(redo)
        return entry.step

    def redo(self) -> Step | None:
        """Do the action last taken back again and return it; None where there is none."""
        if not self._history.future:
            return None
        entry = self._history.future[-1]
        with self._transaction(f"Acțiunea „{entry.step.name}” nu a putut fi refăcută"):
            inverse = self._journal.replay(entry.inverse)
        self._history.redone(inverse)
        return entry.step

    @property
    def undo_name(self) -> str | None:
        """The name of the action that `undo` takes back."""
        return self._history.past[-1].step.name if self._history.past else None

    @property
    def redo_name(self) -> str | None:
        """The name of the action that `redo` does again."""
        return self._history.future[-1].step.name if self._history.future else None

    @contextlib.contextmanager
    def _transaction(self, failure: str) -> Iterator[None]:
        if self._acting:
            raise RuntimeError(f"an action began inside another: {failure}")
        if self.read_only:
            raise StorageError(
                f"Fișierul {named(self.path)} este deschis numai pentru citire: el sau folderul "
                "lui este protejat la scriere. Nimic nu a fost schimbat. Copiați-l într-un folder "
                "în care aveți drept de scriere și deschideți-l de acolo."
            )
        self._acting = True
        try:
            with storing(failure):
                self._db.execute("BEGIN IMMEDIATE")
                self._refuse_foreign_change(failure)
                yield
                self._db.execute("COMMIT")
        finally:
            self._acting = False
            self._db.rollback()

    def _refuse_foreign_change(self, failure: str) -> None:
        """See that no other program has written since the file was opened.

        Else what the window shows and what undo would take back are not what the file holds.
        """
        if self._data_version() != self._version:
            raise not_stored(
                failure,
                "alt program a schimbat fișierul între timp",
                "Închideți fișierul și deschideți-l din nou.",
            )

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _missing(self) -> PlanMissing:
        return PlanMissing(f"Planul nu mai este în fișierul {named(self.path)}.")
