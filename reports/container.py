"""The PDF around the pages: embedded documents, metadata and the place where the signature goes.

The whole file is written once, in one revision; the signature later fills a gap of known size, so that
nothing is ever appended.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from reports.tagging_file import add_field, describe, saved

CASE, RESULT, DETERMINATION = "case.json", "result.json", "determination.json"
ATTACHED: Mapping[str, str] = {CASE: "/Source", RESULT: "/Data", DETERMINATION: "/Data"}
"""The embedded files and what each is to the letter (AFRelationship, ISO 32000-2, table 43)."""

_ANY = 1_000_000_000
"""Stands for an offset until it is known; no letter is as long, so every offset fits its place."""

_RANGE = re.compile(rb"/ByteRange \[ 0 1000000000 1000000000 1000000000 \]")
_NO_CHANGES = 1


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """What the signature dictionary says beside the signature: who, when, and how much room there is.

    Attributes:
        reserved: bytes for the signature container.
        field: name of the signature's form field.
    """

    signer: str
    at: datetime
    reserved: int
    field: str = "Determination"


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A finished file but for the signature.

    Attributes:
        before: the bytes up to the gap.
        after: the bytes from the gap's end on.
        reserved: bytes of signature container that the gap can hold, written as hexadecimal between < and >.
    """

    before: bytes
    after: bytes
    reserved: int

    @property
    def covered(self) -> bytes:
        """What is signed: everything but the gap."""
        return self.before + self.after

    def filled(self, container: bytes) -> bytes:
        """The signed file."""
        if len(container) > self.reserved:
            raise ValueError("the signature container is larger than the room that was kept for it")
        padded = container + bytes(self.reserved - len(container))
        return self.before + b"<" + padded.hex().encode() + b">" + self.after


def enclose(
    pages: bytes, attached: Mapping[str, bytes], described: Mapping[str, str], place: SignaturePlace
) -> Unsigned:
    """The file around finished pages.

    Args:
        pages: the PDF as it was laid out and tagged.
        attached: the embedded files by name: those of ``ATTACHED`` for a letter.
        described: in words, what each embedded file is, and what the signature's field is.
        place: what the signature dictionary says.
    """
    with pikepdf.open(BytesIO(pages)) as pdf:
        _attach(pdf, attached, described, place.at)
        pdf.docinfo[Name.CreationDate] = String(pdf_date(place.at))
        pdf.docinfo[Name.ModDate] = String(pdf_date(place.at))
        describe(pdf)
        _add_signature_field(pdf, place, described[place.field])
        return _split(saved(pdf), place.reserved)


def _attach(pdf: Pdf, attached: Mapping[str, bytes], described: Mapping[str, str], at: datetime) -> None:
    names, related = Array(), Array()
    for name in sorted(attached):
        data = attached[name]
        stream = pdf.make_stream(data)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name("/text/csv" if name.endswith(".csv") else "/application/json")
        stream.Params = Dictionary(Size=len(data), ModDate=String(pdf_date(at)))
        spec = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(name),
                UF=String(name),
                Desc=String(described[name]),
                AFRelationship=Name(ATTACHED.get(name, "/Data")),
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names.extend([String(name), spec])
        related.append(spec)
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.Root.AF = related


def _add_signature_field(pdf: Pdf, place: SignaturePlace, named: str) -> None:
    """A certification signature that allows no changes; what is seen of it is content of the page."""
    parameters = Dictionary(Type=Name.TransformParams, P=_NO_CHANGES, V=Name("/1.2"))
    reference = Dictionary(Type=Name.SigRef, TransformMethod=Name.DocMDP, TransformParams=parameters)
    signature = pdf.make_indirect(
        Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/ETSI.CAdES.detached"),
            ByteRange=Array([0, _ANY, _ANY, _ANY]),
            Contents=String(bytes(place.reserved)),
            M=String(pdf_date(place.at)),
            Name=String(place.signer),
            Reference=Array([reference]),
        )
    )
    page = pdf.pages[0].obj
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(place.field),
            TU=String(named),
            V=signature,
            Rect=Array([0, 0, 0, 0]),
            F=132,  # printed, locked (ISO 32000-2, table 167)
            P=page,
        )
    )
    page.Annots = Array([field])
    add_field(pdf, field)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    pdf.Root.Perms = Dictionary(DocMDP=signature)


def _split(written: bytes, reserved: int) -> Unsigned:
    gap = b"<" + b"0" * (2 * reserved) + b">"
    start = written.index(b"/Contents " + gap) + len(b"/Contents ")
    end = start + len(gap)
    marked = _RANGE.search(written)
    if marked is None:
        raise ValueError("the file has no place for the byte range")
    numbers = f"/ByteRange [ 0 {start} {end} {len(written) - end} ]".encode().ljust(len(marked.group()))
    complete = written[: marked.start()] + numbers + written[marked.end() :]
    return Unsigned(complete[:start], complete[end:], reserved)


def pdf_date(at: datetime) -> str:
    """A time as PDF writes it, with its offset (ISO 32000-2, 7.9.4)."""
    offset = at.strftime("%z")
    return f"D:{at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
