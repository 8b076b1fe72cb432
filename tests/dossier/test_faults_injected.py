"""Promises 4 and 14: whatever file operation fails, nothing is lost and nothing half-done is left.

Each operation fails at its first call, at its second and so on until it is called no more, once or
from then on. Always the program's own error comes out, what was there is there, nothing new is
left, and the next attempt succeeds. SQLite's own files are made to fail by a limit of the system.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO

import pytest

from dragapp.dossier.backup import verify
from dragapp.dossier.creating import create_file
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.moving import look, pack
from dragapp.dossier.restoring import restore
from dragapp.dossier.shelf import Backup, Reason, Shelf
from dragapp.errors import (
    BackupError,
    DossierError,
    DragappError,
    ExportError,
    PackageError,
    StorageError,
)
from dragapp.formats.export import Target, export
from tests.broken_disk import OPERATIONS, Fault, broken
from tests.dossier.changes import Change, every_change
from tests.dossier.samples import dump, sample_plan
from tests.dossier.unchanged import is_as_it_was, with_a_history

_PAGE = 4096
#: What every message says besides what failed: the cause, and that the data is safe.
_TOLD = (
    "(discul este plin|nu răspunde|aveți drept|protejat la scriere|nu mai poate fi deschis|"
    "nu mai este la locul lui|lipsește, este deteriorată)"
    ".*(a rămas neatins|sunt în siguranță|Nimic nu a fost schimbat)"
)


@dataclass(frozen=True)
class Work:
    """Something that uses files.

    `under_way` prepares a folder and yields what is to be done, which fails by `error`. It makes
    files whose names match `makes`, where it fails only those that match `keeps`; `whole` looks
    whether it was done.
    """

    under_way: Callable[[Path], AbstractContextManager[Callable[[], object]]]
    error: type[DragappError]
    whole: Callable[[Path], bool]
    makes: str = "-"
    keeps: str = "-"


Steps = Callable[[Path], Iterator[Callable[[], object]]]


def _work(
    error: type[DragappError], whole: Callable[[Path], bool], makes: str = "-", keeps: str = "-"
) -> Callable[[Steps], Work]:
    return lambda steps: Work(contextmanager(steps), error, whole, makes, keeps)


def _title(folder: Path) -> str:
    with Dossier.open(folder / "x.dosar") as dossier:
        return dossier.load(dossier.find()).title


def _make(path: Path, title: str) -> None:
    plan = sample_plan()
    plan.title = title
    create_file(path, plan)


@_work(StorageError, lambda folder: _title(folder) == "nou", r"x\.dosar")
def _creating(folder: Path) -> Iterator[Callable[[], object]]:
    (folder / "y.dosar").write_bytes(b"al altcuiva")
    yield lambda: _make(folder / "x.dosar", "nou")


@_work(DossierError, lambda folder: _title(folder) == "vechi")
def _opening(folder: Path) -> Iterator[Callable[[], object]]:
    _make(folder / "x.dosar", "vechi")
    yield lambda: Dossier.open(folder / "x.dosar").close()


@_work(StorageError, lambda folder: _title(folder) == "nou")
def _acting(folder: Path) -> Iterator[Callable[[], object]]:
    _make(folder / "x.dosar", "vechi")
    with Dossier.open(folder / "x.dosar") as dossier:

        def act() -> None:
            with dossier.action("Titlu") as edit:
                edit.set_plan(dossier.find(), title="nou")

        yield act
        for step, title in ((dossier.undo, "vechi"), (dossier.redo, "nou")):
            assert step() is not None
            assert dossier.load(dossier.find()).title == title


#: A copy that was made before something else failed may stay.
_COPY = r"copii/.*\.dosar"


def _copies(folder: Path) -> list[Backup]:
    with Dossier.open(folder / "x.dosar") as dossier:
        found = Shelf(folder / "copii", "x", dossier.identity).backups()
    for backup in found:
        verify(backup.path)
    return found


@_work(BackupError, lambda folder: len(_copies(folder)) > 1, _COPY, _COPY)
def _backing_up(folder: Path) -> Iterator[Callable[[], object]]:
    _make(folder / "x.dosar", "vechi")
    with Dossier.open(folder / "x.dosar") as dossier:
        shelf = Shelf(folder / "copii", "x", dossier.identity)
        shelf.keep(dossier._db, Reason.ASKED)
        yield lambda: shelf.keep(dossier._db, Reason.ASKED)


@_work(BackupError, lambda folder: _title(folder) == "vechi", _COPY, _COPY)
def _restoring(folder: Path) -> Iterator[Callable[[], object]]:
    _make(folder / "x.dosar", "vechi")
    with Dossier.open(folder / "x.dosar") as dossier:
        shelf = Shelf(folder / "copii", "x", dossier.identity)
        kept = shelf.keep(dossier._db, Reason.ASKED)
        assert kept
        with dossier.action("Titlu") as edit:
            edit.set_plan(dossier.find(), title="nou")
    yield lambda: restore(kept.path, folder / "x.dosar", shelf)


@_work(PackageError, lambda folder: look(folder / "x.mutare").backups == 1, r"x\.mutare")
def _packing(folder: Path) -> Iterator[Callable[[], object]]:
    _make(folder / "x.dosar", "vechi")
    with Dossier.open(folder / "x.dosar") as dossier:
        shelf = Shelf(folder / "copii", "x", dossier.identity)
        shelf.keep(dossier._db, Reason.ASKED)
    yield lambda: pack(folder / "x.dosar", shelf, {}, folder / "x.mutare")


def _exporting(target: Target, old: bytes | None) -> Work:
    name = f"anexa.{target}"

    def steps(folder: Path) -> Iterator[Callable[[], object]]:
        if old:
            (folder / name).write_bytes(old)
        yield lambda: export(sample_plan(), target, folder / name)

    def whole(folder: Path) -> bool:
        return (folder / name).read_bytes() not in (b"", old)

    return _work(ExportError, whole, re.escape(name))(steps)


WORKS: dict[str, Work] = {
    "create": _creating,
    "open": _opening,
    "act": _acting,
    "back up": _backing_up,
    "restore": _restoring,
    "pack": _packing,
    "export": _exporting(Target.JSON, None),
    **{f"export over {target}": _exporting(target, b"ce era") for target in Target},
}
#: All others are among the slow tests.
_EVERY_DAY = ("create", "open", "act", "export over pdf")


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


#: What is left for want of these may be there, under a passing name.
_CLEANING = ("os.unlink", "os.rmdir", "os.open", "os.scandir", "os.stat", "os.lstat")


def _strays(folder: Path, known: dict[str, bytes], makes: str, operation: str) -> list[str]:
    """Return what is there that nobody wants."""
    passing = r".*\.(tmp|tmp-journal|tmp/.*|lock)" if operation in _CLEANING else "-"
    return [
        name
        for name in _tree(folder).keys() - known.keys()
        if not re.fullmatch(f"{makes}|{passing}", name)
    ]


def _tried(work: Work, folder: Path, fault: Fault) -> bool:
    """Do the work with a fault; see what holds always; return whether the fault was reached."""
    told = ""
    with work.under_way(folder) as do:
        before = _tree(folder)
        with broken(folder.parent, fault):
            try:
                do()
            except work.error as error:
                told = str(error)
        if told:
            assert re.search(_TOLD, told)
            assert before.items() <= _tree(folder).items()
            assert not _strays(folder, before, work.keeps, fault.operation)
            do()
    assert work.whole(folder)
    assert not _strays(folder, before, work.makes, fault.operation)
    return fault.reached


@pytest.fixture
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tries again after a moment tries at once."""
    monkeypatch.setattr(time, "sleep", lambda seconds: None)


