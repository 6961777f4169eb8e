import random
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from asn1crypto import cms as asn1_cms  # type: ignore[import-untyped]  # it ships without types
from asn1crypto.core import OctetString  # type: ignore[import-untyped]  # as above
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from app.identity import SigningIdentity
from reports.check import check
from reports.issue import IssuedLetter
from tests.reports.altered import Letters, failed, families, gap, refusals

SEED = 20261124


@pytest.fixture(scope="module")
def pdf(letters: dict[str, IssuedLetter]) -> bytes:
    return letters["deny"].pdf


# ---------------------------------------------------------------- bytes


def flipped(pdf: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(pdf)
    changed[place] ^= 1 << bit
    return bytes(changed)


def accepted(pdf: bytes, places: Any, identity: SigningIdentity) -> list[int]:
    return [place for place in places if check(flipped(pdf, place, place % 8), [identity.certificate]).good]


def test_no_flipped_byte_around_the_signature_is_accepted(pdf: bytes, physician: SigningIdentity) -> None:
    """Every byte right before and after the signature, and the first ones of the signature itself."""
    start, end = gap(pdf)
    assert not accepted(pdf, [*range(start - 80, start + 60), *range(end - 4, end + 80)], physician)


def test_no_flipped_byte_anywhere_is_accepted(pdf: bytes, physician: SigningIdentity) -> None:
    places = random.Random(SEED).sample(range(len(pdf)), 120)  # noqa: S311 - places to try, no secret
    assert not accepted(pdf, places, physician)


def test_no_flipped_byte_within_the_signature_is_accepted(pdf: bytes, physician: SigningIdentity) -> None:
    places = random.Random(SEED).sample(range(*gap(pdf)), 120)  # noqa: S311 - as above
    assert not accepted(pdf, places, physician)


def test_another_spelling_of_the_signature_is_refused(pdf: bytes, physician: SigningIdentity) -> None:
    start, end = gap(pdf)
    letters_of_hex = [place for place in range(start, end) if pdf[place : place + 1].isalpha()]
    assert letters_of_hex
    for place in letters_of_hex[::40]:
        data = pdf[:place] + pdf[place : place + 1].upper() + pdf[place + 1 :]
        assert "signature container" in failed(data, physician)


def test_something_hidden_behind_the_signature_is_refused(pdf: bytes, physician: SigningIdentity) -> None:
    _, end = gap(pdf)
    assert "signature container" in failed(pdf[: end - 2] + b"01" + pdf[end:], physician)


def refilled(pdf: bytes, container: bytes) -> bytes:
    start, end = gap(pdf)
    return pdf[:start] + container.ljust((end - start) // 2, b"\0").hex().encode() + pdf[end:]


def test_the_other_genuine_value_of_an_ecdsa_signature_is_refused(
    pdf: bytes, physician: SigningIdentity
) -> None:
    start, end = gap(pdf)
    parsed = asn1_cms.ContentInfo.load(bytes.fromhex(pdf[start:end].decode()))
    info = parsed["content"]["signer_infos"][0]
    r, s = decode_dss_signature(info["signature"].native)
    order = physician.key.curve.group_order  # type: ignore[union-attr]  # the sample key is an elliptic one
    info["signature"] = encode_dss_signature(r, order - s)
    assert "intact" in failed(refilled(pdf, parsed.dump(force=True)), physician)


def test_an_unsigned_attribute_is_refused(pdf: bytes, physician: SigningIdentity) -> None:
    start, end = gap(pdf)
    parsed = asn1_cms.ContentInfo.load(bytes.fromhex(pdf[start:end].decode()))
    attribute = asn1_cms.CMSAttribute({"type": "1.3.6.1.4.1.99999.1", "values": [OctetString(b"x")]})
    parsed["content"]["signer_infos"][0]["unsigned_attrs"] = asn1_cms.CMSAttributes([attribute])
    assert "intact" in failed(refilled(pdf, parsed.dump(force=True)), physician)


@pytest.mark.parametrize("extra", [b"\n", b" ", b"%", b"x" * 5000, b"\0"])
def test_appended_bytes_are_refused(extra: bytes, pdf: bytes, physician: SigningIdentity) -> None:
    assert "whole file covered" in failed(pdf + extra, physician)


@pytest.mark.parametrize("extra", [b"\n", b"%PDF-1.7\n"])
def test_bytes_in_front_are_refused(extra: bytes, pdf: bytes, physician: SigningIdentity) -> None:
    assert failed(extra + pdf, physician)


@pytest.mark.parametrize("length", [0, 1, 100, 5000, -1, -100])
def test_a_file_that_is_cut_short_is_refused(length: int, pdf: bytes, physician: SigningIdentity) -> None:
    verdict = check(pdf[:length], [physician.certificate])
    assert not verdict.good
    assert verdict.checks[0].name == "readable PDF"


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF\n", b"\0" * 1000, b"<html></html>"])
def test_what_is_no_letter_fails_with_reasons(data: bytes) -> None:
    verdict = check(data, [])
    assert not verdict.good
    assert verdict.record is None
    assert all(item.reason for item in verdict.checks)


# ---------------------------------------------------------------- edits


def appended_by_pyhanko(pdf: bytes, edit: Callable[[Any], None]) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - slow to import

    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    edit(writer)
    target = BytesIO()
    writer.write(target)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
    return target.getvalue()


def dictionary(values: dict[Any, Any]) -> Any:
    from pyhanko.pdf_utils.generic import DictionaryObject  # noqa: PLC0415 - slow to import

    return DictionaryObject(values)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped


def add_note(writer: Any) -> None:
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - slow to import

    name = generic.pdf_name
    note = dictionary(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/FreeText"),
            name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 300, 100))),
            name("/Contents"): generic.pdf_string("Approved after all"),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Annots"].append(writer.add_object(note))
    writer.mark_update(page.container_ref)


