"""The manual: at the page of a section, at others, and looking for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shots.__main__ import Shots


def take(shots: Shots) -> None:
    """Take the manual of a window that shows a plan, then close it."""
    shots.go("existing-services")
    shots.window.actions_["help"].trigger()
    book = shots.window.helping.manual
    assert book is not None
    shots.take("manual-section", book)
    for page in ("pornire", "taste-tabele", "legea", "despre"):
        book.show_page(page)
        shots.take(f"manual-{page}", book)
    book.contents.field.setText("varstnici")
    book.contents.results.setCurrentRow(0)
    shots.take("manual-search", book)
    book.close()
