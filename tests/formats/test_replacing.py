"""Promise 14: a file takes an old one's place whole or not at all, and what fails is told."""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragapp.errors import ExportError
from dragapp.formats import replacing
from dragapp.formats.replacing import replace_file
from tests.command import names
from tests.system import WINDOWS, with_links

OLD, NEW = b"vechi" * 1000, b"nou" * 100_000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Make an old file that is to be replaced, alone in its folder."""
    path = tmp_path / "Plan Drăgușeni.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Do not wait between attempts; return how long the program would have waited."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    return slept


def refused(target: Path, *said: str) -> str:
    """See that nothing is written and nothing left, and that the message says these words."""
    before = names(target.parent)
    with pytest.raises(ExportError) as told:
        replace_file(target, NEW)
    message = str(told.value)
    for words in (
        f"Fișierul „{target.name}” nu a putut fi scris: ",
        "sunt în siguranță.\n\n",
        *said,
    ):
        assert words in message
    assert target.read_bytes() == OLD
    assert names(target.parent) == before
    return message


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error(number)

    return fail


class FailingFile(io.FileIO):
    """A file on a disk that has room for so many bytes, and writes as many of them as it can."""

    room = 0
    trouble = errno.ENOSPC

    def write(self, data: Any, /) -> int:
        part = bytes(data)[: self.room]
        if not part:
            raise error(self.trouble)
        FailingFile.room -= len(part)
        written = super().write(part)
        assert written is not None
        return written


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Make the disk fail after so many bytes, with that error."""

    def fail(room: int, number: int) -> None:
        monkeypatch.setattr(FailingFile, "room", room)
        monkeypatch.setattr(FailingFile, "trouble", number)

        def opened(path: Path, mode: str) -> io.BufferedWriter:
            return io.BufferedWriter(FailingFile(path, mode))

        monkeypatch.setattr(replacing, "open", opened, raising=False)

    return fail


def test_an_old_file_is_replaced_and_a_new_one_made(target: Path) -> None:
    replace_file(target, NEW)
    replace_file(target.with_name("alt.pdf"), NEW)
    assert names(target.parent) == [target.name, "alt.pdf"]
    assert {path.read_bytes() for path in target.parent.iterdir()} == {NEW}


