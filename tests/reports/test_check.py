import random
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from asn1crypto import cms as asn1_cms  # type: ignore[import-untyped]  # it ships without types
from asn1crypto.core import OctetString  # type: ignore[import-untyped]  # as above
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding

from app.determination import Determination, Outcome
from app.identity import SigningIdentity
from app.people import Person
from app.plan import plan
from app.result import result_document
from reports import raw_signature
from reports.check import check
from reports.container import Unsigned, enclose
from reports.issue import IssuedLetter, assemble, issue
from reports.record import canonical_json, record_of
from reports.seal import room_for, seal
from tests.reports.cases import (
    AT,
    PHYSICIAN,
    REVIEWER,
    approved,
    decide,
    denied,
    determination,
)
from tests.reports.conftest import identity_of

SEED = 20261124


@pytest.fixture(scope="module")
def pdf(letters: dict[str, IssuedLetter]) -> bytes:
    return letters["deny"].pdf


def failed(data: bytes, identity: SigningIdentity) -> set[str]:
    """The names of the checks that a file does not stand."""
    return {item.name for item in check(data, [identity.certificate]).failures}


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature's hexadecimal text starts and ends."""
    found = re.search(rb"/Contents <([0-9a-f]+)>", pdf)
    assert found is not None
    return found.span(1)


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


# ---------------------------------------------------------------- signers


def test_an_unknown_signer_with_the_same_names_is_refused(pdf: bytes) -> None:
    assert failed(pdf, identity_of(PHYSICIAN)) == {"signer trusted"}
    assert {item.name for item in check(pdf, []).failures} == {"signer trusted"}


def test_a_letter_that_another_trusted_person_signed_is_refused() -> None:
    """The determination names one physician, the certificate another."""
    other = identity_of(Person("Otra Persona, MD", PHYSICIAN.role, "PR-99"))
    made = forged(determination("deny"), denied(), other)
    assert failed(made, other) == {"signer named"}


def test_a_certificate_that_was_not_valid_then_is_refused() -> None:
    late = identity_of(PHYSICIAN, until=timedelta(days=1))
    made = issue(approved(), None, late, at=AT + timedelta(days=2))
    assert failed(made.pdf, late) == {"signer trusted"}


def test_a_certificate_that_expired_since_is_told_and_not_refused() -> None:
    brief = identity_of(PHYSICIAN, until=timedelta(seconds=1))
    made = issue(approved(), None, brief, at=AT)
    verdict = check(made.pdf, [brief.certificate])
    trusted = next(item for item in verdict.checks if item.name == "signer trusted")
    assert trusted.passed
    assert "expired since" in trusted.reason


# ---------------------------------------------------------------- forged by a trusted signer


def forged(
    decided: Determination,
    document: object,
    identity: SigningIdentity,
    change: Callable[[dict[str, bytes]], None] = lambda _: None,
    monkeypatch: pytest.MonkeyPatch | None = None,
) -> bytes:
    """A letter assembled by hand and signed with a trusted key; ``change`` alters what it carries."""
    record = record_of(decided, plan("mmm-healthcare"), "D-1", "en", large=False)
    if monkeypatch is not None:

        def altered(pages: bytes, attached: dict[str, bytes], *rest: Any) -> Unsigned:
            change(attached)
            return enclose(pages, attached, *rest)

        with monkeypatch.context() as patched:
            patched.setattr("reports.issue.enclose", altered)
            return seal(assemble(document, decided, record, room_for(identity)), identity)
    return seal(assemble(document, decided, record, room_for(identity)), identity)


