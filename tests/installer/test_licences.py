"""The text of all licences: nothing without one, nothing twice, always the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer.component import Component, LicenceMissing
from installer.licences import rendered, write

ROOT = Path(__file__).parents[2]
LONG = "\n".join(f"Clause {number} of a long licence." for number in range(300))


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """Return a payload with the program's resources, Python's licence and one package."""
    made = tmp_path / "payload"
    resources = made / "app" / "dragapp" / "resources"
    for name in ("fonts", "nomenclator", "spelling", "color"):
        shutil.copytree(ROOT / "resources" / name, resources / name)
    (made / "runtime" / "packages" / "tabulate").mkdir(parents=True)
    (made / "runtime" / "LICENSE.txt").write_text("Python's licence", encoding="utf-8")
    return made


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """Return the folder in which that package was unpacked, and another that is not shipped."""
    made = tmp_path / "wheels"
    wheel(made, "tabulate", "0.10.0", "License-Expression: MIT", "The MIT text, by Märta.")
    wheel(made, "not-shipped", "1.0", "License: secret", "")
    return made


def wheel(folder: Path, name: str, version: str, line: str, text: str) -> None:
    info = folder / f"{name}-{version}.dist-info"
    (info / "licenses").mkdir(parents=True)
    site = "Project-URL: Homepage, https://www.example.org/tab/"
    head = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{line}\n{site}\n\nWords."
    (info / "METADATA").write_text(head, encoding="utf-8")
    (info / "RECORD").write_text(f"../../bin/{name},,\n{name}/__init__.py,,\n", encoding="utf-8")
    if text:
        (info / "licenses" / "LICENSE").write_text(text, encoding="latin-1")


def test_each_component_is_named_with_its_licence_source_and_text(
    payload: Path, wheels: Path, tmp_path: Path
) -> None:
    target = tmp_path / "LICENTE.txt"
    write(payload, wheels, target)
    data = target.read_bytes()
    text = data.decode("utf-8").replace("\r\n", "\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    contents, _, parts = text.partition("=" * 80)
    for name in ("DragApp", "Fontul Liberation Serif", "Fontul DejaVu Sans", "Python 3.11", "NSIS"):
        assert name in contents
        assert name in parts
    assert "tabulate 0.10.0 – MIT" in contents
    assert "Codul sursă: example.org/tab\n" in parts
    assert "The MIT text, by Märta." in parts
    assert "GNU GENERAL PUBLIC LICENSE" in parts
    assert "not-shipped" not in text
    assert "LGPL, versiunea 3" in contents
    again = tmp_path / "again.txt"
    write(payload, wheels, again)
    assert again.read_bytes() == data


def test_a_package_without_a_text_is_not_shipped(payload: Path, wheels: Path) -> None:
    (wheels / "tabulate-0.10.0.dist-info" / "licenses" / "LICENSE").unlink()
    with pytest.raises(LicenceMissing, match=r"tabulate 0\.10\.0"):
        write(payload, wheels, payload / "LICENTE.txt")


def test_what_no_package_has_brought_is_not_shipped(payload: Path, wheels: Path) -> None:
    (payload / "runtime" / "packages" / "stray.py").write_text("", encoding="utf-8")
    with pytest.raises(LicenceMissing, match=r"stray\.py"):
        write(payload, wheels, payload / "LICENTE.txt")


def test_a_font_without_a_text_is_not_shipped(payload: Path, wheels: Path) -> None:
    (payload / "app/dragapp/resources/fonts/LICENSE-DejaVuSans.txt").unlink()
    with pytest.raises(LicenceMissing, match="DejaVuSans"):
        write(payload, wheels, payload / "LICENTE.txt")


def test_a_long_text_is_given_once_however_its_lines_break() -> None:
    one = Component("Unu", "1", "GPL", "unu.org", (("LICENSE", LONG),))
    two = Component("Doi", "2", "GPL", "doi.org", (("COPYING", LONG.replace(" ", "\n")),))
    text = rendered([one, two])
    assert text.count("Clause 7 of") == 1
    assert "--- COPYING: vezi „1. Unu 1”" in text


def test_a_short_text_is_repeated_since_it_names_its_author() -> None:
    mit = (("LICENSE", "Copyright Ana. Permission is granted."),)
    parts = [Component(name, "", "MIT", "", mit) for name in ("Unu", "Doi")]
    assert rendered(parts).count("Copyright Ana") == 2
