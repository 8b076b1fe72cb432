"""What is told after the program ended without closing a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragapp.errors import named


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The end that was not meant.

    `kept` is when the last action was stored; `undone` tells that one more had begun and was taken
    back, because half of it is nothing.
    """

    name: str
    kept: datetime
    undone: bool

    def told(self) -> str:
        """Say in one sentence what was kept."""
        half = "; acțiunea începută atunci a fost dată înapoi întreagă" if self.undone else ""
        return (
            f"Data trecută programul s-a oprit pe neașteptate. În {named(self.name)} este păstrat "
            f"tot ce ați lucrat până la {self.kept:%d.%m.%Y, ora %H:%M}{half}."
        )


def before(path: Path) -> Interrupted:
    """Return what would have to be told of a file that nobody has opened since."""
    journal = path.with_name(path.name + "-journal")
    hot = journal.is_file() and journal.stat().st_size > 0
    return Interrupted(path.name, datetime.fromtimestamp(path.stat().st_mtime), hot)
