"""Hunspell with the Romanian dictionary, loaded once for all tests of spelling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragapp.spelling.lexicon import Lexicon


@pytest.fixture(scope="session")
def _loaded() -> Lexicon:
    return Lexicon()


@pytest.fixture
def lexicon(_loaded: Lexicon) -> Iterator[Lexicon]:
    """The words, without any of the office's own."""
    yield _loaded
    _loaded.set_own([])