@pytest.fixture
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a library keeps for a moment fails too, but goes at the end of the program."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))


def _each(work: Work, folder: Path, operation: str, code: int, lasting: bool) -> None:
    """Do the work with the operation's first call failing, its second, until there are no more."""
    for n in count(1):
        place, fault = folder / str(n), Fault(operation, n, code, lasting)
        place.mkdir(parents=True)
        try:
            reached = _tried(work, place, fault)
        except Exception as error:
            error.add_note(f"{fault}: {os.strerror(code)}")
            raise
        if not reached:
            break


@pytest.mark.usefixtures("_no_waiting", "_temporary")
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", _EVERY_DAY)
def test_whatever_fails_nothing_is_lost_and_nothing_is_left(
    tmp_path: Path, name: str, operation: str
) -> None:
    _each(WORKS[name], tmp_path, operation, OPERATIONS[operation][-1], lasting=False)


@pytest.mark.slow
@pytest.mark.usefixtures("_no_waiting", "_temporary")
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", WORKS)
def test_whatever_fails_for_any_reason_nothing_is_lost_and_nothing_is_left(
    tmp_path: Path, name: str, operation: str, lasting: bool
) -> None:
    for code in OPERATIONS[operation]:
        _each(WORKS[name], tmp_path / str(code), operation, code, lasting)


