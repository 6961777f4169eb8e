"""Raw signatures, one spelling each: ECDSA in DER with the lower of its two values s, or RSA PKCS#1 v1.5."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from app.identity import PrivateKey


def sign(key: PrivateKey, data: bytes) -> bytes:
    """The signature over data with SHA-256."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return _lower(key.curve, key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))


def verifies(public_key: object, signature: bytes, data: bytes) -> bool:
    """Whether a signature is genuine and spelled in the one way that ``sign`` spells it."""
    try:
        if isinstance(public_key, rsa.RSAPublicKey):
            public_key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
            return True
        if isinstance(public_key, ec.EllipticCurvePublicKey):
            public_key.verify(signature, data, ec.ECDSA(hashes.SHA256()))
            return signature == _lower(public_key.curve, signature)
    except (InvalidSignature, ValueError):
        return False
    return False


def _lower(curve: ec.EllipticCurve, signature: bytes) -> bytes:
    """Of the two values s and n - s, both genuine, the lower one, in DER."""
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, curve.group_order - s))
