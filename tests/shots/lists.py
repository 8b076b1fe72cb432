"""Pictures of the lists at the left edge: a search with its replacing, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable

from dragapp.ui.main_window import MainWindow


def take_lists(window: MainWindow, take: Callable[[str], None]) -> None:
    """Take the search, an empty one with its hint, and the list of what is to be filled in."""
    window.actions_["replace"].trigger()
    finding = window.side_lists.finding
    assert finding is not None
    finding.panel.sought.setText("servicii")
    finding.panel.by.setText("serviciile")
    finding.step(1)
    take("find")
    finding.panel.sought.setText("inexistent")
    finding.step(1)
    take("find-nothing")
    window.side_lists.show_todo(on=True)
    take("todo")
    window.side_lists.hide_all()
