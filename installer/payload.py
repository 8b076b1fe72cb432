"""Put together what one installation consists of, in `PAYLOAD`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from installer import kept, launcher, licences, signing
from installer.downloads import MARK
from installer.places import PAYLOAD, PYTHON, ROOT, WHEELS, epoch, git

#: Where this Python looks for modules: here alone, whatever else the computer has.
_PATH = ("python311.zip", ".", "packages", "..\\app")


def make() -> None:
    """Make the folder anew: launcher, Python, packages, the program, its resources and licences."""
    shutil.rmtree(PAYLOAD, ignore_errors=True)
    runtime = PAYLOAD / "runtime"
    _copy(PYTHON, runtime, kept.python_needs)
    (runtime / "python311._pth").write_text(
        "\r\n".join(_PATH) + "\r\n", encoding="ascii", newline=""
    )
    _copy(WHEELS, runtime / "packages", kept.package_needs)
    app = PAYLOAD / "app" / "dragapp"
    copy_ours("dragapp", app)
    copy_ours("resources", app / "resources")
    shutil.copyfile(ROOT / "LICENSE", PAYLOAD / "app" / "LICENSE")
    launcher.make(PAYLOAD / "DragApp.exe")
    signing.sign([PAYLOAD / "DragApp.exe"], os.environ)
    licences.write(PAYLOAD, WHEELS, PAYLOAD / "LICENTE.txt")
    _compile(runtime / "packages")
    _compile(PAYLOAD / "app")
    _date()


def files() -> list[Path]:
    """Return all files of the payload, in an order that is always the same."""
    return sorted(path for path in PAYLOAD.rglob("*") if path.is_file())


def copy_ours(folder: str, target: Path) -> None:
    """Copy what git knows of a folder of the project, and nothing else that may lie there."""
    known = git("ls-files", "-z", "--error-unmatch", folder)
    for name in sorted(known.rstrip("\0").split("\0")):
        _copy_file(ROOT / name, target / Path(name).relative_to(folder))


def _copy(source: Path, target: Path, needs: Callable[[str], bool]) -> None:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and name != MARK and needs(name):
            _copy_file(path, target / name)


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _compile(folder: Path) -> None:
    """Compile all modules, so that the first start need not; what is compiled is never looked up.

    In a process of its own, with nothing of ours in memory: what is written is then the same
    each time.
    """
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("Python 3.11 is needed to compile for the Python that is shipped.")
    command = [sys.executable, "-I", "-m", "compileall", "-q", "-s", str(PAYLOAD), "-j", "1"]
    command += ["--invalidation-mode", "unchecked-hash", str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})


def _date() -> None:
    for path in PAYLOAD.rglob("*"):
        os.utime(path, (epoch(), epoch()))
