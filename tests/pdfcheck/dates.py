"""The two ways of writing a moment in a PDF file: Info's and XMP's."""

from __future__ import annotations

import re
from datetime import datetime

INFO = re.compile(
    r"D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z(?:00'00'?)?|([+-])(\d{2})'(\d{2})'?)"
)


def same_moment(info: str | None, xmp: str | None) -> bool:
    """Tell whether both are absent, or both are whole and mean the same moment."""
    if info is None or xmp is None:
        return info == xmp
    written = INFO.fullmatch(info)
    if written is None:
        return False
    year, month, day, hour, minute, second, sign, ahead, minutes = written.groups()
    zone = f"{sign}{ahead}:{minutes}" if sign else "+00:00"
    try:
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}")
        return moment == datetime.fromisoformat(xmp)
    except (ValueError, TypeError):
        return False
