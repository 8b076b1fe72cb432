"""Qt's own words in Romanian: PySide6 brings no Romanian catalogue of its own.

Only what this program can show is here: menus of text fields, dialogs, docks and guides; beside it,
in `qt_file_words` the file chooser's, in `qt_print_words` the print dialog's, and in
`qt_spoken_words` what a screen reader says. Qt asks by context and English text; `&` marks the key
of a menu line.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from dragapp.ui.qt_file_words import FILE_WORDS
from dragapp.ui.qt_print_words import PRINT_WORDS
from dragapp.ui.qt_spoken_words import SPOKEN_WORDS

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
    "FSI First strong isolate": "FSI izolare după primul caracter",
    "LRE Start of left-to-right embedding": "LRE început de text de la stânga la dreapta",
    "LRI Left-to-right isolate": "LRI izolare de la stânga la dreapta",
    "LRM Left-to-right mark": "LRM semn de la stânga la dreapta",
    "LRO Start of left-to-right override": "LRO impune de la stânga la dreapta",
    "PDF Pop directional formatting": "PDF sfârșitul sensului",
    "PDI Pop directional isolate": "PDI sfârșitul izolării",
    "RLE Start of right-to-left embedding": "RLE început de text de la dreapta la stânga",
    "RLI Right-to-left isolate": "RLI izolare de la dreapta la stânga",
    "RLM Right-to-left mark": "RLM semn de la dreapta la stânga",
    "RLO Start of right-to-left override": "RLO impune de la dreapta la stânga",
    "ZWJ Zero width joiner": "ZWJ unire fără lățime",
    "ZWNJ Zero width non-joiner": "ZWNJ despărțire fără lățime",
    "ZWSP Zero width space": "ZWSP spațiu fără lățime",
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
    "Closes the dock widget": "Închide panoul",
    "Undocks and re-attaches the dock widget": "Desprinde panoul sau îl prinde la loc",
    "Float": "Desprinde",
    "Close Tab": "Închide fila",
    "&Select All": "&Selectează tot",
    "Open the combo box selection popup": "Deschide lista",
    "True": "Da",
    "False": "Nu",
    "Enter a value:": "Scrieți o valoare:",
    "What's This?": "Ce este aceasta?",
    "Discard": "Renunță la modificări",
    "Close without Saving": "Închide fără salvare",
    "Don't Save": "Nu salva",
    "Reset": "Readu la început",
    "Restore Defaults": "Readu valorile obișnuite",
    "Save All": "Salvează tot",
    "Yes to &All": "Da, la t&oate",
    "N&o to All": "N&u, la toate",
    "&Next": "Î&nainte",
    "&Next >": "Î&nainte >",
    "< &Back": "< Îna&poi",
    "Go Back": "Înapoi",
    "&Finish": "&Termină",
    "Done": "Gata",
    "Continue": "Continuă",
    "Commit": "Aplică",
    "&Help": "&Ajutor",
    "Minimize": "Micșorează în bară",
    "Mi&nimize": "M&icșorează în bară",
    "Maximize": "Mărește pe tot ecranul",
    "Ma&ximize": "Mărește pe tot e&cranul",
    "Restore": "Readu la mărimea dinainte",
    "&Restore": "&Readu la mărimea dinainte",
    "Restore Down": "Readu la mărimea dinainte",
    "&Move": "&Mută",
    "&Size": "Mări&me",
    "Stay on &Top": "&Rămâne deasupra",
    "Menu": "Meniu",
    "Shade": "Strânge",
    "Unshade": "Desfă",
    "&Show this message again": "&Arată și altă dată acest mesaj",
    "An error occurred": "A apărut o eroare",
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
    **FILE_WORDS,
    **PRINT_WORDS,
    **SPOKEN_WORDS,
}
#: The names of keys that are not the same on Romanian keyboards.
_KEYS = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Space": "Spațiu"}
#: Contexts whose words are not those of `_WORDS`.
_APART = {"QShortcut": _KEYS}


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
        return _APART.get(context, _WORDS).get(sourceText, sourceText)

    def isEmpty(self) -> bool:
        return False
