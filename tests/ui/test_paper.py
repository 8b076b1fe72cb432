"""Pages sent to a printer: which, how many times, where on the sheet. The printer writes a PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import PdfDocument
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from dragapp.annex.build import annex
from dragapp.errors import Cancelled, PrintError
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes
from dragapp.ui import paper
from dragapp.ui.paper import is_a4, page_count, paper_size, send, sides

#: Dots per inch of the pictures that are compared; a millimetre is nearly four dots.
DPI = 100
MILLIMETRE = 4
SIZE = QPageSize.PageSizeId


@cache
def pdf() -> bytes:
    """Return an annex of twelve pages, the fifth and sixth of which lie."""
    return pdf_bytes(annex(example("piatra-neamt-2021")))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "tipărit.pdf"


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the pages no finer than they are compared."""
    monkeypatch.setattr(paper, "DENSEST", DPI)


@pytest.fixture
def printer(qapp: QApplication, target: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(target))
    made.setPageSize(QPageSize(SIZE.A4))
    return made


def pages(source: Path | bytes, dpi: int = DPI) -> list[Image.Image]:
    """Return pictures of a file's pages, black ink on white."""
    file = PdfDocument(source)
    try:
        found = [page.render(scale=dpi / 72, grayscale=True).to_pil().copy() for page in file]
    finally:
        file.close()
    return found


@cache
def originals() -> list[Image.Image]:
    return pages(pdf())


def ink(picture: Image.Image, lightest: int = 96) -> Image.Image:
    return picture.point(lambda level: 255 if level <= lightest else 0)


def astray(one: Image.Image, other: Image.Image) -> int:
    """Return how many black dots of a picture are further than a millimetre from the other's ink.

    A thin line may come out grey, so that grey ink counts there.
    """
    near = ink(other, 230)
    for _ in range(MILLIMETRE):
        near = near.filter(ImageFilter.MaxFilter(3))
    return ImageChops.subtract(ink(one), near).histogram()[255]


def alike(one: Image.Image, other: Image.Image) -> bool:
    same_size = all(abs(a - b) <= 1 for a, b in zip(one.size, other.size, strict=True))
    placed = one if one.size == other.size else one.crop((0, 0, *other.size))
    return same_size and not astray(placed, other) and not astray(other, placed)


def standing(picture: Image.Image) -> Image.Image:
    """Turn a lying page as it is bound: its upper edge to the left."""
    return picture.transpose(Image.Transpose.ROTATE_90) if lies(picture) else picture


def lies(picture: Image.Image) -> bool:
    return picture.width > picture.height


def test_the_comparison_sees_what_is_out_of_place() -> None:
    first = originals()[0]
    assert alike(first, first)
    assert alike(ImageChops.offset(first, 3, 0), first)
    assert not alike(ImageChops.offset(first, 0, 7), first)
    assert not alike(first.rotate(180), first)
    assert not alike(originals()[1], first)


def test_every_page_is_where_it_is_in_the_file(printer: QPrinter, target: Path) -> None:
    printer.setFromTo(3, 7)
    assert send(printer, pdf()) == 5
    printed, wanted = pages(target), originals()[2:7]
    assert [lies(each) for each in wanted] == [False, False, True, True, False]
    for one, other in zip(printed, wanted, strict=True):
        assert not lies(one)
        assert alike(one, standing(other))
    file = PdfDocument(target)
    sizes = {page.get_size() for page in file}
    file.close()
    assert {(round(width), round(height)) for width, height in sizes} == {(595, 842)}


@pytest.mark.usefixtures("coarse")
def test_a_printer_that_lies_is_stood_up(printer: QPrinter, target: Path) -> None:
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFromTo(4, 5)
    send(printer, pdf())
    for one, other in zip(pages(target), originals()[3:5], strict=True):
        assert alike(one, standing(other))


def test_on_sheets_that_stay_lying_the_standing_pages_are_turned(
    printer: QPrinter, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    monkeypatch.setattr(QPrinter, "setPageOrientation", lambda *_: False)
    printer.setFromTo(4, 5)
    send(printer, pdf())
    first, second = pages(target)
    assert lies(first)
    assert lies(second)
    assert alike(first, originals()[3].transpose(Image.Transpose.ROTATE_90))
    assert alike(second, originals()[4])


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ("", [*range(12)]),
        ("1-3, 7", [0, 1, 2, 6]),
        ("12", [11]),
        ("11-40", [10, 11]),
        ("5,2", [1, 4]),
        ("13-20", []),
    ],
)
def test_the_pages_that_were_asked_for(printer: QPrinter, ranges: str, expected: list[int]) -> None:
    asked = type(printer.pageRanges()).fromString(ranges)
    printer.setPageRanges(asked)
    assert sides(printer, 12) == expected


