"""How SQLite writes one row down: there is one shortest way, and every other one is a change.

So a row that passes here is, byte for byte, what its values make; the chain then answers for the values.
"""

from functools import lru_cache

INLINE_TABLE = 4096 - 35
INLINE_INDEX = (4096 - 12) * 64 // 255 - 23
LEAST = (4096 - 12) * 32 // 255 - 23
OVERFLOW = 4096 - 4
"""Bytes of a row that one further page takes."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes
_FIRST_BLOB = 12
_ONE_BYTE = 0x80
_EMPTIED = bytes((_FIRST_BLOB, _FIRST_BLOB))


class NotAsWritten(Exception):
    """The words for what was found; they become a finding."""


def varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends.

    Raises:
        NotAsWritten: it is written longer than needed.
    """
    value = page[at]
    if value < _ONE_BYTE:
        return value, at + 1
    value &= 0x7F
    for end in range(at + 1, at + 8):
        byte = page[end]
        value = value << 7 | byte & 0x7F
        if byte < _ONE_BYTE:
            if value >> 7 * (end - at) == 0:
                raise NotAsWritten("a number is written longer than needed")
            return value, end + 1
    value = value << 8 | page[at + 8]
    if value >> 56 == 0:
        raise NotAsWritten("a number is written longer than needed")
    return value, at + 9


def inline(size: int, most: int) -> int:
    """How many of a row's bytes stand on the row's own page.

    Args:
        size: the row's.
        most: ``INLINE_TABLE`` or ``INLINE_INDEX``.
    """
    if size <= most:
        return size
    kept = LEAST + (size - LEAST) % OVERFLOW
    return kept if kept <= most else LEAST


def check_row(row: bytes, size: int, numbered: bool) -> bool:
    """Look at a row; gives whether its last two values are empty, as a purge leaves them.

    Args:
        row: the part of it that stands on its page.
        size: how many bytes it has in all.
        numbered: the table's first column is the row's own number, which SQLite does not repeat here.

    Raises:
        NotAsWritten: it is not what its values make.
    """
    total, integers, is_emptied = _shape(row[: row[0]], numbered)
    if total != size:
        raise NotAsWritten("a row's length does not fit what it holds")
    for offset, width in integers:
        number = row[offset : offset + width]
        if len(number) == width and not _is_shortest(number):
            raise NotAsWritten("a number in a row is written longer than needed")
    return is_emptied


_Shape = tuple[int, tuple[tuple[int, int], ...], bool]


@lru_cache(maxsize=1024)  # rows of a table look alike
def _shape(header: bytes, numbered: bool) -> _Shape:
    """Of a row with this header: its length, its integers' places and widths, whether it is emptied."""
    if not header or header[0] >= _ONE_BYTE or len(header) != header[0]:
        raise NotAsWritten("a row's header is damaged")
    at, offset = 1, len(header)
    integers = []
    while at < len(header):
        first = at == 1
        kind, at = varint(header, at)
        if numbered and first and kind != 0:
            raise NotAsWritten("a row repeats its own number")
        if kind in _INTEGERS:
            integers.append((offset, _INTEGERS[kind]))
            offset += _INTEGERS[kind]
        elif kind >= _FIRST_BLOB:
            offset += (kind - _FIRST_BLOB) // 2
        elif kind not in {0, 8, 9}:
            raise NotAsWritten("a row holds a kind of value that a casebook does not have")
    return offset, tuple(integers), header.endswith(_EMPTIED)


def _is_shortest(content: bytes) -> bool:
    value = int.from_bytes(content, signed=True)
    if len(content) == 1:
        return value not in {0, 1}
    shorter = {2: 1, 3: 2, 4: 3, 6: 4, 8: 6}[len(content)]
    return not -(1 << 8 * shorter - 1) <= value < 1 << 8 * shorter - 1
