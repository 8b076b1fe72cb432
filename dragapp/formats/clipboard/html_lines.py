"""The text of a piece of HTML as lines, the way a browser would show it.

Blanks are squeezed, blocks begin a line, `<br>` ends one, items of lists have their marks.
"""

from __future__ import annotations

import re

from dragapp.plan.text import PASTED_BULLETS, clean

_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: Programs write several spaces as spaces and non-breaking ones in turn; a single one was meant.
_SEVERAL = re.compile("[ \xa0]{2,}")


class HtmlLines:
    """Collects the lines of one cell, or of what stands outside of tables.

    With `exact`, all blanks and empty lines are kept as they are.
    """

    def __init__(self, *, exact: bool = False) -> None:
        self.exact = exact
        self._lines = [""]
        self._marked = False

    def add(self, text: str, *, exact: bool = False) -> None:
        """Add running text; `exact` for text whose blanks and line ends count."""
        if exact or self.exact:
            first, *more = text.split("\n")
            self._lines[-1] += first
            self._lines += more
            return
        text = _BLANKS.sub(" ", text)
        if not self._lines[-1] or self._lines[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._lines[-1] += text
            self._marked = False

    def end_line(self) -> None:
        """End the line, be there something on it or not."""
        self._lines.append("")
        self._marked = False

    def begin_block(self) -> None:
        """Begin a line unless one has just begun, or only the mark of an item is on it."""
        if self._lines[-1] and not self._marked:
            self.end_line()

    def begin_item(self, mark: str) -> None:
        """Begin the line of a list's item with its mark."""
        self.begin_block()
        self._lines[-1] += f"{mark} "
        self._marked = True

    def result(self) -> str:
        """Return the lines, without blanks around them and without empty ones around all."""
        if self.exact:
            return clean("\n".join(self._lines))
        lines = [
            _SEVERAL.sub(lambda run: " " * len(run[0]), line).strip(" \xa0") for line in self._lines
        ]
        return clean("\n".join(lines)).strip("\n")


def mark(text: str, *, symbols: bool) -> str:
    """Return the mark of a Word list's item; `symbols` if it is set in a font of pictures."""
    text = text.replace("\xa0", " ").strip()
    if len(text) == 1 and symbols:
        text = chr(0xF000 | ord(text) & 0xFF)
    shown = text.translate(PASTED_BULLETS)
    picture = len(shown) == 1 and ("\ue000" <= shown <= "\uf8ff" or shown in "·o")
    return "•" if picture else shown
