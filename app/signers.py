"""Whose signatures count, and until when."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509


@dataclass(frozen=True)
class TrustedSigner:
    """A certificate whose signatures count.

    Attributes:
        certificate: it counts exactly as it is.
        until: when it was withdrawn, in UTC: its person got another name, role or key, or left. What says it
            was signed earlier still counts; the signing computer's own clock says so. None: it is in use.
    """

    certificate: x509.Certificate
    until: datetime | None = None


def as_signer(given: x509.Certificate | TrustedSigner) -> TrustedSigner:
    """A certificate that was given by hand counts without end."""
    return given if isinstance(given, TrustedSigner) else TrustedSigner(given)
