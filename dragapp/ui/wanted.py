"""What a start of the program is asked to show, and how one start tells it to another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dragapp.ui.main_window import MainWindow

#: More bytes than this are no request: the longest path of Windows, escaped, has room in it.
LARGEST = 1 << 18
#: What the first start answers: that it listens, and that it has understood.
GREETING, ACCEPTED = b"dragapp listens\n", b"dragapp shows it\n"


class Wanted(NamedTuple):
    """A dossier, a fresh copy of an example, or only the window."""

    dossier: Path | None = None
    example: str | None = None

    def show_in(self, window: MainWindow) -> None:
        """Show it in a window, as if chosen from its menu."""
        if self.example is not None:
            window.open_example(self.example)
        elif self.dossier is not None:
            window.open_dossier(self.dossier)

    def line(self) -> bytes:
        """Return it as one line of JSON; the other start works in another folder."""
        import json

        path = os.path.abspath(self.dossier) if self.dossier else None
        return json.dumps({"open": path, "example": self.example}).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Wanted | None:
        """Return what a line asks for; None where it asks for nothing that we know."""
        import json

        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or not {"open", "example"} <= found.keys():
            return None
        path, example = found["open"], found["example"]
        if path is not None and not (isinstance(path, str) and _is_path(path)):
            return None
        if example is not None and not isinstance(example, str):
            return None
        return cls(Path(path) if path else None, example)


def _is_path(text: str) -> bool:
    return os.path.isabs(text) and "\0" not in text
