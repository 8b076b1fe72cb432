"""Coats of arms from files: every common kind, whatever its size, and what is no picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from dragapp.annex.build import annex
from dragapp.errors import PictureError
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes
from dragapp.plan.printing import in_base64
from dragapp.ui import arms_picture as reading
from dragapp.ui.arms_picture import arms_picture

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 30">'
    '<rect x="5" width="10" height="30" fill="#0000ff"/></svg>'
)


def drawn(kind: str, colour: str = "blue", size: tuple[int, int] = (200, 300)) -> bytes:
    """Return a picture file of one colour."""
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, kind)
    return data.getvalue()


def read(path: Path) -> Image.Image:
    data = arms_picture(path)
    assert data.startswith(b"\x89PNG")
    return Image.open(BytesIO(data))


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF"])
@pytest.mark.parametrize("ending", ["", ".dat"])
def test_the_common_kinds_whatever_their_name_says(
    qapp: QApplication, tmp_path: Path, kind: str, ending: str
) -> None:
    picture = read(put(tmp_path, f"stemă{ending or '.' + kind.lower()}", drawn(kind)))
    assert picture.size == (200, 300)
    assert picture.mode == "RGB"
    red, green, blue = picture.getpixel((100, 150))  # type: ignore[misc]
    assert (red < 5, green < 5, blue > 250) == (True, True, True)


def test_a_drawing_is_as_sharp_as_it_can_be(qapp: QApplication, tmp_path: Path) -> None:
    picture = read(put(tmp_path, "stemă.svg", SVG.encode()))
    assert picture.size == (400, 600)
    assert picture.getpixel((200, 300)) == (0, 0, 255)
    assert picture.getpixel((20, 300)) == (255, 255, 255)


def test_a_drawing_may_say_that_it_is_huge(qapp: QApplication, tmp_path: Path) -> None:
    huge = SVG.replace("<svg", '<svg width="20000mm" height="30000mm"')
    assert read(put(tmp_path, "stemă.svg", huge.encode())).size == (400, 600)


def test_a_scan_that_is_called_a_png_is_read(qapp: QApplication, tmp_path: Path) -> None:
    """Qt's reader of TIFF looks at the file once more when it goes."""
    assert read(put(tmp_path, "stemă.png", drawn("TIFF"))).size == (200, 300)


def test_what_is_transparent_becomes_white(qapp: QApplication, tmp_path: Path) -> None:
    data = BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(data, "PNG")
    picture = read(put(tmp_path, "a.png", data.getvalue()))
    assert picture.mode == "RGB"
    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1000, 2000), (300, 600)),
        ((3000, 1500), (900, 450)),
        ((600, 600), (600, 600)),
        ((12, 9), (12, 9)),
        ((9000, 3), (900, 1)),
        ((3, 9000), (1, 600)),
    ],
)
def test_a_large_picture_is_made_smaller_in_proportion(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert read(put(tmp_path, "a.png", drawn("PNG", size=size))).size == expected


def test_a_photograph_stands_as_it_was_taken(qapp: QApplication, tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    data = BytesIO()
    Image.new("RGB", (300, 200), "blue").save(data, "JPEG", exif=turned)
    assert read(put(tmp_path, "a.jpg", data.getvalue())).size == (200, 300)


def test_what_was_chosen_is_printed(qapp: QApplication, tmp_path: Path) -> None:
    plan = example("draguseni-2024")
    plan.printing.arms = in_base64(arms_picture(put(tmp_path, "a.svg", SVG.encode())))
    assert pdf_bytes(annex(plan)).count(b"/Image") > 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nu sunt o imagine " * 50,
        b"%PDF-1.7\n" + bytes(2000),
        drawn("PNG")[:60],
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 30'><rect",
        b"<html><body>stema</body></html>",
    ],
)
def test_what_is_no_picture_is_told(qapp: QApplication, tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path, "stemă.png", data)
    with pytest.raises(PictureError, match=r"„stemă.png” nu este o imagine.*Stema a rămas cum era"):
        arms_picture(path)


def test_what_is_far_too_large_is_not_read(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = put(tmp_path, "lată.png", drawn("PNG", size=(10_000, 6_001)))
    with pytest.raises(PictureError, match=r"prea mare .10000 × 6001 de puncte"):
        arms_picture(wide)
    monkeypatch.setattr(reading, "_HEAVIEST", 1000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(PictureError, match=r"prea mare .* Stema a rămas cum era. Micșorați"):
        arms_picture(wide)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"„lipsă.png” nu a putut fi citit: .* nu există"):
        arms_picture(tmp_path / "lipsă.png")
    with pytest.raises(PictureError, match=r"Stema a rămas cum era"):
        arms_picture(tmp_path)
