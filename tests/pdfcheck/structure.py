"""The structure tree: its elements in reading order, and what each of them refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array

from tests.pdfcheck.objects import Key, entry, items, name, text


@dataclass(frozen=True)
class Content:
    """A marked-content sequence that an element refers to."""

    page: int
    """The page's number, 0 for a page that the document does not have."""
    mcid: int


@dataclass(frozen=True)
class Referred:
    """An object that an element refers to: an annotation, for one."""

    key: Key


@dataclass(eq=False)
class Element:
    """A structure element; it is told by its type and its place among the elements."""

    object: Any
    kind: str
    """The type as written."""
    role: str
    """The standard type, empty when the type leads to none."""
    parent: Element | None
    number: int
    kids: list[Element | Content | Referred] = field(default_factory=list)
    class_map: Any = None

    def __str__(self) -> str:
        return f"{self.kind or 'an element without a type'} (element {self.number})"

    @property
    def elements(self) -> list[Element]:
        """The elements among its kids."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def actual_text(self) -> str | None:
        """The text that stands for it all: ActualText, or else Alt."""
        actual = text(self.object, "/ActualText")
        return text(self.object, "/Alt") if actual is None else actual

    def attribute(self, owner: str, key: str) -> Any:
        """Return an attribute of an owner such as Table, None where it is not given."""
        classes = (entry(self.class_map, str(one)) for one in items(self.object, "/C"))
        given = [*items(self.object, "/A")]
        for listed in classes:
            given += list(listed) if isinstance(listed, Array) else [listed]
        for attributes in given:
            if name(attributes, "/O") == owner and (value := entry(attributes, key)) is not None:
                return value
        return None


@dataclass
class Tree:
    """The whole tree."""

    root: Any
    """The StructTreeRoot, None when the file has none."""
    elements: list[Element] = field(default_factory=list)
    """Every element, in reading order."""
    faults: list[str] = field(default_factory=list)

    def leaves(self) -> Iterator[tuple[Element, Content]]:
        """Yield every reference to content with the element that makes it, in reading order."""
        for top in self.elements:
            if top.parent is None:
                yield from _leaves(top)


def _leaves(element: Element) -> Iterator[tuple[Element, Content]]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield element, kid
        elif isinstance(kid, Element):
            yield from _leaves(kid)
