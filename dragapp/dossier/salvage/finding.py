"""All rows that a damaged file still holds, table by table, and the texts that are no row."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragapp.dossier import schema
from dragapp.dossier.salvage.image import Image
from dragapp.dossier.salvage.loose import texts_in
from dragapp.dossier.salvage.model import Model, Models
from dragapp.dossier.salvage.page_format import OF_INDEXES
from dragapp.dossier.salvage.page_rows import PageRows, Test, read_page
from dragapp.dossier.salvage.shape import TABLES, Row
from dragapp.dossier.salvage.tree import Trees, walk_trees
from dragapp.progress import Progress, silent


@dataclass(slots=True)
class Found:
    """What a file holds, as the tables of one version.

    `loose` are texts that are no row; `cut` counts rows that lack a part which is no text;
    `doubtful` tells that there may be rows among these that had been deleted.
    """

    version: int
    rows: dict[str, list[Row]]
    loose: list[str] = field(default_factory=list)
    cut: int = 0
    doubtful: bool = False

    @property
    def count(self) -> int:
        """How many rows were found."""
        return sum(map(len, self.rows.values()))


def find(image: Image, models: Models, progress: Progress = silent) -> Found | None:
    """Read a file page by page; return None where it is soundly something else than a dossier."""
    free, free_sound = image.free_pages()
    trees = walk_trees(image, free)
    found: Found | None = None
    for version in _versions(image, trees, models):
        model = models.of(version)
        if trees.listed and not trees.roots.keys() & model.shapes.keys():
            continue
        tried = _Search(image, trees, model, free, free_sound).run(progress)
        if found is None or tried.count > found.count:
            found = tried
    return found


def _versions(image: Image, trees: Trees, models: Models) -> list[int]:
    """Return the versions that the file may be of, the likeliest first."""
    newest = len(schema.MIGRATIONS)
    versions = sorted(range(1, newest + 1), key=lambda each: (each != image.version, -each))
    if trees.listed:
        for version in versions:
            if trees.roots.keys() == models.of(version).shapes.keys():
                return [version]
    return versions


class _Search:
    def __init__(
        self, image: Image, trees: Trees, model: Model, free: set[int], free_sound: bool
    ) -> None:
        self.image, self.trees, self.model = image, trees, model
        self.free, self.free_sound = free, free_sound
        self.shapes = {**model.shapes, TABLES.table: TABLES}
        self.trees_sound = trees.sound and model.shapes.keys() <= trees.roots.keys()
        #: No record goes on to a page of a tree, nor to another record's.
        self.reserved = {page for page in trees.pages if self.image.kind(page)} | trees.overflow
        self.overflow = set(trees.overflow)
        self.stray: dict[str, list[Row]] = {}
        self.pieces: list[bytes] = []
        self.found = Found(model.version, {name: [] for name in model.shapes})

    def run(self, progress: Progress) -> Found:
        """Read all pages."""
        known = self.trees.pages.keys() | self.free
        unknown = [page for page in range(1, self.image.count + 1) if page not in known]
        if self.trees_sound and not self.free_sound:
            unknown = []
        others: list[int] = []
        unused: list[int] = []
        pages = list(self.trees.pages)
        for place, page in enumerate(pages):
            progress(0.5 * place / len(pages))
            if not self._take(page):
                others.append(page)
        others += unknown
        for place, page in enumerate(others):
            progress(0.5 + 0.5 * place / len(others))
            if not self._place(page):
                unused.append(page)
        self._add_stray()
        self._add_loose(unused)
        return self.found

    def _test(self, table: str) -> Test:
        if table == TABLES.table:
            return lambda row: row["type"] in ("table", "index", "trigger", "view")
        return lambda row: self.model.fault(table, row) is None

    def _read(self, page: int, table: str) -> PageRows:
        return read_page(self.image, page, self.shapes[table], self.reserved, self._test(table))

    def _take(self, page: int) -> bool:
        """Read a page as one of the table whose tree reaches it; tell whether it is one."""
        table = self.trees.pages[page]
        if table not in self.shapes:
            return False
        if self.image.is_inner(page):
            return True
        read = self._read(page, table)
        if not read.sound or len(read.rows) < len(read.loose):
            return False
        self._keep(read, table)
        return True

    def _place(self, page: int) -> bool:
        """Read a page as one of the table whose rows it seems to hold; tell whether of any."""
        if page in self.overflow or not any(self.image.page(page)):
            return True
        kind, claimed = self.image.kind(page), self.trees.pages.get(page)
        best, most = None, (0, 0, False)
        for table, shape in self.shapes.items():
            if kind is None or table == claimed or shape.indexed == (kind in OF_INDEXES):
                read = self._read(page, table)
                rows = [*read.rows, *read.stray]
                score = sum(map(self._test(table), rows)), len(rows), table == claimed
                if score[0] and score > most:
                    best, most = (read, table), score
        if best is None:
            return False
        if self.free_sound:
            self._keep(*best)
        else:
            self._keep_doubtful(*best)
        # In another table's place may stand what that place held long ago.
        self.found.doubtful |= claimed not in (None, best[1])
        return True

    def _keep(self, read: PageRows, table: str) -> None:
        self.overflow.update(read.overflow)
        self.reserved.update(read.overflow)
        if table != TABLES.table:
            self.found.rows[table] += read.rows
            self.stray.setdefault(table, []).extend(read.stray)
            self.pieces += read.loose
            self.found.cut += read.cut

    def _keep_doubtful(self, read: PageRows, table: str) -> None:
        read.stray, read.rows = [*read.rows, *read.stray], []
        self._keep(read, table)

    def _add_stray(self) -> None:
        """Add the rows that no page points to; of one that is there already, only the texts."""
        for table, rows in self.stray.items():
            keys = self.model.keys(table)
            there = {tuple(row[key] for key in keys) for row in self.found.rows[table]}
            for row in rows:
                key = tuple(row[key] for key in keys)
                self.found.doubtful = True
                if key not in there or None in key:
                    there.add(key)
                    self.found.rows[table].append(row)
                else:
                    texts = (value for value in row.values() if isinstance(value, str))
                    self.pieces += (text.encode() for text in texts)

    def _add_loose(self, pages: list[int]) -> None:
        """Add the texts that are no row, unless a row has them as well."""
        for page in pages:
            claimed = self.trees.pages.get(page, "") in {*self.trees.indexes, TABLES.table}
            if self.image.has_text(page) and not claimed and page not in self.overflow:
                self.pieces.append(self.image.page(page))
        texts = [
            value
            for rows in self.found.rows.values()
            for row in rows
            for value in row.values()
            if isinstance(value, str)
        ]
        there = "\n".join([*texts, *map(self.model.sql, self.model.shapes)])
        for text in texts_in(self.pieces):
            if text not in there:
                self.found.loose.append(text)
                there += f"\n{text}"
