"""A file that goes away while it is open stops the work, and the work goes on when it is back.

So fail sticks, network drives and cloud folders; see also `test_storage`. What goes away is moved
here, which Windows forbids.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.errors import StorageError
from tests.dossier.samples import dump, sample_plan
from tests.system import moving_open_files

pytestmark = moving_open_files


def _rename(dossier: Dossier, title: str) -> None:
    with dossier.action(f"Titlu {title}") as edit:
        edit.set_plan(dossier.find(), title=title)


def _refused(dossier: Dossier, cause: str) -> None:
    with pytest.raises(StorageError, match="Datele dumneavoastră sunt în siguranță") as told:
        _rename(dossier, "pierdut")
    assert cause in str(told.value)


def test_a_folder_that_vanishes_and_comes_back(dossier: Dossier, path: Path) -> None:
    _rename(dossier, "a")
    path.parent.rename(path.parent.with_name("plecat"))
    _refused(dossier, "nu mai este la locul lui")
    with pytest.raises(StorageError, match="nu a putut fi anulată"):
        dossier.undo()
    path.parent.with_name("plecat").rename(path.parent)
    _rename(dossier, "b")
    dossier.undo()
    dossier.undo()
    assert dossier.load(dossier.find()) == sample_plan()


def test_a_stick_that_is_put_back_is_the_same_file(dossier: Dossier, path: Path) -> None:
    _rename(dossier, "a")
    shutil.copyfile(path, path.with_name("stick"))
    path.unlink()
    _refused(dossier, "nu mai este la locul lui")
    path.with_name("stick").rename(path)
    _rename(dossier, "b")
    dossier.undo()
    assert dossier.undo_name == "Titlu a"
    dossier.undo()
    dossier.redo()
    with Dossier.open(path, write=False) as reader:
        assert reader.load(reader.find()).title == "a"
        assert dump(reader) == dump(dossier)


def test_nothing_is_written_into_a_file_that_nobody_can_see(dossier: Dossier, path: Path) -> None:
    path.unlink()
    _refused(dossier, "nu mai este la locul lui")
    assert not path.exists()


def test_another_version_of_the_file_in_its_place_is_left_alone(
    dossier: Dossier, path: Path
) -> None:
    earlier = path.read_bytes()
    _rename(dossier, "a")
    path.unlink()
    path.write_bytes(earlier)
    _refused(dossier, "alt program a schimbat fișierul")
    assert path.read_bytes() == earlier


def test_another_dossier_in_its_place_is_left_alone(dossier: Dossier, path: Path) -> None:
    path.unlink()
    Dossier.create(path, sample_plan(2031)).close()
    other = path.read_bytes()
    _refused(dossier, "alt program a schimbat fișierul")
    assert path.read_bytes() == other


def test_a_change_while_the_file_was_away_is_noticed(dossier: Dossier, path: Path) -> None:
    away = path.with_name("plecat")
    path.rename(away)
    _refused(dossier, "nu mai este la locul lui")
    with closing(sqlite3.connect(away)) as other:
        other.execute("UPDATE plan SET title = 'al celuilalt'")
        other.commit()
    away.rename(path)
    _refused(dossier, "alt program a schimbat fișierul")
    with Dossier.open(path, write=False) as reader:
        assert reader.load(reader.find()).title == "al celuilalt"


def test_a_half_written_action_is_taken_back_when_the_stick_is_back(
    dossier: Dossier, path: Path
) -> None:
    _rename(dossier, "a")
    before, sound = dump(dossier), path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as torn:
        torn.execute("PRAGMA cache_size = 1")
        torn.execute("PRAGMA cache_spill = 1")
        torn.execute("BEGIN IMMEDIATE")
        torn.execute("UPDATE section SET advice = printf('%.*c', 9000, 'x')")
        torn.execute("UPDATE node SET number = printf('%.*c', 900, 'x')")
        torn.execute("UPDATE cell SET text = printf('%.*c', 9000, 'x')")
        content = path.read_bytes()
        journal = path.with_name(path.name + "-journal").read_bytes()
        torn.execute("ROLLBACK")
    assert content[: len(sound)] != sound
    path.unlink()
    _refused(dossier, "nu mai este la locul lui")
    path.write_bytes(content)
    path.with_name(path.name + "-journal").write_bytes(journal)
    with dossier.action("Nimic"):
        pass
    assert dump(dossier) == before
    dossier.undo()
    assert dossier.load(dossier.find()) == sample_plan()
