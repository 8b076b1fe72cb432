"""Salvage: what a damaged dossier still holds is in a new file, and the old one is as it was."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragapp.dossier import connecting
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.salvage import Report, rebuilding, salvage
from dragapp.dossier.schema import MIGRATIONS
from dragapp.errors import Cancelled, DossierExists, NotADossier, SalvageError, StorageError
from dragapp.plan.plan import Plan
from dragapp.plan.rich import plain, rich
from dragapp.plan.section import Paragraph
from tests.dossier.samples import sample_plan

PAGE = 4096
LONG = "Lung: " + " ".join(f"cuvântul {number}" for number in range(900))
RELEASED = Path(__file__).resolve().parent.parent / "data" / "released"


@pytest.fixture
def target(path: Path) -> Path:
    """Where the new file is to be, in a folder of its own."""
    folder = path.parent / "recuperat"
    folder.mkdir()
    return folder / "nou.dosar"


@pytest.fixture
def damaged(path: Path) -> Path:
    """Make a dossier of two plans that has pages of every kind."""
    plan = sample_plan()
    plan.sections[0].before += [
        Paragraph(rich(f"Paragraful {number}. " + "ăâîșț " * 60)) for number in range(40)
    ]
    plan.sections[0].before.append(Paragraph(rich(LONG)))
    with Dossier.create(path, plan) as dossier, dossier.action("adaugă") as edit:
        edit.add_plan(sample_plan(2025))
    return path


def _loaded(path: Path) -> list[Plan]:
    with Dossier.open(path) as dossier:
        return [dossier.load(entry.id) for entry in dossier.plans()]


def _run(path: Path, *statements: str) -> None:
    """Change the file as no action would."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            db.execute(statement)
        db.commit()