def test_the_new_file_has_the_rights_of_any_new_file(target: Path) -> None:
    plain = target.with_name("obișnuit")
    plain.touch()
    replace_file(target, NEW)
    assert target.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("room", [0, 1, 8191, 8192, 100_000, len(NEW) - 1])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, ("discul este plin", "Eliberați loc pe disc")),
        (errno.EIO, ("discul sau stickul nu răspunde", "stickul sunt la locul lor")),
    ],
)
def test_a_disk_that_fails_while_it_writes(
    target: Path, disk: Callable[[int, int], None], room: int, number: int, said: tuple[str, ...]
) -> None:
    disk(room, number)
    message = refused(target, *said)
    assert "Închideți" not in message


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, ("discul este plin", "Eliberați loc pe disc")),
        (errno.EROFS, ("protejat la scriere", "Scoateți protecția la scriere")),
        (errno.EIO, ("nu răspunde", "stickul sunt la locul lor")),
        (errno.ENOENT, ("nu există", "folderul și stickul sunt la locul lor")),
        (errno.ENOTDIR, ("folderul nu există", "folderul și stickul sunt la locul lor")),
        (errno.EINVAL, ("are semne care nu sunt permise", "Alegeți alt nume")),
        (errno.EXDEV, (f"eroarea nr. {errno.EXDEV}", "Încercați din nou")),
    ],
)
def test_what_the_system_refuses_has_its_cause_and_advice(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, said: tuple[str, ...]
) -> None:
    monkeypatch.setattr(os, step, failing(number))
    message = refused(target, *said)
    assert "Închideți" not in message
    assert "Excel" not in message


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("plan.xlsx", "în Excel"),
        ("PLAN.XLSX", "în Excel"),
        ("plan.pdf", "în programul cu care îl citiți"),
        ("plan.json", "în programul în care este deschis"),
    ],
)
@pytest.mark.usefixtures("naps")
def test_a_file_that_is_open_is_to_be_closed(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, name: str, where: str
) -> None:
    target = target.rename(target.with_name(name))
    with monkeypatch.context() as held:
        held.setattr(os, "replace", failing(number))
        refused(
            target,
            "este deschis în alt program",
            f"Închideți fișierul {where} și încercați din nou.",
        )
    replace_file(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    replace = os.replace

    def held(source: Path, goal: Path) -> None:
        if len(naps) < 2:
            raise error(errno.EACCES)
        replace(source, goal)

    monkeypatch.setattr(os, "replace", held)
    replace_file(target, NEW)
    assert len(naps) == 2
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_a_folder_where_nobody_may_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The administrator may write everywhere, so no folder can be write-protected for a test.
    monkeypatch.setattr(replacing, "open", failing(errno.EACCES), raising=False)
    monkeypatch.chdir(target.parent)
    said = f"în folderul „{target.parent.name}” nu aveți drept de scriere"
    message = refused(target, said, "Alegeți alt folder.")
    assert "Închideți" not in message
    with pytest.raises(ExportError, match=said):
        replace_file(Path("plan.pdf"), NEW)


@pytest.mark.parametrize("failure", [KeyboardInterrupt, MemoryError, ValueError])
def test_a_fault_of_the_program_leaves_nothing_and_is_not_hidden(
    target: Path, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]
) -> None:
    def fail(_: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(failure):
        replace_file(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.usefixtures("naps")
def test_what_cannot_even_be_removed_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as held:
        held.setattr(os, "fsync", failing(errno.ENOSPC))
        held.setattr(Path, "unlink", failing(errno.EACCES))
        with pytest.raises(ExportError) as told:
            replace_file(target, NEW)
    assert target.read_bytes() == OLD
    (left,) = (name for name in names(target.parent) if name != target.name)
    assert "discul este plin" in str(told.value)
    assert f"a rămas fișierul „{left}”, pe care îl puteți șterge" in str(told.value)
    replace_file(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_of_the_temporary_name_is_another_ones_and_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = iter(["aa", "aa", "bb", "cc"])
    monkeypatch.setattr(secrets, "token_hex", lambda _: next(tokens))
    other = target.with_name(".dragapp-aa.tmp")
    other.write_bytes(b"al altuia")
    replace_file(target, NEW)
    assert target.read_bytes() == NEW
    assert other.read_bytes() == b"al altuia"
    assert names(target.parent) == [other.name, target.name]
    assert next(tokens) == "cc"


@pytest.mark.skipif(WINDOWS, reason="Windows counts the letters of the whole path, not of a name")
@pytest.mark.parametrize("letter", ["a", "ș", "中", "🙂"])
def test_the_longest_name_that_a_folder_can_hold(tmp_path: Path, letter: str) -> None:
    longest = os.pathconf(tmp_path, "PC_NAME_MAX")
    width = len(letter.encode())
    target = tmp_path / (letter * ((longest - 4) // width) + ".pdf")
    target.write_bytes(OLD)
    replace_file(target, NEW)
    assert target.read_bytes() == NEW
    assert names(tmp_path) == [target.name]
    with pytest.raises(ExportError, match=r"prea lung.*\s+Alegeți un nume mai scurt"):
        replace_file(target.with_name(letter * longest + ".pdf"), NEW)
    assert names(tmp_path) == [target.name]


@with_links
def test_the_file_that_a_link_leads_to_stays_when_writing_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = target.with_name("legătură.xlsx")
    link.symlink_to(target.name)
    monkeypatch.setattr(os, "replace", failing(errno.EIO))
    refused(link)
    assert link.is_symlink()
    assert target.read_bytes() == OLD


_ON_A_SMALL_STICK = """
import subprocess, sys
from pathlib import Path
from dragapp.errors import ExportError
from dragapp.formats.replacing import replace_file

stick = Path(sys.argv[1])

def mount(options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", stick], check=True)

def attempt(size):
    try:
        replace_file(stick / "plan.pdf", bytes(size))
    except ExportError as error:
        print(" ".join(str(error).split()))
    files = sorted((path.name, path.stat().st_size) for path in stick.iterdir())
    print(files)

mount("size=256k")
attempt(100_000)
attempt(200_000)
attempt(120_000)
mount("remount,ro,size=256k")
attempt(1)
"""


def _separate() -> list[str]:
    """Return the command that gives a process mounts of its own; empty where that is refused."""
    command = ["unshare", "--map-root-user", "--mount"]
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return []
    asked = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if asked.returncode == 0 else []


def test_a_real_disk_that_is_full_or_protected(tmp_path: Path) -> None:
    command = _separate()
    if not command:
        pytest.skip("no small disk can be made here")
    done = subprocess.run(
        [*command, sys.executable, "-c", _ON_A_SMALL_STICK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, full, still, smaller, protected, last = done.stdout.splitlines()
    assert first == still == "[('plan.pdf', 100000)]"
    assert "discul este plin. Datele dumneavoastră sunt în siguranță. Eliberați loc" in full
    assert smaller == last == "[('plan.pdf', 120000)]"
    assert "protejat la scriere. Datele dumneavoastră sunt în siguranță. Scoateți" in protected
