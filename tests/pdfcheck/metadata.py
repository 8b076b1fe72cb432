"""The XMP packet: that it can be read, names both standards and says what Info says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from tests.pdfcheck.dates import same_moment
from tests.pdfcheck.objects import data_of, entry, items, name, text
from tests.pdfcheck.opened import Opened

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFA_ID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA_URI = "http://www.aiim.org/pdfua/ns/id/"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
UA_PROPERTY = {"name": "part", "valueType": "Integer", "category": "internal"}
PAIRS = {
    "/Title": DC + "title",
    "/Author": DC + "creator",
    "/Subject": DC + "description",
    "/Keywords": PDF + "Keywords",
    "/Creator": XMP + "CreatorTool",
    "/Producer": PDF + "Producer",
    "/CreationDate": XMP + "CreateDate",
    "/ModDate": XMP + "ModifyDate",
}


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the metadata."""
    stream = entry(opened.root, "/Metadata")
    if items(stream, "/Filter"):
        yield "metadata-filtered: a program that looks for the packet must find it as it is"
    if name(stream, "/Type") != "Metadata" or name(stream, "/Subtype") != "XML":
        yield "metadata: the catalog has no stream of the type Metadata, XML"
        return
    packet = data_of(stream)
    try:
        root = ElementTree.fromstring(packet)
    except ElementTree.ParseError as error:
        yield f"xmp: {error}"
        return
    if not packet.startswith(b"<?xpacket begin=") or b"<?xpacket end=" not in packet:
        yield "xmp: the packet has no header or no trailer"
    told = _properties(root)
    yield from _standards(told, root)
    for prefix, uri in (("pdfaid", PDFA_ID), ("pdfuaid", f"{{{PDFUA_URI}}}")):
        if uri + "part" in told and not re.search(rf"\b{prefix}:part\b".encode(), packet):
            yield f"{prefix.removesuffix('id')}-id: the prefix of its properties is not {prefix}"
    if not told.get(DC + "title"):
        yield "title: the metadata has no dc:title"
    yield from _against_info(told, opened.pdf.trailer.get("/Info"))


def _properties(root: ElementTree.Element) -> dict[str, str]:
    """Each simple property's value; of several languages the first, members joined with ;."""
    found: dict[str, str] = {}
    for described in root.iter(RDF + "Description"):
        found |= dict(described.attrib)
        for told in described:
            members = [member.text or "" for member in told.iter(RDF + "li")]
            if told.find(RDF + "Alt") is not None:
                members = members[:1]
            found[told.tag] = "; ".join(members) if members else (told.text or "")
    return found


def _standards(told: dict[str, str], root: ElementTree.Element) -> Iterator[str]:
    part, level = told.get(PDFA_ID + "part"), told.get(PDFA_ID + "conformance")
    if (part, level) != ("2", "A"):
        yield f"pdfa-id: the file says PDF/A part {part}, level {level}, not 2, A"
    ua_part = told.get(f"{{{PDFUA_URI}}}part")
    if ua_part != "1":
        yield f"pdfua-id: the file says PDF/UA part {ua_part}, not 1"
    for schema in root.iter(RDF + "li"):
        if _child(schema, SCHEMA + "namespaceURI") == PDFUA_URI:
            if not _describes_part(schema):
                yield "pdfua-schema: the schema of pdfuaid does not describe its part"
            return
    yield "pdfua-schema: the extension schema of pdfuaid is missing"


def _describes_part(schema: ElementTree.Element) -> bool:
    told = bool(_child(schema, SCHEMA + "schema"))
    return (
        told
        and _child(schema, SCHEMA + "prefix") == "pdfuaid"
        and any(
            all(_child(described, PROPERTY + key) == value for key, value in UA_PROPERTY.items())
            and _child(described, PROPERTY + "description")
            for described in schema.iter(RDF + "li")
        )
    )


def _child(parent: ElementTree.Element, tag: str) -> str:
    return (parent.findtext(tag) or parent.get(tag) or "").strip()


def _against_info(told: dict[str, str], info: object) -> Iterator[str]:
    for key, tag in PAIRS.items():
        mine, theirs = text(info, key), told.get(tag)
        same = same_moment(mine, theirs) if key.endswith("Date") else (mine or "") == (theirs or "")
        if not same:
            yield f"info-xmp: {key[1:]} is {mine!r} in Info, {theirs!r} in the metadata"
