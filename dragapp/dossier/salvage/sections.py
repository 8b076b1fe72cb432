"""Sections and plans that others refer to: each row finds its own again, or a stand-in for it.

Rows of the same age lie side by side in a dossier: a section is numbered right after the one that
is printed before it. So a lost place is told from the rows right before and after.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from dragapp.dossier.salvage.rows import Rows, after, integer, most, position
from dragapp.dossier.salvage.shape import Row

_HOLDERS = ("paragraph", "level", "column", "node")
SECTION_NAME, PLAN_TITLE = "Punct recuperat", "Plan recuperat"


def settle_sections(rows: Rows) -> None:
    """See that every part is in a section, every section in a plan and under a sound parent."""
    _make_sections(rows)
    _settle_plans(rows)
    _settle_parents(rows)
    for node in rows.parts["node"].values():
        section = rows.parts["section"][integer(node, "section") or 0]
        node["plan"] = section["plan"]


def _make_sections(rows: Rows) -> None:
    """Make the sections that are lost; a single row that refers to one may be in error itself."""
    sections = rows.parts["section"]
    lost = [
        (table, number, row)
        for table in _HOLDERS
        for number, row in rows.parts[table].items()
        if integer(row, "section") not in sections
    ]
    asked = Counter(integer(row, "section") for _, _, row in lost)
    for table, number, row in lost:
        wanted = integer(row, "section")
        near = rows.neighbours(table, number, "section") if asked[wanted] == 1 else None
        if near in sections:
            rows.move(row, "section", near)
    for _, _, row in lost:
        if integer(row, "section") not in sections:
            made = rows.make("section", integer(row, "section") or 0, plan=None, parent=None)
            made["name"] = SECTION_NAME
            row["section"] = made["id"]
    for row in list(sections.values()):
        parent = integer(row, "parent")
        if parent is not None and parent not in sections:
            made = rows.make("section", parent, plan=row["plan"], parent=None, name=SECTION_NAME)
            row["parent"] = made["id"]


def _settle_plans(rows: Rows) -> None:
    sections, plans = rows.parts["section"], rows.parts["plan"]
    votes: dict[int, list[int | None]] = defaultdict(list)
    for number, row in sections.items():
        parent = sections.get(integer(row, "parent") or 0)
        votes[number] += [integer(row, "plan"), integer(parent, "plan")]
        if parent is not None:
            votes[integer(parent, "id") or 0].append(integer(row, "plan"))
    for node in rows.parts["node"].values():
        votes[integer(node, "section") or 0].append(integer(node, "plan"))
    asked = Counter(vote for each in votes.values() for vote in each if vote is not None)
    for number, row in sorted(sections.items()):
        plan = most(votes[number], plans)
        if plan is None:
            own = most(votes[number], asked)
            near = rows.neighbours("section", number, "plan")
            plan = near if own is None or asked[own] == 1 else own
            plan = plan or own or integer(_nearest(rows, number), "plan") or rows.fresh("plan")
        if plan not in plans:
            rows.make("plan", plan, title=PLAN_TITLE)
        if ("section", number) in rows.stand_ins:
            row["plan"] = plan
        rows.move(row, "plan", plan)


def _nearest(rows: Rows, number: int) -> Row | None:
    before, behind = rows.around("section", number)
    return before if before and before["plan"] else behind


def _settle_parents(rows: Rows) -> None:
    sections = rows.parts["section"]
    children: dict[int | None, list[Row]] = defaultdict(list)
    for row in sections.values():
        children[integer(row, "parent")].append(row)
    for number, row in sorted(sections.items()):
        if ("section", number) in rows.stand_ins:
            row["parent"] = None if children[number] else _likely_parent(rows, number)
            siblings = [each for each in sections.values() if each["parent"] == row["parent"]]
            row["position"] = after(
                (each for each in siblings if each is not row and each["plan"] == row["plan"]),
                number,
            )
        parent = sections.get(integer(row, "parent") or 0)
        if parent is not None and (parent["plan"] != row["plan"] or _in_a_circle(rows, row)):
            rows.move(row, "parent", None)


def _likely_parent(rows: Rows, number: int) -> int | None:
    """Return where a lost section without subsections stood: where a place is free, as a rule."""
    own = rows.parts["section"][number]["plan"]
    around = [row for row in rows.around("section", number) if row and row["plan"] == own]
    parents = [integer(row, "parent") for row in around]
    for parent in parents:
        siblings = [
            row
            for row in rows.parts["section"].values()
            if row["plan"] == own and row["parent"] == parent and row.get("position") is not None
        ]
        older = [position(row) for row in siblings if (integer(row, "id") or 0) < number]
        newer = [position(row) for row in siblings if (integer(row, "id") or 0) > number]
        if newer and min(newer) - max(older, default=-1) > 1:
            return parent
    return next((each for each in parents if each is not None and each < number), None)


def _in_a_circle(rows: Rows, row: Row) -> bool:
    seen: set[int] = set()
    above = integer(row, "parent")
    while above is not None and above not in seen:
        seen.add(above)
        above = integer(rows.parts["section"].get(above), "parent")
    return integer(row, "id") in seen
