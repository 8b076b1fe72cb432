"""Which safety copies make room for newer ones.

Kept are all of the last two days, then one a day for 14 days, one a week for 8 weeks and one a
month for 24 months, the newest of each. Counted are the days, weeks and months that have a copy:
who opens the program once a month, or whose clock once ran ahead, loses none for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from dragapp.dossier.backup_name import Backup

_ALL = timedelta(days=2)
_TIERS: tuple[tuple[Callable[[datetime], tuple[int, ...]], int], ...] = (
    (lambda made: (made.toordinal(),), 14),
    (lambda made: made.isocalendar()[:2], 8),
    (lambda made: (made.year, made.month), 24),
)


def thin(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Return the copies to remove, of any given in any order.

    Those that the user asked for, those of damaged files and those from the future, made before the
    clock was set back, stay; so does the newest.
    """
    rest = [each for each in backups if each.reason.rotates and now - each.made >= _ALL]
    rest.sort(key=lambda each: (each.made, each.number), reverse=True)
    removed: list[Backup] = []
    for period, most in _TIERS:
        kept: set[tuple[int, ...]] = set()
        older: list[Backup] = []
        for backup in rest:
            if period(backup.made) in kept:
                removed.append(backup)
            elif len(kept) < most:
                kept.add(period(backup.made))
            else:
                older.append(backup)
        rest = older
    return removed + rest
