"""The labels of the pages, as a reader shows them."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.pdfcheck.opened import opened
from tests.pdfcheck.page_numbers import labels
from tests.pdfcheck.planted import rewritten


@pytest.mark.parametrize(
    ("nums", "expected"),
    [
        ([0, {"/S": Name.D}], ["1", "2", "3"]),
        ([0, {"/S": Name.r}, 2, {"/S": Name.D}], ["i", "ii", "1"]),
        ([0, {"/S": Name.R, "/St": 4}], ["IV", "V", "VI"]),
        ([0, {"/S": Name.a, "/St": 26}], ["z", "aa", "bb"]),
        ([0, {"/S": Name.A, "/P": "Anexa "}], ["Anexa A", "Anexa B", "Anexa C"]),
        ([0, {"/P": "Coperta"}, 1, {"/S": Name.D, "/St": 7}], ["Coperta", "7", "8"]),
        ([1, {"/S": Name.D}], ["", "1", "2"]),
    ],
)
def test_labels_count_on_from_where_they_begin(
    conforming: bytes, nums: list[int | dict[str, object]], expected: list[str]
) -> None:
    def labelled(pdf: Pdf) -> None:
        parts = [part if isinstance(part, int) else Dictionary(part) for part in nums]
        pdf.Root.PageLabels = Dictionary(Nums=Array(parts))

    assert labels(opened(rewritten(conforming, labelled))) == expected


def test_without_labels_pages_are_counted(conforming: bytes) -> None:
    def bare(pdf: Pdf) -> None:
        del pdf.Root.PageLabels

    assert labels(opened(rewritten(conforming, bare))) == ["1", "2", "3"]
