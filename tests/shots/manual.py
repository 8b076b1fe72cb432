"""The manual: at the page of a section, at others, looking for words; the licences in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragapp import resources
from dragapp.ui.licences_dialog import LicencesDialog

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
    licences = LicencesDialog(book, resources.read_text("spelling/LICENSE-LGPL-2.1.txt"))
    shots.take("manual-licences", licences)
    licences.close()
    book.close()
