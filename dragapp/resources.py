"""Where the files that come with the program are: forms, nomenclator, fonts, icons, examples, help.

In an installed program they lie inside the package; in a checkout, beside it.
"""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).resolve().parent / "resources"
_CHECKOUT = Path(__file__).resolve().parent.parent / "resources"


def folder(name: str = "") -> Path:
    """Return the path of a folder of resources, or of them all."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root / name


def read_text(name: str) -> str:
    """Return the text of a resource, named by its path below the resources."""
    return folder(name).read_text(encoding="utf-8")
