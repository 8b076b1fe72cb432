"""The annex as PDF by LibreOffice, started anew for each file, as on a desk.

It has a profile of its own, made before. What an empty document takes is the cost of its start.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.bench.cost import tell

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_EMPTY = "<html><body><p></p></body></html>"


def find(stem: str, profile: str) -> None:
    """Tell whether it is installed, its Writer too."""
    there = shutil.which("soffice") is not None and _convert(_EMPTY, f"{stem}-none", profile)
    print(json.dumps({"there": float(there)}), flush=True)


def made(stem: str, profile: str) -> None:
    """Make the file from HTML, which it is faster with than with its own format.

    All pages are upright then; tables have their spans and repeated headers.
    """
    from dragapp.annex.build import annex
    from tests.bench.annex import stored
    from tests.bench.as_html import as_html

    plan = stored(stem)

    def work() -> None:
        assert _convert(as_html(annex(plan)), stem, profile)

    tell(work, by_child=True)


def started(stem: str, profile: str) -> None:
    """Make a file of an empty document."""
    tell(lambda: _convert(_EMPTY, f"{stem}-none", profile), by_child=True)


def _convert(html: str, stem: str, profile: str) -> bool:
    source, target = Path(f"{stem}.libreoffice.html"), Path(f"{stem}.libreoffice.pdf")
    target.unlink(missing_ok=True)
    source.write_text(html, encoding="utf-8")
    options = ["--headless", "--infilter=HTML (StarWriter)", "--convert-to", _TAGGED]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", *options, source.name],
        cwd=source.parent,
        capture_output=True,
        check=False,
    )
    return target.exists()
