"""Random changes as a user makes them, every method of `Edit` among them; small ones and large."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import TypeAlias, TypeVar

from dragapp.dossier.edit import Edit
from dragapp.plan.keys import new_key
from dragapp.plan.outline import Node, Table
from dragapp.plan.own_lists import OwnCode, OwnLists
from dragapp.plan.plan import Paper, Plan
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import Paragraph, Section, State

Change: TypeAlias = Callable[[Random, Edit, Plan], object]
_T = TypeVar("_T")


def _words(rng: Random) -> str:
    return " ".join(
        rng.choices(("ședință", "măsură", "„țintă”", "beneficiar\n"), k=rng.randint(1, 40))
    )


def _any(rng: Random, things: Sequence[_T]) -> Iterator[_T]:
    """Yield one of the things; nothing where there are none."""
    yield from rng.sample(things, min(1, len(things)))


def _sections(rng: Random, plan: Plan) -> Iterator[Section]:
    return _any(rng, list(plan.walk()))


def _tables(rng: Random, plan: Plan) -> Iterator[tuple[Section, Table]]:
    return _any(rng, [(section, section.table) for section in plan.walk() if section.table])


def _rows(rng: Random, plan: Plan) -> Iterator[tuple[Section, Table, Node]]:
    for section, table in _tables(rng, plan):
        for row in _any(rng, list(table.walk())):
            yield section, table, row


def _type_cell(rng: Random, edit: Edit, plan: Plan) -> None:
    for _, table, row in _rows(rng, plan):
        for column in _any(rng, table.columns_of(row.level)):
            edit.set_cell(row.id, column.key, rng.choice(("", _words(rng))))


def _add_row(rng: Random, edit: Edit, plan: Plan) -> None:
    for section, table, row in _rows(rng, plan):
        made = Node(new_key("r"), row.level)
        made.cells = {column.key: _words(rng) for column in table.columns_of(row.level)}
        above = _above(table, row)
        edit.add_node(section.id, above, rng.randint(0, 9), made)


def _delete_row(rng: Random, edit: Edit, plan: Plan) -> None:
    for _, _, row in _rows(rng, plan):
        edit.delete_node(row.id)


def _move_row(rng: Random, edit: Edit, plan: Plan) -> None:
    for _, table, row in _rows(rng, plan):
        depth = table.depth(row.level)
        parents = [None, *(r.id for r in table.walk() if table.depth(r.level) < depth)]
        edit.move_node(row.id, rng.choice(parents), rng.randint(0, 9))


def _change_row(rng: Random, edit: Edit, plan: Plan) -> None:
    for _, table, row in _rows(rng, plan):
        edit.set_node(row.id, number=rng.choice((None, "7")), level=rng.choice(table.levels).key)


def _change_column_and_level(rng: Random, edit: Edit, plan: Plan) -> None:
    for section, table in _tables(rng, plan):
        edit.set_column(section.id, rng.choice(table.columns).key, title=_words(rng))
        edit.set_level(section.id, rng.choice(table.levels).key, name=_words(rng))


def _write_text(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in _sections(rng, plan):
        written = [*section.before, Paragraph(rich(_words(rng)))]
        edit.set_paragraphs(section.id, "before", rng.sample(written, rng.randint(0, len(written))))


def _change_section(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in _sections(rng, plan):
        edit.set_section(section.id, heading=rich(_words(rng)), state=rng.choice(list(State)))


def _move_section(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in _sections(rng, plan):
        inside = {below.id for below in section.walk()}
        parents = [None, *(other.id for other in plan.walk() if other.id not in inside)]
        edit.move_section(section.id, rng.choice(parents), rng.randint(0, 9))


def change_front(rng: Random, edit: Edit, plan: Plan) -> None:
    """Change the plan's own fields."""
    edit.set_plan(plan.id, title=_words(rng))
    edit.set_institution(plan.id, mayor=_words(rng))
    edit.set_annex_header(plan.id, extra=_words(rng))
    edit.set_decision(plan.id, number=str(rng.randint(1, 99)))
    edit.set_printing(plan.id, large=rng.random() < 0.5, annex_number=_words(rng))
    edit.set_own_lists(OwnLists([OwnCode(_words(rng))], words=_words(rng).split()))


def _change_papers(rng: Random, edit: Edit, plan: Plan) -> None:
    for paper in _any(rng, plan.papers):
        edit.delete_paper(paper.id)
    edit.set_paper(edit.add_paper(plan.id, Paper("other"), 0), note=_words(rng))


def _retype_table(rng: Random, edit: Edit, plan: Plan) -> None:
    for _, table in _tables(rng, plan):
        for row in table.walk():
            for column in table.columns_of(row.level):
                edit.set_cell(row.id, column.key, _words(rng))


def _double_table(rng: Random, edit: Edit, plan: Plan) -> None:
    for section, table in _tables(rng, plan):
        twin = deepcopy(table)
        _rename(twin)
        table.rows += twin.rows
        edit.set_table(section.id, rng.choice((table, twin, None)))


def _copy_section(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in _any(rng, plan.sections):
        twin = deepcopy(section)
        for below in twin.walk():
            below.key = new_key("s")
            if below.table:
                _rename(below.table)
        edit.add_section(plan.id, None, rng.randint(0, 9), twin)


def _delete_section(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in _any(rng, plan.sections):
        edit.delete_section(section.id)


def _add_plan(rng: Random, edit: Edit, plan: Plan) -> None:
    twin = deepcopy(plan)
    twin.year, twin.revision = rng.randint(3000, 9999), rng.randint(0, 999)
    edit.add_plan(twin)


def _replace_plan(rng: Random, edit: Edit, plan: Plan) -> None:
    _add_plan(rng, edit, plan)
    edit.delete_plan(plan.id)


def _retype_plan(rng: Random, edit: Edit, plan: Plan) -> None:
    for section in plan.walk():
        written = [Paragraph(rich(plain(p.text) + _words(rng))) for p in section.before]
        edit.set_paragraphs(section.id, "before", written)


SMALL: tuple[Change, ...] = (
    _type_cell, _add_row, _delete_row, _move_row, _change_row, _change_column_and_level,
    _write_text, _change_section, _move_section, change_front, _change_papers,
)  # fmt: skip
LARGE: tuple[Change, ...] = (
    _retype_table, _double_table, _copy_section, _delete_section, _add_plan, _replace_plan,
    _retype_plan,
)  # fmt: skip


def _above(table: Table, row: Node) -> int | None:
    return next((above.id for above in table.walk() if row in above.rows), None)


def _rename(table: Table) -> None:
    for row in table.walk():
        row.key = new_key("r")
