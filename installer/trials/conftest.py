"""A screen for all trials, a Windows for each module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.trials.installation import Installation
from installer.wine import Prefix, Screen


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefix]:
    """Return an empty Windows 10 with a screen of 1366 × 768."""
    folder = tmp_path_factory.mktemp("windows")
    with Screen() as display:
        made = Prefix(Path(folder), display=display)
        made.make()
        yield made
        made.stop()


@pytest.fixture(scope="module")
def installed(windows: Prefix) -> Installation:
    """Return this version, installed silently where it goes by itself."""
    made = Installation.usual(windows)
    ended = made.install()
    assert ended.code == 0, ended.output
    return made
