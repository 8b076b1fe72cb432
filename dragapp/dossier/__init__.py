"""The town hall's file, one SQLite database for all its plans: schema, reading, edits, undo.

Access goes through `dossier.Dossier` alone. It runs on one thread; what it returns are the
dataclasses of `plan`, which may go anywhere.
"""

from __future__ import annotations
