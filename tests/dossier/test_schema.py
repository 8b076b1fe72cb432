"""The tables keep their promises whatever the program does."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path

import pytest
from sqlite_utils import Database

from dragapp.dossier import schema
from dragapp.dossier.dossier import Dossier
from dragapp.errors import StorageError
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.plan import PAPER_KINDS
from dragapp.plan.section import Orientation, ParagraphKind, Scope, State, StatementPlace
from tests.dossier.samples import sample_plan

TABLES = {
    "institution", "plan", "paper", "section", "paragraph", "level", "column", "node", "cell",
    "setting", "approval", "own_code", "own_act", "own_name",
}  # fmt: skip


def test_the_tables(dossier: Dossier) -> None:
    assert set(dossier._db.table_names()) == TABLES


def test_every_table_is_strict_and_has_a_key_of_its_own(dossier: Dossier) -> None:
    listed = dossier._db.execute("PRAGMA main.table_list").fetchall()
    strict = {name for _, name, kind, _, _, is_strict in listed if kind == "table" and is_strict}
    assert strict >= TABLES
    for table in TABLES:
        columns = dossier._db.execute(f'PRAGMA table_info("{table}")').fetchall()
        assert any(key for *_, key in columns), table
    for sql in dossier._db.execute("SELECT sql FROM sqlite_master").fetchall():
        assert "AUTOINCREMENT" not in str(sql)


def test_every_foreign_key_cascades_and_is_found_by_an_index(dossier: Dossier) -> None:
    db = dossier._db
    for table in TABLES:
        leading = set(db.table(table).pks) | {
            db.execute(f'PRAGMA index_info("{name}")').fetchall()[0][2]
            for _, name, *_ in db.execute(f'PRAGMA index_list("{table}")').fetchall()
        }
        for _, number, _, column, _, _, deleted, _ in db.execute(
            f'PRAGMA foreign_key_list("{table}")'
        ).fetchall():
            assert deleted == "CASCADE"
            assert number > 0 or column in leading, (table, column)


def _older(path: Path, monkeypatch: pytest.MonkeyPatch, *newer: str) -> bytes:
    """Make a dossier, then let the program be of a newer version."""
    Dossier.create(path, sample_plan()).close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, newer))
    return path.read_bytes()


def test_an_older_dossier_is_brought_up_to_date_with_its_rows(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _older(path, monkeypatch, "ALTER TABLE plan ADD COLUMN mood TEXT", "CREATE TABLE x (id)")
    newest = len(schema.MIGRATIONS)
    for _ in range(2):
        with Dossier.open(path, copies=tmp_path / "copii") as dossier:
            assert dossier._db.execute("PRAGMA user_version").fetchone() == (newest,)
            assert dossier._db.execute("SELECT mood FROM plan").fetchall() == [(None,)]
            assert dossier.load(dossier.find()) == sample_plan()
            assert dossier.undo() is None


@pytest.mark.parametrize("last", ["CREATE TABLE plan (id)", "DELETE FROM plan"])
def test_a_failed_upgrade_leaves_the_older_dossier(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    """Promise 8."""
    before = _older(path, monkeypatch, "ALTER TABLE plan ADD COLUMN mood TEXT", last)
    with pytest.raises(StorageError, match="nu a putut fi adus la zi"):
        Dossier.open(path, copies=tmp_path / "copii")
    assert path.read_bytes() == before
    assert len(list((tmp_path / "copii").rglob("*.dosar"))) == 1


ENUMERATIONS: list[tuple[str, str, type[StrEnum] | dict[str, str] | list[str]]] = [
    ("section", "state", State),
    ("section", "statement_place", StatementPlace),
    ("section", "scope", Scope),
    ("section", "orientation", Orientation),
    ("paragraph", "kind", ParagraphKind),
    ("paragraph", "place", ["before", "after"]),
    ("level", "look", Look),
    ("column", "kind", ColumnKind),
    ("column", "align", Align),
    ("paper", "kind", PAPER_KINDS),
    ("plan", "header_state", ["none", "draft", "adopted"]),
]


@pytest.mark.parametrize(("table", "column", "values"), ENUMERATIONS)
def test_an_enumeration_holds_its_values_and_no_other(
    dossier: Dossier, table: str, column: str, values: type[StrEnum] | dict[str, str] | list[str]
) -> None:
    db: Database = dossier._db
    for value in values:
        db.execute(f'UPDATE "{table}" SET "{column}" = ?', [str(value)])
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(f'UPDATE "{table}" SET "{column}" = ?', ["altceva"])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE node SET key = 'r-m1'",
        "UPDATE section SET key = 'a'",
        "UPDATE level SET key = 'a'",
        "UPDATE \"column\" SET key = ''",
        "UPDATE cell SET text = ''",
        "UPDATE plan SET year = 'anul'",
        "UPDATE node SET plan = 7",
        "UPDATE section SET plan = 7",
        "INSERT INTO institution SELECT 2, * FROM (SELECT '','','','','','','','','','','','')",
    ],
)
def test_what_must_not_be_stored_is_refused(dossier: Dossier, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        dossier._db.execute(sql)


@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize(
    ("signatures", "state", "prepared"),
    [(1, "draft", 1), (1, "none", 1), (1, "adopted", 0), (0, "draft", 0)],
)
def test_before_version_3_who_drew_a_draft_up_signed_it(
    signatures: int, state: str, prepared: int, approved: bool
) -> None:
    db = Database(memory=True)
    schema.migrate(db, 0, 2)
    db.execute("PRAGMA recursive_triggers = ON")
    columns = [each for each in db.table("plan").columns if each.name not in ("id", "year")]
    values: dict[str, object] = {each.name: 0 if each.type == "INTEGER" else "" for each in columns}
    values |= {"id": 1, "year": 2024, "signatures": signatures, "header_state": state}
    db.table("plan").insert(values)
    if approved:
        db.table("approval").insert({"plan": 1, "date": "2024-01-31", "annex": b"%PDF"})
    schema.migrate(db, 2, 3)
    assert db.execute("SELECT print_prepared, print_bound FROM plan").fetchone() == (prepared, 1)
    if approved:
        with pytest.raises(sqlite3.IntegrityError, match="approved"):
            db.execute("UPDATE plan SET title = 'altul'")
    db.close()
