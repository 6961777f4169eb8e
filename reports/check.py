"""Checking a letter, offline: intact, whole, by a trusted signer, and saying what its own case says."""

from collections.abc import Sequence

from cryptography import x509

from app.signers import TrustedSigner
from reports.verdict import Verdict


def check(pdf: bytes, trusted: Sequence[x509.Certificate | TrustedSigner]) -> Verdict:
    """Put every question to a letter.

    Args:
        pdf: the file.
        trusted: certificates of the trusted signers; they count exactly as they are, no authority stands in.
            A ``TrustedSigner`` says until when.

    Returns:
        All checks in order. What cannot be read fails its check; nothing is raised for a bad letter.
    """
    from reports.examination import examine  # noqa: PLC0415 - pyHanko takes a third of a second to import

    return examine(pdf, trusted)
