"""What a revision looks like sealed: a cover and a body, bound to their place, hashed and linked."""

import hmac
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.casebook import columns
from app.casebook.boxes import exchange_key, mark, seal, subkey, unseal, unseal_from
from app.casebook.problems import Damaged
from app.casebook.records import Document, Scalar
from app.errors import InvalidInput

CASE_KEY_BYTES = 16
HASH_BYTES = 32
NO_HASH = bytes(HASH_BYTES)
"""Stands before the first revision of a case, and before the first link."""

_FAST = 1
"""zlib's level 1: documents shrink to a third already there, and a person waits for every save."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a revision stands; cover and body open nowhere else.

    Attributes:
        case_key: 16 bytes, a keyed hash of the case id.
        rev: 1 for the first of the case.
        prev: hash of the case's revision before, ``NO_HASH`` for the first.
        site: 8 bytes, the seat at which it was written.
    """

    case_key: bytes
    rev: int
    prev: bytes
    site: bytes

    @property
    def binding(self) -> bytes:
        """The place as authenticated data."""
        return _binding(self.case_key, self.rev, self.prev, self.site)

    def hash(self, cover: bytes, body: bytes) -> bytes:
        """SHA-256 over the place and both sealed parts."""
        return _hash(self.binding, cover, body)


def _hash(binding: bytes, cover: bytes, body: bytes) -> bytes:
    lengths = len(cover).to_bytes(8) + len(body).to_bytes(8)
    return sha256(b"".join((binding, lengths, cover, body))).digest()


def _binding(case_key: bytes, rev: int, prev: bytes, site: bytes) -> bytes:
    return b"dictamen revision 1" + case_key + rev.to_bytes(8, signed=True) + prev + site


class Revision(NamedTuple):
    """One row of the file, sealed."""

    seq: int
    case_key: bytes
    rev: int
    prev: bytes
    site: bytes
    hash: bytes
    link: bytes
    cover: bytes
    body: bytes

    @property
    def place(self) -> Place:
        """What its parts are bound to."""
        return Place(self.case_key, self.rev, self.prev, self.site)

    @property
    def binding(self) -> bytes:
        """As ``place.binding``, sooner."""
        return _binding(self.case_key, self.rev, self.prev, self.site)

    @property
    def is_well_formed(self) -> bool:
        """Whether every column holds what it is for; SQLite gives a damaged row other types."""
        return tuple(map(type, self)) == _COLUMN_TYPES

    @property
    def is_emptied(self) -> bool:
        """Whether a purge took its content; its place, its hash and its link are kept."""
        return not self.cover and not self.body

    @property
    def has_its_content(self) -> bool:
        """Whether the hash is that of its sealed parts."""
        return self.hash == _hash(self.binding, self.cover, self.body)


_COLUMN_TYPES = (int, bytes, int, bytes, bytes, bytes, bytes, bytes, bytes)


