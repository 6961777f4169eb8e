"""Signing a letter: a certification signature that allows no changes, over every byte but its own place."""

from cryptography.hazmat.primitives.serialization import Encoding

from app.identity import SigningIdentity
from reports import raw_signature
from reports.container import Unsigned

_ROOM = 2048
"""Bytes for the signature, its attributes and what is around them; RSA of 4096 bits needs about 1300."""


def room_for(identity: SigningIdentity) -> int:
    """Bytes to reserve for the signature container of an identity."""
    certificates = (identity.certificate, *identity.chain)
    return _ROOM + sum(len(certificate.public_bytes(Encoding.DER)) for certificate in certificates)


def seal(unsigned: Unsigned, identity: SigningIdentity) -> bytes:
    """The signed file."""
    from reports import cms  # noqa: PLC0415 - pyHanko takes a third of a second to import

    made = cms.container(
        unsigned.covered,
        identity.certificate,
        identity.chain,
        lambda data: raw_signature.sign(identity.key, data),
    )
    return unsigned.filled(made)
