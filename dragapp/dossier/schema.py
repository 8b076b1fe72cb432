"""The tables of a dossier, version by version.

Each migration takes a file from one version to the next and stays as it was released: it never
imports names or values that may change. Positions count from 0 among siblings; ids are for the
program, keys for the world outside. A cell without text has no row.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

#: Marks an SQLite file as a dossier: "DRAG" in ASCII.
APPLICATION_ID = 0x44524147

_INSTITUTION = """
CREATE TABLE institution (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    kind TEXT NOT NULL, name TEXT NOT NULL, county TEXT NOT NULL, fiscal_code TEXT NOT NULL,
    address TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, website TEXT NOT NULL,
    department TEXT NOT NULL, mayor TEXT NOT NULL, secretary TEXT NOT NULL, inspector TEXT NOT NULL
) STRICT
"""

# A plan keeps its own copy of the institution: a new mayor must not alter old annexes.
_PLAN = """
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    form_id TEXT NOT NULL, form_version TEXT NOT NULL,
    title TEXT NOT NULL, letterhead TEXT NOT NULL,
    signatures INTEGER NOT NULL CHECK (signatures IN (0, 1)),
    inst_kind TEXT NOT NULL, inst_name TEXT NOT NULL, inst_county TEXT NOT NULL,
    inst_fiscal_code TEXT NOT NULL, inst_address TEXT NOT NULL, inst_phone TEXT NOT NULL,
    inst_email TEXT NOT NULL, inst_website TEXT NOT NULL, inst_department TEXT NOT NULL,
    inst_mayor TEXT NOT NULL, inst_secretary TEXT NOT NULL, inst_inspector TEXT NOT NULL,
    header_state TEXT NOT NULL CHECK (header_state IN ('none', 'draft', 'adopted')),
    header_draft TEXT NOT NULL, header_adopted TEXT NOT NULL, header_extra TEXT NOT NULL,
    decision_number TEXT NOT NULL, decision_date TEXT NOT NULL, decision_session TEXT NOT NULL,
    decision_votes_for TEXT NOT NULL, decision_votes_against TEXT NOT NULL,
    decision_abstentions TEXT NOT NULL, decision_chair TEXT NOT NULL,
    decision_secretary TEXT NOT NULL,
    UNIQUE (year, revision)
) STRICT
"""

_PAPER = """
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN (
        'draft', 'approval_report', 'specialist_report', 'consultation', 'county_opinion',
        'commission_opinion', 'other'
    )),
    number TEXT NOT NULL, date TEXT NOT NULL, issuer TEXT NOT NULL,
    registered_number TEXT NOT NULL, registered_date TEXT NOT NULL, note TEXT NOT NULL
) STRICT
"""

_SECTION = """
CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    parent INTEGER,
    position INTEGER NOT NULL CHECK (position >= 0),
    key TEXT NOT NULL CHECK (key <> ''), name TEXT NOT NULL,
    label TEXT NOT NULL, number TEXT,
    heading TEXT NOT NULL,
    run_in INTEGER NOT NULL CHECK (run_in IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('todo', 'done', 'none')),
    statement TEXT NOT NULL,
    statement_place TEXT NOT NULL CHECK (statement_place IN ('heading', 'body')),
    scope TEXT NOT NULL CHECK (scope IN ('annex', 'decision')),
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    orientation TEXT NOT NULL CHECK (orientation IN ('auto', 'portrait', 'landscape')),
    totals INTEGER NOT NULL CHECK (totals IN (0, 1)),
    advice TEXT NOT NULL,
    UNIQUE (plan, key),
    UNIQUE (id, plan),
    FOREIGN KEY (parent, plan) REFERENCES section (id, plan) ON DELETE CASCADE
) STRICT
"""

_PARAGRAPH = """
CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY,
    section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    place TEXT NOT NULL CHECK (place IN ('before', 'after')),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('plain', 'item', 'note')),
    level INTEGER NOT NULL CHECK (level >= 0),
    label TEXT NOT NULL, number TEXT
) STRICT
"""

_LEVEL = """
CREATE TABLE level (
    id INTEGER PRIMARY KEY,
    section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    key TEXT NOT NULL CHECK (key <> ''), name TEXT NOT NULL,
    look TEXT NOT NULL CHECK (look IN ('row', 'banner', 'merged', 'stacked')),
    label TEXT NOT NULL, number_column TEXT NOT NULL,
    UNIQUE (section, key)
) STRICT
"""

_COLUMN = """
CREATE TABLE "column" (
    id INTEGER PRIMARY KEY,
    section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    level INTEGER NOT NULL REFERENCES level (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    key TEXT NOT NULL CHECK (key <> ''), title TEXT NOT NULL, "group" TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'text', 'number_label', 'service_code', 'money', 'quantity', 'percent', 'period', 'parties'
    )),
    unit TEXT NOT NULL,
    align TEXT NOT NULL CHECK (align IN ('auto', 'left', 'center', 'right')),
    italic INTEGER NOT NULL CHECK (italic IN (0, 1)),
    printed INTEGER NOT NULL CHECK (printed IN (0, 1)),
    UNIQUE (section, key)
) STRICT
"""

# `plan` repeats the section's own, so that a row's key can be unique in the whole plan.
_NODE = """
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL,
    section INTEGER NOT NULL,
    parent INTEGER REFERENCES node (id) ON DELETE CASCADE,
    level INTEGER NOT NULL REFERENCES level (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    key TEXT NOT NULL CHECK (key <> ''), number TEXT,
    UNIQUE (plan, key),
    FOREIGN KEY (section, plan) REFERENCES section (id, plan) ON DELETE CASCADE
) STRICT
"""

_CELL = """
CREATE TABLE cell (
    node INTEGER NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    "column" INTEGER NOT NULL REFERENCES "column" (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (node, "column")
) STRICT, WITHOUT ROWID
"""

_INDEXES = (
    "CREATE INDEX paper_plan ON paper (plan)",
    "CREATE INDEX section_parent ON section (parent)",
    "CREATE INDEX paragraph_section ON paragraph (section)",
    'CREATE INDEX column_level ON "column" (level)',
    "CREATE INDEX node_section ON node (section)",
    "CREATE INDEX node_parent ON node (parent)",
    "CREATE INDEX node_level ON node (level)",
    'CREATE INDEX cell_column ON cell ("column")',
)

_VERSION_1 = (
    _INSTITUTION, _PLAN, _PAPER, _SECTION, _PARAGRAPH, _LEVEL, _COLUMN, _NODE, _CELL, *_INDEXES,
)  # fmt: skip

# What is said of the dossier itself; "identity" stays the same in all its copies.
_SETTING = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID
"""
_IDENTITY = "INSERT INTO setting VALUES ('identity', lower(hex(randomblob(16))))"

# A plan that has an approval is frozen; the annex is kept as the council saw it.
_APPROVAL = """
CREATE TABLE approval (
    plan INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    date TEXT NOT NULL, annex BLOB NOT NULL
) STRICT
"""


def _frozen(table: str, plan_of: str) -> tuple[str, ...]:
    """Return the triggers that keep a table's rows as they are in an approved plan."""
    made = []
    for event, versions in (("INSERT", ("new",)), ("UPDATE", ("old", "new")), ("DELETE", ("old",))):
        when = " OR ".join(
            f"EXISTS (SELECT 1 FROM approval WHERE plan = {plan_of.format(version)})"
            for version in versions
        )
        made.append(
            f'CREATE TRIGGER frozen_{table}_{event.lower()} BEFORE {event} ON "{table}" '
            f"WHEN {when} BEGIN SELECT RAISE(ABORT, 'approved'); END"
        )
    return tuple(made)


_OF_SECTION = "(SELECT plan FROM section WHERE id = {}.section)"
_VERSION_2 = (
    _SETTING,
    _IDENTITY,
    _APPROVAL,
    *_frozen("plan", "{}.id"),
    *_frozen("section", "{}.plan"),
    *_frozen("paragraph", _OF_SECTION),
    *_frozen("level", _OF_SECTION),
    *_frozen("column", _OF_SECTION),
    *_frozen("node", "{}.plan"),
    *_frozen("cell", "(SELECT plan FROM node WHERE id = {}.node)"),
)


def _flag(name: str, default: int) -> str:
    checked = f"DEFAULT {default} CHECK (print_{name} IN (0, 1))"
    return f"ALTER TABLE plan ADD COLUMN print_{name} INTEGER NOT NULL {checked}"


# Where a draft was signed, the person who drew it up signed too.
_PREPARED = "UPDATE plan SET print_prepared = 1 WHERE signatures AND header_state <> 'adopted'"
_VERSION_3 = (
    _flag("large", 0),
    _flag("bound", 1),
    _flag("cards", 0),
    _flag("totals", 1),
    _flag("contents", 1),
    "ALTER TABLE plan ADD COLUMN print_annex_number TEXT NOT NULL DEFAULT ''",
    _flag("prepared", 0),
    _flag("stamp", 0),
    _flag("certified", 0),
    "ALTER TABLE plan ADD COLUMN print_arms TEXT NOT NULL DEFAULT ''",
    "DROP TRIGGER frozen_plan_update",
    _PREPARED,
    _frozen("plan", "{}.id")[1],
)

# The office's own lists belong to no plan.
_OWN_CODE = """
CREATE TABLE own_code (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (code <> ''), name TEXT NOT NULL, category TEXT NOT NULL,
    beneficiaries TEXT NOT NULL, regime TEXT NOT NULL, source TEXT NOT NULL
) STRICT
"""
_OWN_ACT = """
CREATE TABLE own_act (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('Lege', 'OUG', 'OG', 'HG', 'Ordin', 'HCJ', 'HCL')),
    number TEXT NOT NULL CHECK (number <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
    issuer TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, subject TEXT NOT NULL,
    publication TEXT NOT NULL, republication TEXT NOT NULL, changes TEXT NOT NULL,
    amended_by TEXT NOT NULL, repealed_by TEXT NOT NULL, valid_to TEXT NOT NULL,
    seen INTEGER NOT NULL CHECK (seen BETWEEN 0 AND 9999), source TEXT NOT NULL
) STRICT
"""
_OWN_NAME = """
CREATE TABLE own_name (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL CHECK (list IN ('parties', 'funding', 'words')),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (list, text)
) STRICT
"""
_VERSION_4 = (_OWN_CODE, _OWN_ACT, _OWN_NAME)

#: The statements that make version n out of version n - 1, at place n - 1.
MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4)


def migrate(db: Database, version: int, wanted: int | None = None) -> None:
    """Bring a database from a version, 0 being an empty file, to a newer one: whole or not at all.

    Without `wanted` that is the newest. The connection must not enforce foreign keys yet: a table
    that is made anew would take the rows that hang on it along.
    """
    wanted = len(MIGRATIONS) if wanted is None else wanted
    with db.atomic():
        for statements in MIGRATIONS[version:wanted]:
            for statement in statements:
                db.execute(statement)
        if db.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError("a migration left rows that refer to nothing")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {wanted}")
