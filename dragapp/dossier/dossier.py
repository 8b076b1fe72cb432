"""The town hall's file, open: its plans, the actions on them, undo and redo."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from dragapp.dossier import approving
from dragapp.dossier.approving import Approval
from dragapp.dossier.backup import copy_database
from dragapp.dossier.creating import create_file
from dragapp.dossier.edit import Edit
from dragapp.dossier.faults import reading, storing
from dragapp.dossier.journal import Journal
from dragapp.dossier.keeper import Keeper
from dragapp.dossier.link import Link
from dragapp.dossier.opening import Opened, open_file
from dragapp.dossier.own_lists import read_own_lists
from dragapp.dossier.reading import PlanEntry, read_entries, read_institution, read_plan
from dragapp.dossier.refreshing import refresh
from dragapp.dossier.shelf import Backup, Reason, Shelf
from dragapp.dossier.step import History, Spot, Step
from dragapp.dossier.steps import Steps, all_of
from dragapp.dossier.touched import Touched
from dragapp.errors import BackupError, PlanMissing, StorageError, named
from dragapp.plan.own_lists import OwnLists
from dragapp.plan.plan import Institution, Plan


class Dossier:
    """An open dossier; made by `create` or `open`, used on one thread, closed at the end.

    `barred` says in Romanian why nothing may be changed, and is empty where it may; actions then
    raise StorageError. `interrupted` is there where the program ended the last time without closing
    it. `keeper` makes its safety copies, where there is a place for them.
    """

    def __init__(
        self, path: Path, opened: Opened, copies: Path | None = None, *, paused: bool = False
    ) -> None:
        self.path, self.barred, self.interrupted = path, opened.barred, opened.interrupted
        self._link = Link(path, opened)
        self._journal = Journal(self._db)
        self._history = History()
        self._acting = False
        self.identity = self._link.identity
        self.keeper = (
            Keeper(Shelf(copies, path.stem, self.identity), paused=paused) if copies else None
        )

    @classmethod
    def create(cls, path: Path, plan: Plan, copies: Path | None = None) -> Dossier:
        """Make a dossier with one plan and open it.

        Raise DossierExists where anything is there, StorageError where it cannot be made.
        """
        create_file(path, plan)
        return cls.open(path, copies=copies)

    @classmethod
    def open(
        cls, path: Path, *, write: bool = True, copies: Path | None = None, paused: bool = False
    ) -> Dossier:
        """Open a dossier, whose file is checked first and changed only by actions.

        `copies` is the folder of all safety copies; `paused` makes none by themselves. Raise
        DossierMissing, NotADossier, DossierNewer, DossierBusy, or DossierError where the system
        refuses.
        """
        opened = open_file(path, write=write, copies=copies)
        try:
            return cls(path, opened, copies, paused=paused)
        except BaseException:
            opened.close()
            raise

    def close(self) -> None:
        """Close the file; an action under way is rolled back. Closing twice does nothing."""
        self._history.clear()
        if not self._link.closed:
            self._end()
            if self.keeper:
                self.keeper.at_close(self._db)
        self._link.close()

    def __enter__(self) -> Dossier:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed; `barred` says why."""
        return bool(self.barred)

    @property
    def stale(self) -> bool:
        """Whether another program has stored something that was not loaded here."""
        with reading(self.path):
            return self._link.stale()

    def look_again(self) -> None:
        """Take what another program has stored for known; everything is to be loaded anew."""
        with reading(self.path):
            self._link.note()

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
        all_of(self.refreshing(plan, touched))

    def refreshing(self, plan: Plan, touched: Touched) -> Steps[None]:
        """Bring a loaded plan up to date little by little, as `refresh` does at once.

        Nothing may be changed meanwhile.
        """
        with reading(self.path), self._db.atomic():
            found = yield from refresh(self._db, plan, touched)
        if not found:
            raise self._missing()

    def institution(self) -> Institution:
        """Return the town hall as the next plan names it."""
        with reading(self.path):
            return read_institution(self._db)

    def own_lists(self) -> OwnLists:
        """Return the codes, acts, names and words that the office has added."""
        with reading(self.path), self._db.atomic():
            return read_own_lists(self._db)

    def approval(self, plan_id: int) -> Approval | None:
        """Return a plan's approval, None while it may be changed."""
        with reading(self.path):
            return approving.read_approval(self._db, plan_id)

    def approved_annex(self, plan_id: int) -> bytes:
        """Return the PDF of the annex as it was approved; raise PlanMissing where there is none."""
        with reading(self.path):
            annex = approving.read_annex(self._db, plan_id)
        if annex is None:
            raise self._missing()
        return annex

    def approve(self, plan_id: int, annex: bytes, day: date) -> None:
        """Freeze a plan and keep the PDF of its annex. Undo never goes back past this."""
        with self._barrier("Aprobarea planului nu a fost salvată"):
            approving.write_approval(self._db, plan_id, day, annex)

    def reopen(self, plan_id: int) -> None:
        """Let an approved plan be changed again; the PDF of its approval is given up."""
        with self._barrier("Planul nu a putut fi redeschis"):
            approving.delete_approval(self._db, plan_id)

    def backup(self, reason: Reason) -> Backup | None:
        """Make a safety copy, None where the newest one is the same; raise BackupError."""
        if self.keeper is None:
            raise BackupError("Nu s-a spus unde se păstrează copiile de siguranță.")
        with reading(self.path):
            return self.keeper.keep(self._db, reason)

    def copy_to(self, target: Path) -> None:
        """Copy the dossier to a file that is not there yet; raise BackupError."""
        with reading(self.path):
            copy_database(self._db, target)

    @contextlib.contextmanager
    def action(
        self, name: str, spot: Spot | None = None, merge: str | None = None
    ) -> Iterator[Edit]:
        """Make the changes of the block one transaction and one step that can be undone.

        An error in the block rolls everything back and goes on. A block that changes nothing
        leaves no step. An action with the same `merge` key right after the first joins its step.
        Raise StorageError where the changes cannot be stored.
        """
        with self._transaction(f"Acțiunea {_quoted(name)} nu a fost salvată în {named(self.path)}"):
            edit = Edit(self._db)
            yield edit
            inverse = self._journal.take()
        if inverse:
            self._history.record(Step(name, spot, deepcopy(edit.touched)), inverse, merge)

    def undo(self) -> Step | None:
        """Take the latest action back and return it; None where there is none."""
        return all_of(self.undoing())

    def redo(self) -> Step | None:
        """Do the action last taken back again and return it; None where there is none."""
        return all_of(self.redoing())

    def undoing(self) -> Steps[Step | None]:
        """Undo little by little; nothing else may be done before the end."""
        if not self._history.past:
            return None
        entry = self._history.past[-1]
        with self._transaction(f"Acțiunea {_quoted(entry.step.name)} nu a putut fi anulată"):
            redo = yield from self._journal.replaying(entry.inverse)
        self._history.undone(redo)
        return entry.step

    def redoing(self) -> Steps[Step | None]:
        """Redo little by little, as `undoing` undoes."""
        if not self._history.future:
            return None
        entry = self._history.future[-1]
        with self._transaction(f"Acțiunea {_quoted(entry.step.name)} nu a putut fi refăcută"):
            inverse = yield from self._journal.replaying(entry.inverse)
        self._history.redone(inverse)
        return entry.step

    def take_back(self) -> Step | None:
        """Undo the latest action for good, as if it had never been done."""
        step = self.undo()
        if step:
            self._history.future.clear()
        return step

    def merges(self, merge: str) -> bool:
        """Whether an action with this merge key would join the latest."""
        return self._history.merges(merge)

    @property
    def undo_name(self) -> str | None:
        """The name of the action that `undo` takes back."""
        step = self.next_step(back=True)
        return step.name if step else None

    @property
    def redo_name(self) -> str | None:
        """The name of the action that `redo` does again."""
        step = self.next_step(back=False)
        return step.name if step else None

    def next_step(self, *, back: bool) -> Step | None:
        """Return the step that `undo`, or else `redo`, would take; None where there is none."""
        entries = self._history.past if back else self._history.future
        return entries[-1].step if entries else None

    def next_size(self, *, back: bool) -> int:
        """Return how many changes `undo`, or else `redo`, would make; 0 where there is none."""
        entries = self._history.past if back else self._history.future
        return len(entries[-1].inverse) if entries else 0

    @property
    def _db(self) -> Database:
        return self._link.db

    @contextlib.contextmanager
    def _barrier(self, failure: str) -> Iterator[None]:
        """Make changes that no undo may cross."""
        with self._transaction(failure):
            yield
            self._journal.take()
        self._history.clear()

    @contextlib.contextmanager
    def _transaction(self, failure: str) -> Iterator[None]:
        if self._acting:
            raise RuntimeError(f"an action began inside another: {failure}")
        if self.barred:
            raise StorageError(f"{failure}. {self.barred}")
        self._acting = True
        try:
            with storing(failure):
                self._begin(failure)
                yield
                self._db.execute("COMMIT")
        except BaseException as error:
            self._link.failed(error.__cause__ or error)
            raise
        finally:
            self._acting = False
            self._end()
        self._link.note()
        if self.keeper:
            self.keeper.changed()

    def _begin(self, failure: str) -> None:
        if self._link.renew(failure):
            self._journal = Journal(self._db)
        if self.keeper:
            self.keeper.before_change(self._db)
        self._db.execute("BEGIN IMMEDIATE")
        self._link.refuse_foreign_change(failure)

    def _end(self) -> None:
        """Roll back what was not stored; a connection that cannot even do that is given up."""
        try:
            self._db.rollback()
        except sqlite3.Error as error:
            self._link.failed(error)

    def _missing(self) -> PlanMissing:
        return PlanMissing(f"Planul nu mai este în fișierul {named(self.path)}.")


def _quoted(name: str) -> str:
    """Quote an action's name; Romanian quotes inside quotes are angular."""
    return f"„{name.replace('„', '«').replace('”', '»')}”"
