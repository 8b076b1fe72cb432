"""Lists as a screen reader is told of them: one list stays one, and counts as it is printed."""

from __future__ import annotations

import pytest

from dragapp.formats.pdf.structure import Element, Structure


def told(*labels: str) -> list[tuple[str, int]]:
    """Return how the lists of items with these labels count, and how long each of them is."""
    structure = Structure()
    for label in labels:
        structure.item(0, label)
    lists = [kid for kid in structure.root.kids if isinstance(kid, Element)]
    return [(each.attributes.rsplit("/", 1)[-1], len(each.kids)) for each in lists]


@pytest.mark.parametrize(
    ("labels", "counting"),
    [
        ([f"{letter})" for letter in "abcdefghijklmnopqrstuvwxyz"], "LowerAlpha"),
        ([f"{letter}." for letter in "ABCDEFGHIJKLM"], "UpperAlpha"),
        (["i.", "ii.", "iii.", "iv.", "v.", "vi.", "ix.", "x.", "l.", "c."], "LowerRoman"),
        (["(I)", "(II)", "(III)", "(IV)", "(V)", "(C)"], "UpperRoman"),
        (["1.", "2.", "10."], "Decimal"),
        (["o", "o", "o"], "Circle"),
        (["•", "•"], "Disc"),
        (["-", "-"], "Disc"),
        (["\na)", "\n b)"], "LowerAlpha"),
        (["("], "Disc"),
        (["", " "], "None"),
    ],
)
def test_one_list_stays_one(labels: list[str], counting: str) -> None:
    assert told(*labels) == [(counting, len(labels))]


def test_another_way_of_counting_is_another_list() -> None:
    assert told("1.", "2.", "a)", "b)", "•", "❖") == [
        ("Decimal", 2),
        ("LowerAlpha", 2),
        ("Disc", 1),
        ("Disc", 1),
    ]
