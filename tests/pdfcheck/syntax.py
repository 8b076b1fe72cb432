"""How the file is written, byte by byte: PDF/A-2 6.1.2 to 6.1.9, and what qpdf has to say."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.pdfcheck.written import object_faults

HEADER = re.compile(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)")
BINARY = re.compile(rb"%[\x80-\xff]{4}")
END = re.compile(rb"startxref\s+(\d+)\s+%%EOF(?:\r\n|\r|\n)?\Z")
XREF = re.compile(
    rb"xref(?:\r\n|\r|\n)(?:\d+ \d+ ?(?:\r\n|\r|\n)(?:\d{10} \d{5} [nf](?: \r| \n|\r\n))+)+"
)


def faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with the writing."""
    header = HEADER.match(data)
    if header is None:
        yield f"header: the file begins with {data[:12]!r}"
    elif not BINARY.match(data, header.end()):
        yield "binary-comment: no four bytes above 127 after the header"
    yield from _end(data)
    yield from _objects(data)
    yield from _by_qpdf(data)


def _end(data: bytes) -> Iterator[str]:
    end = END.search(data)
    if end is None:
        yield "end: the file does not end with startxref, %%EOF and one end of line at most"
        return
    start = int(end[1])
    if data[start : start + 4] == b"xref" and not XREF.match(data, start):
        yield "xref: the cross-reference table is not written as it must be"
    elif data[start : start + 4] != b"xref" and not re.match(rb"\d+ \d+ obj", data[start:]):
        yield f"xref: nothing at {start}, where startxref leads"


def _objects(data: bytes) -> Iterator[str]:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                yield "encrypted: an archived file must not be"
                return
            yield from (f"syntax: {problem}" for problem in pdf.check_pdf_syntax())
            table = pdf.get_xref_table().values()
            offsets = sorted(where.offset for where in table if where.offset is not None)
            yield from object_faults(data, offsets, pdf)
    except pikepdf.PasswordError:
        yield "encrypted: the file asks for a password"
    except pikepdf.PdfError:
        return  # the caller tells why the file cannot be opened


def _by_qpdf(data: bytes) -> Iterator[str]:
    program = shutil.which("qpdf")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checked.pdf"
        path.write_bytes(data)
        done = subprocess.run([program, "--check", path], capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").replace(str(path), "the file").strip()
        yield from (f"qpdf: {line}" for line in (said or "it fails").splitlines())
