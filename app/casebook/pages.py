"""Every byte of the casebook's file, page by page: what no row tells must be as SQLite leaves it.

The chain answers for what the rows say. This module answers for the rest: the header's fields, the pages'
own bookkeeping, the one way to write a row down, and the unused space, which secure deletion keeps at zero.
Format: https://www.sqlite.org/fileformat2.html

Where a tree has grown over several pages, SQLite moves entries between them and leaves some bytes of its own
former bookkeeping in the unused space of inner and index pages. Those bytes mean nothing, and are the only
ones that are not held to a value.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from app.casebook.page_rows import INLINE_INDEX, INLINE_TABLE, OVERFLOW, NotAsWritten, Shapes, inline, varint

PAGE = 4096
"""Bytes of a page: SQLite's own choice since 2016."""

_HEADER = struct.Struct(">16sHBBBBBBIIIIIIIIIIII20sII")
_HEADER_BYTES = 100
_TREE = struct.Struct(">BHHHB")
_INNER_INDEX, _INNER_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_NUMBER = struct.Struct(">I")
_LOCKING = 0x40000000 // PAGE + 1
"""The page that SQLite never uses, because its locks lie there."""

_LEAST_ROW = 4
_LARGEST_HOLE = 3
"""Bytes: a smaller hole between rows is too small for SQLite's list of them."""

ReadPage = Callable[[int], bytes]


@dataclass(frozen=True)
class Header:
    """The file's header, as far as it differs between whole casebooks.

    Attributes:
        pages: how many the file has.
        layout: counts the changes of the tables (SQLite's schema cookie).
        writer: SQLite's version at the last write, as 3040001 for 3.40.1.
        first_free: the first page of the list of unused ones, 0 for none.
        free: how many those are.
    """

    pages: int
    layout: int
    writer: int
    first_free: int
    free: int


def read_header(first_page: bytes) -> Header:
    """The header of a file's first page.

    Raises:
        NotAsWritten: a field is not what every casebook has there.
    """
    if len(first_page) < PAGE:
        raise NotAsWritten("the file ends within its first page")
    fields = _HEADER.unpack_from(first_page)
    changes, pages, first_free, free, layout = fields[8:13]
    fixed = (*fields[:8], *fields[13:17], fields[18], fields[20])
    if fixed != (b"SQLite format 3\0", PAGE, 1, 1, 0, 64, 32, 32, 4, 0, 0, 1, 0, bytes(20)):
        raise NotAsWritten("the file's header was changed")
    if changes != fields[21]:
        raise NotAsWritten("the file's header was changed: its two counts of writes differ")
    return Header(pages, layout, fields[22], first_free, free)


@dataclass(frozen=True)
class Tree:
    """One table or index.

    Attributes:
        root: its first page.
        is_index: an index, not a table.
        is_numbered: its first column is the row's own number (INTEGER PRIMARY KEY).
        only_grows: rows are added at its end alone, so that the inner pages hold each page's last number.
    """

    root: int
    is_index: bool
    is_numbered: bool = False
    only_grows: bool = False