class Sealer:
    """Seals and opens with the keys that come from one data key.

    Attributes:
        audit: the public key to which notes are sealed while nobody is signed in (raw X25519).
    """

    def __init__(self, data_key: bytes) -> None:
        self._data_key = data_key
        self._audit = subkey(data_key, "audit")
        self.audit = exchange_key(self._audit).public_key().public_bytes_raw()
        self._cipher = AESGCM(subkey(data_key, "seal"))
        self._name = subkey(data_key, "case ids")
        self._link = subkey(data_key, "link")
        self._tip = subkey(data_key, "tip")

    def case_key(self, space: str, case_id: str) -> bytes:
        """The opaque id on the disk: nobody can tell without the key which member number it stands for."""
        return hmac.digest(self._name, f"{space}\0{case_id}".encode(), "sha256")[:CASE_KEY_BYTES]

    def seal_cover(self, place: Place, cover: dict[str, Any]) -> bytes:
        """The cover, sealed to its place."""
        return seal(self._cipher, _encoded("cover", columns.to_json, cover), place.binding + b"cover")

    def open_cover(
        self, binding: bytes, sealed: bytes, known: Callable[[list[Scalar]], tuple[Scalar, ...]] = tuple
    ) -> columns.Cover:
        """The cover of ``seal_cover``.

        Args:
            binding: of its place.
            sealed: as it lies in the file.
            known: as in ``columns.from_json``.

        Raises:
            Damaged: it was changed, or belongs elsewhere.
        """
        return columns.from_json(self._opened(sealed, binding + b"cover").decode(), known)

    def cover_holds(self, word: bytes, binding: bytes, sealed: bytes) -> bool:
        """Whether a word stands anywhere in a cover: told sooner than by ``open_cover``; errors as there."""
        return word in self._opened(sealed, binding + b"cover")

    def seal_body(self, place: Place, sealed_cover: bytes, document: Document) -> bytes:
        """The document, compressed and sealed to its place and its cover.

        Raises:
            InvalidInput: it is no JSON object.
        """
        packed = zlib.compress(_encoded("document", _dumped, document), _FAST)
        return self.seal_packed(place, sealed_cover, packed)

    def seal_packed(self, place: Place, sealed_cover: bytes, packed: bytes) -> bytes:
        """As ``seal_body``, for what ``open_packed`` gave."""
        return seal(self._cipher, packed, place.binding + b"body" + sealed_cover)

    def open_body(self, place: Place, sealed_cover: bytes, sealed: bytes) -> Document:
        """The document of ``seal_body``.

        Raises:
            Damaged: it was changed, or belongs elsewhere.
        """
        packed = self.open_packed(place, sealed_cover, sealed)
        document: Document = json.loads(zlib.decompress(packed).decode())
        return document

    def open_packed(self, place: Place, sealed_cover: bytes, sealed: bytes) -> bytes:
        """The document still compressed, for sealing it anew; errors as in ``open_body``."""
        return self._opened(sealed, place.binding + b"body" + sealed_cover)

    def open_note(self, note: bytes, bound_to: bytes) -> bytes:
        """What was sealed to ``audit``.

        Raises:
            Damaged: it was changed, or sealed to another key.
        """
        try:
            return unseal_from(self._audit, note, bound_to)
        except (InvalidTag, ValueError):
            raise Damaged("a note of a failed attempt to sign in was changed on the disk") from None

    def mark(self, purpose: str, *parts: bytes) -> bytes:
        """A keyed mark over bytes that lie beside the chain."""
        return mark(self._data_key, purpose, *parts)

    def is_mark(self, found: bytes, purpose: str, *parts: bytes) -> bool:
        """Whether this is the mark over those bytes."""
        return hmac.compare_digest(found, self.mark(purpose, *parts))

    def link(self, previous: bytes, seq: int, hash_: bytes) -> bytes:
        """The chain's value at a revision, from the value before it."""
        return hmac.digest(self._link, previous + seq.to_bytes(8, signed=True) + hash_, "sha256")

    def tip(self, link: bytes) -> int:
        """A signed 32-bit mark of the newest link, for the file's header: newest rows cut off show."""
        return int.from_bytes(hmac.digest(self._tip, link, "sha256")[:4], signed=True)

    def _opened(self, sealed: bytes, bound_to: bytes) -> bytes:
        try:
            return unseal(self._cipher, sealed, bound_to)
        except (InvalidTag, ValueError, TypeError):  # damage can make a text of it
            raise Damaged(
                "a revision was changed on the disk and cannot be read; run 'dictamen cases verify'"
            ) from None


def _dumped(content: Document) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _encoded(what: str, dumped: Callable[[dict[str, Any]], str], content: dict[str, Any]) -> bytes:
    try:
        return dumped(content).encode()
    except (TypeError, ValueError, RecursionError):
        # The cause is dropped: it quotes the value.
        raise InvalidInput(what, "must consist of JSON values alone (text, finite numbers, lists)") from None
