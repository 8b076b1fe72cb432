"""What pikepdf's own validator of PDF/A-2b finds: colours, font programmes, limits, XMP and more.

It approves only what it knows to conform, after the rules of the veraPDF profiles, and so what it
cannot judge is a fault here too. Two of its complaints are not faults in a file of level A that is
PDF/UA as well: it knows neither that level nor the schema that names PDF/UA; `metadata` looks
at both.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pikepdf import pdfa

from tests.pdfcheck.opened import Opened

NAMES = {
    "6.1": "syntax",
    "6.2.2": "content",
    "6.2.3": "intent",
    "6.2.4": "colour",
    "6.2.5": "state",
    "6.2.6": "state",
    "6.2.8": "image",
    "6.2.9": "form",
    "6.2.10": "transparency",
    "6.2.11": "font",
    "6.3": "annotation",
    "6.5": "action",
    "6.6": "metadata",
}
SCHEMAS = re.compile(r"XMP (?:namespace|property) pdf(?:uaid|aExtension|aSchema|aProperty)[=:]")


def faults(opened: Opened) -> Iterator[str]:
    """Yield each finding under a name that tells its clause, such as `archive-font`."""
    for finding in pdfa.validate_written(io.BytesIO(opened.data), "2b").findings:
        if not _expected(finding):
            yield f"{_name(finding.rule)}: {finding.where}: {finding.message} ({finding.rule})"


def _expected(finding: pdfa.Finding) -> bool:
    if finding.rule.endswith(":6.6.4-3"):
        return "'A', expected 'B'" in finding.message
    known = SCHEMAS.match(finding.message) is not None
    return known and finding.rule.endswith(":6.6.2.3.1-1")


def _name(rule: str) -> str:
    parts = rule.partition(":")[2].partition("-")[0].split(".")
    clauses = (".".join(parts[:depth]) for depth in range(len(parts), 1, -1))
    topic = next((NAMES[clause] for clause in clauses if clause in NAMES), "other")
    return f"archive-{topic}"