@pytest.mark.usefixtures("coarse")
def test_ranges_are_printed(printer: QPrinter, target: Path) -> None:
    printer.setPageRanges(type(printer.pageRanges()).fromString("2,5-6"))
    assert send(printer, pdf()) == 3
    wanted = [standing(originals()[page]) for page in (1, 4, 5)]
    assert all(alike(one, other) for one, other in zip(pages(target), wanted, strict=True))


def test_pages_that_are_not_there_are_told_and_nothing_is_written(
    printer: QPrinter, target: Path
) -> None:
    printer.setFromTo(20, 30)
    with pytest.raises(PrintError, match=r"1–12. Nimic nu s-a tipărit"):
        send(printer, pdf())
    assert not target.exists()


def answering(monkeypatch: pytest.MonkeyPatch, **answers: object) -> None:
    """Have every printer answer so, whatever it was told."""
    for name, answer in answers.items():
        monkeypatch.setattr(QPrinter, name, lambda _, answer=answer: answer)


DUPLEX = QPrinter.DuplexMode


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"copyCount": 2, "collateCopies": True}, [0, 1, 2, 0, 1, 2]),
        ({"copyCount": 2, "collateCopies": False}, [0, 0, 1, 1, 2, 2]),
        # A printer that copies by itself would make four.
        ({"copyCount": 2, "supportsMultipleCopies": True}, [0, 1, 2]),
        ({"pageOrder": QPrinter.PageOrder.LastPageFirst}, [2, 1, 0]),
        # The second copy begins on a sheet of its own.
        ({"copyCount": 2, "duplex": DUPLEX.DuplexLongSide}, [0, 1, 2, None, 0, 1, 2, None]),
        (
            {"copyCount": 2, "collateCopies": False, "duplex": DUPLEX.DuplexLongSide},
            [0, 1, 2, None, 0, 1, 2, None],
        ),
        ({"duplex": DUPLEX.DuplexLongSide}, [0, 1, 2]),
    ],
)
def test_copies_order_and_both_sides(
    printer: QPrinter,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, Any],
    expected: list[int | None],
) -> None:
    answering(monkeypatch, **settings)
    assert sides(printer, 3) == expected


@pytest.mark.usefixtures("coarse")
def test_copies_are_printed(printer: QPrinter, target: Path) -> None:
    printer.setCopyCount(3)
    printer.setFromTo(1, 2)
    assert send(printer, pdf()) == 6
    for place, one in enumerate(pages(target)):
        assert alike(one, originals()[place % 2])


@pytest.mark.usefixtures("coarse")
def test_an_empty_side_is_empty(
    printer: QPrinter, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, copyCount=2, duplex=DUPLEX.DuplexLongSide)
    printer.setFromTo(1, 1)
    assert send(printer, pdf()) == 4
    printed = pages(target)
    assert [ink(each).getbbox() is None for each in printed] == [False, True, False, True]


@pytest.mark.parametrize("size", [SIZE.A5, SIZE.Letter])
def test_on_smaller_paper_the_page_is_made_smaller(
    printer: QPrinter, target: Path, size: QPageSize.PageSizeId
) -> None:
    printer.setPageSize(QPageSize(size))
    printer.setFromTo(1, 1)
    send(printer, pdf())
    (printed,), original = pages(target), originals()[0]
    scale = min(printed.width / original.width, printed.height / original.height)
    reduced = [round(side * scale) for side in original.size]
    sheet = Image.new("L", printed.size, 255)
    corner = [(whole - part) // 2 for whole, part in zip(printed.size, reduced, strict=True)]
    sheet.paste(original.resize((reduced[0], reduced[1])), (corner[0], corner[1]))
    assert alike(printed, sheet)


@pytest.mark.usefixtures("coarse")
def test_on_larger_paper_the_page_keeps_its_size(printer: QPrinter, target: Path) -> None:
    printer.setPageSize(QPageSize(SIZE.A3))
    printer.setFromTo(1, 1)
    send(printer, pdf())
    (printed,), original = pages(target), originals()[0]
    sheet = Image.new("L", printed.size, 255)
    left, top = (printed.width - original.width) // 2, (printed.height - original.height) // 2
    sheet.paste(original, (left, top))
    assert alike(printed, sheet)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (QPageSize(SIZE.A4), True),
        (QPageSize(QSizeF(297, 210), QPageSize.Unit.Millimeter), True),
        (QPageSize(QSizeF(209, 296), QPageSize.Unit.Millimeter), True),
        (QPageSize(SIZE.Letter), False),
        (QPageSize(SIZE.A5), False),
        (QPageSize(SIZE.A3), False),
        (QPageSize(QSizeF(210, 330), QPageSize.Unit.Millimeter), False),
    ],
)
def test_the_paper_is_looked_at(printer: QPrinter, size: QPageSize, expected: bool) -> None:
    for orientation in QPageLayout.Orientation:
        printer.setPageSize(size)
        printer.setPageOrientation(orientation)
        assert is_a4(printer) == expected
        assert paper_size(printer).width() <= paper_size(printer).height()


