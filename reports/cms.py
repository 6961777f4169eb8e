"""The signature container (CMS, PAdES baseline): made, and made again to check one, by pyHanko.

Importing this module costs a third of a second or more, so others import it only when a letter is signed or
checked.
"""

import asyncio
import hashlib
from collections.abc import Callable, Sequence

from asn1crypto import algos  # type: ignore[import-untyped]  # it ships without types
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

DIGEST = "sha256"


class _LetterSigner(Signer):
    """pyHanko's signer with the raw signature left to a function."""

    def __init__(
        self, certificate: x509.Certificate, chain: Sequence[x509.Certificate], sign: Callable[[bytes], bytes]
    ) -> None:
        super().__init__(
            signing_cert=_converted(certificate),
            cert_registry=_store(chain),
            signature_mechanism=_mechanism(certificate),
        )
        self._sign = sign

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002
        """The signature over the signed attributes."""
        return self._sign(data)


def container(
    covered: bytes,
    certificate: x509.Certificate,
    chain: Sequence[x509.Certificate],
    sign: Callable[[bytes], bytes],
) -> bytes:
    """The signature container in DER over the covered bytes; the same input gives the same bytes.

    Args:
        covered: what is signed.
        certificate: the signer's.
        chain: further certificates to include.
        sign: the raw signature (ECDSA or RSA with SHA-256) over the bytes that it is handed.
    """
    signer = _LetterSigner(certificate, chain, sign)
    digest = hashlib.sha256(covered).digest()
    made = asyncio.run(signer.async_sign(digest, DIGEST, use_pades=True))
    encoded: bytes = made.dump()
    return encoded


def _store(chain: Sequence[x509.Certificate]) -> SimpleCertificateStore:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
    for certificate in chain:
        store.register(_converted(certificate))
    return store


def _converted(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _mechanism(certificate: x509.Certificate) -> algos.SignedDigestAlgorithm:
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
    if isinstance(key, rsa.RSAPublicKey):
        return algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"})
    raise ValueError("letters are signed with ECDSA or RSA keys only")
