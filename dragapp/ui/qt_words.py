"""Qt's own words in Romanian: PySide6 brings no Romanian catalogue of its own.

Only what this program can show is here: menus of text fields, dialogs, file choosers, and the print
dialog's in `qt_print_words`. Qt asks by context and English text; `&` marks the key of a menu line.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from dragapp.ui.qt_print_words import PRINT_WORDS

_WORDS = {
    "&Undo": "&Anulează",
    "&Redo": "&Refă",
    "Cu&t": "&Taie",
    "&Copy": "&Copiază",
    "&Paste": "&Lipește",
    "Delete": "Șterge",
    "&Delete": "Ș&terge",
    "Select All": "Selectează tot",
    "Copy &Link Location": "Copiază adresa &legăturii",
    "Insert Unicode control character": "Inserează un caracter de control Unicode",
    "Return": "Enter",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "OK": "Am înțeles",
    "&OK": "&Am înțeles",
    "Cancel": "Renunță",
    "&Cancel": "&Renunță",
    "Save": "Salvează",
    "&Save": "&Salvează",
    "Open": "Deschide",
    "&Open": "&Deschide",
    "Close": "Închide",
    "&Close": "Î&nchide",
    "&Yes": "&Da",
    "&No": "&Nu",
    "Apply": "Aplică",
    "Help": "Ajutor",
    "Retry": "Încearcă din nou",
    "Ignore": "Ignoră",
    "Abort": "Abandonează",
    "Show Details...": "Arată detaliile…",
    "Hide Details...": "Ascunde detaliile…",
    "Look in:": "Caută în:",
    "&Look in:": "&Caută în:",
    "File &name:": "&Numele fișierului:",
    "Files of type:": "Tipul fișierelor:",
    "Files of &type:": "&Tipul fișierelor:",
    "Files": "Fișiere",
    "Sidebar": "Locuri",
    "List of places and bookmarks": "Locuri și semne de carte",
    "Save As": "Salvează ca",
    "Directory:": "Folder:",
    "Directory": "Folder",
    "Folder": "Folder",
    "File": "Fișier",
    "File Folder": "Folder",
    "Drive": "Unitate",
    "Name": "Nume",
    "Size": "Mărime",
    "Kind": "Fel",
    "Type": "Tip",
    "Date Modified": "Data modificării",
    "My Computer": "Computerul meu",
    "Computer": "Computer",
    "All Files (*)": "Toate fișierele (*)",
    "&Choose": "&Alege",
    "&New Folder": "Folder &nou",
    "New Folder": "Folder nou",
    "Create New Folder": "Creează un folder nou",
    "Create a New Folder": "Creează un folder nou",
    "&Rename": "&Redenumește",
    "Show &hidden files": "Arată fișierele &ascunse",
    "Remove": "Scoate",
    "Back": "Înapoi",
    "Go back": "Înapoi",
    "Forward": "Înainte",
    "Go forward": "Înainte",
    "Parent Directory": "Folderul de deasupra",
    "Go to the parent directory": "Mergi la folderul de deasupra",
    "List View": "Listă",
    "Change to list view mode": "Arată ca listă",
    "Detail View": "Detalii",
    "Change to detail view mode": "Arată cu detalii",
    "%1 already exists.\nDo you want to replace it?": "%1 există deja.\nÎl înlocuiți?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nFișierul nu a fost găsit. Verificați numele."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolderul nu a fost găsit. Verificați numele."
    ),
    "Are you sure you want to delete '%1'?": "Sigur ștergeți „%1”?",
    "Closes the dock widget": "Închide panoul",
    "Close Tab": "Închide fila",
    "Scroll Left": "Derulează la stânga",
    "Scroll Right": "Derulează la dreapta",
    "&Step up": "Mai &mult",
    "Step &down": "Mai &puțin",
    "Scroll here": "Derulează aici",
    "Top": "Început",
    "Bottom": "Sfârșit",
    "Left edge": "Marginea din stânga",
    "Right edge": "Marginea din dreapta",
    "Page up": "O pagină în sus",
    "Page down": "O pagină în jos",
    "Page left": "O pagină la stânga",
    "Page right": "O pagină la dreapta",
    "Scroll up": "Derulează în sus",
    "Scroll down": "Derulează în jos",
    "Scroll left": "Derulează la stânga",
    "Scroll right": "Derulează la dreapta",
    **PRINT_WORDS,
}


class QtWords(QTranslator):
    """Answers Qt's requests for its own texts."""

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        # An empty answer would count as a translation, and the text would vanish.
        return _WORDS.get(sourceText, sourceText)

    def isEmpty(self) -> bool:
        return False
