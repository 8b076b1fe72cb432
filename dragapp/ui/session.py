"""The open dossier and the plan on screen: the one way in which widgets change anything.

A widget opens an action, edits, and is told with everybody else what to show anew. It never holds
a connection and never changes the plan in memory by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.dossier.step import Spot
from dragapp.dossier.touched import Touched
from dragapp.plan.section import Section
from dragapp.ui.slices import Slices

#: A step of so many changes of rows and cells is taken after the key that asks for it.
_MANY = 300


class Session(QObject):
    """A dossier, the plan chosen from it, and their changes.

    `changed` carries what was touched; `undoing` asks to show the place that an undo is about to
    change, `spot_wanted` the place that it has changed; `flushing` asks every editor to hand over
    what is typed but not yet stored; `plan_replaced` says that the editors are to be made anew:
    another plan is on screen, or may be changed or not.
    """

    changed = Signal(object)
    undoing = Signal(object)
    spot_wanted = Signal(object)
    flushing = Signal()
    history_changed = Signal()
    plan_replaced = Signal()

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self._acting = self._flushing = self.unsaved = self.closed = False
        self._slices = Slices(self)
        #: The text that is being typed, by its merge key, as it was before.
        self._typed: tuple[str, object] | None = None
        self._load(dossier.find())

    @property
    def read_only(self) -> bool:
        """Whether the plan's content cannot be changed: see `dossier.barred` and `approval`."""
        return self.dossier.read_only or self.approval is not None

    def show_plan(self, plan_id: int) -> None:
        """Turn to another plan of the dossier; editors must be made anew after this."""
        self._load(plan_id)
        self.plan_replaced.emit()

    def _load(self, plan_id: int) -> None:
        self.plan = self.dossier.load(plan_id)
        self.approval = self.dossier.approval(plan_id)

    def approve(self, annex: bytes, day: date) -> None:
        """Freeze the plan with the PDF of its annex; what is typed must have been flushed."""
        self.dossier.approve(self.plan.id, annex, day)
        self.show_plan(self.plan.id)

    def reopen(self) -> None:
        """Let the approved plan be changed again."""
        self.dossier.reopen(self.plan.id)
        self.show_plan(self.plan.id)

    def catch_up(self) -> None:
        """Show what another program has stored since, where this one only reads."""
        if self.dossier.read_only and not self.closed and self.dossier.stale:
            self.dossier.look_again()
            kept = self.plan.id in {entry.id for entry in self.dossier.plans()}
            self.show_plan(self.plan.id if kept else self.dossier.find())

    def spot(
        self,
        section: Section | None = None,
        node: str = "",
        column: str = "",
        part: str = "",
        more: tuple[tuple[str, str], ...] = (),
    ) -> Spot:
        """Name a place of this plan, to come back to after undo; `part` names a tab of fields."""
        return Spot(self.plan.id, section.key if section else "", node, column, part, more)

    @contextmanager
    def act(self, name: str, spot: Spot | None = None, merge: str | None = None) -> Iterator[Edit]:
        """Carry out one named action; when it is stored, everybody is told what it touched."""
        if self.closed:
            # A field that loses the focus while its window goes has nothing left to store into.
            yield cast("Edit", _Nowhere())
            return
        self._slices.finish()
        with self._storing(name), self.dossier.action(name, spot or self.spot(), merge) as edit:
            yield edit
        self._stored(edit.touched)

    def act_slowly(
        self,
        name: str,
        steps: Callable[[Edit], Iterator[object]],
        spot: Spot | None = None,
        done: Callable[[], None] | None = None,
        *,
        later: bool = False,
    ) -> None:
        """Carry out one named action of many steps while the window goes on answering.

        With `later` it begins in an event of its own, for what took its time to prepare. `done` is
        called when it is stored and everybody was told. Whatever else is to be stored, undone or
        put out waits until this is done.
        """
        if not self.closed:
            work = self._acting_slowly(name, steps, spot or self.spot(), done)
            self._slices.begin(work, later=later)

    def _acting_slowly(
        self,
        name: str,
        steps: Callable[[Edit], Iterator[object]],
        spot: Spot,
        done: Callable[[], None] | None,
    ) -> Iterator[None]:
        with self._storing(name), self.dossier.action(name, spot) as edit:
            for _ in steps(edit):
                yield
        yield
        yield from self._telling(edit.touched)
        if done:
            yield
            done()

    def typed(
        self,
        name: str,
        spot: Spot,
        merge: str,
        old: object,
        new: object,
        change: Callable[[Edit], None],
    ) -> None:
        """Store a text that is being typed: one step with all that has that merge key before it.

        Typed back to what it was before that step, it takes the step back for good: Ctrl+Z in the
        text itself thus leaves no empty step among the dossier's.
        """
        self._slices.finish()
        if self._typed is None or self._typed[0] != merge or not self.dossier.merges(merge):
            self._typed = (merge, old)
        elif self._typed[1] == new:
            self.take_back(merge)
            return
        with self.act(name, spot, merge) as edit:
            change(edit)

    def take_back(self, merge: str) -> None:
        """Undo the latest step for good, if it has this merge key."""
        self._slices.finish()
        if not self.dossier.merges(merge):
            return
        with self._storing("take back"):
            step = self.dossier.take_back()
        if step:
            self._stored(step.touched)

    @contextmanager
    def _storing(self, name: str) -> Iterator[None]:
        """Note of what fails in the block that it is unsaved."""
        if self._acting:
            raise RuntimeError(f"action {name!r} inside another one")
        self._acting = True
        try:
            yield
        except BaseException:
            self.unsaved = True
            self.history_changed.emit()
            raise
        finally:
            self._acting = False

    def _stored(self, touched: Touched) -> None:
        self._tell(touched)
        if self.unsaved and not self._flushing:
            # What could not be stored before can be now: the field still has it.
            QTimer.singleShot(0, self, self._store_the_rest)

    def flush(self) -> bool:
        """Store whatever is typed in an open cell or text; return whether that succeeded.

        A field that could not store its text keeps it and tries again at the next occasion.
        """
        self._slices.finish()
        if not self._flushing:
            self._flushing, self.unsaved = True, False
            try:
                self.flushing.emit()
            finally:
                self._flushing = False
        return not self.unsaved

    def _store_the_rest(self) -> None:
        if not self.closed:
            self.flush()
            self.history_changed.emit()

    def undo(self) -> None:
        """Take back the last action and show where it was."""
        self._travel(back=True)

    def redo(self) -> None:
        """Do again what was taken back and show where it is."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        """Go to the place of a step, take the step, and show what became of the place.

        Whoever stands on what goes comes to stand beside it.
        """
        if not self.flush():
            return
        step = self.dossier.next_step(back=back)
        if step is None:
            return
        spot = step.spot or self.spot()
        known = self._plans()
        if spot.plan != self.plan.id and spot.plan in known:
            self.show_plan(spot.plan)
        self.undoing.emit(spot)
        many = self.dossier.next_size(back=back) > _MANY
        self._slices.begin(self._travelling(spot, known, back=back), later=many)

    def _travelling(self, spot: Spot, known: set[int], *, back: bool) -> Iterator[None]:
        step = yield from self.dossier.undoing() if back else self.dossier.redoing()
        assert step is not None
        yield
        yield from self._telling(step.touched)
        yield
        added = self._plans() - known if step.touched.plans else set()
        if added:
            self.show_plan(added.pop())
        elif spot.plan == self.plan.id:
            self.spot_wanted.emit(spot)

    def _plans(self) -> set[int]:
        return {entry.id for entry in self.dossier.plans()}

    def _tell(self, touched: Touched) -> None:
        for _ in self._telling(touched):
            pass

    def _telling(self, touched: Touched) -> Iterator[None]:
        if touched.plans and self.plan.id not in self._plans():
            self.show_plan(self.dossier.find())
            self.history_changed.emit()
            return
        yield from self.dossier.refreshing(self.plan, touched)
        yield
        self.changed.emit(touched)
        self.history_changed.emit()

    def close(self) -> None:
        """Close the file; what is typed must have been flushed, or given up by the user."""
        self._slices.finish()
        self.closed = True
        self.dossier.close()


class _Nowhere:
    """Takes any edit and does nothing."""

    def __getattr__(self, name: str) -> Callable[..., int]:
        return lambda *_, **__: 0
