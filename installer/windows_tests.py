"""The project's own tests on the Python and the Qt that are shipped for Windows, under Wine.

    python -m installer.windows_tests PREFIX-FOLDER [ARGUMENT OF PYTEST ...]

The Python is a copy of the one that `installer/build` made, so that what was left out of it and is
needed after all comes to light. Added are pytest and what the tests use beside the program, and of
Qt its own test module and a screen that nobody sees. Ends with 0 only where all tests passed.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from installer.downloads import fetch_wheels
from installer.places import OUT, PAYLOAD, ROOT, WHEELS
from installer.wine import Prefix

_PINS, _PACKAGES = "test-wheels.txt", OUT / "test-wheels"
_OF_QT = ("QtTest.pyd", "Qt6Test.dll", "plugins/platforms/qoffscreen.dll")
#: A screen that nobody sees knows no fonts of its own on Windows; these it has on Linux.
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
#: What of the project's folder is no part of it.
_NOT_OURS = (".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", "*_cache")
#: Folders of tests that say nothing of Windows, and why.
LEFT_OUT = {
    "installer": "the installer is built on Linux",
    "pdfcheck": "the tests' own checker of PDFs is tried where it is written",
    "fuzz": "damages dossiers for ever; what it found is in tests/dossier",
}
#: Seconds for all the tests: three times what they take on two cores.
_PATIENCE = 2400
#: A tenth of what is done on Linux: what differs is the system, not what the program does.
_KILLS = 20


def make(windows: Prefix) -> Path:
    """Put Python, packages and project on the drive of a Windows; return the folder of all."""
    folder = windows.drive / "tests"
    shutil.rmtree(folder, ignore_errors=True)
    runtime = folder / "runtime"
    shutil.copytree(PAYLOAD / "runtime", runtime)
    for name in _OF_QT:
        target = runtime / "packages" / "PySide6" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(WHEELS / "PySide6" / name, target)
    fetch_wheels(_PINS, _PACKAGES)
    ignored = shutil.ignore_patterns(*_NOT_OURS)
    shutil.copytree(ROOT, folder / "project", ignore=ignored)
    looked_in = ["python311.zip", ".", "packages", "..\\project", windows.windows_path(_PACKAGES)]
    (folder / "fonts").mkdir()
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"):
        shutil.copy(_FONTS / name, folder / "fonts")
    path = runtime / "python311._pth"
    path.write_text("\r\n".join([*looked_in, ""]), encoding="utf-8", newline="")
    return folder


def run(windows: Prefix, *arguments: str) -> bool:
    """Run the tests and print what pytest does; return whether all passed.

    With arguments, just the tests that these name are run. What fails is tried once more by itself:
    Wine now and then starts no process, or starts it too late, where much is under way.
    """
    folder = make(windows)
    ignored = [f"--ignore=tests/{name}" for name in LEFT_OUT]
    passed = _run(windows, folder, *(arguments or ("-n", "auto", *ignored)))
    if passed is False:
        print("What failed, once more, one after another:")
        passed = _run(windows, folder, *arguments, "-n", "0", "--last-failed", "--lfnf=none")
    return bool(passed) and (bool(arguments) or killed(windows, folder))


def killed(windows: Prefix, folder: Path) -> bool:
    """Kill the program in the midst of its work, as `tests.crash` does; whether all was kept."""
    python = folder / "runtime" / "python.exe"
    words = ("-X", "utf8", "-m", "tests.crash", str(_KILLS))
    ended = windows.run(python, *words, timeout=_PATIENCE, folder=folder / "project", show=True)
    return ended.code == 0 and " 0 lost, 0 torn" in ended.output


def _run(windows: Prefix, folder: Path, *arguments: str) -> bool | None:
    """Return whether all tests passed, None where they came to no end."""
    cache = windows.windows_path(folder / "cache")
    ended = windows.run(
        folder / "runtime" / "python.exe",
        *("-X", "utf8", "-m", "pytest", "--tb=short", "-o", f"cache_dir={cache}"),
        *arguments,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QPA_FONTDIR": windows.windows_path(folder / "fonts"),
            "CI": "1",
        },
        timeout=_PATIENCE,
        folder=folder / "project",
        show=True,
    )
    if ended.code is None:
        print(f"Not at their end after {_PATIENCE} seconds.")
        return None
    # An exit code alone would prove little.
    counted = re.search(r"^(=+ )?\d+ passed", ended.output, re.MULTILINE)
    return ended.code == 0 and counted is not None


def main(arguments: list[str]) -> int:
    """Run the tests in the Windows of that folder, made where it is missing; 0 if they passed."""
    place, *more = arguments
    windows = Prefix(Path(place))
    windows.make()
    try:
        return 0 if run(windows, *more) else 1
    finally:
        windows.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
