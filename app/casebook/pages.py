"""Every byte of the casebook's file, page by page: what no row tells must be as SQLite leaves it.

The chain answers for what the rows say. This module answers for the rest: the header's fields, the pages'
own bookkeeping, the one way to write a row down, and the unused space, which secure deletion keeps at zero.
Format: https://www.sqlite.org/fileformat2.html

Where rows are removed or replaced, and where a tree that has grown moves entries between its pages, SQLite
leaves some bytes of its own former bookkeeping behind. They mean nothing, but no other value can be asked of
them than that they stay; so digests over such places are noted in the file, see ``whole_file``.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Protocol

from app.casebook.page_rows import (
    INLINE_INDEX,
    INLINE_TABLE,
    OVERFLOW,
    NotAsWritten,
    check_row,
    inline,
    varint,
)

PAGE = 4096
"""Bytes of a page: SQLite's own choice since 2016."""

_EMPTY_PAGE = bytes(PAGE)
_HEADER = struct.Struct(">16sHBBBBBBIIIIIIIIIIII20sII")
_HEADER_BYTES = 100
_TREE = struct.Struct(">BHHHB")
_INNER_INDEX, _INNER_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_FIRST_LEAVES = 3
"""Of a table that only grows: its first page may have been parted into so many; later ones begin empty."""

SMALL_FILE = 4 * 1024 * 1024
"""Bytes of a file all pages of which are looked at whenever it is opened, in some hundredths of a second."""

_NUMBER = struct.Struct(">I")
_LOCKING = 0x40000000 // PAGE + 1
"""The page that SQLite never uses, because its locks lie there."""

_LEAST_ROW = 4
_MOST_FRAGMENTS = 60
"""Bytes between rows that are too few for SQLite's list of holes: up to 3 at once, but several can adjoin."""

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
        is_small: rows are removed from it; its unused space is part of the first digest.
    """

    root: int
    is_index: bool
    is_numbered: bool = False
    only_grows: bool = False
    is_small: bool = False


class _Digest(Protocol):
    def update(self, content: bytes, /) -> None:
        """Take in more."""


class PageCheck:
    """Walks the trees and the list of unused pages; each page must belong to exactly one place.

    Attributes:
        written_unused: the unused pages, once walked, that are not all zeros.
    """

    def __init__(self, read: ReadPage, length: int) -> None:
        """For a file of ``length`` bytes whose pages ``read`` gives, the first being 1."""
        self._read = read
        self._length = length
        self._used: set[int] = set()
        self._slack = sha256()
        self._rest = sha256()
        self._is_brief = False
        self._reads_unused = True
        self._leaves = 0
        self.written_unused: list[int] = []

    @property
    def slack(self) -> bytes:
        """The digest over the unused space of the small trees and their rows' numbers, once walked."""
        return self._slack.digest()

    @property
    def rest(self) -> bytes:
        """The digest over the unused space that is neither in the first one nor zero, once all was walked."""
        return self._rest.digest()

    def problems(
        self, trees: Mapping[str, Tree], *, whole: bool, brief: bool = False, reads_unused: bool = True
    ) -> Iterator[str]:
        """What is wrong, in words; a tree is followed up to its first damage.

        Args:
            trees: tables and indexes by name, SQLite's own table of tables too.
            whole: they are all that there are, so that no page may be left over.
            brief: of tables that only grow, the rows' pages are left out, and no row is looked into.
            reads_unused: look into unused pages.
        """
        self._is_brief, self._reads_unused = brief, reads_unused
        try:
            header = read_header(self._read(1))
        except NotAsWritten as error:
            yield str(error)
            return
        if self._length != header.pages * PAGE:
            yield f"the file has {self._length} bytes, its {header.pages} pages make {header.pages * PAGE}"
            return
        places: dict[str, Callable[[], object]] = {
            name: partial(self._whole_tree, tree) for name, tree in sorted(trees.items())
        }
        if whole:
            places["list of unused pages"] = partial(self._unused, header)
        found = [f"{name}: {words}" for name, place in places.items() if (words := _told(place))]
        yield from found
        belonging = len(self._used) + (header.pages >= _LOCKING)
        if whole and not brief and not found and belonging != header.pages:
            yield f"{header.pages - belonging} pages of the file belong to nothing"

    def _whole_tree(self, tree: Tree) -> None:
        self._leaves = 0
        self._walk(tree, tree.root)

    def _walk(self, tree: Tree, number: int) -> int:
        """Check a page and all below it; gives the number of the last row there (0 in an index)."""
        page = self._take(number)
        start = _HEADER_BYTES if number == 1 else 0
        kind, free, count, content, fragments = _TREE.unpack_from(page, start)
        if kind not in ((_INNER_INDEX, _LEAF_INDEX) if tree.is_index else (_INNER_TABLE, _LEAF_TABLE)):
            raise NotAsWritten(f"page {number} is of another kind than its place")
        is_inner = kind in {_INNER_INDEX, _INNER_TABLE}
        first = start + (12 if is_inner else 8)
        offsets = struct.unpack_from(f">{count}H", page, first)
        is_emptied = False
        if is_inner:
            spans, last = self._inner(tree, page, number, offsets), 0
            if self._goes_into(tree, page, start + 8):
                last = self._walk(tree, _NUMBER.unpack_from(page, start + 8)[0])
        else:
            last, spans, is_emptied = self._leaf(tree, page, offsets)
            self._leaves += 1
        is_first = self._leaves <= _FIRST_LEAVES
        pointers_end = first + 2 * count
        if pointers_end > content:
            raise NotAsWritten(f"page {number} has its rows where none can be")
        _check_space(number, [*spans, *_free_blocks(page, free)], content, fragments)
        if tree.is_small:
            _note(self._slack, page, number, pointers_end, spans)
        elif kind == _LEAF_TABLE and not (tree.only_grows and (is_first or is_emptied)):
            _require_zero(page, number, pointers_end, content, free)
        elif kind != _LEAF_TABLE or is_first or self._length <= SMALL_FILE:
            _note(self._rest, page, number, pointers_end, spans)
        return last

    def _goes_into(self, tree: Tree, page: bytes, at: int) -> bool:
        """Whether to walk the child whose number stands there; not where it is one of very many leaves."""
        if not self._is_brief or not tree.only_grows or tree.is_index or self._leaves < _FIRST_LEAVES:
            return True
        return self._read(_NUMBER.unpack_from(page, at)[0])[:1] != bytes((_LEAF_TABLE,))

    def _inner(self, tree: Tree, page: bytes, number: int, offsets: tuple[int, ...]) -> list[tuple[int, int]]:
        """Check all below an inner page but its last child; gives where its entries lie."""
        spans = []
        goes_into = True
        for offset in offsets:
            goes_into = goes_into and self._goes_into(tree, page, offset)  # its children are all of one kind
            below = self._walk(tree, _NUMBER.unpack_from(page, offset)[0]) if goes_into else 0
            last, end = varint(page, offset + 4)
            if tree.is_index:
                end, _ = self._row(tree, page, end, last)
            elif tree.only_grows and not self._is_brief and last != below:
                raise NotAsWritten(f"page {number} leads to other rows than it says")
            spans.append((offset, max(end, offset + _LEAST_ROW)))
        return spans

    def _leaf(
        self, tree: Tree, page: bytes, offsets: tuple[int, ...]
    ) -> tuple[int, list[tuple[int, int]], bool]:
        """Check a leaf's rows; gives the last one's number, where they lie, whether a purge emptied any."""
        last, spans, any_emptied = 0, [], False
        for offset in offsets:
            size, at = varint(page, offset)
            if not tree.is_index:
                last, at = varint(page, at)
                if tree.is_small:
                    self._slack.update(last.to_bytes(9))  # nothing else tells the rows' numbers
            end, is_emptied = self._row(tree, page, at, size)
            any_emptied |= is_emptied
            spans.append((offset, max(end, offset + _LEAST_ROW)))
        return last, spans, any_emptied

    def _row(self, tree: Tree, page: bytes, at: int, size: int) -> tuple[int, bool]:
        """Check the row that begins there; gives where it ends on this page, and whether it is emptied."""
        end = at + inline(size, INLINE_INDEX if tree.is_index else INLINE_TABLE)
        if end > PAGE:
            raise NotAsWritten("a row goes on beyond its page")
        is_emptied = not self._is_brief and check_row(page[at:end], size, tree.is_numbered)
        if end - at == size:
            return end, is_emptied
        if not self._is_brief:
            self._overflow(_NUMBER.unpack_from(page, end)[0], size - (end - at))
        return end + 4, is_emptied

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
            self._rest.update(page[8 + 4 * count :])
            found += 1 + count
            if self._reads_unused:
                leaves = struct.unpack_from(f">{count}I", page, 8)
                self.written_unused += [leaf for leaf in leaves if self._take(leaf) != _EMPTY_PAGE]
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


