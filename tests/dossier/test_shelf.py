"""Promise 10: copies exist, open, are thinned right; a broken source makes and deletes none."""

from __future__ import annotations

import errno
import os
import unicodedata
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.dossier.backup import copy_database, verify
from dragapp.dossier.backup_name import backup_name, read_name
from dragapp.dossier.connecting import connect
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.file_names import LONGEST, safe_name
from dragapp.dossier.shelf import Backup, Reason, Shelf, shelves
from dragapp.errors import BackupError
from tests.dossier.failing import each_failure
from tests.dossier.samples import dump

NOW = datetime(2026, 11, 22, 14, 5, 33)
IDENTITY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def shelf(path: Path) -> Shelf:
    """Return the shelf of the fixture dossier, whose folder is not there yet."""
    return Shelf(path.parent / "Copii de siguranță", "comună", IDENTITY)


def _rename(dossier: Dossier, title: str) -> None:
    with dossier.action("Titlu") as edit:
        edit.set_plan(dossier.find(), title=title)


def _title(backup: Backup) -> str:
    with Dossier.open(backup.path, write=False) as copy:
        return copy.load(copy.find()).title


def _names(shelf: Shelf) -> list[str]:
    return sorted(os.listdir(shelf.folder))


def test_a_copy_has_a_name_that_says_when_and_why(dossier: Dossier, shelf: Shelf) -> None:
    made = shelf.keep(dossier._db, Reason.CLOSE, NOW.replace(microsecond=99))
    name = "2026-11-22 14.05.33 la închidere.dosar"
    path = shelf.root / "comună 01234567" / name
    assert made == Backup(path, NOW, Reason.CLOSE, path.stat().st_size)
    assert shelf.backups() == [made]
    assert _names(shelf) == [name]
    with Dossier.open(path, write=False) as copy:
        assert dump(copy) == dump(dossier)


def test_the_newest_comes_first(dossier: Dossier, shelf: Shelf) -> None:
    made = []
    for minutes, reason in ((5, Reason.FIRST), (0, Reason.IMPORT), (0, Reason.CLOSE), (9, "x")):
        _rename(dossier, f"{minutes} {reason}")
        kept = Reason.ASKED if reason == "x" else Reason(reason)
        made.append(shelf.keep(dossier._db, kept, NOW - timedelta(minutes=minutes)))
    first, second, third, fourth = made
    assert shelf.backups() == [third, second, first, fourth]
    assert third is not None
    assert third.path.name == "2026-11-22 14.05.33 la închidere (2).dosar"


def test_without_a_change_there_is_no_second_copy(dossier: Dossier, shelf: Shelf) -> None:
    assert shelf.keep(dossier._db, Reason.FIRST, NOW)
    for reason in (Reason.FIRST, Reason.IMPORT, Reason.UPGRADE, Reason.CLOSE):
        assert shelf.keep(dossier._db, reason, NOW + timedelta(days=3)) is None
    assert shelf.keep(dossier._db, Reason.ASKED, NOW)
    assert shelf.keep(dossier._db, Reason.RESTORE, NOW)
    _rename(dossier, "altul")
    assert shelf.keep(dossier._db, Reason.CLOSE, NOW)
    assert len(shelf.backups()) == 4


def test_a_damaged_copy_does_not_stand_for_a_good_one(dossier: Dossier, shelf: Shelf) -> None:
    first = shelf.keep(dossier._db, Reason.FIRST, NOW)
    assert first
    data = bytearray(first.path.read_bytes())
    data[-4096:] = bytes(4096)
    first.path.write_bytes(data)
    assert shelf.keep(dossier._db, Reason.CLOSE, NOW)


