"""Names of files and folders that every system takes: Windows, Linux, a stick."""

from __future__ import annotations

import re
import unicodedata

#: So many letters of a name are kept, and so many bytes where a letter takes several.
LONGEST = 80
_LONGEST_BYTES = 160
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]+')
#: What Windows takes for a device, whatever follows the first dot.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?: *\.| *$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a name that may be given to a file, without its suffix: never empty, never hidden.

    Letters are composed; what is forbidden somewhere becomes "_"; a long name is cut at a blank.
    A name that was returned once is returned again as it is.
    """
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name))
    name = " ".join(name.split()).strip(". ")
    if _DEVICES.match(name):
        name = f"_{name}"
    return _cut(name) or "_"


def _cut(name: str) -> str:
    short = name[:LONGEST]
    while len(short.encode()) > _LONGEST_BYTES:
        short = short[:-1]
    if short != name:
        start, blank, end = short.rpartition(" ")
        short = start if blank and len(end) < len(short) // 3 else short
    return short.rstrip(". ")
