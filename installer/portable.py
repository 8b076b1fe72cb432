"""Make the zip that runs from a stick: the files of an installation and a mark that says so."""

from __future__ import annotations

import time
import zipfile

from installer.payload import files
from installer.places import NAME, PAYLOAD, epoch, portable_file


def make(mark: str, text: str) -> None:
    """Write the zip, all in one folder; the mark is a file beside the program, with this text."""
    date = time.gmtime(epoch())[:6]
    with zipfile.ZipFile(portable_file(), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def put(name: str, data: bytes) -> None:
            entry = zipfile.ZipInfo(f"{NAME}/{name}", date)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)

        put(mark, text.replace("\n", "\r\n").encode("utf-8-sig"))
        for path in files():
            put(path.relative_to(PAYLOAD).as_posix(), path.read_bytes())
