"""Choosing files: which dossier to open, where to put a new one or an export."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from dragapp.ui import dialogs, settings

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan

SUFFIX = ".dosar"
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
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def ask_export(parent: QWidget, plan: Plan, kind: str) -> Path | None:
    """Ask where to put an exported file."""
    place = plan.institution.name or "plan"
    name = file_name(f"Plan servicii sociale {place} {plan.year}")
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Exportă", str(settings.last_folder() / f"{name}.{kind}"), _KINDS[kind]
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == f".{kind}":
        return path
    path = path.with_name(f"{path.name}.{kind}")
    # The file dialog asked about the name as it was typed, without its ending.
    question = f"Fișierul „{path.name}” există deja. Îl înlocuiți?"
    if path.exists() and not dialogs.ask(parent, "Fișierul există", question, "Înlocuiește"):
        return None
    return path
