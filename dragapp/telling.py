"""Telling the user something while there is no window yet: on the error stream, else in a box.

On Windows a program with windows has no streams, unless a console or another program started it.
"""

from __future__ import annotations

import os
import sys
from types import TracebackType

#: Where this is set, nobody sees the screen, and a box would wait for ever.
SILENT = "DRAGAPP_SILENT"
_NO_START = (
    "DragApp nu poate porni din cauza unei erori neașteptate. Planurile dumneavoastră nu sunt "
    "atinse. Instalați programul din nou; dacă eroarea se repetă, trimiteți acest mesaj celor care "
    "întrețin programul."
)


def tell(text: str) -> None:
    """Tell it in whatever way there is."""
    if sys.stderr:
        print(text, file=sys.stderr)
    elif SILENT not in os.environ:
        _show(text)


def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of an error that ends the program before its window can; called by Python."""
    import traceback

    last = "".join(traceback.format_exception(kind, error, trace, limit=-2))
    tell(f"{_NO_START}\n\n{last}")


def _show(text: str) -> None:
    """Show it in the system's own box, which needs nothing of the program's."""
    if sys.platform == "win32":
        import ctypes

        stop_sign = 0x10
        ctypes.windll.user32.MessageBoxW(None, text, "DragApp", stop_sign)
