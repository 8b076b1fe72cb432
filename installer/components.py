"""All that an installation holds, component by component.

Besides the packages these are the program's own files, Python, and what the tools of the build
leave in what they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dragapp import __version__
from installer.component import Component, LicenceMissing
from installer.licence_files import GPL, TEXTS, read
from installer.packages import packages

_PINS = Path(__file__).with_name("runtime.txt")
#: The program's fonts by the first part of their files' names: name, licence, source.
_FONTS = {
    "DejaVuSans": ("DejaVu Sans", "Bitstream Vera și DejaVu", "proiectul DejaVu Fonts"),
    "LiberationSerif": ("Liberation Serif", "OFL-1.1", "proiectul Liberation Fonts"),
}


def components(payload: Path, wheels: Path) -> list[Component]:
    """Return all that the payload holds, ours first; raise LicenceMissing."""
    found = [*_ours(payload), *_python(payload), *packages(payload, wheels), *_tools()]
    for each in found:
        if not any(text.strip() for _, text in each.texts):
            raise LicenceMissing(f"{each.name} {each.version} comes without a licence's text.")
    return found


def _ours(payload: Path) -> Iterator[Component]:
    resources = payload / "app" / "dragapp" / "resources"
    here = "în folderul app, lângă program; restul proiectului, de la cine publică programul"
    yield Component("DragApp", __version__, "GPL-3.0-or-later", here, read(GPL))
    for file in sorted({path.stem.partition("-")[0] for path in resources.glob("fonts/*.ttf")}):
        text = resources / "fonts" / f"LICENSE-{file}.txt"
        if file not in _FONTS or not text.is_file():
            raise LicenceMissing(f"The font {file} comes without a licence's text.")
        name, licence, source = _FONTS[file]
        yield Component(f"Fontul {name}", "", licence, source, read(text))
    for name, folder, licence, files in (
        ("Nomenclatorul serviciilor sociale", "nomenclator", "Apache-2.0", ("LICENCE.md", "*.txt")),
        ("Dicționarul ortografic Rospell", "spelling", "LGPL-2.1", ("README.md", "*.txt")),
        ("Profilul de culoare sRGB", "color", "de folosință liberă", ("README.md",)),
    ):
        texts = (path for each in files for path in sorted((resources / folder).glob(each)))
        inside = f"app\\dragapp\\resources\\{folder}"
        yield Component(name, "", licence, inside, read(*texts))


def _python(payload: Path) -> Iterator[Component]:
    text = payload / "runtime" / "LICENSE.txt"
    if not text.is_file():
        raise LicenceMissing("Python comes without a licence's text.")
    version = re.search(r"CPython ([\d.]+\d)", _PINS.read_text(encoding="utf-8"))
    both = read(text, TEXTS / "python-incorporated.txt")
    yield Component("Python", version[1] if version else "", "PSF-2.0", "python.org", both)
    name = "Bibliotecile C și C++ ale Microsoft"
    own = read(TEXTS / "microsoft-runtime.txt")
    yield Component(name, "", "Microsoft Distributable Code", "nu este publică", own)


def _tools() -> Iterator[Component]:
    name, text = "mingw-w64 și libgcc, în DragApp.exe", read(TEXTS / "mingw-w64.txt")
    yield Component(name, "", "ZPL-2.1; GPL cu excepția GCC", "mingw-w64.org; gcc.gnu.org", text)
    name, text = "NSIS, în programul de instalare și în Dezinstalare.exe", read(TEXTS / "nsis.txt")
    yield Component(name, "", "Zlib; CPL-1.0 cu excepție", "nsis.sourceforge.io", text)
