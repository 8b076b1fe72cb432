"""The sound dossiers that are damaged: real plans in files that have been worked with."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path

from dragapp.dossier.dossier import Dossier
from dragapp.examples import example, example_names
from dragapp.plan.plan import Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph, Section

_RELEASED = Path(__file__).resolve().parent.parent / "data" / "released"
#: Stands in every text that was deleted again.
DELETED = "Acest text a fost șters"
#: Names the dossier made here; the others are the released ones.
OWN = "own"


def names() -> list[str]:
    """Return the names of the dossiers."""
    return [OWN, *sorted(path.name for path in _RELEASED.glob("*.dosar"))]


@cache
def content(name: str) -> bytes:
    """Return a dossier's bytes, the same in every process."""
    return _own() if name == OWN else (_RELEASED / name).read_bytes()


@cache
def plans(name: str) -> tuple[Plan, ...]:
    """Return what a dossier holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        path.write_bytes(content(name))
        return loaded(path)


def loaded(path: Path) -> tuple[Plan, ...]:
    """Return all plans of a file; raise DossierError where it cannot be opened."""
    with Dossier.open(path) as dossier:
        dossier.institution()
        return tuple(dossier.load(entry.id) for entry in dossier.plans())


def _own() -> bytes:
    """Make a dossier of all examples, one of them approved, with pages that were freed."""
    first, *others = (example(name) for name in example_names())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dosar"
        with Dossier.create(path, first) as dossier:
            with dossier.action("adaugă") as edit:
                for plan in others:
                    edit.add_plan(plan)
                gone = edit.add_plan(_deleted())
            dossier.approve(dossier.find(first.year), _annex(), date(2024, 1, 31))
        with closing(sqlite3.connect(path)) as db:
            # As everywhere but on some Linux systems: what is deleted stays in the file.
            db.execute("PRAGMA secure_delete = OFF")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("DELETE FROM plan WHERE id = ?", [gone])
            # Longer texts find no room in their old place.
            db.execute("UPDATE cell SET text = text || ' ' WHERE node % 7 = 2 AND node > 100")
            db.commit()
        return path.read_bytes()


def _deleted() -> Plan:
    texts = [Paragraph(rich(f"{DELETED}: {number}. " + "cuvinte " * 30)) for number in range(60)]
    return Plan(2031, sections=[Section("gone", "Șters", before=texts)])


def _annex() -> bytes:
    return b"%PDF-1.7\n" + random.Random(1086).randbytes(9000)
