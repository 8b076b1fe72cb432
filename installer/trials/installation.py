"""An installation in a Windows: made silently by the installer, its places and its registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.places import NAME, setup_file
from installer.trials.desk import Running, waited_for
from installer.wine import Ended, Prefix

UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
CLASSES = r"HKCU\Software\Classes"
KIND = "DragApp.Dosar.1"
LINK = "DragApp - Plan servicii sociale.lnk"
#: An installation writes a hundred megabytes, on a machine that may be busy; seconds.
_LONG = 400


@dataclass(frozen=True)
class Installation:
    """Where the program is in one Windows."""

    windows: Prefix
    folder: Path

    @classmethod
    def usual(cls, windows: Prefix) -> Installation:
        """Name the place where the installer puts it, unless told otherwise."""
        return cls(windows, windows.home / "AppData" / "Local" / "Programs" / NAME)

    def install(self, setup: Path | None = None) -> Ended:
        """Run an installer silently, this version's by default, told any but the usual folder."""
        # Of all that can be said to it, this one must be last and without quotes, thus spaces.
        place = f"/D={self.windows.windows_path(self.folder)}"
        told = [] if self == Installation.usual(self.windows) else [place]
        return self.windows.run(setup or setup_file(), "/S", *told, timeout=_LONG)

    def uninstall(self) -> None:
        """Run the uninstaller silently, until its own file is gone."""
        uninstaller = self.folder / "Dezinstalare.exe"
        self.windows.run(uninstaller, "/S", timeout=_LONG)
        waited_for(lambda: not uninstaller.exists(), "the uninstaller's own removal")

    @property
    def program(self) -> Path:
        """The launcher."""
        return self.folder / f"{NAME}.exe"

    def run(self, *arguments: Path | str) -> Ended:
        """Run one of the program's commands to its end."""
        return self.windows.run(self.program, *arguments)

    def show(self, *arguments: Path | str) -> Running:
        """Start the program with its window."""
        return Running(self.windows, self.program, *arguments)

    @property
    def start_menu(self) -> Path:
        """The shortcut in the Start menu."""
        programs = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        return self.windows.home / programs / LINK

    @property
    def desktop(self) -> Path:
        """The shortcut on the desktop."""
        return self.windows.home / "Desktop" / LINK

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.windows.home / "AppData" / "Roaming" / NAME / f"{NAME}.ini"

    @property
    def documents(self) -> Path:
        """The user's documents, in a folder as offices name theirs."""
        folder = self.windows.home / "Documents" / "Primăria Țibănești – asistență socială"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def state(self) -> dict[Path, int]:
        """Return its files with the moments of their last change, in nanoseconds."""
        return {path: path.stat().st_mtime_ns for path in self.left() if path.is_file()}

    def left(self) -> Iterator[Path]:
        """Return what is left of it in its folder."""
        return self.folder.rglob("*")
