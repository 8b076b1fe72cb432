"""The program's own folder on this computer, where nobody need look; no work of the user is there.

It holds the log of errors and the lock of the running program.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from dragapp.ui import portable


def local_folder() -> Path:
    """Return this user's folder; it may not be there yet.

    That of the portable program is beside it, whoever uses it.
    """
    beside = portable.folder()
    if beside:
        return beside / portable.SETTINGS
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location))
