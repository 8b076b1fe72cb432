"""What a dossier holds, as one short text to compare and to send through a pipe."""

from __future__ import annotations

from hashlib import blake2b

from dragapp.dossier.dossier import Dossier


def digest(dossier: Dossier) -> str:
    """Return a digest of every row of every table, ids included; two alike hold the same."""
    db, whole = dossier._db, blake2b(digest_size=16)
    for table in sorted(db.table_names()):
        rows = db.execute(f'SELECT * FROM "{table}"').fetchall()
        whole.update("\n".join([table, *sorted(map(repr, rows)), ""]).encode())
    return whole.hexdigest()
