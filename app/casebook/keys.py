"""Keys: one random data key seals everything; each person's passphrase opens a slot that leads to it.

A slot is found by a tag that Argon2id makes of the name *and* the passphrase together, under a salt that the
casebook's slots share. So one costly run finds the slot among any number of people, an unknown name and a
wrong passphrase take the same time and look the same, and nothing on the disk can be compared with names.

The passphrase wraps the person's own key. The data key is sealed to the public key that comes from it (HPKE),
so that the casebook can get a new data key, a new *epoch*, without anybody's passphrase. Anybody could seal a
key of their own to a public key; therefore a slot also keeps, under the person's own key, what the data key
of the last epoch was known by, and each new epoch is handed over under the one before. Who can write the
file and opens nothing cannot pass off a casebook under a key that they know.
"""

import hmac
import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.casebook.boxes import KEY_BYTES, exchange_key, mark, seal, seal_to, subkey, unseal, unseal_from
from app.casebook.problems import Damaged, NotLetIn
from app.people import name_key

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
        cost: of Argon2id.
        personal_box: the person's own key, wrapped under name and passphrase.
        public: the X25519 public key that belongs to the person's own key.
        data_box: the data key, sealed to ``public`` for one epoch.
        known: epoch and handover key of the data key that the person last had, under their own key.
    """

    tag: bytes
    holder: bytes
    salt: bytes
    cost: Cost
    personal_box: bytes
    public: bytes
    data_box: bytes
    known: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the slot, in hexadecimal: the register records it, so an exchanged slot is noticed."""
        return sha256(self._metadata + self.personal_box + self.public + self.data_box).hexdigest()

    def mark(self, data_key: bytes) -> bytes:
        """Keyed by the data key, over the whole row: what the fingerprint leaves out is authentic as well."""
        return mark(data_key, *self.marked)

    @property
    def marked(self) -> tuple[str, bytes, bytes]:
        """What the mark is over, and for."""
        return "slot", bytes.fromhex(self.fingerprint), self.known

    def with_data_key(self, data_key: bytes, epoch: int) -> "Slot":
        """The slot with the data key of an epoch in it; takes no passphrase."""
        return replace(self, data_box=seal_to(self.public, data_key, self._data_info(epoch)))

    def knowing(self, personal_key: bytes, data_key: bytes, epoch: int) -> "Slot":
        """The slot after its person had the data key of an epoch."""
        content = epoch.to_bytes(_EPOCH_BYTES) + handover_key(data_key)
        cipher = AESGCM(subkey(personal_key, "known"))
        return replace(self, known=seal(cipher, content, self._metadata + _KNOWN))

    def data_key_of(self, personal_key: bytes, epoch: int) -> bytes:
        """The data key.

        Raises:
            InvalidTag: it was sealed to another key, for another slot or for another epoch.
        """
        return unseal_from(personal_key, self.data_box, self._data_info(epoch))

    def knows(self, personal_key: bytes) -> tuple[int, bytes]:
        """Epoch and handover key that the person last had.

        Raises:
            InvalidTag: this was changed.
        """
        content = unseal(AESGCM(subkey(personal_key, "known")), self.known, self._metadata + _KNOWN)
        return int.from_bytes(content[:_EPOCH_BYTES]), content[_EPOCH_BYTES:]

    @property
    def _metadata(self) -> bytes:
        return _metadata(self.tag, self.holder, self.salt, self.cost)

    def _data_info(self, epoch: int) -> bytes:
        return self._metadata + self.public + _DATA + epoch.to_bytes(_EPOCH_BYTES)


@dataclass(frozen=True)
class OpenedSlot:
    """What a right passphrase gives: the casebook's data key of an epoch, and the person's own key."""

    slot: Slot
    epoch: int
    data_key: bytes
    personal_key: bytes


@dataclass(frozen=True)
class Personal:
    """What stays when a person gets another passphrase.

    Attributes:
        holder: names the person's entry in the register.
        key: the person's own.
    """

    holder: bytes
    key: bytes

    @classmethod
    def new(cls) -> "Personal":
        """For somebody who comes in, or whose key is lost."""
        return cls(os.urandom(HOLDER_BYTES), os.urandom(KEY_BYTES))


def new_slot(  # noqa: PLR0913  # whose, what for, and how
    name: str,
    passphrase: str,
    data_key: bytes,
    salt: bytes,
    cost: Cost,
    *,
    epoch: int = 1,
    personal: Personal | None = None,
) -> OpenedSlot:
    """A slot for a person: with a new key of their own, or with the one that they have."""
    personal = personal or Personal.new()
    tag, wrap = _derive(name, passphrase, salt, cost)
    slot = Slot(
        tag=tag,
        holder=personal.holder,
        salt=salt,
        cost=cost,
        personal_box=seal(wrap, personal.key, _metadata(tag, personal.holder, salt, cost) + _PERSONAL),
        public=exchange_key(personal.key).public_key().public_bytes_raw(),
        data_box=b"",
        known=b"",
    )
    slot = slot.with_data_key(data_key, epoch).knowing(personal.key, data_key, epoch)
    return OpenedSlot(slot, epoch, data_key, personal.key)


def open_slot(
    name: str,
    passphrase: str,
    slots: Iterable[Slot],
    epoch: int = 1,
    handovers: Mapping[int, bytes] | None = None,
) -> OpenedSlot:
    """Find and open the slot of that name and passphrase.

    Slots that share salt and cost take one Argon2id run together.

    Args:
        name: the person's.
        passphrase: theirs.
        slots: of the casebook.
        epoch: the casebook's.
        handovers: the box of each epoch after the first (``handover_box``).

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
            return _unwrap(candidates[tag], wrap, epoch, handovers or {})
    raise NotLetIn


def handover_key(data_key: bytes) -> bytes:
    """What a data key is known by in the next epoch; it opens nothing."""
    return subkey(data_key, "handover")


def handover_box(before: bytes, after: bytes, epoch: int) -> bytes:
    """Vouches for the data key of an epoch by the data key of the epoch before."""
    return seal(AESGCM(handover_key(before)), handover_key(after), _handover(epoch))


_EPOCH_BYTES = 8
_DATA = b"data"
_PERSONAL = b"personal"
_KNOWN = b"known"


def _handover(epoch: int) -> bytes:
    return b"dictamen handover" + epoch.to_bytes(_EPOCH_BYTES)


def _derive(name: str, passphrase: str, salt: bytes, cost: Cost) -> tuple[bytes, AESGCM]:
    """The slot's tag and the cipher that wraps its personal key."""
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
        b"dictamen slot 2"
        + tag
        + holder
        + salt
        + b"".join(figure.to_bytes(8, signed=True) for figure in figures)
    )


def _unwrap(slot: Slot, wrap: AESGCM, epoch: int, handovers: Mapping[int, bytes]) -> OpenedSlot:
    metadata = _metadata(slot.tag, slot.holder, slot.salt, slot.cost)
    try:
        personal_key = unseal(wrap, slot.personal_box, metadata + _PERSONAL)
        data_key = slot.data_key_of(personal_key, epoch)
        known, key = slot.knows(personal_key)
        for later in range(known + 1, epoch + 1):
            key = unseal(AESGCM(key), handovers[later], _handover(later))
        genuine = known <= epoch and hmac.compare_digest(key, handover_key(data_key))
    except (InvalidTag, ValueError, KeyError, OverflowError):
        genuine = False
    if not genuine:
        raise Damaged(
            "your way into the casebook was changed on the disk; restore the casebook from a backup"
        )
    return OpenedSlot(slot, epoch, data_key, personal_key)
