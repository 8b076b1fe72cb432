"""The user's folders where the environment says, also on Windows, which knows them by itself.

Else all tests would be one user there, and those that run at the same time hinder one another.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths

from tests.system import WINDOWS

_KINDS = QStandardPaths.StandardLocation
THE_PROGRAM = "import sys\nfrom dragapp.__main__ import main\nsys.exit(main())"
_known = QStandardPaths.writableLocation


def folder(kind: QStandardPaths.StandardLocation) -> str:
    """Return what `QStandardPaths.writableLocation` does for a user whose folders these are."""
    if kind == _KINDS.DocumentsLocation:
        return (Path(os.environ["USERPROFILE"]) / "Documents").as_posix()
    if kind == _KINDS.AppLocalDataLocation:
        names = QCoreApplication.organizationName(), QCoreApplication.applicationName()
        return Path(os.environ["LOCALAPPDATA"], *filter(None, names)).as_posix()
    return _known(kind)


def program(*arguments: object, code: str = THE_PROGRAM) -> list[str]:
    """Return the command that starts the program, or a code, as the test's own user; in UTF-8."""
    if WINDOWS:
        code = f"import tests.windows_user\ntests.windows_user.settle()\n{code}"
    return [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)]


def settle() -> None:
    """Make this process the user's whom the environment names."""
    where: Any = QStandardPaths
    where.writableLocation = staticmethod(folder)
    for scope in QSettings.Scope:
        QSettings.setPath(QSettings.Format.IniFormat, scope, os.environ["APPDATA"])
