"""The file of a parcel: sealed to one site, signed by another, and of use to nobody else.

Layout: a title, a header in JSON behind its length, the content in sealed chunks of 64 KiB (STREAM over
AES-256-GCM, as ``sealed_file``), and the sender's signature over the SHA-256 of all that stands before it.
The content's key is new for each parcel; it lies in the header, sealed to the recipient (HPKE) and bound to
everything else in the header. Who has neither key sees both sites' key ids, a random number and a size.

The content is a row of records, see ``parcel_records``.
"""

import json
import os
import struct
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.casebook.boxes import KEY_BYTES, seal_to, unseal_from
from app.casebook.parcel_records import ParcelRefused, Record, records
from app.casebook.sealed_file import CHUNK_BYTES, PREFIX_BYTES, TAG_BYTES, chunk_binding, seal_chunk
from app.casebook.sites import OwnSite, Site
from app.errors import DictamenError, reason_of
from app.files import write_parts

TITLE = b"dictamen parcel 1\n"
_LENGTH = struct.Struct(">I")
_MOST_HEADER = 4096
_SIGNATURE_BYTES = 64
_STEP = CHUNK_BYTES + TAG_BYTES
_OPEN = ("kind", "number", "from", "to", "prefix")
_FIELDS = (*_OPEN, "box")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands open on a parcel.

    Attributes:
        kind: ``cases`` or ``list``.
        number: random, 32 hexadecimal digits.
        sender: key id of the site that packed it.
        recipient: key id of the site that can open it.
    """

    kind: str
    number: str
    sender: str
    recipient: str


def write_parcel(path: Path, own: OwnSite, to: Site, header: Header, content: Iterable[bytes]) -> None:
    """Write a parcel whole or not at all, for the user alone; memory stays flat.

    Args:
        path: a new file.
        own: the sender; its key id is the header's.
        to: the recipient; as well.
        header: kind and number.
        content: records, in parts of any size.

    Raises:
        DictamenError: there is a file already, or it cannot be written.
    """
    if path.exists():
        raise DictamenError(f"{path}: there is a file of this name already; choose another")
    write_parts(path, _sealed(own, to, header, content), private=True)


def _sealed(own: OwnSite, to: Site, header: Header, content: Iterable[bytes]) -> Iterator[bytes]:
    key, prefix = os.urandom(KEY_BYTES), os.urandom(PREFIX_BYTES)
    open_part = _open_part(header, prefix)
    box = seal_to(to.seal, key, _bound(open_part))
    told = json.dumps({**open_part, "box": box.hex()}).encode()
    digest = sha256()
    for part in (TITLE, _LENGTH.pack(len(told)), told):
        digest.update(part)
        yield part
    cipher, number, held = AESGCM(key), 0, b""
    for chunk in _chunks(content):
        if held:
            sealed = seal_chunk(cipher, prefix, number, held, last=False)
            digest.update(sealed)
            yield sealed
            number += 1
        held = chunk
    sealed = seal_chunk(cipher, prefix, number, held, last=True)
    digest.update(sealed)
    yield sealed
    yield own.sign(_signed(digest.digest()))


class ParcelReader:
    """Reads a parcel that was found to be genuine; close it, or use it as a context manager.

    Attributes:
        header: as far as it stands open.
        sender: the trusted site that signed it.
    """

    def __init__(self, path: Path, own: OwnSite, trusted: Iterable[Site]) -> None:
        """Check the signature over the whole file.

        Raises:
            ParcelRefused: it is no parcel, for another site, from one that is not trusted, or was changed.
            DictamenError: it cannot be read.
        """
        self._path = path
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise DictamenError(f"{path}: cannot be read ({reason_of(error)})") from None
        try:
            self._read_header()
            self.sender = self._sender(own, {site.key_id: site for site in trusted})
            self._check_signature()
            self._open_box(own)
        except OSError as error:
            self._file.close()
            raise DictamenError(f"{path}: cannot be read ({reason_of(error)})") from None
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def records(self, large: bytes) -> Iterator[tuple[Record, Iterator[bytes]]]:
        """The records in order, each with its bytes.

        Args:
            large: the kinds whose bytes come one part at a time, to be read before the next record; those of
                all others are in ``Record.data``.

        Raises:
            ParcelRefused: the content is not what a site writes.
        """
        yield from records(self._opened(), large)

    def _read_header(self) -> None:
        length = os.fstat(self._file.fileno()).st_size
        begin = self._file.read(len(TITLE) + _LENGTH.size)
        if not begin.startswith(TITLE) or len(begin) != len(TITLE) + _LENGTH.size:
            raise ParcelRefused(f"{self._path}: is not a parcel of Dictamen, or its beginning was changed")
        (size,) = _LENGTH.unpack_from(begin, len(TITLE))
        told = self._file.read(size) if size <= _MOST_HEADER else b""
        try:
            fields = json.loads(told)
            texts = [fields[name] for name in _FIELDS]
            if len(fields) != len(_FIELDS) or not all(isinstance(text, str) for text in texts):
                raise ValueError  # noqa: TRY301  # as all else that is no header
            kind, number, sender, recipient, prefix, box = texts
            self._prefix, self._box = bytes.fromhex(prefix), bytes.fromhex(box)
        except (ValueError, KeyError, TypeError, RecursionError):
            raise self._changed() from None
        self.header = Header(kind, number, sender, recipient)
        self._begin = len(begin) + size
        self._end = length - _SIGNATURE_BYTES
        if len(self._prefix) != PREFIX_BYTES or self._end < self._begin + TAG_BYTES:
            raise self._changed()

    def _sender(self, own: OwnSite, trusted: dict[str, Site]) -> Site:
        if self.header.recipient != own.site.key_id:
            raise ParcelRefused(
                f"{self._path}: the parcel is sealed to another site, or to keys that this site had before; "
                "nothing was taken"
            )
        sender = trusted.get(self.header.sender)
        if sender is None:
            raise ParcelRefused(
                f"{self._path}: the parcel comes from a site that no administrator entered here; "
                "nothing was taken"
            )
        return sender

    def _check_signature(self) -> None:
        self._file.seek(0)
        digest, left = sha256(), self._end
        while left:
            part = self._file.read(min(left, CHUNK_BYTES))
            if not part:
                raise self._changed()
            digest.update(part)
            left -= len(part)
        if not self.sender.verify(self._file.read(), _signed(digest.digest())):
            raise self._changed()

    def _open_box(self, own: OwnSite) -> None:
        try:
            bound = _bound(_open_part(self.header, self._prefix))
            self._cipher = AESGCM(unseal_from(own.key, self._box, bound))
        except (InvalidTag, ValueError):
            raise self._changed() from None

    def _opened(self) -> Iterator[bytes]:
        place, number = self._begin, 0
        while place < self._end:
            last = self._end - place <= _STEP
            self._file.seek(place)
            sealed = self._file.read(min(_STEP, self._end - place))
            nonce, bound = chunk_binding(self._prefix, number, last=last)
            try:
                yield self._cipher.decrypt(nonce, sealed, bound)
            except (InvalidTag, ValueError):
                raise self._changed() from None
            place, number = place + len(sealed), number + 1

    def _changed(self) -> ParcelRefused:
        return ParcelRefused(
            f"{self._path}: the parcel is not as it was packed: changed, cut off or damaged; "
            "nothing was taken"
        )


def _open_part(header: Header, prefix: bytes) -> dict[str, str]:
    return dict(zip(_OPEN, (*astuple(header), prefix.hex()), strict=True))


def _bound(open_part: dict[str, str]) -> bytes:
    return TITLE + json.dumps(open_part, sort_keys=True).encode()


def _signed(digest: bytes) -> bytes:
    return b"dictamen parcel signature 1" + digest


def _chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes in full chunks; the last one may be shorter."""
    held = bytearray()
    for part in parts:
        view = memoryview(part)
        while view:
            room = CHUNK_BYTES - len(held)
            held += view[:room]
            view = view[room:]
            if len(held) == CHUNK_BYTES:
                yield bytes(held)
                held.clear()
    if held:
        yield bytes(held)
