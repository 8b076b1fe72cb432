"""Where the installed program finds its own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragapp import installed


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's package, laid as the installer lays it."""
    package = tmp_path / "DragApp" / "app" / "dragapp"
    package.mkdir(parents=True)
    (tmp_path / "DragApp" / "runtime").mkdir()
    monkeypatch.setattr(installed, "_PACKAGE", package)
    return package


def test_its_folder_is_that_of_runtime_and_app(package: Path) -> None:
    assert installed.program_folder() == package.parent.parent


def test_a_checkout_has_none(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "_PACKAGE", package.parent)
    assert installed.program_folder() is None
    monkeypatch.undo()
    assert installed.program_folder() is None


def test_a_folder_that_only_has_the_name_is_none(package: Path) -> None:
    (package.parent.parent / "runtime").rmdir()
    assert installed.program_folder() is None


def test_the_licences_are_there_when_the_file_is(package: Path) -> None:
    assert installed.licences() is None
    path = package.parent.parent / "LICENTE.txt"
    path.write_text("GPL", encoding="utf-8")
    assert installed.licences() == path
