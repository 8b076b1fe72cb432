"""Language tags: the form that PDF/UA-1 7.2 asks of them, which is that of RFC 3066."""

from __future__ import annotations

import re
from typing import Any

from tests.pdfcheck.objects import text

TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


def wrong_language(holder: Any) -> str:
    """Tell what is wrong with the language that an object names; nothing where it names none."""
    language = text(holder, "/Lang")
    return "" if language is None or TAG.fullmatch(language) else f"{language!r} is no language"
