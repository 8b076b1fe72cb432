"""Marked content: that its beginnings and ends pair, and that nothing is drawn outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Name

from tests.pdfcheck.language import wrong_language
from tests.pdfcheck.objects import entry, name, text, whole

OPENERS = {"q": "q", "BT": "BT", "BMC": "marks", "BDC": "marks"}
CLOSERS = {"Q": "q", "ET": "BT", "EMC": "marks"}


@dataclass(eq=False)
class Mark:
    """A marked-content sequence."""

    tag: str
    page: int
    mcid: int | None
    actual_text: str | None
    artifact: str = ""
    """An artifact's type and subtype, with a slash between them."""
    paints: int = 0
    """How many things it draws."""

    @property
    def is_artifact(self) -> bool:
        """Whether it is decoration, a running header or the like, which nobody reads out."""
        return self.tag == "Artifact"

    def __str__(self) -> str:
        return self.tag if self.mcid is None else f"{self.tag} {self.mcid}"


class Nesting:
    """What is open while a page is drawn: states, text objects and marks, innermost last."""

    def __init__(self, page: int, begun: list[Mark], faults: list[str]) -> None:
        self.page = page
        self.begun = begun
        self.marks: list[Mark] = []
        self._faults = faults
        self._open: list[str] = []
        self._numbers: set[int] = set()
        self.forms = 0
        """How many forms are being drawn, one within the other."""

    def follow(self, operator: str, operands: list[Any], properties: Any) -> None:
        """Follow an operator that begins or ends something; others change nothing."""
        if operator in OPENERS:
            self._open.append(OPENERS[operator])
        if operator in ("BMC", "BDC"):
            self._begin(operands, properties)
        elif operator in CLOSERS:
            self._end(operator, CLOSERS[operator])

    def paint(self, what: str) -> None:
        """Note that something is drawn here."""
        if not any(mark.is_artifact or mark.mcid is not None for mark in self.marks):
            self._fault("untagged-content", f"{what} is neither tagged nor an artifact")
        for mark in self.marks:
            mark.paints += 1

    def close(self) -> None:
        """Note the end of the page."""
        if self._open:
            self._fault("marks-balance", f"{', '.join(self._open)} never ends")

    def _begin(self, operands: list[Any], properties: Any) -> None:
        told = operands[1] if len(operands) > 1 else None
        if isinstance(told, Name):
            told = entry(properties, str(told))
            if told is None:
                self._fault("marks-balance", f"{operands[1]} is not among the properties")
        told = told if isinstance(told, Dictionary) else None
        tag = str(operands[0])[1:] if operands else ""
        mark = Mark(tag, self.page, whole(told, "/MCID"), text(told, "/ActualText"))
        mark.artifact = f"{name(told, '/Type')}/{name(told, '/Subtype')}".strip("/")
        inside = any(around.mcid is not None for around in self.marks)
        if mark.is_artifact and inside:
            self._fault("artifact-in-tagged", f"an artifact lies in {self.marks[-1]}")
        if mark.is_artifact and mark.mcid is not None:
            self._fault("artifact-in-tagged", f"an artifact has the MCID {mark.mcid}")
        if mark.mcid is not None and any(around.is_artifact for around in self.marks):
            self._fault("tagged-in-artifact", f"{mark} lies in an artifact")
        if mark.mcid is not None and inside:
            self._fault("mcid-nested", f"{mark} lies in {self.marks[-1]}")
        if mark.mcid in self._numbers:
            self._fault("mcid-duplicate", f"{mark} is not the first with its number")
        if mark.mcid is not None:
            self._numbers.add(mark.mcid)
        if mark.mcid is not None and self.forms:
            self._fault("mcid-in-form", f"{mark} lies in a form, where nothing refers to it")
        if wrong := wrong_language(told):
            self._fault("language", f"{mark}: {wrong}")
        self.marks.append(mark)
        self.begun.append(mark)

    def _end(self, operator: str, closes: str) -> None:
        if closes not in self._open:
            self._fault("marks-balance", f"{operator} ends nothing")
            return
        if self._open[-1] != closes:
            self._fault("marks-nesting", f"{operator} comes before the end of {self._open[-1]}")
        last = len(self._open) - 1 - self._open[::-1].index(closes)
        del self._open[last]
        if closes == "marks":
            self.marks.pop()

    def _fault(self, name: str, told: str) -> None:
        self._faults.append(f"{name}: page {self.page}: {told}")