@pytest.mark.usefixtures("coarse")
@pytest.mark.parametrize("after", [0.0, 0.2, 0.9, 1.0])
def test_a_job_that_is_stopped_leaves_no_half_file(
    printer: QPrinter, target: Path, after: float
) -> None:
    def stop(done: float) -> None:
        if done >= after:
            raise Cancelled("destul")

    with pytest.raises(Cancelled):
        send(printer, pdf(), stop)
    assert list(target.parent.iterdir()) == []
    # The printer is free for the next job.
    printer.setFromTo(1, 1)
    assert send(printer, pdf()) == 1
    assert page_count(target.read_bytes()) == 1


@pytest.mark.usefixtures("coarse")
def test_the_progress_goes_from_nothing_to_all(printer: QPrinter) -> None:
    printer.setFromTo(1, 3)
    seen: list[float] = []
    send(printer, pdf(), seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert len(seen) >= 4


def test_a_printer_that_does_not_start(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "nu este" / "a.pdf"))
    with pytest.raises(PrintError, match=r"nu a primit nicio pagină.*în siguranță"):
        send(printer, pdf())


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("newPage", lambda *_: False),
        ("printerState", lambda *_: QPrinter.PrinterState.Error),
        ("printerState", lambda *_: QPrinter.PrinterState.Aborted),
    ],
)
def test_a_printer_that_stops_taking_pages(
    printer: QPrinter,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    answer: Callable[..., object],
) -> None:
    monkeypatch.setattr(QPrinter, name, answer)
    with pytest.raises(PrintError, match=r"nu a primit toate paginile: s-au trimis . din 12"):
        send(printer, pdf())
    assert not target.exists()


@pytest.mark.usefixtures("coarse")
def test_a_job_that_cannot_be_ended(
    printer: QPrinter, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = QPainter.end
    monkeypatch.setattr(QPainter, "end", lambda painter: ended(painter) and False)
    printer.setFromTo(1, 1)
    with pytest.raises(PrintError, match=r"nu a primit toate paginile"):
        send(printer, pdf())
    assert not target.exists()


@pytest.mark.usefixtures("coarse")
def test_the_arms_are_coloured_where_the_printer_is(printer: QPrinter, target: Path) -> None:
    from dragapp.plan.printing import in_base64
    from tests.ui.test_arms_picture import drawn

    plan = example("draguseni-2024")
    plan.printing.arms = in_base64(drawn("PNG", "red"))
    data = pdf_bytes(annex(plan))
    printer.setFromTo(1, 2)
    for mode, coloured in ((QPrinter.ColorMode.Color, [True, False]),
                           (QPrinter.ColorMode.GrayScale, [False, False])):  # fmt: skip
        printer.setColorMode(mode)
        send(printer, data)
        assert [has_colour(page) for page in coloured_pages(target)] == coloured


def coloured_pages(path: Path) -> list[Image.Image]:
    file = PdfDocument(path)
    try:
        return [page.render(scale=0.5).to_pil().convert("RGB").copy() for page in file]
    finally:
        file.close()


def has_colour(picture: Image.Image) -> bool:
    red, green, _ = picture.split()
    return (
        ImageChops.difference(red, green).point(lambda far: 255 * (far > 50)).getbbox() is not None
    )


def test_a_page_is_no_larger_than_the_printer_needs(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printer.resolution() > paper.DENSEST
    sizes: list[tuple[int, int]] = []
    drawn = QPainter.drawImage

    def note(painter: QPainter, *given: Any) -> None:
        sizes.append((given[1].width(), given[1].height()))
        drawn(painter, *given)

    monkeypatch.setattr(QPainter, "drawImage", note)
    printer.setFromTo(1, 1)
    send(printer, pdf())
    assert sizes == [(2481, 3508)]
