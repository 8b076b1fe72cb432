"""What the program remembers of this user on this computer; never anything of a plan."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from dragapp.ui import portable

_RECENT_LIMIT = 10
#: No size in pixels or per cent has so many.
_DIGITS = 7
#: What does not depend on this computer's screens and folders.
_CARRIED = ("widths/", "order/", "hidden/")


def prefer_file() -> None:
    """Let the store be a file on Windows too, in %APPDATA%: Qt's own choice is the registry.

    A file can be looked at, copied and removed.
    """
    if sys.platform == "win32":
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)


def store() -> QSettings:
    """Return the settings' store."""
    beside = portable.folder()
    if beside is None:
        return QSettings()
    return QSettings(str(beside / portable.SETTINGS / portable.FILE), QSettings.Format.IniFormat)


def documents() -> Path:
    """Return where the user's dossiers are looked for first.

    That is the documents folder, or the home folder where there is none; of the portable program,
    its own folder.
    """
    if portable.folder():
        return own_folder()
    location = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(location))
    return folder if folder.is_dir() else Path.home()


def own_folder() -> Path:
    """Return the program's folder among the user's documents; it may not be there yet.

    That of the portable program is beside it, and is there.
    """
    return (portable.folder() or documents()) / portable.PLANS


def copies_folder() -> Path:
    """Return the folder of the safety copies; it may not be there yet."""
    return own_folder() / "Copii de siguranță"


def second_place() -> Path | None:
    """Return where the safety copies are put once more, a stick or another folder."""
    return _path("copies/second")


def keep_second_place(folder: Path | None) -> None:
    """Store the second place of the safety copies."""
    _keep_path("copies/second", folder)


def proposed_second_place() -> bool:
    """Whether the user was asked for a second place before; from now on they were."""
    asked = store().value("copies/asked") is not None
    if not asked:
        store().setValue("copies/asked", "1")
    return asked


def working_in() -> Path | None:
    """Return the dossier that is open, or was when the program last ended without closing it.

    None also where it is not to be reached now.
    """
    path = _path("open")
    return path if path and _is_file(path) else None


def keep_working_in(path: Path | None) -> None:
    """Store which dossier is open, where a crash will find it."""
    _keep_path("open", path.resolve() if path else None)


def carried() -> dict[str, str]:
    """Return what is worth taking along to another computer: how this user likes the window."""
    return {key: "\n".join(texts(key)) for key in store().allKeys() if key.startswith(_CARRIED)}


def take_over(brought: dict[str, str]) -> None:
    """Take over what was brought from another computer; what is set here already stays."""
    for key, text in brought.items():
        if key.startswith(_CARRIED) and not store().contains(key):
            store().setValue(key, text.split("\n"))


def recent() -> list[Path]:
    """Return the dossiers opened last, the newest first; some may be gone."""
    return [portable.path_of(text) for text in texts("recent")]


def remember(path: Path) -> None:
    """Put a dossier at the head of the recent ones."""
    path = path.resolve()
    others = [other for other in recent() if other != path]
    _keep_recent([path, *others][:_RECENT_LIMIT])
    keep_folder(path.parent)


def forget(path: Path) -> None:
    """Take a dossier off the recent ones; the file stays where it is."""
    _keep_recent([other for other in recent() if other != path])


def _keep_recent(paths: list[Path]) -> None:
    titles = {portable.text_of(path): title_of(path) for path in paths}
    store().setValue("recent", list(titles))
    store().setValue("recent_titles", list(titles.values()))


def title_of(path: Path) -> str:
    """Return what was noted of a recent dossier, empty where nothing was."""
    known = dict(zip(recent(), texts("recent_titles"), strict=False))
    return known.get(path, "")


def keep_title(path: Path, title: str) -> None:
    """Note what a recent dossier is about."""
    path = path.resolve()
    # Noted at every turn to another section: a slow stick is not written to for nothing.
    if title != title_of(path):
        titles = [title if each == path else title_of(each) for each in recent()]
        store().setValue("recent_titles", titles)


def last_folder(use: str = "") -> Path:
    """Return the folder used last for something, else for dossiers, else the documents.

    A folder that is gone, or on a stick that is not there, is passed over.
    """
    for key in (f"folders/{use}" if use else "folder", "folder"):
        folder = _path(key)
        if folder and _is_folder(folder):
            return folder
    return documents()


def keep_folder(folder: Path, use: str = "") -> None:
    """Note the folder used last for something: a kind of export, pictures; by itself, dossiers."""
    _keep_path(f"folders/{use}" if use else "folder", folder)


def _path(key: str) -> Path | None:
    text = str(store().value(key, ""))
    return portable.path_of(text) if text else None


def _keep_path(key: str, path: Path | None) -> None:
    store().setValue(key, portable.text_of(path) if path else "")


def _is_folder(path: Path) -> bool:
    """Whether a folder is there; what the system cannot tell is not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    """Whether a file is there; what the system cannot tell is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def spelling_on() -> bool:
    """Whether words that are not in the dictionary are marked."""
    return number("spelling", 1) == 1


def keep_spelling(*, on: bool) -> None:
    """Store whether they are marked."""
    keep_number("spelling", int(on))


def keep_texts(key: str, values: list[str]) -> None:
    """Store a list of texts."""
    store().setValue(key, values)


def texts(key: str) -> list[str]:
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
    found = _whole([str(store().value(key, ""))])
    return found[0] if found else default


def numbers(key: str) -> list[int]:
    """Return a stored list of whole numbers; what is none is left out."""
    return _whole(texts(key))


def _whole(stored: list[str]) -> list[int]:
    # Whatever else stands in the file must not stop the program: Qt takes no larger numbers.
    return [int(text) for text in stored if text.isdecimal() and len(text) < _DIGITS]


def keep_number(key: str, value: int) -> None:
    """Store a number."""
    store().setValue(key, str(value))


def widths(key: str) -> list[int]:
    """Return the stored column widths of a table, empty where none were chosen."""
    return numbers(f"widths/{key}")


def keep_widths(key: str, values: list[int]) -> None:
    """Store the column widths of a table."""
    store().setValue(f"widths/{key}", values)


def column_keys(what: str, key: str) -> list[str]:
    """Return the stored "order" of a table's columns, or those "hidden", by their keys."""
    return [text for text in texts(f"{what}/{key}") if text]


def keep_column_keys(what: str, key: str, values: list[str]) -> None:
    """Store the "order" of a table's columns, or those "hidden"."""
    store().setValue(f"{what}/{key}", values)
