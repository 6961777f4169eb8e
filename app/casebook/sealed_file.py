"""A file sealed in chunks, so that any part of it opens without the rest and nothing else opens at all.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: a chunk's nonce is the
file's random prefix, the chunk's number and a mark on the last one. So a chunk that was altered, moved, left
out, taken from another file or cut off does not open. Every file has a random key of its own.

Layout: a header of 36 bytes, then the chunks, each with its tag of 16 bytes. All but the last are full.
"""

import io
import os
import struct
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.casebook.problems import Damaged

CHUNK_BYTES = 64 * 1024
"""Read, sealed and opened at a time: small enough to jump about in, large enough that tags take no room."""

TAG_BYTES = 16
_MAGIC = b"dictamen file 1\0"
PREFIX_BYTES = 7
"""Random bytes of a file's nonces."""

_HEADER = struct.Struct(f">{len(_MAGIC)}sIq{PREFIX_BYTES}sx")
"""Format, size of the chunks, size of the content, nonce prefix; one byte is spare and zero."""
_CACHED = 16
"""Opened chunks that a reader remembers: 1 MiB."""


def sealed_length(size: int) -> int:
    """Bytes that a content of ``size`` bytes, 1 or more, takes on the disk."""
    return _HEADER.size + size + TAG_BYTES * _chunks(size)


def seal_to(target: BinaryIO, key: bytes, chunks: Iterable[bytes]) -> int:
    """Write a sealed file; gives the size of its content.

    Args:
        target: an empty file that can be written and sought.
        key: 32 random bytes that seal nothing else.
        chunks: the content, all parts but the last ``CHUNK_BYTES`` long and none empty.
    """
    cipher, prefix, size = AESGCM(key), os.urandom(PREFIX_BYTES), 0
    target.write(bytes(_HEADER.size))  # the size is known at the end
    held: bytes | None = None
    number = 0
    for chunk in chunks:
        if held is not None:
            target.write(seal_chunk(cipher, prefix, number, held, last=False))
            number += 1
        held = chunk
        size += len(chunk)
    if held is None:
        raise ValueError("a sealed file holds at least one byte")
    target.write(seal_chunk(cipher, prefix, number, held, last=True))
    target.seek(0)
    target.write(_HEADER.pack(_MAGIC, CHUNK_BYTES, size, prefix))
    return size


class SealedReader(io.RawIOBase):
    """The content of a sealed file, opened chunk by chunk as it is read; it can be sought. Close it.

    One thread at a time. Nothing but the chunks read last is kept in memory, and nothing is written.

    Raises:
        Damaged: at first, or in any read: the file was changed, or is another.
    """

    def __init__(self, path: Path, key: bytes, size: int) -> None:
        """For a content of ``size`` bytes; errors as the class says, and OSError where it cannot be read."""
        super().__init__()
        self._cipher = AESGCM(key)
        self._size = size
        self._last = _chunks(size) - 1
        self._place = 0
        self._opened: OrderedDict[int, bytes] = OrderedDict()
        self._file = path.open("rb", buffering=0)
        try:
            self._prefix = self._check_head()
        except BaseException:
            self._file.close()
            raise

    @property
    def size(self) -> int:
        """Bytes of the content."""
        return self._size

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """The place of the next byte."""
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("a place before the beginning")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]  # a buffer, said plainly
        """Fill the buffer as far as one chunk reaches; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if self._place >= self._size or not view:
            return 0
        number, within = divmod(self._place, CHUNK_BYTES)
        part = memoryview(self._chunk(number))[within : within + len(view)]
        view[: len(part)] = part
        self._place += len(part)
        return len(part)

    def chunks(self) -> Iterator[bytes]:
        """The whole content in order, a chunk at a time."""
        for number in range(self._last + 1):
            yield self._chunk(number)

    def digest(self) -> str:
        """SHA-256 of the whole content, in hexadecimal; reads it all."""
        digest = sha256()
        for chunk in self.chunks():
            digest.update(chunk)
        return digest.hexdigest()

    def close(self) -> None:
        """Close the file and forget what was opened of it."""
        if not self.closed:
            self._opened.clear()
            self._file.close()
        super().close()

    def _check_head(self) -> bytes:
        head = self._file.read(_HEADER.size)
        length = os.fstat(self._file.fileno()).st_size
        if len(head) == _HEADER.size and length == sealed_length(self._size):
            prefix: bytes = _HEADER.unpack(head)[3]
            if head == _HEADER.pack(_MAGIC, CHUNK_BYTES, self._size, prefix):
                return prefix
        raise Damaged("it is cut off, longer than it was, or another file stands in its place")

    def _chunk(self, number: int) -> bytes:
        if number in self._opened:
            self._opened.move_to_end(number)
            return self._opened[number]
        step = CHUNK_BYTES + TAG_BYTES
        self._file.seek(_HEADER.size + number * step)
        last = number == self._last
        sealed = self._file.read(self._size - number * CHUNK_BYTES + TAG_BYTES if last else step)
        try:
            nonce, bound_to = chunk_binding(self._prefix, number, last=last)
            opened = self._cipher.decrypt(nonce, sealed, bound_to)
        except (InvalidTag, ValueError):
            raise Damaged(
                f"it was changed on the disk, near byte {number * CHUNK_BYTES} of its content"
            ) from None
        self._opened[number] = opened
        if len(self._opened) > _CACHED:
            self._opened.popitem(last=False)
        return opened


def _chunks(size: int) -> int:
    return -(-size // CHUNK_BYTES)


def seal_chunk(cipher: AESGCM, prefix: bytes, number: int, content: bytes, *, last: bool) -> bytes:
    """One chunk with its tag; the ``PREFIX_BYTES`` of ``prefix`` are the file's own."""
    nonce, bound_to = chunk_binding(prefix, number, last=last)
    return cipher.encrypt(nonce, content, bound_to)


def chunk_binding(prefix: bytes, number: int, *, last: bool) -> tuple[bytes, bytes]:
    """A chunk's nonce, and what else it is bound to: the format and the size of the chunks.

    The length needs no binding of its own: the mark on the last chunk is one.
    """
    return prefix + number.to_bytes(4) + bytes([last]), _MAGIC + CHUNK_BYTES.to_bytes(4)
