"""What the program remembers of this user on this computer; never anything of a plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT_LIMIT = 10


def store() -> QSettings:
    """Return the settings' store."""
    return QSettings()


def documents() -> Path:
    """Return the user's documents folder."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def recent() -> list[Path]:
    """Return the dossiers opened last, the newest first; some may be gone."""
    stored = store().value("recent", [])
    paths = [stored] if isinstance(stored, str) else stored or []
    return [Path(str(path)) for path in paths]


def remember(path: Path) -> None:
    """Put a dossier at the head of the recent ones."""
    path = path.resolve()
    others = [other for other in recent() if other != path]
    store().setValue("recent", [str(each) for each in [path, *others][:_RECENT_LIMIT]])
    store().setValue("folder", str(path.parent))


def forget(path: Path) -> None:
    """Take a dossier off the recent ones; the file stays where it is."""
    store().setValue("recent", [str(other) for other in recent() if other != path])


def last_folder() -> Path:
    """Return the folder used last, or the documents."""
    folder = Path(str(store().value("folder", "")))
    return folder if str(folder) != "." and folder.is_dir() else documents()


def bytes_of(key: str) -> QByteArray | None:
    """Return a stored window or splitter state."""
    value = store().value(key)
    return value if isinstance(value, QByteArray) else None


def widths(key: str) -> list[int]:
    """Return the stored column widths of a table, empty where none were chosen."""
    stored = store().value(f"widths/{key}", [])
    values = [stored] if isinstance(stored, (str, int)) else stored or []
    return [int(str(value)) for value in values]


def keep_widths(key: str, values: list[int]) -> None:
    """Store the column widths of a table."""
    store().setValue(f"widths/{key}", values)
