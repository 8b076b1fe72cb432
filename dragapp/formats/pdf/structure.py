"""What each drawn text is: the tree by which screen readers and searches follow the document.

PDF 1.7, 14.7 and 14.8; the rules of PDF/UA-1 (ISO 14289-1). The tree is made with the pieces, in
reading order; where a piece is drawn, its elements learn on which pages and as which marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, takewhile

from dragapp.formats.pdf.fonts import printable


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree: its role ("P", "TD"), and in order what is inside it.

    A mark is a page, counted from 0, and a number on it. `attributes` is what stands in the PDF
    dictionary of that name, `name` tells notes apart, `section` is the key of the plan's section
    that it belongs to, where that is not said by what it is inside of. `alt` says what a picture
    shows.
    """

    role: str
    attributes: str = ""
    name: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    parent: Element | None = None
    section: str = ""
    alt: str = ""

    def add(self, role: str, attributes: str = "", name: str = "") -> Element:
        """Put another element at the end of this one."""
        made = Element(role, attributes, name, parent=self)
        self.kids.append(made)
        return made

    @property
    def origin(self) -> str:
        """The key of the section it belongs to; empty for the front matter."""
        element: Element | None = self
        while element and not element.section:
            element = element.parent
        return element.section if element else ""

    def prune(self) -> bool:
        """Take out what holds nothing, empty cells aside; tell whether anything is left."""
        self.kids = [kid for kid in self.kids if isinstance(kid, tuple) or kid.prune()]
        return bool(self.kids) or self.role in ("TH", "TD")


#: How a list counts, by the sign of its first label (PDF 1.7, table 347).
_SIGNS = {
    **dict.fromkeys("0123456789", "Decimal"),
    **dict.fromkeys("•●", "Disc"),
    **dict.fromkeys("o○◦", "Circle"),
    **dict.fromkeys("■▪", "Square"),
}


class Structure:
    """The tree of one document while its pieces are made.

    Headings never skip a level, so that readers can go from one to the next below it. `section` is
    the key of the section whose pieces are being made.
    """

    def __init__(self, root: Element | None = None, level: int = 0) -> None:
        self.root = root or Element("Document")
        self.section = ""
        self._notes = count(1)
        self._level = level
        self._lists: list[tuple[int, str, Element]] = []

    def plain(self, role: str = "P") -> Element:
        """Add an element that is no part of a list."""
        self._lists.clear()
        return self._add(role)

    def aside(self) -> Structure:
        """Return a structure for what stands here and is made later, or not at all."""
        return Structure(self.plain("Sect"), self._level)

    def heading(self, level: int) -> Element:
        """Add a heading; level 1 is the document's title."""
        self._level = min(level, self._level + 1, 6)
        return self.plain(f"H{self._level}")

    def note(self) -> Element:
        """Add a note."""
        self._lists.clear()
        return self._add("Note", f"nota-{next(self._notes):05}")

    def item(self, level: int, label: str) -> tuple[Element, Element]:
        """Add an item of the list that is under way, or begin one; return its label and text."""
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        goes_on = bool(self._lists) and self._lists[-1][0] == level
        counting = _counting(label, self._lists[-1][1] if goes_on else "")
        manner = label.strip() if counting in ("Disc", "Circle", "Square") else counting
        if self._lists and self._lists[-1][0] == level and self._lists[-1][1] != manner:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < level:
            self._lists.append((level, manner, self._list(counting)))
        item = self._lists[-1][2].add("LI")
        item.section = self.section
        return item.add("Lbl"), item.add("LBody").add("P")

    def _add(self, role: str, name: str = "") -> Element:
        made = self.root.add(role, name=name)
        made.section = self.section
        return made

    def _list(self, counting: str) -> Element:
        """Begin a list, inside the item under way where there is one."""
        inside = self.root
        if self._lists:
            item = self._lists[-1][2].kids[-1]
            assert isinstance(item, Element)
            body = item.kids[-1]
            assert isinstance(body, Element)
            inside = body
        return inside.add("L", f"/O/List/ListNumbering/{counting}")


def _counting(label: str, before: str) -> str:
    """Return how a list counts that goes on with this label, or begins with it.

    `before` is how it counted so far: "i)" goes on from "h)", and begins with another meaning.
    """
    label = printable(label).strip()
    typed = label.lstrip("( ")
    sign = typed[:1]
    if not label:
        return "None"
    if not sign.isalpha() or typed == "o":
        return _SIGNS.get(sign, "Disc")
    case = "Upper" if sign.isupper() else "Lower"
    letters = "".join(takewhile(str.isalpha, typed)).lower()
    kinds = [f"{case}Alpha"]
    if set(letters) <= set("ivxlcdm"):
        kinds.insert(0 if len(letters) > 1 or letters in "ivx" else 1, f"{case}Roman")
    return before if before in kinds else kinds[0]
