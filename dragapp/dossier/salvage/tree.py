"""Which page belongs to which table: the trees of pages, walked from their roots."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.layout import children
from dragapp.dossier.salvage.page_format import OF_INDEXES, OF_TABLES
from dragapp.dossier.salvage.page_rows import read_page
from dragapp.dossier.salvage.shape import TABLES, Row


@dataclass(slots=True)
class Trees:
    """The trees of a file.

    `pages` tells of each page that a tree reaches which table or index it is of; `roots` names the
    tables. `listed` tells that the list of tables is whole, `sound` that all trees are.
    """

    pages: dict[int, str] = field(default_factory=dict)
    roots: dict[str, int] = field(default_factory=dict)
    indexes: set[str] = field(default_factory=set)
    overflow: set[int] = field(default_factory=set)
    listed: bool = True
    sound: bool = True

    def add(self, image: Image, name: str, root: int) -> None:
        """Walk a tree from its root; a page that another has already is left to that one."""
        kinds: tuple[int, ...] = ()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if not image.has(number) or number in self.pages:
                self.sound = False
                continue
            self.pages[number] = name
            kind = image.kind(number)
            kinds = kinds or (OF_INDEXES if kind in OF_INDEXES else OF_TABLES)
            if kind is None or kind not in kinds:
                self.sound = False
                continue
            found = image.layout(number, kind)
            self.sound = self.sound and found.sound
            below = children(image.page(number), image.start(number), kind, found)
            waiting += reversed(below)


def walk_trees(image: Image, free: set[int]) -> Trees:
    """Walk all trees that the list of tables names, as far as they can be walked."""
    trees = Trees()
    trees.add(image, TABLES.table, 1)
    rows = _listed(image, trees, list(trees.pages))
    if not trees.sound or not image.start(1):
        trees.listed = False
        others = set(range(2, image.count + 1)) - free - trees.pages.keys()
        rows += _listed(image, trees, sorted(others))
    for row in rows:
        name, root = row["name"], row["rootpage"]
        if isinstance(name, str) and isinstance(root, int) and root:
            if row["type"] == "table":
                trees.roots[name] = root
            elif row["type"] == "index":
                trees.indexes.add(name)
            trees.add(image, name, root)
    return trees


def _listed(image: Image, trees: Trees, pages: list[int]) -> list[Row]:
    """Return the list of tables as far as these pages hold it."""
    rows: list[Row] = []
    for number in pages:
        if image.is_inner(number):
            continue
        found = read_page(image, number, TABLES, trees.overflow, _names_a_tree)
        if found.rows or found.stray:
            trees.pages[number] = TABLES.table
        trees.overflow.update(found.overflow)
        trees.listed = trees.listed and found.sound and not found.loose
        rows += [row for row in (*found.rows, *found.stray) if _names_a_tree(row)]
    return rows


def _names_a_tree(row: Row) -> bool:
    return row["type"] in ("table", "index", "trigger", "view")
