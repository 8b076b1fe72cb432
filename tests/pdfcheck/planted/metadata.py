"""Faults of the XMP packet, and between it and Info."""

from __future__ import annotations

import zlib

from pikepdf import Name, Pdf, String

from tests.pdfcheck.planted.planting import in_pdf, rewrite


@in_pdf("metadata", "archive-metadata")
def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@in_pdf("metadata-filtered")
def metadata_packed(pdf: Pdf) -> None:
    # qpdf unpacks a stream of the type Metadata when it writes it.
    del pdf.Root.Metadata.Type
    packed = zlib.compress(pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(packed, filter=Name.FlateDecode)


@in_pdf("xmp")
def metadata_cut_short(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"</rdf:RDF>", b"")


@in_pdf("xmp")
def no_packet(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb'<\?xpacket end="w"\?>', b"")


@in_pdf("pdfa-id")
def level_b(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"conformance>A<", b"conformance>B<")


@in_pdf("pdfa-id", "archive-metadata")
def part_3(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"<pdfaid:part>2", b"<pdfaid:part>3")


@in_pdf("pdfua-id")
def part_of_pdfua_missing(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"<pdfuaid:part>1</pdfuaid:part>", b"")


@in_pdf("pdfa-id")
def other_prefix_for_pdfa(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"\bpdfaid\b", b"arhiva", count=0)


@in_pdf("pdfua-id")
def other_prefix_for_pdfua(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"\bpdfuaid:part\b", b"ua:part", count=0)
    rewrite(pdf.Root.Metadata, rb"xmlns:pdfuaid=", b"xmlns:ua=")


@in_pdf("pdfua-schema")
def schema_missing(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"namespaceURI>http://www.aiim.org/pdfua", b"namespaceURI>x:")


@in_pdf("pdfua-schema")
def schema_without_type(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"valueType>Integer<", b"valueType>Number<")


@in_pdf("title", "info-xmp")
def no_title(pdf: Pdf) -> None:
    rewrite(pdf.Root.Metadata, rb"(?s)<dc:title>.*</dc:title>", b"")


@in_pdf("info-xmp")
def another_title(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("Planul pe anul trecut")


@in_pdf("info-xmp")
def another_day(pdf: Pdf) -> None:
    pdf.docinfo.ModDate = String("D:20240426120000+03'00'")
