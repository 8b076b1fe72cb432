"""The coat of arms above the letterhead, whatever PNG file it comes as."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from dragapp.annex.blocks import Document, Layout, Letterhead
from dragapp.annex.build import annex
from dragapp.errors import ExportError
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes
from dragapp.formats.pdf.picture import picture
from dragapp.plan.printing import in_base64
from tests.formats.pdf_text import document
from tests.pdfcheck import check, reading

CM = 72 / 2.54
NAME = "COMUNA DRĂGUȘENI"
ALT = "Stema comunei Drăgușeni"


def png(image: Image.Image, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


def plain(mode: str, colour: Any, size: tuple[int, int] = (80, 100)) -> bytes:
    return png(Image.new(mode, size, colour))


def headed(arms: bytes, lines: tuple[str, ...] = (NAME,), *, large: bool = False) -> Document:
    return replace(document(Letterhead(lines, arms, ALT)), layout=Layout(large=large))


def figure(data: bytes) -> tuple[list[float], dict[str, str]]:
    """Return the edges of the only figure, and what the file says of the dots drawn there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [kid for kid in pdf.Root.StructTreeRoot.K.K if kid.S == "/Figure"]
        (drawn,) = pdf.pages[0].Resources.XObject.values()
        told = {str(key): str(value) for key, value in drawn.items()}
        (element,) = found
        assert str(element.Alt) == ALT
        return [float(edge) for edge in element.A.BBox], told


@pytest.mark.parametrize("large", [False, True])
def test_arms_stand_two_centimetres_high_in_the_middle(large: bool) -> None:
    data = pdf_bytes(headed(plain("RGB", "red"), large=large))
    assert check(data) == []
    (left, bottom, right, top), _ = figure(data)
    assert top - bottom == pytest.approx(2 * CM, abs=0.02)
    assert right - left == pytest.approx(1.6 * CM, abs=0.02)
    # Bound at the left, the text is 2.5 cm from there and 1.5 cm from the right.
    assert (left + right) / 2 == pytest.approx((2.5 * CM + 595.28 - 1.5 * CM) / 2, abs=0.1)
    assert top == pytest.approx(841.89 - 2 * CM, abs=0.1)


def test_wide_arms_are_no_wider_than_three_centimetres() -> None:
    (left, bottom, right, top), _ = figure(pdf_bytes(headed(plain("L", 90, (900, 300)))))
    assert right - left == pytest.approx(3 * CM, abs=0.02)
    assert top - bottom == pytest.approx(1 * CM, abs=0.02)


def test_the_name_stands_below_the_arms_and_is_read_after_them() -> None:
    data = pdf_bytes(headed(plain("RGB", "red")))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K] == ["/Figure", "/P"]
    assert reading(data) == [ALT, NAME]
    assert check(pdf_bytes(headed(plain("RGB", "red"), ()))) == []


@pytest.mark.parametrize("size", [(3000, 4000), (9000, 500)])
def test_a_large_picture_has_at_most_three_hundred_dots_an_inch(size: tuple[int, int]) -> None:
    (left, bottom, right, top), drawn = figure(pdf_bytes(headed(plain("RGB", "navy", size))))
    assert 290 < int(drawn["/Width"]) / ((right - left) / 72) <= 300
    assert int(drawn["/Height"]) / ((top - bottom) / 72) <= 300


@pytest.mark.parametrize(("colour", "space"), [("gray", "/DeviceGray"), ("teal", "/DeviceRGB")])
def test_the_file_holds_eight_bits_and_nothing_transparent(colour: str, space: str) -> None:
    image = Image.new("RGBA", (80, 100), colour)
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    data = pdf_bytes(headed(png(image)))
    assert check(data) == []
    _, drawn = figure(data)
    assert (drawn["/ColorSpace"], drawn["/BitsPerComponent"]) == (space, "8")
    assert not {"/SMask", "/Mask", "/Interpolate"} & set(drawn)


def palette() -> bytes:
    image = Image.new("P", (80, 100), 1)
    image.putpalette([10, 20, 30, 200, 100, 0])
    image.paste(0, (0, 0, 40, 100))
    return png(image, transparency=0)


def sixteen_bits() -> bytes:
    return png(Image.new("I;16", (80, 100), 0x8000))


@pytest.mark.parametrize(
    ("made", "left", "right"),
    [
        (lambda: plain("1", 0), 0, 0),
        (lambda: plain("L", 77), 77, 77),
        (lambda: plain("LA", (0, 0)), 255, 255),
        (lambda: plain("LA", (100, 255)), 100, 100),
        (lambda: plain("RGB", (1, 2, 3)), (1, 2, 3), (1, 2, 3)),
        (lambda: plain("RGBA", (255, 0, 0, 51)), (255, 204, 204), (255, 204, 204)),
        (palette, (255, 255, 255), (200, 100, 0)),
        (sixteen_bits, 128, 128),
        (lambda: png(Image.new("L", (80, 100), 9), transparency=9), 255, 255),
        (lambda: png(Image.new("I;16", (80, 100), 0x8000), transparency=0x8000), 255, 255),
    ],
)
def test_every_kind_of_png_keeps_its_colours_on_white(
    made: Callable[[], bytes], left: Any, right: Any
) -> None:
    dots = picture(made()).dots
    assert dots.mode in ("L", "RGB")
    assert dots.getpixel((0, 50)) == left
    assert dots.getpixel((dots.width - 1, 50)) == right


def test_a_picture_of_ten_thousand_dots_a_side_is_printed() -> None:
    image = Image.new("1", (10_000, 10_000), 1)
    image.paste(0, (5_000, 0, 10_000, 10_000))
    dots = picture(png(image)).dots
    assert dots.size == (236, 236)
    assert (dots.getpixel((20, 99)), dots.getpixel((216, 99))) == (255, 0)


def chunk(kind: bytes, data: bytes) -> bytes:
    summed = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + summed


def test_what_is_no_picture_is_told_to_the_user() -> None:
    whole = plain("RGB", "red")
    for broken in (b"\x89PNG\r\n\x1a\n", whole[:60], whole[: len(whole) // 2], b"GIF89a" + whole):
        with pytest.raises(ExportError) as raised:
            pdf_bytes(headed(broken))
        told = str(raised.value)
        assert "stem" in told
        assert "în siguranță" in told
        assert "„Date generale”" in told


def test_what_no_memory_holds_is_not_unpacked() -> None:
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    claims = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    with pytest.raises(ExportError, match="60000 × 60000 pixeli"):
        picture(claims)


KINDS = [plain("RGBA", "#11223344", (9, 7)), palette(), sixteen_bits(), plain("1", 1, (9, 9))]


@settings(max_examples=150)
@given(st.sampled_from(KINDS), st.lists(st.tuples(st.integers(8, 400), st.binary(max_size=3))))
def test_a_damaged_file_is_drawn_or_told_never_a_crash(
    whole: bytes, hits: list[tuple[int, bytes]]
) -> None:
    damaged = bytearray(whole)
    for place, written in hits:
        at = place % len(damaged)
        damaged[at : at + len(written)] = written
    try:
        made = picture(bytes(damaged))
    except ExportError:
        return
    assert made.dots.mode in ("L", "RGB")
    assert made.height <= 2 * CM + 1e-6


def test_the_arms_of_a_plan_are_printed_on_its_annex() -> None:
    plan = example("draguseni-2024")
    plan.printing.arms = in_base64(plain("RGBA", "#aa0000cc"))
    data = pdf_bytes(annex(plan))
    assert check(data) == []
    figure(data)
    assert data == pdf_bytes(annex(plan))
