"""Who has a dossier open: two programs, one that dies, and whatever lies in the place of a lock."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.dossier import system_lock
from dragapp.dossier.lock import Held, Holder, Lock, holder_of, left_behind, lock_path, parse
from tests.system import with_links

#: Told to go on, takes the lock of its argument and says how that went; keeps it until told again.
HOLDING = """
import sys
from pathlib import Path
from dragapp.dossier.lock import Held, Lock
print("ready", flush=True)
sys.stdin.readline()
try:
    lock = Lock.take(Path(sys.argv[1]))
except Held as held:
    print("held", held.holder.pid if held.holder else 0, flush=True)
else:
    print("got" if lock.held else "free", flush=True)
    sys.stdin.readline()
    lock.release()
"""
#: Takes and releases the lock many times; while it has it, nobody else may.
TURNS = """
import os, sys, time
from pathlib import Path
from dragapp.dossier.lock import Held, Lock
path, turns = Path(sys.argv[1]), 0
alone = path.with_name("alone")
deadline = time.monotonic() + 60
while turns < 30 and time.monotonic() < deadline:
    try:
        lock = Lock.take(path, lasting=False)
    except Held:
        continue
    os.close(os.open(alone, os.O_CREAT | os.O_EXCL))
    assert lock.held and lock.left_behind is None
    os.unlink(alone)
    lock.release()
    turns += 1
print(turns)
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A file in the place of a dossier: the lock looks at its name alone."""
    path = tmp_path / "Plan Drăgușeni.dosar"
    path.write_bytes(b"SQLite")
    return path


def started(dossier: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(dossier)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go_on(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def said(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().split()


def ended(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=30)


@contextmanager
def another(dossier: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process have the lock."""
    process = started(dossier)
    try:
        assert said(process) == ["ready"]
        go_on(process)
        assert said(process) == ["got"]
        yield process
    finally:
        process.kill()
        process.communicate()


def test_another_process_is_kept_out_and_told_who_has_the_dossier(dossier: Path) -> None:
    with another(dossier) as process:
        with pytest.raises(Held) as caught:
            Lock.take(dossier)
        holder = caught.value.holder
        assert holder is not None
        assert holder.pid == process.pid
        assert holder.host == system_lock.computer()
        assert abs((datetime.now() - holder.since).total_seconds()) < 60
        assert holder_of(dossier) == holder
        assert left_behind(dossier) is None
        ended(process)
        assert holder_of(dossier) is None
        lock = Lock.take(dossier)
    assert lock.held
    assert lock.left_behind is None
    lock.release()


def test_a_second_lock_in_the_same_process_is_kept_out(dossier: Path) -> None:
    lock = Lock.take(dossier)
    with pytest.raises(Held) as caught:
        Lock.take(dossier)
    assert caught.value.holder is not None
    assert caught.value.holder.pid == os.getpid()
    lock.release()
    lock.release()
    Lock.take(dossier).release()


def test_nothing_is_left_after_release(dossier: Path) -> None:
    Lock.take(dossier).release()
    assert list(dossier.parent.iterdir()) == [dossier]


@pytest.mark.skipif(sys.platform == "win32", reason="a name hides no file there")
def test_the_lock_file_is_hidden(dossier: Path) -> None:
    lock = Lock.take(dossier)
    (beside,) = set(dossier.parent.iterdir()) - {dossier}
    assert beside.name == ".~Plan Drăgușeni.dosar#.lock"
    lock.release()


def test_a_lock_left_by_a_crash_is_taken_over_and_tells_whose_it_was(dossier: Path) -> None:
    with another(dossier) as process:
        process.kill()
        process.wait()
        seen = left_behind(dossier)
        assert seen is not None
        assert seen.pid == process.pid
        assert not seen.elsewhere
        assert holder_of(dossier) is None
        lock = Lock.take(dossier)
    assert lock.held
    assert lock.left_behind == seen
    holder = holder_of(dossier)
    assert holder is not None
    assert holder.pid == os.getpid()
    lock.release()
    again = Lock.take(dossier)
    assert again.left_behind is None
    again.release()


