"""Collect the licences of everything that is shipped in one text for the user, `LICENTE.txt`.

The text is the same for the same payload. Licences stand in it as their authors wrote them; one
that was there already is only named. Qt may be used under the LGPL, version 3, whose section 4 asks
for what the head says: the notice, the two licences, and that the user can put in another Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from installer.component import Component
from installer.components import components

_HEAD = """\
LICENȚELE PROGRAMULUI DRAGAPP

DragApp este program liber: îl puteți folosi, studia, da mai departe și modifica în condițiile
licenței GPL, versiunea 3 sau, la alegere, una ulterioară. El lucrează cu programe, fonturi și date
făcute de alții. Mai jos sunt, pentru fiecare, licența și locul de unde se poate lua codul sursă,
apoi textul licenței, așa cum l-au scris autorii.

Programul folosește bibliotecile Qt și PySide6 în condițiile licenței LGPL, versiunea 3. Ele sunt
fișiere de sine stătătoare, în folderul runtime\\packages, și pot fi înlocuite cu altele,
compatibile, pe care le faceți din codul lor sursă; licența DragApp nu oprește nici înlocuirea,
nici studierea lor în acest scop.
"""
_WIDTH = 80
#: Shorter ones name their author, and are repeated.
_LONG = 4000


def write(payload: Path, wheels: Path, target: Path) -> None:
    """Write the text, with Windows' line ends.

    `wheels` is where the packages were unpacked, of which `payload` has a part. Raise
    LicenceMissing where something is shipped without the text of its licence.
    """
    text = rendered(components(payload, wheels))
    target.write_text(text, encoding="utf-8", newline="\r\n")


def rendered(shipped: Sequence[Component]) -> str:
    """Return the text for these components."""
    titles = [f"{place}. {_title(each)}" for place, each in enumerate(shipped, 1)]
    contents = [f"  {each} – {part.licence}" for each, part in zip(titles, shipped, strict=True)]
    pieces = [_HEAD, "CUPRINS\n", "\n".join(contents)]
    first: dict[str, str] = {}
    for title, each in zip(titles, shipped, strict=True):
        pieces += ["", "", "=" * _WIDTH, title, "=" * _WIDTH, ""]
        pieces += [f"Licența: {each.licence}", f"Codul sursă: {each.source}"]
        for name, raw in each.texts:
            text = _clean(raw)
            there = first.setdefault(" ".join(text.split()), title) if len(text) > _LONG else title
            if there == title:
                pieces += ["", f"--- {name} ".ljust(_WIDTH, "-"), "", text]
            else:
                pieces += ["", f"--- {name}: vezi „{there}”"]
    return "\n".join(pieces) + "\n"


def _title(component: Component) -> str:
    return f"{component.name} {component.version}".strip()


def _clean(text: str) -> str:
    """Return a text without ends of lines and pages that only some programs know."""
    lines = text.replace("\f", "\n").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")
