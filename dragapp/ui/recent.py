"""The dossiers opened last, as they are listed: what is in each, where it is, when it was changed.

Where a dossier is gone, or on a stick that is not there, what was known of it is shown in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Recent:
    """A dossier that was opened; `title` is empty where its plan was never shown.

    `changed` is None where the file is not there now.
    """

    path: Path
    title: str
    changed: datetime | None

    @property
    def name(self) -> str:
        """What the user knows it by: commune and year, else the file's name."""
        return self.title or self.path.stem

    @property
    def details(self) -> str:
        """The last change and the file, on one line."""
        if self.changed is None:
            return f"nu mai este la locul lui · {self.path}"
        return f"modificat la {self.changed:%d.%m.%Y, %H:%M} · {self.path}"


def recent() -> list[Recent]:
    """Return the dossiers opened last, the newest first."""
    return [Recent(path, settings.title_of(path), _changed(path)) for path in settings.recent()]


def describe(path: Path, plan: Plan) -> None:
    """Note what is in a dossier, for the list."""
    place = plan.institution.name
    settings.keep_title(path, f"{place}, {plan.year}" if place else "")


def forget_missing() -> None:
    """Take the dossiers that are not there off the list."""
    for each in recent():
        if each.changed is None:
            settings.forget(each.path)


def _changed(path: Path) -> datetime | None:
    """Return when a file was changed; None where it is gone, or its stick, disk or share is."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError):
        return None
