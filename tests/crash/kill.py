"""One kill: a child works on a dossier, is killed, and the file is opened and judged."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, TypeAlias

from dragapp.dossier.dossier import Dossier
from dragapp.errors import DragappError
from tests.crash.content import digest

_ROOT = Path(__file__).resolve().parent.parent.parent
#: After how many seconds a child that says nothing is given up.
_PATIENCE = 60.0
#: The child's ways of working: by small actions, by large ones, and with hardly any memory.
WAYS: tuple[tuple[str, ...], ...] = ((), ("--large",), ("--large", "--pages=10"))
#: Something that befalls the file after the kill, given its content before the child worked.
Mishap: TypeAlias = Callable[[Path, bytes], None]


class ChildBroke(Exception):
    """The child ended by itself: an action, undo or redo did not do what it should."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the child told: the digest of the dossier after each action, and what was stored.

    `digests` holds one for each action that began, `acknowledged` counts those that were stored;
    number 0 is the dossier as it was opened.
    """

    digests: tuple[str, ...]
    acknowledged: int

    @classmethod
    def read(cls, lines: list[bytes]) -> Told:
        """Read the child's lines; one that was cut short counts for nothing."""
        words = [line.decode().split() for line in lines if line.endswith(b"\n")]
        digests = tuple(word[2] for word in words if word[0] == "about")
        return cls(digests, sum(1 for word in words if word[0] == "done") - 1)

    def judge(self, found: str) -> str:
        """Say what is wrong with a dossier of that digest.

        "" where every acknowledged action is in it, and the one under way not at all or whole.
        """
        if found in self.digests[self.acknowledged :]:
            return ""
        if found in self.digests:
            return f"lost: action {self.digests.index(found)} of {self.acknowledged} is the last"
        return "torn: it holds what it never held"


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill came to.

    `hot`: a journal was there to be played back; `last`: the action under way was stored already;
    `fault` says what is wrong with the dossier, "" for nothing.
    """

    acknowledged: int
    hot: bool
    last: bool
    fault: str


def kill(
    path: Path, seed: str, options: tuple[str, ...] = (), mishap: Mishap | None = None
) -> Kill:
    """Let a child work on the dossier, kill it 10 to 150 ms after its first action, and judge.

    What the kill left is kept beside the dossier, in names that end in `.killed`, where there is a
    fault.
    """
    rng = Random(f"{seed}/kill")
    before = path.read_bytes()
    told = _told_until_killed(path, seed, options, rng.uniform(0.01, 0.15))
    if mishap:
        mishap(path, before)
    journal = path.with_name(f"{path.name}-journal")
    left = {file: file.read_bytes() for file in (path, journal) if file.exists()}
    # The first bytes are zeros until the journal is safe on the disk.
    hot = left.get(journal, b"\0")[:1] != b"\0"
    try:
        found = _look(path)
        fault = told.judge(found)
    except (DragappError, AssertionError) as error:
        found, fault = "", f"torn: {error}"
    if fault:
        for file, content in left.items():
            file.with_name(f"{file.name}.killed").write_bytes(content)
    last = not fault and found != told.digests[told.acknowledged]
    return Kill(told.acknowledged, hot, last, fault)


def _told_until_killed(path: Path, seed: str, options: tuple[str, ...], wait: float) -> Told:
    command = [sys.executable, "-m", "tests.crash.child", str(path), seed, *options]
    with (
        TemporaryFile() as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, cwd=_ROOT) as child,
    ):
        assert child.stdout is not None
        watch = Timer(_PATIENCE, child.kill)
        watch.start()
        lines = _until_first_action(child.stdout)
        time.sleep(wait)
        child.kill()
        lines += child.stdout.readlines()
        watch.cancel()
        child.wait()
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if said or not lines:
        raise ChildBroke(f"{' '.join(command)}\n{said}")
    return Told.read(lines)


def _until_first_action(output: IO[bytes]) -> list[bytes]:
    lines: list[bytes] = []
    while line := output.readline():
        lines.append(line)
        if line.split() == [b"done", b"1"]:
            break
    return lines


def _look(path: Path) -> str:
    """Open the dossier as the program does and see that it is sound; return its digest."""
    with Dossier.open(path) as dossier:
        assert not dossier.read_only, "it opens read-only"
        sound = dossier._db.execute("PRAGMA integrity_check").fetchall()
        assert sound == [("ok",)], sound
        assert not dossier._db.execute("PRAGMA foreign_key_check").fetchall(), "foreign keys"
        found = digest(dossier)
        with dossier.action("Mai departe") as edit:
            edit.set_plan(dossier.plans()[0].id, title=f"După {found}")
        assert digest(dossier) != found, "it takes no more actions"
        dossier.undo()
        assert digest(dossier) == found, "it cannot undo"
    return found
