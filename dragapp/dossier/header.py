"""What a file is, told from its first bytes before SQLite sees it, and the words to say so.

SQLite would make a missing file, take an empty one for a database and play a stray journal back.
"""

from __future__ import annotations

from pathlib import Path

from dragapp.dossier import schema
from dragapp.errors import DossierError, DossierMissing, NotADossier, cause, named

_SMALLEST = 512
_MAGIC = b"SQLite format 3\0"


def read_header(path: Path) -> int:
    """Return the version of a dossier, from 1 on; raise DossierError where it is none to open."""
    try:
        if path.is_dir():
            raise NotADossier(foreign(path, "este un folder"))
        with path.open("rb") as file:
            head = file.read(_SMALLEST)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DossierMissing(
            f"Fișierul {named(path)} nu există. Poate a fost mutat sau stickul nu este la locul "
            "lui. Alegeți alt fișier."
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
    if not head:
        raise NotADossier(foreign(path, "este gol"))
    if head[:16] != _MAGIC[: len(head)]:
        raise NotADossier(foreign(path, "este de alt fel"))
    if len(head) < _SMALLEST:
        raise NotADossier(foreign(path, "este trunchiat"))
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise NotADossier(foreign(path, "este al altui program"))
    version = int.from_bytes(head[60:64], "big")
    if not version:
        raise NotADossier(foreign(path, "nu are structura cunoscută"))
    return version


def unreadable(path: Path, error: OSError) -> DossierError:
    """Return the error that says why the system does not let a file be read."""
    return DossierError(
        f"Fișierul {named(path)} nu poate fi citit: {cause(error)}. Nimic nu a fost schimbat în el."
    )


def foreign(path: Path, fault: str) -> str:
    """Say that a file is none of ours; `fault` says what it is instead."""
    return (
        f"{named(path)} nu este un fișier al primăriei: {fault}. Nimic nu a fost schimbat în el. "
        "Alegeți alt fișier sau deschideți o copie de siguranță."
    )


def newer(path: Path, version: int) -> str:
    """Say that a dossier is of a version that is not known here."""
    return (
        f"Fișierul {named(path)} a fost făcut de o versiune mai nouă a programului (structura "
        f"{version}; aceasta cunoaște {len(schema.MIGRATIONS)}). Nimic nu a fost schimbat în el."
    )


def damaged(path: Path) -> str:
    """Say that a dossier is no longer whole."""
    return (
        f"Fișierul {named(path)} este deteriorat. Nimic nu a fost schimbat în el. "
        "Deschideți o copie de siguranță."
    )
