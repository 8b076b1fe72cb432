"""The log of errors: a few small files in the program's own folder, for who maintains the program.

It tells what went wrong in the program, never what is written in a plan, save for what an error's
own message quotes. A log that cannot be written stops nobody.
"""

from __future__ import annotations

import logging
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSysInfo, qVersion

from dragapp import __version__
from dragapp.ui.local import local_folder

#: Three files of this many bytes at most.
_SIZE, _OLDER = 256 * 1024, 2


def folder() -> Path:
    """Return the folder of the log; it may not be there yet."""
    return local_folder() / "jurnal"


def file() -> Path:
    """Return the newest of the log's files; it may not be there yet."""
    return folder() / "dragapp.log"


def write(text: str, level: int = logging.ERROR) -> bool:
    """Write to the log; return whether it is there now."""
    try:
        _logger(file()).log(level, "%s", text)
    except OSError:
        return False
    return True


def surroundings() -> str:
    """Say on one line what the program runs on."""
    parts = [
        f"DragApp {__version__}",
        f"Python {sys.version.split()[0]}",
        f"Qt {qVersion()}",
        f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})",
    ]
    # Known as soon as a dossier was opened; what was not in use broke nothing.
    sqlite = sys.modules.get("sqlite3")
    if sqlite:
        parts.append(f"SQLite {sqlite.sqlite_version}")
    return ", ".join(parts)


@cache
def _logger(path: Path) -> logging.Logger:
    from logging.handlers import RotatingFileHandler

    class Handler(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            # Called while the error is being handled; without this it would be dropped.
            raise

    path.parent.mkdir(parents=True, exist_ok=True)
    handler = Handler(
        path,
        maxBytes=_SIZE,
        backupCount=_OLDER,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.Logger("dragapp")
    logger.addHandler(handler)
    logger.info("%s", surroundings())
    return logger
