"""Faults in how the file is written."""

from __future__ import annotations

import io
import re

import pikepdf

from tests.pdfcheck.planted.planting import in_bytes, replaced


@in_bytes("header")
def another_version(data: bytes) -> bytes:
    return b"%PDF-2.0" + data[8:]


@in_bytes("header")
def something_before_the_header(data: bytes) -> bytes:
    return b"\n" + data


@in_bytes("binary-comment")
def comment_in_ascii(data: bytes) -> bytes:
    return replaced(data, rb"\n%[\x80-\xff]{4}", b"\n%abcd")


@in_bytes("end")
def something_after_the_end(data: bytes) -> bytes:
    return data + b"\n\n"


@in_bytes("xref")
def table_on_the_line_of_its_keyword(data: bytes) -> bytes:
    return replaced(data, rb"\nxref\n", b"\nxref ")


@in_bytes("xref", "syntax", "qpdf")
def startxref_that_leads_astray(data: bytes) -> bytes:
    return replaced(data, rb"startxref\s+\d+", b"startxref\n12")


@in_bytes("encrypted")
def locked_for_changes(data: bytes) -> bytes:
    return _locked(data, "")


@in_bytes("encrypted", "unreadable")
def locked_for_reading(data: bytes) -> bytes:
    return _locked(data, "cheie")


def _locked(data: bytes, user: str) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = io.BytesIO()
        pdf.save(made, encryption=pikepdf.Encryption(owner="primar", user=user))
    return made.getvalue()


@in_bytes("hexadecimal")
def half_a_byte(data: bytes) -> bytes:
    return replaced(data, rb"\(ro-RO\)", b"<726f2>")


@in_bytes("hexadecimal")
def letters_among_the_digits(data: bytes) -> bytes:
    return replaced(data, rb"\(ro-RO\)", b"<72zz6>")


@in_bytes("stream")
def endstream_on_the_line_of_the_data(data: bytes) -> bytes:
    return replaced(data, rb"\nendstream", b" endstream")


@in_bytes("stream")
def stream_followed_by_a_return_alone(data: bytes) -> bytes:
    return replaced(data, rb"\bstream\n", b"stream\r")


@in_bytes("stream")
def stream_longer_than_it_says(data: bytes) -> bytes:
    told = re.search(rb"/Length (\d+)", data)
    assert told is not None
    shorter = b"%0*d" % (len(told[1]), int(told[1]) - 3)
    return data[: told.start(1)] + shorter + data[told.end(1) :]


@in_bytes("object-written")
def object_on_the_line_of_its_number(data: bytes) -> bytes:
    return replaced(data, rb" obj\n", b" obj ")


@in_bytes("object-written")
def endobj_after_a_space(data: bytes) -> bytes:
    return replaced(data, rb"\nendobj", b" endobj")


@in_bytes("unreadable")
def no_pdf_at_all(data: bytes) -> bytes:
    return b"Plan anual de actiune"
