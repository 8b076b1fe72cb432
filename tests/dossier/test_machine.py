"""Promises 12 and 13: any changes, undo, redo and reopening keep the dossier and the window right.

Undoing everything gives back what was there at opening, or at the approval that undo never crosses;
redoing everything gives back what was there before.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.dossier.touched import Touched
from dragapp.errors import StorageError
from dragapp.plan.codec import check_keys, decode, encode
from dragapp.plan.keys import new_key
from dragapp.plan.outline import Node
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Section
from tests.dossier.samples import dump, matrix, paragraphs, sample_plan, tables, texts

_places = st.integers(-1, 5)
_merges = st.sampled_from([None, None, "cell", "text"])


class DossierMachine(RuleBasedStateMachine):
    """Does what a user may do and knows what must come of it.

    `past` and `future` are the dumps that undo and redo must give back, the latest last; `start` is
    the one that no undo goes back past. `frozen` holds the content of approved plans.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "x.dosar"
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []
        self.merge: str | None = None
        self.frozen: dict[int, Any] = {}

    @initialize()
    def make(self) -> None:
        with Dossier.create(self.path, sample_plan()) as made, made.action("Plan nou") as edit:
            edit.add_plan(sample_plan(2019))
        self.dossier = Dossier.open(self.path)
        self.start = dump(self.dossier)
        self.views = {entry.id: self.dossier.load(entry.id) for entry in self.dossier.plans()}

    def teardown(self) -> None:
        try:
            # A story that went well so far ends like this.
            if sys.exc_info()[0] is None:
                self.undo_everything_and_redo_it()
                self.reopen()
        finally:
            self.dossier.close()
            self.folder.cleanup()

    def _act(self, change: Callable[[Edit], object], merge: str | None = None) -> None:
        before, steps = dump(self.dossier), len(self.dossier._history.past)
        try:
            with self.dossier.action("Schimbare", merge=merge) as edit:
                change(edit)
        except StorageError as error:
            if not self.frozen or "este aprobat" not in str(error):
                raise
            assert dump(self.dossier) == before
            return
        if dump(self.dossier) != before or len(self.dossier._history.past) > steps:
            assert self.dossier.undo_name == "Schimbare"
            if merge is None or merge != self.merge:
                self.past.append(before)
            self.future.clear()
            self.merge = merge
        self._look(edit.touched)

    def _look(self, touched: Touched) -> None:
        """Do what a window does after a change: read again what was touched, nothing else."""
        there = {entry.id for entry in self.dossier.plans()}
        assert touched.plans or there == set(self.views)
        for plan_id in there | set(self.views):
            if plan_id not in there:
                del self.views[plan_id]
            elif plan_id not in self.views:
                self.views[plan_id] = self.dossier.load(plan_id)
            else:
                view = self.views[plan_id]
                known = {(s.id, s.key): s for s in view.walk()}
                self.dossier.refresh(view, touched)
                for section in view.walk():
                    assert known.get((section.id, section.key), section) is section

    def _any(self, data: st.DataObject, table: str) -> int | None:
        found = self.dossier._db.execute(f"SELECT id FROM {table} ORDER BY id").fetchall()
        return data.draw(st.sampled_from([row[0] for row in found])) if found else None

    def _row(self, data: st.DataObject) -> tuple[Section, Node] | None:
        rows = [
            (section, row)
            for view in self.views.values()
            for section in view.walk()
            if section.table
            for row in section.table.walk()
        ]
        return data.draw(st.sampled_from(rows)) if rows else None

    @rule(data=st.data(), text=texts, merge=_merges)
    def set_cell(self, data: st.DataObject, text: str, merge: str | None) -> None:
        if (found := self._row(data)) and found[0].table:
            columns = found[0].table.columns_of(found[1].level)
            column = data.draw(st.sampled_from(columns)).key
            self._act(lambda edit: edit.set_cell(found[1].id, column, text), merge)

    @rule(data=st.data(), place=_places)
    def add_node(self, data: st.DataObject, place: int) -> None:
        section_id = self._any(data, "section")
        section = next(
            (s for v in self.views.values() for s in v.walk() if s.id == section_id), None
        )
        if section is None or section.table is None:
            return
        table = section.table
        parent = data.draw(st.sampled_from([None, *table.walk()]))
        above = -1 if parent is None else table.depth(parent.level)
        if above + 1 == len(table.levels):
            return
        level = data.draw(st.sampled_from(table.levels[above + 1 :])).key
        column = table.columns_of(level)[0].key
        node = Node(new_key("r"), level, cells={column: data.draw(texts)})
        parent_id = parent.id if parent else None
        self._act(lambda edit: edit.add_node(section.id, parent_id, place, node))

    @rule(data=st.data())
    def delete_node(self, data: st.DataObject) -> None:
        if found := self._row(data):
            self._act(lambda edit: edit.delete_node(found[1].id))

    @rule(data=st.data(), place=_places)
    def move_node(self, data: st.DataObject, place: int) -> None:
        if (found := self._row(data)) and (table := found[0].table):
            depth = table.depth(found[1].level)
            parents = [row.id for row in table.walk() if table.depth(row.level) < depth]
            parent = data.draw(st.sampled_from([None, *parents]))
            self._act(lambda edit: edit.move_node(found[1].id, parent, place))

    @rule(data=st.data(), number=st.none() | texts)
    def set_node(self, data: st.DataObject, number: str | None) -> None:
        if (found := self._row(data)) and (table := found[0].table):
            level = data.draw(st.sampled_from(table.levels)).key
            before = [text for row in table.walk() for text in row.cells.values()]
            self._act(lambda edit: edit.set_node(found[1].id, level=level, number=number))
            after = [text for row in found[0].table.walk() for text in row.cells.values()]
            assert sorted("\n".join(before)) == sorted("\n".join(after))

    @rule(data=st.data(), table=st.none() | st.just(None).map(lambda _: matrix()) | tables())
    def set_table(self, data: st.DataObject, table: Any) -> None:
        section_id = self._any(data, "section")
        if section_id is None:
            return
        names: dict[str, str] = {}
        for row in table.walk() if table else ():
            row.key = names.setdefault(row.key, new_key("r"))
        self._act(lambda edit: edit.set_table(section_id, table))

    @rule(data=st.data(), table_of=st.booleans(), text=texts)
    def set_column_or_level(self, data: st.DataObject, table_of: bool, text: str) -> None:
        if (found := self._row(data)) and (table := found[0].table):
            key, level = data.draw(st.sampled_from(table.columns)).key, found[1].level

            def change(edit: Edit) -> None:
                edit.set_column(found[0].id, key, title=text)
                edit.set_level(found[0].id, level, label=text)

            self._act(change)

    @rule(data=st.data(), name=texts, merge=_merges)
    def set_section(self, data: st.DataObject, name: str, merge: str | None) -> None:
        if section_id := self._any(data, "section"):
            fields = {"name": name, "statement": rich(name)}
            self._act(lambda edit: edit.set_section(section_id, **fields), merge)

    @rule(data=st.data(), typed=st.lists(texts, min_size=2, max_size=4))
    def type_on(self, data: st.DataObject, typed: list[str]) -> None:
        """Store a text again and again while it is typed: one step."""
        if section_id := self._any(data, "section"):
            for text in typed:
                self._advise(section_id, text)

    def _advise(self, section_id: int, text: str) -> None:
        self._act(lambda edit: edit.set_section(section_id, advice=text), "typing")

    @rule(
        data=st.data(),
        place=st.sampled_from(["before", "after"]),
        written=st.lists(paragraphs, max_size=3),
        merge=_merges,
    )
    def set_paragraphs(
        self, data: st.DataObject, place: Any, written: Any, merge: str | None
    ) -> None:
        if section_id := self._any(data, "section"):
            self._act(lambda edit: edit.set_paragraphs(section_id, place, written), merge)

    @rule(data=st.data(), place=_places)
    def add_section(self, data: st.DataObject, place: int) -> None:
        plan = self.views[data.draw(st.sampled_from(sorted(self.views)))] if self.views else None
        if plan is None:
            return
        parent = data.draw(st.sampled_from([None, *(section.id for section in plan.walk())]))
        inner = Section(new_key("s"), "Înăuntru", table=matrix())
        for row in inner.table.walk() if inner.table else ():
            row.key = new_key("r")
        made = Section(new_key("s"), "Nouă", sections=[inner])
        self._act(lambda edit: edit.add_section(plan.id, parent, place, made))

    @rule(data=st.data())
    def delete_section(self, data: st.DataObject) -> None:
        if section_id := self._any(data, "section"):
            self._act(lambda edit: edit.delete_section(section_id))

    @rule(data=st.data(), place=_places)
    def move_section(self, data: st.DataObject, place: int) -> None:
        sections = [(v, s) for v in self.views.values() for s in v.walk()]
        if not sections:
            return
        view, section = data.draw(st.sampled_from(sections))
        inside = {below.id for below in section.walk()}
        parents = [other.id for other in view.walk() if other.id not in inside]
        parent = data.draw(st.sampled_from([None, *parents]))
        self._act(lambda edit: edit.move_section(section.id, parent, place))

    @rule(data=st.data(), text=texts, place=_places)
    def change_front(self, data: st.DataObject, text: str, place: int) -> None:
        plan_id = self._any(data, "plan")
        if plan_id is None:
            return

        def change(edit: Edit) -> None:
            edit.set_plan(plan_id, title=text)
            edit.set_institution(plan_id, mayor=text)
            edit.set_paper(edit.add_paper(plan_id, Paper("other"), place), note=text)

        self._act(change)

    @rule(data=st.data())
    def delete_paper(self, data: st.DataObject) -> None:
        if paper_id := self._any(data, "paper"):
            self._act(lambda edit: edit.delete_paper(paper_id))

    @rule(year=st.integers(2020, 2023))
    def add_plan(self, year: int) -> None:
        if year not in {entry.year for entry in self.dossier.plans()}:
            self._act(lambda edit: edit.add_plan(sample_plan(year)))

    @precondition(lambda self: len(self.views) > 1)
    @rule(data=st.data())
    def delete_plan(self, data: st.DataObject) -> None:
        if plan_id := self._any(data, "plan"):
            self._act(lambda edit: edit.delete_plan(plan_id))

    @rule()
    def undo(self) -> None:
        now = dump(self.dossier)
        step = self.dossier.undo()
        assert (step is None) == (not self.past)
        if step:
            assert dump(self.dossier) == self.past.pop()
            self.future.append(now)
            self.merge = None
            self._look(step.touched)

    @rule()
    def redo(self) -> None:
        now = dump(self.dossier)
        step = self.dossier.redo()
        assert (step is None) == (not self.future)
        if step:
            assert dump(self.dossier) == self.future.pop()
            self.past.append(now)
            self.merge = None
            self._look(step.touched)

    @rule()
    def undo_everything(self) -> None:
        while self.past:
            self.undo()
        assert dump(self.dossier) == self.start
        assert self.dossier.undo_name is None

    @rule()
    def redo_everything(self) -> None:
        while self.future:
            self.redo()
        assert self.dossier.redo_name is None

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        end, steps = dump(self.dossier), len(self.past)
        self.undo_everything()
        for _ in range(steps):
            self.redo()
        assert dump(self.dossier) == end

    @precondition(lambda self: self.past)
    @rule()
    def take_back(self) -> None:
        step = self.dossier.take_back()
        assert step
        assert dump(self.dossier) == self.past.pop()
        self.future, self.merge = [], None
        self._look(step.touched)

    def _barrier(self) -> None:
        """Note that what was done so far cannot be undone any more."""
        assert self.dossier.undo() is None
        assert self.dossier.redo() is None
        self.past, self.future, self.merge = [], [], None
        self.start = dump(self.dossier)

    @rule()
    def reopen(self) -> None:
        before = dump(self.dossier)
        self.dossier.close()
        self.dossier = Dossier.open(self.path)
        assert dump(self.dossier) == before
        self._barrier()

    # One is left to work on, else the rest of the story would be refusals.
    @precondition(lambda self: len(self.views) > len(self.frozen) + 1)
    @rule(data=st.data())
    def approve(self, data: st.DataObject) -> None:
        plan_id = data.draw(st.sampled_from(sorted(self.views.keys() - self.frozen.keys())))
        self.dossier.approve(plan_id, b"%PDF-", date(2024, 1, 31))
        self.frozen[plan_id] = _content(self.views[plan_id])
        self._barrier()

    @precondition(lambda self: self.frozen)
    @rule(data=st.data())
    def open_for_change(self, data: st.DataObject) -> None:
        plan_id = data.draw(st.sampled_from(sorted(self.frozen)))
        self.dossier.reopen(plan_id)
        del self.frozen[plan_id]
        self._barrier()

    @invariant()
    def the_window_shows_what_the_file_holds(self) -> None:
        for plan_id, view in getattr(self, "views", {}).items():
            stored = self.dossier.load(plan_id)
            assert view == stored
            check_keys(decode(Plan, encode(stored), "").sections)
            assert self.frozen.get(plan_id) in (None, _content(stored))


def _content(plan: Plan) -> dict[str, Any]:
    """Return what an approval freezes: all but the papers."""
    return {name: value for name, value in encode(plan).items() if name != "papers"}


DossierMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestDossier = pytest.mark.slow(DossierMachine.TestCase)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_long_stories() -> None:
    long = settings(max_examples=50, stateful_step_count=75, deadline=None)
    run_state_machine_as_test(DossierMachine, settings=long)


def test_what_was_taken_back_for_good_leaves_nothing_to_redo_on_top_of_it(dossier: Dossier) -> None:
    for title in ("primul", "al doilea"):
        with dossier.action(title) as edit:
            edit.set_plan(dossier.find(), title=title)
    dossier.undo()
    dossier.take_back()
    before = dump(dossier)
    assert dossier.redo() is None
    assert dump(dossier) == before
