"""What the program remembers of this user on this computer; never anything of a plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT_LIMIT = 10
#: What does not depend on this computer's screens and folders.
_PORTABLE = ("widths/", "order/", "hidden/")


def store() -> QSettings:
    """Return the settings' store."""
    return QSettings()


def documents() -> Path:
    """Return the user's documents folder, or the home folder where there is none."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(location))
    return folder if folder.is_dir() else Path.home()


def own_folder() -> Path:
    """Return the program's folder among the user's documents; it may not be there yet."""
    return documents() / "Planuri servicii sociale"


def copies_folder() -> Path:
    """Return the folder of the safety copies; it may not be there yet."""
    return own_folder() / "Copii de siguranță"


def second_place() -> Path | None:
    """Return where the safety copies are put once more, a stick or another folder."""
    text = str(store().value("copies/second", ""))
    return Path(text) if text else None


def keep_second_place(folder: Path | None) -> None:
    """Store the second place of the safety copies."""
    store().setValue("copies/second", str(folder) if folder else "")


def proposed_second_place() -> bool:
    """Whether the user was asked for a second place before; from now on they were."""
    asked = store().value("copies/asked") is not None
    store().setValue("copies/asked", "1")
    return asked


def working_in() -> Path | None:
    """Return the dossier that is open, or was when the program last ended without closing it."""
    text = str(store().value("open", ""))
    return Path(text) if text else None


def keep_working_in(path: Path | None) -> None:
    """Store which dossier is open, where a crash will find it."""
    store().setValue("open", str(path.resolve()) if path else "")


def portable() -> dict[str, str]:
    """Return what is worth taking along to another computer: how this user likes the window."""
    return {key: "\n".join(_texts(key)) for key in store().allKeys() if key.startswith(_PORTABLE)}


def take_over(brought: dict[str, str]) -> None:
    """Take over what was brought from another computer; what is set here already stays."""
    for key, text in brought.items():
        if key.startswith(_PORTABLE) and not store().contains(key):
            store().setValue(key, text.split("\n"))


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


def number(key: str, default: int) -> int:
    """Return a stored number."""
    text = str(store().value(key, ""))
    return int(text) if text.isdigit() else default


def widths(key: str) -> list[int]:
    """Return the stored column widths of a table, empty where none were chosen."""
    return [int(text) for text in _texts(f"widths/{key}") if text.isdigit()]


def keep_widths(key: str, values: list[int]) -> None:
    """Store the column widths of a table."""
    store().setValue(f"widths/{key}", values)


def column_keys(what: str, key: str) -> list[str]:
    """Return the stored "order" of a table's columns, or those "hidden", by their keys."""
    return [text for text in _texts(f"{what}/{key}") if text]


def keep_column_keys(what: str, key: str, values: list[str]) -> None:
    """Store the "order" of a table's columns, or those "hidden"."""
    store().setValue(f"{what}/{key}", values)
