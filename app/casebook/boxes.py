"""Sealing bytes: keys for one purpose each, boxes that open whole or not at all, keyed marks."""

import hmac
import os

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

KEY_BYTES = 32
NONCE_BYTES = 12


def subkey(key: bytes, purpose: str) -> bytes:
    """A key of its own for one purpose, so that no key serves two (RFC 5869, expand)."""
    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=f"dictamen {purpose}".encode()).derive(key)


def exchange_key(key: bytes) -> X25519PrivateKey:
    """The private key to which others seal what only the holder of ``key`` may open."""
    return X25519PrivateKey.from_private_bytes(subkey(key, "exchange"))


def seal_to(public: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Seal to the public half of an ``exchange_key`` (HPKE, RFC 9180, base mode)."""
    return _HPKE.encrypt(content, X25519PublicKey.from_public_bytes(public), bound_to)


def unseal_from(key: bytes, box: bytes, bound_to: bytes) -> bytes:
    """The content of ``seal_to``; ``key`` is the one whose ``exchange_key`` it was sealed to.

    Raises:
        InvalidTag: the key, the content or what it was bound to is another.
    """
    return _HPKE.decrypt(box, exchange_key(key), bound_to)


def mark(data_key: bytes, purpose: str, *parts: bytes) -> bytes:
    """A keyed mark over bytes that lie beside the chain."""
    framed = b"".join(len(part).to_bytes(8) + part for part in parts)
    return hmac.digest(subkey(data_key, f"mark {purpose}"), framed, "sha256")


def seal(cipher: AESGCM, content: bytes, bound_to: bytes) -> bytes:
    """AES-256-GCM under a random nonce, which stands in front."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, content, bound_to)


def unseal(cipher: AESGCM, box: bytes, bound_to: bytes) -> bytes:
    """The content of ``seal``.

    Raises:
        InvalidTag: the key, the content or what it was bound to is another.
    """
    return cipher.decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], bound_to)


_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
