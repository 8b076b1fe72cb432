"""When the disk is full, gone, protected or shared, nothing is lost and the user is told."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.errors import StorageError
from tests.dossier.samples import dump, sample_plan


def _type_a_lot(dossier: Dossier) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Editare") as edit:
        edit.set_plan(plan.id, title="scurt")
        edit.set_section(plan.sections[0].id, advice="x" * 1_000_000)


def test_a_full_disk_changes_nothing_and_says_so(dossier: Dossier) -> None:
    before = dump(dossier)
    pages = dossier._db.execute("PRAGMA page_count").fetchone()[0]
    dossier._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as told:
        _type_a_lot(dossier)
    for words in ("„Editare”", "discul este plin", "a rămas neatins", "Eliberați loc"):
        assert words in str(told.value)
    assert not dossier._db.conn.in_transaction
    assert dump(dossier) == before
    assert dossier.undo_name is None
    dossier._db.execute("PRAGMA max_page_count = 100000")
    _type_a_lot(dossier)
    assert dossier.undo_name == "Editare"


def test_undo_on_a_full_disk_can_be_tried_again(dossier: Dossier) -> None:
    _type_a_lot(dossier)
    before = dump(dossier)
    with dossier.action("Ștergere") as edit:
        edit.delete_plan(dossier.find())
    dossier._db.execute("VACUUM")
    after = dump(dossier)
    pages = dossier._db.execute("PRAGMA page_count").fetchone()[0]
    dossier._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="„Ștergere” nu a putut fi anulată: discul este plin"):
        dossier.undo()
    assert dump(dossier) == after
    dossier._db.execute("PRAGMA max_page_count = 100000")
    assert dossier.undo() is not None
    assert dump(dossier) == before
    assert dossier.redo() is not None
    assert dump(dossier) == after


def test_another_program_that_is_writing_is_told(dossier: Dossier, path: Path) -> None:
    dossier._db.execute("PRAGMA busy_timeout = 1")
    before = dump(dossier)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="folosit chiar acum de alt program"):
            _type_a_lot(dossier)
    assert dump(dossier) == before
    _type_a_lot(dossier)


def test_a_reader_that_does_not_let_go_is_told(dossier: Dossier, path: Path) -> None:
    dossier._db.execute("PRAGMA busy_timeout = 1")
    before = dump(dossier)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM plan").fetchall()
        with pytest.raises(StorageError, match="folosit chiar acum de alt program"):
            _type_a_lot(dossier)
        assert not dossier._db.conn.in_transaction
    assert dump(dossier) == before
    assert dossier.undo_name is None


def test_what_another_program_wrote_is_never_written_over(dossier: Dossier, path: Path) -> None:
    with dossier.action("Nume") as edit:
        edit.set_plan(dossier.find(), title="al meu")
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE plan SET title = 'al celuilalt'")
        other.commit()
    before = dump(dossier)
    with pytest.raises(StorageError, match="alt program a schimbat fișierul"):
        _type_a_lot(dossier)
    with pytest.raises(StorageError, match="Închideți fișierul și deschideți-l din nou"):
        dossier.undo()
    assert dump(dossier) == before
    with Dossier.open(path, write=False) as again:
        assert again.load(again.find()).title == "al celuilalt"


def test_reading_elsewhere_disturbs_nobody(dossier: Dossier, path: Path) -> None:
    with Dossier.open(path, write=False) as other:
        other.load(other.find())
    _type_a_lot(dossier)


_WRITER = """
import sys
from pathlib import Path
from dragapp.dossier.dossier import Dossier
with Dossier.open(Path(sys.argv[1])) as dossier:
    plan = dossier.load(dossier.find())
    rows = plan.section("objectives").table.rows[0].rows[0].rows
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        with dossier.action("Editare") as edit:
            for row in rows:
                edit.set_cell(row.id, "measure", f"{number} " * 2000)
        dossier.undo()
        dossier.redo()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_program_leaves_whole_actions(path: Path) -> None:
    Dossier.create(path, sample_plan()).close()
    for wait in (0.01, 0.02, 0.03, 0.05, 0.08):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, env=_environment()
        )
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        with Dossier.open(path) as dossier:
            table = dossier.load(dossier.find()).section("objectives").table
            assert table is not None
            measures = table.rows[0].rows[0].rows
            texts = {row.cells["measure"] for row in measures}
            untouched = {"Anchete sociale", "Consiliere", "Informare"}
            assert len(texts) == 1 or texts == untouched


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": root}
