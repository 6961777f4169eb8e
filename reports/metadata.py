"""The metadata of a file (XMP): what its description says, and by which standards it was built."""

from collections.abc import Mapping
from html import escape

_DATE_PARTS = ((2, 6, ""), (6, 8, "-"), (8, 10, "-"), (10, 12, "T"), (12, 14, ":"), (14, 16, ":"))

# PDF/A wants every property that it does not know explained within the file (ISO 19005-3, 6.6.2.3).
_TEMPLATE = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{claims}<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{modified}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 by which the file was built</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


_CLAIMS = """<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
"""


def packet(described: Mapping[str, str], language: str, *, claims: bool = True) -> bytes:
    """The metadata that agree with a file's description.

    Args:
        described: the description's entries by their names in PDF, e.g. ``/Title``.
        language: of the file, e.g. ``es-PR``.
        claims: whether all its pages are built to PDF/A-3 and PDF/UA-1.
    """
    said = {
        "title": described["/Title"],
        "author": described["/Author"],
        "language": language,
        "creator": described["/Creator"],
        "created": _iso(described["/CreationDate"]),
        "modified": _iso(described["/ModDate"]),
        "producer": described["/Producer"],
    }
    escaped = {key: escape(value, quote=False) for key, value in said.items()}
    return _TEMPLATE.format(**escaped, claims=_CLAIMS if claims else "").encode()


def _iso(date: str) -> str:
    """A date of PDF (``D:20261121103000-04'00'``) as ISO 8601 writes it."""
    clock = "".join(sign + date[start:end] for start, end, sign in _DATE_PARTS)
    return f"{clock}{date[16:19]}:{date[20:22]}"