def _note(digest: _Digest, page: bytes, number: int, at: int, rows: list[tuple[int, int]]) -> None:
    """Put what no row covers into a digest."""
    digest.update(number.to_bytes(4))
    for begin, end in [*sorted(rows), (PAGE, PAGE)]:
        digest.update(page[at:begin])
        at = end


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
    """Where the holes between rows begin and end; they are listed upwards."""
    spans = []
    before = 0
    while at:
        following, size = struct.unpack_from(">HH", page, at)
        if at <= before:
            raise NotAsWritten("the list of holes between rows is damaged")
        spans.append((at, at + size))
        before, at = at, following
    return spans


def _require_zero(page: bytes, number: int, pointers_end: int, content: int, free: int) -> None:
    """Nothing may stand before the first row and in the holes, but for what links the holes."""
    unused = page[pointers_end:content]
    holes = [page[begin + 4 : end] for begin, end in _free_blocks(page, free)]
    if unused.count(0) != len(unused) or any(map(any, holes)):
        raise NotAsWritten(f"the unused space of page {number} was written to")


def _check_space(number: int, spans: list[tuple[int, int]], content: int, fragments: int) -> None:
    """Rows and holes must fill the page from ``content`` on, but for the few bytes counted as fragments."""
    at, between = content, 0
    for begin, end in [*sorted(spans), (PAGE, PAGE)]:
        if begin < at:
            raise NotAsWritten(f"the rows of page {number} do not lie as their list says")
        between += begin - at
        at = end
    if between != fragments or fragments > _MOST_FRAGMENTS:
        raise NotAsWritten(f"the unused bytes of page {number} are miscounted")
