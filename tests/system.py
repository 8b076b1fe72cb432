"""What the tests must know of the system they run on."""

from __future__ import annotations

import sys

import pytest

WINDOWS = sys.platform == "win32"
#: A folder's name with signs that an address, a pattern or a command would take for its own.
ODD_FOLDER = "Primăria #1 50%" if WINDOWS else "Primăria #1 50%?"

with_links = pytest.mark.skipif(WINDOWS, reason="only an administrator makes links on Windows")
moving_open_files = pytest.mark.skipif(WINDOWS, reason="Windows keeps an open file where it is")


def _is_wine() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    # Only Wine's has such a function.
    return hasattr(ctypes.windll.ntdll, "wine_get_version")


#: Windows programs run on Linux; what it lacks or does otherwise proves nothing of Windows.
WINE = _is_wine()