def _page_of(path: Path, table: str) -> int:
    """Return the page at the root of a table or an index."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    return int(found[0])


def _zero(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def _texts(plan: Plan) -> list[str]:
    return [plain(p.text) for section in plan.walk() for p in (*section.before, *section.after)]


def test_a_sound_file_comes_out_as_it_was(damaged: Path, target: Path) -> None:
    report = salvage(damaged, target)
    whole = _loaded(damaged)
    assert _loaded(target) == whole
    sections = [section for plan in whole for section in plan.walk()]
    rows = [row for section in sections if section.table for row in section.table.walk()]
    assert report == Report(
        plans=2,
        sections=len(sections),
        paragraphs=sum(len(section.before) + len(section.after) for section in sections),
        rows=len(rows),
        cells=sum(len(row.cells) for row in rows),
    )
    assert os.listdir(target.parent) == [target.name]


def test_the_damaged_file_and_its_folder_stay_as_they_were(damaged: Path, target: Path) -> None:
    _zero(damaged, _page_of(damaged, "paragraph"))
    beside = damaged.with_name(damaged.name + "-journal")
    beside.write_bytes(b"urme")
    before = {each: each.read_bytes() for each in (damaged, beside)}
    times = [each.stat().st_mtime_ns for each in before]
    salvage(damaged, target)
    assert {each: each.read_bytes() for each in (damaged, beside)} == before
    assert [each.stat().st_mtime_ns for each in before] == times
    assert set(damaged.parent.iterdir()) == {damaged, beside, target.parent}


@pytest.mark.parametrize(
    "lost",
    [
        ["sqlite_schema"],
        ["paragraph"],
        ["sqlite_autoindex_plan_1", "paragraph_section", "cell_column"],
    ],
)
def test_what_only_leads_to_the_rows_is_not_needed(
    damaged: Path, target: Path, lost: list[str]
) -> None:
    whole = _loaded(damaged)
    pages = [1 if name == "sqlite_schema" else _page_of(damaged, name) for name in lost]
    _zero(damaged, *pages)
    if lost != ["sqlite_schema"]:
        # SQLite itself does not look into an index at opening.
        _run_quietly(damaged)
    report = salvage(damaged, target)
    assert _loaded(target) == whole
    assert (report.moved, report.made, report.unassigned, report.mended) == (0, 0, 0, 0)


def _run_quietly(path: Path) -> None:
    with pytest.raises(NotADossier):
        Dossier.open(path)


def test_a_long_text_is_found_on_its_further_pages(damaged: Path, target: Path) -> None:
    _zero(damaged, _page_of(damaged, "node"))
    salvage(damaged, target)
    assert LONG in _texts(_loaded(target)[1])


def test_a_long_text_that_is_cut_is_kept_as_far_as_it_goes(damaged: Path, target: Path) -> None:
    content = damaged.read_bytes()
    half = content.index("cuvântul 500 ".encode()) // PAGE
    _zero(damaged, half + 1)
    report = salvage(damaged, target)
    texts = [text for plan in _loaded(target) for text in _texts(plan)]
    cut = next(text for text in texts if text.startswith("Lung: cuvântul 0 cuvântul 1 "))
    assert cut.endswith("\ufffd")
    assert LONG.startswith(cut[:-1])
    assert report.incomplete == 1
    # What stood behind the lost page is a text without a place.
    (rest,) = (text for text in texts if "cuvântul 890 " in text)
    assert LONG.endswith(rest.removesuffix('"plain').removesuffix('"'))
    assert report.unassigned == 1


def test_pages_that_changed_places_are_told_apart(damaged: Path, target: Path) -> None:
    whole = _loaded(damaged)
    content = bytearray(damaged.read_bytes())
    leaf = content.index("cuvântul 1 ".encode()) // PAGE
    index, table = (_page_of(damaged, name) - 1 for name in ("cell_column", "cell"))
    for one, other in ((0, leaf), (index, table)):
        first, second = (content[page * PAGE : (page + 1) * PAGE] for page in (one, other))
        content[one * PAGE : (one + 1) * PAGE] = second
        content[other * PAGE : (other + 1) * PAGE] = first
    damaged.write_bytes(content)
    report = salvage(damaged, target)
    assert _loaded(target) == whole
    assert report.unassigned == 0


@pytest.mark.parametrize(
    "header",
    [bytes(100), b"\xff" * 100, b"SQLite format 3\0" + bytes(84)],
    ids=["zeros", "ones", "only its name"],
)
def test_the_files_header_is_not_needed(damaged: Path, target: Path, header: bytes) -> None:
    whole = _loaded(damaged)
    damaged.write_bytes(header + damaged.read_bytes()[100:])
    salvage(damaged, target)
    assert _loaded(target) == whole


@pytest.mark.parametrize("version", [0, 1, 7, 1 << 31])
def test_a_wrong_version_is_seen_by_the_tables(damaged: Path, target: Path, version: int) -> None:
    whole = _loaded(damaged)
    content = bytearray(damaged.read_bytes())
    content[60:64] = version.to_bytes(4, "big")
    damaged.write_bytes(content)
    salvage(damaged, target)
    assert _loaded(target) == whole


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.dosar")), ids=lambda path: path.name)
def test_a_released_dossier_is_salvaged_and_brought_up_to_date(
    path: Path, target: Path, released: Path
) -> None:
    path.write_bytes(released.read_bytes())
    whole = _loaded(path)
    _zero(path, 1)
    salvage(path, target)
    assert _loaded(target) == whole
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


@pytest.mark.parametrize("size", [512, 1024, 8192, 65536])
def test_pages_of_another_size_are_found(damaged: Path, target: Path, size: int) -> None:
    whole = _loaded(damaged)
    with closing(sqlite3.connect(damaged)) as db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("VACUUM")
    content = damaged.read_bytes()
    damaged.write_bytes(bytes(100) + content[100:])
    salvage(damaged, target)
    assert _loaded(target) == whole


def test_what_was_deleted_stays_deleted(damaged: Path, target: Path) -> None:
    with closing(sqlite3.connect(damaged)) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM paragraph WHERE id % 3 = 0")
        db.execute("DELETE FROM plan WHERE year = 2025")
        db.commit()
    (whole,) = _loaded(damaged)
    there = re.findall(rb"Paragraful \d+", damaged.read_bytes())
    assert len(there) > sum("Paragraful" in text for text in _texts(whole))
    _zero(damaged, _page_of(damaged, "sqlite_autoindex_node_1"))
    _zero(damaged, _page_of(damaged, "cell"))
    report = salvage(damaged, target)
    (plan,) = _loaded(target)
    assert _texts(plan) == _texts(whole)
    assert report.cells == 0
    assert not report.doubtful


def test_where_it_is_not_known_what_was_deleted_that_is_said(damaged: Path, target: Path) -> None:
    with closing(sqlite3.connect(damaged)) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM plan WHERE year = 2025")
        db.execute("DELETE FROM paragraph WHERE id BETWEEN 10 AND 40")
        db.commit()
        freed = db.execute("PRAGMA freelist_count").fetchone()[0]
    assert freed
    content = bytearray(damaged.read_bytes())
    # Where the list begins.
    content[32:36] = bytes(4)
    damaged.write_bytes(content)
    assert not salvage(damaged, target).doubtful, "all trees are whole: nothing else is looked at"
    target.unlink()
    _zero(damaged, _page_of(damaged, "paragraph"))
    report = salvage(damaged, target)
    assert report.doubtful
    assert "Este posibil ca printre acestea" in " ".join(report.sentences())


def test_a_change_that_was_cut_off_is_taken_back(damaged: Path, target: Path) -> None:
    whole = _loaded(damaged)
    with closing(sqlite3.connect(damaged, isolation_level=None)) as crashing:
        crashing.execute("PRAGMA cache_size = 1")
        crashing.execute("PRAGMA cache_spill = 1")
        crashing.execute("BEGIN IMMEDIATE")
        crashing.execute("UPDATE section SET advice = printf('%.*c', 9000, 'x')")
        crashing.execute("UPDATE paragraph SET number = '7'")
        halfway = damaged.read_bytes()
        journal = damaged.with_name(damaged.name + "-journal").read_bytes()
        crashing.execute("ROLLBACK")
    damaged.write_bytes(halfway)
    salvage(damaged, target)
    assert _loaded(target) != whole
    target.unlink()
    damaged.with_name(damaged.name + "-journal").write_bytes(journal)
    salvage(damaged, target)
    assert _loaded(target) == whole


def test_an_approval_is_kept_with_its_annex(damaged: Path, target: Path) -> None:
    annex = b"%PDF" + os.urandom(20_000)
    with Dossier.open(damaged) as dossier:
        approved = dossier.find(2024)
        dossier.approve(approved, annex, date(2024, 1, 31))
    _zero(damaged, _page_of(damaged, "node"))
    salvage(damaged, target)
    with Dossier.open(target) as dossier:
        approval = dossier.approval(approved)
        assert approval is not None
        assert approval.day == date(2024, 1, 31)
        assert dossier.approved_annex(approved) == annex
        with pytest.raises(StorageError, match="aprobat"), dossier.action("schimbă") as edit:
            edit.set_plan(approved, title="x")


def test_the_dossier_stays_the_same_one(damaged: Path, target: Path) -> None:
    with Dossier.open(damaged) as dossier:
        identity = dossier.identity
    _zero(damaged, _page_of(damaged, "node"))
    salvage(damaged, target)
    with Dossier.open(target) as dossier:
        assert dossier.identity == identity


def test_what_is_there_is_never_overwritten(damaged: Path, target: Path) -> None:
    target.write_bytes(b"ceva")
    with pytest.raises(DossierExists):
        salvage(damaged, target)
    assert target.read_bytes() == b"ceva"
    with pytest.raises(DossierExists):
        salvage(damaged, damaged)
    assert len(_loaded(damaged)) == 2


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        db.executemany("INSERT INTO person (name) VALUES (?)", [["Ion"], ["Ana"]])
        db.commit()


def _huge(path: Path) -> None:
    """Make a file that says it is large and takes no room."""
    path.write_bytes(b"SQLite format 3\0")
    os.truncate(path, 1 << 33)


NOTHING: dict[str, Callable[[Path], Any]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Planul anual de acțiune\n" * 900, encoding="utf-8"),
    "zeros": lambda path: path.write_bytes(bytes(40_000)),
    "random": lambda path: path.write_bytes(os.urandom(40_000)),
    "foreign": _foreign,
    "folder": lambda path: path.mkdir(),
    "film": _huge,
    "missing": lambda path: None,
}


@pytest.mark.parametrize("make", NOTHING.values(), ids=NOTHING.keys())
def test_where_nothing_is_found_that_is_said(
    path: Path, target: Path, make: Callable[[Path], Any]
) -> None:
    make(path)
    with pytest.raises(SalvageError, match=r"Nimic nu a fost schimbat în el\. Deschideți o copie"):
        salvage(path, target)
    assert os.listdir(target.parent) == []


def test_it_tells_how_far_it_has_come(damaged: Path, target: Path) -> None:
    told: list[float] = []
    _zero(damaged, _page_of(damaged, "node"))
    salvage(damaged, target, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 10


@pytest.mark.parametrize("after", [0, 0.3, 0.7, 1])
def test_a_cancelled_salvage_leaves_nothing(damaged: Path, target: Path, after: float) -> None:
    _zero(damaged, _page_of(damaged, "node"))

    def stop(done: float) -> None:
        if done >= after:
            raise Cancelled

    with pytest.raises(Cancelled):
        salvage(damaged, target, stop)
    assert os.listdir(target.parent) == []


def test_a_full_disk_leaves_nothing(
    damaged: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(*arguments: Any) -> Any:
        db = connecting.connect(*arguments)
        db.execute("PRAGMA max_page_count = 30")
        return db

    monkeypatch.setattr(rebuilding, "connect", small)
    with pytest.raises(StorageError, match="discul este plin"):
        salvage(damaged, target)
    assert os.listdir(target.parent) == []


def test_a_folder_that_is_gone_is_told(damaged: Path, target: Path) -> None:
    with pytest.raises(StorageError, match="nu există"):
        salvage(damaged, target.parent / "lipsă" / "nou.dosar")


@pytest.fixture
def bad_sectors(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Let the disk refuse some sectors of 512 bytes of every file that is read bit by bit."""
    sectors: set[int] = set()
    ordinary = Path.open

    class Disk:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Disk:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def seek(self, *arguments: int) -> int:
            return int(self.file.seek(*arguments))

        def read(self, size: int) -> bytes:
            at = self.file.tell()
            if sectors & set(range(at // 512, (at + size - 1) // 512 + 1)):
                raise OSError(errno.EIO, "bad sector")
            return bytes(self.file.read(size))

    def opened(path: Path, mode: str = "r", buffering: int = -1, **named: Any) -> Any:
        file = ordinary(path, mode, buffering, **named)
        return Disk(file) if buffering == 0 else file

    monkeypatch.setattr(Path, "open", opened)
    return sectors


def test_sectors_that_the_disk_refuses_are_left_out(
    damaged: Path, target: Path, bad_sectors: set[int]
) -> None:
    whole = _loaded(damaged)
    first = (_page_of(damaged, "sqlite_autoindex_node_1") - 1) * PAGE // 512
    bad_sectors.update(range(first, first + 8))
    salvage(damaged, target)
    assert _loaded(target) == whole


def test_a_disk_that_gives_nothing_is_told(
    damaged: Path, target: Path, bad_sectors: set[int]
) -> None:
    bad_sectors.update(range(damaged.stat().st_size // 512 + 1))
    with pytest.raises(SalvageError, match="discul sau stickul nu răspunde"):
        salvage(damaged, target)
