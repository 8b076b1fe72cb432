"""Prove that the payload holds no large file which the program does not use.

The payload's own Python goes on a tour of all that the program does, see `tour`, in one process
under Wine. A library counts as used when it is in memory at the end, any other file when Python has
opened it. It is looked for with small letters: Windows' names have no others.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from installer.pe_file import KINDS
from installer.wine import Prefix, Screen

#: Bytes; what is smaller weighs nothing beside Qt.
LARGE = 1_000_000
#: Files that are used in a way which the tour cannot see, and how it is known.
SEEN_OTHERWISE = {
    "app/dragapp/resources/spelling/ro_RO.dic": "Hunspell opens it; the tour ends unless it did",
}
_TOUR = Path(__file__).with_name("tour.py")
_CHECKOUT = _TOUR.parent.parent
#: The tests' part of Qt, with which the tour presses keys.
_BORROWED = ("QtTest.pyd", "Qt6Test.dll")
#: Seconds; it takes about two minutes.
_PATIENCE = 900


def faults(payload: Path, wheels: Path, work: Path) -> list[str]:
    """Return the large files that the tour did not use.

    Pictures of every tab and dialog that it saw are in `work` afterwards, below `shots`. Raise
    RuntimeError with what the tour said where it did not come to its end.
    """
    shutil.rmtree(work / "tour", ignore_errors=True)
    (work / "tour").mkdir(parents=True)
    with Screen() as display:
        windows = Prefix(work / "wine", display=display)
        windows.make()
        try:
            used = _tour(windows, payload, wheels, work / "tour")
        finally:
            windows.stop()
    files = {
        path.relative_to(payload).as_posix(): path.stat().st_size
        for path in sorted(payload.rglob("*"))
        if path.is_file()
    }
    root = windows.windows_path(payload)
    return unused(files, *(_inside(root, used[each]) for each in ("opened", "loaded")))


def unused(files: Mapping[str, int], opened: Iterable[str], loaded: Iterable[str]) -> list[str]:
    """Return what speaks against large files of the payload, given by their sizes in bytes.

    `opened` and `loaded` are names of the payload in small letters.
    """
    read, in_memory, found = frozenset(opened), frozenset(loaded), []
    for name, size in files.items():
        used = in_memory if name.lower().endswith(KINDS) else read
        if size > LARGE and name.lower() not in used and name not in SEEN_OTHERWISE:
            found.append(f"{name} ({size / 1e6:.1f} MB) is not used")
    gone = (f"{name} is excused but not there" for name in SEEN_OTHERWISE if name not in files)
    return [*found, *gone]


def _tour(windows: Prefix, payload: Path, wheels: Path, work: Path) -> dict[str, list[str]]:
    borrowed = work / "borrowed"
    borrowed.mkdir()
    for name in _BORROWED:
        shutil.copy2(wheels / "PySide6" / name, borrowed)
    python = payload / "runtime" / "python.exe"
    arguments = ("-I", "-X", "utf8", _TOUR, _CHECKOUT, borrowed, work)
    ended = windows.run(python, *arguments, timeout=_PATIENCE)
    written = work / "used.json"
    if ended.code or not written.is_file():
        raise RuntimeError(f"the tour ended with {ended.code}:\n{ended.output}")
    return dict(json.loads(written.read_text(encoding="utf-8")))


def _inside(root: str, paths: Iterable[str]) -> list[str]:
    """Return those of Windows' paths that lie in a folder, from there, as `unused` takes them."""
    start = f"{root}\\".lower()
    # Python asks for long paths with this before them.
    lower = (path.lower().removeprefix("\\\\?\\") for path in paths)
    return [path.removeprefix(start).replace("\\", "/") for path in lower if path.startswith(start)]
