import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.identity import SigningIdentity
from reports.check import check
from reports.issue import IssuedLetter, issue
from reports.record import canonical_json
from tests.reports.cases import AT, approved


@pytest.fixture(scope="module")
def pdf(letters: dict[str, IssuedLetter]) -> bytes:
    return letters["deny"].pdf


# ---------------------------------------------------------------- other people's tools


def test_pyhanko_finds_a_certified_untouched_file(
    letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    from asn1crypto import x509 as asn1_x509  # type: ignore[import-untyped]  # noqa: PLC0415 - untyped, slow
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


needs_mutool = pytest.mark.skipif(shutil.which("mutool") is None, reason="MuPDF's mutool is not installed")


def said_by_mutool(source: Path) -> str:
    return subprocess.run(["mutool", "sign", "-v", source], capture_output=True, text=True, check=True).stdout


@needs_mutool
def test_mutool_finds_every_letter_unchanged_since_signing(
    tmp_path: Path, letters: dict[str, IssuedLetter]
) -> None:
    for kind, made in letters.items():
        source = tmp_path / f"{kind}.pdf"
        source.write_bytes(made.pdf)
        said = said_by_mutool(source)
        assert said.count("Verifying signature") == 1
        assert "The document is unchanged since signing" in said


@needs_mutool
@pytest.mark.parametrize(
    ("alter", "words"),
    [
        (lambda pdf: pdf + b"\n", "there have been edits since signing"),
        (
            lambda pdf: pdf.replace(b"/CreationDate (D:2026", b"/CreationDate (D:2025"),
            "invalidated by change",
        ),
    ],
    ids=["appended", "another date"],
)
def test_mutool_tells_an_altered_letter(
    alter: Callable[[bytes], bytes], words: str, tmp_path: Path, pdf: bytes
) -> None:
    source = tmp_path / "altered.pdf"
    source.write_bytes(alter(pdf))
    assert words in said_by_mutool(source)


@pytest.mark.parametrize("tool", ["pdfsig", "mutool"])
def test_an_organizations_rsa_identity_is_verified_too(
    tool: str, tmp_path: Path, rsa_physician: SigningIdentity
) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    source = tmp_path / "letter.pdf"
    source.write_bytes(issue(approved(), None, rsa_physician, at=AT).pdf)
    if tool == "mutool":
        assert "The document is unchanged since signing" in said_by_mutool(source)
        return
    said = subprocess.run(["pdfsig", source], capture_output=True, text=True, check=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said


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