class PageCheck:
    """Walks the trees and the list of unused pages; each page must belong to exactly one place."""

    def __init__(self, read: ReadPage, length: int) -> None:
        """For a file of ``length`` bytes whose pages ``read`` gives, the first being 1."""
        self._read = read
        self._length = length
        self._used: set[int] = set()
        self._shapes = Shapes()

    def problems(self, trees: Mapping[str, Tree]) -> Iterator[str]:
        """What is wrong, in words; a tree is followed up to its first damage.

        Args:
            trees: every table and index by name, SQLite's own table of tables too.
        """
        try:
            header = read_header(self._read(1))
        except NotAsWritten as error:
            yield str(error)
            return
        if self._length != header.pages * PAGE:
            yield f"the file has {self._length} bytes, its {header.pages} pages make {header.pages * PAGE}"
            return
        places: dict[str, Callable[[], object]] = {
            name: partial(self._walk, tree, tree.root) for name, tree in trees.items()
        }
        places["list of unused pages"] = partial(self._unused, header)
        found = [f"{name}: {words}" for name, place in places.items() if (words := _told(place))]
        yield from found
        belonging = len(self._used) + (header.pages >= _LOCKING)
        if not found and belonging != header.pages:
            yield f"{header.pages - belonging} pages of the file belong to nothing"

    def _walk(self, tree: Tree, number: int) -> int:
        """Check a page and all below it; gives the number of the last row there (0 in an index)."""
        page = self._take(number)
        start = _HEADER_BYTES if number == 1 else 0
        kind, free, count, content, fragments = _TREE.unpack_from(page, start)
        if kind not in ((_INNER_INDEX, _LEAF_INDEX) if tree.is_index else (_INNER_TABLE, _LEAF_TABLE)):
            raise NotAsWritten(f"page {number} is of another kind than its place")
        is_inner = kind in {_INNER_INDEX, _INNER_TABLE}
        first = start + (12 if is_inner else 8)
        last, spans = 0, _free_blocks(page, free)
        for offset in struct.unpack_from(f">{count}H", page, first):
            if kind == _LEAF_TABLE:
                size, at = varint(page, offset)
                last, at = varint(page, at)
                end = self._row(tree, page, at, size)
            elif kind == _INNER_TABLE:
                below = self._walk(tree, _NUMBER.unpack_from(page, offset)[0])
                last, end = varint(page, offset + 4)
                if tree.only_grows and last != below:
                    raise NotAsWritten(f"page {number} leads to other rows than it says")
            else:
                if is_inner:
                    self._walk(tree, _NUMBER.unpack_from(page, offset)[0])
                size, at = varint(page, offset + 4 * is_inner)
                end = self._row(tree, page, at, size)
            spans.append((offset, max(end, offset + _LEAST_ROW)))
        if is_inner:
            last = self._walk(tree, _NUMBER.unpack_from(page, start + 8)[0])
        _check_space(number, spans, content, fragments)
        unused = page[first + 2 * count : content]
        is_still = kind == _LEAF_TABLE or (number == tree.root and not is_inner)
        if first + 2 * count > content or (is_still and unused.count(0) != len(unused)):
            raise NotAsWritten(f"the unused space of page {number} was written to")
        return last

    def _row(self, tree: Tree, page: bytes, at: int, size: int) -> int:
        """Check the row that begins at ``at``; gives where it ends on this page."""
        end = at + inline(size, INLINE_INDEX if tree.is_index else INLINE_TABLE)
        if end > PAGE:
            raise NotAsWritten("a row goes on beyond its page")
        self._shapes.check(page[at:end], size, tree.is_numbered)
        if end - at == size:
            return end
        self._overflow(_NUMBER.unpack_from(page, end)[0], size - (end - at))
        return end + 4

    def _overflow(self, number: int, size: int) -> None:
        while size > 0:
            page = self._take(number)
            following = _NUMBER.unpack_from(page)[0]
            if size <= OVERFLOW and (following or any(page[4 + size :])):
                raise NotAsWritten(f"the unused space of page {number} was written to")
            number, size = following, size - OVERFLOW

    def _unused(self, header: Header) -> None:
        number, found = header.first_free, 0
        while number:
            page = self._take(number)
            number, count = struct.unpack_from(">II", page)
            for leaf in struct.unpack_from(f">{count}I", page, 8):
                if any(self._take(leaf)):
                    raise NotAsWritten(f"unused page {leaf} was written to")
            found += 1 + count
        if found != header.free:
            raise NotAsWritten("it is not as long as the file's header says")

    def _take(self, number: int) -> bytes:
        if number in self._used:  # also ends a walk that damage leads in a circle
            raise NotAsWritten(f"page {number} is used twice")
        page = self._read(number) if number else b""
        if len(page) != PAGE:
            raise NotAsWritten(f"page {number} is not in the file")
        self._used.add(number)
        return page


def _told(look: Callable[[], object]) -> str:
    """What a look at some pages raised, in words; empty when all is well."""
    try:
        look()
    except NotAsWritten as error:
        return str(error)
    except (struct.error, IndexError, RecursionError):
        return "its bookkeeping is damaged"
    return ""


def _free_blocks(page: bytes, at: int) -> list[tuple[int, int]]:
    """Where the holes in a page begin and end; they are listed upwards, and empty."""
    spans = []
    before = 0
    while at:
        following, size = struct.unpack_from(">HH", page, at)
        if at <= before or any(page[at + 4 : at + size]):
            raise NotAsWritten("the unused space between rows was written to")
        spans.append((at, at + size))
        before, at = at, following
    return spans


def _check_space(number: int, spans: list[tuple[int, int]], content: int, fragments: int) -> None:
    """Rows and holes must fill the page from ``content`` on, but for the few bytes counted as fragments."""
    at = content
    for begin, end in [*sorted(spans), (PAGE, PAGE)]:
        if not 0 <= begin - at <= _LARGEST_HOLE:
            raise NotAsWritten(f"the rows of page {number} do not lie as their list says")
        fragments -= begin - at
        at = end
    if fragments:
        raise NotAsWritten(f"the unused bytes of page {number} are miscounted")
