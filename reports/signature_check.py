"""What the bytes of a signed letter must be, before anything that it says is believed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
from asn1crypto import cms as asn1_cms  # type: ignore[import-untyped]  # it ships without types
from cryptography import x509
from pikepdf import Name, Pdf

from app.signers import TrustedSigner, as_signer
from reports import cms, raw_signature
from reports.verdict import Refused

_NO_CHANGES = 1
_RANGE_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """The parts of a signed file: what is covered, what fills the gap, and where it was.

    Attributes:
        before: bytes up to the gap.
        after: bytes from the gap's end on.
        gap: the hexadecimal text between < and >.
    """

    before: bytes
    after: bytes
    gap: bytes

    @property
    def covered(self) -> bytes:
        """What is signed."""
        return self.before + self.after


@dataclass(frozen=True, slots=True)
class Signer:
    """The certificate that a signature names, the others beside it, and the signature container."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    container: bytes


def open_pdf(data: bytes) -> Pdf:
    """The file as a PDF, without any repair.

    Raises:
        Refused: it is none, or needs repair, or is encrypted.
    """
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True)
        pages = len(pdf.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError) as error:
        raise Refused("This is not a PDF file, or it is damaged.") from error
    if pdf.is_encrypted or pdf.get_warnings() or not pages:
        raise Refused("The file is damaged or encrypted; a letter is neither.")
    return pdf


def the_signature(pdf: Pdf) -> Any:
    """The signature dictionary of the only form field.

    Raises:
        Refused: there is none, or more than one.
    """
    form = pdf.Root.get(Name.AcroForm)
    fields = list(form.Fields) if form is not None and Name.Fields in form else []
    if len(fields) != 1 or fields[0].get(Name.FT) != Name.Sig or Name.V not in fields[0]:
        raise Refused("The file must carry exactly one signature and no other form field.")
    signature = fields[0].V
    if signature.get(Name.SubFilter) != Name("/ETSI.CAdES.detached"):
        raise Refused("The signature is not of the kind that letters carry (PAdES).")
    return signature


def signed_bytes(data: bytes, signature: Any) -> SignedBytes:
    """What the signature covers: the whole file but its own place.

    Raises:
        Refused: something lies outside.
    """
    numbers = [int(number) for number in signature.ByteRange]
    if len(numbers) != _RANGE_NUMBERS:
        raise Refused("The signature does not say what it covers.")
    start, first, second, rest = numbers
    if start != 0 or not 0 < first < second or rest < 0 or second + rest != len(data):
        raise Refused("The signature does not cover the whole file.")
    gap = data[first:second]
    if gap[:1] != b"<" or gap[-1:] != b">":
        raise Refused("The part that is not covered is not exactly the signature's own place.")
    return SignedBytes(data[:first], data[second:], gap[1:-1])


def one_revision(data: bytes, pdf: Pdf) -> None:
    """The file was written once.

    Raises:
        Refused: something was appended, or an older revision lies within.
    """
    once = data.count(b"startxref") == 1 and data.count(b"%%EOF") == 1 and data.endswith(b"%%EOF\n")
    if not once or Name.Prev in pdf.trailer:
        raise Refused("Something was added to the file after it was written, or lies behind its end.")


def signer_of(parts: SignedBytes) -> Signer:
    """The signer named in the signature container.

    Raises:
        Refused: the container is not one whole DER structure in lower-case hexadecimal, padded with zeros.
    """
    try:
        padded = bytes.fromhex(parts.gap.decode("ascii"))
        parsed = asn1_cms.ContentInfo.load(padded[: _der_length(padded)], strict=True)
        container = parsed.dump()
        signed_data = parsed["content"]
        found = [x509.load_der_x509_certificate(item.chosen.dump()) for item in signed_data["certificates"]]
        serial = signed_data["signer_infos"][0]["sid"].chosen["serial_number"].native
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise Refused("The signature cannot be read.") from error
    if (container + bytes(len(padded) - len(container))).hex().encode() != parts.gap:
        raise Refused("The place of the signature holds something beside the signature.")
    own = [certificate for certificate in found if certificate.serial_number == serial]
    if len(own) != 1:
        raise Refused("The signature does not name one signer.")
    return Signer(own[0], tuple(item for item in found if item is not own[0]), container)


