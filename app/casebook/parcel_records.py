"""The records in a parcel: each a letter for its kind, its length, its bytes."""

import io
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.errors import DictamenError

MOST_RAW = 64 * 1024 * 1024
"""Bytes of one record when it is open: more than any revision has, less than would fill a memory."""

_RECORD = struct.Struct(">cQ")


class ParcelRefused(DictamenError):
    """A parcel that is not taken; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the content; ``data`` is empty where the kind's bytes are read one by one."""

    kind: bytes
    size: int
    data: bytes = b""


def packed(value: object) -> bytes:
    """JSON values, compressed."""
    told = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    if len(told) > MOST_RAW:
        raise DictamenError("a revision is too large for a parcel; nothing was packed")
    return zlib.compress(told)


def unpacked(data: bytes) -> Any:
    """The values of ``packed``.

    Raises:
        ParcelRefused: they are none, or of a size that no site sends.
    """
    inflater = zlib.decompressobj()
    try:
        told = inflater.decompress(data, MOST_RAW)
        if not inflater.eof or inflater.unused_data:
            raise ParcelRefused(
                "the parcel holds a record that is too large or broken off; nothing was taken"
            )
        return json.loads(told)
    except (zlib.error, ValueError, RecursionError):
        raise malformed() from None


def record(kind: bytes, data: bytes) -> Iterator[bytes]:
    """A record as it stands in the content."""
    yield _RECORD.pack(kind, len(data))
    yield data


def head_of(kind: bytes, size: int) -> bytes:
    """The head of a record whose bytes follow one by one."""
    return _RECORD.pack(kind, size)


def records(content: Iterator[bytes], large: bytes) -> Iterator[tuple[Record, Iterator[bytes]]]:
    """The records of a content in order, each with its bytes.

    Args:
        content: in parts of any size.
        large: the kinds whose bytes come one part at a time, to be read before the next record; those of
            all others are in ``Record.data``.

    Raises:
        ParcelRefused: the content is not what a site writes.
    """
    source = _Source(content)
    while head := source.take(_RECORD.size, or_nothing=True):
        kind, size = _RECORD.unpack(head)
        if kind in large:
            yield Record(kind, size), source.parts(size)
            continue
        if size > MOST_RAW:
            raise malformed()
        yield Record(kind, size, source.take(size)), iter(())


class _Source:
    """Bytes in parts of any size, taken in parts of another size."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._held = io.BytesIO()

    def take(self, size: int, *, or_nothing: bool = False) -> bytes:
        """That many bytes; none at the end where that is allowed."""
        taken = b"".join(self.parts(size, or_nothing=or_nothing))
        if len(taken) != size and (taken or not or_nothing):
            raise malformed()
        return taken

    def parts(self, size: int, *, or_nothing: bool = False) -> Iterator[bytes]:
        """That many bytes, a part at a time."""
        left = size
        while left:
            part = self._held.read(left)
            if part:
                left -= len(part)
                yield part
                continue
            following = next(self._parts, None)
            if following is None:
                if or_nothing and left == size:
                    return
                raise malformed()
            self._held = io.BytesIO(following)


def malformed() -> ParcelRefused:
    """What is said of a content that no site packs."""
    return ParcelRefused("the parcel holds what no site of this version packs; nothing was taken")
