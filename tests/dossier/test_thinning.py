"""Promise 10, the thinning: all of two days, then 14 days, 8 weeks, 24 months, each its newest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragapp.dossier.backup_name import Backup, Reason
from dragapp.dossier.thinning import thin

NOW = datetime(2026, 11, 22, 14, 5, 33)
ROTATING = [reason for reason in Reason if reason not in (Reason.ASKED, Reason.DAMAGED)]


def _backup(made: datetime, reason: Reason = Reason.CLOSE, number: int = 1) -> Backup:
    return Backup(Path(f"{made:%Y%m%d%H%M%S} {reason} {number}"), made, reason, 1, number)


def _days(*ago: float) -> list[Backup]:
    return [_backup(NOW - timedelta(days=each)) for each in ago]


def _kept(backups: Iterable[Backup], now: datetime = NOW) -> list[Backup]:
    backups = list(backups)
    removed = thin(backups, now)
    assert len(set(removed)) == len(removed)
    assert set(removed) <= set(backups)
    return [backup for backup in backups if backup not in removed]


def _used(first: date, last: date, per_day: int = 3) -> tuple[list[Backup], datetime]:
    """Return what is left of days on which the program was used, thinned at each copy."""
    kept: list[Backup] = []
    day, now = first, datetime.min
    while day <= last:
        for hour in range(per_day):
            now = datetime(day.year, day.month, day.day, 8 + hour)
            kept = _kept([*kept, _backup(now)], now)
        day += timedelta(days=1)
    return kept, now


def test_two_years_of_daily_use() -> None:
    # A Sunday: the last two days are whole, the weeks before end on Sundays, too.
    kept, now = _used(date(2024, 9, 1), date(2026, 11, 22))
    recent = [each for each in kept if now - each.made < timedelta(days=2)]
    assert [each.made.isoformat(sep=" ") for each in recent] == [
        "2026-11-21 08:00:00", "2026-11-21 09:00:00", "2026-11-21 10:00:00",
        "2026-11-22 08:00:00", "2026-11-22 09:00:00", "2026-11-22 10:00:00",
    ]  # fmt: skip
    older = sorted({each.made.date() for each in kept if each not in recent}, reverse=True)
    assert len(older) == len(kept) - len(recent)
    daily, weekly, monthly = older[:14], older[14:22], older[22:]
    # 20 November back to 7 November.
    assert daily == [date(2026, 11, 20) - timedelta(days=back) for back in range(14)]
    # 6 November, then the Sundays of the seven weeks before.
    assert weekly == [date(2026, 11, 6), *(date(2026, 11, 1) - timedelta(7 * n) for n in range(7))]
    months = [(day.year, day.month) for day in monthly]
    assert months == [
        (2026, 9), (2026, 8), (2026, 7), (2026, 6), (2026, 5), (2026, 4), (2026, 3), (2026, 2),
        (2026, 1), (2025, 12), (2025, 11), (2025, 10), (2025, 9), (2025, 8), (2025, 7), (2025, 6),
        (2025, 5), (2025, 4), (2025, 3), (2025, 2), (2025, 1), (2024, 12), (2024, 11), (2024, 10),
    ]  # fmt: skip
    # Each month's is its newest that was still there: the last Sunday, or one of its last days.
    assert all(day.day >= 22 for day in monthly[1:])


def test_a_year_and_more_day_by_day_never_loses_the_newest_or_too_much() -> None:
    kept: list[Backup] = []
    for number in range(420):
        now = datetime(2025, 1, 1, 15) + timedelta(days=number)
        for reason in (Reason.FIRST, Reason.CLOSE):
            made = now + timedelta(hours=-7 if reason == Reason.FIRST else 0)
            kept = _kept([*kept, _backup(made, reason)], now)
            assert kept[-1].made == made
        days = {each.made.date() for each in kept}
        # No gap: each of the last 16 days, each week of the 8 before, each month before that.
        assert {now.date() - timedelta(days=back) for back in range(min(number + 1, 16))} <= days
        ages = sorted((now.date() - day).days for day in days)
        for age, older in pairwise(ages):
            assert older - age <= (1 if age < 15 else 8 if age < 60 else 38)
        # The first month has its copy to the end.
        assert number - ages[-1] <= 30
        assert len(kept) <= 4 + 1 + 14 + 8 + 24


def test_all_of_the_last_two_days_stay() -> None:
    hours = [NOW - timedelta(hours=hour) for hour in range(48)]
    assert thin(map(_backup, hours), NOW) == []


def test_of_an_older_day_the_newest_stays() -> None:
    day = NOW - timedelta(days=5)
    morning, noon = _backup(day.replace(hour=8)), _backup(day.replace(hour=12))
    assert _kept([*_days(0), noon, morning]) == [*_days(0), noon]


def test_of_one_second_the_later_one_stays() -> None:
    made = NOW - timedelta(days=5)
    first, second = _backup(made, Reason.CLOSE), _backup(made, Reason.IMPORT, 2)
    assert thin([first, second], NOW) == thin([second, first], NOW) == [first]


def test_what_the_user_asked_for_and_damaged_files_stay() -> None:
    day = NOW - timedelta(days=500)
    kept = [_backup(day, reason, number) for reason in (Reason.ASKED, Reason.DAMAGED)
            for number in (1, 2)]  # fmt: skip
    assert thin([*_days(0), *kept], NOW) == []


def test_who_works_once_a_month_keeps_every_copy() -> None:
    rare = _days(*range(0, 30 * 40, 30))
    assert thin(rare, NOW) == []


def test_a_clock_that_ran_ahead_costs_nothing_but_the_doubles_of_a_day() -> None:
    used = _days(*range(14))
    ahead = NOW.replace(year=2066)
    assert _kept([*used, _backup(ahead)], ahead) == [*used, _backup(ahead)]


def test_copies_from_the_future_stay_when_the_clock_is_set_back() -> None:
    future = [_backup(NOW + timedelta(days=day, hours=hour)) for day in (0, 9) for hour in (1, 2)]
    used = _days(0, 5, 5.1)
    assert _kept(future + used) == future + used[:2]


@given(
    st.lists(
        st.builds(
            _backup,
            st.datetimes(datetime(2022, 1, 1), datetime(2028, 1, 1)).map(
                lambda made: made.replace(microsecond=0)
            ),
            st.sampled_from(Reason),
            st.integers(1, 3),
        ),
        unique_by=lambda backup: backup.path,
        max_size=120,
    ),
)
def test_whatever_there_is(backups: list[Backup]) -> None:
    kept = _kept(backups)
    gone = set(backups) - set(kept)
    rotating = [each for each in backups if each.reason in ROTATING]
    past = [each for each in rotating if each.made <= NOW]
    assert gone <= set(past)
    assert not any(NOW - each.made < timedelta(days=2) for each in gone)
    for some in (backups, rotating, past):
        if some:
            assert max(each.made for each in some) in {each.made for each in kept}
    old = [each for each in kept if each in past and NOW - each.made >= timedelta(days=2)]
    assert len(old) <= 14 + 8 + 24
    assert gone == set() or len(old) >= 1
    # Once thinned, there is nothing more to thin, and the order given does not matter.
    assert thin(kept, NOW) == []
    assert set(thin(reversed(backups), NOW)) == gone
