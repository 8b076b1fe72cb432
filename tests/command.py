"""The program called without its window, in this process or in one of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from dragapp.__main__ import main

#: Exit codes: wrong usage, and a file that cannot be read or written.
WRONG, FILE = 2, 3
_ROMANIAN = re.compile(r"[ăâîșțĂÂÎȘȚ]|\b(?:nu|este|planul|de|la|din)\b")


@dataclass(frozen=True)
class Outcome:
    """What the program answered: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    def refused(self, code: int, *said: str) -> None:
        """See that it refused with one Romanian line that holds these words, and nothing else."""
        assert (self.code, self.out) == (code, "")
        assert self.err.endswith(".\n"), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        assert _ROMANIAN.search(self.err), self.err
        for words in said:
            assert words in self.err

    def done(self) -> None:
        """See that it did what it was told without a word on the error stream."""
        assert (self.code, self.err) == (0, "")


Run: TypeAlias = Callable[..., Outcome]


def called(capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...]) -> Outcome:
    """Run the program in this process."""
    capsys.readouterr()
    code = main([str(argument) for argument in arguments])
    return Outcome(code, *capsys.readouterr())


def started(*arguments: object, cwd: Path, **environment: str) -> Outcome:
    """Run the program as a process of its own, in a folder that is not the project's."""
    done = subprocess.run(
        [sys.executable, "-m", "dragapp", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=100,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def names(folder: Path) -> list[str]:
    """Return the names of a folder's files, sorted."""
    return sorted(path.name for path in folder.iterdir())
