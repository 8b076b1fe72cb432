"""What others wrote and an installation holds: each component with its licence and its text.

The packages are found by what of them lies in the payload, and their licences in what their makers
put beside them. The rest is listed here: what packages hold of others without a text, Python, the
program's own files, and what the tools of the build leave in what they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from dragapp import __version__

_TEXTS = Path(__file__).with_name("licence_texts")
_PINS = Path(__file__).with_name("runtime.txt")
_GPL = _TEXTS.parent.parent / "LICENSE"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
#: Folders of PDFium's licences for what its library for Windows has not.
_ELSEWHERE = frozenset({"android", "pbin_musl", "cibw_musl", "v8_xfa"})
#: What a package calls the site of its source, the best first.
_SITES = ("source", "source code", "code", "repository", "homepage")
_QT_SITE = "Qt: download.qt.io; PySide6 și Shiboken6: code.qt.io"
#: The program's fonts by the first part of their files' names: name, licence, source.
_FONTS = {
    "DejaVuSans": ("DejaVu Sans", "Bitstream Vera și DejaVu", "proiectul DejaVu Fonts"),
    "LiberationSerif": ("Liberation Serif", "OFL-1.1", "proiectul Liberation Fonts"),
}
#: Where a package's own description says too little or too much of its licence.
_LICENCES = {
    "chunspell": "MIT; Hunspell: MPL 1.1 / GPL 2.0 / LGPL 2.1",
    "pypdfium2": "Apache-2.0 / BSD-3-Clause; PDFium: BSD-3-Clause și cele de mai jos",
    "pyphen": "GPL 2.0 / LGPL 2.1 / MPL 1.1",
    "reportlab": "BSD-3-Clause",
}


@dataclass(frozen=True)
class Component:
    """One work of others, or ours.

    Attributes are:
        licence: its name, "LGPL-3.0-only".
        source: where its source can be had, for a person to read.
        texts: the texts of its licence, each under a title of its own.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[tuple[str, str], ...]


class LicenceMissing(Exception):
    """Something would be shipped without the text of its licence."""


def components(payload: Path, wheels: Path) -> list[Component]:
    """Return all that the payload holds, ours first; raise LicenceMissing."""
    found = [*_ours(payload), *_python(payload), *_packages(payload, wheels), *_tools()]
    for each in found:
        if not any(text.strip() for _, text in each.texts):
            raise LicenceMissing(f"{each.name} {each.version} comes without a licence's text.")
    return found


def _ours(payload: Path) -> Iterator[Component]:
    resources = payload / "app" / "dragapp" / "resources"
    here = "în dosarul app, lângă program; restul proiectului, de la cine publică programul"
    yield Component("DragApp", __version__, "GPL-3.0-or-later", here, _read(_GPL))
    for file in sorted({path.stem.partition("-")[0] for path in resources.glob("fonts/*.ttf")}):
        text = resources / "fonts" / f"LICENSE-{file}.txt"
        if file not in _FONTS or not text.is_file():
            raise LicenceMissing(f"The font {file} comes without a licence's text.")
        name, licence, source = _FONTS[file]
        yield Component(f"Fontul {name}", "", licence, source, _read(text))
    for name, folder, licence, files in (
        ("Nomenclatorul serviciilor sociale", "nomenclator", "Apache-2.0", ("LICENCE.md", "*.txt")),
        ("Dicționarul ortografic Rospell", "spelling", "LGPL-2.1", ("README.md", "*.txt")),
        ("Profilul de culoare sRGB", "color", "de folosință liberă", ("README.md",)),
    ):
        texts = (path for each in files for path in sorted((resources / folder).glob(each)))
        inside = f"app\\dragapp\\resources\\{folder}"
        yield Component(name, "", licence, inside, _read(*texts))


def _python(payload: Path) -> Iterator[Component]:
    text = payload / "runtime" / "LICENSE.txt"
    if not text.is_file():
        raise LicenceMissing("Python comes without a licence's text.")
    version = re.search(r"CPython ([\d.]+\d)", _PINS.read_text(encoding="utf-8"))
    both = _read(text, _TEXTS / "python-incorporated.txt")
    yield Component("Python", version[1] if version else "", "PSF-2.0", "python.org", both)
    name = "Bibliotecile C și C++ ale Microsoft"
    own = _read(_TEXTS / "microsoft-runtime.txt")
    yield Component(name, "", "Microsoft Distributable Code", "nu este publică", own)


