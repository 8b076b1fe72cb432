"""A tour of all that the program does, run by the payload's own Python; no module of the build.

    python.exe tour.py CHECKOUT BORROWED SCRATCH

CHECKOUT is where the project's tests are; the program itself is the payload's. BORROWED holds the
part of Qt that the tests press keys with and the program has not. Into SCRATCH comes all that the
tour makes, and `used.json`: the files that Python opened or imported, and the program files in
memory at the end.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

_GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
_MOST_LIBRARIES = 4096
_LONGEST = 32768


def main(checkout: str, borrowed: str, scratch: str) -> None:
    """Go everywhere in this one process, then write down what was used."""
    opened: set[str] = set()
    sys.addaudithook(lambda event, given: _note(opened, event, given))
    folder = Path(scratch)
    _reach_tests(Path(checkout), Path(borrowed))
    steps: tuple[Callable[[Path], None], ...] = (_window, _exports, _pages, _words, _arms, _printer)
    for step in steps:
        print(step.__name__, flush=True)
        step(folder)
    used = {"opened": sorted(opened), "loaded": _loaded()}
    (folder / "used.json").write_text(json.dumps(used, indent=1), encoding="utf-8")


def _note(opened: set[str], event: str, given: tuple[Any, ...]) -> None:
    place = given[0] if event == "open" else given[1] if event == "import" else None
    if isinstance(place, str):
        opened.add(place)


def _reach_tests(checkout: Path, borrowed: Path) -> None:
    import PySide6

    # Behind the payload's own: `dragapp` must not be the checkout's.
    sys.path.append(str(checkout))
    PySide6.__path__.append(str(borrowed))


def _window(folder: Path) -> None:
    """Show the window, every tab and every dialog, and wait in it for a later start."""
    from dragapp.ui.doorbell import Doorbell
    from dragapp.ui.main_window import MainWindow
    from tests.shots.__main__ import main as take_pictures

    take_pictures([str(folder / "shots")])
    window = MainWindow()
    if not Doorbell("dragapp-tour", window).listening:
        raise SystemExit("a later start would not be heard")
    window.close()


def _exports(folder: Path) -> None:
    """Make every kind of file that the program gives out."""
    from dragapp import cli
    from dragapp.examples import example_names

    for name in example_names():
        dossier = folder / f"{name}.dosar"
        targets = {kind: str(folder / f"{name}.{kind}") for kind in ("pdf", "xlsx", "json")}
        wanted = [word for kind, path in targets.items() for word in (f"--{kind}", path)]
        for command in (
            ["new", str(dossier), "--example", name],
            ["export", str(dossier), *wanted],
        ):
            if cli.run(command):
                raise SystemExit(f"failed: {command}")


def _pages(_: Path) -> None:
    """Do the work of the process that makes the preview's pages."""
    from dragapp.annex.printout import WHOLE
    from dragapp.examples import example, example_names
    from dragapp.preview.drawing import drawing
    from dragapp.preview.messages import Job, Wanted
    from dragapp.progress import silent

    for name in example_names():
        made = drawing(Job(1, example(name), WHOLE, date(2024, 1, 31)), silent)
        made.picture(Wanted(1, 0, 1.0))
        made.close()


def _words(_: Path) -> None:
    """Do the work of the process that judges words."""
    from dragapp.spelling.lexicon import Lexicon

    lexicon = Lexicon()
    if not lexicon.is_right("primăria") or lexicon.is_right("primărria"):
        raise SystemExit("the dictionary was not read")
    lexicon.suggestions("primarria")


def _arms(folder: Path) -> None:
    """Take a coat of arms from each kind of picture that the program offers to take."""
    from PySide6.QtGui import QImage

    from dragapp import resources
    from dragapp.ui.arms_picture import arms_picture

    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF8000)
    for kind in ("png", "jpg", "bmp"):
        image.save(str(folder / f"arms.{kind}"))
    (folder / "arms.gif").write_bytes(_GIF)
    (folder / "arms.svg").write_bytes(resources.folder("icons").joinpath("app.svg").read_bytes())
    for path in sorted(folder.glob("arms.*")):
        arms_picture(path)


def _printer(folder: Path) -> None:
    """Make the dialog of the system, and send pages to a file in place of a printer."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from shiboken6 import delete

    from dragapp.ui import paper

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    delete(QPrintDialog(printer))
    source = next(folder.glob("draguseni*.pdf"))
    paper.send(printer, source.read_bytes())


def _loaded() -> list[str]:
    """Return the files of all libraries in this process, as Windows knows them."""
    windows: Any = ctypes
    kernel, status = windows.WinDLL("kernel32"), windows.WinDLL("psapi")
    handles = (ctypes.c_void_p * _MOST_LIBRARIES)()
    size = ctypes.c_ulong()
    process = ctypes.c_void_p(-1)
    if not status.EnumProcessModules(
        process, handles, ctypes.c_ulong(ctypes.sizeof(handles)), ctypes.byref(size)
    ):
        raise SystemExit("EnumProcessModules failed")
    name = ctypes.create_unicode_buffer(_LONGEST)
    found = []
    for handle in handles[: size.value // ctypes.sizeof(ctypes.c_void_p)]:
        kernel.GetModuleFileNameW(ctypes.c_void_p(handle), name, ctypes.c_ulong(_LONGEST))
        found.append(name.value)
    return sorted(found)


if __name__ == "__main__":
    main(*sys.argv[1:])
