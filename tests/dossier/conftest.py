"""What every test of the dossier keeps: no dossier stays open, no transaction stays behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragapp.dossier.dossier import Dossier
from tests.dossier.samples import sample_plan
from tests.system import ODD_FOLDER


@pytest.fixture(autouse=True)
def _nothing_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    made: list[Dossier] = []
    ordinary = Dossier.__init__

    def noted(self: Dossier, *arguments: Any, **named: Any) -> None:
        ordinary(self, *arguments, **named)
        made.append(self)

    monkeypatch.setattr(Dossier, "__init__", noted)
    yield
    for dossier in made:
        try:
            pending = dossier._db.conn.in_transaction
            dossier._db.conn.execute("SELECT 1")
        except sqlite3.ProgrammingError:
            continue
        dossier.close()
        assert not pending, "a transaction was left open"
        pytest.fail("a dossier was not closed")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a dossier may be made: a folder with a blank, a diacritic and signs of a URI."""
    folder = tmp_path / ODD_FOLDER
    folder.mkdir()
    return folder / "comună.dosar"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    """Make a dossier with the sample plan."""
    with Dossier.create(path, sample_plan()) as made:
        yield made
