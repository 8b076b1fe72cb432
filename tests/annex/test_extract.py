"""Which sections can be printed alone, and what they are called."""

from __future__ import annotations

import pytest

from dragapp.annex.extract import extract
from dragapp.examples import example, example_names
from dragapp.plan.section import Scope


@pytest.mark.parametrize(
    ("section", "path", "name"),
    [
        ("existing-services", "I.A", "Servicii existente"),
        ("chapter-1", "I", "Capitolul I"),
        ("instruction-staff", "III.1.c.2", "Personalul din centre"),
        ("objectives-matrix", "", "Obiective"),
        # It has no heading of its own, and the number of what is below it is not its number.
        ("preamble", "", "Preambul"),
    ],
)
def test_a_section_is_called_as_it_is_numbered(section: str, path: str, name: str) -> None:
    place = extract(example("draguseni-2024"), section)
    assert place is not None
    assert (place.section, place.path, place.name) == (section, path, name)


def test_what_is_below_a_number_does_not_lend_it() -> None:
    plan = example("draguseni-2024")
    chapter = plan.section("chapter-1")
    chapter.label, chapter.heading, chapter.before = "", (), []
    place = extract(plan, "chapter-1")
    assert place is not None
    assert (place.path, place.name) == ("", "Capitolul I")


@pytest.mark.parametrize("name", example_names())
def test_all_that_is_printed_can_be_printed_alone(name: str) -> None:
    plan = example(name)
    for top in plan.sections:
        for section in top.walk():
            printed = top.scope == Scope.ANNEX and not section.hidden
            assert (extract(plan, section.key) is not None) == printed, section.key


def test_nothing_is_printed_below_what_is_hidden() -> None:
    plan = example("draguseni-2024")
    plan.section("chapter-1").hidden = True
    assert extract(plan, "existing-services") is None
    plan.section("chapter-1").hidden = False
    for child in plan.section("training").sections:
        child.hidden = True
    assert extract(plan, "training") is not None
    with pytest.raises(KeyError):
        extract(plan, "nu-este")
