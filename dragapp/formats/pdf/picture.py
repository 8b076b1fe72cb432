"""The coat of arms: a PNG file of any kind and size made ready for a printed page.

Archives want no transparency (the white of the paper is put behind the picture) and readers no more
dots than a printer prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngImageFile

from dragapp.errors import ExportError
from dragapp.formats.pdf.styles import CM

HEIGHT, WIDEST = 2 * CM, 3 * CM
#: Dots per inch: more of them no printer shows.
DENSEST = 300
#: A picture of more dots, unpacked, is more than the memory of an office PC should be asked for.
_MOST = 120_000_000
#: Dots that are worked on at a time.
_STRIP = 1_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey or coloured dots, 8 bits each, and the size on paper in points."""

    dots: Image.Image
    width: float
    height: float


@lru_cache(maxsize=2)
def picture(png: bytes) -> Picture:
    """Return the picture of a PNG file, as high as arms are printed.

    Raise ExportError where the file is damaged, or larger than can be unpacked.
    """
    file = _opened(png)
    width, height = file.size
    scale = min(HEIGHT / height, WIDEST / width)
    shown = width * scale, height * scale
    most = [max(1, int(length / 72 * DENSEST)) for length in shown]
    # Halves, quarters and so on first: only the last step needs a careful, slow filter.
    factor = max(1, min(width // most[0], height // most[1]) // 2)
    dots = _on_white(file, factor)
    if dots.width > most[0] or dots.height > most[1]:
        size = min(dots.width, most[0]), min(dots.height, most[1])
        dots = dots.resize(size, Image.Resampling.LANCZOS)
    return Picture(_fewest_bands(dots), *shown)


def _opened(png: bytes) -> Image.Image:
    try:
        file = PngImageFile(BytesIO(png))
        width, height = file.size
        if width * height <= _MOST:
            file.load()
            return file
    except Exception as error:  # The decoder does not name the ways in which a damaged file fails.
        reason = "fișierul ei este deteriorat sau nu este o imagine PNG"
        raise _failed(reason, "din nou imaginea") from error
    raise _failed(f"are {width} × {height} pixeli, prea mulți", "o imagine mai mică")


def _failed(reason: str, choose: str) -> ExportError:
    return ExportError(
        f"Documentul nu a putut fi făcut din cauza stemei: {reason}. "
        f"Datele planului sunt în siguranță.\n\nAlegeți {choose} în „Date generale”."
    )


def _on_white(file: Image.Image, factor: int) -> Image.Image:
    """Return a picture on white, made smaller by a whole factor.

    It is done strip by strip, so that a huge one is not held in memory a second time.
    """
    width, height = file.size
    done = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    step = max(1, _STRIP // (width * factor)) * factor
    for top in range(0, height, step):
        strip = _strip(file.crop((0, top, width, min(top + step, height))))
        done.paste(strip.reduce(factor), (0, top // factor))
    return done


def _strip(dots: Image.Image) -> Image.Image:
    if dots.mode.startswith("I"):
        # Of 16 bits the upper eight are kept; so is, of those, the level that is transparent.
        clear = dots.info.pop("transparency", None)
        dots = dots.point(lambda level: level / 256).convert("L")
        if clear is not None:
            dots.info["transparency"] = clear >> 8
    if not dots.has_transparency_data:
        return dots.convert("RGB")
    white = Image.new("RGBA", dots.size, "white")
    return Image.alpha_composite(white, dots.convert("RGBA")).convert("RGB")


def _fewest_bands(dots: Image.Image) -> Image.Image:
    """Return a picture without its colours where all of them are greys."""
    red, green, blue = dots.split()
    coloured = any(ImageChops.difference(red, other).getbbox() for other in (green, blue))
    return dots if coloured else red
