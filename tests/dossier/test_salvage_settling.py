"""Rows that lost what they referred to find a place: tables keep their form, no text is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier import schema
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.salvage import Report, salvage
from dragapp.dossier.salvage.finding import Found, find
from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.model import Models
from dragapp.dossier.salvage.settling import settle
from dragapp.plan.codec import check_keys, decode, encode
from dragapp.plan.outline import Look, Node, Table
from dragapp.plan.plan import Institution, Plan
from dragapp.plan.rich import plain
from dragapp.plan.section import ParagraphKind, Section
from tests.dossier.samples import sample_plan


@pytest.fixture
def models() -> Iterator[Models]:
    with closing(Models()) as made:
        yield made


def _salvaged(path: Path, *statements: str) -> tuple[Report, list[Plan]]:
    """Change a dossier of one plan as no action would, and salvage it."""
    if not path.exists():
        Dossier.create(path, sample_plan()).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            db.execute(statement)
        db.commit()
    target = path.with_name("nou.dosar")
    report = salvage(path, target)
    with Dossier.open(target) as dossier:
        plans = [dossier.load(entry.id) for entry in dossier.plans()]
    for plan in plans:
        assert decode(Plan, encode(plan), "") == plan
        check_keys(plan.sections)
    return report, plans


def _one(path: Path, *statements: str) -> tuple[Report, Plan]:
    report, (plan,) = _salvaged(path, *statements)
    return report, plan


def _matrix(plan: Plan) -> Table:
    table = plan.section("objectives").table
    assert table is not None
    return table


def _outline(rows: list[Node], depth: int = 0) -> list[str]:
    """Say how rows stand under one another, by their first cells."""
    lines = []
    for row in rows:
        lines.append("  " * depth + next(iter(row.cells.values()), "–"))
        lines += _outline(row.rows, depth + 1)
    return lines


def _loose(plan: Plan) -> list[str]:
    found = [section for section in plan.walk() if section.name == "Texte recuperate"]
    assert all(section.hidden for section in found)
    return [plain(paragraph.text) for section in found for paragraph in section.before]


def _dropping(table: str, where: str) -> str:
    return f'DELETE FROM "{table}" WHERE {where}'


def test_a_lost_plan_gets_another_that_holds_its_sections(path: Path) -> None:
    report, plan = _one(path, "DELETE FROM plan")
    whole = sample_plan()
    assert plan.title == "Plan recuperat"
    assert plan.sections == whole.sections
    assert plan.institution == whole.institution
    assert plan.papers == whole.papers
    assert (report.plans, report.made, report.moved) == (0, 1, 0)


def test_a_lost_town_hall_is_named_as_in_the_newest_plan(path: Path) -> None:
    _, plan = _one(path, "DELETE FROM institution")
    with Dossier.open(path.with_name("nou.dosar")) as dossier:
        assert dossier.institution() == plan.institution == sample_plan().institution


def test_a_lost_section_is_made_again_with_its_text_and_its_table(path: Path) -> None:
    report, plan = _one(path, _dropping("section", "key = 'objectives'"))
    lost, whole = plan.sections[2], sample_plan().section("objectives")
    assert lost.name == "Punct recuperat"
    assert (lost.before, lost.table, lost.after) == (whole.before, whole.table, whole.after)
    assert [section.key for section in plan.sections[:2]] == ["preamble", "chapter-1"]
    assert (report.sections, report.made, report.unassigned) == (6, 1, 0)


def test_subsections_of_a_lost_section_stay_together(path: Path) -> None:
    _, plan = _one(path, _dropping("section", "key = 'chapter-1'"))
    lost = plan.sections[1]
    assert lost.name == "Punct recuperat"
    assert lost.sections == sample_plan().section("chapter-1").sections


def test_a_lost_subsection_stands_beside_its_neighbours(path: Path) -> None:
    _, plan = _one(path, _dropping("section", "key = 'existing'"))
    names = [section.name for section in plan.section("chapter-1").sections]
    assert names == ["Punct recuperat", "Servicii propuse", "Servicii contractate"]


def test_lost_rows_are_made_again_from_their_cells(path: Path) -> None:
    whole = _matrix(sample_plan())
    report, plan = _one(path, "DELETE FROM node")
    # Rows of which there is no cell are gone with their place.
    wanted = [line for line in _outline(whole.rows) if line.strip() != "–"]
    found = _outline(_matrix(plan).rows)
    assert [line.strip() for line in found] == [line.strip() for line in wanted]
    assert found[:4] == wanted[:4]
    assert (report.rows, report.unassigned) == (0, 0)


def test_a_lost_row_is_made_again_between_its_parent_and_its_children(path: Path) -> None:
    report, plan = _one(path, _dropping("node", "key = 'r-m1'"))
    assert _outline(_matrix(plan).rows) == _outline(_matrix(sample_plan()).rows)
    assert (report.made, report.moved) == (1, 0)


def test_a_row_whose_parent_is_lost_moves_to_the_top_of_its_table(path: Path) -> None:
    report, plan = _one(path, _dropping("node", "key = 'r-o2'"))
    table = _matrix(plan)
    assert [row.key for row in table.rows] == ["r-o1", "r-d2"]
    assert report.moved == 1


def test_a_row_under_one_of_its_own_level_moves_to_the_top(path: Path) -> None:
    parent = "(SELECT id FROM node WHERE key = 'r-m2')"
    _, plan = _one(path, f"UPDATE node SET parent = {parent} WHERE key IN ('r-m3', 'r-m2')")
    assert {"r-m2", "r-m3"} <= {row.key for row in _matrix(plan).rows}


def test_a_lost_column_is_made_again_where_cells_tell_of_it(path: Path) -> None:
    report, plan = _one(path, _dropping("column", "key = 'measure'"))
    table, whole = _matrix(plan), _matrix(sample_plan())
    titles = [column.title for column in table.columns]
    assert titles == [
        "Coloană recuperată" if column.key == "measure" else column.title
        for column in whole.columns
    ]
    assert _outline(table.rows) == _outline(whole.rows)
    assert report.unassigned == 0


def test_a_cell_whose_column_nothing_else_tells_of_is_a_text_without_a_place(path: Path) -> None:
    report, plan = _one(path, _dropping("column", "key = 'term'"))
    assert _loose(plan) == ["Lunar"]
    assert report.unassigned == 1
    assert len(_matrix(plan).columns) == len(_matrix(sample_plan()).columns) - 1


def test_cells_without_row_and_column_are_texts_without_a_place(path: Path) -> None:
    report, plan = _one(path, "DELETE FROM node", 'DELETE FROM "column"', "DELETE FROM level")
    whole = [row.cells.values() for row in _matrix(sample_plan()).walk()]
    assert {text for cells in whole for text in cells} <= set(_loose(plan))
    assert report.cells == 0


def test_lost_levels_are_made_again_in_their_order(path: Path) -> None:
    _, plan = _one(path, "DELETE FROM level")
    table, whole = _matrix(plan), _matrix(sample_plan())
    assert [level.name for level in table.levels] == ["Nivel recuperat"] * 4
    assert _outline(table.rows) == _outline(whole.rows)
    assert [level.look for level in table.levels][-1] == Look.ROW


def test_what_refers_to_nothing_alone_is_put_beside_its_neighbours(path: Path) -> None:
    _, plan = _one(
        path,
        "UPDATE paragraph SET section = 999 WHERE text LIKE '%articol%'",
        "UPDATE section SET plan = 999 WHERE key = 'proposed'",
        "UPDATE node SET section = 999 WHERE key = 'r-m2'",
        "UPDATE node SET level = 999 WHERE key = 'r-m3'",
        "UPDATE node SET plan = 999 WHERE key = 'r-i1'",
        "UPDATE paper SET plan = 999",
    )
    assert plan == sample_plan()


def test_sections_in_a_circle_are_taken_apart(path: Path) -> None:
    report, plan = _one(
        path,
        "UPDATE section SET parent = (SELECT id FROM section WHERE key = 'existing') "
        "WHERE key = 'chapter-1'",
    )
    assert {section.key for section in plan.walk()} == {
        section.key for section in sample_plan().walk()
    }
    assert report.moved == 1


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("section SET state = 'qqne'", "todo"),
        ("section SET statement_place = ''", "body"),
        ("section SET scope = 'annfx'", "annex"),
        ("section SET orientation = x'00'", "auto"),
        ("plan SET header_state = 'adoptat'", "draft"),
        ("plan SET inst_kind = 'comuna'", "comună"),
    ],
)
def test_a_value_that_means_nothing_is_replaced(path: Path, change: str, value: str) -> None:
    table, column = change.split()[0], change.split()[2]
    if "x'00'" in change:
        change = change.replace("x'00'", "'au' || char(0)")
    report, _ = _one(path, f"UPDATE {change}")
    with closing(sqlite3.connect(path.with_name("nou.dosar"))) as db:
        found = {each for (each,) in db.execute(f"SELECT {column} FROM {table}")}
    assert found == {value}
    assert report.mended > 0


def test_broken_emphasis_leaves_the_letters(path: Path) -> None:
    report, plan = _one(
        path,
        """UPDATE paragraph SET text = '["Text ", {"b" "gros}, " și _semne_"]' WHERE id = 1""",
        "UPDATE paragraph SET text = '\"doar \" un text' WHERE text LIKE '%articol%'",
        "UPDATE section SET heading = 'PREAMBUL' WHERE key = 'preamble'",
    )
    preamble = plan.section("preamble")
    texts = [plain(paragraph.text) for paragraph in preamble.before]
    assert texts[0].startswith("Text ")
    assert "gros" in texts[0]
    assert "și _semne_" in texts[0]
    assert texts[1] == "doar  un text"
    assert plain(preamble.heading) == "PREAMBUL"
    assert report.mended == 3


def test_a_paragraph_far_too_deep_is_one_that_can_be_shown(path: Path) -> None:
    _, plan = _one(path, "UPDATE paragraph SET level = 4000000000 WHERE text LIKE '%articol%'")
    assert plan.section("preamble").before[1].level == 20
    assert plan.section("preamble").before[1].kind == ParagraphKind.ITEM


def test_siblings_count_without_gaps_again(path: Path) -> None:
    _, plan = _one(path, "UPDATE section SET position = 9223372036854775807 - position")
    assert [section.key for section in plan.sections] == [
        section.key for section in reversed(sample_plan().sections)
    ]
    with closing(sqlite3.connect(path.with_name("nou.dosar"))) as db:
        found = db.execute("SELECT position FROM section WHERE parent IS NULL ORDER BY position")
        assert [place for (place,) in found] == [0, 1, 2, 3]


def test_looks_that_cannot_follow_one_another_are_made_such_as_can(path: Path) -> None:
    _, plan = _one(path, "UPDATE level SET look = 'banner', number_column = 'objective'")
    assert [level.look for level in _matrix(plan).levels][-1] == Look.ROW
    assert all(level.number_column == "" for level in _matrix(plan).levels)


def _found(path: Path, models: Models) -> Found:
    Dossier.create(path, sample_plan()).close()
    found = find(Image(path.read_bytes()), models)
    assert found is not None
    return found


def test_what_was_found_twice_is_kept_once_or_under_a_number_of_its_own(
    path: Path, models: Models
) -> None:
    found = _found(path, models)
    sections, cells = found.rows["section"], found.rows["cell"]
    count = len(sections), len(cells)
    sections += [dict(sections[0]), {**sections[0], "name": "Alt nume"}]
    cells += [dict(cells[0]), {**cells[0], "text": "alt text"}]
    rows = settle(found, models.of(found.version))
    made = [row for row in rows.of("section") if row["name"] == "Alt nume"]
    assert len(rows.of("section")) == count[0] + 2  # the other one, and that of loose texts
    assert len({row["key"] for row in rows.of("section")}) == count[0] + 2
    assert made[0]["id"] != sections[0]["id"]
    assert len(rows.of("cell")) == count[1]
    assert [loose.text for loose in rows.loose] == ["alt text"]


def test_rows_with_the_highest_numbers_lose_nothing_either(path: Path, models: Models) -> None:
    found = _found(path, models)
    paragraph = found.rows["paragraph"][0]
    for number in (2**31 - 1, 2**31, 2**63 - 1, -5, 0, None):
        for text in ("unu", "doi"):
            row = {**paragraph, "id": number, "text": f'"{text} {number}"'}
            found.rows["paragraph"].append(row)
    wanted = {row["text"] for row in found.rows["paragraph"]}
    rows = settle(found, models.of(found.version))
    assert {row["text"] for row in rows.of("paragraph")} == wanted


def test_two_plans_of_one_year_are_told_apart(path: Path, models: Models) -> None:
    found = _found(path, models)
    plan = found.rows["plan"][0]
    found.rows["plan"] += [{**plan, "id": 7, "title": "Al doilea"}, {**plan, "id": 8, "year": None}]
    rows = settle(found, models.of(found.version))
    years = [(row["year"], row["revision"]) for row in rows.of("plan")]
    assert years[:2] == [(2024, 0), (2024, 1)]
    assert len(set(years)) == 3


def test_tables_of_later_versions_are_salvaged_as_well(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = (
        "CREATE TABLE measurement (id INTEGER PRIMARY KEY, "
        "node INTEGER NOT NULL REFERENCES node (id) ON DELETE CASCADE, "
        "author INTEGER REFERENCES plan (id), value TEXT NOT NULL, done REAL) STRICT",
        "ALTER TABLE plan ADD COLUMN mood TEXT NOT NULL DEFAULT 'bună'",
    )
    Dossier.create(path, sample_plan()).close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, newer))
    with closing(sqlite3.connect(path)) as db:
        for statement in newer:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
        db.execute("INSERT INTO measurement VALUES (1, 1, 1, 'măsurat de trei ori', 0.5)")
        db.execute("INSERT INTO measurement VALUES (2, 999, NULL, 'măsurat degeaba', 1)")
        db.commit()
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    target = path.with_name("nou.dosar")
    salvage(path, target)
    with closing(sqlite3.connect(target)) as db:
        found = db.execute("SELECT * FROM measurement").fetchall()
        assert found == [(1, 1, 1, "măsurat de trei ori", 0.5)]
        assert db.execute("SELECT mood FROM plan").fetchall() == [("bună",)]
    with Dossier.open(target) as dossier:
        plan = dossier.load(dossier.find())
    assert _loose(plan) == ["măsurat degeaba"]


def test_a_dossier_made_of_a_single_row_opens(path: Path) -> None:
    _, plan = _one(path, "DELETE FROM plan", "DELETE FROM section", "DELETE FROM node",
                   "DELETE FROM cell WHERE text <> 'Lunar'", "DELETE FROM institution")  # fmt: skip
    assert plan.institution.kind == Institution().kind
    assert isinstance(plan.sections[0], Section)
