"""Each fault is found where it is planted, and a file without one has none."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import pytest
from pikepdf import Pdf

from tests.pdfcheck import check
from tests.pdfcheck.checking import SHOWN, shortened
from tests.pdfcheck.names import NAMES
from tests.pdfcheck.planted import PLANTED, Planted, rewritten, untouched
from tests.pdfcheck.planted.additions import ADDITIONS
from tests.pdfcheck.planted.text import say_another_text


def names(found: list[str]) -> set[str]:
    return {line.partition(":")[0] for line in found}


def test_nothing_is_found_in_a_conforming_file(conforming: bytes) -> None:
    assert check(conforming) == []


def test_nothing_is_found_when_another_program_writes_it(conforming: bytes) -> None:
    assert check(untouched(conforming)) == []


@pytest.mark.parametrize("add", [*ADDITIONS, say_another_text])
def test_nothing_is_found_in_what_may_be_added(
    conforming: bytes, add: Callable[[Pdf], object]
) -> None:
    assert check(rewritten(conforming, add)) == []


@pytest.mark.parametrize("planted", PLANTED, ids=attrgetter("name"))
def test_a_planted_fault_is_found(conforming: bytes, planted: Planted) -> None:
    found = names(check(planted.plant(conforming)))
    assert set(planted.faults) <= found
    assert found <= NAMES.keys()


def test_every_fault_is_planted() -> None:
    assert {fault for planted in PLANTED for fault in planted.faults} == NAMES.keys()


def test_many_faults_of_a_name_are_counted() -> None:
    found = [f"outline: {number}" for number in range(SHOWN + 3)]
    told = shortened(["title: none", *found])
    assert told == ["title: none", *found[:SHOWN], "outline: and 3 more"]
