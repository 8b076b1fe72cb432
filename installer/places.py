"""Where the build finds and puts things, and what version and date its files bear."""

from __future__ import annotations

import os
import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "installer"
OUT = ROOT / "build" / "windows"
#: Whatever was fetched, as it came.
DOWNLOADS = OUT / "downloads"
#: All packages for Windows, unpacked, and the embeddable Python likewise.
WHEELS = OUT / "wheels"
PYTHON = OUT / "python"
#: What one installation consists of.
PAYLOAD = OUT / "payload"
NAME = "DragApp"


def version() -> str:
    """Return the version of the program, three numbers."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


@cache
def epoch() -> int:
    """Return the moment that every file bears, in seconds since 1970: that of the last commit.

    `SOURCE_DATE_EPOCH` goes before it. Two builds of one commit are thus the same to the last byte.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    return int(git("log", "-1", "--format=%ct"))


def git(*arguments: str) -> str:
    """Return what git says of this tree, whoever owns it; end the build where it is no checkout."""
    command = ["git", "-C", str(ROOT), "-c", f"safe.directory={ROOT}", *arguments]
    said = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if said.returncode:
        raise SystemExit(f"The installer is built of a git checkout alone. {said.stderr.strip()}")
    return said.stdout


def setup_file(name: str = "") -> Path:
    """Return the path of the installer; with another version than the program's, for a trial."""
    return OUT / f"{NAME}-{name or version()}-setup.exe"


def portable_file() -> Path:
    """Return the path of the zip that runs from a stick."""
    return OUT / f"{NAME}-{version()}-portabil.zip"
