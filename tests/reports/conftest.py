import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from app import identity
from app.identity import PrivateKey, SigningIdentity
from app.people import Person
from reports.issue import IssuedLetter, issue
from tests.reports.cases import AT, DECISIONS, PHYSICIAN, REVIEWER
from tests.reports.changed_plan import Use

Issue = Callable[[str], IssuedLetter]

YEARS = dt.timedelta(days=365 * 20)


def identity_of(
    person: Person, key: PrivateKey | None = None, until: dt.timedelta = YEARS
) -> SigningIdentity:
    """An identity whose certificate was valid at the time of the sample decisions, for so long around it."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    named = identity.generate(person).certificate.subject
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT - until)
        .not_valid_after(AT + until)
        .sign(key, hashes.SHA256())
    )
    return SigningIdentity(person, key, certificate)


@pytest.fixture(scope="session")
def physician() -> SigningIdentity:
    return identity_of(PHYSICIAN)


@pytest.fixture(scope="session")
def reviewer() -> SigningIdentity:
    return identity_of(REVIEWER)


@pytest.fixture(scope="session")
def rsa_physician() -> SigningIdentity:
    return identity_of(PHYSICIAN, rsa.generate_private_key(public_exponent=65537, key_size=2048))


@pytest.fixture(scope="session")
def letters(physician: SigningIdentity) -> dict[str, IssuedLetter]:
    """A signed letter of each outcome, in the member's language."""
    return {
        kind: issue(
            document,
            outcome,
            physician,
            reason=reason,
            at=AT,
            letter_number=f"D-TEST-{place}",
        )
        for place, (kind, (document, outcome, reason)) in enumerate(DECISIONS.items())
    }


@pytest.fixture
def with_plan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Use:
    return Use(monkeypatch, tmp_path)