def test_an_old_copy_that_cannot_be_read_does_not_stop_a_new_one(
    dossier: Dossier, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shelf.keep(dossier._db, Reason.FIRST, NOW)
    assert first
    ordinary = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self == first.path:
            raise OSError(errno.EIO, "unreadable")
        return ordinary(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert shelf.keep(dossier._db, Reason.CLOSE, NOW + timedelta(hours=1))


def test_a_renamed_dossier_keeps_its_folder(dossier: Dossier, shelf: Shelf) -> None:
    shelf.keep(dossier._db, Reason.ASKED, NOW)
    renamed = Shelf(shelf.root, "Drăgușeni 2027", IDENTITY)
    assert renamed.folder == shelf.folder
    renamed.keep(dossier._db, Reason.ASKED, NOW)
    assert len(shelf.backups()) == 2
    other = Shelf(shelf.root, "comună", "f" * 32)
    assert other.folder != shelf.folder
    assert other.backups() == []


def test_what_is_not_a_copy_is_left_alone(dossier: Dossier, shelf: Shelf) -> None:
    shelf.folder.mkdir(parents=True)
    foreign = [
        "notițe.txt",
        ".ascuns",
        "2026-11-22 14.05.33 la închidere.dosar.bak",
        "2026-11-22 14.05.33 altceva.dosar",
        "2026-02-30 14.05.33 la închidere.dosar",
        "copie 2020-01-01 14.05.33 la închidere.dosar",
        "2020-01-01 14.05.33 la închidere (0).dosar",
    ]
    for name in foreign:
        (shelf.folder / name).write_text(name, "utf-8")
    (shelf.folder / "2020-01-01 08.00.00 la închidere.dosar").mkdir()
    for day in range(40):
        _rename(dossier, str(day))
        shelf.keep(dossier._db, Reason.CLOSE, NOW + timedelta(days=day))
    assert not {backup.path.name for backup in shelf.backups()} & set(foreign)
    assert all((shelf.folder / name).read_text("utf-8") == name for name in foreign)


def test_names_written_by_another_system_are_read(dossier: Dossier, shelf: Shelf) -> None:
    made = shelf.keep(dossier._db, Reason.UPGRADE, NOW)
    assert made
    apart = unicodedata.normalize("NFD", made.path.name)
    made.path.rename(made.path.with_name(apart))
    assert [(each.made, each.reason) for each in shelf.backups()] == [(NOW, Reason.UPGRADE)]


def test_no_folder_means_no_copies(shelf: Shelf) -> None:
    assert shelf.backups() == []
    assert not shelf.root.exists()
    assert shelves(shelf.root, "comună") == []


def test_a_broken_source_makes_no_copy_and_deletes_none(
    dossier: Dossier, shelf: Shelf, path: Path
) -> None:
    for day in range(30):
        _rename(dossier, str(day))
        shelf.keep(dossier._db, Reason.FIRST, NOW + timedelta(days=day / 4))
    dossier.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    path.write_bytes(data)
    before = {name: (shelf.folder / name).read_bytes() for name in _names(shelf)}
    with closing(connect(path, "ro")) as db, pytest.raises(BackupError, match="neatins"):
        shelf.keep(db, Reason.CLOSE, NOW + timedelta(days=400))
    assert {name: (shelf.folder / name).read_bytes() for name in _names(shelf)} == before


@pytest.mark.slow
def test_four_hundred_days_of_copies(dossier: Dossier, shelf: Shelf) -> None:
    seen: set[Path] = set()
    for day in range(420):
        now = NOW + timedelta(days=day)
        _rename(dossier, str(day))
        made = shelf.keep(dossier._db, Reason.CLOSE, now)
        backups = shelf.backups()
        assert made == backups[0]
        for backup in backups:
            if backup.path not in seen:
                verify(backup.path)
        seen |= {backup.path for backup in backups}
    ages = [(now - backup.made).days for backup in backups]
    # Two whole days, fourteen more one by one, eight weeks, then a copy of each month.
    assert ages[:16] == list(range(16))
    assert [one - other for one, other in zip(ages[18:24], ages[17:23], strict=True)] == [7] * 6
    months = [(backup.made.year, backup.made.month) for backup in backups[24:]]
    assert months == [(2027, month) for month in range(11, 0, -1)] + [(2026, 12), (2026, 11)]
    assert [_title(backup) for backup in backups] == [str(419 - age) for age in ages]
    for backup in backups:
        verify(backup.path)
    assert _names(shelf) == sorted(backup.path.name for backup in backups)


def test_nothing_is_thinned_where_the_newest_is_not_sound(dossier: Dossier, shelf: Shelf) -> None:
    for hour in range(3):
        _rename(dossier, str(hour))
        shelf.keep(dossier._db, Reason.CLOSE, NOW - timedelta(days=9, hours=hour))
    ahead = shelf.folder / backup_name(NOW + timedelta(days=900), Reason.CLOSE, 1)
    copy_database(dossier._db, ahead)
    ahead.write_bytes(ahead.read_bytes()[:-1])
    _rename(dossier, "azi")
    shelf.keep(dossier._db, Reason.CLOSE, NOW)
    assert len(shelf.backups()) == 5
    ahead.unlink()
    _rename(dossier, "mâine")
    shelf.keep(dossier._db, Reason.CLOSE, NOW + timedelta(days=1))
    assert len(shelf.backups()) == 3


def test_a_copy_that_cannot_be_removed_stops_nobody(
    dossier: Dossier, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour in range(3):
        _rename(dossier, str(hour))
        shelf.keep(dossier._db, Reason.CLOSE, NOW - timedelta(days=9, hours=hour))
    with monkeypatch.context() as patch:

        def refused(path: object) -> None:
            raise PermissionError(errno.EACCES, "in use")

        patch.setattr(os, "unlink", refused)
        patch.setattr("dragapp.dossier.shelf.remove", refused)
        assert shelf.keep(dossier._db, Reason.ASKED, NOW)
    assert len(shelf.backups()) == 4


@pytest.mark.parametrize("journal", [True, False])
def test_a_file_that_sqlite_cannot_read_is_kept_byte_for_byte(
    shelf: Shelf, path: Path, journal: bool
) -> None:
    path.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    beside = path.with_name(path.name + "-journal")
    if journal:
        beside.write_bytes(os.urandom(3000))
    made = shelf.keep_file(path, Reason.DAMAGED, NOW)
    assert made.path.name == "2026-11-22 14.05.33 fișier deteriorat.dosar"
    assert made.size == 9016
    assert made.path.read_bytes() == path.read_bytes()
    kept = made.path.with_name(made.path.name + "-journal")
    assert kept.exists() == journal
    if journal:
        assert kept.read_bytes() == beside.read_bytes()
    assert shelf.backups() == [made]


def test_a_damaged_file_is_kept_whole_or_not_at_all(shelf: Shelf, path: Path) -> None:
    path.write_bytes(os.urandom(9000))
    path.with_name(path.name + "-journal").write_bytes(os.urandom(3000))
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    shelf.folder.mkdir(parents=True)
    failures = 0

    def keep() -> None:
        shelf.keep_file(path, Reason.DAMAGED, NOW)

    for error in each_failure(keep, errno.ENOSPC):
        failures += error is not None
        assert bool(os.listdir(shelf.folder)) == (error is None)
        for left in shelf.folder.iterdir():
            left.unlink()
    assert failures >= 6
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == (
        before
    )


def test_a_damaged_file_is_never_thinned(dossier: Dossier, shelf: Shelf, path: Path) -> None:
    damaged = shelf.keep_file(path, Reason.DAMAGED, NOW)
    for day in range(0, 2000, 50):
        _rename(dossier, str(day))
        shelf.keep(dossier._db, Reason.CLOSE, NOW + timedelta(days=day))
    assert damaged in shelf.backups()


def test_whatever_fails_leaves_no_half_copy(dossier: Dossier, shelf: Shelf) -> None:
    first = shelf.keep(dossier._db, Reason.FIRST, NOW)
    _rename(dossier, "altul")
    failures = 0

    def keep() -> None:
        shelf.keep(dossier._db, Reason.CLOSE, NOW + timedelta(hours=1))

    for error in each_failure(keep, errno.EIO):
        failures += error is not None
        left = shelf.backups()
        assert left[-1] == first
        for backup in left:
            verify(backup.path)
            if backup != first:
                backup.path.unlink()
        assert len(_names(shelf)) == 1
    assert failures >= 5


def test_shelves_of_a_file_whose_identity_is_lost(tmp_path: Path) -> None:
    for name in (
        "comună 01234567",
        "COMUNĂ fedcba98",
        unicodedata.normalize("NFD", "comună") + " veche 11111111",
        "oraș 22222222",
        "comună",
        "notițe",
    ):
        (tmp_path / name).mkdir()
    (tmp_path / "comună 33333333").write_text("un fișier", "utf-8")
    found = shelves(tmp_path, "comună")
    of_its_name, longer = found[:2], found[2:]
    assert {shelf.identity for shelf in of_its_name} == {"fedcba98", "01234567"}
    assert [shelf.identity for shelf in longer] == ["11111111"]
    assert all(shelf.folder.is_dir() for shelf in found)


STEMS = [
    "Drăgușeni #1 100% (nou)",
    "  plan. . .",
    'a<b>c:d"e/f\\g|h?i*j',
    "CON",
    "aux.2024",
    "..",
    "",
    "ș" * 300,
    "Planul anual de acțiune al comunei Drăgușeni privind serviciile sociale " * 3,
    "😀" * 90,
    unicodedata.normalize("NFD", "Drăgușeni"),
    "linia 1\nlinia 2",
]


@pytest.mark.parametrize("stem", STEMS)
def test_any_name_of_a_dossier_has_a_shelf(dossier: Dossier, tmp_path: Path, stem: str) -> None:
    shelf = Shelf(tmp_path / "copii", stem, IDENTITY)
    made = shelf.keep(dossier._db, Reason.ASKED, NOW)
    assert made
    verify(made.path)
    assert shelf.folder.parent == tmp_path / "copii"
    assert [each.folder for each in shelves(shelf.root, stem)] == [shelf.folder]


@given(st.one_of(st.text(max_size=200), st.sampled_from(STEMS)))
def test_no_name_is_made_that_a_system_refuses(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST
    assert len(safe.encode()) <= 160
    assert not set(safe) & set('<>:"/\\|?*')
    assert not any(ord(letter) < 32 for letter in safe)
    assert safe == safe.strip(". ")
    assert safe.split(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert safe_name(safe) == safe


def test_a_long_name_is_cut_between_words() -> None:
    name = "Planul anual de acțiune al comunei Drăgușeni privind serviciile sociale pentru 2027"
    assert safe_name(name) == (
        "Planul anual de acțiune al comunei Drăgușeni privind serviciile sociale pentru"
    )
    assert safe_name("plan") == "plan"


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(9999, 12, 31)),
    st.sampled_from(Reason),
    st.integers(1, 99999),
)
def test_a_name_says_what_it_was_made_of(made: datetime, reason: Reason, number: int) -> None:
    made = made.replace(microsecond=0)
    assert read_name(backup_name(made, reason, number)) == (made, reason, number)


@given(st.text(max_size=80))
def test_any_other_name_is_no_copy(name: str) -> None:
    assert read_name(name) is None
