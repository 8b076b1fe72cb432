"""Every command of the window: its name, icon and keys, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dragapp.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Spec:
    """A command as it is listed in menus; `short` names it on a toolbar.

    `keys` are parted by spaces; the first are those shown in menus.
    """

    text: str
    icon: str = ""
    keys: str = ""
    short: str = ""
    checkable: bool = False


SPECS: dict[str, Spec] = {
    "new": Spec("Plan nou…", "new", "Ctrl+N"),
    "add_plan": Spec("Plan nou în acest fișier…", "plan"),
    "open": Spec("Deschide…", "open", "Ctrl+O"),
    "close": Spec("Închide fișierul primăriei", "close", "Ctrl+W"),
    "pdf": Spec("Salvează PDF…", "save-pdf", "Ctrl+E", "PDF"),
    "xlsx": Spec("Exportă în Excel…", "save-excel", "Ctrl+Shift+E", "Excel"),
    "json": Spec("Exportă ca date (JSON)…", "save-json"),
    "printing": Spec("Cum se tipărește anexa"),
    "print": Spec("Tipărește…", "print", "Ctrl+P", "Tipărește"),
    "approve": Spec("Planul a fost aprobat…", "state-done"),
    "reopen": Spec("Redeschide planul aprobat…"),
    "copy_as": Spec("Salvează o copie a fișierului…", "save-copy"),
    "backup": Spec("Fă o copie de siguranță acum", "backup"),
    "restore": Spec("Restaurează…", "restore"),
    "copies_place": Spec("Unde se păstrează copiile de siguranță…"),
    "pack": Spec("Mută pe alt calculator…", "pack"),
    "unpack": Spec("Adu de pe alt calculator…"),
    "quit": Spec("Ieșire", "", "Ctrl+Q"),
    "undo": Spec("Anulează", "undo", "Ctrl+Z"),
    "redo": Spec("Refă", "redo", "Ctrl+Y"),
    "cut": Spec("Decupează", "cut", "Ctrl+X"),
    "copy": Spec("Copiază", "copy", "Ctrl+C"),
    "copy_heads": Spec("Copiază cu capul de tabel", "", "Ctrl+Shift+C"),
    "paste": Spec("Lipește", "paste", "Ctrl+V"),
    "paste_clean": Spec("Lipește curățat", "paste-clean", "Ctrl+Shift+V"),
    "clean": Spec("Curăță textul…", "clean"),
    "todo": Spec("Ce mai este de completat", "todo", "F8", "De completat", checkable=True),
    "find": Spec("Caută…", "find", "Ctrl+F", "Caută"),
    "replace": Spec("Înlocuiește…", "", "Ctrl+H"),
    "find_next": Spec("Locul următor", "", "F3"),
    "find_previous": Spec("Locul dinainte", "", "Shift+F3"),
    "preview": Spec("Previzualizare", "preview", "F9", checkable=True),
    "zoom_in": Spec("Mărește", "zoom-in", "Ctrl+Alt+PgUp"),
    "zoom_out": Spec("Micșorează", "zoom-out", "Ctrl+Alt+PgDown"),
    "zoom_reset": Spec("Mărime obișnuită (100 %)", "", "Ctrl+0"),
    "spelling": Spec("Verifică ortografia", "spelling", checkable=True),
    "spelling_next": Spec("Următoarea greșeală de scriere", "", "F7"),
    "row_above": Spec(
        "Adaugă rând deasupra", "row-above", "Ctrl++ Ctrl+= Ctrl+Shift+Return", "Deasupra"
    ),
    "row_below": Spec("Adaugă rând dedesubt", "row-below", "Ctrl+Return", "Dedesubt"),
    "row_child": Spec("Adaugă rând subordonat", "row-child", "Ctrl+Alt+Return", "Subordonat"),
    "row_duplicate": Spec("Dublează rândul", "row-duplicate", "Ctrl+Shift+D", "Dublează"),
    "row_delete": Spec("Șterge rândul", "row-delete", "Ctrl+-", "Șterge"),
    "row_clear": Spec("Golește celulele alese", "", "Del"),
    "fill_down": Spec("Umple în jos", "", "Ctrl+D"),
    "today": Spec("Data de azi", "", "Ctrl+;"),
    "row_up": Spec("Mută rândul mai sus", "row-up", "Alt+Up", "Mai sus"),
    "row_down": Spec("Mută rândul mai jos", "row-down", "Alt+Down", "Mai jos"),
    "row_promote": Spec("Ridică nivelul", "row-promote", "Alt+Shift+Left"),
    "row_demote": Spec("Coboară nivelul", "row-demote", "Alt+Shift+Right"),
    "row_number": Spec("Numărul rândului…", "restart-number"),
    "columns": Spec("Capul de tabel…", "columns"),
    "bold": Spec("Aldin", "bold", "Ctrl+B", checkable=True),
    "italic": Spec("Cursiv", "italic", "Ctrl+I", checkable=True),
    "indent": Spec("Mărește indentarea", "indent", "Ctrl+]"),
    "outdent": Spec("Micșorează indentarea", "outdent", "Ctrl+["),
    "act": Spec("Inserează un act normativ…", "act", "Ctrl+Shift+L"),
    "own_lists": Spec("Listele mele…", "own-lists"),
    "start_number": Spec("Numărul acestui punct al listei…", "restart-number"),
    "section_add": Spec("Adaugă un punct…", "section-add", "Ctrl+Shift+N"),
    "section_edit": Spec("Proprietăți…", "edit", "F4"),
    "section_hide": Spec("Nu se tipărește (ascunde)", "section-hide", checkable=True),
    "section_up": Spec("Mută punctul mai sus", "section-up", "Ctrl+Alt+Up"),
    "section_down": Spec("Mută punctul mai jos", "section-down", "Ctrl+Alt+Down"),
    "section_delete": Spec("Șterge punctul adăugat…", "delete"),
    "state_todo": Spec("De completat", "state-todo"),
    "state_done": Spec("Completat", "state-done"),
    "state_none": Spec("Nu este cazul", "state-none"),
    "help": Spec("Manualul programului", "help", "F1"),
    "shortcuts": Spec("Toate tastele…", "", "Ctrl+/"),
    "about": Spec("Despre program", "info"),
}


class Actions(dict[str, QAction]):
    """The commands as Qt actions of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        for name, spec in SPECS.items():
            action = QAction(spec.text, window)
            if spec.icon:
                action.setIcon(icon(spec.icon))
            if spec.keys:
                action.setShortcuts([_sequence(keys) for keys in spec.keys.split()])
            if spec.short:
                action.setIconText(spec.short)
            action.setCheckable(spec.checkable)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{spec.text} ({keys})" if keys else spec.text)
            self[name] = action

    def enable(self, names: str, on: bool) -> None:
        """Enable or disable the commands whose names begin like this."""
        for name, action in self.items():
            if name.startswith(names):
                action.setEnabled(on)


def _sequence(keys: str) -> QKeySequence:
    # Read as they are written here: else Qt would look for a translation of every key there is.
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