def _der_length(data: bytes) -> int:
    """Length of the DER structure at the start, header included."""
    if len(data) < 2 or data[0] != 0x30:  # noqa: PLR2004 - tag and length; 0x30 is a sequence
        raise ValueError("no sequence")
    if data[1] < 0x80:  # noqa: PLR2004 - the short form
        return 2 + data[1]
    size = data[1] & 0x7F
    return 2 + size + int.from_bytes(data[2 : 2 + size])


def intact(parts: SignedBytes, signer: Signer) -> None:
    """The signature is genuine, and its container is byte for byte what this program would make.

    Raises:
        Refused: the letter or its signature was changed.
    """
    try:
        info = asn1_cms.ContentInfo.load(signer.container)["content"]["signer_infos"][0]
        signature = info["signature"].native
        to_sign: list[bytes] = []

        def sign_again(data: bytes) -> bytes:
            to_sign.append(data)
            return bytes(signature)

        made_again = cms.container(parts.covered, signer.certificate, signer.chain, sign_again)
        genuine = raw_signature.verifies(signer.certificate.public_key(), signature, to_sign[0])
    except (ValueError, KeyError, TypeError, x509.UnsupportedGeneralNameType) as error:
        raise Refused("The signature cannot be read.") from error
    if made_again != signer.container or not genuine:
        raise Refused("The letter or its signature was changed after signing.")


def certified(pdf: Pdf, signature: Any) -> None:
    """The signature certifies the file and allows no changes.

    Raises:
        Refused: it does not.
    """
    references = list(signature.get(Name.Reference, []))
    allowed = [item.TransformParams.P for item in references if item.TransformMethod == Name.DocMDP]
    permissions = pdf.Root.get(Name.Perms)
    named = permissions is not None and permissions.get(Name.DocMDP) == signature
    if allowed != [_NO_CHANGES] or not named:
        raise Refused("The signature does not certify the letter as final.")


def trusted(signer: Signer, trusted_signers: Sequence[x509.Certificate | TrustedSigner], at: datetime) -> str:
    """In words, that the signer is known and the certificate was valid when the letter was signed.

    Args:
        signer: who signed.
        trusted_signers: whose signatures count, and until when.
        at: when the letter says that it was signed; no one but the signing computer says so.

    Raises:
        Refused: the signer is not among the trusted ones, or the certificate was not valid then.
    """
    certificate = signer.certificate
    known = [found for found in map(as_signer, trusted_signers) if found.certificate == certificate]
    if not known:
        digest = hashlib.sha256(certificate.tbs_certificate_bytes).hexdigest()[:16]
        raise Refused(
            "The signer is not among the trusted signers; a certificate counts only exactly as it was given"
            f" (this one's fingerprint starts {digest})."
        )
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise Refused("The signer's certificate was not valid at the time of signing.")
    if ends := [found.until for found in known if found.until is not None]:
        return _withdrawn(min(ends), at)
    if datetime.now(at.tzinfo) > certificate.not_valid_after_utc:
        return (
            "The signer is trusted; the certificate was valid at the time of signing and has expired since."
        )
    return "The signer is trusted and the certificate was valid at the time of signing."


def _withdrawn(until: datetime, at: datetime) -> str:
    day = f"{until.astimezone(at.tzinfo):%Y-%m-%d}"
    if at > until:
        raise Refused(
            f"The signer's certificate was withdrawn on {day}: the person left, or got another name, role or"
            " key. The letter says that it was signed later."
        )
    return (
        f"The signer was trusted until {day}, when the certificate was withdrawn; the letter says that it was"
        " signed before. The time is that of the signing computer: the casebook's record of the letter shows"
        " whether it was there by then."
    )
