"""The Romanian dictionary, read once for all tests of spelling."""

from __future__ import annotations

import pytest

from dragapp.spelling.dictionary import Dictionary
from dragapp.spelling.speller import Speller, read_romanian


@pytest.fixture(scope="session")
def romanian() -> Dictionary:
    return read_romanian()


@pytest.fixture
def speller(romanian: Dictionary) -> Speller:
    return Speller(read=lambda: romanian)
