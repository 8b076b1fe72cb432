"""Make the zip that runs from a stick: the files of an installation and a mark that says so."""

from __future__ import annotations

import time
import zipfile

from installer.payload import files
from installer.places import NAME, PAYLOAD, epoch, portable_file

#: The file that makes the program portable, and what whoever opens it reads.
MARK = "portabil.txt"
_TEXT = (
    "Acest fișier îi spune programului DragApp că este varianta portabilă: setările și planurile "
    "se păstrează lângă el, în folderele Setări și Planuri servicii sociale.\r\n"
)


def make() -> None:
    """Write the zip, all in one folder."""
    date = time.gmtime(epoch())[:6]
    with zipfile.ZipFile(portable_file(), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def put(name: str, data: bytes) -> None:
            entry = zipfile.ZipInfo(f"{NAME}/{name}", date)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)

        put(MARK, _TEXT.encode("utf-8-sig"))
        for path in files():
            put(path.relative_to(PAYLOAD).as_posix(), path.read_bytes())
