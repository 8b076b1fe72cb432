"""One window for each user: a later start hands over to the first one what it was to show.

The first start is the one that has locked a file in the user's own folder; a lock ends with its
program. Nothing else is loaded before the window is shown.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from dragapp.dossier import system_lock
from dragapp.ui import portable
from dragapp.ui.local import local_folder

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow
    from dragapp.ui.wanted import Wanted


class Instance:
    """One start of the program.

    `first` is whether others hand over to it, `later` whether it is to hand over; where nothing can
    be locked, it is neither.
    """

    def __init__(self) -> None:
        self.first = self.later = False
        self._path = local_folder() / f"fereastra{_screen()}.lock"
        self._descriptor: int | None = None
        self.take()

    @property
    def name(self) -> str:
        """The name by which the first one is called, its own for each user and each screen."""
        from hashlib import blake2b

        return f"dragapp-{blake2b(os.fsencode(self._path), digest_size=12).hexdigest()}"

    def take(self) -> bool:
        """Be the first one, unless another is; return whether that succeeded."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = system_lock.open_file(self._path, os.O_RDWR | os.O_CREAT)
        except OSError:
            # Without a folder of their own, the user has as many windows as starts.
            return False
        try:
            self.first = system_lock.is_free(descriptor)
            self.later = not self.first
        except OSError:
            self.first = self.later = False
        if self.first:
            self._descriptor = descriptor
        else:
            os.close(descriptor)
        return self.first

    def handed_over(self, wanted: Wanted) -> bool:
        """Let the first one show it; return False where this start must show it itself."""
        if not self.later:
            return False
        from dragapp.ui.calling import call

        return call(self, wanted)

    def listen(self, window: MainWindow) -> None:
        """Show in this window what later starts hand over."""
        if self.first:
            from dragapp.ui.doorbell import Doorbell

            Doorbell(self.name, window)

    def end(self) -> None:
        """Let the next start be the first one."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            system_lock.close(descriptor)


def _screen() -> str:
    """Return what tells apart the screens on which one user may be working at the same time."""
    names = ("SESSIONNAME",) if sys.platform == "win32" else ("WAYLAND_DISPLAY", "DISPLAY")
    name = next((os.environ[name] for name in names if os.environ.get(name)), "")
    # The portable program may lie in a folder that several computers share.
    name += system_lock.computer() if portable.folder() else ""
    return "".join(each for each in name if each.isalnum())
