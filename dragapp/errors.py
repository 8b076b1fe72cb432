"""The exceptions of the program, each with a Romanian sentence for the user.

DragappError
├── FormError          a form file is broken (names file, section and fault)
├── FormatError        a JSON file does not hold a plan (names the place)
├── DossierError       the dossier cannot be opened or read
│   ├── DossierMissing
│   ├── DossierExists
│   ├── NotADossier    another kind of file, or a damaged one
│   ├── DossierNewer   written by a newer version of the program
│   └── DossierBusy    locked by another program
├── StorageError       the dossier could not be written: disk full, read-only, gone
├── BackupError        a safety copy could not be made, read or put in place
├── SalvageError       nothing could be recovered from a damaged file
├── PackageError       a package for another computer could not be made or unpacked
├── Cancelled          the user stopped a long work; nothing is left of it
├── PlanMissing        no plan of that year and revision in the dossier
├── ExampleMissing     no example of that name
├── ExportError        an exported file could not be written
├── PictureError       a picture file cannot be used
├── PrintError         the printer did not take the pages
└── UsageError         a wrong command line; in `cli`, which alone raises it
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path


class DragappError(Exception):
    """Anything the user must be told; `str()` is the Romanian sentence."""


class FormError(DragappError):
    """A form file does not describe a form."""


class FormatError(DragappError):
    """A JSON file does not hold a plan."""


class DossierError(DragappError):
    """The dossier cannot be opened or read."""


class DossierMissing(DossierError):
    """There is no file at that path."""


class DossierExists(DossierError):
    """A file is already there and is never overwritten."""


class NotADossier(DossierError):
    """The file is of another kind, empty, cut short or damaged."""


class DossierNewer(DossierError):
    """The file was written by a newer version of the program."""


class DossierBusy(DossierError):
    """Another program is writing to the file."""


class StorageError(DragappError):
    """A change could not be stored; what was stored before is untouched."""


class BackupError(DragappError):
    """A safety copy could not be made, read or put in place; what there was is untouched."""


class SalvageError(DragappError):
    """Nothing of a plan was found in a damaged file; the file is untouched."""


class PackageError(DragappError):
    """A package for another computer could not be made or unpacked; nothing half-done is left."""


class Cancelled(DragappError):
    """The user stopped a long work; nothing is left of it."""


class PlanMissing(DragappError):
    """The dossier has no plan of that year and revision."""


class ExampleMissing(DragappError):
    """The program brings no example of that name."""


class ExportError(DragappError):
    """An exported file could not be written; nothing half-done is left behind."""


class PictureError(DragappError):
    """A file is no picture that can be used; what there was is untouched."""


class PrintError(DragappError):
    """The printer did not take the pages; some of them may have been printed."""


def cause(error: OSError) -> str:
    """Say in Romanian why the operating system refused, in words an office understands."""
    reasons = {
        errno.EACCES: "nu aveți drepturi asupra lui sau este deschis în alt program",
        errno.EPERM: "nu aveți drepturi asupra lui sau este deschis în alt program",
        errno.EROFS: "discul sau stickul este protejat la scriere",
        errno.ENOSPC: "discul este plin",
        errno.ENOENT: "folderul sau fișierul nu există",
        errno.ENOTDIR: "folderul nu există",
        errno.EISDIR: "acolo se află un folder cu acest nume",
        errno.ENAMETOOLONG: "numele fișierului este prea lung",
        errno.EINVAL: "numele fișierului este prea lung sau are semne care nu sunt permise",
        errno.ELOOP: "scurtătura trimite la ea însăși",
        errno.EIO: "discul sau stickul nu răspunde",
    }
    return reasons.get(number(error), f"sistemul a refuzat (eroarea nr. {error.errno})")


def number(error: OSError) -> int:
    """Return the errno that tells best why the operating system refused."""
    # Windows gives its own numbers, which Python tells apart less well.
    on_windows = {
        19: errno.EROFS,
        21: errno.EIO,
        39: errno.ENOSPC,
        112: errno.ENOSPC,
        206: errno.ENAMETOOLONG,
    }
    found = on_windows.get(getattr(error, "winerror", None) or 0, error.errno or 0)
    # Of a path that is too long as a whole, Windows says that there is none.
    if sys.platform == "win32" and found in (errno.ENOENT, errno.EINVAL):
        names = (str(name or "") for name in (error.filename, error.filename2))
        if any(len(os.path.abspath(name)) >= 260 for name in names):
            return errno.ENAMETOOLONG
    return found


def named(path: Path | str) -> str:
    """Quote a file's name the Romanian way, without its folders, on one line."""
    name = Path(path).name or str(path)
    return f"„{' '.join(name.split())}”"
