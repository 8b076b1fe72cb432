"""What the program remembers of this user on this computer; never anything of a plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT_LIMIT = 10


def store() -> QSettings:
    """Return the settings' store."""
    return QSettings()


def documents() -> Path:
    """Return the user's documents folder, or the home folder where there is none."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(location))
    return folder if folder.is_dir() else Path.home()


def recent() -> list[Path]:
    """Return the dossiers opened last, the newest first; some may be gone."""
    return [Path(text) for text in _texts("recent")]


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


def _texts(key: str) -> list[str]:
    """Return a stored list; a list of one comes back from the store as its only item."""
    stored = store().value(key)
    if stored is None:
        return []
    return [str(each) for each in stored] if isinstance(stored, list) else [str(stored)]


def bytes_of(key: str) -> QByteArray | None:
    """Return a stored window or splitter state."""
    value = store().value(key)
    return value if isinstance(value, QByteArray) else None


def widths(key: str) -> list[int]:
    """Return the stored column widths of a table, empty where none were chosen."""
    return [int(text) for text in _texts(f"widths/{key}") if text.isdigit()]


def keep_widths(key: str, values: list[int]) -> None:
    """Store the column widths of a table."""
    store().setValue(f"widths/{key}", values)
