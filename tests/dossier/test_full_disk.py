"""Promises 4 and 14: a full disk changes nothing and says so; work goes on once there is room."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragapp.dossier.dossier import Dossier
from dragapp.errors import ExportError, StorageError
from dragapp.formats.export import Target, export
from tests.dossier.changes import Change, every_change
from tests.dossier.samples import dump, sample_plan
from tests.dossier.unchanged import is_as_it_was, with_a_history

_PAGE = 4096
_SAFE = "(a rămas neatins|sunt în siguranță|Nimic nu a fost schimbat)"
_FULL = f"discul este plin.*{_SAFE}"


class SmallDisk:
    """A disk of its own for a test, with room for little."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "balast"

    def leave(self, room: int) -> None:
        """Fill the disk up to so many bytes, in whole pages."""
        self.clear()
        with self._ballast.open("wb") as file:
            free = os.statvfs(self.folder)
            os.posix_fallocate(file.fileno(), 0, max(free.f_bavail * free.f_frsize - room, 1))

    def clear(self) -> None:
        """Make room again."""
        self._ballast.unlink(missing_ok=True)

    def files(self) -> list[str]:
        """Return the names of the files on it, the one that fills it aside."""
        return sorted(set(os.listdir(self.folder)) - {self._ballast.name})


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Mount a disk of 4 MB in memory."""
    if not shutil.which("mount"):
        pytest.skip("this system cannot mount a small disk in memory")
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    tried = subprocess.run(mount, capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"mounting a small disk is not permitted here: {tried.stderr.strip()}")
    yield SmallDisk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def on_disk(disk: SmallDisk) -> Iterator[Dossier]:
    """Make a dossier on the small disk."""
    with Dossier.create(disk.folder / "comună.dosar", sample_plan()) as dossier:
        yield dossier


def _act(dossier: Dossier, change: Change) -> None:
    plan = dossier.load(dossier.find())
    with dossier.action("Schimbare") as edit:
        change(edit, plan)


@every_change
def test_an_action_that_outgrows_the_disk_changes_nothing(dossier: Dossier, change: Change) -> None:
    before = with_a_history(dossier)
    pages = dossier._db.execute("PRAGMA page_count").fetchone()[0]
    bulky = sample_plan(2031)
    bulky.sections[0].advice = "x" * 1_000_000

    def change_and_grow() -> None:
        with dossier.action("Schimbare") as edit:
            change(edit, dossier.load(dossier.find()))
            edit.add_plan(bulky)

    dossier._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=f"„Schimbare” nu a fost salvată.*{_FULL}"):
        change_and_grow()
    is_as_it_was(dossier, before)
    dossier._db.execute("PRAGMA max_page_count = 100000")
    change_and_grow()
    assert dossier.undo_name == "Schimbare"


@every_change
def test_an_action_on_a_full_disk_changes_nothing_and_goes_on_with_room(
    disk: SmallDisk, on_disk: Dossier, change: Change
) -> None:
    before = with_a_history(on_disk)
    for pages in range(100):
        disk.leave(pages * _PAGE)
        try:
            _act(on_disk, change)
        except StorageError as error:
            told = str(error)
        else:
            break
        assert re.search(f"„Schimbare” nu a fost salvată.*{_FULL}", told)
        assert not on_disk._db.conn.in_transaction
        assert dump(on_disk) == before
        assert (on_disk.undo_name, on_disk.redo_name) == ("primul", "al doilea")
        disk.clear()
        is_as_it_was(on_disk, before)
    assert pages, "there was always room"
    assert dump(on_disk) != before
    disk.clear()
    on_disk.undo()
    assert dump(on_disk) == before


@every_change
def test_undo_and_redo_on_a_full_disk_can_be_tried_again(
    disk: SmallDisk, on_disk: Dossier, change: Change
) -> None:
    before = dump(on_disk)
    _act(on_disk, change)
    after = dump(on_disk)
    steps: tuple[tuple[Callable[[], object], str, object, object], ...] = (
        (on_disk.undo, "nu a putut fi anulată", after, before),
        (on_disk.redo, "nu a putut fi refăcută", before, after),
    )
    for step, failed, old, new in steps:
        disk.leave(0)
        with pytest.raises(StorageError, match=f"„Schimbare” {failed}.*{_FULL}"):
            step()
        assert dump(on_disk) == old
        disk.clear()
        assert step() is not None
        assert dump(on_disk) == new


def test_a_dossier_on_a_full_disk_is_opened_to_read_and_to_write_once_there_is_room(
    disk: SmallDisk,
) -> None:
    path = disk.folder / "comună.dosar"
    Dossier.create(path, sample_plan()).close()
    disk.leave(0)
    with Dossier.open(path) as dossier:
        before = dump(dossier)
        plan = dossier.load(dossier.find())
        assert plan == sample_plan()

        def act() -> None:
            with dossier.action("Schimbare") as edit:
                edit.set_plan(plan.id, title="altul")

        with pytest.raises(StorageError, match=_FULL):
            act()
        assert dump(dossier) == before
        disk.clear()
        act()
        assert dossier.load(plan.id).title == "altul"


def test_a_dossier_is_made_whole_or_not_at_all_on_a_full_disk(disk: SmallDisk) -> None:
    path = disk.folder / "comună.dosar"
    plan = sample_plan()
    for pages in range(200):
        disk.leave(pages * _PAGE)
        try:
            Dossier.create(path, plan).close()
        except StorageError as error:
            told = str(error)
        else:
            break
        assert re.search(f"„comună.dosar” nu a putut fi făcut.*{_FULL}", told)
        assert disk.files() == []
    assert pages > 10
    assert disk.files() == [path.name]
    with Dossier.open(path) as dossier:
        assert dossier.load(dossier.find()) == plan


@pytest.mark.parametrize("old", [None, b"ce era"], ids=["new file", "replaced file"])
@pytest.mark.parametrize("target", Target)
def test_an_export_to_a_full_disk_leaves_the_old_file(
    disk: SmallDisk, tmp_path: Path, target: Target, old: bytes | None
) -> None:
    plan = sample_plan()
    whole = tmp_path / f"anexa.{target}"
    export(plan, target, whole)
    path = disk.folder / whole.name
    if old:
        path.write_bytes(old)
    size = -(-whole.stat().st_size // _PAGE)
    for pages in sorted({0, 1, size // 2, size - 1}):
        disk.leave(pages * _PAGE)
        with pytest.raises(ExportError, match=f"„{path.name}” nu a putut fi scris: {_FULL}"):
            export(plan, target, path)
        assert disk.files() == ([path.name] if old else [])
        assert not old or path.read_bytes() == old
    disk.clear()
    export(plan, target, path)
    assert disk.files() == [path.name]
    assert path.stat().st_size > len(old or b"")
