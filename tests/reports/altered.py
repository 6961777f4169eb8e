"""What the tests of altered letters share, and 200 ways in which somebody may alter one."""

import random
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple
from unittest.mock import patch

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from app.identity import SigningIdentity
from app.people import Person, Role
from app.plan import plan
from reports.check import check
from reports.issue import assemble
from reports.page import LaidOut
from reports.record import record_of
from reports.seal import room_for, seal
from reports.tagging_file import saved
from tests.reports.cases import DECISIONS, PHYSICIAN, determination
from tests.reports.conftest import identity_of

Letters = Mapping[str, bytes]
SEED = 20261124
FLIPPED = 18
NOT_COVERED, UNREADABLE = "whole file covered", "readable PDF"
ADDED = {
    b"\n": NOT_COVERED,
    b" ": NOT_COVERED,
    b"%": NOT_COVERED,
    b"\0": NOT_COVERED,
    b"%%EOF\n": NOT_COVERED,
    b"%PDF-1.7\n": NOT_COVERED,
    b"x" * 5000: UNREADABLE,
    b"startxref\n0\n%%EOF\n": UNREADABLE,
}
"""Bytes to append, and the check that refuses them."""


def failed(data: bytes, identity: SigningIdentity) -> set[str]:
    """The names of the checks that a file does not stand."""
    return {item.name for item in check(data, [identity.certificate]).failures}


def refusals(data: bytes, identity: SigningIdentity) -> set[str]:
    """The names of the checks that refuse a file themselves, not because an earlier one did."""
    failures = check(data, [identity.certificate]).failures
    return {item.name for item in failures if not item.reason.startswith("Not checked")}


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature's hexadecimal text starts and ends."""
    found = re.search(rb"/Contents <([0-9a-f]+)>", pdf)
    assert found is not None
    return found.span(1)


class Altered(NamedTuple):
    """An altered letter and the check that must name what is wrong with it."""

    how: str
    data: bytes
    check: str


def families() -> Mapping[str, Callable[[Letters, SigningIdentity], Iterator[Altered]]]:
    """The ways, by what is altered."""
    return {
        "flipped": flipped,
        "appended": appended,
        "incremental": incremental,
        "certificate": other_certificates,
        "copied": copied,
        "rewritten": rewritten,
        "downgraded": downgraded,
        "signed again": signed_again,
        "other pages": other_pages,
    }


# ---------------------------------------------------------------- bytes