def test_of_fifty_processes_exactly_one_gets_the_lock(dossier: Path) -> None:
    # A crash before makes them all take over a lock, the hardest case.
    with another(dossier) as process:
        process.kill()
    racing = [started(dossier) for _ in range(50)]
    assert [said(process) for process in racing] == [["ready"]] * 50
    for process in racing:
        go_on(process)
    heard = [said(process) for process in racing]
    for process in racing:
        ended(process)
    winner = racing[heard.index(["got"])]
    assert heard.count(["got"]) == 1
    assert heard.count(["held", str(winner.pid)]) == 49
    assert list(dossier.parent.iterdir()) == [dossier]


def test_those_who_only_look_keep_nobody_out(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lock_path(dossier)
    path.touch()
    looking = system_lock.open_file(path, os.O_RDONLY)
    assert system_lock.is_free(looking, shared=True)
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 20:
            system_lock.close(looking)

    monkeypatch.setattr("dragapp.dossier.lock.time.sleep", pause)
    lock = Lock.take(dossier)
    assert lock.held
    assert len(pauses) == 20
    lock.release()


def test_processes_that_take_turns_never_have_it_together(dossier: Path) -> None:
    racing = [
        subprocess.Popen([sys.executable, "-c", TURNS, str(dossier)], stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    turns = [process.communicate(timeout=100)[0] for process in racing]
    assert [process.returncode for process in racing] == [0] * 6
    assert [each.split() for each in turns] == [[b"30"]] * 6
    assert list(dossier.parent.iterdir()) == [dossier]


@with_links
def test_two_names_of_one_file_are_one_lock(dossier: Path, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "scurtătură.dosar"
    link.parent.mkdir()
    link.symlink_to(dossier)
    lock = Lock.take(link)
    with pytest.raises(Held):
        Lock.take(dossier)
    lock.release()


def test_a_lock_that_was_removed_by_hand_is_not_removed_for_the_next_one(dossier: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("an open file cannot be removed there")
    first = Lock.take(dossier)
    lock_path(dossier).unlink()
    second = Lock.take(dossier)
    first.release()
    with pytest.raises(Held):
        Lock.take(dossier)
    second.release()


def test_a_lock_released_just_before_it_is_taken_is_made_anew(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, real = Lock.take(dossier), system_lock.is_free

    def late(descriptor: int, *, shared: bool = False) -> bool:
        first.release()
        return real(descriptor, shared=shared)

    monkeypatch.setattr(system_lock, "is_free", late)
    second = Lock.take(dossier)
    with pytest.raises(Held):
        Lock.take(dossier)
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_nobody_has_the_lock_while_it_is_being_removed(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_out, real = [], os.unlink

    def meanwhile(path: Path) -> None:
        with pytest.raises(Held):
            Lock.take(dossier)
        kept_out.append(path)
        real(path)

    monkeypatch.setattr(os, "unlink", meanwhile)
    lock = Lock.take(dossier)
    lock.release()
    assert kept_out == [lock.path]


@pytest.mark.parametrize("content", [b"", b"\0" * 300], ids=["empty", "zeros"])
def test_what_a_power_cut_leaves_is_taken_over(dossier: Path, content: bytes) -> None:
    lock_path(dossier).write_bytes(content)
    lock = Lock.take(dossier)
    assert lock.held
    assert lock.left_behind is None
    assert holder_of(dossier) is not None
    lock.release()
    assert not lock_path(dossier).exists()


@pytest.mark.parametrize(
    "content",
    [b"lista mea", b"[]", b"{}", b'{"program": "altul"}', b"[" * 4000, b"\0" * 5000, b"x" * 9999],
    ids=["text", "list", "nothing", "other program", "deep", "many zeros", "huge"],
)
def test_a_file_that_is_no_lock_of_ours_stays_as_it_is(dossier: Path, content: bytes) -> None:
    lock_path(dossier).write_bytes(content)
    lock = Lock.take(dossier)
    assert lock.left_behind is None
    with pytest.raises(Held) as caught:
        Lock.take(dossier)
    assert caught.value.holder is None
    lock.release()
    assert lock_path(dossier).read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are different there")
@pytest.mark.parametrize("kind", ["folder", "link", "dangling", "pipe"])
def test_what_is_no_file_in_the_place_of_the_lock_stays(dossier: Path, kind: str) -> None:
    place, other = lock_path(dossier), dossier.with_name("alt")
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(other)
        if kind == "link":
            other.write_bytes(b"altceva")
    before = sorted(dossier.parent.iterdir())
    lock = Lock.take(dossier)
    assert not lock.held
    assert holder_of(dossier) is None
    assert left_behind(dossier) is None
    lock.release()
    assert sorted(dossier.parent.iterdir()) == before
    if kind == "link":
        assert other.read_bytes() == b"altceva"


@pytest.mark.parametrize("number", ["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EIO"])
def test_without_locks_in_the_file_system_the_dossier_is_not_kept_shut(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(getattr(errno, number), "refused")

    monkeypatch.setattr(system_lock, "_lock", refuse)
    lock = Lock.take(dossier)
    assert not lock.held
    lock.release()
    assert holder_of(dossier) is None
    assert left_behind(dossier) is None


@pytest.mark.parametrize("number", ["EROFS", "EACCES", "EPERM", "ENOSPC", "ENOENT"])
def test_where_no_file_can_be_made_the_dossier_is_not_kept_shut(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    real = os.open

    def refuse(path: object, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise OSError(getattr(errno, number), "refused")
        return real(str(path), flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert not Lock.take(dossier).held
    assert list(dossier.parent.iterdir()) == [dossier]


def test_who_may_not_write_is_told_who_does(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = Lock.take(dossier)
    real = os.open

    def refuse(path: object, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "refused")
        return real(str(path), flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Held) as caught:
        Lock.take(dossier)
    assert caught.value.holder is not None
    lock.release()
    assert not Lock.take(dossier).held


def test_on_a_full_disk_the_lock_holds_without_a_name(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        lock = Lock.take(dossier)
    with pytest.raises(Held) as caught:
        Lock.take(dossier)
    assert caught.value.holder is None
    lock.release()
    assert not lock_path(dossier).exists()


def test_where_the_folder_is_gone_there_is_no_lock(dossier: Path) -> None:
    lock = Lock.take(dossier.parent / "dus" / "plan.dosar")
    assert not lock.held
    assert not lock.path.parent.exists()


def test_a_folder_that_goes_away_lets_go(dossier: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("an open file keeps its folder there")
    folder = tmp_path / "stick"
    folder.mkdir()
    lock = Lock.take(folder / "plan.dosar")
    folder.rename(tmp_path / "scos")
    lock.release()
    assert not lock.held


def test_looking_makes_no_file_and_disturbs_nobody(dossier: Path) -> None:
    assert holder_of(dossier) is None
    assert left_behind(dossier) is None
    assert list(dossier.parent.iterdir()) == [dossier]


@pytest.mark.parametrize(
    ("holder", "told"),
    [
        (
            Holder("Maria Popescu", "PC-ASISTENTA", datetime(2026, 11, 22, 14, 5), 7),
            "de Maria Popescu pe calculatorul PC-ASISTENTA, din 22.11.2026, ora 14:05",
        ),
        (
            Holder("", "PC-ASISTENTA", datetime(2026, 1, 2, 8, 0), 7),
            "pe calculatorul PC-ASISTENTA, din 02.01.2026, ora 08:00",
        ),
        (Holder("Maria", "", datetime(2026, 1, 2, 8, 0), 7), "de Maria din 02.01.2026, ora 08:00"),
    ],
)
def test_a_holder_is_told_in_romanian(holder: Holder, told: str) -> None:
    assert holder.told() == told


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    _, holder = parse(data)
    assert holder is None


@given(
    st.fixed_dictionaries(
        {"program": st.just("dragapp")},
        optional={
            name: st.none() | st.text() | st.integers() | st.floats() | st.lists(st.integers())
            for name in ("user", "host", "pid")
        }
        | {"since": st.datetimes().map(datetime.isoformat) | st.text() | st.integers()},
    )
)
def test_any_lock_of_another_version_is_read(found: dict[str, object]) -> None:
    import json

    ours, holder = parse(json.dumps(found).encode())
    assert ours
    if holder:
        assert holder.told().isprintable()