@contextmanager
def _files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write anything beyond a place in any file."""
    resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@every_change
def test_a_disk_that_refuses_to_write_changes_nothing_wherever_it_begins_to(
    dossier: Dossier, path: Path, change: Change
) -> None:
    before = with_a_history(dossier)
    size = path.stat().st_size
    failed = 0

    def act() -> None:
        plan = dossier.load(dossier.find())
        with dossier.action("Schimbare") as edit:
            change(edit, plan)

    for limit in (0, 100, 600, _PAGE, 2 * _PAGE, size // 2, size - _PAGE, size):
        with _files_no_larger_than(limit):
            try:
                act()
            except StorageError as error:
                told = str(error)
            else:
                break
        assert re.search(f"„Schimbare” nu a fost salvată.*{_TOLD}", told)
        failed += 1
        is_as_it_was(dossier, before)
    else:
        act()
    assert failed > 2
    assert dossier.undo_name == "Schimbare"
    dossier.undo()
    assert dump(dossier) == before


def test_a_dossier_is_made_whole_or_not_at_all_where_writing_is_refused(path: Path) -> None:
    create_file(path, sample_plan())
    size = path.stat().st_size
    path.unlink()
    for limit in (0, 100, 600, *range(_PAGE, size, _PAGE)):
        with _files_no_larger_than(limit), pytest.raises(StorageError, match=_TOLD):
            create_file(path, sample_plan())
        assert os.listdir(path.parent) == []
    create_file(path, sample_plan())


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_that_is_to_fail_fails(tmp_path: Path, operation: str) -> None:
    """Else the tests above would prove nothing."""
    file = tmp_path / "a"
    file.write_bytes(b"x")
    uses: dict[str, Callable[[], object]] = {
        "open": lambda: file.open("rb"),
        "file.read": file.read_text,
        "file.write": lambda: file.write_text("y"),
        "file.truncate": lambda: _with(file, lambda f: f.truncate(0)),
        "file.close": file.read_bytes,
        "os.open": lambda: os.open(file, os.O_RDONLY),
        "os.read": lambda: _with(file, lambda f: os.read(f.fileno(), 1)),
        "os.write": lambda: _with(file, lambda f: os.write(f.fileno(), b"y")),
        "os.ftruncate": lambda: _with(file, lambda f: os.ftruncate(f.fileno(), 0)),
        "os.fsync": lambda: _with(file, lambda f: os.fsync(f.fileno())),
        "os.replace": lambda: file.replace(tmp_path / "b"),
        "os.rename": lambda: file.rename(tmp_path / "b"),
        "os.link": lambda: (tmp_path / "b").hardlink_to(file),
        "os.unlink": file.unlink,
        "os.mkdir": (tmp_path / "b").mkdir,
        "os.rmdir": tmp_path.rmdir,
        "os.scandir": lambda: shutil.rmtree(tmp_path),
        "os.listdir": lambda: list(tmp_path.iterdir()),
        "os.stat": file.stat,
        "os.lstat": lambda: os.lstat(file),
        "os.utime": lambda: os.utime(file),
        "os.chmod": lambda: file.chmod(0o600),
        "os.statvfs": lambda: shutil.disk_usage(tmp_path),
    }
    fault = Fault(operation, 1, errno.EIO)
    with broken(tmp_path, fault), pytest.raises(OSError, match="Input/output error"):
        uses[operation]()
    assert fault.reached


def _with(file: Path, use: Callable[[IO[bytes]], object]) -> None:
    with file.open("rb+") as opened:
        use(opened)
