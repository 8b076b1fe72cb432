"""Files get their names whole and take no other file's, on sticks without links as well."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dragapp.dossier import durable
from dragapp.dossier.durable import copy_new, put, put_new, temporary_beside, write_new
from tests.system import WINDOWS


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


@pytest.fixture(params=["links", "no links"])
def folder(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder on a disk, then on a stick that knows no links."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", _no_links)
    return tmp_path


def test_a_new_file_gets_its_name(folder: Path) -> None:
    target = folder / "nou"
    with temporary_beside(target) as temporary:
        temporary.write_text("întreg", "utf-8")
        put_new(temporary, target)
    assert os.listdir(folder) == ["nou"]
    assert target.read_text("utf-8") == "întreg"


def test_a_name_that_is_taken_stays_with_its_file(folder: Path) -> None:
    target = folder / "nou"
    target.write_text("al altcuiva", "utf-8")
    with temporary_beside(target) as temporary:
        temporary.write_text("întreg", "utf-8")
        with pytest.raises(FileExistsError):
            put_new(temporary, target)
    assert os.listdir(folder) == ["nou"]
    assert target.read_text("utf-8") == "al altcuiva"


@pytest.mark.skipif(WINDOWS, reason="Windows renames and never takes a name that is taken")
def test_a_name_that_was_taken_in_vain_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    monkeypatch.setattr(os, "replace", _no_links)
    with temporary_beside(tmp_path / "nou") as temporary:
        temporary.write_text("întreg", "utf-8")
        with pytest.raises(OSError, match="no links"):
            put_new(temporary, tmp_path / "nou")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("refusals", [1, 4, 5])
def test_a_file_that_a_virus_scanner_holds_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    ordinary, left = os.replace, refusals

    def held(source: Path, target: Path) -> None:
        nonlocal left
        left -= 1
        if left >= 0:
            raise PermissionError(errno.EACCES, "in use")
        ordinary(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    (tmp_path / "nou").write_text("întreg", "utf-8")
    (tmp_path / "vechi").write_text("de ieri", "utf-8")
    if refusals == 5:
        with pytest.raises(PermissionError):
            put(tmp_path / "nou", tmp_path / "vechi")
        assert (tmp_path / "vechi").read_text("utf-8") == "de ieri"
    else:
        put(tmp_path / "nou", tmp_path / "vechi")
        assert (tmp_path / "vechi").read_text("utf-8") == "întreg"


@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_new(path, iter([b"abc", b"def"])),
        lambda path: copy_new(Path(__file__), path),
    ],
)
def test_what_is_read_back_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], str]
) -> None:
    written = write(tmp_path / "bun")
    assert written == durable.digest(tmp_path / "bun")
    monkeypatch.setattr(durable, "digest", lambda path: "0" * 64)
    with pytest.raises(OSError, match="does not hold"):
        write(tmp_path / "rău")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "nou").write_text("al altcuiva", "utf-8")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "nou", iter([b"abc"]))
    assert (tmp_path / "nou").read_text("utf-8") == "al altcuiva"
