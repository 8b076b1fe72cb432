"""The packages of a payload as components: found by what of them lies there.

Their licences' texts are those that their makers put beside them; what these leave out of others'
works is added here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from installer.component import Component, LicenceMissing
from installer.licence_files import GPL, TEXTS, read

_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
#: Folders of PDFium's licences for what its library for Windows has not.
_ELSEWHERE = frozenset({"android", "pbin_musl", "cibw_musl", "v8_xfa"})
#: What a package calls the site of its source, the best first.
_SITES = ("source", "source code", "code", "repository", "homepage")
_QT_SITE = "Qt: download.qt.io; PySide6 și Shiboken6: code.qt.io"
#: Where a package's own description says too little or too much of its licence.
_LICENCES = {
    "chunspell": "MIT; Hunspell: MPL 1.1 / GPL 2.0 / LGPL 2.1",
    "pypdfium2": "Apache-2.0 / BSD-3-Clause; PDFium: BSD-3-Clause și cele de mai jos",
    "pyphen": "GPL 2.0 / LGPL 2.1 / MPL 1.1",
    "reportlab": "BSD-3-Clause",
}


def packages(payload: Path, wheels: Path) -> Iterator[Component]:
    """Yield each package of which anything but its description lies in the payload.

    Raise LicenceMissing where something lies there that is of no package in `wheels`.
    """
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
    key = name.lower().replace("-", "_")
    if key in ("pyside6_essentials", "shiboken6"):
        # What they bring along is about buying another licence.
        texts = read(TEXTS / "LGPL-3.0.txt", GPL)
        if key == "shiboken6":
            return Component("Shiboken6", version, "LGPL-3.0-only", _QT_SITE, texts)
        texts += read(TEXTS / "qt-third-party.txt", TEXTS / "MPL-2.0.txt")
        return Component("Qt și PySide6", version, "LGPL-3.0-only", _QT_SITE, texts)
    texts = read(*_licence_files(info), below=info)
    licence, source = _LICENCES.get(key) or _licence(described), _source(described)
    if key == "chunspell":
        lgpl = payload / "app/dragapp/resources/spelling/LICENSE-LGPL-2.1.txt"
        texts += read(TEXTS / "hunspell.txt", lgpl)
        name, source = "chunspell și Hunspell", f"{source}; Hunspell: hunspell.github.io"
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
        if each and "\n" not in each.strip():
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
