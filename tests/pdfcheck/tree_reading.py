"""Reading the structure tree, and what is wrong with its own build."""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Name

from tests.pdfcheck.objects import Key, entry, items, key_of, name, whole
from tests.pdfcheck.roles import role_map_faults, standard_role
from tests.pdfcheck.structure import Content, Element, Referred, Tree


def read_tree(catalog: Any, pages: dict[Key, int]) -> Tree:
    """Read the tree; what is wrong with its own build is among its faults."""
    root = entry(catalog, "/StructTreeRoot")
    tree = Tree(root if isinstance(root, Dictionary) else None)
    if name(root, "/Type") != "StructTreeRoot":
        tree.faults.append("structure-root: the catalog has no StructTreeRoot of that type")
    tree.faults.extend(role_map_faults(entry(root, "/RoleMap")))
    builder = _Builder(tree, pages)
    for top in items(root, "/K"):
        builder.add(top, None, None)
    if [element.role for element in tree.elements if element.parent is None] != ["Document"]:
        tree.faults.append("document-element: the tree does not have one Document at its top")
    return tree


class _Builder:
    def __init__(self, tree: Tree, pages: dict[Key, int]) -> None:
        self.tree = tree
        self.pages = pages
        self.met: set[Key] = set()

    def add(self, written: Any, parent: Element | None, page: Any) -> None:
        """Read an element and all below it."""
        kind = name(written, "/S")
        role = standard_role(kind, entry(self.tree.root, "/RoleMap"))
        element = Element(written, kind, role, parent, len(self.tree.elements) + 1)
        element.class_map = entry(self.tree.root, "/ClassMap")
        if key_of(written) in self.met:
            self._fault("element-twice", element, "it is met twice")
            return
        self.met |= {key_of(written)} - {(0, 0)}
        self.tree.elements.append(element)
        if parent is not None:
            parent.kids.append(element)
        self._check(element, parent)
        page = entry(written, "/Pg") or page
        for kid in items(written, "/K"):
            self._kid(element, kid, page)

    def _check(self, element: Element, parent: Element | None) -> None:
        if key_of(element.object) == (0, 0):
            self._fault("element-parent", element, "it is not an indirect object")
        above = self.tree.root if parent is None else parent.object
        if key_of(entry(element.object, "/P")) != key_of(above):
            self._fault("element-parent", element, f"its P is not {parent or 'the root'}")
        if not element.role:
            self._fault("element-type", element, "its type leads to no standard type")
        if entry(element.object, "/Type") not in (None, Name("/StructElem")):
            self._fault("element-type", element, "its Type is not StructElem")

    def _kid(self, element: Element, kid: Any, page: Any) -> None:
        number = self.pages.get(key_of(entry(kid, "/Pg") or page), 0)
        match kid, name(kid, "/Type"):
            case int(), _:
                element.kids.append(Content(number, kid))
            case _, "MCR" if entry(kid, "/Stm") is None:
                mcid = whole(kid, "/MCID")
                element.kids.append(Content(number, -1 if mcid is None else mcid))
            case _, "OBJR":
                element.kids.append(Referred(key_of(entry(kid, "/Obj"))))
            case Dictionary(), _ if name(kid, "/S"):
                self.add(kid, element, page)
            case _:
                self._fault("element-kid", element, "one of its kids is none that it may have")

    def _fault(self, fault: str, element: Element, told: str) -> None:
        self.tree.faults.append(f"{fault}: {element}: {told}")