def replaced(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(attached: dict[str, bytes]) -> None:
        assert old in attached[name]
        attached[name] = attached[name].replace(old, new)

    return change


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (replaced("case.json", b'"Marrow flow', b'"Other flow'), {"pages"}),
        (replaced("case.json", b'"weight_kg": 75', b'"weight_kg": 90'), {"same recommendation"}),
        (replaced("case.json", b'"MP-RX-FP-12-23"', b'"MP-RX-FP-99-99"'), {"policy known"}),
        (replaced("result.json", b'"approve"', b'"refer"'), {"same recommendation"}),
        (replaced("result.json", b'"units": 35', b'"units": 36'), {"same recommendation"}),
        (replaced("result.json", b'"sha256": "', b'"sha256": "0'), {"policy known"}),
        (replaced("determination.json", b'"approve"', b'"deny"'), {"decision allowed"}),
        (replaced("determination.json", b'"D-1"', b'"D-2"'), {"pages"}),
        (replaced("determination.json", b'"physician"', b'"qa"'), {"signer named", "decision allowed"}),
        (
            replaced(
                "determination.json",
                b"{",
                b"[",
            ),
            {"documents embedded"},
        ),
        (replaced("case.json", b"\n", b" "), {"documents embedded"}),
    ],
)
def test_what_a_letter_carries_must_agree_with_itself(
    change: Callable[[dict[str, bytes]], None],
    names: set[str],
    physician: SigningIdentity,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = forged(decide(approved()), approved(), physician, change, monkeypatch)
    reasons = {
        item.name
        for item in check(made, [physician.certificate]).failures
        if "Not checked" not in item.reason
    }
    assert reasons == names


def test_pages_of_another_decision_are_refused(
    physician: SigningIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trusted reviewer's key under pages that approve more than the embedded case allows."""
    other = approved()
    other["request"]["doses_mg"] = ["1.40", "0.90", "0.90"]

    def change(attached: dict[str, bytes]) -> None:
        mine = decide(other)
        attached["case.json"] = canonical_json(other)
        attached["result.json"] = canonical_json(result_document(mine.review))

    made = forged(decide(approved()), approved(), physician, change, monkeypatch)
    assert failed(made, physician) == {"pages"}


def test_a_denial_by_a_reviewer_is_refused_even_when_signed(reviewer: SigningIdentity) -> None:
    allowed = determination("deny")
    by_reviewer = Determination(allowed.review, Outcome.DENY, REVIEWER, AT, "No.", None)
    assert "decision allowed" in failed(forged(by_reviewer, denied(), reviewer), reviewer)


def test_a_partial_approval_without_anything_left_out_is_refused(physician: SigningIdentity) -> None:
    whole = decide(approved())
    partial = Determination(whole.review, Outcome.APPROVE_IN_PART, PHYSICIAN, AT, "No.", whole.cycle)
    assert "decision allowed" in failed(forged(partial, approved(), physician), physician)


def test_a_letter_of_another_edition_is_compared_by_its_facts(
    physician: SigningIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = replaced("determination.json", b'"template": "L1"', b'"template": "L0"')
    made = forged(decide(approved()), approved(), physician, change, monkeypatch)
    verdict = check(made, [physician.certificate])
    assert verdict.good, verdict.failures
    assert "another edition" in verdict.checks[-1].reason


def test_a_letter_of_another_edition_must_show_its_facts(
    physician: SigningIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(attached: dict[str, bytes]) -> None:
        replaced("determination.json", b'"template": "L1"', b'"template": "L0"')(attached)
        replaced("determination.json", b'"D-1"', b'"D-2"')(attached)

    made = forged(decide(approved()), approved(), physician, change, monkeypatch)
    assert failed(made, physician) == {"pages"}


def test_another_compression_of_the_same_objects_is_the_same_letter(physician: SigningIdentity) -> None:
    pikepdf.settings.set_flate_compression_level(1)
    try:
        made = issue(approved(), None, physician, at=AT)
    finally:
        pikepdf.settings.set_flate_compression_level(-1)
    verdict = check(made.pdf, [physician.certificate])
    assert verdict.good, verdict.failures
    assert "same pages and contents" in verdict.checks[-1].reason


# ---------------------------------------------------------------- raw signatures


def test_a_signature_verifies_in_one_spelling_only(
    physician: SigningIdentity, rsa_physician: SigningIdentity
) -> None:
    for identity in (physician, rsa_physician):
        public = identity.certificate.public_key()
        signature = raw_signature.sign(identity.key, b"data")
        assert raw_signature.verifies(public, signature, b"data")
        assert not raw_signature.verifies(public, signature, b"Data")
        assert not raw_signature.verifies(public, signature + b"\0", b"data")
    assert not raw_signature.verifies("no key", b"", b"data")


# ---------------------------------------------------------------- other people's tools


def test_pyhanko_finds_a_certified_untouched_file(
    letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415 - as below
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - slow to import
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415 - slow to import
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415 - slow to import
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415 - slow to import
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - slow to import

    root = asn1_x509.Certificate.load(physician.certificate.public_bytes(Encoding.DER))
    for made in letters.values():
        signature = PdfFileReader(BytesIO(made.pdf)).embedded_signatures[0]
        context = ValidationContext(trust_roots=[root], moment=AT)
        status = validate_pdf_signature(signature, context)
        assert status.intact
        assert status.valid
        assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        assert status.modification_level is ModificationLevel.NONE
        assert status.docmdp_ok
        assert signature.docmdp_level.name == "NO_CHANGES"


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not installed")
def test_pdfsig_finds_a_valid_signature_over_the_whole_file(
    tmp_path: Path, letters: dict[str, IssuedLetter]
) -> None:
    for kind, made in letters.items():
        source = tmp_path / f"{kind}.pdf"
        source.write_bytes(made.pdf)
        said = subprocess.run(["pdfsig", source], capture_output=True, text=True, check=True).stdout
        assert "Signature is Valid" in said
        assert "Total document signed" in said
        assert "SHA-256" in said
        assert "ETSI.CAdES.detached" in said


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
def test_pdftotext_reads_names_with_their_accents(tmp_path: Path, letters: dict[str, IssuedLetter]) -> None:
    source = tmp_path / "letter.pdf"
    source.write_bytes(letters["approve"].pdf)
    said = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", source, "-"], capture_output=True, check=True
    ).stdout.decode()
    for name in ("María del Carmen Núñez Rivera", "Inés Muñiz Peña", "Ana Sofía Vélez Ortiz"):
        assert name in " ".join(said.split())


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path, letters: dict[str, IssuedLetter]) -> None:
    for kind, made in letters.items():
        source = tmp_path / f"{kind}.pdf"
        source.write_bytes(made.pdf)
        subprocess.run(["qpdf", "--check", source], capture_output=True, check=True)


def test_a_verdict_is_json(pdf: bytes, physician: SigningIdentity) -> None:
    said = check(pdf, [physician.certificate]).document()
    assert said["good"] is True
    assert canonical_json(said)
