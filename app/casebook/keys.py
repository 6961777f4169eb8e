"""Keys: one random data key seals everything; each person's passphrase opens a slot that wraps it.

A slot is found by a tag that Argon2id makes of the name *and* the passphrase together, under a salt that the
casebook's slots share. So one costly run finds the slot among any number of people, an unknown name and a
wrong passphrase take the same time and look the same, and nothing on the disk can be compared with names.
"""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from app.casebook.problems import Damaged, NotLetIn
from app.people import name_key

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
HOLDER_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs, in Argon2id's terms.

    The default is RFC 9106's second recommended choice: 64 MiB, three passes, four lanes.
    """

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    @property
    def is_sane(self) -> bool:
        """Whether a slot may ask for this: anything else is a damaged or hostile file, not a cost."""
        return (
            8 * self.lanes <= self.memory_kib <= _MOST.memory_kib
            and 1 <= self.iterations <= _MOST.iterations
            and 1 <= self.lanes <= _MOST.lanes
        )


_MOST = Cost(memory_kib=4 * 1024 * 1024, iterations=100, lanes=64)


@dataclass(frozen=True)
class Slot:
    """One person's way in, as it lies on the disk.

    Attributes:
        tag: by which it is found, from name and passphrase.
        holder: random, names the person's entry in the sealed register.
        salt: of Argon2id.
        data_box: the data key, wrapped.
        personal_box: the person's own key, wrapped; it opens their signing identity.
        cost: of Argon2id.
    """

    tag: bytes
    holder: bytes
    salt: bytes
    data_box: bytes
    personal_box: bytes
    cost: Cost

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the slot, in hexadecimal: the register records it, so an exchanged slot is noticed."""
        return sha256(self._metadata + self.data_box + self.personal_box).hexdigest()

    @property
    def _metadata(self) -> bytes:
        return _metadata(self.tag, self.holder, self.salt, self.cost)


@dataclass(frozen=True)
class OpenedSlot:
    """What a right passphrase gives: the casebook's data key, and the person's own key."""

    slot: Slot
    data_key: bytes
    personal_key: bytes


def new_slot(name: str, passphrase: str, data_key: bytes, salt: bytes, cost: Cost) -> OpenedSlot:
    """A slot for a new person, with a new personal key."""
    tag, wrap = _derive(name, passphrase, salt, cost)
    holder, personal_key = os.urandom(HOLDER_BYTES), os.urandom(KEY_BYTES)
    metadata = _metadata(tag, holder, salt, cost)
    slot = Slot(
        tag=tag,
        holder=holder,
        salt=salt,
        cost=cost,
        data_box=seal(wrap, data_key, metadata + _DATA),
        personal_box=seal(wrap, personal_key, metadata + _PERSONAL),
    )
    return OpenedSlot(slot, data_key, personal_key)


def open_slot(name: str, passphrase: str, slots: Iterable[Slot]) -> OpenedSlot:
    """Find and open the slot of that name and passphrase.

    Slots that share salt and cost take one Argon2id run together.

    Raises:
        NotLetIn: no slot has that name and passphrase.
        Damaged: the slot is there, and was changed on the disk.
    """
    by_derivation: dict[tuple[bytes, Cost], dict[bytes, Slot]] = {}
    for slot in slots:
        by_derivation.setdefault((slot.salt, slot.cost), {})[slot.tag] = slot
    for (salt, cost), candidates in by_derivation.items():
        if not cost.is_sane or len(salt) != SALT_BYTES:
            continue
        tag, wrap = _derive(name, passphrase, salt, cost)
        if tag in candidates:
            return _unwrap(candidates[tag], wrap)
    raise NotLetIn


def subkey(key: bytes, purpose: str) -> bytes:
    """A key of its own for one purpose, so that no key serves two (RFC 5869, expand)."""
    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=f"dictamen {purpose}".encode()).derive(key)


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


_DATA = b"data"
_PERSONAL = b"personal"


def _derive(name: str, passphrase: str, salt: bytes, cost: Cost) -> tuple[bytes, AESGCM]:
    """The slot's tag and the cipher that wraps its boxes."""
    root = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
        ad=name_key(name).encode(),
    ).derive(unicodedata.normalize("NFC", passphrase).encode())
    return subkey(root, "slot tag"), AESGCM(subkey(root, "slot wrap"))


def _metadata(tag: bytes, holder: bytes, salt: bytes, cost: Cost) -> bytes:
    figures = (cost.memory_kib, cost.iterations, cost.lanes)
    return (
        b"dictamen slot 1"
        + tag
        + holder
        + salt
        + b"".join(figure.to_bytes(8, signed=True) for figure in figures)
    )


def _unwrap(slot: Slot, wrap: AESGCM) -> OpenedSlot:
    metadata = _metadata(slot.tag, slot.holder, slot.salt, slot.cost)
    try:
        data_key = unseal(wrap, slot.data_box, metadata + _DATA)
        personal_key = unseal(wrap, slot.personal_box, metadata + _PERSONAL)
    except (InvalidTag, ValueError):
        raise Damaged(
            "your way into the casebook was changed on the disk; restore the casebook from a backup"
        ) from None
    return OpenedSlot(slot, data_key, personal_key)
