"""What Qt itself complains of goes to the log; it is none of the user's business."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from dragapp.ui import log

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
#: A complaint that comes with every mouse movement is written once; of so many different ones.
_MOST = 200
_written: set[str] = set()
_writing: list[str] = []


def listen() -> None:
    """Send Qt's warnings and errors to the log; once it is installed, Qt prints none itself."""
    qInstallMessageHandler(_heard)


def ignore() -> None:
    """Leave Qt's messages to Qt again; to be called before the program ends."""
    qInstallMessageHandler(None)


def _heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if sys.stderr:
        sys.stderr.write(f"{text}\n")
    level = _LEVELS.get(kind)
    # Writing the log may make Qt complain in its turn.
    if level is None or text in _written or len(_written) >= _MOST or _writing:
        return
    _written.add(text)
    _writing.append(text)
    try:
        log.write(f"Qt: {text}", level)
    finally:
        _writing.clear()
