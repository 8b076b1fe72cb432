"""A tree that is not the project's, for what the build asks of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer import payload, places


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty folder that the build takes for its own."""
    for module in (places, payload):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    # Nothing of this user's or this machine's git, nor of a repository around it, has a say.
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    places.epoch.cache_clear()
    yield tmp_path
    places.epoch.cache_clear()
