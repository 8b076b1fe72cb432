"""What the file says of itself, once more as XMP, with the standards that it keeps.

PDF/A-2 (ISO 19005-2, 6.6) wants it to agree with the file's own information; PDF/UA-1 names itself
by a property that PDF/A does not know and that is therefore described.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
#: What PDF/UA's own property is, said in the way that PDF/A prescribes.
_DESCRIBED = (
    ("pdfaSchema:schema", "PDF/UA Universal Accessibility Schema"),
    ("pdfaSchema:namespaceURI", _SPACES["pdfuaid"]),
    ("pdfaSchema:prefix", "pdfuaid"),
)
_PROPERTY = (
    ("pdfaProperty:name", "part"),
    ("pdfaProperty:valueType", "Integer"),
    ("pdfaProperty:category", "internal"),
    ("pdfaProperty:description", "Indicates, which part of ISO 14289 standard is followed"),
)


def xmp(document: PDFDocument, language: str) -> bytes:
    """Return the metadata packet of a document whose information is already set."""
    info = document.info
    year, month, day, hour, minute, second = document._timeStamp.YMDhms  # noqa: SLF001
    moment = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00"
    described = "".join(_tag(name, value) for name, value in _DESCRIBED)
    known = "".join(_tag(name, value) for name, value in _PROPERTY)
    sequence = _tag("rdf:Seq", _resource("rdf:li", known), raw=True)
    schema = described + _tag("pdfaSchema:property", sequence, raw=True)
    properties = (
        _tag("dc:format", "application/pdf"),
        _listed("dc:title", "Alt", info.title, ' xml:lang="x-default"'),
        _listed("dc:creator", "Seq", info.author),
        _listed("dc:description", "Alt", info.subject, ' xml:lang="x-default"'),
        _listed("dc:language", "Bag", language),
        _tag("pdf:Producer", info.producer),
        _tag("xmp:CreatorTool", info.creator),
        _tag("xmp:CreateDate", moment),
        _tag("xmp:ModifyDate", moment),
        _tag("pdfaid:part", "2"),
        _tag("pdfaid:conformance", "A"),
        _tag("pdfuaid:part", "1"),
        _tag(
            "pdfaExtension:schemas",
            _tag("rdf:Bag", _resource("rdf:li", schema), raw=True),
            raw=True,
        ),
    )
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}><rdf:Description rdf:about="">'
        f"{''.join(properties)}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


def _tag(name: str, value: str, *, raw: bool = False) -> str:
    return f"<{name}>{value if raw else escape(value)}</{name}>"


def _listed(name: str, kind: str, value: str, attributes: str = "") -> str:
    """Return a property that is a list of one."""
    item = f"<rdf:li{attributes}>{escape(value)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def _resource(name: str, value: str) -> str:
    return f'<{name} rdf:parseType="Resource">{value}</{name}>'