def _tools() -> Iterator[Component]:
    name, text = "mingw-w64 și libgcc, în DragApp.exe", _read(_TEXTS / "mingw-w64.txt")
    yield Component(name, "", "ZPL-2.1; GPL cu excepția GCC", "mingw-w64.org; gcc.gnu.org", text)
    name, text = (
        "NSIS, în programul de instalare și în Dezinstalare.exe",
        _read(_TEXTS / "nsis.txt"),
    )
    yield Component(name, "", "Zlib; CPL-1.0 cu excepție", "nsis.sourceforge.io", text)


def _packages(payload: Path, wheels: Path) -> Iterator[Component]:
    """Yield each package of which anything but its description lies in the payload."""
    folder = payload / "runtime" / "packages"
    shipped = {path.name for path in folder.iterdir() if path.suffix != ".dist-info"}
    shipped.discard("__pycache__")
    for info in sorted(wheels.glob("*.dist-info"), key=lambda path: path.name.lower()):
        record = (info / "RECORD").read_text(encoding="utf-8").splitlines()
        own = {line.split(",")[0].split("/")[0] for line in record} & shipped
        if own:
            shipped -= own
            yield _package(info, payload)
    if shipped:
        raise LicenceMissing(f"Nobody knows where these come from: {', '.join(sorted(shipped))}.")


def _package(info: Path, payload: Path) -> Component:
    described = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    name, version = described["Name"], described["Version"]
    texts = _read(*_licence_files(info), below=info)
    key = name.lower().replace("-", "_")
    if key in ("pyside6_essentials", "shiboken6"):
        texts = _read(_TEXTS / "LGPL-3.0.txt", _GPL)
        if key == "shiboken6":
            return Component("Shiboken6", version, "LGPL-3.0-only", _QT_SITE, texts)
        texts += _read(_TEXTS / "qt-third-party.txt", _TEXTS / "MPL-2.0.txt")
        return Component("Qt și PySide6", version, "LGPL-3.0-only", _QT_SITE, texts)
    licence, source = _LICENCES.get(key) or _licence(described), _source(described)
    if key == "chunspell":
        lgpl = payload / "app/dragapp/resources/spelling/LICENSE-LGPL-2.1.txt"
        texts += _read(_TEXTS / "hunspell.txt", lgpl)
        name = "chunspell și Hunspell"
        source += "; Hunspell: hunspell.github.io"
    if key == "pypdfium2":
        name, source = "pypdfium2 și PDFium", f"{source}; PDFium: pdfium.googlesource.com"
    return Component(name, version, licence, source, texts)


def _licence_files(info: Path) -> list[Path]:
    """Return the files of a package's description that are about its licence, for Windows."""
    found = []
    for path in sorted(info.rglob("*")):
        parts = path.relative_to(info).parts
        named = parts[0] == "licenses" or _LICENCE_FILE.match(path.name)
        if path.is_file() and named and not _ELSEWHERE & set(parts):
            found.append(path)
    return found


def _licence(described: Message) -> str:
    """Return the licence's name as the package gives it, in one line."""
    kinds = described.get_all("Classifier", [])
    named = [each.rpartition(" :: ")[2] for each in kinds if each.startswith("License ::")]
    for each in (described["License-Expression"], described["License"], " / ".join(named)):
        if each and "\n" not in each.strip() and len(each) < 100:
            return str(each).strip()
    return "textul de mai jos"


def _source(described: Message) -> str:
    """Return the site of a package's source, without the prefix that only programs need."""
    sites = {}
    for each in described.get_all("Project-URL", []):
        label, _, site = each.partition(",")
        sites[label.strip().lower()] = site.strip()
    named = [sites[label] for label in _SITES if label in sites]
    site = next(iter(named), described["Home-page"] or "")
    return re.sub(r"^https?://(www\.)?|/+$", "", str(site))


def _read(*paths: Path, below: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Return the texts of files, each with its name, or its path below a folder, as the title."""
    names = (path.relative_to(below).as_posix() if below else path.name for path in paths)
    texts = (_decoded(path.read_bytes()) for path in paths)
    return tuple(
        (name.removeprefix("licenses/"), text) for name, text in zip(names, texts, strict=True)
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older licences have their authors' names in the alphabet of Western Europe.
        return data.decode("cp1252")
