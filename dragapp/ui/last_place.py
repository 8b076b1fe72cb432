"""Where the user was in each plan: the tab, the section, the row and the column.

It goes by the dossier's identity, so that it is found again in a dossier that was moved or renamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragapp.ui import settings

if TYPE_CHECKING:
    from dragapp.dossier.step import Spot


def keep(identity: str, spot: Spot) -> None:
    """Note a place of a plan as the last one."""
    settings.keep_texts(
        _key(identity, spot.plan), [spot.part, spot.section, spot.node, spot.column]
    )


def kept(identity: str, plan: int) -> Spot | None:
    """Return the last place of a plan, None where it was never shown here."""
    # Imported here so that the welcome page shows before dossiers are read.
    from dragapp.dossier.step import Spot

    texts = settings.texts(_key(identity, plan))
    if len(texts) != 4:
        return None
    part, section, node, column = texts
    return Spot(plan, section, node, column, part)


def _key(identity: str, plan: int) -> str:
    return f"place/{identity}/{plan}"
