"""The welcome page with dossiers that were opened, one of which is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragapp.ui import settings

if TYPE_CHECKING:
    from tests.shots.__main__ import Shots


def take(shots: Shots) -> None:
    """Take the list of recent dossiers."""
    window = shots.window
    session = window.session
    assert session is not None
    window.close_dossier()
    gone = session.dossier.path.with_name("Plan de pe stick.dosar")
    settings.remember(gone)
    settings.keep_title(gone, "Valea Mică, 2023")
    window.welcome.refresh()
    shots.take("welcome-recent")
    # Others take their pictures of the plan that was open.
    window.open_dossier(session.dossier.path)
