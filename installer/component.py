"""One work of others that an installation holds, or ours, with its licence."""

from __future__ import annotations

from dataclasses import dataclass

from installer.licence_files import Text


@dataclass(frozen=True)
class Component:
    """What the user is told of it.

    Attributes are:
        licence: its name, "LGPL-3.0-only".
        source: where its source can be had, for a person to read.
        texts: the texts of its licence.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Text, ...]


class LicenceMissing(Exception):
    """Something would be shipped without the text of its licence."""
