"""Compile `DragApp.exe`, the small program that starts Python with ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer import icon
from installer.places import OUT, SOURCES, version

_TOOLS = "x86_64-w64-mingw32-"
#: No time of day goes into the file, nor what would differ on the next computer.
_OPTIONS = ("-O2", "-s", "-municode", "-mwindows", "-static-libgcc", "-Wall", "-Wextra", "-Werror")
_SAME = ("-Wl,--no-insert-timestamp",)


def make(target: Path) -> None:
    """Write the launcher with its icon, version and manifest."""
    work = OUT / "launcher"
    work.mkdir(parents=True, exist_ok=True)
    icon.write(work / "app.ico")
    for name in ("launcher.rc", "launcher.manifest"):
        text = (SOURCES / "windows" / name).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", version())
        text = text.replace("@NUMBERS@", f"{version()}.0".replace(".", ","))
        (work / name).write_text(text, encoding="utf-8")
    made = work / "resources.o"
    _run("windres", "-c", "65001", f"-I{work}", str(work / "launcher.rc"), "-O", "coff", str(made))
    code = SOURCES / "windows" / "launcher.c"
    _run("gcc", *_OPTIONS, *_SAME, "-o", str(target), str(code), str(made))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([_TOOLS + tool, *arguments], check=True)
