"""What the installation keeps is what the program imports, in versions that it accepts."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from dragapp.ui.portable import MARKER
from installer import kept, portable
from installer.places import ROOT, SOURCES


def test_all_parts_of_qt_that_the_program_imports_are_kept() -> None:
    found: set[str] = set()
    for path in (ROOT / "dragapp").rglob("*.py"):
        found |= set(re.findall(r"from PySide6\.Qt(\w+) import", path.read_text(encoding="utf-8")))
    assert found == set(kept.QT)


def test_the_pinned_packages_are_those_that_the_program_wants() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = [Requirement(text) for text in tomllib.load(file)["project"]["dependencies"]]
    pinned = dict(re.findall(r"(?m)^([\w.-]+)==(\S+) ", (SOURCES / "wheels.txt").read_text()))
    versions = {name.casefold(): version for name, version in pinned.items()}
    for each in wanted:
        assert versions[each.name.casefold()] in each.specifier


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/QtWidgets.pyi", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/scripts/deploy.py", False),
        ("pyphen/dictionaries/hyph_ro_RO.dic", True),
        ("pyphen/dictionaries/hyph_hu_HU.dic", False),
        ("sqlite_utils/db.py", True),
        ("bin/dragapp", False),
    ],
)
def test_a_package_is_cut_down_to_what_is_used(name: str, needed: bool) -> None:
    assert kept.package_needs(name) == needed


def test_the_zip_bears_the_mark_that_the_program_looks_for() -> None:
    assert portable.MARK == MARKER