def flipped(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """One bit of what streams hold: pages, fonts, metadata and attachments."""
    chance = random.Random(SEED)  # noqa: S311 - places to try, no secret
    for kind, pdf in letters.items():
        spans = [found.span(1) for found in re.finditer(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)]
        for start, end in chance.choices(spans, k=FLIPPED):
            place = chance.randrange(start, end)
            data = bytearray(pdf)
            data[place] ^= 1 << chance.randrange(8)
            yield Altered(f"{kind}: bit at {place}", bytes(data), "intact")


def appended(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """Bytes behind the end."""
    for kind, pdf in letters.items():
        for extra, refused in ADDED.items():
            yield Altered(f"{kind}: {extra[:9]!r} behind", pdf + extra, refused)


# ---------------------------------------------------------------- incremental updates


def incremental(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """A second revision behind the first, as tools that edit signed files write it."""
    for kind, pdf in letters.items():
        for edit in (_words, _note, _attachment, _title, _other_page, _read_aloud):
            yield Altered(f"{kind}: {edit.__name__}", _update(pdf, edit), "nothing added")


def _update(pdf: bytes, edit: Callable[[Pdf], list[Any]]) -> bytes:
    """The file with the changed objects written behind it, and a table of references to them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        size = len(opened.objects) + 1
        changed = edit(opened)
        body, places = b"", {}
        for item in changed:
            number = item.objgen[0]
            places[number] = len(pdf) + len(body)
            body += b"%d 0 obj\n%s\nendobj\n" % (number, _spelled(item))
        root, highest = opened.Root.objgen[0], max(size, *(number + 1 for number in places))
    before = int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])
    table = b"".join(b"%d 1\n%010d 00000 n \n" % item for item in sorted(places.items()))
    start = len(pdf) + len(body)
    trailer = b"trailer << /Size %d /Root %d 0 R /Prev %d >>\n" % (highest, root, before)
    return pdf + body + b"xref\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % start


def _spelled(item: Any) -> bytes:
    if isinstance(item, pikepdf.Stream):
        data = zlib.compress(item.read_bytes())
        return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
    spelled: bytes = item.unparse(resolved=True)
    return spelled


def _words(opened: Pdf) -> list[Any]:
    contents = opened.pages[0].obj.Contents
    contents.write(contents.read_bytes().replace(b"Tj", b"Tj () Tj", 1))
    return [contents]


def _note(opened: Pdf) -> list[Any]:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([50, 50, 300, 99]), Contents=String("Approved")
    )
    page = opened.pages[0].obj
    page.Annots.append(opened.make_indirect(note))
    return [page, page.Annots[-1]]


def _attachment(opened: Pdf) -> list[Any]:
    stream = opened.make_stream(b'{"decision":"approve"}')
    spec = opened.Root.AF[0]
    spec.EF = Dictionary(F=stream, UF=stream)
    return [spec, stream]


def _title(opened: Pdf) -> list[Any]:
    stream = opened.Root.Metadata
    stream.write(re.sub(rb'x-default">[^<]*', b'x-default">Approval', stream.read_bytes()))
    return [stream]


def _other_page(opened: Pdf) -> list[Any]:
    opened.pages[0].obj.Rotate = 180
    return [opened.pages[0].obj]


def _read_aloud(opened: Pdf) -> list[Any]:
    """What a screen reader says instead of the banner."""
    banner = _banner(opened)
    banner.ActualText = String("Approved")
    return [banner]


def _banner(opened: Pdf) -> Any:
    return next(kid for kid in opened.Root.StructTreeRoot.K.K if kid.S == Name.H1)


# ---------------------------------------------------------------- signatures


def other_certificates(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """The same bytes under the signature of somebody who is not trusted, whatever the name."""
    people = (
        PHYSICIAN,
        Person("Otra Persona, MD", Role.PHYSICIAN, "PR-99"),
        replace(PHYSICIAN, license="PR-1"),
    )
    for person in people:
        forger = identity_of(person)
        for kind, pdf in letters.items():
            yield Altered(f"{kind}: signed by {person}", _signed_by(pdf, forger), "signer trusted")


def _signed_by(pdf: bytes, forger: SigningIdentity) -> bytes:
    """The file with its signature replaced; what it covers stays as it is."""
    from reports import cms, raw_signature  # noqa: PLC0415 - slow to import

    start, end = gap(pdf)
    made = cms.container(
        pdf[: start - 1] + pdf[end + 1 :],
        forger.certificate,
        forger.chain,
        lambda data: raw_signature.sign(forger.key, data),
    )
    return pdf[:start] + made.hex().encode().ljust(end - start, b"0") + pdf[end:]


def copied(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """The genuine signature of another letter."""
    for one, source in letters.items():
        for other, target in letters.items():
            if one != other:
                signature = source[slice(*gap(source))].rstrip(b"0")
                start, end = gap(target)
                data = target[:start] + signature.ljust(end - start, b"0") + target[end:]
                yield Altered(f"{one} onto {other}", data, "intact")


def downgraded(letters: Letters, physician: SigningIdentity) -> Iterator[Altered]:
    """The certification removed and an approval signature put in its place, by others and by the person."""
    for kind, pdf in letters.items():
        for who, identity in (("others", identity_of(PHYSICIAN)), ("the person", physician)):
            yield Altered(f"{kind}: approved by {who}", _resigned(pdf, _approval, identity), "certified")


def _approval(opened: Pdf) -> None:
    del opened.Root.Perms
    del opened.Root.AcroForm.Fields[0].V.Reference


def signed_again(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """Rewritten with a change and certified again by somebody else in the person's name."""
    forger = identity_of(PHYSICIAN)
    for kind, pdf in letters.items():
        for edit in (_words, _title, _other_page, _read_aloud):
            yield Altered(f"{kind}: {edit.__name__}", _resigned(pdf, edit, forger), "signer trusted")


def _resigned(pdf: bytes, edit: Callable[[Pdf], Any], identity: SigningIdentity) -> bytes:
    written = _rewritten(pdf, edit, signs=True)
    start, end = gap(written)
    numbers = b"[ 0 %d %d %d ]" % (start - 1, end + 1, len(written) - end - 1)
    found = re.search(rb"/ByteRange (\[[^\]]*\])", written)
    assert found is not None
    # the numbers are padded to their old length, so that nothing moves
    written = written[: found.start(1)] + numbers.ljust(len(found[1])) + written[found.end(1) :]
    return _signed_by(written, identity)


# ---------------------------------------------------------------- whole files


def rewritten(letters: Letters, _: SigningIdentity) -> Iterator[Altered]:
    """Written anew by another tool, with a change or without one, the signature kept."""
    for kind, pdf in letters.items():
        for edit in (_nothing, _words, _note, _title, _other_page, _read_aloud, _untagged):
            yield Altered(f"{kind}: {edit.__name__}", _rewritten(pdf, edit), NOT_COVERED)


def _rewritten(pdf: bytes, edit: Callable[[Pdf], Any], *, signs: bool = False) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        edit(opened)
        if signs:  # room for other numbers
            opened.Root.AcroForm.Fields[0].V.ByteRange = Array([0, *[1_000_000_000] * 3])
        target = BytesIO()
        opened.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
        return target.getvalue()


def _nothing(_: Pdf) -> None:
    """No change."""


def _untagged(opened: Pdf) -> None:
    del opened.Root.StructTreeRoot


def other_pages(_: Letters, physician: SigningIdentity) -> Iterator[Altered]:
    """Signed by the trusted person's own key, with pages that say something else than the embedded case."""
    for kind in DECISIONS:
        for edit in (_words, _other_page, _read_aloud):
            yield Altered(f"{kind}: {edit.__name__}", _forged(kind, edit, physician), "pages")


def _forged(kind: str, edit: Callable[[Pdf], Any], physician: SigningIdentity) -> bytes:
    whole = LaidOut.pdf

    def edited(letter: LaidOut, before: int = 0, after: int = 0) -> bytes:
        with pikepdf.open(BytesIO(whole(letter, before, after))) as opened:
            edit(opened)
            return saved(opened)

    decided = determination(kind)
    record = record_of(decided, plan("mmm-healthcare"), "D-1", "en", large=False)
    with patch.object(LaidOut, "pdf", edited):
        return seal(assemble(DECISIONS[kind][0], decided, record, room_for(physician)), physician)
