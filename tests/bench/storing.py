"""Storing a cell with undo, against a bare UPDATE in a transaction on a copy of the same file.

And the undo of the largest action against that action.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from statistics import median

from dragapp.dossier.dossier import Dossier
from tests.bench.cost import timed

_SAME_PRAGMAS = (
    "busy_timeout",
    "trusted_schema",
    "cell_size_check",
    "mmap_size",
    "synchronous",
    "recursive_triggers",
    "foreign_keys",
    "temp_store",
)


def edit(path: str, repeats: str) -> None:
    """Measure an action that stores one cell, alone and with the reading again after it."""
    twin = Path(path).with_suffix(".bare")
    shutil.copyfile(path, twin)
    with Dossier.open(Path(path)) as dossier:
        plan = dossier.load(dossier.find())
        table = plan.section("objectives-matrix").table
        assert table is not None
        measures = [row.id for row in table.walk() if row.level == "measure"]
        column = next(each.id for each in table.columns if each.key == "measure")
        bare = _bare(dossier, twin)
        spent: dict[str, list[float]] = {"edit": [], "refreshed": [], "bare": []}
        for number in range(int(repeats)):
            node, text = measures[number % len(measures)], f"Măsura {number}"

            def act(node: int = node, text: str = text) -> None:
                with dossier.action("scrie") as change:
                    change.set_cell(node, "measure", text)

            def act_and_read(node: int = node, text: str = text + ";") -> None:
                with dossier.action("scrie") as change:
                    change.set_cell(node, "measure", text)
                dossier.refresh(plan, change.touched)

            def update(node: int = node, text: str = text) -> None:
                bare.execute("BEGIN IMMEDIATE")
                bare.execute(
                    'UPDATE cell SET text = ? WHERE node = ? AND "column" = ?',
                    (text, node, column),
                )
                bare.execute("COMMIT")

            for name, work in (("edit", act), ("bare", update), ("refreshed", act_and_read)):
                spent[name].append(timed(work))
        bare.close()
    twin.unlink()
    print(json.dumps({name: median(times) for name, times in spent.items()}), flush=True)


def objective(path: str, repeats: str) -> None:
    """Measure the largest action, deleting an objective with all below it, its undo and redo."""
    spent: dict[str, list[float]] = {"delete": [], "undo": [], "redo": []}
    with Dossier.open(Path(path)) as dossier:
        table = dossier.load(dossier.find()).section("objectives-matrix").table
        assert table is not None
        largest = max(table.rows, key=lambda row: sum(1 for _ in row.walk()))

        def delete() -> None:
            with dossier.action("șterge") as change:
                change.delete_node(largest.id)

        for _ in range(int(repeats)):
            for name, work in (("delete", delete), ("undo", dossier.undo), ("redo", dossier.redo)):
                spent[name].append(timed(work))
            dossier.undo()
    print(json.dumps({name: median(times) for name, times in spent.items()}), flush=True)


def _bare(dossier: Dossier, twin: Path) -> sqlite3.Connection:
    """Connect to the copy with whatever pragmas the dossier has chosen."""
    bare = sqlite3.connect(twin, isolation_level=None)
    for pragma in _SAME_PRAGMAS:
        value = dossier._db.execute(f"PRAGMA {pragma}").fetchone()[0]
        bare.execute(f"PRAGMA {pragma} = {value}")
    return bare