def change_title(writer: Any) -> None:
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - slow to import

    writer.set_info(dictionary({generic.pdf_name("/Title"): generic.pdf_string("Approval")}))


def touch_catalog(writer: Any) -> None:
    writer.update_root()


@pytest.mark.parametrize("edit", [add_note, change_title, touch_catalog])
def test_incremental_edits_are_refused(
    edit: Callable[[Any], None], pdf: bytes, physician: SigningIdentity
) -> None:
    changed = appended_by_pyhanko(pdf, edit)
    assert changed.startswith(pdf)
    assert failed(changed, physician) & {"whole file covered", "readable PDF"}
    assert "nothing added" in failed(changed, physician)


def rewritten(pdf: bytes, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        edit(opened)
        target = BytesIO()
        opened.save(target)
        return target.getvalue()


def nothing(_: pikepdf.Pdf) -> None:
    """Write the file anew without a change."""


def drop_page(opened: pikepdf.Pdf) -> None:
    del opened.pages[-1]


def other_words(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    page.Contents = opened.make_stream(page.Contents.read_bytes().replace(b"Tj", b"Tj ", 1))


def another_attachment(opened: pikepdf.Pdf) -> None:
    opened.attachments["note.txt"] = b"Approved after all"


def no_certification(opened: pikepdf.Pdf) -> None:
    del opened.Root.Perms


@pytest.mark.parametrize("edit", [nothing, drop_page, other_words, another_attachment, no_certification])
def test_rewritten_files_are_refused(
    edit: Callable[[pikepdf.Pdf], None], pdf: bytes, physician: SigningIdentity
) -> None:
    assert failed(rewritten(pdf, edit), physician)


def test_a_signature_copied_onto_another_letter_is_refused(
    letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    first, second = letters["deny"].pdf, letters["approve"].pdf
    start, end = gap(first)
    other_start, other_end = gap(second)
    copied = second[:other_start] + first[start:end] + second[other_end:]
    assert "intact" in failed(copied, physician)


# ---------------------------------------------------------------- two hundred of them


@pytest.fixture(scope="module")
def files(letters: dict[str, IssuedLetter]) -> Letters:
    return {kind: letter.pdf for kind, letter in letters.items()}


@pytest.mark.parametrize("family", families())
def test_each_altered_file_is_refused_for_the_right_reason(
    family: str, files: Letters, physician: SigningIdentity
) -> None:
    wrong = [
        (item.how, found)
        for item in families()[family](files, physician)
        if item.check not in (found := refusals(item.data, physician))
    ]
    assert not wrong


def test_there_are_two_hundred_altered_files_and_none_is_the_letter(
    files: Letters, physician: SigningIdentity
) -> None:
    made = [item.data for alter in families().values() for item in alter(files, physician)]
    assert len(set(made) - set(files.values())) == len(made) >= 200
