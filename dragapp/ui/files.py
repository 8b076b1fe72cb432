"""Choosing files: which dossier to open, where to put a new one or an export."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from dragapp.ui import dialogs, settings

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan

SUFFIX, PACKAGE = ".dosar", ".mutare"
_PACKAGES = f"Pachet pentru alt calculator (*{PACKAGE})"
_PICTURES = "Imagini (*.png *.jpg *.jpeg *.bmp *.gif *.svg)"
_KINDS = {"pdf": "Document PDF (*.pdf)", "xlsx": "Registru Excel (*.xlsx)", "json": "JSON (*.json)"}


def file_name(text: str) -> str:
    """Make a text fit to name a file on Windows too; diacritics stay."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", text).strip(" .")[:80] or "plan"


def fresh(folder: Path, name: str, suffix: str) -> Path:
    """Return a path in a folder that no file has yet."""
    path, number = folder / f"{name}{suffix}", 2
    while path.exists():
        path, number = folder / f"{name} ({number}){suffix}", number + 1
    return path


def ask_open(parent: QWidget) -> Path | None:
    """Ask which dossier to open."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        "Deschide fișierul primăriei",
        str(settings.last_folder()),
        f"Fișierul primăriei (*{SUFFIX})",
    )
    return Path(chosen) if chosen else None


def ask_new(parent: QWidget, name: str) -> Path | None:
    """Ask where to put a new dossier; an existing file is never proposed."""
    proposed = fresh(settings.last_folder(), file_name(name), SUFFIX)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Unde se păstrează planul", str(proposed), f"Fișierul primăriei (*{SUFFIX})"
    )
    return _with_suffix(Path(chosen), SUFFIX) if chosen else None


def ask_copy(parent: QWidget, path: Path) -> Path | None:
    """Ask where to put a copy of the dossier; an existing file is never proposed."""
    return ask_new(parent, path.stem)


def ask_package(parent: QWidget, path: Path) -> Path | None:
    """Ask where to put the package for another computer."""
    proposed = fresh(settings.last_folder("package"), file_name(path.stem), PACKAGE)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Unde se pune pachetul", str(proposed), _PACKAGES
    )
    return _to_be_replaced(parent, _kept(Path(chosen), "package"), PACKAGE) if chosen else None


def ask_unpack(parent: QWidget) -> Path | None:
    """Ask for a package from another computer."""
    folder = str(settings.last_folder("package"))
    chosen, _ = QFileDialog.getOpenFileName(parent, "Alegeți pachetul", folder, _PACKAGES)
    return _kept(Path(chosen), "package") if chosen else None


def _kept(path: Path, use: str) -> Path:
    """Note a file's folder as the last one of its use."""
    settings.keep_folder(path.parent, use)
    return path


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def ask_picture(parent: QWidget) -> Path | None:
    """Ask for a picture."""
    folder = str(settings.last_folder("pictures"))
    chosen, _ = QFileDialog.getOpenFileName(parent, "Alegeți imaginea", folder, _PICTURES)
    return _kept(Path(chosen), "pictures") if chosen else None


def show(path: Path) -> bool:
    """Show a file or a folder with the system's own program for it; False where there is none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Show the folder of a file, the file selected where the system can do that."""
    if sys.platform != "win32":
        show(path.parent)
        return
    import subprocess

    # Given in full: an explorer.exe that came with a stick is not to be started. The whole line is
    # given too: Explorer wants the quotes around the path alone, for a comma would end it.
    explorer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "explorer.exe"
    subprocess.Popen(f'"{explorer}" /select,"{path.resolve()}"')


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def plan_name(plan: Plan, described: str) -> str:
    """Name an exported file; `described` tells what sets it apart from others of the plan."""
    place = plan.institution.name or "plan"
    name = f"Plan servicii sociale {place} {plan.year}"
    if plan.revision:
        name += f", modificarea {plan.revision}"
    parts = [name, described] if described else [name]
    return " – ".join(file_name(each) for each in parts)


def ask_export(parent: QWidget, plan: Plan, kind: str, described: str = "") -> Path | None:
    """Ask where to put an exported file; see `plan_name`."""
    proposed = settings.last_folder(kind) / f"{plan_name(plan, described)}.{kind}"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Salvează", str(proposed), _KINDS[kind])
    return _to_be_replaced(parent, Path(chosen), f".{kind}") if chosen else None


def ask_pdf(parent: QWidget, name: str) -> Path | None:
    """Ask where to put a PDF file that is not of a plan."""
    proposed = settings.last_folder() / f"{file_name(name)}.pdf"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Salvează", str(proposed), _KINDS["pdf"])
    return _to_be_replaced(parent, Path(chosen), ".pdf") if chosen else None


def _to_be_replaced(parent: QWidget, chosen: Path, suffix: str) -> Path | None:
    """Return a name with its ending; None where the user will not have that file replaced."""
    path = _with_suffix(chosen, suffix)
    if path == chosen:
        return path
    # The file dialog asked about the name as it was typed, without its ending.
    question = f"Fișierul „{path.name}” există deja. Îl înlocuiți?"
    if path.exists() and not dialogs.ask(parent, "Fișierul există", question, "Înlocuiește"):
        return None
    return path
