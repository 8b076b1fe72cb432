"""Write a PNG of every tab and dialog: `python -m tests.shots DIR [WIDTHxHEIGHT] [VARIANT ...]`.

The variants are in `tests.shots.variants`: light, dark, strong, strong-dark, zoomed, 150, 200;
`all` takes every one of them, each into a folder of its own. Every module here that has a
`take(shots: Shots)` adds its own pictures, of a dialog or panel. The window opens on fresh copies
of the examples in a temporary folder; nothing of the user's is touched. Without a screen, set
QT_QPA_PLATFORM=offscreen: a screen is then imagined of just the window's size, so that a dialog
that would not fit shows.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import tests.shots
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.header import damaged
from dragapp.dossier.interrupted import before
from dragapp.dossier.step import Spot
from dragapp.examples import example, example_names
from dragapp.ui.damage import offer_help
from dragapp.ui.main_window import MainWindow
from dragapp.ui.restore_dialog import RestoreDialog
from dragapp.ui.saved import tell_saved
from dragapp.ui.start import application
from tests.shots import new_plan
from tests.shots.lists import take_lists
from tests.shots.pickers import PickerShots
from tests.shots.spelling import wrong_words
from tests.shots.tables import take_tables
from tests.shots.variants import SCALE, VARIANTS, in_process_of_its_own, make_screen, put_on

#: Sections whose tables and texts show something that others do not, and dialogs by their command.
SECTIONS = {
    "piatra-neamt-2021": (
        "existing-services",
        "proposed-services",
        "contracting",
        "information-campaigns",
        "improvement-courses",
    ),
    "draguseni-2024": ("narrative", "published-information", "objectives-matrix"),
}
DIALOGS = (
    *("new", "section_add", "section_edit", "columns", "row_number"),
    *("restore", "copies_place", "approve", "pdf"),
)
DIALOGS_ON = "information-campaigns"
_BARRED = (
    "Fișierul „Drăgușeni.dosar” este deschis de Maria pe calculatorul PC-2, din 22.11.2026, ora "
    "14:05. Îl vedeți așa cum a fost salvat acolo ultima dată; îl puteți schimba după ce este "
    "închis acolo."
)


class Shots:
    """Takes the pictures of one window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    def settle(self) -> None:
        """Let the window finish drawing."""
        for _ in range(5):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def take(self, name: str, what: QWidget | None = None) -> None:
        """Write one picture."""
        self.settle()
        path = self.folder / f"{name}.png"
        (what or self.window).grab().save(str(path))
        print(path)

    def plan(self, name: str, dossier: Path) -> None:
        """Take every tab of an example and the sections of note."""
        copies = dossier.with_name("copies")
        self.window.show_dossier(Dossier.create(dossier, example(name), copies))
        tabs = self.window.tabs
        assert tabs is not None
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            self.take(f"{name}-{place}-{tabs.tabText(place)}")
        for section in SECTIONS.get(name, ()):
            self.go(section)
            self.take(f"{name}-{section}")
        if "information-campaigns" in SECTIONS.get(name, ()):
            self.safety()
            self.dialogs()
            self.printing()
            PickerShots(self.window, self.take, self.go).all()
        else:
            take_lists(self.window, self.take)
            take_tables(self)

    def printing(self) -> None:
        """Take the choices for printing, the pages beside the text, and the notice after saving."""
        window = self.window
        window.actions_["printing"].trigger()
        self.take("printing")
        self.go("existing-services")
        wrong_words(window, self.take)
        window.actions_["preview"].trigger()
        dock = window.previewing.dock
        assert dock is not None
        # The pages come from another process.
        there = QEventLoop()
        dock.view.turned.connect(there.quit)
        QTimer.singleShot(30_000, there.quit)
        there.exec()
        self.take("pages")
        tell_saved(window.notices, Path("Plan servicii sociale Piatra Neamț 2021.pdf"))
        self.take("saved")
        window.actions_["preview"].trigger()

    def safety(self) -> None:
        """Take what is shown when something went wrong or is only read."""
        window, session = self.window, self.window.session
        assert session is not None
        window.safety.run("backup")
        with session.act("titlu") as edit:
            edit.set_plan(session.plan.id, title="Alt titlu")
        assert session.dossier.keeper is not None
        newest = session.dossier.keeper.shelf.backups()[0]
        list_ = RestoreDialog(window, [newest], session.dossier)
        self.modal("preview", list_.preview)
        left = before(session.dossier.path)
        window.notices.tell("crash", replace(left, undone=True).told(), ("Deschide-l", list))
        window.notices.tell("barred", _BARRED, ("Încearcă din nou", list), lasting=True)
        self.take("notices")
        for key in ("crash", "barred"):
            window.notices.drop(key)
        told = damaged(session.dossier.path)
        self.modal("damage", lambda: offer_help(window, session.dossier.path, told))

    def modal(self, name: str, act: Callable[[], object]) -> None:
        """Take the dialog that an act opens, then close it."""
        QTimer.singleShot(300, self.window, lambda: self._dialog(name))
        act()
        self.settle()

    def go(self, section: str) -> None:
        """Turn to a section and stand on its table's first cell."""
        session, tabs = self.window.session, self.window.tabs
        assert session is not None
        assert tabs is not None
        tabs.show_spot(Spot(session.plan.id, section))
        self.settle()
        chapter = tabs.chapter()
        if chapter and chapter.editor and chapter.editor.table:
            view = chapter.editor.table.view
            view.setFocus()
            view.setCurrentIndex(view.model().index(0, 0))
        self.settle()

    def dialogs(self) -> None:
        """Take every dialog, then close it."""
        for name in DIALOGS:
            self.window.activateWindow()
            self.settle()
            self.go(DIALOGS_ON)
            assert self.window.actions_[name].isEnabled(), name
            self.modal(name, self.window.actions_[name].trigger)

    def _dialog(self, name: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), name
        self.take(f"dialog-{name}", dialog)
        dialog.reject()


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named first."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder, *rest = arguments
    size = next((each for each in rest if each[0].isdigit() and "x" in each), "1366x720")
    wanted = [each for each in rest if each != size]
    if wanted == ["all"]:
        wanted = list(VARIANTS)
    if len(wanted) > 1:
        return max(in_process_of_its_own(Path(folder) / each, size, each) for each in wanted)
    variant = wanted[0] if wanted else "light"
    if VARIANTS[variant].scale != 1 and SCALE not in os.environ:
        return in_process_of_its_own(Path(folder), size, variant)
    width, height = (int(int(each) / VARIANTS[variant].scale) for each in size.split("x"))
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        make_screen(Path(scratch), size)
        app = application()
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, scratch)
        put_on(VARIANTS[variant])
        window = MainWindow()
        window.resize(width, height)
        window.show()
        take_all(Shots(window, Path(folder)), Path(scratch))
        window.close()
        # An imagined screen keeps its clipboard longer than Python its objects.
        app.clipboard().clear()
        app.processEvents()
    return 0


def take_all(shots: Shots, scratch: Path) -> None:
    """Take every picture; the dossiers are made in a folder that is thrown away."""
    shots.take("welcome")
    new_plan.made(shots.window, shots.go, shots.take, scratch / "nou.dosar")
    for name in example_names():
        shots.plan(name, scratch / f"{name}.dosar")
    for found in pkgutil.iter_modules(tests.shots.__path__):
        # Importing this one again would only make a second of each of its names.
        if found.name != "__main__":
            module = importlib.import_module(f"tests.shots.{found.name}")
            if hasattr(module, "take"):
                module.take(shots)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
