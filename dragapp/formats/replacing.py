"""Write a file beside its target and put it in place only when it is whole."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from dragapp.errors import ExportError, cause, named


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a temporary path in the target's folder; on success it replaces the target.

    On any failure the target stays as it was and the temporary file is gone. Raise ExportError
    when the operating system refuses.
    """
    target = Path(target)
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        with open(temporary, "rb+") as written:
            os.fsync(written.fileno())
        os.replace(temporary, target)
    except OSError as error:
        raise ExportError(
            f"Fișierul {named(target)} nu a putut fi scris: {cause(error)}. "
            "Datele dumneavoastră sunt în siguranță."
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            temporary.unlink()
