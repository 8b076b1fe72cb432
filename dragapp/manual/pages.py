"""The manual's pages in reading order, and which page belongs to which place of the window.

The order and the places are in `resources/help/manual.toml`, each page in a file of its own there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragapp import __version__, resources
from dragapp.manual.markup import Headline, Line, Part, Words, plain, read

#: Where the manual begins, and what is shown where nothing closer is known.
FIRST = "pornire"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file's name, its chapter, its title, and what follows the title.

    `sections` are the keys of the form's sections that it is about.
    """

    name: str
    chapter: str
    title: str
    parts: tuple[Part, ...]
    sections: tuple[str, ...] = ()


class Manual:
    """All pages, in reading order."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages = tuple(pages)
        self._named = {page.name: page for page in self.pages}
        self._about = {key: page.name for page in self.pages for key in page.sections}

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def page(self, name: str) -> Page:
        """Return a page by its name; the first one where there is none of that name."""
        return self._named.get(name, self._named[FIRST])

    def about(self, sections: Iterable[str]) -> str:
        """Return the page about the first of these sections that has one, empty where none has.

        The keys are those of a section, of the one it is in, and so on: a section that the user
        has added is told of by the page of its chapter.
        """
        return next((self._about[key] for key in sections if key in self._about), "")

    def chapters(self) -> dict[str, list[Page]]:
        """Return the pages by their chapters, in reading order."""
        found: dict[str, list[Page]] = {}
        for page in self.pages:
            found.setdefault(page.chapter, []).append(page)
        return found


@cache
def manual() -> Manual:
    """Return the program's manual."""
    index = tomllib.loads(resources.read_text("help/manual.toml"))
    return Manual(
        _page(name, chapter["name"], tuple(index["sections"].get(name, ())))
        for chapter in index["chapters"]
        for name in chapter["pages"]
    )


def _page(name: str, chapter: str, sections: tuple[str, ...]) -> Page:
    source = resources.read_text(f"help/{name}.md").replace("{versiunea}", __version__)
    title, *parts = read(source)
    assert isinstance(title, Headline), name
    return Page(name, chapter, plain(title.text), tuple(parts), sections)


def linked(line: Line) -> list[Words]:
    """Return the links of a line."""
    return [words for words in line if words.target]
