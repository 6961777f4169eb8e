"""How long a signing certificate still counts: told in time before it ends, and refused after."""

from datetime import UTC, datetime

from cryptography import x509

from app.errors import DictamenError

WARN_DAYS = 60
"""Days before its end from which on a person is told: time to have an organization issue another one."""


def days_left(certificate: x509.Certificate, at: datetime) -> int:
    """Whole days until the certificate ends; negative once it has ended."""
    return (certificate.not_valid_after_utc - at.astimezone(UTC)).days


def ends_soon(certificate: x509.Certificate, at: datetime) -> bool:
    """Whether the certificate ends within ``WARN_DAYS``, or has ended."""
    return days_left(certificate, at) < WARN_DAYS


def refuse_ended(certificate: x509.Certificate, at: datetime) -> None:
    """Refuse a certificate that has ended: no check would accept what is signed with it.

    Args:
        certificate: the signer's.
        at: when the signature is made, with its offset.

    Raises:
        DictamenError: it has ended.
    """
    ends = certificate.not_valid_after_utc
    if at > ends:
        raise DictamenError(
            f"the signing identity ended on {ends:%Y-%m-%d}, so nothing was signed; make a new one, or import"
            " the new one of your organization (“People and keys”, or “dictamen identity”)"
        )


def refuse_unborn(certificate: x509.Certificate, at: datetime) -> None:
    """Refuse a certificate that does not count yet.

    Raises:
        DictamenError: it counts from a later day on.
    """
    begins = certificate.not_valid_before_utc
    if at < begins:
        raise DictamenError(
            f"the signing identity counts only from {begins:%Y-%m-%d}; check the date of this computer"
        )
